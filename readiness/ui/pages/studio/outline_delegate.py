"""How a part of the questionnaire looks in the tree: chevron, words, its mark, and what it counts."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from readiness.ui.icons import Icons
from readiness.ui.models.outline_model import ROW_ROLE, OutlineRow
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.wrapping import wrap

ROW_HEIGHT: Final = 38
_QUESTION_HEIGHT: Final = 52
_QUESTION_LINES: Final = 2
_LINE_HEIGHT: Final = 19
_INDENT: Final = 20
_SMALL_INDENT: Final = 8
_ROOMY: Final = 250
_ICON: Final = 18
_MARKS: Final = {"error": "error", "suggestion": "ink2"}


class OutlineDelegate(QStyledItemDelegate):
    """Paints one row; ``hovered`` and ``selected`` are told by the view, ``opened`` says what is open."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.hovered: tuple[int, ...] = ()
        self.selected: tuple[int, ...] = ()
        self.opened: frozenset[str] = frozenset()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Questions have two lines: their first words alone tell few of them apart."""
        row = index.data(ROW_ROLE)
        is_question = isinstance(row, OutlineRow) and len(row.place) == 3
        return QSize(120, self._theme.px(_QUESTION_HEIGHT if is_question else ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground and what stands on it."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OutlineRow):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, row)
        indent = _INDENT if rect.width() >= self._theme.px(_ROOMY) else _SMALL_INDENT
        left = rect.left() + 12 + self._theme.px(indent) * (len(row.place) - 1)
        if len(row.place) < 3:
            side = self._theme.px(_ICON)
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            name = "chevron-down" if row.key in self.opened else "chevron-right"
            self._icons.paint(painter, place, name, self._theme.color("ink2"))
        right = self._paint_counts(painter, rect, row)
        self._paint_words(painter, rect, row, left + self._theme.px(_ICON) + 6, right)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, row: OutlineRow) -> None:
        color = self._theme.color
        inner = rect.adjusted(0, 1, -4, -1)
        if row.place == self.selected:
            drawing.box(painter, inner, 6, fill=color("accentTint"))
            bar = QRectF(rect.left(), rect.top() + 8, 3, rect.height() - 16)
            drawing.box(painter, bar, 1.5, fill=color("accent"))
        elif row.place == self.hovered:
            drawing.box(painter, inner, 6, fill=color("hover"))

    def _paint_counts(self, painter: QPainter, rect: QRectF, row: OutlineRow) -> float:
        """Paint what it counts and its mark, from the right; return where they begin."""
        font = self._theme.font("caption")
        right = rect.right() - 16
        at = QPointF(right, drawing.baseline(font, rect.top(), rect.height()))
        color = self._theme.color
        drawing.words(painter, at, row.counts, font, color("ink2"), drawing.RIGHT)
        right -= max(self._theme.px(30), QFontMetricsF(font).horizontalAdvance(row.counts) + 8)
        if row.mark:
            side = self._theme.px(_ICON)
            place = QRectF(right - side, rect.center().y() - side / 2, side, side)
            self._icons.paint(painter, place, "warning", color(_MARKS[row.mark]))
            right -= side + 6
        return right

    def _paint_words(
        self, painter: QPainter, rect: QRectF, row: OutlineRow, left: float, right: float
    ) -> None:
        color = self._theme.color
        is_selected = row.place == self.selected
        ink = color("accent" if is_selected else "ink" if row.text else "ink3")
        text = row.text or self.tr("no words yet")
        if len(row.place) == 3:
            place = QRectF(left, rect.top(), right - left, rect.height())
            self._paint_question(painter, place, f"{row.id}  {text}", ink, is_selected=is_selected)
            return
        font = self._theme.font("bodyStrong" if len(row.place) == 1 or is_selected else "body")
        base = drawing.baseline(font, rect.top(), rect.height())
        drawing.words(painter, QPointF(left, base), text, font, ink, room=right - left)

    def _paint_question(
        self, painter: QPainter, place: QRectF, text: str, ink: QColor, *, is_selected: bool
    ) -> None:
        font = self._theme.font("caption", weight=600 if is_selected else 400)
        lines = wrap(text, font, place.width(), _QUESTION_LINES)
        height = self._theme.px(_LINE_HEIGHT)
        top = place.center().y() - height * len(lines) / 2
        for number, line in enumerate(lines):
            base = drawing.baseline(font, top + height * number, height)
            drawing.words(painter, QPointF(place.left(), base), line, font, ink, room=place.width())
