"""How far one measured resource carries, against the target."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.ladder_layout import position
from readiness.ui.widgets.numbers import times

_BAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitFactor:
    """Limit ÷ used, nothing where it is not known; the target; and whether it is the smallest of all."""

    factor: float | None
    target: float = 10.0
    is_first: bool = False


def paint_limit_factor(painter: QPainter, theme: Theme, place: QRectF, value: LimitFactor) -> None:
    """Paint the bar into a cell, on the axis that all ladders share, 1× to 100×."""
    color = theme.color
    bar = QRectF(place.left() + 5, place.center().y() - _BAR / 2, place.width() - 10, _BAR)
    if value.factor is None:
        drawing.box(painter, bar, 3, line=color("line2"), dash=(2, 2))
        return
    drawing.box(painter, bar, 3, fill=color("sunken"))
    end = position(value.factor, bar.left(), bar.width())
    drawing.box(
        painter, QRectF(bar.left(), bar.top(), max(5.0, end - bar.left()), _BAR), 2.5, fill=color("accent")
    )
    target = position(value.target, bar.left(), bar.width())
    middle = bar.center().y()
    drawing.stroke(painter, QPointF(target, middle - 8), QPointF(target, middle + 8), color("ink"), 2.5)
    if value.is_first:
        drawing.notch(painter, QPointF(end, bar.top() + 4), 10, color("attention"), color("attentionLine"))


class LimitFactorBar(Chart):
    """The bar as a widget of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = LimitFactor(factor=None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(self._value)

    def set_value(self, value: LimitFactor) -> None:
        """Show another factor."""
        self._value = value
        self._tell(self._words())

    def table(self) -> ChartTable:
        """Return factor and target."""
        return ChartTable((self.tr("Limit"),), ((self._words(),),))

    def sizeHint(self) -> QSize:
        """As in the limits table."""
        return QSize(110, 24)

    def minimumSizeHint(self) -> QSize:
        """Half of that."""
        return QSize(56, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        with drawing.painting(self) as painter:
            paint_limit_factor(painter, self._theme, QRectF(self.rect()), self._value)

    def _words(self) -> str:
        value = self._value
        if value.factor is None:
            return self.tr("not known")
        words = self.tr("{0} of {1}").format(times(value.factor), times(value.target))
        return self.tr("{0}, smallest").format(words) if value.is_first else words
