"""How a system of a round looks as a row: name, both sides as bars, its date, and where it stands."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readiness.domain.counting import Side
from readiness.domain.rounds import SideCount
from readiness.ui.icons import Icons
from readiness.ui.models.round_model import DUE, ROW_ROLE, SIDE_OF, STATE, SYSTEM, RoundModel
from readiness.ui.models.round_rows import RoundRow
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.mini_ladder import MiniLadderValue, paint_mini_ladder

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 34
PADDING: Final = 20
GAP: Final = 16
_COMPACT_GAP: Final = 10
_LEAST_BAR: Final = 20
LADDER_INSET: Final = 4
_BAR: Final = 72
_BAR_HEIGHT: Final = 7
_NUMBER_ROOM: Final = 34
_OTHER_ROOM: Final = 72
_ICON: Final = 16
_SIGNS: Final = {"package": "copy", "sealed": "lock"}


class RoundDelegate(QStyledItemDelegate):
    """Paints one cell at a time; ``hovered`` is the row under the pointer, ``selected`` the chosen one."""

    def __init__(self, model: RoundModel, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._icons = icons
        self.hovered = -1
        self.selected = -1
        self.is_compact = False

    @property
    def gap(self) -> int:
        """The room between two columns."""
        return self._theme.px(_COMPACT_GAP if self.is_compact else GAP)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are as high."""
        return QSize(120, self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground and what the column says."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RoundRow):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index.row(), index.column())
        left = self._theme.px(PADDING) if index.column() == SYSTEM else 0
        self._paint_cell(painter, rect.adjusted(left, 0, -self.gap, 0), row, index.column())
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Let a date be typed in its place."""
        row = index.data(ROW_ROLE)
        name = self.tr("Due date of {0}").format(row.entry.system if isinstance(row, RoundRow) else "")
        field = Field(self._theme, name, parent)
        field.setObjectName("round-due")
        field.setPlaceholderText(self.tr("18 Sep"))
        field.setMinimumHeight(1)
        field.setTextMargins(self._theme.px(4), 0, 0, 0)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Offer the date that is set."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect.adjusted(-self._theme.px(6), 1, -self._theme.px(GAP), -1))

    def _paint_ground(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        color, is_selected = self._theme.color, row == self.selected
        if is_selected or row == self.hovered:
            painter.fillRect(rect, color("accentTint" if is_selected else "hover"))
        if is_selected and column == SYSTEM:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color("accent"))
        if row:
            top = QPointF(rect.left(), rect.top() + 0.5), QPointF(rect.right() + 1, rect.top() + 0.5)
            drawing.stroke(painter, *top, color("line"))

    def _paint_cell(self, painter: QPainter, rect: QRectF, row: RoundRow, column: int) -> None:
        if column == SYSTEM:
            tone = "ink2" if row.entry.state == "left" else "ink"
            self._words(painter, rect, row.entry.system, "body", tone)
        elif column in SIDE_OF:
            self._paint_count(painter, rect, row, SIDE_OF[column])
        elif column == DUE:
            self._paint_due(painter, rect, row)
        elif column == STATE:
            self._paint_state(painter, rect, row)

    def _paint_count(self, painter: QPainter, rect: QRectF, row: RoundRow, side: Side) -> None:
        """Paint a bar and the number; where a side is asked another number, of how many too."""
        count = row.entry.answering.side(side) if row.entry.answering else None
        if count is None:
            self._words(painter, rect, "–", "body", "ink3")
            return
        is_other = self._model.is_other(row, side)
        room = rect.width() - self._theme.px(_OTHER_ROOM if is_other else _NUMBER_ROOM)
        width = min(float(self._theme.px(_BAR)), room)
        if width >= _LEAST_BAR:
            bar = QRectF(rect.left(), rect.center().y() - _BAR_HEIGHT / 2, width, _BAR_HEIGHT)
            self._paint_bar(painter, bar, count, side)
            rect = rect.adjusted(width + 8, 0, 0, 0)
        if not count.given and not is_other:
            self._words(painter, rect, "–", "body", "ink3")
            return
        wide = self._words(painter, rect, str(count.given), "bodyStrong", "ink")
        if is_other:
            words = self.tr("of {0}").format(count.asked)
            self._words(painter, rect.adjusted(wide + 4, 0, self.gap, 0), words, "caption", "ink2")

    def _paint_bar(self, painter: QPainter, bar: QRectF, count: SideCount, side: Side) -> None:
        drawing.box(painter, bar, _BAR_HEIGHT / 2, fill=self._theme.color("sunken"))
        if count.given and count.asked:
            done = QRectF(bar)
            done.setWidth(max(_BAR_HEIGHT, bar.width() * min(1.0, count.given / count.asked)))
            drawing.box(painter, done, _BAR_HEIGHT / 2, fill=self._theme.color(side))

    def _paint_due(self, painter: QPainter, rect: QRectF, row: RoundRow) -> None:
        color = self._theme.color
        if row.urgency:
            size = float(self._theme.px(12))
            tip = QPointF(rect.left() + size / 2, rect.center().y() + size / 2)
            drawing.notch(painter, tip, size, color("attention"), color("attentionLine"))
            self._words(painter, rect.adjusted(size + 8, 0, 0, 0), row.due, "bodyStrong", "ink")
            return
        sign = _SIGNS.get(row.entry.state)
        if sign is None:
            tone = "ink3" if row.entry.due is None and row.entry.is_waiting else "ink2"
            self._words(painter, rect, row.due, "body", tone)
            return
        side = float(self._theme.px(_ICON))
        place = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        self._icons.paint(painter, place, sign, color("ink2"))
        self._words(painter, rect.adjusted(side + 6, 0, 0, 0), row.due, "body", "ink2")

    def _paint_state(self, painter: QPainter, rect: QRectF, row: RoundRow) -> None:
        figures = row.figures
        if figures is None:
            self._words(painter, rect.adjusted(0, 0, self.gap - 4, 0), row.state, "body", "ink2")
            return
        value = MiniLadderValue(
            practices=figures.practices, target=figures.target, limit=figures.limit, tested=figures.tested
        )
        place = rect.adjusted(LADDER_INSET, 0, 0, 0)
        paint_mini_ladder(painter, self._theme, place, value)

    def _words(self, painter: QPainter, rect: QRectF, text: str, style: str, tone: str) -> float:
        """Paint a line, smaller in a narrow table; return how wide it is."""
        font = self._theme.font(style)
        if self.is_compact and not text.isdecimal():
            font = self._theme.font("caption", weight=self._theme.style(style).weight)
        at = QPointF(rect.left(), drawing.baseline(font, rect.top(), rect.height()))
        return drawing.words(painter, at, text, font, self._theme.color(tone), room=rect.width())
