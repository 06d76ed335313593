"""Time as it is stored: UTC text with milliseconds, beside a sequence number that orders it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return ``2026-09-10T08:42:00.123Z``.

    Raises:
        ValueError: the moment has no zone.
    """
    if moment.tzinfo is None:
        msg = "a moment without a zone cannot be stored"
        raise ValueError(msg)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_or(told: str, otherwise: str) -> str:
    """Return a moment that a file tells as it is stored; another where what it tells is none."""
    try:
        return stamp(datetime.fromisoformat(told))
    except (ValueError, OverflowError):
        return otherwise


def zone() -> str:
    """Return the zone that the clock on the wall has, like ``+0200 CEST``."""
    return time.strftime("%z %Z")
