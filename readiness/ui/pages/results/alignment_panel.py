"""Where product and engineering see the same fact differently, in levels, the widest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.outcome import Outcome
from readiness.ui.alignment_facts import two_views
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.dumbbells import Dumbbells
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock


class AlignmentPanel(Panel):
    """Dumbbells and the index; a sentence where there are no two views, and nothing before the reveal."""

    question_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("alignment")
        self._chart = Dumbbells(theme, self)
        self.view = ChartView(theme, self._chart, self)
        self._sentence = TextBlock(theme, "", "body", "ink2", self)
        self._chart.chosen.connect(self.question_asked)
        self.body.setSpacing(8)
        for part in (self.view, self._sentence):
            self.body.addWidget(part)
        self.body.addStretch()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what the two sides say, once both may be seen."""
        found = two_views(outcome)
        self.set_heading(found.heading)
        self._chart.set_value(found.rows)
        self._sentence.setText(found.sentence)
        self._sentence.setVisible(bool(found.sentence))
        self.view.setVisible(bool(found.rows.rows))
