"""Every question that moved, in four columns or fewer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.domain.comparison import Comparison
from readiness.reports import sentences as say
from readiness.ui import compare_facts as facts
from readiness.ui.pages.compare.columns import Columns
from readiness.ui.theme import Theme
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.panel import Panel

_LISTS = ("changed-up", "changed-down", "changed-new", "changed-gone")
_COLUMN = 225


class ListsPanel(Panel):
    """Up, down, new, gone; three rows each until somebody asks for all."""

    question_asked = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-lists")
        self._columns = Columns(theme.px(_COLUMN))
        self._lists = [ChangeList(theme, name, parent=self) for name in _LISTS]
        for part in self._lists:
            part.chosen.connect(self.question_asked)
            part.resized.connect(self.resized)
        self._columns.set_parts(self._lists)
        self.body.addLayout(self._columns)
        self.body.addStretch()

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
        self._columns.fit(event.size().width() - 48)
        self.resized.emit()
