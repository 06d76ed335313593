"""The growth ladder of one row in a list."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.ladder import Ladder, finding
from readiness.ui.widgets.ladder_layout import position

_BAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniLadderValue:
    """What practices support (nothing where it was not judged), target, first known limit, tested."""

    practices: int | None
    target: float = 10.0
    limit: float | None = None
    tested: float | None = None


def paint_mini_ladder(painter: QPainter, theme: Theme, place: QRectF, value: MiniLadderValue) -> None:
    """Paint a ladder into a cell, on the axis that all ladders share, 1× to 100×."""
    color = theme.color
    bar = QRectF(place.left() + 2, place.center().y() - _BAR / 2, place.width() - 4, _BAR)
    if value.practices is None:
        drawing.box(painter, bar, 4, line=color("line2"), dash=(3, 3))
    else:
        drawing.box(painter, bar, 4, fill=color("sunken"))
        reached = QRectF(bar)
        reached.setRight(max(bar.left() + 5, position(value.practices, bar.left(), bar.width())))
        drawing.box(painter, reached, min(4.0, reached.width() / 2), fill=color("accent"))
    if value.tested is not None:
        x = position(value.tested, bar.left(), bar.width())
        inside = value.practices is not None and value.tested < value.practices
        top, bottom = QPointF(x, bar.top()), QPointF(x, bar.bottom())
        drawing.stroke(painter, top, bottom, color("surface" if inside else "ink2"), 2)
    target = position(value.target, bar.left(), bar.width())
    middle = bar.center().y()
    drawing.stroke(painter, QPointF(target, middle - 10), QPointF(target, middle + 10), color("ink"), 2.5)
    if value.limit is not None:
        x = position(value.limit, bar.left() + 5, bar.width() - 10)
        tip = QPointF(x, bar.top() + 5)
        drawing.notch(painter, tip, 10, color("attention"), color("attentionLine"))


class MiniLadder(Chart):
    """The short ladder as a widget of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = MiniLadderValue(practices=None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(self._value)

    def set_value(self, value: MiniLadderValue) -> None:
        """Show another ladder."""
        self._value = value
        self._tell(finding(self._as_ladder()))

    def table(self) -> ChartTable:
        """Return the finding as the only row."""
        return ChartTable((self.tr("Finding"),), ((finding(self._as_ladder()),),))

    def sizeHint(self) -> QSize:
        """As wide as in the list of systems."""
        return QSize(124, 26)

    def minimumSizeHint(self) -> QSize:
        """Half of that."""
        return QSize(60, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ladder."""
        with drawing.painting(self) as painter:
            paint_mini_ladder(painter, self._theme, QRectF(self.rect()), self._value)

    def _as_ladder(self) -> Ladder:
        value = self._value
        return Ladder(practices=value.practices, target=value.target, limit=value.limit, tested=value.tested)
