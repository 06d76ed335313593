"""Results: the overview, and behind every score the answers that make it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from readiness.domain.outcome import Outcome
from readiness.services.preferences import Settings
from readiness.ui.change_facts import ScoreChange, change_since, first_change
from readiness.ui.icons import Icons
from readiness.ui.pages.results.overview import Overview
from readiness.ui.pages.results.part_page import PartPage
from readiness.ui.part_facts import topic_of
from readiness.ui.risk_desk import RiskDesk
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from readiness.services.looking_back import Earlier


class ResultsPage(QStackedWidget):
    """Topic → its questions → the answer; Esc goes back the same way. W says why a number is what it is."""

    limits_asked = Signal()
    assess_asked = Signal()
    question_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setObjectName("results")
        self.overview = Overview(theme, self)
        self.part = PartPage(theme, icons, self)
        self._came_from: list[tuple[str, str]] = []
        self._focused: QWidget | None = None
        self._why = QAction(self.tr("Why this number"), self)
        self._tables = QAction(self.tr("Show charts as tables, or as charts"), self)
        self._back = QAction(self.tr("Back to all results"), self)
        self._accept = QAction(self.tr("Accept a risk…"), self)
        self.risks = RiskDesk(session, theme, icons, self)
        self._build()
        self._connect()
        self._set_keys(session.settings)
        self._set_actions(work=False)

    @property
    def views(self) -> tuple[ChartView, ...]:
        """Every chart of the overview with its table."""
        return self.overview.views

    def toggle_tables(self) -> None:
        """Show every chart as a table, or as a chart again."""
        self.overview.toggle_tables()

    def show_part(self, key: str, at: str = "") -> None:
        """Drill down to a pillar or topic, standing at one of its questions."""
        here = (self.part.key, self.part.table.current_key) if self._is_at_part else ("", "")
        if not self._is_at_part:
            self._focused = self.overview.window().focusWidget()
        if self.part.show_part(key, at):
            self._came_from.append(here)
            self._show(self.part)

    def show_overview(self) -> None:
        """Leave every drill-down."""
        self._came_from.clear()
        self._show(self.overview)

    def go_back(self) -> None:
        """Go back one step: from a topic to its pillar where one came from there, else to the overview."""
        key, at = self._came_from.pop() if self._came_from else ("", "")
        if key and self.part.show_part(key, at):
            self._show(self.part)
        elif self._is_at_part:
            self.show_overview()
            if self._focused is not None and self.overview.isAncestorOf(self._focused):
                self._focused.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def explain(self) -> None:
        """Say why the number in sight is what it is."""
        outcome = self._session.outcome
        if outcome is None or not outcome.score.counts.asked:
            return
        from readiness.ui.dialogs.why_sheet import WhySheet  # noqa: PLC0415 - when it is asked for
        from readiness.ui.why_facts import why  # noqa: PLC0415 - likewise

        key = self.part.key if self._is_at_part else ""
        single = self._session.settings.single_keys
        sheet = WhySheet(self._theme, why(outcome, key), self, single_keys=single)
        sheet.question_asked.connect(self.question_asked)
        sheet.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys of this page work."""
        self._set_actions(work=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them rest: they mean something else elsewhere."""
        self._set_actions(work=False)
        super().hideEvent(event)

    # Slots

    def _on_opened(self, _assessment: object) -> None:
        self.part.key = ""
        self.overview.set_change(None)
        self._session.look_back(partial(self._on_earlier, self._session.assessment_id))
        self.show_overview()
        self.overview.verticalScrollBar().setValue(0)

    def _on_earlier(self, asked_by: int | None, earlier: "Earlier | None") -> None:
        """Say what changed, unless something else has been opened in the meantime."""
        if asked_by != self._session.assessment_id:
            return
        if earlier is None:
            self.overview.set_change(_first)
        else:
            before, versions = earlier.assessment, earlier.versions
            self.overview.set_change(partial(change_since, before=before, versions=versions))

    def _on_outcome(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            self.overview.show_outcome(outcome)
            self.part.show_outcome(outcome)

    def _on_accept_any(self) -> None:
        self.risks.accept()

    def _on_accept(self, question: str) -> None:
        self.risks.accept((question,) if question else ())

    def _on_topic(self, question: str) -> None:
        if self._session.outcome is not None:
            self.show_part(topic_of(self._session.outcome, question), question)

    @property
    def _is_at_part(self) -> bool:
        return self.currentWidget() is self.part

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._set_actions(work=self.isVisible())
        if self.isVisible():
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_actions(self, *, work: bool) -> None:
        self._why.setEnabled(work)
        self._tables.setEnabled(work and not self._is_at_part)
        self._back.setEnabled(work and self._is_at_part)

    def _set_keys(self, settings: Settings) -> None:
        """Keep the single keys only where they are wanted; Esc is none."""
        for action, key in ((self._why, "W"), (self._tables, "T")):
            action.setShortcuts([QKeySequence(key)] if settings.single_keys else [])

    # Building

    def _build(self) -> None:
        self.addWidget(self.overview)
        self.addWidget(self.part)
        self.setFocusProxy(self.overview)
        self._back.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        for action in (self._why, self._tables, self._back):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def _connect(self) -> None:
        self._session.outcome_changed.connect(self._on_outcome)
        self._session.assessment_opened.connect(self._on_opened)
        self._session.settings_changed.connect(self._set_keys)
        self._why.triggered.connect(self.explain)
        self._tables.triggered.connect(self.toggle_tables)
        self._back.triggered.connect(self.go_back)
        self._accept.triggered.connect(self._on_accept_any)
        overview, part = self.overview, self.part
        overview.limits_asked.connect(self.limits_asked)
        overview.assess_asked.connect(self.assess_asked)
        overview.accept_asked.connect(self._on_accept)
        overview.risk_asked.connect(self.risks.edit)
        overview.question_asked.connect(self.question_asked)
        overview.why_asked.connect(self.explain)
        overview.tables_asked.connect(self.toggle_tables)
        overview.part_asked.connect(self.show_part)
        overview.topic_asked.connect(self._on_topic)
        part.back_asked.connect(self.go_back)
        part.why_asked.connect(self.explain)
        part.part_asked.connect(self.show_part)
        part.question_asked.connect(self.question_asked)


def _first(_outcome: Outcome) -> ScoreChange:
    return first_change()
