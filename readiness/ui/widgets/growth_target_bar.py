"""The growth that is asked for, on the axis from today to a hundred times."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.ladder import STEPS
from readiness.ui.widgets.ladder_layout import position
from readiness.ui.widgets.numbers import times

_BAR = 14


class GrowthTargetBar(Chart):
    """A bar with today at the left and the target as a tick; nothing is claimed about what is reached."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._factor: float | None = None
        self._load = ""
        self.set_value(None)

    def set_value(self, factor: float | None, load: str = "") -> None:
        """Show another target; nothing while it is not known."""
        self._factor, self._load = factor, load
        self._tell(self._words() if factor is not None else self.tr("No target yet"))

    def table(self) -> ChartTable:
        """Return the target."""
        cell = times(self._factor) if self._factor is not None else self.tr("not known")
        return ChartTable((self.tr("Target"), self.tr("Load")), ((cell, self._load),))

    def sizeHint(self) -> QSize:
        """As wide as its panel."""
        return QSize(self._theme.px(560), 8 + _BAR + 6 + self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(self._theme.px(300), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar, steps and target."""
        color = self._theme.color
        bar = QRectF(2, 7, self.width() - 4, _BAR)
        with drawing.painting(self) as painter:
            drawing.box(painter, bar, 3, fill=color("sunken"))
            drawing.box(painter, QRectF(bar.left(), bar.top(), 5, _BAR), 2, fill=color("accent"))
            for step in STEPS[1:-1]:
                x = position(step, bar.left(), bar.width())
                drawing.stroke(painter, QPointF(x, bar.top()), QPointF(x, bar.bottom()), color("surface"), 2)
            if self._factor is not None:
                x = position(self._factor, bar.left() + 1.5, bar.width() - 3)
                drawing.stroke(
                    painter, QPointF(x, 0), QPointF(x, bar.bottom() + 7), color("ink"), 3, rounded=True
                )
            self._paint_labels(painter, bar)

    def _paint_labels(self, painter: QPainter, bar: QRectF) -> None:
        color = self._theme.color
        strong = self._theme.font("label")
        base = drawing.line_baseline(strong, bar.bottom() + 6, self._theme.px(22))
        taken = [self._paint_today(painter, QPointF(bar.left(), base))]
        if self._factor is not None and self._factor > 1:
            taken.append(self._paint_target(painter, bar, base, taken[0][1]))
        for step in STEPS[1:]:
            x = position(step, bar.left(), bar.width())
            width = QFontMetricsF(strong).horizontalAdvance(times(step))
            left = x - width if step == STEPS[-1] else x - width / 2
            if all(left > end + 10 or left + width < start - 10 for start, end in taken):
                drawing.words(painter, QPointF(left, base), times(step), strong, color("ink"))

    def _paint_today(self, painter: QPainter, at: QPointF) -> tuple[float, float]:
        color = self._theme.color
        width = drawing.words(painter, at, times(1), self._theme.font("label"), color("ink")) + 8
        after = QPointF(at.x() + width, at.y())
        width += drawing.words(painter, after, self.tr("today"), self._theme.font("caption"), color("ink2"))
        return at.x(), at.x() + width

    def _paint_target(self, painter: QPainter, bar: QRectF, base: float, least: float) -> tuple[float, float]:
        """Write factor and load at the target's tick, kept inside the bar and off today."""
        color = self._theme.color
        strong, quiet = self._theme.font("label"), self._theme.font("caption")
        factor = times(self._factor or 1)
        rest = self.tr("target, {0}").format(self._load) if self._load else self.tr("target")
        lead = QFontMetricsF(strong).horizontalAdvance(factor)
        width = lead + 8 + QFontMetricsF(quiet).horizontalAdvance(rest)
        x = position(self._factor or 1, bar.left(), bar.width()) - lead / 2
        left = max(least + 14, min(x, bar.right() - width))
        drawing.words(painter, QPointF(left, base), factor, strong, color("ink"))
        at = QPointF(left + lead + 8, base)
        drawing.words(painter, at, rest, quiet, color("ink2"), room=bar.right() - at.x())
        return left, left + width

    def _words(self) -> str:
        words = self.tr("Target {0}").format(times(self._factor or 1))
        return f"{words}, {self._load}" if self._load else words
