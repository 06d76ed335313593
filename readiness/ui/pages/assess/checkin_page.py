"""The 30-minute check-in: promises and old limits first, then what is asked again, most of it by one key."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.check_in import CheckIn, check_in, is_carried
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.checkin_around import CheckInAround
from readiness.ui.pages.assess.checkin_giving import CheckInGiving
from readiness.ui.pages.assess.checkin_lines import FINISH, OPENING, first_in, group_from, step_from
from readiness.ui.pages.assess.checkin_parts import CheckInParts
from readiness.ui.pages.assess.keys import meaning
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

_NUDGE: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN: Final = {Qt.Key.Key_Y: "still-true", Qt.Key.Key_G: "still-a-guess"}


class CheckInPage(QWidget):
    """Y says that an answer is still true and goes on; digits answer what changed."""

    results_asked = Signal()
    closing_asked = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-in")
        self._session = session
        self._parts = CheckInParts(theme, icons, self)
        self._giving = CheckInGiving(session, self)
        self._around = CheckInAround(session, self._parts.opening, theme, icons, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._parts)
        self._connect()

    @property
    def current(self) -> str:
        """The question that is asked; empty before the first and after the last."""
        return self._parts.question

    @property
    def check(self) -> CheckIn | None:
        """How far the check-in is; nothing where there is none."""
        assessment, last = self._session.assessment, self._session.last_quarter
        if assessment is None or last is None:
            return None
        return check_in(assessment, last.start, last.assessment.actions)

    def go_to(self, id_: str) -> None:
        """Ask a question, or show how a carried one stands."""
        assessment = self._session.assessment
        if assessment is not None and id_ in assessment.questionnaire.by_id:
            self._go(id_)
            self._session.set_place(id_)
            self.setAccessibleName(assessment.questionnaire.by_id[id_].prompt)

    def show_opening(self) -> None:
        """Show what was promised, and which limits are old."""
        self._go(OPENING)

    def begin(self) -> None:
        """Go where it was left; the first time to what was promised."""
        assessment = self._session.assessment
        if assessment is not None and self._session.place in assessment.questionnaire.by_id:
            self.go_to(self._session.place)
        else:
            self.show_opening()

    def take_focus(self) -> None:
        """Take the keys."""
        if not self._parts.take_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; anything else is somebody else's."""
        if self._begins(event):
            self._on_begun()
            return
        single = self._session.settings.single_keys
        own = _OWN.get(Qt.Key(event.key()), "") if single and not event.modifiers() else ""
        asked = own or meaning(event, single_keys=single)
        if not asked or not self._do(asked):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep ← and → for the questions: Qt's buttons would take them to move the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _NUDGE:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # Doing

    def _begins(self, event: QKeyEvent) -> bool:
        """Say whether a key leaves the opening for the first question."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
        return is_enter and self._parts.here == OPENING

    def _do(self, asked: str) -> bool:
        moves: dict[str, Callable[[], object]] = {
            "previous": self._go_back,
            "next": self._go_on,
            "topic-before": self._go_group_before,
            "topic-after": self._go_group_after,
        }
        if asked in moves:
            moves[asked]()
            return True
        return bool(self.current) and (self._giving.say(asked) or self._write(asked))

    def _write(self, asked: str) -> bool:
        view = self._parts.view
        ways: dict[str, Callable[[], object]] = {
            "not-applicable": self._ask_reason,
            "note": view.note.take_focus,
            "evidence": view.evidence.take_focus,
            "sureness": self._next_sureness,
        }
        if asked in ways:
            ways[asked]()
        return asked in ways

    def _ask_reason(self) -> None:
        if self._giving.may:
            self._parts.view.not_known.ask_reason()

    def _next_sureness(self) -> None:
        following = self._parts.view.evidence.next_sureness()
        if following:
            self._giving.sureness(following)

    def _go_on(self) -> None:
        self._step(1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.check is not None:
            self._turn(step_from(self.check, self._parts.here, step))

    def _go_group_before(self) -> None:
        self._go_group(-1)

    def _go_group_after(self) -> None:
        self._go_group(1)

    def _go_group(self, step: int) -> None:
        if self.check is not None:
            self._on_group(group_from(self.check, self._parts.here, step))

    def _turn(self, here: str) -> None:
        assessment = self._session.assessment
        is_question = assessment is not None and here in assessment.questionnaire.by_id
        (self.go_to if is_question else self._go)(here)

    def _go(self, here: str) -> None:
        """Show a part; Qt would hand the focus to something in it, and scroll there."""
        self._session.flush()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._parts.turn_to(here)
        self._count_towards(here)
        self._giving.question = self.current
        self._refresh()
        self.take_focus()

    def _count_towards(self, here: str) -> None:
        """Let the clock count towards promises, a pillar, or what comes after."""
        time = self._session.time
        slots = {OPENING: "promises", FINISH: "plan"}
        if here in slots:
            time.count_towards(slots[here])
        else:
            time.stand_at(here)

    # Slots

    def _on_begun(self) -> None:
        self._session.time.begin()
        self._go_on()

    def _on_opened(self, assessment: object) -> None:
        if isinstance(assessment, Assessment) and self._session.is_check_in:
            self.begin()

    def _on_changed(self, _changed: object) -> None:
        self._refresh()

    def _on_answer_changed(self, id_: str) -> None:
        """Show what undo changed, wherever it was."""
        if self._session.is_check_in and id_ != self.current:
            self.go_to(id_)

    def _on_place(self, id_: str) -> None:
        """Follow the room, which goes on where this page was left."""
        if self._session.is_check_in and self.current and id_ != self.current:
            self.go_to(id_)

    def _on_group(self, key: str) -> None:
        if key == OPENING:
            self.show_opening()
        elif self.check is not None:
            self.go_to(first_in(self.check, key))

    def _on_square(self, place: int) -> None:
        if self.check is not None:
            self.go_to(self.check.asked[place].id)

    def _on_ask_all(self) -> None:
        """Ask every question: what is carried is taken back, in one step to undo."""
        assessment = self._session.assessment
        if assessment is None:
            return
        carried = [id_ for id_, answer in assessment.agreed.items() if is_carried(answer)]
        total = len(assessment.questionnaire.questions)
        name = self.tr("ask all {0}").format(total)
        self._session.accept([(id_, NOT_ASKED) for id_ in carried], name)

    def _on_left(self) -> None:
        self._session.flush()
        self.take_focus()

    def _refresh(self) -> None:
        assessment, last, check = self._session.assessment, self._session.last_quarter, self.check
        if assessment is not None and last is not None and check is not None and self._session.is_check_in:
            old = self._around.old()
            self._parts.show_check_in(assessment, last, check, old, may=self._giving.may)

    def _connect(self) -> None:
        session, parts = self._session, self._parts
        session.assessment_opened.connect(self._on_opened)
        session.assessment_changed.connect(self._on_changed)
        session.last_quarter_changed.connect(self._on_changed)
        session.answer_changed.connect(self._on_answer_changed)
        session.place_changed.connect(self._on_place)
        self._giving.listen_to(parts.view)
        self._giving.settled.connect(self._go_on)
        parts.view.neighbours.chosen.connect(self.go_to)
        for part in (parts.view.not_known, parts.view.note, parts.view.evidence):
            part.left.connect(self._on_left)
        parts.rail.group_chosen.connect(self._on_group)
        parts.rail.question_chosen.connect(self._on_square)
        parts.opening.begun.connect(self._on_begun)
        parts.foot.back.connect(self._go_back)
        parts.foot.forward.connect(self._go_on)
        parts.foot.all_asked.connect(self._on_ask_all)
        parts.finish.results_asked.connect(self.results_asked)
        parts.finish.closing_asked.connect(self.closing_asked)
        parts.finish.question_asked.connect(self.go_to)
        for button in (*parts.foot.findChildren(QPushButton), *parts.view.findChildren(QPushButton)):
            button.installEventFilter(self)
