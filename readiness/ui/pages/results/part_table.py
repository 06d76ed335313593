"""The questions of a pillar or topic as a table one can walk through with the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from readiness.ui.models.part_model import ADDS, ANSWER, GATE, QUESTION, SHARE, SURE, PartModel
from readiness.ui.pages.results.part_delegate import PartDelegate
from readiness.ui.part_facts import Line, TopicLine
from readiness.ui.theme import Theme
from readiness.ui.widgets.row_manners import set_row_manners

_WIDTHS: Final = {SURE: 140, SHARE: 74, ADDS: 70, GATE: 186}
_LEAST: Final = 230


class PartTable(QTableView):
    """Arrows move, Enter or a click opens: a question where it is answered, a topic on its own."""

    opened = Signal(object)  # Line

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = PartModel(self)
        self._delegate = PartDelegate(theme, self)
        self.setObjectName("part-questions")
        self.setProperty("radius", 4)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self._set_manners()
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def set_lines(self, lines: tuple[Line, ...], key: str = "") -> None:
        """Show other lines, standing at one of them."""
        self.clearSpans()
        self._lines.set_lines(lines)
        for row, line in enumerate(lines):
            if isinstance(line, TopicLine):
                self.setSpan(row, 0, 1, self._lines.columnCount())
        self._size_rows()
        self.stand_at(key)

    def stand_at(self, key: str) -> None:
        """Select the row of a question or topic."""
        self.setCurrentIndex(self._lines.index(self._lines.row_of(key), QUESTION))

    @property
    def current_key(self) -> str:
        """The question or topic that is selected."""
        line = self._lines.line(self.currentIndex().row())
        return "" if line is None else line.key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out; where it is too little the table scrolls sideways."""
        super().resizeEvent(event)
        self._share_out()

    def _set_manners(self) -> None:
        set_row_manners(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _share_out(self) -> None:
        px = self._theme.px
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, px(width))
        rest = self.viewport().width() - sum(px(width) for width in _WIDTHS.values())
        question = max(px(_LEAST), rest * 46 // 100)
        self.setColumnWidth(QUESTION, question)
        self.setColumnWidth(ANSWER, max(px(_LEAST), rest - question))
        self._size_rows()

    def _size_rows(self) -> None:
        self._delegate.widths = tuple(self.columnWidth(column) for column in range(GATE + 1))
        self.resizeRowsToContents()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is not None:
            self.opened.emit(line)

    def _on_theme_changed(self) -> None:
        self._share_out()
        self.viewport().update()
