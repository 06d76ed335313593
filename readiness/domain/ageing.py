"""Which measured limits are too old to be taken over unlooked at."""

from collections.abc import Iterable
from datetime import date

from readiness.domain.assessment import Limit


def old_limits(limits: Iterable[Limit], since: date) -> tuple[Limit, ...]:
    """Return the measured rows whose date lies before ``since``, or that have none.

    What nobody has measured yet is not old; what is written as something else than a date is.
    """
    return tuple(row for row in limits if row.factor is not None and not _is_from(row.measured_on, since))


def _is_from(measured_on: str, since: date) -> bool:
    try:
        return date.fromisoformat(measured_on.strip()) >= since
    except ValueError:
        return False
