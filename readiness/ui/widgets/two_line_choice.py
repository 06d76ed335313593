"""A row that is one choice among the rows above and below it: a name, and under it what it means."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.choice_row import ChoiceRow

_LEFT: Final = 44
_LINE: Final = 24
_DETAIL: Final = 20
_PADDING: Final = 14


class TwoLineChoice(ChoiceRow):
    """A choice of two lines; a damaged thing shows the notch in place of the dot and cannot be chosen."""

    def __init__(self, theme: Theme, title: str, detail: str, parent: QWidget, *, damaged: bool) -> None:
        self._detail = detail
        self._is_damaged = damaged
        super().__init__(theme, title, detail, parent)
        self.setAccessibleName(f"{title}. {detail}")
        self.setEnabled(not damaged)

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(self._theme.px(320), self._theme.px(_LINE + _DETAIL + _PADDING))

    def minimumSizeHint(self) -> QSize:
        """As high as two lines; the second may elide."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the chosen row, the sign and the words."""
        color, px, rect = self._theme.color, self._theme.px, QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self.isChecked():
                drawing.box(painter, rect, 8, fill=color("accentTint"))
            elif self._is_hovered:
                drawing.box(painter, rect, 8, fill=color("hover"))
            self._paint_sign(painter, rect)
            title, detail = self._theme.font("bodyStrong"), self._theme.font("caption")
            left, top = px(_LEFT), (rect.height() - px(_LINE + _DETAIL)) / 2
            room = rect.width() - left - px(8)
            ink = color("ink3" if self._is_damaged else "ink")
            at = QPointF(left, drawing.line_baseline(title, top, px(_LINE)))
            drawing.words(painter, at, self.words, title, ink, room=room)
            at = QPointF(left, drawing.line_baseline(detail, top + px(_LINE), px(_DETAIL)))
            tone = color("error" if self._is_damaged else "ink2")
            drawing.words(painter, at, self._detail, detail, tone, room=room)

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        center = QPointF(self._theme.px(22), rect.center().y())
        if self._is_damaged:
            tip = center + QPointF(0, 6)
            drawing.notch(
                painter, tip, 12, self._theme.color("attention"), self._theme.color("attentionLine")
            )
        else:
            self._paint_dot(painter, center)
