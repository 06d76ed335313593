"""What takes long to load is loaded at one place, by one thread at a time.

Two threads that load pydantic at once can find each other's halves of it: its parts import one another, and
the interpreter rather hands out an unfinished module than let both wait for ever.
"""

from importlib import import_module
from threading import Lock
from typing import Final

_HEAVY: Final = (
    "readiness.exchange.questionnaires",
    "readiness.exchange.answers",
    "readiness.exchange.packages",
    "readiness.services.assessing",
    "readiness.services.library",
    "readiness.services.exporting",
)
"""What answering will need, and all that stands on pydantic."""

_one_at_a_time: Final = Lock()


def load() -> None:
    """Load it, or wait until another thread has; loaded already, this costs nothing one could measure."""
    with _one_at_a_time:
        for name in _HEAVY:
            import_module(name)
