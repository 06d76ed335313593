"""The tree of a questionnaire: walked with the arrows, reordered with Alt, dragged with the mouse."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTreeView, QWidget

from readiness.domain.studio.places import Place
from readiness.ui.icons import Icons
from readiness.ui.models.outline_model import OutlineModel
from readiness.ui.pages.studio.outline_delegate import OutlineDelegate
from readiness.ui.theme import Theme
from readiness.ui.widgets.tooltip import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QPainter

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineView(QTreeView):
    """← and → close and open; Enter and F2 write; Delete removes. What is open stays open by its ids."""

    chosen = Signal(object)  # Place
    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(
        self, model: OutlineModel, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._open: set[str] = set()
        self._is_following = False
        self._delegate = OutlineDelegate(theme, icons, self)
        self._set_manners()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        model.modelReset.connect(self._restore)
        theme.changed.connect(self.doItemsLayout)

    def select(self, place: Place) -> None:
        """Stand at a part, opening what it lies in."""
        index = self._model.index_of(place)
        self._delegate.selected = place
        self._is_following = True
        flags = QItemSelectionModel.SelectionFlag
        if index.isValid():
            self.expand(index.parent())
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._is_following = False
        self.viewport().update()

    def open_only(self, place: Place) -> None:
        """Open what a part lies in and close the rest."""
        self._open.clear()
        self.collapseAll()
        self.select(place)

    def show_found(self, found: frozenset[Place] | None) -> None:
        """Show the questions that were found, with what they lie in; ``None`` shows all."""
        for place in self._model.places():
            index = self._model.index_of(place)
            is_shown = found is None or any(
                one[: len(place)] == place or place[: len(one)] == one for one in found
            )
            self.setRowHidden(index.row(), index.parent(), not is_shown)
            if found is not None and is_shown and len(place) < 3:
                self.expand(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; Alt with arrows is the page's."""
        if event.key() in (*_ENTER, Qt.Key.Key_F2) and not event.modifiers():
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_asked.emit()
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a group at its chevron; anything else selects."""
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index)
        if (
            row is not None
            and len(row.place) < 3
            and self._is_on_chevron(event.position().toPoint(), row.place)
        ):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row under the pointer, and tell its whole text."""
        super().mouseMoveEvent(event)
        self._hover(self._model.place(self.indexAt(event.position().toPoint())))

    def leaveEvent(self, event: "QEvent") -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(())

    def drawBranches(self, _painter: "QPainter", _rect: object, _index: object) -> None:
        """The delegate paints the chevrons."""

    def drawRow(
        self, painter: "QPainter", _options: object, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the delegate's row, and no ground of the style under it."""
        option = self._row_option()
        option.rect = self.visualRect(index)
        option.rect.setLeft(0)
        option.rect.setRight(self.viewport().width())
        self._delegate.paint(painter, option, index)

    def sizeHint(self) -> QSize:
        """As wide as the column, as high as the page leaves."""
        return QSize(self._theme.px(284), self._theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(self._theme.px(180), self._theme.px(120))

    def _row_option(self) -> "QStyleOptionViewItem":
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _is_on_chevron(self, point: "QPoint", place: Place) -> bool:
        return point.x() < 12 + self._theme.px(20) * (len(place) - 1) + self._theme.px(24)

    def _hover(self, place: Place) -> None:
        if place != self._delegate.hovered:
            self._delegate.hovered = place
            row = self._model.row(self._model.index_of(place))
            self.viewport().setToolTip(plain_tooltip(f"{row.id} {row.text}") if row is not None else "")
            self.viewport().update()

    def _on_current_changed(
        self, now: QModelIndex | QPersistentModelIndex, _before: QModelIndex | QPersistentModelIndex
    ) -> None:
        if now.isValid() and not self._is_following:
            self._delegate.selected = self._model.place(now)
            self.viewport().update()
            self.chosen.emit(self._model.place(now))

    def _on_expanded(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self._open.add(row.key)
            self._tell_open()

    def _on_collapsed(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self._open.discard(row.key)
            self._tell_open()

    def _tell_open(self) -> None:
        self._delegate.opened = frozenset(self._open)
        self.viewport().update()

    def _restore(self) -> None:
        for place in self._model.places():
            index = self._model.index_of(place)
            row = self._model.row(index)
            if row is not None and len(place) < 3 and row.key in self._open:
                self.expand(index)

    def _set_manners(self) -> None:
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Pillars, topics and questions"))
        self.setProperty("radius", 8)
        self.setProperty("inset", True)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "none")
        self.viewport().setAutoFillBackground(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
