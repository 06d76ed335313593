"""Reports are made in the other process: the window never waits for one, and a runaway one can be ended."""

from typing import TYPE_CHECKING, Final, TypeVar

from readiness.errors import OutputError, ReadinessError
from readiness.other_process import EndedError, Limits, OtherProcess

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.reports.facts import ReportContent
    from readiness.reports.options import ReportOptions
    from readiness.reports.portfolio_weighing import Given, Weighed

_Made = TypeVar("_Made")

MOST_SECONDS: Final = 60.0
MOST_MEMORY: Final = 1 << 30
_NOTHING_WRITTEN: Final = "Nothing was written."


class ReportWorker:
    """Makes one report at a time; ``cancel`` may be called from any thread."""

    def __init__(
        self, process: OtherProcess, most_seconds: float = MOST_SECONDS, most_memory: int = MOST_MEMORY
    ) -> None:
        self._process = process
        self._limits = Limits(seconds=most_seconds, memory=most_memory, is_whole=False)

    def render(self, content: "ReportContent", options: "ReportOptions") -> bytes:
        """Return the report.

        Raises:
            OutputError: it was cancelled, took too long or too much memory, or the process died.
            InputError: its logo is no picture that can be printed.
        """
        return self._call(draw, content, options)

    def weigh(self, given: "Given") -> "Weighed":
        """Return the figures of one system of a portfolio, with its plan.

        Raises:
            OutputError: as for a report.
        """
        return self._call(weigh, given)

    def _call(self, work: "Callable[..., _Made | ReadinessError]", *given: object) -> "_Made":
        try:
            made: _Made | ReadinessError = self._process.call(work, *given, limits=self._limits)
        except EndedError as ended:
            raise self._refusal(ended) from ended
        if isinstance(made, ReadinessError):
            raise made
        return made

    def cancel(self) -> None:
        """Stop the report that is being made, if one is."""
        self._process.cancel()

    def _refusal(self, ended: EndedError) -> OutputError:
        happened, remedy = {
            "stopped": ("The report was stopped.", ""),
            "late": (
                f"The report took longer than {self._limits.seconds:g} seconds and was stopped.",
                "Leave out the page of all answers, or shorten very long notes, and try again.",
            ),
            "memory": (
                "The report needs more memory than it may have.",
                "Leave out the page of all answers and try again.",
            ),
            "died": (
                "The process that makes the report ended unexpectedly.",
                "Try again; it is started anew.",
            ),
        }[ended.why]
        return OutputError(happened, safe=_NOTHING_WRITTEN, remedy=remedy, details=ended.details)


def draw(content: "ReportContent", options: "ReportOptions") -> "bytes | ReadinessError":
    """Make a report, in the other process; a logo that cannot be printed comes back as a refusal."""
    from readiness.reports.pdf import build_pdf  # noqa: PLC0415 - only that process pays for it

    try:
        return build_pdf(content, options)
    except ReadinessError as error:
        return error


def weigh(given: "Given") -> "Weighed":
    """Weigh one system of a portfolio, in the other process."""
    from readiness.reports.portfolio_weighing import weigh as weigh_system  # noqa: PLC0415 - likewise

    return weigh_system(given)
