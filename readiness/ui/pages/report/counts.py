"""How many pages each part of a report takes, from the outline of the PDF itself; pure."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from readiness.reports.options import Page

_STARTS: Final[Mapping[str, Page]] = {
    "Cover": "cover",
    "Summary": "summary",
    "Contents": "contents",
    "Scorecard": "scorecard",
    "Gates and limits": "scorecard",
    "Top risks": "risks",
    "Roadmap by quarter": "roadmap",
    "Two views": "alignment",
    "All answers": "answers",
    "Method": "method",
}
_BEGINNINGS: Final[Mapping[str, Page]] = {"Changes since ": "change", "Pillar: ": "pillars"}


def page_counts(places: Sequence[tuple[str, int]], pages: int) -> dict[Page, int]:
    """Return the pages of each part; ``places`` are titles with the page, from 0, on which they begin.

    A short part may stand on the page of another; it counts for each.
    """
    found: dict[Page, set[int]] = {}
    for (title, first), (_, then) in pairwise([*places, ("", pages)]):
        part = _part(title)
        if part is not None:
            found.setdefault(part, set()).update(range(first, max(then, first + 1)))
    return {part: len(on) for part, on in found.items()}


def _part(title: str) -> Page | None:
    for beginning, part in _BEGINNINGS.items():
        if title.startswith(beginning):
            return part
    return _STARTS.get(title)
