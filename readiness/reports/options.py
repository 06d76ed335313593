"""What a person chooses about a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Paper = Literal["A4", "Letter"]
Audience = Literal["leadership", "planning", "archive"]
Page = Literal[
    "cover",
    "summary",
    "contents",
    "scorecard",
    "change",
    "risks",
    "roadmap",
    "alignment",
    "pillars",
    "answers",
    "method",
]

PAGES: Final[tuple[Page, ...]] = (
    "summary",
    "contents",
    "scorecard",
    "change",
    "risks",
    "roadmap",
    "alignment",
    "pillars",
    "answers",
    "method",
)
"""Every page in its usual order, but for the cover, which is off unless asked for."""

EVERY_PAGE: Final[tuple[Page, ...]] = ("cover", *PAGES)

FIRST: Final[tuple[Page, ...]] = ("cover", "summary")
"""These stand first, in this order, wherever the others go."""

PAGES_FOR: Final[Mapping[Audience, tuple[Page, ...]]] = {
    "leadership": ("summary", "scorecard", "change", "risks", "roadmap"),
    "planning": (
        *("summary", "contents", "scorecard", "change", "risks"),
        *("roadmap", "alignment", "pillars", "method"),
    ),
    "archive": PAGES,
}
"""Who reads it → the pages that are on until somebody switches one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """The choices; the defaults make the whole report.

    ``audience`` changes what pages say: leadership is shown agreed levels, open questions and the ask, and no
    lanes, quotes or names. ``room_notes`` lets the notes of the room in. ``target`` is another growth factor
    than the assessment's own. ``made_on`` is an ISO date; without it the report carries the date of its
    latest answer, so that the same assessment makes the same bytes on any day. ``since`` is the quarter that
    it is held against, the one before where it is empty. ``seal`` is the head hash of a closed assessment.
    ``accent`` is a colour ``#rrggbb`` in place of the program's, ``logo`` a PNG or JPEG, which ``logo_path``
    names until it is read.
    """

    audience: Audience = "planning"
    pages: tuple[Page, ...] = PAGES
    paper: Paper = "A4"
    grey: bool = False
    company: str = ""
    logo: bytes = b""
    logo_path: str = ""
    accent: str = ""
    room_notes: bool = False
    target: float | None = None
    made_on: str = ""
    fiscal_year_start: int = 1
    since: str = ""
    seal: str = ""

    @property
    def names_people(self) -> bool:
        """Whether owners, lanes and what was said may be printed."""
        return self.audience != "leadership"


def in_order(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages as they are printed: cover and summary first, each page once."""
    once = tuple(dict.fromkeys(pages))
    return (*(page for page in FIRST if page in once), *(page for page in once if page not in FIRST))
