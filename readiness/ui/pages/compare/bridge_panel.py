"""The score, second to the gates: what it really did on the same questions, and the bridge that shows it."""

from PySide6.QtWidgets import QWidget

from readiness.domain.comparison import Comparison
from readiness.reports import change_sentences as told
from readiness.reports import change_words
from readiness.ui import compare_facts as facts
from readiness.ui.theme import Theme
from readiness.ui.widgets.bridge_chart import Bridge, BridgeChart
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.verdict_marks import VerdictMarks


class BridgePanel(Panel):
    """Heading, verdict and bridge; where there is no bridge it says why."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-bridge")
        self._chart = BridgeChart(theme, self)
        self.view = ChartView(theme, self._chart, self)
        self._verdict = VerdictMarks(theme, facts.VERDICTS, self)
        self._noise = TextBlock(theme, "", "caption", "ink2", self)
        self._contrast = TextBlock(theme, "", "body", "ink", self)
        self.body.setSpacing(8)
        self.corner.addWidget(self._verdict)
        self.body.addWidget(self._noise)
        self.body.addWidget(self._contrast)
        self.body.addWidget(self.view, 1)

    def show_pair(self, found: Comparison) -> None:
        """Show what the score did between two quarters."""
        self.set_heading(told.change(found))
        self._verdict.set_current(found.noise.verdict if found.noise else "")
        bridge = facts.bridge(found)
        hatched = self.tr("Hatched: not the team’s doing.")
        words = " ".join(
            part for part in (change_words.noise_words(found), hatched if bridge else "") if part
        )
        self._noise.setText(words)
        self._noise.setVisible(bool(words))
        said = told.contrast(found) if bridge else change_words.without_bridge(found)
        self._contrast.setText(said)
        self._contrast.setVisible(bool(said))
        self._chart.set_value(bridge or Bridge())
        self.view.setVisible(bridge is not None)
        self.view.refresh()
