"""How many systems stand at each growth step, short of their target or at it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable

_ROW: Final = 31
_BAR: Final = 15
_NAMES: Final = 58
_COUNT: Final = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRow:
    """One step. ``words`` say how the count divides."""

    name: str
    met: int = 0
    short: int = 0
    unjudged: int = 0
    words: str = ""

    @property
    def count(self) -> int:
        """All systems of the row."""
        return self.met + self.short + self.unjudged


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadBars:
    """The rows and what they found."""

    rows: tuple[SpreadRow, ...] = ()
    finding: str = ""


class SpreadChart(Chart):
    """Bars by step: at the target filled, short of it outlined, not judged dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = SpreadBars()

    def set_value(self, value: SpreadBars) -> None:
        """Show other systems."""
        self._value = value
        self._tell(value.finding)

    def table(self) -> ChartTable:
        """Return the counts."""
        heads = (self.tr("Growth step"), self.tr("Systems"), self.tr("Short of the target"), self.tr("At it"))
        return ChartTable(
            heads,
            tuple(
                (
                    row.name,
                    str(row.count),
                    *((str(row.short), str(row.met)) if not row.unjudged else ("–", "–")),
                )
                for row in self._value.rows
            ),
        )

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(self._theme.px(280), max(1, len(self._value.rows)) * self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Room for short bars."""
        return QSize(self._theme.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        most = max((row.count for row in self._value.rows), default=0)
        with drawing.painting(self) as painter:
            for place, row in enumerate(self._value.rows):
                self._paint_row(painter, row, place * self._theme.px(_ROW), most)

    def _paint_row(self, painter: QPainter, row: SpreadRow, top: float, most: int) -> None:
        color, px = self._theme.color, self._theme.px
        strong, quiet = self._theme.font("bodyStrong"), self._theme.font("caption")
        height = float(px(_ROW))
        tone = color("ink" if row.count else "ink3")
        drawing.words(painter, QPointF(0, drawing.baseline(strong, top, height)), row.name, strong, tone)
        words = self._theme.metrics("caption").horizontalAdvance(row.words)
        left = float(px(_NAMES))
        room = max(40.0, self.width() - left - px(_COUNT) - self._words_width() - 10)
        bar = QRectF(left, top + (height - px(_BAR)) / 2, room * row.count / max(1, most), px(_BAR))
        self._paint_bar(painter, row, bar)
        x = bar.right() + 8 if row.count else left
        shown = str(row.count) if row.count else "0"
        at = QPointF(x, drawing.baseline(strong, top, height))
        drawing.words(painter, at, shown, strong, tone)
        at = QPointF(self.width(), drawing.baseline(quiet, top, height))
        drawing.words(painter, at, row.words, quiet, color("ink2"), drawing.RIGHT, room=words + 1)

    def _paint_bar(self, painter: QPainter, row: SpreadRow, bar: QRectF) -> None:
        color = self._theme.color
        if row.unjudged:
            drawing.box(painter, bar, 3, line=color("line2"), dash=(3, 3))
            return
        if not row.count:
            return
        short = QRectF(bar)
        short.setWidth(bar.width() * row.short / row.count)
        met = QRectF(bar)
        met.setLeft(short.right() + (2 if row.short else 0))
        if row.short:
            drawing.box(painter, short, 3, fill=color("accentTint"), line=color("accent"), width=1.5)
        if row.met:
            drawing.box(painter, met, 3, fill=color("accent"))

    def _words_width(self) -> float:
        metrics = self._theme.metrics("caption")
        return max((metrics.horizontalAdvance(row.words) for row in self._value.rows), default=0.0)
