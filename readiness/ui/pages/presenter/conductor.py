"""What the keys do in a meeting, whether they are pressed before the room or in the facilitator's window."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer, Assessment
    from readiness.domain.counting import Side
    from readiness.ui.session import Session
    from readiness.ui.talk import Talk

HOLD_MS: Final = 700
"""How long R is held before what was hidden is shown, for good."""
ENTRIES: Final = ("reason", "fact", "park")


class Conductor(QObject):
    """Does what is asked for through the session, so that Assess and the room stay in step.

    ``is_blank`` and ``shows_levels`` say how the room's screen stands; ``word`` is a line for whoever pressed
    a key that could do nothing.
    """

    changed = Signal()  # blank, all five levels, or the word
    leave_asked = Signal()

    def __init__(self, session: "Session", talk: "Talk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._talk = talk
        self.is_blank = False
        self.shows_levels = False
        self.is_mirrored = False
        self.word = ""
        self._written_about = ""
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self.reveal)
        talk.turned.connect(self._on_turned)

    def do(self, asked: str) -> bool:
        """Do what a key means; say whether it meant anything."""
        word, _, number = asked.partition("-")
        if word == "level" and number.isdigit():
            self._agree(int(number))
            return True
        way = self._ways().get(asked)
        if way is not None:
            way()
        return way is not None

    def begin_hold(self) -> None:
        """R is down: reveal once it was held long enough."""
        if not self._hold.isActive():
            self._hold.start(HOLD_MS)

    def end_hold(self) -> None:
        """R is up."""
        self._hold.stop()

    @property
    def is_held(self) -> bool:
        """Whether R is down."""
        return self._hold.isActive()

    def reveal(self) -> None:
        """Show both sides' answers, where each has given some."""
        from readiness.domain.meeting import reveal_state  # noqa: PLC0415 - not before the first paint

        assessment = self._session.assessment
        if assessment is not None and reveal_state(assessment).may:
            self._session.reveal()
            self._say("")
        elif assessment is not None and not assessment.revealed:
            self._say(self.tr("One side has not answered yet, so there is nothing to reveal."))

    def leave_open(self) -> None:
        """Leave the question open: the lower answer counts."""
        question = self._question()
        if question and self._is_shown():
            self._say("")
            self._session.leave_open(question, self._without_answer())

    def blank(self) -> None:
        """Empty the room's screen, or show it again."""
        self.is_blank = not self.is_blank
        self.changed.emit()

    def next(self) -> None:
        """Go on; a blank screen shows what was there first."""
        self._step(1)

    def previous(self) -> None:
        """Go back."""
        self._step(-1)

    def may_write(self, entry: str) -> bool:
        """Say whether a reason, a fact or something parked can be written now, and remember about what."""
        self._written_about = self._question()
        if entry == "park" or not self._written_about:
            return entry == "park"
        return (entry == "reason" and self._session.side is not None) or self._is_shown()

    def keep(self, entry: str, text: str, who: str) -> None:
        """Keep what was written: why it does not apply, a fact to find, or something parked."""
        assessment, text, who = self._session.assessment, " ".join(text.split()), " ".join(who.split())
        if assessment is None or not text:
            return
        if entry == "reason":
            self._talk.turn_to(self._written_about)
            self._give(replace(self._without_answer(), not_applicable=text))
        elif entry == "fact":
            self._keep_fact(assessment, text, who)
        else:
            self._park(assessment, text, who)

    # Inside

    def _ways(self) -> dict[str, Callable[[], object]]:
        return {
            "previous": self.previous,
            "next": self.next,
            "unknown": self._agree_unknown,
            "still-true": partial(self._say_again, guess=False),
            "still-guess": partial(self._say_again, guess=True),
            "open": self.leave_open,
            "clear": self._clear,
            "blank": self.blank,
            "levels": self._toggle_levels,
            "walk": self._toggle_walk,
            "spoke-product": partial(self._count_voice, "product"),
            "spoke-engineering": partial(self._count_voice, "engineering"),
            "undo": self._session.undo_stack.undo,
            "redo": self._session.undo_stack.redo,
            "leave": self._leave,
            "again": self._show_again,
        }

    def _question(self) -> str:
        return "" if self.is_blank else self._talk.current

    def _is_shown(self) -> bool:
        """Whether there is anything to agree on: not while answers are hidden, nor once it is sealed."""
        assessment = self._session.assessment
        if assessment is None:
            return False
        if assessment.sealed or self._session.read_only:
            self._say(self.tr("This can be read, not changed."))
            return False
        if not assessment.revealed:
            self._say(self.tr("Answers are private until the reveal."))
        return assessment.revealed

    def _agree(self, level: int) -> None:
        from readiness.domain.agreeing import agreed_at  # noqa: PLC0415 - not before the first paint
        from readiness.ui.pages.assess.answering import by_digit  # noqa: PLC0415 - as above
        from readiness.ui.pages.assess.stage import is_disputable  # noqa: PLC0415 - as above

        assessment, question = self._session.assessment, self._question()
        if assessment is None or not question:
            return
        asked = assessment.questionnaire.by_id[question]
        if asked.kind == "levels" and level < len(asked.levels) and is_disputable(assessment, question):
            self._give(agreed_at(assessment, question, level))
        elif (answer := by_digit(asked, self._answer(), level)) is not None:
            self._give(answer)

    def _agree_unknown(self) -> None:
        if self._question():
            self._give(replace(self._without_answer(), unknown=True))

    def _say_again(self, *, guess: bool) -> None:
        """Give last quarter's answer once more and go on, as one does in a check-in."""
        from readiness.ui.pages.presenter.again import said_again  # noqa: PLC0415 - as above

        answer = said_again(self._session, self._question(), guess=guess)
        if answer is not None and self._is_shown():
            self._give(answer)
            self._step(1)

    def _clear(self) -> None:
        question = self._question()
        if question and question in self._talk.left_open:
            self._session.take_up(question)
        elif question:
            self._give(self._without_answer())

    def _give(self, answer: "Answer") -> None:
        """Give an answer in the lane of whoever answers; the room's has a name to undo."""
        assessment, question, side = self._session.assessment, self._question(), self._session.side
        if assessment is None or not question:
            return
        if not assessment.revealed and side is not None:
            self._session.answer(question, answer, side)
            self.changed.emit()
        elif self._is_shown():
            self._say("")
            self._session.accept([(question, answer)], self.tr("agree {0}").format(question))

    def _answer(self) -> "Answer":
        """Return what whoever answers now has answered so far."""
        from readiness.domain.assessment import NOT_ASKED  # noqa: PLC0415 - not before the first paint

        assessment, side = self._session.assessment, self._session.side
        if assessment is None:
            return NOT_ASKED
        lane = assessment.agreed if assessment.revealed or side is None else assessment.lane(side)
        return lane.get(self._question(), NOT_ASKED)

    def _without_answer(self) -> "Answer":
        from readiness.ui.pages.assess.answering import without_answer  # noqa: PLC0415 - as above

        return without_answer(self._answer())

    def _keep_fact(self, assessment: "Assessment", text: str, who: str) -> None:
        from readiness.domain.open_facts import OpenFact  # noqa: PLC0415 - not before the first paint

        fact = OpenFact(question=self._written_about, text=text, who=who)
        self._session.set_facts((*assessment.facts, fact))
        self.changed.emit()

    def _park(self, assessment: "Assessment", text: str, who: str) -> None:
        from readiness.domain.open_facts import Parked  # noqa: PLC0415 - not before the first paint

        parked = Parked(text=text, question=self._written_about, who=who)
        self._session.set_parked((*assessment.parked, parked))
        self.changed.emit()

    def _count_voice(self, side: "Side") -> None:
        assessment = self._session.assessment
        if assessment is not None and assessment.lanes.answers(side) and self._is_shown():
            self._say("")
            self._session.say(side)

    def _step(self, by: int) -> None:
        if self.is_blank:
            self.blank()
        else:
            self._talk.step(by)

    def _toggle_levels(self) -> None:
        self.shows_levels = not self.shows_levels
        self.changed.emit()

    def _toggle_walk(self) -> None:
        if not self._talk.has_list:
            self._say(self.tr("Nothing is listed to talk about, so all questions are walked."))
        self._talk.walk_everything(not self._talk.walk.everything)

    def _leave(self) -> None:
        if self.is_blank:
            self.blank()
        else:
            self.leave_asked.emit()

    def _show_again(self) -> None:
        if self.is_blank:
            self.blank()

    def _on_turned(self, _question: str) -> None:
        self.shows_levels, self.word = False, ""
        self.changed.emit()

    def _say(self, word: str) -> None:
        if word != self.word:
            self.word = word
            self.changed.emit()
