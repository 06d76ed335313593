"""The table of the Portfolio: cells one walks through, rows that open."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from readiness.ui.models.portfolio_model import PortfolioModel
from readiness.ui.pages.portfolio.columns import shared_out
from readiness.ui.pages.portfolio.system_delegate import ROW_HEIGHT, PortfolioDelegate
from readiness.ui.pages.portfolio.table_header import PortfolioHeader
from readiness.ui.theme import Theme
from readiness.ui.widgets.row_manners import set_row_manners

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_ROWS: Final = 6


class SystemsTable(QTableView):
    """Arrows move, Enter or a click opens the row or its pillar, S sorts, other letters find.

    With Shift a letter finds that otherwise does something.
    """

    opened = Signal(int, int)  # row, column
    sort_asked = Signal(int)  # column
    letters_typed = Signal(str)
    menu_asked = Signal(int, QPoint)  # row, and where on the screen

    def __init__(self, model: PortfolioModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._delegate = PortfolioDelegate(model, theme, self)
        self._header = PortfolioHeader(model, theme, self)
        self._set_manners()
        self._header.sort_asked.connect(self.sort_asked)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_moved)
        model.modelReset.connect(self._on_reset)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def selected_system(self) -> int:
        """The system the keys stand at; −1 for none."""
        row = self._model.row(self.currentIndex().row())
        return -1 if row is None else row.line.system_id

    def select(self, system_id: int) -> None:
        """Go to a system, or to the first where it is not shown."""
        if self._model.rowCount():
            row = max(0, self._model.row_of(system_id))
            column = min(max(0, self._header.current), self._model.columnCount() - 1)
            index = self._model.index(row, column)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def wished_height(self) -> int:
        """Return how high head and all rows are together."""
        return self._header.height() + self._model.rowCount() * self._theme.px(ROW_HEIGHT) + 2

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; arrows and pages are the table’s own."""
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            self.opened.emit(index.row(), index.column())
        elif self._is_plain(event, Qt.Key.Key_S):
            self.sort_asked.emit(self._header.current)
        elif self._is_plain(event, Qt.Key.Key_T):
            event.ignore()
        elif _is_text(event):
            self.letters_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row: the one under the pointer, or with the Menu key the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            below = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(index.row(), event.globalPos() if by_mouse else below)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cell that the keys stand in."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select(-1)
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the sign of the keys away."""
        super().focusOutEvent(event)
        self._show_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: "QEvent") -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def sizeHint(self) -> QSize:
        """A few rows: the table takes what the page leaves it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few rows: where even they have no room, the page scrolls."""
        rows = min(_LEAST_ROWS, max(1, self._model.rowCount()))
        return QSize(self._theme.px(480), self._header.height() + rows * self._theme.px(ROW_HEIGHT) + 2)

    # Inside

    def _is_plain(self, event: QKeyEvent, key: Qt.Key) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return self._theme.single_keys and plain and event.key() == key

    def _share_out(self) -> None:
        widths = shared_out(self.viewport().width() / self._theme.zoom, self._model.columns)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, width == 0)
            self.setColumnWidth(column, self._theme.px(width))
        taken = sum(self.columnWidth(column) for column in range(1, len(widths)))
        if widths:
            least = self._theme.px(120)
            self.setColumnWidth(0, max(least, self.viewport().width() - taken))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _show_current(self) -> None:
        index = self.currentIndex()
        self._delegate.selected = index.row()
        self._delegate.current = index.column() if self.hasFocus() else -1
        self.viewport().update()
        self._header.viewport().update()

    def _on_moved(
        self, now: "QModelIndex | QPersistentModelIndex", _before: "QModelIndex | QPersistentModelIndex"
    ) -> None:
        if now.isValid():
            self._header.set_current(now.column())
        self._show_current()

    def _on_clicked(self, index: "QModelIndex | QPersistentModelIndex") -> None:
        self.opened.emit(index.row(), index.column())

    def _on_reset(self) -> None:
        self._delegate.selected = -1
        self._share_out()
        self.updateGeometry()

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        self._share_out()
        self._show_current()

    def _set_manners(self) -> None:
        self.setObjectName("portfolio-table")
        self.setAccessibleName(self.tr("Systems"))
        self.setProperty("radius", 8)
        self.setProperty("inset", True)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        set_row_manners(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setMinimumSectionSize(20)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)


def _is_text(event: QKeyEvent) -> bool:
    quiet = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    text = event.text()
    return quiet and bool(text) and text.isprintable() and not text.isspace()
