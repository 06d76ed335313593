"""How much is known, and how well, pillar by pillar."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_key import KeyMark, Sign, key_height, key_lines, paint_keys

_ROW: Final = 28
_BAR: Final = 17
_GAP: Final = 14
_NUMBER: Final = 32
_LEAST_BAR: Final = 150
_SIGNS: Final[tuple[Sign, ...]] = ("full", "soft", "hatch", "hollow")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """Counts of one pillar; what of ``total`` is left is not asked yet."""

    name: str
    evidenced: int
    informed: int
    guess: int
    unknown: int
    total: int

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """The counts in the order they are drawn."""
        return self.evidenced, self.informed, self.guess, self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The rows and what they found."""

    rows: tuple[CoverageRow, ...] = ()
    finding: str = ""


class CoverageBars(Chart):
    """Evidenced full, informed pale, guesses hatched, unknown hollow, not asked empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = Coverage()

    def set_value(self, value: Coverage) -> None:
        """Show other rows."""
        self._value = value
        self._tell(value.finding or self.tr("How sure"))

    def table(self) -> ChartTable:
        """Return the counts."""
        words = (*self._words(), self.tr("not asked"), self.tr("all"))
        rows = tuple(
            (row.name, *(str(part) for part in (*row.parts, row.total - sum(row.parts), row.total)))
            for row in self._value.rows
        )
        return ChartTable((self.tr("Name"), *words), rows)

    def sizeHint(self) -> QSize:
        """Keys and rows."""
        return QSize(self._theme.px(300), self.heightForWidth(max(self.width(), self._theme.px(260))))

    def minimumSizeHint(self) -> QSize:
        """Room for the names, up to long ones, and short bars."""
        wanted = round(self._widest_name()) + self._theme.px(_LEAST_BAR)
        least = min(max(self._theme.px(250), wanted), self._theme.px(310))
        return QSize(least, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The keys wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as keys and rows at a width."""
        return self._top(width) + len(self._value.rows) * self._theme.px(_ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint keys and rows."""
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._keys())
            top = self._top(self.width())
            for index, row in enumerate(self._value.rows):
                self._paint_row(painter, row, top + index * self._theme.px(_ROW))

    def _paint_row(self, painter: QPainter, row: CoverageRow, top: float) -> None:
        color, px = self._theme.color, self._theme.px
        font = self._theme.font("caption", weight=500, size=15)
        left = self._names_width()
        base = drawing.baseline(font, top, px(_ROW))
        drawing.words(painter, QPointF(0, base), row.name, font, color("ink"), room=left - _GAP)
        track = QRectF(left, top + (px(_ROW) - px(_BAR)) / 2, self.width() - left - px(_NUMBER), px(_BAR))
        self._paint_parts(painter, row, track)
        number = self._theme.font("bodyStrong")
        at = QPointF(self.width() - 2, base)
        drawing.words(painter, at, str(row.total), number, color("ink"), drawing.RIGHT)

    def _paint_parts(self, painter: QPainter, row: CoverageRow, track: QRectF) -> None:
        color = self._theme.color
        unit = track.width() / max(1, row.total)
        x = track.left()
        if sum(row.parts) < row.total:
            drawing.box(painter, track, 3, fill=color("sunken"))
        for count, sign in zip(row.parts, _SIGNS, strict=True):
            if count:
                part = QRectF(x, track.top(), count * unit - 2, track.height())
                self._paint_part(painter, part, sign)
            x += count * unit

    def _paint_part(self, painter: QPainter, part: QRectF, sign: Sign) -> None:
        color = self._theme.color
        if sign == "hatch":
            drawing.hatched(painter, part, 3, color("surface"), color("accent"))
        elif sign == "hollow":
            drawing.box(painter, part, 3, fill=color("surface"), line=color("line2"), dash=(3, 2))
        else:
            drawing.box(painter, part, 3, fill=color("accent" if sign == "full" else "accentSoft"))

    def _words(self) -> tuple[str, ...]:
        return self.tr("evidenced"), self.tr("informed"), self.tr("guess"), self.tr("don’t know")

    def _keys(self) -> tuple[KeyMark, ...]:
        return tuple(KeyMark(sign, words) for sign, words in zip(_SIGNS, self._words(), strict=True))

    def _names_width(self) -> float:
        return min(self._widest_name(), self.width() * 0.52)

    def _widest_name(self) -> float:
        metrics = QFontMetricsF(self._theme.font("caption", weight=500, size=15))
        return _GAP + max((metrics.horizontalAdvance(row.name) for row in self._value.rows), default=0.0)

    def _top(self, width: float) -> int:
        return key_height(self._theme, key_lines(self._theme, width, self._keys())) + self._theme.px(8)
