"""One system in one quarter: header, tabs, and the page behind each of them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.errors import ReadinessError
from readiness.ui.icons import Icons
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.pages.closing_page import ClosingPage
from readiness.ui.pages.compare_page import ComparePage
from readiness.ui.pages.limits_page import LimitsPage
from readiness.ui.pages.report_page import ReportPage
from readiness.ui.pages.results_page import ResultsPage
from readiness.ui.pages.review_page import ReviewPage
from readiness.ui.pages.roadmap_page import RoadmapPage
from readiness.ui.pages.system_actions import SystemActions
from readiness.ui.pages.system_header import SystemHeader
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.ui.pages.assess.checkin_page import CheckInPage


class SystemPage(QWidget):
    """Assess, Results, Roadmap and Report of the open assessment; in Assess the app rail steps aside."""

    home_asked = Signal()
    pack_asked = Signal(str)  # a page for a side that answers elsewhere
    rail_wanted = Signal(bool)
    present_asked = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme, self._icons = theme, icons
        self._shown = "assess"
        self._questions = "assess"
        self._check_in: CheckInPage | None = None
        self.assess = AssessPage(session, theme, icons, self)
        self.table = ReviewPage(session, theme, icons, self)
        self.results = ResultsPage(session, theme, icons, self)
        self.roadmap = RoadmapPage(session, theme, icons, self)
        self.limits = LimitsPage(session, theme, icons, self)
        self.report = ReportPage(session, theme, icons, self)
        self.closing = ClosingPage(session, theme, icons, self)
        self.compare = ComparePage(session, theme, icons, self)
        self._header = SystemHeader(session, theme, icons, self.compare.picker, self)
        self.menu = self._header.menu
        self._stack = QStackedWidget(self)
        self.actions_of_page = SystemActions(session, self.show_page, self)
        self._build()
        self._connect()

    @property
    def wants_rail(self) -> bool:
        """Whether the app rail stays beside this page."""
        return self._shown != "assess"

    def go_to_question(self, question: str) -> None:
        """Show a question where it is answered."""
        self.show_page("assess")
        self._asking.go_to(question)

    @property
    def check_in(self) -> "CheckInPage":
        """The page of a check-in, built when the first one is opened."""
        if self._check_in is None:
            from readiness.ui.pages.assess.checkin_page import CheckInPage  # noqa: PLC0415 - most never need it

            self._check_in = CheckInPage(self._session, self._theme, self._icons, self)
            self._stack.addWidget(self._check_in)
            self._check_in.results_asked.connect(partial(self.show_page, "results"))
            self._check_in.closing_asked.connect(partial(self.show_page, "closing"))
            self._check_in.begin()
        return self._check_in

    @property
    def _asking(self) -> "AssessPage | CheckInPage":
        """The page on which the open assessment is answered."""
        return self.check_in if self._session.is_check_in else self.assess

    def show_page(self, key: str) -> None:
        """Show one of assess, table, results, limits, roadmap, compare, report, closing."""
        self._session.flush()
        if key == self._shown == "results":
            self.results.show_overview()  # its tab once more leads out of every drill-down
        self._shown = key
        self._questions = key if key in {"assess", "table"} else self._questions
        pages: dict[str, QWidget] = {
            "assess": self._asking,
            "table": self.table,
            "results": self.results,
            "limits": self.limits,
            "roadmap": self.roadmap,
            "report": self.report,
            "closing": self.closing,
            "compare": self.compare,
        }
        self._header.show_place(key, has_pair=self.compare.has_pair)
        self._stack.setCurrentWidget(pages[key])
        self._show_top()
        self.rail_wanted.emit(self.wants_rail)
        self.actions_of_page.refresh(key)
        self._take_focus(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swap the two views of the questions with T; anything else is somebody else’s."""
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_T and is_plain and self._session.settings.single_keys:
            self.swap_view()
        else:
            super().keyPressEvent(event)

    def swap_view(self) -> None:
        """Show the questions as a table, or one by one again."""
        other = {"assess": "table", "table": "assess"}.get(self._shown)
        if other is not None and not self._is_covered:
            self._on_view(other)

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        self._take_focus(self._shown)

    def _show_top(self) -> None:
        """Show the header, except over the hand-over, which fills the screen."""
        self._header.setVisible(not self._is_covered)

    @property
    def _is_covered(self) -> bool:
        return self._shown == "assess" and self._asking is self.assess and self.assess.is_covered

    def _take_focus(self, key: str) -> None:
        if key == "assess":
            self._asking.take_focus()
        elif key == "table":
            self.table.begin()
        elif key == "closing":
            self.closing.begin()
        elif key == "roadmap":
            self.roadmap.take_focus()
        elif key == "report":
            self.report.begin()
        else:
            pages = {"results": self.results, "limits": self.limits.table, "compare": self.compare}
            pages[key].setFocus(Qt.FocusReason.OtherFocusReason)

    # Slots

    def _on_opened(self, assessment: object) -> None:
        if isinstance(assessment, Assessment):
            self._header.saved.clear()
            self._header.show_assessment(assessment)
            if not any(line.id == self._session.assessment_id for line in self._header.lines(assessment)):
                self._session.refresh_home()  # it has just been started; the picker knows its elders then
            self.show_page("results" if assessment.sealed else "assess")

    def _on_changed(self, assessment: object) -> None:
        if isinstance(assessment, Assessment):
            self._header.show_assessment(assessment)
            if self._shown == "assess" and self._stack.currentWidget() is not self._asking:
                # Everything is asked now, or no longer.
                self.show_page("assess")
                self._asking.go_to(self._session.place or next(iter(assessment.questionnaire.by_id)))

    def _on_clock(self) -> None:
        clock = self._session.meeting_clock
        if clock is not None:
            from readiness.ui.dialogs.box_dialog import BoxDialog  # noqa: PLC0415 - when it is asked for

            BoxDialog(clock, self._theme, self._icons, self).open()

    def _on_sealed(self, _sealed: object) -> None:
        self.show_page("results")

    def _on_covered(self, _covered: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._show_top()

    def _on_saved(self, at: str) -> None:
        self._header.saved.show_saved(at)
        self._header.arrange()

    def _on_not_saved(self, _error: ReadinessError, since: str) -> None:
        self._header.saved.show_unsaved(since)
        self._header.arrange()

    def _on_tab(self, key: str) -> None:
        """Show a tab; the questions as they were looked at last."""
        self.show_page(self._questions if key == "assess" else key)

    def _on_view(self, key: str) -> None:
        """Show the other view of the questions, at the question one is at."""
        row = self.table.table.current
        if key == "assess" and row is not None:
            self.go_to_question(row.id)
        else:
            self.show_page(key)

    def _on_quarter(self, key: str) -> None:
        if key and int(key) != self._session.assessment_id:
            self._session.open_assessment(int(key))

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        results = (self.results, self.limits, self.roadmap, self.compare, self.report)
        for page in (self.assess, self.table, *results, self.closing):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._on_opened)
        session.assessment_changed.connect(self._on_changed)
        session.home_changed.connect(self._on_home)
        session.sealed.connect(self._on_sealed)
        session.saved.connect(self._on_saved)
        session.saving.connect(self._header.saved.show_saving)
        session.not_saved.connect(self._on_not_saved)
        self._connect_header()
        self.assess.covered.connect(self._on_covered)
        self.assess.home_asked.connect(self.home_asked)
        self.assess.pack_asked.connect(self.pack_asked)
        self.assess.results_asked.connect(partial(self.show_page, "results"))
        self.assess.closing_asked.connect(partial(self.show_page, "closing"))
        self.table.question_asked.connect(self.go_to_question)
        self.table.closing_asked.connect(partial(self.show_page, "closing"))
        self.closing.answers_asked.connect(partial(self.show_page, "assess"))
        self.closing.waited.connect(self.home_asked)
        self.closing.question_asked.connect(self.go_to_question)
        self.results.limits_asked.connect(partial(self.show_page, "limits"))
        self.results.assess_asked.connect(partial(self.show_page, "assess"))
        self.results.question_asked.connect(self.go_to_question)
        self.compare.question_asked.connect(self.go_to_question)
        for number, key in enumerate(("assess", "results", "roadmap", "compare", "report"), start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_tab, key))

    def _connect_header(self) -> None:
        header = self._header
        header.back.clicked.connect(self.home_asked)
        header.present.clicked.connect(self.present_asked)
        header.clock.clicked.connect(self._on_clock)
        header.quarter.chosen.connect(self._on_quarter)
        header.tabs.chosen.connect(self._on_tab)
        header.views.chosen.connect(self.show_page)
        header.assess_views.chosen.connect(self._on_view)
        header.other_view.clicked.connect(self.swap_view)
        header.to_table.clicked.connect(partial(self.show_page, "table"))

    def _on_home(self, _home: object) -> None:
        if self._session.assessment is not None:
            self._header.show_assessment(self._session.assessment)
