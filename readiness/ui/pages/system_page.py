"""One system in one quarter: header, tabs, and the page behind each of them."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

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
from readiness.ui.pages.system_menu import SystemMenu
from readiness.ui.quarters import quarter_options
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.clock_button import ClockButton
from readiness.ui.widgets.header_side import HeaderSide
from readiness.ui.widgets.page_tabs import PageTabs
from readiness.ui.widgets.saved_indicator import SavedIndicator
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.services.assessing import AssessmentLine
    from readiness.ui.pages.assess.checkin_page import CheckInPage

HEADER_HEIGHT: Final = 76
_KIND: Final = 1300
"""The width from which the header has room for words beside its marks."""
_BOTH: Final = 1500  # the width from which the header names both views of the questions
_FULLEST: Final = 270  # right of the tabs: the two quarters that are compared

_TAB_OF: Final = {"closing": "assess", "table": "assess", "limits": "results"}


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
        self.compare = ComparePage(session, theme, self)
        self._back = Button(theme, "", "quiet", self)
        self._back.setObjectName("back-home")
        self._back.set_icon(icons, "chevron-left")
        self._back.setAccessibleName(self.tr("Back to the systems"))
        self._title = Text(theme, "", "title", "ink", self)
        self._title.setObjectName("system-title")
        self._quarter = Select(theme, self.tr("Quarter"), self)
        self._quarter.setObjectName("quarter")
        self._quarter.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToContents)
        self._kind = Text(theme, "", "lead", "ink2", self)
        self._kind.setObjectName("assessment-kind")
        self.menu = SystemMenu(theme, icons, self)
        self._tabs = PageTabs(theme, self)
        self._saved = SavedIndicator(theme, icons, self)
        self._clock = ClockButton(theme, self)
        self._present = Button(theme, self.tr("Present"), "plain", self)
        self._present.setObjectName("present")
        self._present.setAccessibleName(self._present.words)
        self._present.set_icon(icons, "monitor")
        self._views = Segmented(
            theme,
            self.tr("View"),
            (("results", self.tr("Overview")), ("limits", self.tr("Limits"))),
            self,
        )
        self._views.setObjectName("results-view")
        self._assess_views = Segmented(
            theme,
            self.tr("Questions"),
            (("assess", self.tr("One by one")), ("table", self.tr("Table"))),
            self,
        )
        self._assess_views.setObjectName("assess-view")
        self._other_view = Button(theme, "", "plain", self)  # the same in the room of one word
        self._other_view.setObjectName("other-view")
        self._to_table = Button(theme, self.tr("Back to the table"), "plain", self)
        self._to_table.setObjectName("back-to-table")
        self._to_table.set_icon(icons, "chevron-left")
        self._head = QHBoxLayout()
        self._top = QWidget(self)
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
        self._tabs.set_current(_TAB_OF.get(key, key))
        self._show_tools(key)
        # Without the rail the way back is here, over the topics; with it the title stands over the panels.
        self._back.setVisible(not self.wants_rail)
        self._head.setContentsMargins(32 if self.wants_rail else 8, 0, 32, 0)
        self._left.settle()
        self._head.activate()  # at once, so that no tab is seen to move
        self._stack.setCurrentWidget(pages[key])
        self._show_top()
        self.rail_wanted.emit(self.wants_rail)
        self.actions_of_page.refresh(key)
        self._take_focus(key)

    def _show_tools(self, key: str) -> None:
        """Show right of the tabs what a page needs there."""
        self._views.setVisible(key in {"results", "limits"})
        self._views.set_value(key)
        self._assess_views.set_value(key)
        self._other_view.setText(self.tr("One by one") if key == "table" else self.tr("Table"))
        self._to_table.setVisible(key == "closing")
        self._present.setVisible(key in {"assess", "table"} and not self._session.is_check_in)
        self._clock.set_place(is_meeting=key in {"assess", "table"})
        self._saved.setVisible(key in {"assess", "table", "limits", "roadmap", "closing"})
        self.compare.picker.setVisible(key == "compare" and self.compare.has_pair)
        self._reserve()

    def _reserve(self) -> None:
        """Keep beside the tabs the room that is needed at the most: they stay where they are then."""
        has_room = self.width() >= self._theme.px(_KIND)
        self._present.setText(self.tr("Present") if has_room else "")
        self._present.set_key("F5" if has_room else "")
        is_meeting = self._shown in {"assess", "table"}
        is_tight = is_meeting and self.width() < self._theme.px(_BOTH)
        self._assess_views.setVisible(is_meeting and not is_tight)
        self._other_view.setVisible(is_tight)
        policy = QSizePolicy.Policy.Preferred if is_meeting else QSizePolicy.Policy.Ignored
        self._right.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        most = self._right.minimumSizeHint().width() if is_tight else self._theme.px(_FULLEST)
        self._right.setMinimumWidth(min(most, self.width() * 3 // 10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reserve for the new width."""
        super().resizeEvent(event)
        self._reserve()

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
        self._top.setVisible(not self._is_covered)

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
            self._saved.clear()
            self._clock.show_clock(self._session.meeting_clock, assessment)
            self._show_header(assessment)
            if not any(line.id == self._session.assessment_id for line in self._lines(assessment)):
                self._session.refresh_home()  # it has just been started; the picker knows its elders then
            self.show_page("results" if assessment.sealed else "assess")

    def _on_changed(self, assessment: object) -> None:
        if isinstance(assessment, Assessment):
            self._clock.show_clock(self._session.meeting_clock, assessment)
            self._show_header(assessment)
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
        self._saved.show_saved(at)

    def _on_not_saved(self, _error: ReadinessError, since: str) -> None:
        self._saved.show_unsaved(since)

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

    def _show_header(self, assessment: Assessment) -> None:
        self._title.setText(assessment.system)
        self._kind.setText(self.tr("check-in"))
        has_room = self.width() >= self._theme.px(_KIND)
        self._kind.setVisible(self._session.is_check_in and has_room)
        self.menu.show_assessment(assessment, read_only=self._session.read_only)
        own = str(self._session.assessment_id)
        self._quarter.set_options(quarter_options(self._lines(assessment), own, assessment))
        self._quarter.set_key_value(own)
        # A long name gives way to the quarter, never the other way round.
        self._quarter.setMinimumWidth(self._quarter.sizeHint().width())
        self._reserve()

    def _lines(self, assessment: Assessment) -> "tuple[AssessmentLine, ...]":
        named = (system for system in self._session.home if system.name == assessment.system)
        return tuple(line for system in named for line in system.assessments)

    # Building

    def _build(self) -> None:
        self._tabs.set_tabs(
            (
                ("assess", self.tr("Assess")),
                ("results", self.tr("Results")),
                ("roadmap", self.tr("Roadmap")),
                ("compare", self.tr("Compare")),
                ("report", self.tr("Report")),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self._header())
        line = QFrame(self)
        line.setProperty("kind", "line")
        top.addWidget(line)
        column.addWidget(self._top)
        results = (self.results, self.limits, self.roadmap, self.compare, self.report)
        for page in (self.assess, self.table, *results, self.closing):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setFixedHeight(self._theme.px(HEADER_HEIGHT))
        row = self._head
        header.setLayout(row)
        row.setSpacing(12)
        self._left = HeaderSide(self._back, self._title, self._quarter, self._kind, self.menu)
        row.addWidget(self._left, 1)
        row.addWidget(self._tabs)
        parts = (self._saved, self._clock, self._views, self._assess_views, self._other_view, self._to_table)
        self._right = HeaderSide(*parts, self.compare.picker, self._present, is_right=True)
        row.addWidget(self._right, 1)
        return header

    def _connect(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._on_opened)
        session.assessment_changed.connect(self._on_changed)
        session.home_changed.connect(self._on_home)
        session.sealed.connect(self._on_sealed)
        session.saved.connect(self._on_saved)
        session.saving.connect(self._saved.show_saving)
        session.not_saved.connect(self._on_not_saved)
        self._back.clicked.connect(self.home_asked)
        self._present.clicked.connect(self.present_asked)
        self._clock.clicked.connect(self._on_clock)
        self._quarter.chosen.connect(self._on_quarter)
        self._tabs.chosen.connect(self._on_tab)
        self._views.chosen.connect(self.show_page)
        self._assess_views.chosen.connect(self._on_view)
        self._other_view.clicked.connect(self.swap_view)
        self._to_table.clicked.connect(partial(self.show_page, "table"))
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

    def _on_home(self, _home: object) -> None:
        if self._session.assessment is not None:
            self._show_header(self._session.assessment)
