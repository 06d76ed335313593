"""One square a question: how far a pillar is."""

from collections.abc import Collection, Sequence
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

Mark = Literal["todo", "done", "unknown", "later", "skipped", "carried"]

_SIDE: Final = 13
_GAP: Final = 4
_A_ROW: Final = 14
_EDGE: Final = 2
_NOTCH: Final = 9


class QuestionStrip(Painted):
    """Squares that wrap after fourteen; a click jumps. The rail beside it is the way by keyboard."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._apart: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_marks(
        self, marks: Sequence[Mark], current: int = -1, name: str = "", apart: Collection[int] = ()
    ) -> None:
        """Show how far the questions are; ``name`` is what readers hear, ``apart`` gets a notch below."""
        grown = len(marks) != len(self._marks) or bool(apart) != bool(self._apart)
        self._marks, self._current, self._apart = tuple(marks), current, frozenset(apart)
        self.setAccessibleName(name)
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Rows of fourteen, with room for the ring of the current one."""
        across = min(_A_ROW, len(self._marks))
        down = -(-len(self._marks) // _A_ROW)
        gap = self._theme.px(_GAP)
        wide, high = across * self._pitch() - gap, down * self._row_pitch() - gap
        return QSize(max(0, wide) + 2 * _EDGE, max(0, high) + 2 * _EDGE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the question under the pointer."""
        at = event.position()
        for index in range(len(self._marks)):
            if self._square(index).adjusted(-2, -2, 2, 2).contains(at):
                self.chosen.emit(index)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the squares."""
        with drawing.painting(self) as painter:
            for index, mark in enumerate(self._marks):
                square = self._square(index)
                self._paint_square(painter, square, mark, current=index == self._current)
                if index in self._apart:
                    self._paint_notch(painter, square)

    def _paint_square(self, painter: QPainter, square: QRectF, mark: Mark, *, current: bool) -> None:
        color = self._theme.color
        if current:
            fill = color("accentSoft" if mark in {"done", "unknown"} else "surface")
            drawing.box(
                painter, square.adjusted(-1.5, -1.5, 1.5, 1.5), 4, fill=fill, line=color("accent"), width=3
            )
        elif mark == "done":
            drawing.box(painter, square, 3, fill=color("accent"))
        elif mark == "unknown":
            drawing.box(painter, square, 3, line=color("accent"), width=1.5)
            drawing.box(painter, square.adjusted(4.5, 4.5, -4.5, -4.5), 2, fill=color("accent"))
        elif mark == "carried":
            drawing.box(painter, square, 3, fill=color("sunken"), line=color("line2"), width=1.5)
            drawing.box(painter, square.adjusted(3.5, 5.5, -3.5, -5.5), 0.5, fill=color("ink3"))
        elif mark == "skipped":
            drawing.box(painter, square, 3, fill=color("line2"))
        else:
            dash = (2.0, 2.0) if mark == "later" else ()
            drawing.box(painter, square, 3, line=color("line2"), width=1.5, dash=dash)

    def _paint_notch(self, painter: QPainter, square: QRectF) -> None:
        size = float(self._theme.px(_NOTCH))
        tip = QPointF(square.center().x(), square.bottom() + self._theme.px(4) + size * 0.94)
        drawing.notch(painter, tip, size, self._theme.color("attention"), self._theme.color("attentionLine"))

    def _square(self, index: int) -> QRectF:
        row, column = divmod(index, _A_ROW)
        side = self._theme.px(_SIDE)
        return QRectF(_EDGE + column * self._pitch(), _EDGE + row * self._row_pitch(), side, side)

    def _row_pitch(self) -> int:
        return self._pitch() + (self._theme.px(_NOTCH + 3) if self._apart else 0)

    def _pitch(self) -> int:
        return self._theme.px(_SIDE) + self._theme.px(_GAP)
