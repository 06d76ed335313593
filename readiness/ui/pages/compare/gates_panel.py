"""What comes before any score: the three facts of growth, the gates that closed, those still open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.comparison import Comparison
from readiness.domain.outcome import Outcome
from readiness.ui import compare_facts as facts
from readiness.ui.compare_facts import GrowthFact, RowList
from readiness.ui.theme import Theme
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text

_LISTS = ("gates-closed", "gates-opened", "gates-open", "grave-drops")


class GatesPanel(Panel):
    """Growth before and after, then the gates; every grave drop is named beside the good news."""

    question_asked = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-gates")
        self._growth = QGridLayout()
        self._growth.setHorizontalSpacing(18)
        self._growth.setVerticalSpacing(0)
        self._names = [Text(theme, "", "caption", "ink2", self) for _ in range(3)]
        self._values = [Text(theme, "", "section", "ink", self) for _ in range(3)]
        self._lists = [ChangeList(theme, name, parent=self) for name in _LISTS]
        self._build_gates()

    def show_pair(self, found: Comparison, before: Outcome, after: Outcome) -> None:
        """Show what two quarters say."""
        self.set_heading(facts.growth_heading(before, after))
        for name, value, fact in zip(self._names, self._values, facts.growth(before, after), strict=True):
            name.setText(fact.name)
            value.setText(_both(fact))
        closed, opened, still = facts.gate_lists(found)
        for part, shown in zip(self._lists, (closed, opened, still, facts.drops(found)), strict=True):
            self._fill(part, shown)
        self._lists[1].setVisible(bool(opened.rows))

    def _fill(self, part: ChangeList, shown: RowList) -> None:
        part.set_rows(shown.heading, shown.rows, shown.nothing, is_counted=False)

    def _build_gates(self) -> None:
        for column, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            self._growth.addWidget(name, 0, column)
            self._growth.addWidget(value, 1, column)
            self._growth.setColumnStretch(column, 1)
        self.body.setSpacing(12)
        self.body.addLayout(self._growth)
        for part in self._lists:
            part.chosen.connect(self.question_asked)
            part.resized.connect(self.resized)
            self.body.addWidget(part)
        self.body.addStretch()


def _both(fact: GrowthFact) -> str:
    return fact.after if fact.before == fact.after else f"{fact.before} → {fact.after}"
