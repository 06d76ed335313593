"""Every question that moved, in four columns or fewer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.comparison import Comparison
from readiness.reports import sentences as say
from readiness.ui import compare_facts as facts
from readiness.ui.theme import Theme
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.panel import Panel

_LISTS = ("changed-up", "changed-down", "changed-new", "changed-gone")
_COLUMN = 250


class ListsPanel(Panel):
    """Up, down, new, gone; three rows each until somebody asks for all."""

    question_asked = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-lists")
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(18)
        self._lists = [ChangeList(theme, name, parent=self) for name in _LISTS]
        for part in self._lists:
            part.chosen.connect(self.question_asked)
            part.resized.connect(self.resized)
        self.body.addLayout(self._grid)
        self.body.addStretch()
        self._place(len(self._lists))

    def show_pair(self, found: Comparison) -> None:
        """Show what moved between two quarters."""
        up, same, down = (found.count(one) for one in ("up", "same", "down"))
        words = self.tr("{0} up, {1} down, {2} the same, on {3} in both")
        matched = say.counted(len(found.matched), "question")
        self.set_heading(words.format(up, down or self.tr("none"), same, matched))
        for part, shown in zip(self._lists, facts.change_lists(found), strict=True):
            part.set_rows(shown.heading, shown.rows, shown.nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns for the new width."""
        super().resizeEvent(event)
        fits = max(1, (event.size().width() - 48) // self._theme.px(_COLUMN))
        self._place(4 if fits >= 4 else 2 if fits >= 2 else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, part in enumerate(self._lists):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, place // columns, place % columns)
        for column in range(len(self._lists)):
            self._grid.setColumnStretch(column, int(column < columns))
        self.resized.emit()
