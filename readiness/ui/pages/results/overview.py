"""The overview: three facts of growth first, what breaks, the score beside its mark, and how sure one is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.outcome import Outcome
from readiness.reports import sentences as say
from readiness.ui import facts
from readiness.ui.change_facts import ScoreChange
from readiness.ui.heat_facts import heat
from readiness.ui.pages.results.alignment_panel import AlignmentPanel
from readiness.ui.pages.results.lines import Lines
from readiness.ui.pages.results.score_panel import ScorePanel
from readiness.ui.risk_rows import accepted_rows
from readiness.ui.theme import Theme
from readiness.ui.widgets.breaks_first import BreaksFirst
from readiness.ui.widgets.bullets import Bullets
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.coverage_bars import CoverageBars
from readiness.ui.widgets.growth_ladder import GrowthLadder
from readiness.ui.widgets.heat_grid import HeatGrid
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.panel_rows import Group, PanelRows
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text_block import TextBlock

ChangeOf = Callable[[Outcome], ScoreChange]
"""Says what changed since the assessment before."""


class Overview(Scroller):
    """Shows an outcome and works nothing out itself; what changes while it is hidden is shown with it."""

    limits_asked = Signal()
    assess_asked = Signal()
    why_asked = Signal()
    tables_asked = Signal()
    part_asked = Signal(str)  # a pillar or topic
    accept_asked = Signal(str)  # accept the risk of a question; of none named, ask which
    risk_asked = Signal(str)  # change what is accepted of a question
    topic_asked = Signal(str)  # the question whose topic it is
    question_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcome: Outcome | None = None
        self._change_of: ChangeOf | None = None
        self._is_stale = False
        self.setObjectName("results-overview")
        self.setAccessibleName(self.tr("Results"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build_charts(theme)
        self._build_panels(theme)
        self._build_lines(theme)
        self._empty = Panel(theme, self.tr("Nothing answered yet"), self)
        self._table_button = Button(theme, self.tr("Show as table"), "plain", self)
        self._rows = PanelRows(self._groups())
        self._build()
        self._connect()

    @property
    def views(self) -> tuple[ChartView, ...]:
        """Every chart with its table."""
        return (*self._views, self._score_panel.view, self._alignment.view)

    def toggle_tables(self) -> None:
        """Show every chart as a table, or as a chart again."""
        shown = not self._views[0].is_table
        for view in self.views:
            view.show_table(shown)
        self._table_button.setText(self.tr("Show as charts") if shown else self.tr("Show as table"))
        self._arrange()
        self.measure_soon()

    def set_change(self, change_of: "ChangeOf | None") -> None:
        """Take how to say what changed; nothing until the assessment before has been read."""
        self._change_of = change_of
        if self._outcome is not None:
            self.show_outcome(self._outcome)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what an assessment says; while nobody looks it only waits."""
        self._outcome = outcome
        self._is_stale = True
        if self.isVisible():
            self._show_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed in the meantime."""
        self._show_now()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panels for the new width."""
        self._arrange()
        super().resizeEvent(event)

    # Showing

    def _show_now(self) -> None:
        outcome = self._outcome
        if outcome is None or not self._is_stale:
            return
        self._is_stale = False
        nothing = outcome.score.counts.asked == 0
        self._empty.setVisible(nothing)
        for panel in self._panels():
            panel.setVisible(not nothing)
        if not nothing:
            self._show_growth(outcome)
            change = None if self._change_of is None else self._change_of(outcome)
            self._score_panel.show_outcome(outcome, change)
            self._show_pillars(outcome, change)
            self._show_parts(outcome)
            self._show_rest(outcome)
        for view in self.views:
            view.refresh()
        self.measure_soon()

    def _show_growth(self, outcome: Outcome) -> None:
        self._ladder_panel.set_heading(say.headline(outcome))
        self._ladder.set_value(facts.ladder(outcome))
        self._breaks.set_empty_words(self.tr("No answer and no measured limit gives out before the target."))
        self._breaks.set_rows(facts.breaks_first(outcome))
        rows = accepted_rows(outcome.assessment)
        self._accepted.set_rows(self.tr("Accepted risks"), rows)
        self._accepted.setVisible(bool(rows))

    def _show_pillars(self, outcome: Outcome, change: ScoreChange | None) -> None:
        title, bullets = facts.pillars(outcome, change)
        self._pillar_panel.set_heading(title)
        self._bullets.set_value(bullets)

    def _show_parts(self, outcome: Outcome) -> None:
        heading, coverage = facts.coverage(outcome)
        self._coverage_panel.set_heading(heading)
        self._coverage.set_value(coverage)
        self._alignment.show_outcome(outcome)
        heading, cells, note = heat(outcome)
        self._heat_panel.set_heading(heading)
        self._heat.set_value(cells)
        self._heat_note.setText(note)

    def _show_rest(self, outcome: Outcome) -> None:
        unseen = [f"{row.factor}  {row.title}" for row in facts.unseen(outcome)]
        slow = [f"{row.factor}  {row.title}" for row in facts.slow(outcome)]
        _fill(self._unseen_panel, self._unseen, unseen)
        _fill(self._slow_panel, self._slow, slow)
        _fill(self._caution_panel, self._cautions, list(facts.cautions(outcome)))

    def _on_accept(self) -> None:
        self.accept_asked.emit("")

    def _on_break(self, key: str) -> None:
        if key.startswith("limit:"):
            self.limits_asked.emit()
        else:
            self.topic_asked.emit(key)

    def _measure(self) -> None:
        """Place the panels once more: what has just been filled in knows only now how wide it is."""
        self._arrange()
        super()._measure()

    def _arrange(self) -> None:
        margins = self._column.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        self._rows.fit(0 if self._views[0].is_table else room)  # a table wants the whole width

    # Building

    def _build_charts(self, theme: Theme) -> None:
        self._ladder = GrowthLadder(theme, self)
        self._bullets = Bullets(theme, self)
        self._coverage = CoverageBars(theme, self)
        self._heat = HeatGrid(theme, self)
        charts = (self._ladder, self._bullets, self._coverage, self._heat)
        self._views = [ChartView(theme, chart, self) for chart in charts]

    def _build_panels(self, theme: Theme) -> None:
        self._ladder_panel = Panel(theme, "", self)
        self._ladder_panel.set_heading_style("title")
        self._score_panel = ScorePanel(theme, self)
        self._breaks_panel = Panel(theme, self.tr("What breaks first"), self)
        self._pillar_panel = Panel(theme, "", self)
        self._coverage_panel = Panel(theme, "", self)
        self._heat_panel = Panel(theme, "", self)
        self._alignment = AlignmentPanel(theme, self)
        self._unseen_panel = Panel(theme, self.tr("What we would not see"), self)
        self._slow_panel = Panel(theme, self.tr("What keeps us slow"), self)
        self._caution_panel = Panel(theme, self.tr("Also look at"), self)

    def _build_lines(self, theme: Theme) -> None:
        self._breaks = BreaksFirst(theme, self)
        self._accepted = ChangeList(theme, "accepted", 3, self)
        self._heat_note = TextBlock(theme, "", "caption", "ink2", self)
        self._unseen = Lines(theme, 3, self)
        self._slow = Lines(theme, 3, self)
        self._cautions = Lines(theme, 6, self)

    def _panels(self) -> tuple[Panel, ...]:
        return (
            self._ladder_panel,
            self._score_panel,
            self._breaks_panel,
            self._pillar_panel,
            self._alignment,
            self._coverage_panel,
            self._heat_panel,
            self._unseen_panel,
            self._slow_panel,
            self._caution_panel,
        )

    def _groups(self) -> tuple[Group, ...]:
        score, breaks = self._score_panel, self._breaks_panel
        pillars, views, known = self._pillar_panel, self._alignment, self._coverage_panel
        rest = (self._unseen_panel, self._slow_panel, self._caution_panel)
        return (
            ((((self._ladder_panel, 1),),),),
            ((((score, 4), (breaks, 8)),), (((score, 1),), ((breaks, 1),))),
            (
                (((pillars, 35), (views, 37), (known, 28)),),
                (((pillars, 7), (known, 5)), ((views, 1),)),
                (((pillars, 1),), ((views, 1),), ((known, 1),)),
            ),
            ((((self._heat_panel, 1),),),),
            ((tuple((panel, 1) for panel in rest),), tuple(((panel, 1),) for panel in rest)),
        )

    def _build(self) -> None:
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 16, 32, 24)
        self._column.setSpacing(14)
        self._fill_corners()
        self._fill_panels()
        self._column.addWidget(self._empty)
        self._column.addLayout(self._rows)
        self._column.addStretch()
        self.set_content(inner)

    def _fill_corners(self) -> None:
        self._table_button.setObjectName("show-as-table")
        self._table_button.set_key("T")
        self._table_button.set_size("small")
        self._ladder_panel.corner.addWidget(self._table_button)
        for name, words, slot in (
            ("accept-risk", self.tr("Accept a risk…"), self._on_accept),
            ("limits-table", self.tr("Limits table"), self.limits_asked),
        ):
            link = Button(self._theme, words, "link", self)
            link.setObjectName(name)
            link.set_size("small")
            link.clicked.connect(slot)
            self._breaks_panel.corner.addWidget(link)

    def _fill_panels(self) -> None:
        ladder, bullets, coverage, heat_view = self._views
        for panel, parts in (
            (self._ladder_panel, (ladder,)),
            (self._breaks_panel, (self._breaks, self._accepted)),
            (self._pillar_panel, (bullets,)),
            (self._coverage_panel, (coverage,)),
            (self._heat_panel, (heat_view, self._heat_note)),
            (self._unseen_panel, (self._unseen,)),
            (self._slow_panel, (self._slow,)),
            (self._caution_panel, (self._cautions,)),
        ):
            for part in parts:
                panel.body.addWidget(part)
            panel.body.addStretch()
        self._heat_panel.body.insertSpacing(1, 6)
        self._breaks_panel.body.insertSpacing(1, 10)
        self._fill_empty()

    def _fill_empty(self) -> None:
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        words = self.tr("Here will stand how much growth the practices support, and what breaks first.")
        self._empty.body.addWidget(TextBlock(self._theme, words, "lead", "ink2", self._empty))
        start = Button(self._theme, self.tr("Answer the first question"), "primary", self._empty)
        start.setObjectName("answer-first")
        start.clicked.connect(self.assess_asked)
        self._empty.body.addSpacing(10)
        self._empty.body.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._table_button.clicked.connect(self.tables_asked)
        self._score_panel.why_asked.connect(self.why_asked)
        self._breaks.chosen.connect(self._on_break)
        self._breaks.accept_asked.connect(self.accept_asked)
        self._accepted.chosen.connect(self.risk_asked)
        self._accepted.resized.connect(self.measure_soon)
        self._bullets.chosen.connect(self.part_asked)
        self._heat.chosen.connect(self.part_asked)
        self._alignment.question_asked.connect(self.question_asked)
        self._theme.changed.connect(self.measure_soon)


def _fill(panel: Panel, lines: Lines, texts: list[str]) -> None:
    lines.set_lines(texts)
    panel.setVisible(bool(texts))
