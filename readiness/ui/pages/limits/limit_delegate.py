"""How a cell of the limits table looks: the factor with its bar, the smallest row on its tint."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readiness.domain.assessment import Limit
from readiness.ui.models.limits_model import FACTOR, FIRST_ROLE, LIMIT, LIMIT_ROLE, RESOURCE, USED, Index
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.limit_factor_bar import LimitFactor, paint_limit_factor

ROW_HEIGHT: Final = 45
_PADDING: Final = 12
_BAR_LEFT: Final = 96


class LimitDelegate(QStyledItemDelegate):
    """Paints with the theme; holds the target the bars are drawn against."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.target = 10.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(80, self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        self._paint_ground(painter, rect, index, selected=bool(state & QStyle.StateFlag.State_Selected))
        limit = index.data(LIMIT_ROLE)
        if isinstance(limit, Limit):
            self._paint_words(painter, rect, index)
            if index.column() == FACTOR:
                self._paint_bar(painter, rect, limit, is_first=bool(index.data(FIRST_ROLE)))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:
        color = self._theme.color
        first = bool(index.data(FIRST_ROLE))
        if selected:
            painter.fillRect(rect, color("accentTint"))
        elif first:
            painter.fillRect(rect, color("attentionTint"))
        if first and index.column() == RESOURCE:
            painter.fillRect(QRectF(rect.left(), rect.top(), 5, rect.height()), color("attention"))
        if selected and index.column() == RESOURCE:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color("line"))

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        column = index.column()
        strong = column == FACTOR or (column == RESOURCE and bool(index.data(FIRST_ROLE)))
        font = self._theme.font("bodyStrong" if strong else "body")
        tone = "ink" if column in {RESOURCE, USED, LIMIT, FACTOR} else "ink2"
        base = drawing.baseline(font, rect.top(), rect.height())
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = rect.width() - 2 * _PADDING
        if column in {USED, LIMIT}:
            at = QPointF(rect.right() - _PADDING, base)
            drawing.words(painter, at, words, font, self._theme.color(tone), drawing.RIGHT, room=room)
        else:
            left = rect.left() + _PADDING
            drawing.words(
                painter,
                QPointF(left, base),
                words,
                font,
                self._theme.color(tone),
                room=rect.right() - left - 6,
            )

    def _paint_bar(self, painter: QPainter, rect: QRectF, limit: Limit, *, is_first: bool) -> None:
        place = rect.adjusted(self._theme.px(_BAR_LEFT), 0, -8, 0)
        if place.width() > 40:
            value = LimitFactor(factor=limit.factor, target=self.target, is_first=is_first)
            paint_limit_factor(painter, self._theme, place, value)
