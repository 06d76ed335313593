"""The systems as a table one can walk through with the keyboard; smooth with a thousand of them."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.home_model import GROWTH, SCORE, STATE, SYSTEM, TREND, HomeModel
from readiness.ui.pages.home.system_delegate import GAP, PADDING, ROW_HEIGHT, SystemDelegate
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.row_manners import set_row_manners

_WIDTHS: Final = {SCORE: 122, TREND: 108, GROWTH: 250, STATE: 142 + 40}
_NARROW: Final = 860
_NARROW_WIDTHS: Final = {SCORE: 122, TREND: 0, GROWTH: 214, STATE: 134 + 34}
_LEAST: Final = 660
_LEAST_WIDTHS: Final = {**_NARROW_WIDTHS, GROWTH: 0}  # large text: the name and what is new come first


class SystemsView(QTableView):
    """Arrows move, Enter or a click opens, letters find."""

    opened = Signal(int)  # row
    letters_typed = Signal(str)
    columns_moved = Signal()
    menu_asked = Signal(int, QPoint)  # row, and where on the screen
    delete_asked = Signal(int)  # row

    def __init__(self, model: HomeModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._delegate = SystemDelegate(model, theme, self)
        self.setObjectName("systems")
        self.setAccessibleName(self.tr("Systems"))
        self.setProperty("radius", 8)
        self.setProperty("inset", True)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._more = Button(theme, "", "quiet", self.viewport())
        self._set_up_more(icons)
        self._set_manners()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.modelReset.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def column_lefts(self) -> tuple[tuple[int, int], ...]:
        """Return left edge and width of each column that is shown; of a hidden one, no width."""
        return tuple(
            (
                self.columnViewportPosition(column) + (PADDING if column == SYSTEM else 0),
                self.columnWidth(column),
            )
            for column in range(5)
        )

    def select(self, row: int) -> None:
        """Select a row, if it is there."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, SYSTEM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, and hand letters to the one who finds."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid() and self._has_selection:
            self.opened.emit(current.row())
            return
        if event.key() == Qt.Key.Key_Delete and current.isValid() and self._has_selection:
            self.delete_asked.emit(current.row())
            return
        text = event.text()
        quiet = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if quiet and text and text.isprintable() and not text.isspace():
            self.letters_typed.emit(text)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row: the one under the pointer, or with the Menu key the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(self.model().index(index.row(), SYSTEM))
            below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_asked.emit(index.row(), event.globalPos() if by_mouse else below)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Keep the button at its row."""
        super().scrollContentsBy(across, down)
        self._place_more()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out; what is narrow goes without the quarters."""
        super().resizeEvent(event)
        self._share_out()
        self._place_more()

    def wished_height(self) -> int:
        """Return how high all rows are together."""
        return self.model().rowCount() * self._theme.px(ROW_HEIGHT)

    @property
    def _has_selection(self) -> bool:
        return bool(self.selectionModel().selectedRows())

    def _set_manners(self) -> None:
        set_row_manners(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setMinimumSectionSize(20)
        self.horizontalHeader().hide()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _share_out(self) -> None:
        whole = self.viewport().width()
        px = self._theme.px
        widths = _LEAST_WIDTHS if whole < px(_LEAST) else _NARROW_WIDTHS if whole < px(_NARROW) else _WIDTHS
        for column, width in widths.items():
            self.setColumnHidden(column, width == 0)
            self.setColumnWidth(column, self._theme.px(width) + GAP)
        rest = whole - sum(self._theme.px(width) + GAP for width in widths.values() if width)
        self.setColumnWidth(SYSTEM, max(self._theme.px(120), rest))
        self.columns_moved.emit()

    def _set_up_more(self, icons: Icons) -> None:
        self._more.setObjectName("row-menu")
        self._more.set_icon(icons, "more")
        self._more.set_size("medium")
        self._more.setAccessibleName(self.tr("More for this system"))
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # at the keyboard the Menu key opens it
        self._more.clicked.connect(self._on_more)
        self._more.hide()

    def _on_more(self) -> None:
        row = self._row_with_more()
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, SYSTEM))
            self.menu_asked.emit(row, self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _row_with_more(self) -> int:
        hovered = self._delegate.hovered
        return hovered if hovered >= 0 else self._delegate.selected

    def _place_more(self) -> None:
        """Show the button at the row under the pointer, else at the one that is selected."""
        row = self._row_with_more()
        is_there = 0 <= row < self.model().rowCount()
        self._more.setVisible(is_there)
        if is_there:
            size = self._more.sizeHint()
            top = self.rowViewportPosition(row) + (self.rowHeight(row) - size.height()) // 2
            left = self.viewport().width() - size.width() - 6
            self._more.setGeometry(left, top, size.width(), size.height())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self._place_more()
            self.viewport().update()

    def _on_selection_changed(self) -> None:
        rows = self.selectionModel().selectedRows()
        self._delegate.selected = rows[0].row() if rows else -1
        self._place_more()
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.opened.emit(index.row())

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        self._share_out()
        self.viewport().update()
