"""How a system looks as a row: name, score, quarters, growth, what is next."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from readiness.ui.models.home_model import GROWTH, ROW_ROLE, SCORE, SYSTEM, TREND, HomeModel
from readiness.ui.models.home_rows import GrowthFacts, HomeRow, growth_words, practice_words
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.mini_ladder import MiniLadderValue, paint_mini_ladder
from readiness.ui.widgets.numbers import times
from readiness.ui.widgets.sparkline import paint_sparkline
from readiness.ui.widgets.wrapping import wrap

ROW_HEIGHT: Final = 92
PADDING: Final = 24
GAP: Final = 22


class SystemDelegate(QStyledItemDelegate):
    """Paints one cell at a time; ``hovered`` is the row under the pointer, ``selected`` the chosen one.

    The view tells both: asking the style would load all of its enums before the first paint.
    """

    def __init__(self, model: HomeModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.hovered = -1
        self.selected = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are as high."""
        return QSize(120, self._theme.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground and what the column says."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, HomeRow):
            return
        rect = QRectF(option.rect)
        is_selected = index.row() == self.selected
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index.row(), index.column(), is_selected=is_selected)
        left = PADDING if index.column() == SYSTEM else 0
        inner = rect.adjusted(left, 0, -GAP, 0)
        self._paint_cell(painter, inner, row, index.column())
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, row: int, column: int, *, is_selected: bool
    ) -> None:
        color = self._theme.color
        if is_selected or row == self.hovered:
            painter.fillRect(rect, color("accentTint" if is_selected else "hover"))
        if is_selected and column == SYSTEM:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        if row:
            top = QPointF(rect.left(), rect.top() + 0.5), QPointF(rect.right() + 1, rect.top() + 0.5)
            drawing.stroke(painter, *top, color("line"))

    def _paint_cell(self, painter: QPainter, rect: QRectF, row: HomeRow, column: int) -> None:
        if column == SYSTEM:
            self._paint_name(painter, rect, row)
        elif column == SCORE:
            self._paint_score(painter, rect, row)
        elif column == TREND:
            middle = QRectF(rect.left(), rect.center().y() - 28, rect.width(), 56)
            paint_sparkline(painter, self._theme, middle, row.trend, self._model.trend_range)
        elif column == GROWTH:
            if row.growth is not None:
                self._paint_growth(painter, rect, row.growth)
        else:
            self._paint_two(painter, rect, row.state, row.detail, "bodyStrong" if row.is_open else "body")

    def _paint_two(self, painter: QPainter, rect: QRectF, first: str, second: str, style: str) -> None:
        height = self._theme.line("body") + (self._theme.line("caption") if second else 0)
        top = rect.center().y() - height / 2
        self._line(painter, rect, top, first, style, "ink")
        self._line(painter, rect, top + self._theme.line("body"), second, "caption", "ink2")

    def _paint_name(self, painter: QPainter, rect: QRectF, row: HomeRow) -> None:
        """Paint the name in two lines where one is not enough."""
        lines = wrap(row.name, self._theme.font("section"), rect.width(), 2)
        line, small = self._theme.line("section"), self._theme.line("caption") if row.team else 0
        top = rect.center().y() - (len(lines) * line + small) / 2
        for place, text in enumerate(lines):
            self._line(painter, rect, top + place * line, text, "section", "ink")
        self._line(painter, rect, top + len(lines) * line, row.team, "caption", "ink2")

    def _paint_score(self, painter: QPainter, rect: QRectF, row: HomeRow) -> None:
        known = row.band is not None
        if not known and row.score != "–":
            self._paint_two(painter, rect, row.score, self.tr("plausible"), "section")
            return
        font = self._theme.font("number", size=30)
        number = self._theme.px(42)
        base = drawing.baseline(font, rect.top(), rect.height())
        at = QPointF(rect.left() + number, base)
        tone = "ink" if known else "ink3"
        drawing.words(painter, at, row.score, font, self._theme.color(tone), drawing.RIGHT)
        if known:
            beside = QRectF(rect.left() + number + 10, rect.top(), rect.width() - number - 10, rect.height())
            lines = [text for text in (row.label, row.stale) if text]
            top = base - self._theme.line("caption") + 4 - (self._theme.line("caption") if row.stale else 0)
            for place, text in enumerate(lines):
                self._line(
                    painter, beside, top + place * self._theme.line("caption"), text, "caption", "ink2"
                )

    def _paint_growth(self, painter: QPainter, rect: QRectF, growth: GrowthFacts) -> None:
        line, small = self._theme.line("body"), self._theme.line("caption")
        top = rect.center().y() - (line + 2 * small) / 2
        if growth.practice is None:
            self._line(painter, rect, top, practice_words(growth), "body", "ink")
        else:
            self._paint_ladder(painter, QRectF(rect.left(), top, rect.width(), line), growth, growth.practice)
        facts = " · ".join(growth_words(growth))
        self._line(painter, rect, top + line, facts, "caption", "ink2")
        if growth.breaks_first:
            first = self.tr("first: {what}").format(what=growth.breaks_first)
            self._line(painter, rect, top + line + small, first, "caption", "ink2")

    def _paint_ladder(self, painter: QPainter, rect: QRectF, growth: GrowthFacts, practice: int) -> None:
        """Paint the step, the ladder, and the target in words."""
        step, of_target = times(practice), self.tr("of {0}").format(times(growth.target))
        left = rect.left() + self._theme.px(50)
        right = rect.right() - self._theme.metrics("caption").horizontalAdvance(of_target) - 10
        self._line(painter, rect, rect.top(), step, "section", "ink")
        value = MiniLadderValue(
            practices=practice, tested=growth.tested, limit=growth.limit, target=growth.target
        )
        place = QRectF(left, rect.center().y() - 13, max(40.0, right - left), 26)
        paint_mini_ladder(painter, self._theme, place, value)
        after = QRectF(right + 10, rect.top(), rect.right() - right, rect.height())
        self._line(painter, after, rect.top() + 2, of_target, "caption", "ink2")

    def _line(self, painter: QPainter, rect: QRectF, top: float, text: str, style: str, tone: str) -> None:
        if text:
            font = self._theme.font(style)
            height = self._theme.line("caption" if style == "caption" else "body")
            at = QPointF(rect.left(), drawing.line_baseline(font, top, height))
            drawing.words(painter, at, text, font, self._theme.color(tone), room=rect.width())
