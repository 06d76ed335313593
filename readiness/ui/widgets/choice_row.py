"""A row that is one choice among the rows beside it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.tooltip import plain_tooltip

_HEIGHT: Final = 42
_DOT: Final = 20
_TITLE: Final = 44
_DETAIL: Final = 208
_ALL: Final = 1_000_000
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_Home: -_ALL,
    Qt.Key.Key_End: _ALL,
}


class ChoiceRow(PaintedButton):
    """A radio button as wide as its column: title, and what it means; exclusive among its siblings."""

    def __init__(self, theme: Theme, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        self._wordings: tuple[str, ...] = ("",)
        self._column = _DETAIL
        super().__init__(theme, title, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_detail(detail)

    def set_detail(self, detail: str, *shorter: str) -> None:
        """Say what the choice means; ``shorter`` wordings stand where there is no room for it."""
        self._wordings = (detail, *shorter)
        self.setAccessibleDescription(detail)
        self.setToolTip(plain_tooltip(detail))
        self.update()

    def set_column(self, column: int) -> None:
        """Begin the details of all rows beside it at the same place, nearer or further."""
        self._column = column
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for title and detail."""
        width = self._detail_left() + self._width_of(self._wordings[0])
        return QSize(round(width) + 12, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for the title; the detail may elide."""
        return QSize(self._theme.px(_DETAIL), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the rows beside it and choose what is reached; Enter is left to the page."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def checkStateSet(self) -> None:
        """Let Tab come to the row that is chosen, as it does where somebody was before."""
        super().checkStateSet()
        if self.isChecked():
            for row in self._beside():
                stops = Qt.FocusPolicy.StrongFocus if row is self else Qt.FocusPolicy.ClickFocus
                row.setFocusPolicy(stops)

    def _beside(self) -> "list[ChoiceRow]":
        parent = self.parentWidget()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return parent.findChildren(ChoiceRow, options=direct) if parent else [self]

    def _go(self, step: int) -> None:
        offered = [row for row in self._beside() if row.isEnabled() and row.isVisible()]
        here = offered.index(self)
        place = min(max(0, here + step), len(offered) - 1)
        if place != here:
            offered[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
            offered[place].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the chosen row, the dot and the words."""
        color = self._theme.color
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self.isChecked():
                drawing.box(painter, rect, 8, fill=color("accentTint"))
            elif self._is_hovered:
                drawing.box(painter, rect, 8, fill=color("hover"))
            self._paint_dot(painter, QPointF(12 + _DOT / 2, rect.center().y()))
            title = self._theme.font("bodyStrong")
            ink = color("ink" if self.isEnabled() else "ink3")
            base = drawing.baseline(title, 0, rect.height())
            left = self._theme.px(_TITLE)
            drawing.words(painter, QPointF(left, base), self.words, title, ink, room=rect.width() - left - 8)
            at = QPointF(self._detail_left(), base)
            quiet = color("ink2" if self.isEnabled() else "ink3")
            room = rect.width() - at.x() - 8
            drawing.words(painter, at, self._fitting(room), self._theme.font("body"), quiet, room=room)

    def _paint_dot(self, painter: QPainter, center: QPointF) -> None:
        color = self._theme.color
        outer = QRectF(center.x() - _DOT / 2, center.y() - _DOT / 2, _DOT, _DOT)
        if self.isChecked():
            drawing.box(painter, outer, _DOT / 2, fill=color("accent" if self.isEnabled() else "ink3"))
            painter.setBrush(color("onAccent"))
            painter.drawEllipse(center, 4, 4)
            return
        line = color("ink2" if self._is_hovered else "line2")
        dash = () if self.isEnabled() else (3.0, 3.0)
        drawing.box(painter, outer, _DOT / 2, fill=color("surface"), line=line, width=1.5, dash=dash)

    def _detail_left(self) -> float:
        title = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(self.words)
        return max(self._theme.px(self._column), self._theme.px(_TITLE) + title + 16)

    def _fitting(self, room: float) -> str:
        fitting = (words for words in self._wordings if self._width_of(words) <= room)
        return next(fitting, self._wordings[-1])

    def _width_of(self, words: str) -> float:
        return QFontMetricsF(self._theme.font("body")).horizontalAdvance(words)
