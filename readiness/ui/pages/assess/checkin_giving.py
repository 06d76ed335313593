"""What is said in a check-in, on its way to the session."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.check_in import is_carried
from readiness.domain.questionnaire import Question
from readiness.ui.pages.assess import answering
from readiness.ui.pages.assess.checkin_view import CheckInView
from readiness.ui.pages.assess.note_box import audience
from readiness.ui.session import Session
from readiness.ui.ticks import keyed, ticked_before

if TYPE_CHECKING:
    from collections.abc import Callable


_LEVELS: Final = tuple(map(str, range(5)))
"""What the digits of a level are; the others mean nothing here."""


class CheckInGiving(QObject):
    """Answers the question that is asked. ``settled`` follows where nothing more is to be said to it."""

    settled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.question = ""

    def listen_to(self, view: CheckInView) -> None:
        """Take what is said on a view."""
        view.levels.chosen.connect(self.level)
        view.practices.toggled.connect(self.practice)
        view.practices.left_out.connect(self.practice_apart)
        view.still.said.connect(self.still_true)
        view.still.guessed.connect(self.still_a_guess)
        view.not_known.unknown_chosen.connect(self.unknown)
        view.not_known.reason_given.connect(self.reason)
        view.note.edited.connect(self.note)
        view.note.audience_chosen.connect(self.audience)
        view.evidence.edited.connect(self.evidence)
        view.evidence.sureness_chosen.connect(self.sureness)

    @property
    def may(self) -> bool:
        """Whether answers can change."""
        assessment = self._session.assessment
        return assessment is not None and not assessment.sealed and not self._session.read_only

    def say(self, asked: str) -> bool:
        """Answer what a key asks for; whether it was a key of an answer."""
        word, _, number = asked.partition("-")
        if word in {"level", "guess"} and number.isdigit():
            return self._digit(number, guess=word == "guess")
        ways: dict[str, Callable[[], object]] = {
            "still-true": self.still_true,
            "still-a-guess": self.still_a_guess,
            "unknown": self.unknown,
            "clear": self.clear,
        }
        if asked in ways:
            ways[asked]()
        return asked in ways

    def still_true(self) -> None:
        """Say again what was said last quarter."""
        self._say_again(guess=False)

    def still_a_guess(self) -> None:
        """Say again what was said, as a guess."""
        self._say_again(guess=True)

    def level(self, level: int) -> None:
        """Answer with a level."""
        self._give_level(level, guess=False)

    def practice(self, id_: str) -> None:
        """Tick a practice or not any more, from what was ticked last quarter until something is said."""
        self._tick(id_, apart=False)

    def practice_apart(self, id_: str) -> None:
        """Say that a practice does not apply, or does again."""
        self._tick(id_, apart=True)

    def unknown(self) -> None:
        """Answer that nobody knows."""
        self._give(answering.with_unknown(self._answer()))
        self._advance()

    def reason(self, reason: str) -> None:
        """Answer that it does not apply."""
        self._give(answering.with_reason(self._answer(), reason))

    def clear(self) -> None:
        """Take the answer back; a question that was carried counts again as it did."""
        self._give(self._carried() or answering.without_answer(self._answer()))

    def note(self, note: str) -> None:
        """Write a note."""
        self._give(answering.with_note(self._answer(), note))

    def audience(self, key: str) -> None:
        """Say whom the note is for."""
        self._give(answering.with_audience(self._answer(), audience(key)))

    def evidence(self, text: str) -> None:
        """Write evidence, one entry a line."""
        self._give(answering.with_evidence(self._answer(), text))

    def sureness(self, key: str) -> None:
        """Say how sure one is."""
        self._give(answering.with_sureness(self._answer(), key))

    def _say_again(self, *, guess: bool) -> None:
        last, id_ = self._session.last_quarter, self.question
        stood = None if last is None else last.start.stood.get(id_)
        if last is None or stood is None or (guess and stood.level is None):
            return
        self._give(answering.still_true(stood, last.start.last.get(id_, NOT_ASKED), guess=guess))
        if self.may:
            self.settled.emit()

    def _digit(self, number: str, *, guess: bool) -> bool:
        """Do what a digit means: a level, or a practice; say whether it means anything."""
        question = self._question()
        if question is not None and question.kind == "practices":
            practice = keyed(question).get(number)
            if practice is not None:
                self._tick(practice.id, apart=guess)
            return practice is not None
        if number in _LEVELS:
            self._give_level(int(number), guess=guess)
        return number in _LEVELS

    def _tick(self, id_: str, *, apart: bool) -> None:
        question, last = self._question(), self._session.last_quarter
        practice = next((one for one in question.practices if one.id == id_), None) if question else None
        if question is None or practice is None:
            return
        stood = None if last is None else last.start.stood.get(self.question)
        own = ticked_before(self._answer(), stood)
        self._give(answering.with_practice(question, own, practice, apart=apart))

    def _question(self) -> Question | None:
        assessment = self._session.assessment
        return None if assessment is None else assessment.questionnaire.by_id.get(self.question)

    def _give_level(self, level: int, *, guess: bool) -> None:
        self._give(answering.with_level(self._answer(), level, guess=guess))
        self._advance()

    def _advance(self) -> None:
        if self._session.settings.auto_advance and self.may:
            self.settled.emit()

    def _give(self, answer: Answer) -> None:
        if self.question:
            self._session.answer(self.question, answer)

    def _answer(self) -> Answer:
        assessment = self._session.assessment
        return NOT_ASKED if assessment is None else assessment.agreed.get(self.question, NOT_ASKED)

    def _carried(self) -> Answer | None:
        """Return the answer that would be carried, unless it is there already."""
        last = self._session.last_quarter
        carried = None if last is None else last.start.carried.get(self.question)
        return None if is_carried(self._answer()) else carried
