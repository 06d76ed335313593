"""What many systems share, under a heading that says it: gates that are open, topics that are exposed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.models import portfolio_words as say
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.shared_spots import SharedSpotsChart

if TYPE_CHECKING:
    from readiness.services.portfolio import Portfolio


class SharedPanel(Panel):
    """The spots of one kind; choosing one shows which systems it is about."""

    spot_chosen = Signal(str, str)  # kind, id

    def __init__(self, theme: Theme, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._kind = kind
        self._chart = SharedSpotsChart(theme, f"shared-{kind}", self)
        self.view = ChartView(theme, self._chart, self)
        self.setObjectName(f"shared-{kind}-panel")
        self._chart.chosen.connect(self._on_chosen)
        self.body.addWidget(self.view)
        self.body.addStretch(1)

    def show_portfolio(self, found: "Portfolio") -> None:
        """Show what the systems of a quarter share."""
        value = say.shared(found, self._kind)
        self._chart.set_value(value)
        self.view.refresh()
        self.set_heading(value.finding)
        self.view.setVisible(bool(value.rows))

    def _on_chosen(self, key: str) -> None:
        self.spot_chosen.emit(self._kind, key)
