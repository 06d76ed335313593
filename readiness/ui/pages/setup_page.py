"""New assessment, and the frame of one that is open: scope, growth, people, questions and mode."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import LANES, Assessment
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.ui.desk import read_askable
from readiness.ui.icons import Icons
from readiness.ui.models.home_rows import quarter
from readiness.ui.models.setup_form import SetupForm, draft_from, faults, folded, form_from
from readiness.ui.months import current_quarter, printed_months
from readiness.ui.pages.setup.board import SetupBoard
from readiness.ui.pages.setup.start_offers import StartOffers
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.sides import side_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.fitting_text import FittingText
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.domain.counting import Side
    from readiness.services.assessing import AssessmentLine, Draft

_HEADER = 76
_PAST, _AHEAD = 4, 4
_TARGET_AHEAD = 12


class SetupPage(QWidget):
    """Collects a draft; wrong fields say so beside themselves when one tries to start."""

    cancelled = Signal()
    framed = Signal()  # the frame of the open assessment is done with, changed or not

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._now = now
        self._today = self._offered = Period(1970, 1)
        self._filled: SetupForm | None = None
        self._framing: Assessment | None = None
        self._hands_to: tuple[Side, str] | None = None
        self._has_tried = self._waits = False
        self._offers = StartOffers(session, self)
        self._header = QWidget(self)
        self._title = Text(theme, "", "page", "ink", self)
        self._copied = FittingText(theme, "body", "ink2", self)
        self._start = Button(theme, self.tr("Start"), "primary", self)
        self.board = SetupBoard(theme, icons, self)
        self.scope, self.growth = self.board.scope, self.board.growth
        self.journeys, self.people = self.board.journeys, self.board.people
        self.questions = self.board.questions
        self._build()
        self._connect()

    def begin(self, system: str = "", asked: str = "") -> None:
        """Start over, for a system or for a new one; ``asked`` names a questionnaire that was taken in."""
        now = self._now()
        self._today = current_quarter(now.year, now.month, self._session.settings.fiscal_year_start)
        self._open(None, self.tr("New assessment"))
        names = sorted((line.name for line in self._session.home if not line.archived), key=str.casefold)
        quarters = [self._today.plus(step) for step in range(-_PAST, _AHEAD + 1)]
        self._offered = self._free_quarter(system)
        self.scope.set_quarters(_options(quarters), str(self._offered))
        self.scope.set_systems(names, system)
        self._offer_targets(self._today)
        empty = SetupForm(
            system=system,
            period=self.form.period,
            team=self._team(system),
            by=str(self._today.plus(4)),
            questionnaire=asked,
        )
        self._fill(empty, "")
        self._read_questionnaires()
        self._copy_from(system)
        self.scope.focus_first()

    def edit(self) -> None:
        """Show the frame of the open assessment, to change what is different now."""
        assessment = self._session.assessment
        if assessment is None:
            return
        from readiness.ui.reworking import draft_of  # noqa: PLC0415 - not before the first paint

        self._today = self._offered = assessment.period
        self._open(assessment, self.tr("Set-up"))
        self.scope.set_quarters(_options([assessment.period]), str(assessment.period))
        self.scope.set_systems([assessment.system], assessment.system)
        self._offer_targets(assessment.period)
        form = replace(form_from(draft_of(assessment), assessment.period), team=self._team(assessment.system))
        self._fill(form, f"{assessment.system}, {shown_quarter(str(assessment.period), assessment.revision)}")
        self._read_questionnaires()
        self.scope.focus_first()

    @property
    def form(self) -> SetupForm:
        """The fields as they stand."""
        return self.board.form(self._today)

    def start(self) -> None:
        """Start the assessment, or take the frame; or show what is missing."""
        self._has_tried = True
        if self._offers.is_reading:
            self._waits = True  # what it could start from is not shown yet, so nobody has chosen
            return
        form = self.form
        if self._show_faults(form):
            self.board.focus_first_error()
        elif self._framing is not None:
            was = "" if self._filled is None else self._filled.team
            self._session.set_frame(draft_from(form), (was, " ".join(form.team.split())))
            self._framing = None
            self.framed.emit()
        elif self._start.isEnabled():
            self._start.setEnabled(False)
            self._hands_to = _first_to_answer(form)
            if form.previous_id is None:
                self._session.start_assessment(draft_from(form))
            else:
                self._session.start_from(draft_from(form), form.previous_id, form.start_as)

    def cancel(self) -> None:
        """Leave everything as it was."""
        was_framing = self._framing is not None
        self._framing = None
        (self.framed if was_framing else self.cancelled).emit()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        column.addWidget(self.board, 1)

    def _head(self) -> QWidget:
        head = self._header
        row = QHBoxLayout(head)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(20)
        row.addWidget(self._title)
        row.addWidget(self._copied, 1)
        cancel = Button(self._theme, self.tr("Cancel"), "quiet", head)
        cancel.setObjectName("cancel-setup")
        cancel.clicked.connect(self.cancel)
        self._start.setObjectName("start-assessment")
        self._start.set_key("Ctrl Enter")
        row.addWidget(cancel)
        row.addWidget(self._start)
        return head

    def _connect(self) -> None:
        self._start.clicked.connect(self.start)
        self.scope.system_changed.connect(self._on_system_changed)
        self.board.edited.connect(self._on_edited)
        self._session.assessment_opened.connect(self._on_opened)
        self._session.failed.connect(self._on_failed)
        self._offers.read.connect(self._on_offer_read)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        action = QAction(self.tr("Start the assessment"), self)
        action.setObjectName("start-setup")
        action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.start)
        self.addAction(action)
        self._action = action
        for number in range(1, 5):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.board.focus_step, number))

    # Slots

    def _on_opened(self, _assessment: object) -> None:
        """Hand the keyboard to the side that begins, once what was started here is open."""
        hands_to, self._hands_to = self._hands_to, None
        if hands_to is not None:
            self._session.hand_over(*hands_to)

    def _on_system_changed(self, system: str) -> None:
        if self.form.period == self._offered:
            self._offered = self._free_quarter(system)
            self.scope.set_quarter(str(self._offered))
            self._on_edited()
        self._copy_from(system)

    def _on_frame_read(self, draft: "Draft", period: str) -> None:
        if self._is_untouched():
            form = replace(
                form_from(draft, self.form.period),
                system=self.scope.name,
                team=self._team(self.scope.name),
            )
            shown = quarter(period)
            whole = self.tr("copied from {0}; change what is different").format(shown)
            self._fill(form, whole, self.tr("copied from {0}").format(shown))

    def _on_questionnaires_read(self, offered: tuple[Questionnaire, tuple[Questionnaire, ...]]) -> None:
        was_untouched = self._is_untouched()
        self.questions.show_questionnaires(*offered)
        self._show_fixed()
        form = self.form
        self.board.show_computed(form)
        if was_untouched:
            self._filled = form

    def _read_questionnaires(self) -> None:
        self._session.read_questionnaires(self._on_questionnaires_read)
        self._session.run_errand(read_askable, self._on_others_read)

    def _on_others_read(self, others: tuple[Questionnaire, ...]) -> None:
        was_untouched = self._is_untouched()
        self.questions.offer_others(others)
        self._show_fixed()
        if was_untouched:
            self._filled = self.form
        self._on_edited()

    def _on_offer_read(self, offer: object) -> None:
        from readiness.services.beginning import StartOffer  # noqa: PLC0415 - not before the first paint

        was_untouched = self._is_untouched()
        self.questions.show_offer(offer if isinstance(offer, StartOffer) else None)
        form = self.form
        self._show_computed(form)
        if was_untouched:
            self._filled = form
        if self._waits and not self._offers.is_reading:
            self._waits = False
            self.start()

    def _on_edited(self) -> None:
        form = self.form
        self._ask_offer(form)
        self._show_computed(form)
        if self._has_tried:
            self._show_faults(form)

    def _on_theme_changed(self) -> None:
        self._header.setFixedHeight(self._theme.px(_HEADER))

    def _on_failed(self, _error: object) -> None:
        self._waits = False
        self._offers.give_up()
        self._hands_to = None
        self._start.setEnabled(True)

    # Filling

    def _open(self, framing: Assessment | None, title: str) -> None:
        self._framing = framing
        self._has_tried = self._waits = False
        self._hands_to = None
        self._title.setText(title)
        self._start.setEnabled(True)
        self._offers.forget()
        is_new = framing is None
        self._action.setText(self.tr("Start the assessment") if is_new else self.tr("Take the set-up"))
        self._show_fixed()

    def _ask_offer(self, form: SetupForm) -> None:
        """Ask what a new assessment could start from; one that is open has begun already."""
        if self._framing is None:
            self._offers.ask(form)

    def _offer_targets(self, start: Period) -> None:
        ahead = [start.plus(step) for step in range(1, _TARGET_AHEAD + 1)]
        self.growth.set_quarters(_options(ahead), "")

    def _show_fixed(self) -> None:
        framing = self._framing
        self.scope.set_fixed(fixed=framing is not None)
        is_answered = framing is not None and any(framing.lane(lane) for lane in LANES)
        self.questions.set_fixed(questions=framing is not None, mode=is_answered)

    def _free_quarter(self, system: str) -> Period:
        """Return the current quarter, or the next one that the system has no assessment for."""
        taken = {period for name, period in self._taken() if name == folded(system)}
        ahead = (self._today.plus(step) for step in range(_AHEAD + 1))
        return next((period for period in ahead if str(period) not in taken), self._today)

    def _taken(self) -> set[tuple[str, str]]:
        if self._framing is not None:
            return set()
        return {
            (folded(system.name), line.period) for system in self._session.home for line in system.assessments
        }

    def _copy_from(self, system: str) -> None:
        """Copy the frame of the system's last assessment, unless something was written already."""
        line = self._latest(system)
        if line is None or not self._is_untouched():
            return

        def take(draft: "Draft") -> None:
            self._on_frame_read(draft, line.period)

        self._session.read_frame(line.id, take)

    def _fill(self, form: SetupForm, *copied: str) -> None:
        self.board.fill(form)
        self._copied.set_wordings((*copied, ""))
        self._filled = self.form
        self._ask_offer(self._filled)
        self._show_computed(self._filled)

    def _show_computed(self, form: SetupForm) -> None:
        self.board.show_computed(form)
        start = self._session.settings.fiscal_year_start
        self.scope.show_months(printed_months(form.period, start) if start > 1 else "")
        side = form.first_side
        if self._framing is not None:
            self._start.setText(self.tr("Done"))
        elif side is None:
            self._start.setText(self.tr("Start"))
        else:
            self._start.setText(self.tr("Start with {0}").format(side_name(form.lanes, side)))

    def _is_untouched(self) -> bool:
        if self._framing is not None:
            return False
        form = self.form
        return self._filled is None or _without_names(form) == _without_names(self._filled)

    def _latest(self, system: str) -> "AssessmentLine | None":
        name = folded(system)
        lines = [
            line for known in self._session.home if folded(known.name) == name for line in known.assessments
        ]
        return lines[-1] if lines else None

    def _team(self, system: str) -> str:
        name = folded(system)
        return next((known.team for known in self._session.home if folded(known.name) == name), "")

    def _show_faults(self, form: SetupForm) -> bool:
        found = faults(form, self._taken())
        self.board.show_errors(found)
        return bool(found)


def _without_names(form: SetupForm) -> SetupForm:
    """Return the form without what is written before the frame of a system can be copied."""
    return replace(form, system="", team="", period=Period(1970, 1))


def _first_to_answer(form: SetupForm) -> "tuple[Side, str] | None":
    """Return the side that begins, and who answers for it where only one person can."""
    side = form.first_side
    if side is None:
        return None
    names = [person.name for person in form.people if person.lane == side]
    return side, names[0] if len(names) == 1 else ""


def _options(periods: Sequence[Period]) -> list[tuple[str, str]]:
    return [(str(period), quarter(str(period))) for period in periods]
