"""How a cell of the table review looks: levels on the ramp with their number, missing ones with a word."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.review_model import (
    AGREED,
    ENGINEERING,
    ID,
    PRODUCT,
    QUESTION,
    ROW_ROLE,
    SURE,
    WHY,
    Index,
    ReviewModel,
)
from readiness.ui.models.review_rows import Cell, ReviewRow
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.wrapping import wrap

ROW_HEIGHT: Final = 44
TWO_LINES: Final = 60
PADDING: Final = 20
_CHIP: Final = QSize(38, 30)
_OPEN: Final = QSize(86, 32)


class ReviewDelegate(QStyledItemDelegate):
    """Paints with the theme. ``takes_keys``: the current row takes a digit; ``hovered`` is pointed at."""

    def __init__(self, model: ReviewModel, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._icons = icons
        self.takes_keys = False
        self.is_two_lined = False
        self.hovered = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(60, self._theme.px(TWO_LINES if self.is_two_lined else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ReviewRow):
            return
        rect = QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index, is_current=is_current)
        column = index.column()
        if column == QUESTION:
            self._paint_question(painter, rect, row, is_current=is_current)
        elif column == AGREED:
            self._paint_agreed(painter, rect, row, is_current=is_current)
        elif column in {PRODUCT, ENGINEERING}:
            self._paint_cell(painter, rect, row.product if column == PRODUCT else row.engineering)
        else:
            ways = {ID: self._paint_id, SURE: self._paint_sure, WHY: self._paint_why}
            ways.get(column, self._paint_comments)(painter, rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index, *, is_current: bool) -> None:
        color = self._theme.color
        if is_current or index.row() == self.hovered:
            painter.fillRect(rect, color("accentTint" if is_current else "hover"))
        if is_current and index.column() == ID:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color("line"))

    def _paint_id(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        font = self._theme.font("caption")
        room = rect.width() - PADDING - 4
        at = QPointF(rect.left() + PADDING, drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(painter, at, row.id, font, self._theme.color("ink2"), room=room)

    def _paint_question(self, painter: QPainter, rect: QRectF, row: ReviewRow, *, is_current: bool) -> None:
        is_strong = is_current or "failing_gate" in row.why
        font = self._theme.font("body", weight=600 if is_strong else 500)
        room = rect.width() - 14
        lines = wrap(row.prompt, font, room, 2) if self.is_two_lined else (row.prompt,)
        height = self._theme.px(21 if len(lines) > 1 else 24)
        top = rect.center().y() - len(lines) * height / 2
        for place, line in enumerate(lines):
            at = QPointF(rect.left(), drawing.baseline(font, top + place * height, height))
            drawing.words(painter, at, line, font, self._theme.color("ink"), room=room)

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        if cell.kind == "level":
            self._paint_level(painter, self._middle(rect, _CHIP), cell.level)
        elif cell.kind == "hidden":
            self._paint_hidden(painter, rect)
        elif cell.kind == "unknown":
            self._paint_dashed(painter, self._middle(rect, _CHIP), "?", "label")
        else:
            word = self.tr("n/a") if cell.kind == "not_applicable" else "–"
            self._paint_word(painter, rect, word)

    def _paint_agreed(self, painter: QPainter, rect: QRectF, row: ReviewRow, *, is_current: bool) -> None:
        cell = row.agreed
        if is_current and self.takes_keys:
            self._paint_typing(painter, rect, row)
        elif cell.kind == "open":
            self._paint_dashed(painter, self._middle(rect, _OPEN), self.tr("open"), "caption")
        elif cell.kind == "level" and row.carried:
            # Off the ramp: nobody has said it this quarter.
            self._paint_dashed(painter, self._middle(rect, _CHIP), str(cell.level), "label")
        else:
            self._paint_cell(painter, rect, cell)

    def _paint_typing(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        """Paint the ring of the cell that takes a digit, around its answer or around what it takes."""
        color, cell = self._theme.color, row.agreed
        box = self._middle(rect, _OPEN)
        drawing.box(
            painter, box.adjusted(-3, -3, 3, 3), 9, fill=color("surface"), line=color("focus"), width=2
        )
        if cell.kind == "open":
            drawing.box(painter, box, 6, line=color("line2"))
            words = "0–4" if self._theme.single_keys else self.tr("open")
            self._paint_word(painter, box, words, style="label", tone="ink")
        elif cell.kind == "level" and not row.carried:
            self._paint_level(painter, box, cell.level)
        else:
            word = self._model.words(row, AGREED)
            self._paint_dashed(painter, box, word, "label")

    def _paint_level(self, painter: QPainter, box: QRectF, level: int) -> None:
        fill, ink = self._theme.ramp(level)
        drawing.box(painter, box, 5, fill=fill)
        font = self._theme.font("bodyStrong")
        at = QPointF(box.center().x(), drawing.baseline(font, box.top(), box.height()))
        drawing.words(painter, at, str(level), font, ink, drawing.CENTER)

    def _paint_dashed(self, painter: QPainter, box: QRectF, word: str, style: str) -> None:
        color = self._theme.color
        drawing.box(painter, box, 6, fill=color("surface"), line=color("line2"), dash=(3, 3))
        self._paint_word(painter, box, word, style=style)

    def _paint_hidden(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the lock over its word; in a wide cell beside it."""
        font, color = self._theme.font("caption"), self._theme.color("ink3")
        side = self._theme.px(14)
        width = self._theme.metrics("caption").horizontalAdvance(self.tr("hidden"))
        if rect.width() < width + side + 8:
            self._paint_word(painter, rect, self.tr("hidden"))
            return
        left = rect.center().x() - (width + side + 3) / 2
        self._icons.paint(painter, QRectF(left, rect.center().y() - side / 2, side, side), "lock", color)
        at = QPointF(left + side + 3, drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(painter, at, self.tr("hidden"), font, color)

    def _paint_sure(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        font = self._theme.font("caption")
        at = QPointF(rect.left() + 8, drawing.baseline(font, rect.top(), rect.height()))
        words = self._model.words(row, SURE)
        drawing.words(painter, at, words, font, self._theme.color("ink2"), room=rect.width() - 12)

    def _paint_why(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        if not row.why:
            self._paint_carried_words(painter, rect, row)
            return
        color, first = self._theme.color, row.why[0]
        is_strong = first in {"failing_gate", "apart"}
        font = self._theme.font("label" if is_strong else "caption")
        base = drawing.baseline(font, rect.top(), rect.height())
        left = rect.left() + 8 + self._paint_sign(painter, rect, first)
        words = self._model.why_words(row, first)
        tone = color("ink" if is_strong else "ink2")
        left += drawing.words(painter, QPointF(left, base), words, font, tone, room=rect.right() - left - 24)
        if len(row.why) > 1:
            quiet = self._theme.font("caption")
            drawing.words(painter, QPointF(left + 6, base), f"+{len(row.why) - 1}", quiet, color("ink2"))

    def _paint_carried_words(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        """Say from which quarter an answer stands, where nothing else is to say."""
        font = self._theme.font("caption")
        at = QPointF(rect.left() + 8, drawing.baseline(font, rect.top(), rect.height()))
        words = self._model.words(row, WHY)
        drawing.words(painter, at, words, font, self._theme.color("ink2"), room=rect.width() - 12)

    def _paint_sign(self, painter: QPainter, rect: QRectF, why: str) -> float:
        """Paint the sign before a strong reason; return the room it takes."""
        side = float(self._theme.px(16))
        place = QRectF(rect.left() + 8, rect.center().y() - side / 2, side, side)
        color = self._theme.color
        if why == "failing_gate":
            self._icons.paint(painter, place, "warning", color("ink"))
        elif why == "apart":
            tip = QPointF(place.center().x(), place.center().y() + side * 0.36)
            drawing.notch(painter, tip, side * 0.72, color("attention"), color("attentionLine"))
        else:
            return 0.0
        return side + self._theme.px(6)

    def _paint_comments(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        if not row.comments:
            return
        side = float(self._theme.px(16))
        color = self._theme.color("ink2")
        self._icons.paint(
            painter, QRectF(rect.left(), rect.center().y() - side / 2, side, side), "note", color
        )
        font = self._theme.font("caption")
        at = QPointF(rect.left() + side + 6, drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(painter, at, str(row.comments), font, color)

    def _paint_word(
        self, painter: QPainter, rect: QRectF, word: str, *, style: str = "caption", tone: str = "ink2"
    ) -> None:
        font = self._theme.font(style)
        at = QPointF(rect.center().x(), drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(painter, at, word, font, self._theme.color(tone), drawing.CENTER)

    def _middle(self, rect: QRectF, size: QSize) -> QRectF:
        wide = min(float(self._theme.px(size.width())), rect.width() - 8)
        high = min(float(self._theme.px(size.height())), rect.height() - 8)
        return QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2 - 0.5, wide, high)
