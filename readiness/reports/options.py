"""What a person chooses about a report."""

from dataclasses import dataclass
from typing import Final, Literal

Paper = Literal["A4", "Letter"]
Page = Literal["summary", "scorecard", "answers"]

PAGES: Final[tuple[Page, ...]] = ("summary", "scorecard", "answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """The choices; the defaults make the whole report.

    ``target`` is another growth factor than the assessment's own. ``made_on`` is an ISO date; without it the
    report carries the date of its latest answer, so that the same assessment makes the same bytes on any day.
    ``seal`` is the head hash of a closed assessment.
    """

    pages: tuple[Page, ...] = PAGES
    paper: Paper = "A4"
    grey: bool = False
    company: str = ""
    target: float | None = None
    made_on: str = ""
    seal: str = ""
