"""What two quarters say of each other: gates, evidence and promises first, the score second."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui import compare_facts as facts
from readiness.ui.pages.compare.bridge_panel import BridgePanel
from readiness.ui.pages.compare.gates_panel import GatesPanel
from readiness.ui.pages.compare.incidents_panel import IncidentsPanel
from readiness.ui.pages.compare.lists_panel import ListsPanel
from readiness.ui.pages.compare.promise_panel import PromisePanel
from readiness.ui.pages.compare.slope_panel import SlopePanel
from readiness.ui.pages.compare.trend_panel import TrendPanel
from readiness.ui.pages.results.lines import Lines
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.panel_rows import Group, PanelRows
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.ui.comparing import Pair
    from readiness.ui.incident_facts import IncidentFacts


class CompareOverview(Scroller):
    """Shows what it is given and works nothing out itself."""

    question_asked = Signal(str)
    tables_asked = Signal()
    switched = Signal()  # like for like or as reported
    log_asked = Signal()
    incident_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("compare-overview")
        self.setAccessibleName(self.tr("Compare"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._headline = TextBlock(theme, "", "title", "ink", self)
        self._pair = TextBlock(theme, "", "caption", "ink2", self)
        self._tables = Button(theme, self.tr("Show as table"), "plain", self)
        self._build_panels(theme)
        self._alone = Panel(theme, "", self)
        self._alone_words = TextBlock(theme, "", "lead", "ink2", self)
        self._rows = PanelRows(self._groups())
        self._build()
        self._connect()

    @property
    def views(self) -> tuple[ChartView, ...]:
        """Every chart with its table."""
        return (self._bridge.view, self._trend.view, self._slope.view)

    def toggle_tables(self) -> None:
        """Show every chart as a table, or as a chart again."""
        shown = not self.views[0].is_table
        for view in self.views:
            view.show_table(shown)
        self._tables.setText(self.tr("Show as charts") if shown else self.tr("Show as table"))
        self._arrange()
        self.measure_soon()

    def show_alone(self, heading: str, words: str) -> None:
        """Say what there is while there is nothing to compare."""
        self._show_parts(pair=False)
        self._headline.setText("")
        self._alone.set_heading(heading)
        self._alone_words.setText(words)
        self.measure_soon()

    def show_pair(self, pair: "Pair") -> None:
        """Show what two quarters say of each other."""
        self._show_parts(pair=True)
        self._headline.setText(pair.headline)
        self._pair.setText("; ".join((facts.pair_words(pair.found), *pair.origins)))
        self._bridge.show_pair(pair.found)
        self._gates.show_pair(pair.found, pair.before, pair.after)
        self._promises.show_promises(pair.promises)
        self._lists.show_pair(pair.found)
        self.show_lines(pair)
        heading, lines = facts.measured_differently(pair.found)
        self._measured.set_heading(heading)
        self._lines.set_lines(lines)
        self._arrange()
        self.measure_soon()

    def show_incidents(self, facts: "IncidentFacts | None") -> None:
        """Show what went wrong, also while there is only one quarter; nothing without any."""
        self._incidents.setVisible(facts is not None)
        if facts is not None:
            self._incidents.show_log(facts)
        self.measure_soon()

    def show_lines(self, pair: "Pair") -> None:
        """Show trend and topics, like for like or as reported."""
        alike = self._trend.is_like_for_like
        self._trend.show_line(pair.line(like_for_like=alike))
        self._slope.show_slope(pair.slope(like_for_like=alike))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panels for the new width."""
        self._arrange()
        super().resizeEvent(event)

    # Building

    def _show_parts(self, *, pair: bool) -> None:
        self._alone.setVisible(not pair)
        for part in (self._headline, self._pair, self._tables, *self._panels()):
            part.setVisible(pair)

    def _measure(self) -> None:
        """Place the panels once more: what has just been filled in knows only now how wide it is."""
        self._arrange()
        super()._measure()

    def _arrange(self) -> None:
        margins = self._column.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        self._rows.fit(0 if self.views[0].is_table else room)  # a table wants the whole width

    def _build_panels(self, theme: Theme) -> None:
        self._bridge = BridgePanel(theme, self)
        self._gates = GatesPanel(theme, self)
        self._promises = PromisePanel(theme, self)
        self._trend = TrendPanel(theme, self)
        self._slope = SlopePanel(theme, self)
        self._lists = ListsPanel(theme, self)
        self._incidents = IncidentsPanel(theme, self)
        self._measured = Panel(theme, "", self)
        self._lines = Lines(theme, 12, self)

    def _panels(self) -> tuple[Panel, ...]:
        first = (self._bridge, self._gates, self._promises)
        return (*first, self._trend, self._slope, self._lists, self._measured)

    def _groups(self) -> tuple[Group, ...]:
        bridge, gates = self._bridge, self._gates
        trend, slope = self._trend, self._slope
        return (
            ((((bridge, 64), (gates, 36)),), (((bridge, 1),), ((gates, 1),))),
            ((((self._promises, 1),),),),
            ((((trend, 1), (slope, 1)),), (((trend, 1),), ((slope, 1),))),
            ((((self._incidents, 1),),),),
            ((((self._lists, 1),),),),
            ((((self._measured, 1),),),),
        )

    def _build(self) -> None:
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 16, 32, 24)
        self._column.setSpacing(14)
        self._tables.setObjectName("compare-as-table")
        self._tables.set_key("T")
        self._tables.set_size("small")
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._pair)
        head.addLayout(words, 1)
        head.addWidget(self._tables, 0, Qt.AlignmentFlag.AlignTop)
        self._measured.body.addWidget(self._lines)
        self._measured.body.addStretch()
        self._alone.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._alone.body.addWidget(self._alone_words)
        self._column.addLayout(head)
        self._column.addWidget(self._alone)
        self._column.addLayout(self._rows)
        self._column.addStretch()
        self.set_content(inner)

    def _connect(self) -> None:
        self._tables.clicked.connect(self.tables_asked)
        self._trend.switched.connect(self.switched)
        self._incidents.log_asked.connect(self.log_asked)
        self._incidents.edit_asked.connect(self.incident_asked)
        self._incidents.resized.connect(self.measure_soon)
        for panel in (self._gates, self._promises, self._lists):
            panel.question_asked.connect(self.question_asked)
            panel.resized.connect(self.measure_soon)
