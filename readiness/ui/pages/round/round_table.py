"""A round as a table one can walk through with the keyboard; its dates are typed in their place."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.round_model import DUE, ENGINEERING, PRODUCT, STATE, SYSTEM, RoundModel
from readiness.ui.pages.round.round_delegate import ROW_HEIGHT, RoundDelegate
from readiness.ui.pages.round.round_header import RoundHeader
from readiness.ui.theme import Theme
from readiness.ui.widgets.row_manners import set_row_manners

_WIDTHS: Final = {SYSTEM: 190, ENGINEERING: 122, PRODUCT: 122, DUE: 164}
_COMPACT_WIDTHS: Final = {SYSTEM: 160, ENGINEERING: 78, PRODUCT: 78, DUE: 142}
_LEAST_STATE: Final = 264
_ROOM_FOR_YEARS: Final = 740
"""From this width on, “sealed 12 Dec 2026” has room, however small the rest is written."""


class RoundTable(QTableView):
    """Arrows move, Enter opens, D types a date, L leaves the round, S sorts, the menu has the rest."""

    opened = Signal(int)  # row
    menu_asked = Signal(int, QPoint)  # row, and where on the screen
    leave_asked = Signal(int)  # row
    sort_asked = Signal(int)  # column; −1 for the next
    refused = Signal()  # a date was asked for where none can be set

    def __init__(self, model: RoundModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._delegate = RoundDelegate(model, theme, icons, self)
        self.setObjectName("round-table")
        self.setAccessibleName(self.tr("Systems of the round"))
        self.setProperty("radius", 8)
        self.setProperty("inset", True)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        header = RoundHeader(model, self._delegate, theme, self)
        header.sort_asked.connect(self.sort_asked)
        self.setHorizontalHeader(header)
        self._set_manners()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.modelReset.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def current_row(self) -> int:
        """The row that is chosen; −1 for none."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def select(self, row: int) -> None:
        """Choose a row, if it is there."""
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, SYSTEM))

    def edit_due(self, row: int) -> None:
        """Let the date of a row be typed."""
        index = self._model.index(row, DUE)
        if self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.refused.emit()

    def wished_height(self) -> int:
        """Return how high all rows are together, with their heads."""
        return self._model.rowCount() * self._theme.px(ROW_HEIGHT) + self.horizontalHeader().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters do the rest. The Enter that ends a date ends up here too."""
        row = self.current_row
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_F2 and row >= 0:
            self.edit_due(row)
        elif not self._answers_to(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row: the one under the pointer, or with the Menu key the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.select(index.row())
            below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_asked.emit(index.row(), event.globalPos() if by_mouse else below)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out."""
        super().resizeEvent(event)
        self._share_out()

    def _answers_to(self, event: QKeyEvent) -> bool:
        """Do what a letter stands for, where letters do anything."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        row = self.current_row
        if not (plain and self._theme.single_keys):
            return False
        if event.key() == Qt.Key.Key_S:
            self.sort_asked.emit(-1)
        elif event.key() == Qt.Key.Key_D and row >= 0:
            self.edit_due(row)
        elif event.key() == Qt.Key.Key_L and row >= 0:
            self.leave_asked.emit(row)
        else:
            return False
        return True

    def _set_manners(self) -> None:
        set_row_manners(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(20)

    def _share_out(self) -> None:
        """Give the ladders what is left; where that is little, everything is written smaller."""
        whole, px = self.viewport().width(), self._theme.px
        self._delegate.is_compact = whole < px(sum(_WIDTHS.values()) + _LEAST_STATE)
        widths = dict(_COMPACT_WIDTHS if self._delegate.is_compact else _WIDTHS)
        if whole >= px(_ROOM_FOR_YEARS):
            widths[DUE] = _WIDTHS[DUE]
        for column, width in widths.items():
            self.setColumnWidth(column, px(width))
        self.setColumnWidth(STATE, max(px(140), whole - sum(px(width) for width in widths.values())))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _on_selection_changed(self) -> None:
        self._delegate.selected = self.current_row
        self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == DUE and self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit_due(index.row())
        else:
            self.opened.emit(index.row())

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        self._share_out()
        self.viewport().update()
