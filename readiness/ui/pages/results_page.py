"""Results: three facts of growth first, what breaks, the score beside its mark, and how sure one is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.outcome import Outcome
from readiness.reports import sentences as say
from readiness.ui import facts
from readiness.ui.icons import Icons
from readiness.ui.pages.results.lines import Lines
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.breaks_first import BreaksFirst
from readiness.ui.widgets.bullets import Bullets
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.chart import Chart
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.coverage_bars import CoverageBars
from readiness.ui.widgets.growth_ladder import GrowthLadder
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.score_hero import ScoreHero
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text_block import TextBlock


class ResultsPage(Scroller):
    """Reads the outcome that the session holds, and works nothing out itself."""

    limits_asked = Signal()
    assess_asked = Signal()
    question_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Results"))
        self._ladder = GrowthLadder(theme, self)
        self._hero = ScoreHero(theme, self)
        self._bullets = Bullets(theme, self)
        self._coverage = CoverageBars(theme, self)
        self._views = [ChartView(theme, chart, self) for chart in self._charts()]
        self._ladder_panel = Panel(theme, "", self)
        self._ladder_panel.set_heading_style("title")
        self._score_panel = Panel(theme, self.tr("Readiness score"), self)
        self._breaks_panel = Panel(theme, self.tr("What breaks first"), self)
        self._pillar_panel = Panel(theme, "", self)
        self._coverage_panel = Panel(theme, "", self)
        self._unseen_panel = Panel(theme, self.tr("What we would not see"), self)
        self._slow_panel = Panel(theme, self.tr("What keeps us slow"), self)
        self._caution_panel = Panel(theme, self.tr("Also look at"), self)
        self._breaks = BreaksFirst(theme, self)
        self._beside = Lines(theme, 4, self)
        self._unseen = Lines(theme, 3, self)
        self._slow = Lines(theme, 3, self)
        self._cautions = Lines(theme, 6, self)
        self._empty = Panel(theme, self.tr("Nothing answered yet"), self)
        self._table_button = Button(theme, self.tr("Show as table"), "plain", self)
        self._icons = icons
        self._build()
        self._connect()

    def toggle_tables(self) -> None:
        """Show every chart as a table, or as a chart again."""
        shown = not self._views[0].is_table
        for view in self._views:
            view.show_table(shown)
        self._table_button.setText(self.tr("Show as charts") if shown else self.tr("Show as table"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T shows the charts as tables."""
        single = self._session.settings.single_keys and not event.modifiers()
        if event.key() == Qt.Key.Key_T and single:
            self.toggle_tables()
        else:
            super().keyPressEvent(event)

    # Showing

    def _on_opened(self, _assessment: object) -> None:
        self.verticalScrollBar().setValue(0)

    def _on_outcome(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            self._show(outcome)

    def _show(self, outcome: Outcome) -> None:
        nothing = outcome.score.counts.asked == 0
        self._empty.setVisible(nothing)
        for panel in self._panels():
            panel.setVisible(not nothing)
        if nothing:
            return
        self._ladder_panel.set_heading(say.headline(outcome))
        self._ladder.set_value(facts.ladder(outcome))
        self._hero.set_value(facts.hero(outcome))
        self._score_panel.set_heading(self._score_heading(outcome))
        self._beside.set_lines(facts.beside_the_score(outcome))
        self._breaks.set_empty_words(self.tr("No answer and no measured limit gives out before the target."))
        self._breaks.set_rows(facts.breaks_first(outcome))
        title, bullets = facts.pillars(outcome)
        self._pillar_panel.set_heading(title)
        self._bullets.set_value(bullets)
        heading, coverage = facts.coverage(outcome)
        self._coverage_panel.set_heading(heading)
        self._coverage.set_value(coverage)
        self._fill(
            self._unseen_panel, self._unseen, [f"{r.factor}  {r.title}" for r in facts.unseen(outcome)]
        )
        self._fill(self._slow_panel, self._slow, [f"{r.factor}  {r.title}" for r in facts.slow(outcome)])
        self._fill(self._caution_panel, self._cautions, list(facts.cautions(outcome)))
        for view in self._views:
            view.refresh()
        self.measure_soon()

    def _score_heading(self, outcome: Outcome) -> str:
        if outcome.assessment.scope == "quick":
            return self.tr("Readiness score, orientation")
        return self.tr("Readiness score")

    def _fill(self, panel: Panel, lines: Lines, texts: list[str]) -> None:
        lines.set_lines(texts)
        panel.setVisible(bool(texts))

    def _on_break(self, key: str) -> None:
        if key.startswith("limit:"):
            self.limits_asked.emit()
        else:
            self.question_asked.emit(key)

    # Building

    def _charts(self) -> tuple[Chart, ...]:
        return self._ladder, self._hero, self._bullets, self._coverage

    def _panels(self) -> tuple[Panel, ...]:
        return (
            self._ladder_panel,
            self._score_panel,
            self._breaks_panel,
            self._pillar_panel,
            self._coverage_panel,
            self._unseen_panel,
            self._slow_panel,
            self._caution_panel,
        )

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(14)
        self._fill_panels()
        column.addWidget(self._empty)
        self._lay_out(column)
        column.addStretch()
        self.set_content(inner)

    def _fill_panels(self) -> None:
        table = self._table_button
        table.setObjectName("show-as-table")
        table.set_key("T")
        table.set_size("small")
        table.clicked.connect(self.toggle_tables)
        self._ladder_panel.corner.addWidget(table)
        limits = Button(self._theme, self.tr("Limits table"), "link", self)
        limits.setObjectName("limits-table")
        limits.set_size("small")
        limits.clicked.connect(self.limits_asked)
        self._breaks_panel.corner.addWidget(limits)
        homes = (self._ladder_panel, self._score_panel, self._pillar_panel, self._coverage_panel)
        for panel, view in zip(homes, self._views, strict=True):
            panel.body.addWidget(view)
            if panel is self._score_panel:
                panel.body.addWidget(self._beside)
            panel.body.addStretch()
        self._breaks_panel.body.addWidget(self._breaks)
        self._breaks_panel.body.addStretch()
        for panel, lines in (
            (self._unseen_panel, self._unseen),
            (self._slow_panel, self._slow),
            (self._caution_panel, self._cautions),
        ):
            panel.body.addWidget(lines)
            panel.body.addStretch()
        self._fill_empty()

    def _fill_empty(self) -> None:
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        words = self.tr("Here will stand how much growth the practices support, and what breaks first.")
        self._empty.body.addWidget(TextBlock(self._theme, words, "lead", "ink2", self._empty))
        start = Button(self._theme, self.tr("Answer the first question"), "primary", self._empty)
        start.setObjectName("answer-first")
        start.clicked.connect(self.assess_asked)
        self._empty.body.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self, column: QVBoxLayout) -> None:
        """Place the panels in rows: a grid would hold each row at its panels' narrowest height."""
        rows = (
            ((self._ladder_panel, 1),),
            ((self._score_panel, 4), (self._breaks_panel, 8)),
            ((self._pillar_panel, 7), (self._coverage_panel, 5)),
            ((self._unseen_panel, 1), (self._slow_panel, 1), (self._caution_panel, 1)),
        )
        for panels in rows:
            row = QHBoxLayout()
            row.setSpacing(14)
            for panel, share in panels:
                row.addWidget(panel, share)
            column.addLayout(row)

    def _connect(self) -> None:
        self._session.outcome_changed.connect(self._on_outcome)
        self._breaks.chosen.connect(self._on_break)
        self._session.assessment_opened.connect(self._on_opened)
