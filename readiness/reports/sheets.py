"""The sheet of paper: its measures, its running head and foot, and the pages that go onto it."""

from dataclasses import dataclass
from typing import Final

from readiness.reports.facts import ReportContent
from readiness.reports.flow import Placed
from readiness.reports.options import Paper
from readiness.reports.pen import Pen
from readiness.reports.structure import Node
from readiness.reports.text import CAPTION, CAPTION_STRONG, META, Line, Style, clamp, fit, spans, width, wrap

WIDTH: Final = 510.2
"""The inner width, the same on A4 and Letter, so that both break their lines alike."""

_SIZES: Final = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}
_HEAD_BASE: Final = 8.2
_HEAD_TOP: Final = 33.0
_HEAD_FOOT: Final = 6.7
_BELOW_HEAD: Final = 15.0
_FOOT_BOTTOM: Final = 19.5
_ABOVE_FOOT: Final = 9.0
_MOST_FOOT: Final = 3
_MOST_LABEL: Final = 190.0
_PILL: Final = Style("semibold", 8.2, 11.3, "onAttention")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what its head says at the right, and what stands on it."""

    label: str
    placed: tuple[Placed, ...]
    is_first: bool = False


class Stationery:
    """The same head and foot on every page; the first head is read, the others repeat it."""

    def __init__(self, content: ReportContent, paper: Paper, root: Node) -> None:
        self.size = _SIZES[paper]
        self.left = (self.size[0] - WIDTH) / 2
        self._content = content
        self._first = root.add("P")
        first = spans((content.title, CAPTION_STRONG), (f"  {content.system}, {content.period}", CAPTION))
        at_right = width(content.date, CAPTION) + (width(content.draft, _PILL) + 26 if content.draft else 0)
        self._head = wrap(first, WIDTH - at_right - 16)
        foot = wrap(spans((content.foot, META)), WIDTH - 46)
        self._foot = clamp(foot, _MOST_FOOT, WIDTH - 46)

    @property
    def height(self) -> float:
        """The height of the paper."""
        return self.size[1]

    def top(self, *, is_first: bool) -> float:
        """Return where a page's own content begins."""
        lines = len(self._head) if is_first else 1
        return _HEAD_TOP + lines * CAPTION.leading + _HEAD_FOOT + _BELOW_HEAD

    def room(self, *, is_first: bool) -> float:
        """Return the height a page's own content may have."""
        return self._foot_rule - _ABOVE_FOOT - self.top(is_first=is_first)

    @property
    def _foot_rule(self) -> float:
        return self.height - _FOOT_BOTTOM - len(self._foot) * META.leading - 6

    def draw(self, pen: Pen, sheet: Sheet, number: int, pages: int) -> None:
        """Draw head and foot of one page."""
        if sheet.is_first:
            with pen.content(self._first):
                self._lines(pen, self._head, _HEAD_TOP)
                pen.text(self._content.date, CAPTION, self.left + WIDTH, _HEAD_TOP + _HEAD_BASE, "right")
        with pen.decoration("Header"):
            self._draw_head(pen, sheet)
        with pen.decoration("Footer"):
            self._draw_foot(pen, f"{number} of {pages}")

    def _draw_head(self, pen: Pen, sheet: Sheet) -> None:
        base = _HEAD_TOP + _HEAD_BASE
        right = self.left + WIDTH
        label = self._content.date if sheet.is_first else fit(sheet.label, CAPTION, _MOST_LABEL).text
        made = width(label, CAPTION)
        if not sheet.is_first:
            pen.text(label, CAPTION, right, base, "right")
        if self._content.draft:
            self._draw_draft(pen, right - made - (14 if made else 0), base)
        if not sheet.is_first:
            beside = width(self._content.period, CAPTION) + made + 30
            room = WIDTH - beside - (width(self._content.draft, _PILL) + 26 if self._content.draft else 0)
            name = fit(self._content.system, CAPTION_STRONG, room)
            used = pen.text(name.text, CAPTION_STRONG, self.left, base)
            pen.text(self._content.period, CAPTION, self.left + used + 6, base)
        lines = len(self._head) if sheet.is_first else 1
        rule = _HEAD_TOP + lines * CAPTION.leading + _HEAD_FOOT
        pen.rule((self.left, rule), (right, rule), "line", 0.75)

    def _draw_draft(self, pen: Pen, right: float, base: float) -> None:
        wide = width(self._content.draft, _PILL)
        pen.rect((right - wide - 12, base - 9, wide + 12, 12.5), fill="attention", radius=6.2)
        pen.text(self._content.draft, _PILL, right - 6, base, "right")

    def _draw_foot(self, pen: Pen, place: str) -> None:
        right, rule = self.left + WIDTH, self._foot_rule
        pen.rule((self.left, rule), (right, rule), "line", 0.75)
        self._lines(pen, self._foot, rule + 6)
        pen.text(place, META, right, rule + 6 + 8.2, "right")

    def _lines(self, pen: Pen, lines: tuple[Line, ...], top: float) -> None:
        for index, made in enumerate(lines):
            pen.line_of_text(made, self.left, top + index * META.leading)
