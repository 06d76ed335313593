"""How a question looks in its topic: what was answered, in colour and number and words, and its gate."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readiness.ui.models.part_model import (
    ADDS,
    ANSWER,
    GATE,
    LINE_ROLE,
    QUESTION,
    SHARE,
    SURE,
    Index,
)
from readiness.ui.part_facts import QuestionLine, TopicLine
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.wrapping import wrap

_TOPIC_HEIGHT: Final = 44
_LEAST: Final = 52
_AIR: Final = 16
_PADDING: Final = 12
_ID: Final = 76
_BADGE: Final = 30
_GAP: Final = 12
_LINE: Final = 20


class PartDelegate(QStyledItemDelegate):
    """Paints with the theme; ``hovered`` is the row under the pointer, ``widths`` are the columns'."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered = -1
        self.widths: tuple[int, ...] = ()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the longest text of the row: nothing is cut off."""
        line = index.data(LINE_ROLE)
        if isinstance(line, QuestionLine) and self.widths:
            return QSize(80, self._height(line))
        return QSize(80, self._theme.px(_TOPIC_HEIGHT))

    def _height(self, line: QuestionLine) -> int:
        px, quiet = self._theme.px, self._theme.font("caption")
        question = wrap(line.prompt, quiet, self.widths[QUESTION] - 2 * _PADDING - px(_ID))
        anchor = wrap(line.anchor, quiet, self.widths[ANSWER] - 2 * _PADDING - px(_BADGE) - _GAP)
        sure = wrap(line.sure, quiet, self.widths[SURE] - 2 * _PADDING)
        lines = max(len(question), 1 + len(anchor), len(sure))
        return max(px(_LEAST), lines * px(_LINE) + px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option, index)
        if isinstance(line, QuestionLine):
            self._paint_question(painter, rect, line, index.column())
        elif isinstance(line, TopicLine):
            self._paint_topic(painter, rect, line)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        color = self._theme.color
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color("accentTint"))
            if index.column() == QUESTION:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, color("hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color("line"))

    def _paint_topic(self, painter: QPainter, rect: QRectF, line: TopicLine) -> None:
        strong, quiet = self._theme.font("section"), self._theme.font("caption")
        base = drawing.baseline(strong, rect.top(), rect.height())
        left = rect.left() + _PADDING
        room = rect.width() - 2 * _PADDING
        name = drawing.words(
            painter, QPointF(left, base), line.name, strong, self._theme.color("ink"), room=room
        )
        at = QPointF(left + name + 16, base)
        drawing.words(painter, at, line.words, quiet, self._theme.color("ink2"), room=room - name - 16)

    def _paint_question(self, painter: QPainter, rect: QRectF, line: QuestionLine, column: int) -> None:
        if column == QUESTION:
            self._paint_prompt(painter, rect, line)
        elif column == ANSWER:
            self._paint_answer(painter, rect, line)
        elif column in {SHARE, ADDS}:
            self._paint_number(painter, rect, line.share if column == SHARE else line.adds)
        elif column == GATE:
            self._paint_gate(painter, rect, line)
        else:
            self._paint_lines(painter, rect.adjusted(_PADDING, 0, -_PADDING, 0), line.sure, tone="ink2")

    def _paint_prompt(self, painter: QPainter, rect: QRectF, line: QuestionLine) -> None:
        inner = rect.adjusted(_PADDING + self._theme.px(_ID), 0, -_PADDING, 0)
        shown = self._paint_lines(painter, inner, line.prompt)
        font = self._theme.font("label")
        at = QPointF(rect.left() + _PADDING, drawing.line_baseline(font, shown, self._theme.px(_LINE)))
        room = self._theme.px(_ID) - 8
        drawing.words(painter, at, line.key, font, self._theme.color("ink2"), room=room)

    def _paint_answer(self, painter: QPainter, rect: QRectF, line: QuestionLine) -> None:
        side = float(self._theme.px(_BADGE))
        badge = QRectF(rect.left() + _PADDING, rect.center().y() - side / 2, side, side)
        self._paint_badge(painter, badge, line)
        left = badge.right() + _GAP
        inner = QRectF(left, rect.top(), rect.right() - _PADDING - left, rect.height())
        font, line_height = self._theme.font("label"), self._theme.px(_LINE)
        anchor = wrap(line.anchor, self._theme.font("caption"), inner.width()) if line.anchor else ()
        top = inner.center().y() - (1 + len(anchor)) * line_height / 2
        at = QPointF(left, drawing.line_baseline(font, top, line_height))
        drawing.words(painter, at, line.answer, font, self._theme.color("ink"), room=inner.width())
        for index, words in enumerate(anchor, start=1):
            quiet = self._theme.font("caption")
            at = QPointF(left, drawing.line_baseline(quiet, top + index * line_height, line_height))
            drawing.words(painter, at, words, quiet, self._theme.color("ink2"))

    def _paint_badge(self, painter: QPainter, badge: QRectF, line: QuestionLine) -> None:
        font = self._theme.font("bodyStrong")
        middle = QPointF(badge.center().x(), drawing.baseline(font, badge.top(), badge.height()))
        if line.level is None:
            drawing.box(painter, badge, 6, line=self._theme.color("line2"), dash=(3, 3))
            drawing.words(painter, middle, "–", font, self._theme.color("ink2"), drawing.CENTER)
            return
        fill, text = self._theme.ramp(line.level)
        drawing.box(painter, badge, 6, fill=fill)
        drawing.words(painter, middle, str(line.level), font, text, drawing.CENTER)

    def _paint_number(self, painter: QPainter, rect: QRectF, words: str) -> None:
        font = self._theme.font("caption")
        at = QPointF(rect.right() - _PADDING, drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(painter, at, words, font, self._theme.color("ink"), drawing.RIGHT)

    def _paint_gate(self, painter: QPainter, rect: QRectF, line: QuestionLine) -> None:
        if not line.gate:
            return
        color, px = self._theme.color, self._theme.px
        left = rect.left() + _PADDING
        if line.is_open_gate:
            tip = QPointF(left + px(5), rect.center().y() + px(5))
            drawing.notch(painter, tip, px(10), color("attention"), color("attentionLine"))
        elif line.is_passed_gate:
            side = px(16)
            drawing.tick(
                painter, QRectF(left - 3, rect.center().y() - side / 2, side, side), color("ink2"), 1.75
            )
        inner = QRectF(left + px(18), rect.top(), rect.width() - 2 * _PADDING - px(18), rect.height())
        self._paint_lines(painter, inner, line.gate, tone="ink" if line.is_open_gate else "ink2")

    def _paint_lines(self, painter: QPainter, rect: QRectF, text: str, *, tone: str = "ink") -> float:
        """Paint wrapped lines in the middle of a cell and return where they begin."""
        font, height = self._theme.font("caption"), self._theme.px(_LINE)
        lines = wrap(text, font, rect.width()) if text else ()
        top = rect.center().y() - len(lines) * height / 2
        for index, words in enumerate(lines):
            at = QPointF(rect.left(), drawing.line_baseline(font, top + index * height, height))
            drawing.words(painter, at, words, font, self._theme.color(tone))
        return top
