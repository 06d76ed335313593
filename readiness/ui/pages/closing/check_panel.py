"""A list of closing: how many, what they are, and the rows; one of them can be open to be changed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.models.closing_rows import CheckItem
from readiness.ui.pages.closing.check_row import CheckRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text import Text

_MOST: Final = 8


class CheckPanel(Panel):
    """↑ and ↓ move among the rows, Enter opens one. A long list shows its beginning and offers the rest."""

    chosen = Signal(str)  # the row’s key
    grew = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName(name)
        self._number = Text(theme, "", "title", "ink", self)
        self._items: tuple[CheckItem, ...] = ()
        self._rows: list[CheckRow] = []
        self._editor: QWidget | None = None
        self._is_whole = False
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = Button(theme, "", "link", self)
        self._more.setObjectName(f"{name}-all")
        self._more.set_size("small")
        self._more.clicked.connect(self._on_more)
        self._roving = Roving(self, "down")
        self._furnish()

    @property
    def items(self) -> tuple[CheckItem, ...]:
        """What the list holds."""
        return self._items

    def show_items(self, items: Sequence[CheckItem], number: int, heading: str, note: str = "") -> None:
        """Show other rows under a heading; the same rows are only filled anew, so that focus stays."""
        self._number.setText(str(number))
        self._number.setVisible(number > 0)
        self.set_heading(heading, note)
        self.setAccessibleName(f"{number} {heading}" if number else heading)
        self._items = tuple(items)
        shown = self._shown()
        placed = self._in_place(shown)
        if placed:
            for row, item in zip(self._rows, placed, strict=True):
                row.set_item(item)
        else:
            self._fill(shown)
        self.setVisible(bool(items))

    @property
    def editor(self) -> QWidget | None:
        """What stands under a row that is being changed."""
        return self._editor

    def row(self, key: str) -> CheckRow | None:
        """Return a row that is shown."""
        return next((row for row in self._rows if row.item.key == key), None)

    def open_under(self, key: str, editor: QWidget) -> None:
        """Show an editor under a row."""
        row = self.row(key)
        if row is not None:
            self._editor = editor
            row.is_edited = True
            row.update()
            self._list.insertWidget(self._list.indexOf(row) + 1, editor)

    def close_editor(self) -> None:
        """Take the editor away."""
        if self._editor is not None:
            self._list.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        for row in self._rows:
            row.is_edited = False
            row.update()

    def focus_row(self, key: str) -> None:
        """Give the keys to a row, or to the first where it is gone."""
        row = self.row(key) or (self._rows[0] if self._rows else None)
        if row is not None:
            self._roving.set_stop(self._rows.index(row))
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _shown(self) -> tuple[CheckItem, ...]:
        whole = self._is_whole or len(self._items) <= _MOST + 1
        self._more.setVisible(not whole)
        self._more.setText(self.tr("Show all {0}").format(len(self._items)))
        return self._items if whole else self._items[:_MOST]

    def _in_place(self, shown: Sequence[CheckItem]) -> list[CheckItem]:
        """Return the items for the rows as they stand; nothing where there are others.

        While one is being changed no row moves, whatever is sorted before what.
        """
        if self._editor is None:
            same = [item.key for item in shown] == [row.item.key for row in self._rows]
            return list(shown) if same else []
        left, placed = list(shown), []
        for row in self._rows:
            alike = [item for item in left if item.key == row.item.key]
            alike += [item for item in left if item.id == row.item.id]
            if not alike:
                return []
            left.remove(alike[0])
            placed.append(alike[0])
        return [] if left else placed

    def _fill(self, items: Sequence[CheckItem]) -> None:
        self.close_editor()
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [CheckRow(self._theme, item, self) for item in items]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
            row.clicked.connect(self._on_clicked)
        self._roving.set_buttons(self._rows)
        self.grew.emit()

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            self._roving.set_stop(self._rows.index(row))
            self.chosen.emit(row.item.key)

    def _on_more(self) -> None:
        self._is_whole = True
        self._fill(self._shown())
        self.focus_row(self._items[_MOST].key)

    def _furnish(self) -> None:
        self.set_lead(self._number)
        self.body.addLayout(self._list)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(24, 12, 24, 8)  # the rows bring their own
