"""How a cell of the heat map looks: its number always, a word where it is weak, dashed for nothing."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.heat_model import CELL_ROLE, HeatCell, HeatRow, Index
from readiness.ui.widgets.wrapping import wrap

CELL: Final = 58
GAP: Final = 4
_INSET: Final = 10
_PILLAR_INSET: Final = 6  # so that the ring of the focus cuts no letter
_LINE: Final = 17
_RADIUS: Final = 4
_WEAK_LINE: Final = 2.5


class HeatDelegate(QStyledItemDelegate):
    """Paints with the theme; ``hovered`` is the cell under the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered = (-1, -1)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All cells are equally high."""
        return QSize(80, self._theme.px(CELL + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(CELL_ROLE)
        if cell is None:
            return
        rect = QRectF(option.rect).adjusted(0, 0, -GAP, -self._theme.px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(cell, HeatRow):
            self._paint_pillar(painter, rect, cell)
        else:
            self._paint_cell(painter, rect, cell)
        self._paint_state(painter, rect, option, index)
        painter.restore()

    def _paint_pillar(self, painter: QPainter, rect: QRectF, row: HeatRow) -> None:
        font, line = self._theme.font("body"), self._theme.px(20)
        lines = wrap(row.name, font, rect.width() - 2 * _PILLAR_INSET, 2)
        top = rect.center().y() - len(lines) * line / 2
        for index, words in enumerate(lines):
            base = drawing.line_baseline(font, top + index * line, line)
            at = QPointF(rect.left() + _PILLAR_INSET, base)
            drawing.words(painter, at, words, font, self._theme.color("ink"))

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: HeatCell) -> None:
        if cell.band is None:
            drawing.box(painter, rect, _RADIUS, line=self._theme.color("line2"), dash=(3, 3))
            self._paint_words(painter, rect, cell, self._theme.color("ink2"))
            return
        fill, text = self._theme.ramp(cell.band)
        drawing.box(painter, rect, _RADIUS, fill=fill)
        if cell.is_weak:
            drawing.box(painter, rect, _RADIUS, line=self._theme.color("ink"), width=_WEAK_LINE)
            inner = rect.adjusted(_WEAK_LINE, _WEAK_LINE, -_WEAK_LINE, -_WEAK_LINE)
            drawing.box(painter, inner, _RADIUS - 1, line=self._theme.color("surface"), width=1)
        self._paint_words(painter, rect, cell, text)

    def _paint_words(self, painter: QPainter, rect: QRectF, cell: HeatCell, tone: QColor) -> None:
        theme, px = self._theme, self._theme.px
        number = theme.font("section")
        taken = 0.0
        if cell.shown:
            at = QPointF(rect.right() - px(_INSET), drawing.baseline(number, rect.top(), rect.height()))
            taken = drawing.words(painter, at, cell.shown, number, tone, drawing.RIGHT) + 8
        font, line = theme.font("caption", weight=500), px(_LINE)
        room = rect.width() - 2 * px(_INSET) - taken
        lines = wrap(cell.name, font, room, 2)
        top = rect.center().y() - (len(lines) + bool(cell.word)) * line / 2
        for words in lines:
            at = QPointF(rect.left() + px(_INSET), drawing.line_baseline(font, top, line))
            drawing.words(painter, at, words, font, tone)
            top += line
        if cell.word:
            self._paint_word(painter, QRectF(rect.left() + px(_INSET), top, room, line), cell, tone)

    def _paint_word(self, painter: QPainter, place: QRectF, cell: HeatCell, tone: QColor) -> None:
        strong = self._theme.font("label")
        left = place.left()
        if cell.band is not None:
            size = float(self._theme.px(9))
            drawing.notch(painter, QPointF(left + size / 2, place.center().y() + size / 2), size, tone, tone)
            left += size + 6
        at = QPointF(left, drawing.line_baseline(strong, place.top(), place.height()))
        drawing.words(painter, at, cell.word, strong, tone, room=place.right() - left)

    def _paint_state(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Outline what is under the pointer, and ring what has the focus: ring and gap inside the cell."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            drawing.box(painter, rect, _RADIUS, line=self._theme.color("surface"), width=5)
            drawing.box(painter, rect, _RADIUS, line=self._theme.color("focus"), width=2.5)
        elif (index.row(), index.column()) == self.hovered:
            drawing.box(painter, rect, _RADIUS, line=self._theme.color("ink2"), width=2)
