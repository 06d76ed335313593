"""The table itself: rows one walks through, and the keys that agree in them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.review_model import COLUMNS, QUESTION, ReviewModel
from readiness.ui.models.review_rows import ReviewRow
from readiness.ui.pages.assess.keys import meaning
from readiness.ui.pages.review.columns import ONE_LINE, shared_out
from readiness.ui.pages.review.jumping import jump
from readiness.ui.pages.review.review_delegate import ROW_HEIGHT, TWO_LINES, ReviewDelegate
from readiness.ui.pages.review.review_header import ReviewHeader
from readiness.ui.theme import Theme
from readiness.ui.widgets.row_manners import set_row_manners

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex

_FEW: Final = 4
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ANSWERS: Final = ("level", "guess", "unknown", "clear", "open")
_LEFT_TO_THE_PAGE: Final = (Qt.Key.Key_T, Qt.Key.Key_U)


class ReviewTable(QTableView):
    """0–4 agree, D don’t know, O leaves open, Enter opens, S sorts, other letters jump to an id.

    With Shift a letter jumps that otherwise does something.
    """

    answered = Signal(str, str)  # question, what is meant: “level-2”, “guess-2”, “unknown”, “clear”, “open”
    opened = Signal(str)  # question
    moved = Signal(str)  # question

    def __init__(self, model: ReviewModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._delegate = ReviewDelegate(model, theme, icons, self)
        self._header = ReviewHeader(model, theme, self)
        self._hidden: frozenset[int] = frozenset()
        self._takes_answers = False
        self._set_manners()
        self._header.sort_asked.connect(self.sort)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def current(self) -> ReviewRow | None:
        """The row the keys stand in."""
        return self._model.row(self.currentIndex().row())

    def set_takes_answers(self, takes: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Offer the agreed cell to digits, or only show it."""
        self._takes_answers = takes
        self._show_keys()

    def hide_columns(self, columns: frozenset[int]) -> None:
        """Leave columns out altogether, as those of a side that does not answer."""
        self._hidden = columns
        self._share_out()

    def select(self, question: str) -> None:
        """Go to a question’s row, or to the first where it is not shown."""
        if not self._model.rowCount():
            return
        row = max(0, self._model.row_of(question))
        index = self._model.index(row, self._header.current)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def sort(self, column: int) -> None:
        """Sort by a column and stay at the question one is at."""
        kept = self.current
        self._model.sort_by(column)
        self._header.viewport().update()
        if kept is not None:
            self.select(kept.id)

    def step(self, by: int) -> None:
        """Go some rows on, as far as there are any."""
        row = min(max(0, self.currentIndex().row() + by), self._model.rowCount() - 1)
        found = self._model.row(row)
        if found is not None:
            self.select(found.id)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; arrows and pages are the table’s own, anything else is the page’s."""
        if not (self._answer(event) or self._move(event)):
            if self._is_left(event):
                event.ignore()
            else:
                super().keyPressEvent(event)
                self._header.set_current(self.currentIndex().column())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cell that takes a digit, in the column one was in."""
        kept = self.current
        super().focusInEvent(event)
        if kept is None and self._model.rowCount():
            self.select("")
        self._show_keys()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the sign of the keys away."""
        super().focusOutEvent(event)
        self._show_keys()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand in the cell that is pressed."""
        super().mousePressEvent(event)
        if self.currentIndex().isValid():
            self._header.set_current(self.currentIndex().column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: "QEvent") -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def sizeHint(self) -> QSize:
        """A few rows at least: where even they have no room, the page scrolls."""
        row = self.verticalHeader().defaultSectionSize()
        return QSize(self._theme.px(480), self._header.height() + _FEW * row + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the columns; the row one is in stays in sight."""
        super().resizeEvent(event)
        self._share_out()
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # Keys

    def _answer(self, event: QKeyEvent) -> bool:
        row = self.current
        if row is None:
            return False
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(row.id)
            return True
        asked = meaning(event, single_keys=self._theme.single_keys)
        if self._is_plain(event, Qt.Key.Key_O):
            asked = "open"
        if asked.partition("-")[0] not in _ANSWERS:
            return False
        self.answered.emit(row.id, asked)
        return True

    def _move(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.currentIndex().row()
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(-self._model.rowCount() if key == Qt.Key.Key_Home else self._model.rowCount())
            return True
        if self._is_plain(event, Qt.Key.Key_S):
            self.sort(self._header.current)
            return True
        text = event.text()
        may_jump = not any(self._is_plain(event, key) for key in _LEFT_TO_THE_PAGE)
        if not (may_jump and text.isalpha() and not _is_command(event)):
            return False
        target = jump(self._model.shown, row, text)
        if target >= 0:
            self.select(self._model.shown[target])
        return True

    def _is_left(self, event: QKeyEvent) -> bool:
        """Say whether a key is not the table’s: Qt would search, edit or select by it."""
        return bool(event.text()) and event.text().isprintable()

    def _is_plain(self, event: QKeyEvent, key: Qt.Key) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return self._theme.single_keys and plain and event.key() == key

    # Showing

    def _show_keys(self) -> None:
        self._delegate.takes_keys = self._takes_answers and self.hasFocus()
        self.viewport().update()
        self._header.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _share_out(self) -> None:
        widths = shared_out(self.viewport().width() / self._theme.zoom, self._hidden)
        self._delegate.is_two_lined = widths[QUESTION] < ONE_LINE
        for column, width in widths.items():
            self.setColumnHidden(column, width == 0)
            self.setColumnWidth(column, self._theme.px(width))
        rest = self.viewport().width() - sum(
            self.columnWidth(column) for column in range(COLUMNS) if column != QUESTION
        )
        self.setColumnWidth(QUESTION, max(self._theme.px(120), rest))
        height = TWO_LINES if self._delegate.is_two_lined else ROW_HEIGHT
        self.verticalHeader().setDefaultSectionSize(self._theme.px(height))

    def _on_current_changed(
        self, now: "QModelIndex | QPersistentModelIndex", _before: "QModelIndex | QPersistentModelIndex"
    ) -> None:
        if now.isValid():
            row = self._model.row(now.row())
            if row is not None:
                self.moved.emit(row.id)

    def _on_double_clicked(self, index: "QModelIndex | QPersistentModelIndex") -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.opened.emit(row.id)

    def _on_theme_changed(self) -> None:
        self._share_out()
        self._show_keys()

    def _set_manners(self) -> None:
        self.setObjectName("review-table")
        self.setAccessibleName(self.tr("Questions"))
        self.setProperty("radius", 12)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        set_row_manners(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _is_command(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return held != Qt.KeyboardModifier.NoModifier
