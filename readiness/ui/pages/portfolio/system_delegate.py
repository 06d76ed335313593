"""How a cell of the Portfolio looks: names with their marks, pillars as heat, the ladder, what is due."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from readiness.ui.models import portfolio_words as say
from readiness.ui.models.home_rows import practice_words
from readiness.ui.models.portfolio_model import STANDING_ROLE, Column, PortfolioModel
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.mini_ladder import MiniLadderValue, paint_mini_ladder
from readiness.ui.widgets.numbers import times
from readiness.ui.widgets.sparkline import paint_sparkline

if TYPE_CHECKING:
    from readiness.services.portfolio import Standing

ROW_HEIGHT: Final = 32
PADDING: Final = 16
GAP: Final = 10
_WEAK: Final = 1
_RADIUS: Final = 3


class PortfolioDelegate(QStyledItemDelegate):
    """Paints one cell; ``hovered`` is the row under the pointer, ``selected`` the chosen one.

    ``current`` is the column the keys stand in, −1 while the table has no focus.
    """

    def __init__(self, model: PortfolioModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.hovered = -1
        self.selected = -1
        self.current = -1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground and what the column says."""
        standing = index.data(STANDING_ROLE)
        column = self._model.column(index.column())
        if standing is None or column is None:
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index.row(), column)
        self._paint_cell(painter, rect, standing, column)
        if index.row() == self.selected and index.column() == self.current:
            inside = rect.adjusted(1.5, 1.5, -1.5, -1.5)
            drawing.box(painter, inside, _RADIUS + 2, line=self._theme.color("focus"), width=2)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, row: int, column: Column) -> None:
        color, is_selected = self._theme.color, row == self.selected
        if is_selected or row == self.hovered:
            painter.fillRect(rect, color("accentTint" if is_selected else "hover"))
        if is_selected and column.kind == "name":
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color("accent"))

    def _paint_cell(self, painter: QPainter, rect: QRectF, standing: "Standing", column: Column) -> None:
        if column.kind == "pillar":
            self._paint_pillar(painter, rect.adjusted(2, 2.5, -2, -2.5), standing, column)
        elif column.kind == "name":
            self._paint_name(painter, rect.adjusted(PADDING, 0, -GAP, 0), standing)
        elif column.kind == "trend":
            inner = rect.adjusted(GAP, 1, -GAP, -1)
            paint_sparkline(painter, self._theme, inner, standing.trend, self._model.trend_range)
        elif column.kind == "growth":
            self._paint_growth(painter, rect.adjusted(GAP, 0, -GAP, 0), standing)
        else:
            self._paint_words(painter, rect.adjusted(0, 0, -GAP, 0), standing, column)

    def _paint_words(self, painter: QPainter, rect: QRectF, standing: "Standing", column: Column) -> None:
        if column.kind == "due":
            due = self._model.due(standing)
            style, tone = ("caption", "ink") if due.is_soon else ("caption", "ink2")
            font = self._theme.font(style, weight=600 if due.is_soon else 400)
            self._line(painter, rect.adjusted(GAP, 0, 0, 0), due.words, font, tone)
        elif column.kind == "score":
            font = self._theme.font("bodyStrong")
            at = QPointF(rect.right() - GAP, drawing.baseline(font, rect.top(), rect.height()))
            words = self._model.words(standing, column)
            drawing.words(painter, at, words, font, self._theme.color("ink"), drawing.RIGHT)
        else:
            self._line(painter, rect, standing.line.team, self._theme.font("caption"), "ink2")

    def _paint_name(self, painter: QPainter, rect: QRectF, standing: "Standing") -> None:
        """Paint the name, and beside it what has to be known before it is held against others."""
        font, small = self._theme.font("body", weight=500), self._theme.font("label", weight=500)
        metrics = self._theme.metrics("label")
        told = say.tags(standing)
        wide = [metrics.horizontalAdvance(text) + 14 for text in told]
        room = max(60.0, rect.width() - sum(wide) - 6 * len(wide))
        at = QPointF(rect.left(), drawing.baseline(font, rect.top(), rect.height()))
        x = rect.left() + 8
        x += drawing.words(painter, at, standing.line.name, font, self._theme.color("ink"), room=room)
        height = float(self._theme.px(20))
        for text, width in zip(told, wide, strict=True):
            place = QRectF(x, rect.center().y() - height / 2, min(width, rect.right() - x), height)
            drawing.box(painter, place, 4, fill=self._theme.color("surface"), line=self._theme.color("line2"))
            base = drawing.baseline(small, place.top(), place.height())
            words = QPointF(place.left() + 7, base)
            drawing.words(painter, words, text, small, self._theme.color("ink2"), room=place.width() - 10)
            x = place.right() + 6

    def _paint_pillar(self, painter: QPainter, rect: QRectF, standing: "Standing", column: Column) -> None:
        words = say.pillar_words(standing, column.key)
        score = standing.pillars.get(column.key)
        color = self._theme.color
        if not words:
            return
        if score is None:
            drawing.box(painter, rect, _RADIUS, fill=color("surface"), line=color("line2"), dash=(3, 3))
            self._centred(painter, rect, words, "caption", "ink2")
        elif standing.difference:
            drawing.box(painter, rect, _RADIUS, fill=color("surface"), line=color("line2"))
            self._centred(painter, rect, words, "body", "ink2")
        else:
            self._paint_heat(painter, rect, words, min(4, score // 20))

    def _paint_heat(self, painter: QPainter, rect: QRectF, words: str, band: int) -> None:
        fill, ink = self._theme.ramp(band)
        font = self._theme.font("bodyStrong")
        drawing.box(painter, rect, _RADIUS, fill=fill)
        at = QPointF(rect.center().x(), drawing.baseline(font, rect.top(), rect.height()))
        wide = drawing.words(painter, at, words, font, ink, drawing.CENTER)
        if band <= _WEAK:
            size = float(self._theme.px(8))
            tip = QPointF(rect.center().x() - wide / 2 - size, rect.center().y() + size / 2)
            drawing.notch(painter, tip, size, ink, ink)

    def _centred(self, painter: QPainter, rect: QRectF, words: str, style: str, tone: str) -> None:
        font = self._theme.font(style)
        at = QPointF(rect.center().x(), drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(
            painter, at, words, font, self._theme.color(tone), drawing.CENTER, room=rect.width() - 4
        )

    def _paint_growth(self, painter: QPainter, rect: QRectF, standing: "Standing") -> None:
        facts = say.growth(standing)
        if facts is None:
            self._line(painter, rect, "–", self._theme.font("body"), "ink3")
            return
        if facts.practice is None:
            self._line(painter, rect, practice_words(facts), self._theme.font("caption"), "ink2")
            return
        font = self._theme.font("bodyStrong")
        at = QPointF(rect.left() + self._theme.px(42), drawing.baseline(font, rect.top(), rect.height()))
        color = self._theme.color("ink")
        drawing.words(painter, at, times(facts.practice), font, color, drawing.RIGHT)
        left = rect.left() + self._theme.px(54)
        place = QRectF(left, rect.center().y() - 13, max(40.0, rect.right() - left), 26)
        value = MiniLadderValue(
            practices=facts.practice, tested=facts.tested, limit=facts.limit, target=facts.target
        )
        paint_mini_ladder(painter, self._theme, place, value)

    def _line(self, painter: QPainter, rect: QRectF, text: str, font: QFont, tone: str) -> None:
        at = QPointF(rect.left(), drawing.baseline(font, rect.top(), rect.height()))
        drawing.words(painter, at, text, font, self._theme.color(tone), room=rect.width())
