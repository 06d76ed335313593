"""A piece of work on its way through another thread: what to do, and who wants to hear of it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject
from shiboken6 import isValid

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

_LOG: Final = logging.getLogger(__name__)


def load_heavy() -> None:
    """Load what most work needs; only one thread does, and the others wait for it."""
    from readiness.services.loading import load  # noqa: PLC0415 - never in the window's thread

    load()


def once_loaded(work: Work) -> Work:
    """Return work that begins when everything heavy is loaded."""

    def begin() -> Any:
        load_heavy()
        return work()

    return begin


@dataclass(frozen=True, slots=True)
class Job:
    """Work, and who is told of its end.

    ``done`` is given what the work returned, ``failed`` what it raised. Where nobody takes the exception
    it is raised again on the thread that asked, so that the one hook sees it.
    """

    work: Work
    done: Done | None = None
    failed: Failed | None = None

    def attempt(self) -> "Result":
        """Do the work, wherever this is called."""
        try:
            return Result(self, self.work())
        except Exception as error:  # noqa: BLE001 - told on the thread that asked
            _LOG.debug("work failed", exc_info=error)
            return Result(self, error=error)


@dataclass(frozen=True, slots=True)
class Result:
    """The end of a job, carried to the thread that asked."""

    job: Job
    value: Any = None
    error: Exception | None = None

    def tell(self) -> None:
        """Call back who wants to hear of it, unless Qt has let go of them meanwhile."""
        if self.error is None:
            if self.job.done is not None and _is_there(self.job.done):
                self.job.done(self.value)
        elif self.job.failed is not None:
            if _is_there(self.job.failed):
                self.job.failed(self.error)
        else:
            raise self.error


def _is_there(callback: Done | Failed) -> bool:
    """Say whether the page that a method belongs to still exists; a plain function always does."""
    bare: object = callback
    while isinstance(bare, partial):
        bare = bare.func
    owner = getattr(bare, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
