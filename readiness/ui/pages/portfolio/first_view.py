"""What one sees first: how the systems are distributed, and what blocks many of them. No ranking."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from readiness.ui.models import portfolio_words as say
from readiness.ui.pages.portfolio.shared_panel import SharedPanel
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.spread_bars import SpreadChart

if TYPE_CHECKING:
    from readiness.services.portfolio import Portfolio

_STACKED = 780


class FirstView(QWidget):
    """Three panels side by side; where there is little room, one above the other."""

    spot_chosen = Signal(str, str)  # kind, id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spread = SpreadChart(theme, self)
        self._spread_panel = Panel(theme, "", self)
        self._spread_panel.setObjectName("spread-panel")
        self._spread_view = ChartView(theme, self._spread, self)
        self._spread_panel.body.addWidget(self._spread_view)
        self._spread_panel.body.addStretch(1)
        self._gates = SharedPanel(theme, "gate", self)
        self._topics = SharedPanel(theme, "topic", self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for panel in (self._spread_panel, self._gates, self._topics):
            self._row.addWidget(panel, 1)
        for shared in (self._gates, self._topics):
            shared.spot_chosen.connect(self.spot_chosen)

    @property
    def views(self) -> tuple[ChartView, ...]:
        """Every chart with its table."""
        return self._spread_view, self._gates.view, self._topics.view

    def show_portfolio(self, found: "Portfolio") -> None:
        """Show another quarter or other teams."""
        value = say.spread_bars(found)
        self._spread.set_value(value)
        self._spread_view.refresh()
        self._spread_panel.set_heading(value.finding)
        self._gates.show_portfolio(found)
        self._topics.show_portfolio(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the panels where they have no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_STACKED)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)
