"""What went wrong in the system, held against what the answers had said before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.incident_facts import IncidentFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock

_FEW = 7


class IncidentsPanel(Panel):
    """Enter edits an incident; the button logs another."""

    log_asked = Signal()
    edit_asked = Signal(int)  # its place in the log
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-incidents")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._about = TextBlock(theme, "", "caption", "ink2", self)
        self._list = ChangeList(theme, "incident", _FEW, self)
        self._log = Button(theme, self.tr("Log an incident"), "plain", self)
        self._log.setObjectName("log-incident")
        self._log.set_size("small")
        self._log.clicked.connect(self.log_asked)
        self._list.chosen.connect(self._on_chosen)
        self._list.resized.connect(self.resized)
        self.corner.addWidget(self._log)
        self.body.setSpacing(8)
        self.body.addWidget(self._about)
        self.body.addWidget(self._list)
        self.body.addStretch()

    def show_log(self, facts: IncidentFacts) -> None:
        """Show another log."""
        self.set_heading(facts.heading)
        nothing = self.tr(
            "Log what went wrong, with the questions it came from: then this says what was known."
        )
        self._about.setText(facts.note or nothing)
        self._list.set_rows(self.tr("Incidents"), facts.rows)
        self._list.setVisible(bool(facts.rows))

    def _on_chosen(self, key: str) -> None:
        self.edit_asked.emit(int(key) - 1)
