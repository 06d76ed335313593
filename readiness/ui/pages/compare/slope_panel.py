"""Where each topic stood, and where it stands."""

from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.slope_chart import Slope, SlopeChart
from readiness.ui.widgets.text_block import TextBlock


class SlopePanel(Panel):
    """Heading, what the grey ones are, and the chart."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-topics")
        self._chart = SlopeChart(theme, self)
        self.view = ChartView(theme, self._chart, self)
        self._about = TextBlock(theme, "", "caption", "ink2", self)
        self.body.setSpacing(8)
        self.body.addWidget(self._about)
        self.body.addWidget(self.view, 1)

    def show_slope(self, slope: Slope) -> None:
        """Show other topics."""
        self.set_heading(slope.finding)
        self._about.setText(slope.note)
        self.view.setVisible(bool(slope.lines))
        self._chart.set_value(slope)
        self.view.refresh()
