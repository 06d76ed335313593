"""Every sealed quarter on one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.trend_chart import TrendChart, TrendLine

_BESIDE = 580
"""With the names of the pillars at the end of their lines, narrower is too narrow for the quarters."""


class TrendPanel(Panel):
    """Heading, what line and dots are, and the chart; its switch is for the topics beside it too."""

    switched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-trend")
        self._chart = TrendChart(theme, self)
        self.view = ChartView(theme, self._chart, self)
        self._about = TextBlock(theme, "", "caption", "ink2", self)
        self._switch = Switch(theme, self.tr("Like for like"), self)
        self._switch.setObjectName("like-for-like")
        self._switch.setChecked(True)
        self._switch.clicked.connect(self.switched)
        self.corner.addWidget(self._switch)
        self.body.setSpacing(8)
        self.body.addWidget(self._about)
        self.body.addWidget(self.view, 1)

    @property
    def is_like_for_like(self) -> bool:
        """Whether only the same questions are held against each other."""
        return self._switch.isChecked()

    def show_line(self, line: TrendLine) -> None:
        """Show another line."""
        self.setProperty("leastBeside", self._theme.px(_BESIDE) if line.series else 0)
        self.set_heading(line.finding)
        self._about.setText(line.note)
        self._chart.set_value(line)
        self.view.refresh()
