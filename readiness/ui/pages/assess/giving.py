"""What keys and controls do to the answer of whoever answers now; every change has a name to undo."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.agreeing import agreed_at
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.questionnaire import LEVEL_NAMES, Practice, Question
from readiness.ui.pages.assess import answering
from readiness.ui.pages.assess.note_box import audience
from readiness.ui.pages.assess.offers import offered_level, undisputed_here
from readiness.ui.pages.assess.stage import is_disputable
from readiness.ui.pages.assess.walk import Walk
from readiness.ui.session import Session
from readiness.ui.ticks import keyed

_LEVELS = len(LEVEL_NAMES)


class Giving:
    """Gives answers in the lane of the walk, to its question."""

    def __init__(self, session: Session, walk: Walk) -> None:
        self._session = session
        self._walk = walk

    @property
    def answer(self) -> Answer:
        """What was answered so far."""
        assessment = self._session.assessment
        if assessment is None:
            return NOT_ASKED
        return assessment.lane(self._walk.lane).get(self._walk.current, NOT_ASKED)

    @property
    def can_change(self) -> bool:
        """Whether anything can be answered."""
        assessment = self._session.assessment
        return assessment is not None and not assessment.sealed and not self._session.read_only

    def level(self, level: int, *, guess: bool) -> None:
        """Answer with a level, or agree on it where the sides have answered."""
        assessment = self._agreeing()
        if assessment is None:
            self._give(answering.with_level(self.answer, level, guess=guess))
            return
        agreed = agreed_at(assessment, self._walk.current, level, guess=guess)
        self._agree(agreed, _tr("agree {question}"))

    def digit(self, digit: int, *, guess: bool) -> bool:
        """Do what a digit means: a level, or a practice; say whether it means anything."""
        question = self._question()
        if question is None or question.kind == "levels":
            if digit < _LEVELS:
                self.level(digit, guess=guess)
            return digit < _LEVELS
        practice = keyed(question).get(str(digit))
        if practice is not None:
            self._tick(question, practice, apart=guess)
        return practice is not None

    def practice(self, id_: str, *, apart: bool = False) -> None:
        """Tick a practice or not any more; or say that it does not apply, or does again."""
        question = self._question()
        found = next((one for one in question.practices if one.id == id_), None) if question else None
        if question is not None and found is not None:
            self._tick(question, found, apart=apart)

    def unknown(self) -> None:
        """Answer with don't know."""
        answer = answering.with_unknown(self.answer)
        if self._agreeing() is None:
            self._give(answer)
        else:
            self._agree(answer, _tr("agree {question}"))

    def reason(self, reason: str) -> None:
        """Answer that it does not apply."""
        self._give(answering.with_reason(self.answer, reason))

    def hindsight(self, level: int | None) -> None:
        """Say what last quarter’s level should have been; ``None`` where it was right."""
        self._give(answering.with_hindsight(self.answer, level))

    def clear(self) -> None:
        """Take the answer back, or the mark that it was left open."""
        if self._walk.current in self._walk.left_open:
            self._session.take_up(self._walk.current)
        self._give(answering.without_answer(self.answer))

    def note(self, note: str) -> None:
        """Write beside the answer."""
        self._give(answering.with_note(self.answer, note))

    def audience(self, key: str) -> None:
        """Say whom the note is for."""
        self._give(answering.with_audience(self.answer, audience(key)))

    def evidence(self, text: str) -> None:
        """Say what shows it."""
        self._give(answering.with_evidence(self.answer, text))

    def sureness(self, key: str) -> None:
        """Say how sure it is."""
        self._give(answering.with_sureness(self.answer, key))

    def because(self, text: str) -> None:
        """Say in one line why the room agreed on this."""
        self._give(answering.with_because(self.answer, text))

    def leave_open(self) -> None:
        """Agree on nothing: the lower answer counts."""
        if self._walk.current:
            self._session.leave_open(self._walk.current, answering.without_answer(self.answer))

    def keep_guess(self) -> None:
        """Agree on what counts anyway, as a guess."""
        assessment = self._session.assessment
        level = offered_level(assessment, self._walk.current) if assessment is not None else None
        if level is not None:
            self.level(level, guess=True)

    def accept_topic(self) -> None:
        """Agree on whatever nobody disputes in this topic, as one step to undo."""
        self._session.accept(undisputed_here(self._session.outcome, self._walk.current))

    def add_fact(self, text: str, who: str, due: str) -> None:
        """Keep what has to be found out."""
        assessment = self._session.assessment
        if assessment is not None:
            fact = OpenFact(question=self._walk.current, text=text, who=who, due=due)
            self._session.set_facts((*assessment.facts, fact))

    def park(self, text: str, who: str) -> None:
        """Keep what belongs elsewhere."""
        assessment = self._session.assessment
        if assessment is not None:
            item = Parked(text=text, question=self._walk.current, who=who)
            self._session.set_parked((*assessment.parked, item))

    def _question(self) -> Question | None:
        assessment = self._session.assessment
        known = {} if assessment is None else assessment.questionnaire.by_id
        return known.get(self._walk.current)

    def _tick(self, question: Question, practice: Practice, *, apart: bool) -> None:
        answer = answering.with_practice(question, self.answer, practice, apart=apart)
        if self._agreeing() is None:
            self._give(answer)
        else:
            self._agree(answer, _tr("agree {question}"))

    def _agreeing(self) -> Assessment | None:
        """Return the assessment where the agreed answer is given to a question the sides have answered."""
        assessment, walk = self._session.assessment, self._walk
        if assessment is None or walk.lane != "agreed" or not is_disputable(assessment, walk.current):
            return None
        return assessment

    def _agree(self, answer: Answer, name: str) -> None:
        if self._walk.current:
            called = name.format(question=self._walk.current)
            self._session.accept([(self._walk.current, answer)], called)

    def _give(self, answer: Answer) -> None:
        if self._walk.current:
            self._session.answer(self._walk.current, answer, self._walk.lane)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Giving", text)
