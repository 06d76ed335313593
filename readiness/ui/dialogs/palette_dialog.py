"""Go to or do anything by a few letters: systems, questions, actions."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.finding import Entry, Group, found
from readiness.ui.models.found_model import ENTRY_ROLE, FoundModel, Index
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.key_hint import key_height, key_width, paint_key
from readiness.ui.widgets.text import Text

_ROW = 44
_ROWS = 9
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _EntryDelegate(QStyledItemDelegate):
    """Title and detail at the left, the kind and the keys at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line, high enough to hit."""
        return QSize(200, self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        rect = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            drawing.box(painter, rect, 8, fill=self._theme.color("accentTint"))
        right = self._paint_right(painter, rect, entry)
        self._paint_words(painter, rect, entry, right, is_chosen=is_chosen)
        painter.restore()

    def _paint_right(self, painter: QPainter, rect: QRectF, entry: Entry) -> float:
        right = rect.right() - 12
        if entry.keys:
            width, height = key_width(self._theme, entry.keys), key_height(self._theme)
            right -= width
            place = QRectF(right, rect.center().y() - height / 2, width, height)
            paint_key(painter, self._theme, place, entry.keys)
            right -= 12
        font = self._theme.font("caption")
        at = QPointF(right, drawing.baseline(font, rect.top(), rect.height()))
        return (
            right
            - 16
            - drawing.words(painter, at, entry.kind, font, self._theme.color("ink3"), drawing.RIGHT)
        )

    def _paint_words(
        self, painter: QPainter, rect: QRectF, entry: Entry, right: float, *, is_chosen: bool
    ) -> None:
        font = self._theme.font("bodyStrong" if is_chosen else "body")
        at = QPointF(rect.left() + 12, drawing.baseline(font, rect.top(), rect.height()))
        color = self._theme.color("accent" if is_chosen else "ink")
        width = drawing.words(painter, at, entry.title, font, color, room=right - at.x())
        if entry.detail and at.x() + width + 40 < right:
            at.setX(at.x() + width + 12)
            quiet = self._theme.font("caption")
            drawing.words(painter, at, entry.detail, quiet, self._theme.color("ink2"), room=right - at.x())


class PaletteDialog(Sheet):
    """A field and what it finds; ↑ ↓ choose, Enter goes."""

    def __init__(self, entries: Sequence[Entry | Group], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Go to or do"), parent)
        self.setObjectName("palette-dialog")
        self.setMinimumWidth(theme.px(680))
        self._entries = tuple(entries)
        self._model = FoundModel(self)
        self._field = Field(theme, self.tr("Go to or do"), self)
        self._list = QListView(self)
        self._none = Text(theme, self.tr("Nothing here has these letters."), "body", "ink2", self)
        self._build_field()
        self._build_list()
        self._search("")
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose while the field keeps the focus, and Esc leave at once."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._list.event(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _build_field(self) -> None:
        self._field.setObjectName("palette-field")
        self._field.setPlaceholderText(self.tr("A system, a question, something to do"))
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(self._run_current)
        self.body.addWidget(self._field)

    def _build_list(self) -> None:
        self._list.setObjectName("palette-list")
        self._list.setAccessibleName(self.tr("Found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryDelegate(self._theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMinimumHeight(self._theme.px(_ROW) * _ROWS)
        self._list.clicked.connect(self._run_current)
        column = QVBoxLayout()
        column.addWidget(self._list, 1)
        column.addWidget(self._none)
        self.body.addLayout(column)

    def _search(self, letters: str) -> None:
        entries = found(letters, self._entries)
        self._model.set_entries(entries)
        self._none.setVisible(not entries)
        self._list.setCurrentIndex(self._model.index(0))

    def _run_current(self) -> None:
        entry = self._model.entry(self._list.currentIndex().row())
        if entry is not None:
            self.accept()
            entry.run()
