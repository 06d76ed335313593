"""The keys that work here: one sheet, made from the actions themselves."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.commands import KeyHelp
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text

_COLUMNS = 2
_AROUND = 230
_LEAST = 160


class KeysDialog(Sheet):
    """Keys by where they work, in two columns."""

    def __init__(self, keys: Sequence[KeyHelp], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Keys"), parent)
        self.setObjectName("keys-dialog")
        self.setMinimumWidth(theme.px(860))
        groups = [(where, list(lines)) for where, lines in groupby(keys, key=lambda line: line.where)]
        scroller = Scroller(self)
        scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroller.setObjectName("keys-list")
        scroller.setAccessibleName(self.tr("Keys"))
        content = QWidget(self)
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(40)
        for lines in _balanced(groups):
            columns.addLayout(self._column(lines), 1)
        scroller.set_content(content)
        most = max(parent.window().height() - theme.px(_AROUND), theme.px(_LEAST))
        scroller.setMinimumHeight(min(content.sizeHint().height(), most))
        self.body.addWidget(scroller)
        scroller.setFocus(Qt.FocusReason.OtherFocusReason)
        note = self.tr("Single keys are off while you type, and can be switched off in Settings.")
        self.body.addWidget(Text(theme, note, "caption", "ink2", self))
        close = self.add_button("keys-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)

    def _column(self, groups: "Sequence[tuple[str, list[KeyHelp]]]") -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for where, lines in groups:
            column.addWidget(Text(self._theme, where, "section", "ink", self))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(6)
            grid.setColumnStretch(0, 1)
            for row, line in enumerate(lines):
                grid.addWidget(Text(self._theme, line.does, "body", "ink2", self), row, 0)
                grid.addLayout(self._keys(line), row, 1)
            column.addLayout(grid)
            column.addSpacing(12)
        column.addStretch()
        return column

    def _keys(self, line: KeyHelp) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch()
        for key in line.keys:
            row.addWidget(KeyHint(self._theme, key, self), 0, Qt.AlignmentFlag.AlignRight)
        return row


def _balanced(
    groups: "Sequence[tuple[str, list[KeyHelp]]]",
) -> "list[list[tuple[str, list[KeyHelp]]]]":
    """Return the groups in columns of about the same height, in order."""
    whole = sum(len(lines) + 2 for _, lines in groups)
    columns: list[list[tuple[str, list[KeyHelp]]]] = [[] for _ in range(_COLUMNS)]
    height = 0
    for where, lines in groups:
        column = min(_COLUMNS - 1, (2 * height + len(lines)) * _COLUMNS // max(1, 2 * whole))
        columns[column].append((where, lines))
        height += len(lines) + 2
    return columns
