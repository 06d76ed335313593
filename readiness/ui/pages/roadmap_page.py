"""Roadmap: quarters with their capacity, what is done in each, where it leads, and what is left out."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from readiness.domain.offering import stem
from readiness.errors import InputError
from readiness.services.preferences import Settings
from readiness.ui.action_words import title_of
from readiness.ui.board_facts import BoardFacts, board
from readiness.ui.icons import Icons
from readiness.ui.pages.roadmap.board import Board
from readiness.ui.pages.roadmap.decisions_panel import DecisionsPanel
from readiness.ui.pages.roadmap.doing import Doing
from readiness.ui.pages.roadmap.fill_row import FillRow
from readiness.ui.pages.roadmap.left_panel import LeftPanel
from readiness.ui.pages.roadmap.left_row import LeftRow
from readiness.ui.pages.roadmap.plan_table import PlanTable
from readiness.ui.pages.roadmap.scenarios_panel import ScenariosPanel
from readiness.ui.pages.roadmap.terms_row import TermsRow
from readiness.ui.pages.roadmap.trial_effects import TrialEffects
from readiness.ui.pages.roadmap.what_if_panel import WhatIfPanel
from readiness.ui.plan_desk import PlanDesk, Plans
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.trial_facts import apart, fill_words, scenarios, trial_words
from readiness.ui.widgets.action_card import ActionCard
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.page_scroller import fill
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.what_if import PlanMode

_SIDE = 288
_SLIM_SIDE = 264
_WIDE = 1200
_BESIDE = 900


class RoadmapPage(QWidget):
    """Everything that is moved is worked out anew at once, kept, and can be undone. T shows it as a table."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._desk = PlanDesk(session, self)
        self._effects = TrialEffects(self._desk, self)
        self._doing = Doing(session, theme, icons, self._desk, self)
        self._is_stale = True
        self._wanted = ""
        self._facts: BoardFacts | None = None
        self._plans: Plans | None = None
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.setInterval(0)
        self._headline = TextBlock(theme, "", "title", "ink", self)
        self._price = TextBlock(theme, "", "body", "ink2", self)
        self._terms = TermsRow(theme, icons, self)
        self._fill = FillRow(theme, self)
        self._table_button = Button(theme, self.tr("Show as table"), "plain", self)
        self.board = Board(theme, self)
        self.table = PlanTable(theme, self)
        self.left = LeftPanel(theme, self)
        self.what_if = WhatIfPanel(theme, icons, self)
        self.scenarios = ScenariosPanel(theme, self)
        self.decisions = DecisionsPanel(session, theme, icons, self)
        self._stack = QStackedWidget(self)
        self._side = Scroller(self)
        words = self.tr("No quarter has any capacity. Write above how many person-weeks there are.")
        self._empty = QWidget(self)
        self._empty_words = TextBlock(theme, words, "lead", "ink2", self._empty)
        self._is_new = True
        self._head_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tables = QAction(self.tr("Show the plan as a table, or as a board"), self)
        self.setObjectName("roadmap")
        self._build()
        self._connect()
        self._set_keys(session.settings)

    @property
    def facts(self) -> BoardFacts | None:
        """What the board shows."""
        return self._facts

    def take_focus(self) -> None:
        """Give the focus to the chosen card, or to the capacity where there is none."""
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.board.focus_card():
            self._terms.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_top)

    def _show_top(self) -> None:
        """Show the top of the side: on its way here the focus may have passed through it."""
        if not self._side.isAncestorOf(self.window().focusWidget()):
            self._side.go_to_top()

    def toggle_table(self) -> None:
        """Show the plan as a table, or as a board again."""
        is_table = self._stack.currentWidget() is not self.table
        self._hold_focus()
        board = self.board if self._facts is None or self._facts.columns else self._empty
        self._stack.setCurrentWidget(self.table if is_table else board)
        self._table_button.setText(self.tr("Show as board") if is_table else self.tr("Show as table"))
        self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed in the meantime."""
        self._tables.setEnabled(True)
        super().showEvent(event)
        self._show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the keys of this page rest."""
        self._tables.setEnabled(False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side its share, and stack the head where there is no room beside it."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        width = self.width()
        side = _SIDE if width >= self._theme.px(_WIDE) else _SLIM_SIDE
        self._side.setFixedWidth(min(self._theme.px(side), width * 2 // 5))
        beside = width >= self._theme.px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._head_row.setDirection(direction)

    # Showing

    def _on_changed(self, _news: object = None) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show_now()

    def _on_opened(self, _assessment: object) -> None:
        self._wanted = ""
        self._plans = None
        self._stop_late_work()
        self._is_new = True
        self._on_changed()

    def _stop_late_work(self) -> None:
        """Work nothing more out of a plan that is not shown any more."""
        self._beside.stop()
        self._effects.stop()

    def _show_now(self) -> None:
        if not self._is_stale or self._session.outcome is None or self._session.terms is None:
            return
        self._is_stale = False
        self._terms.set_terms(self._session.terms)
        try:
            plans = self._desk.plans()
        except InputError as error:
            self._show_fault(error)
            return
        self._show_plans(plans)

    def _show_fault(self, error: InputError) -> None:
        self._plans = None
        self._stop_late_work()
        self._headline.setText(self.tr("There is no plan"))
        self._price.setText(" ".join(part for part in (error.happened, error.remedy) if part))
        self._stack.hide()

    def _show_plans(self, plans: Plans) -> None:
        terms, outcome = self._session.terms, self._session.outcome
        if terms is None or outcome is None:
            return
        first_month = self._session.settings.fiscal_year_start
        self._plans = plans
        facts = board(plans.agreed, outcome, plans.tried, first_month)
        self._facts = facts
        self._stack.show()
        if self._stack.currentWidget() is not self.table:
            self._stack.setCurrentWidget(self.board if facts.columns else self._empty)
        self._headline.setText(facts.headline)
        self._price.setText(self.tr("{0}. {1}").format(facts.finding, facts.price).strip())
        had_focus = self._focused_key()
        if had_focus and had_focus not in {card.key for card in facts.cards}:
            self._hold_focus()
        self.board.set_facts(facts)
        self.table.set_facts(facts)
        self.left.set_facts(facts)
        self.decisions.refresh()
        self._effects.stop()
        self._beside.start()
        result = plans.fault or (trial_words(plans.agreed, plans.tried) if plans.tried else "")
        going = (*plans.agreed.actions, *(left.action for left in plans.agreed.undone))
        titles = {a.id: title_of(a) for a in going}
        quiet = self.tr("Nothing is tried. Space takes a card out.")
        self.what_if.set_terms(terms, self._quarters(), titles, result or quiet)
        self._side.measure_soon()
        if self._is_new:
            self._is_new = False
            self._side.go_to_top()
            self.board.go_to_start()
        if had_focus:
            self._follow(had_focus)

    def _show_beside(self) -> None:
        """Hold the plan against the other order, and against itself filled, once it is painted."""
        terms, plans = self._session.terms, self._plans
        beside = self._desk.beside() if plans is not None and not self._is_stale else None
        if terms is None or plans is None or beside is None:
            return
        agreed, other = plans.agreed, beside.other
        self._fill.show_fill(fill_words(agreed, beside.filled, is_on=terms.fill), is_on=terms.fill)
        self.scenarios.show_scenarios(scenarios(agreed, other), apart(agreed, other))
        self._effects.start()
        self._side.measure_soon()

    def _focused_key(self) -> str:
        """Return the action that has the focus, or had it when it was moved."""
        wanted, self._wanted = self._wanted, ""
        focus = self.window().focusWidget()
        return wanted or (focus.facts.key if isinstance(focus, ActionCard | LeftRow) else "")

    def _hold_focus(self) -> None:
        """Keep the focus while what has it goes: Qt would hand it to whatever comes next."""
        self._table_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, key: str) -> None:
        """Give the focus to an action wherever it is now; taken out, it may go by its question alone."""
        for name in (key, stem(key)):
            if self.board.focus_card(name) or self.left.focus_row(name):
                return
        self.board.focus_card()

    def _quarters(self) -> list[tuple[str, str]]:
        return [(period, shown_quarter(period)) for period in self._desk.quarters()]

    # Slots

    def _on_wanted(self, key: str) -> None:
        self._wanted = key

    def _on_asked(self, wish: str, key: str) -> None:
        card = self.board.card(key)
        if wish == "menu" and card is not None:
            self._doing.show_menu(card, key, is_placed=True)
        else:
            self._doing.by_key(wish, key)

    def _on_left_asked(self, wish: str, key: str) -> None:
        row = self.left.row(key)
        if wish == "menu" and row is not None:
            self._doing.show_menu(row, key, is_placed=False, is_risk=row.facts.is_risk)
        else:
            self._doing.by_key_beside(wish, key)

    def _on_dropped(self, key: str, period: str) -> None:
        self._wanted = key
        self._desk.move(key, period)

    def _on_dropped_out(self, key: str) -> None:
        self._wanted = key
        self._desk.drop(key)

    def _on_capacity(self, capacity: object) -> None:
        terms = self._session.terms
        if terms is not None and isinstance(capacity, tuple):
            self._desk.set_terms(replace(terms, capacity=capacity), self.tr("change of capacity"))

    def _on_mode(self, mode: str) -> None:
        terms = self._session.terms
        if terms is not None:
            after = replace(terms, mode=cast("PlanMode", mode))
            self._desk.set_terms(after, self.tr("change of order"))

    def _on_fill(self, filled: bool) -> None:  # noqa: FBT001 - Qt sends it so
        terms = self._session.terms
        if terms is not None:
            self._desk.set_terms(replace(terms, fill=filled), self.tr("filling the plan"))

    def _on_tried(self, terms: object) -> None:
        from readiness.domain.terms import PlanTerms  # noqa: PLC0415 - not before the first paint

        if isinstance(terms, PlanTerms):
            self._desk.set_terms(terms, self.tr("what-if"))

    def _set_keys(self, settings: Settings) -> None:
        """Keep the single key only where it is wanted."""
        self._tables.setShortcuts([QKeySequence("T")] if settings.single_keys else [])

    # Building

    def _build(self) -> None:
        self._table_button.setObjectName("show-plan-as-table")
        self._table_button.set_key("T")
        self._table_button.set_size("small")
        self._tables.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._tables)
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(12, 32, 12, 0)
        empty.addWidget(self._empty_words)
        empty.addStretch()
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(20, 16, 12, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._stack, 1)
        row.addWidget(self._build_side())
        column.addLayout(row, 1)
        Measure(self._theme, self._stack, least_height=260)
        fill(self, whole)

    def _head(self) -> QVBoxLayout:
        head = self._head_row
        head.setSpacing(24)
        head.addWidget(self._price, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._terms, 0, Qt.AlignmentFlag.AlignTop)
        first = QHBoxLayout()
        first.setSpacing(24)
        first.addWidget(self._headline, 1)
        first.addWidget(self._table_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(12, 0, 20, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(head)
        column.addWidget(self._fill)
        return column

    def _build_side(self) -> Scroller:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 16, 24)
        column.setSpacing(14)
        for panel in (self.what_if, self.left, self.scenarios, self.decisions):
            column.addWidget(panel)
        column.addStretch()
        self._side.set_content(inner)
        # Its content scrolls: how high that is must not make the page scroll as well.
        self._side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        return self._side

    def _connect(self) -> None:
        self._theme.changed.connect(self._share_width)
        session = self._session
        session.outcome_changed.connect(self._on_changed)
        session.assessment_changed.connect(self._on_changed)
        session.assessment_opened.connect(self._on_opened)
        session.terms_changed.connect(self._on_changed)
        session.last_quarter_changed.connect(self._on_changed)
        session.settings_changed.connect(self._set_keys)
        self._tables.triggered.connect(self.toggle_table)
        self._table_button.clicked.connect(self.toggle_table)
        self._beside.timeout.connect(self._show_beside)
        self._terms.capacity_set.connect(self._on_capacity)
        self._terms.mode_set.connect(self._on_mode)
        self._fill.set_.connect(self._on_fill)
        self._doing.wanted.connect(self._on_wanted)
        for panel in (self.left, self.decisions):
            panel.resized.connect(self._side.measure_soon)
        self.board.asked.connect(self._on_asked)
        self.board.dropped.connect(self._on_dropped)
        self.table.asked.connect(self._on_asked)
        self.left.asked.connect(self._on_left_asked)
        self.left.dropped.connect(self._on_dropped_out)
        self._effects.told.connect(self.what_if.set_effect)
        self.what_if.tried.connect(self._on_tried)
        self.scenarios.mode_asked.connect(self._on_mode)
