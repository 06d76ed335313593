"""Everything that is due, each one press from where it is seen to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.due_row import due_row
from readiness.ui.icons import Icons
from readiness.ui.models.due_rows import DueRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.two_line_row import TwoLineRow

_WIDTH: Final = 680
_AROUND: Final = 230


class DueDialog(Sheet):
    """↑ and ↓ go through the rows, Enter opens one."""

    chosen = Signal(object)  # DueRow

    def __init__(self, due: Sequence[DueRow], theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("What is due"), parent)
        self.setObjectName("due-dialog")
        self.setMinimumWidth(theme.px(_WIDTH))
        self._due = tuple(due)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 0, 16, 0)
        column.setSpacing(0)
        self._rows = [self._row(place, icons, content) for place in range(len(self._due))]
        for row in self._rows:
            column.addWidget(row)
        scroller = Scroller(self)
        scroller.set_content(content)
        most = max(parent.window().height() - theme.px(_AROUND), theme.px(200))
        scroller.setMinimumHeight(min(content.sizeHint().height(), most))
        self.body.addWidget(scroller)
        close = self.add_button("due-close", self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)
        Roving(self, "down").set_buttons(self._rows)
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, place: int, icons: Icons, content: QWidget) -> TwoLineRow:
        row = due_row(self._due[place], self._theme, icons, content)
        row.setObjectName(f"all-due-{place + 1}")
        row.setProperty("place", place)
        row.clicked.connect(self._on_clicked)
        return row

    def _on_clicked(self) -> None:
        place = int(self.sender().property("place"))
        self.accept()
        self.chosen.emit(self._due[place])
