"""What comes before any score: the three facts of growth, the gates that closed, those still open."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
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
        self._is_wide: bool | None = None
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
        self._place_growth(is_wide=self.width() - 48 >= self._needed())
        closed, opened, still = facts.gate_lists(found)
        for part, shown in zip(self._lists, (closed, opened, still, facts.drops(found)), strict=True):
            self._fill(part, shown)
        self._lists[1].setVisible(bool(opened.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the three facts side by side where they fit whole."""
        super().resizeEvent(event)
        self._place_growth(is_wide=event.size().width() - 48 >= self._needed())

    def _needed(self) -> int:
        widest = max(part.sizeHint().width() for part in (*self._names, *self._values))
        return len(self._names) * (widest + self._growth.horizontalSpacing())

    def _place_growth(self, *, is_wide: bool) -> None:
        """Place name over value in three columns, or name beside value in three rows."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            for part, step in ((name, 0), (value, 1)):
                self._growth.removeWidget(part)
                self._growth.addWidget(part, *((step, place) if is_wide else (place, step)))
            self._growth.setColumnStretch(place, int(is_wide or place == 0))

    def _fill(self, part: ChangeList, shown: RowList) -> None:
        part.set_rows(shown.heading, shown.rows, shown.nothing, is_counted=False)

    def _build_gates(self) -> None:
        self._place_growth(is_wide=True)
        self.body.setSpacing(12)
        self.body.addLayout(self._growth)
        for part in self._lists:
            part.chosen.connect(self.question_asked)
            part.resized.connect(self.resized)
            self.body.addWidget(part)
        self.body.addStretch()


def _both(fact: GrowthFact) -> str:
    return fact.after if fact.before == fact.after else f"{fact.before} → {fact.after}"
