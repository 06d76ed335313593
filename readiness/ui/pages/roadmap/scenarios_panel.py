"""The same actions in both orders, side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.trial_facts import Scenario
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock


class _Column(QWidget):
    """One order."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = TextBlock(theme, "", "label", "ink", self)
        self._lines = [TextBlock(theme, "", "caption", "ink2", self) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for block in (self._title, *self._lines):
            column.addWidget(block)
        column.addStretch()

    def show_scenario(self, scenario: Scenario) -> None:
        agreed = self.tr("{0}, as agreed").format(scenario.title)
        self._title.setText(agreed if scenario.is_agreed else scenario.title)
        for block, line in zip(self._lines, scenario.lines, strict=True):
            block.setText(line)


class ScenariosPanel(Panel):
    """Two columns, what tells them apart, and the way to the other one."""

    mode_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Side by side"), parent)
        self.setObjectName("scenarios")
        self._columns = (_Column(theme, self), _Column(theme, self))
        self._apart = TextBlock(theme, "", "caption", "ink2", self)
        self._take = Button(theme, "", "plain", self)
        self._take.setObjectName("take-other-order")
        self._take.set_size("small")
        self._other = ""
        row = QHBoxLayout()
        row.setSpacing(12)
        for column in self._columns:
            row.addWidget(column, 1)
        self.body.setSpacing(8)
        self.body.addLayout(row)
        self.body.addWidget(self._apart)
        self.body.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self._take.clicked.connect(self._on_take)

    def show_scenarios(self, pair: tuple[Scenario, Scenario], apart: str) -> None:
        """Show both orders."""
        for column, scenario in zip(self._columns, pair, strict=True):
            column.show_scenario(scenario)
        other = next(scenario for scenario in pair if not scenario.is_agreed)
        self._other = other.mode
        self._apart.setText(apart)
        self._take.setText(self.tr("Plan {0}").format(other.title.lower()))

    def _on_take(self) -> None:
        self.mode_asked.emit(self._other)
