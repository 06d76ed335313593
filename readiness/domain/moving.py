"""An open assessment under a newer version of its questionnaire: what is kept, cleared and new.

The same questions keep their answers. The parts of a split begin with the answer of the whole, as a guess.
What was merged, or asks something else, is asked again and keeps its note.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from readiness.domain.accepting import carried_on
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.bearing import asks_other_ticks
from readiness.domain.offering import stem
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Lane, Question, Questionnaire
from readiness.domain.re_ticking import cleared, re_ticked, still_ticks
from readiness.domain.tracing import Trace, trace

Fate = Literal["kept", "guessed", "cleared", "new", "retired"]
Why = Literal["same", "renamed", "rules", "practices", "redefined", "split", "merged", "new", "retired"]

LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedQuestion:
    """What becomes of a question: its name under the new version, or the old one of what is asked no more.

    ``was`` are the earlier questions; ``had_answer`` says whether any lane had answered one of them.
    """

    question: str
    was: tuple[str, ...]
    fate: Fate
    why: Why
    had_answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An assessment before and after, and what becomes of every question.

    ``freed`` are actions that lose their last question and stay as actions of their own; ``parked`` counts
    open facts of questions that are asked no more, which stay as parked points.
    """

    before: Assessment
    after: Assessment
    questions: tuple[MovedQuestion, ...]
    freed: tuple[str, ...] = ()
    parked: int = 0
    reopened: tuple[str, ...] = ()

    def of(self, *fates: Fate) -> tuple[MovedQuestion, ...]:
        """Return the questions with these fates that had an answer; new ones never had."""
        return tuple(one for one in self.questions if one.fate in fates and (one.had_answer or not one.was))


def moved(before: Assessment, whole: Questionnaire, between: Iterable[Questionnaire] = ()) -> Move:
    """Return what an assessment becomes under a newer version; ``between`` are those that lie on the way.

    Raises:
        LineageError: the versions do not follow each other.
    """
    seen = whole.within(before.scope)
    traced = trace(before.questionnaire, seen, tuple(between), is_partial=before.scope == "quick")
    room = _Room(before, traced)
    lanes = {lane: room.lane(lane) for lane in LANES}
    after = replace(
        before,
        questionnaire=seen,
        agreed=lanes["agreed"],
        product=lanes["product"],
        engineering=lanes["engineering"],
    )
    beside = _Beside(before, traced)
    return Move(
        before=before,
        after=beside.carried(after),
        questions=(*room.fates(), *room.retired()),
        freed=tuple(action.id for action in before.actions if beside.loses_all(action)),
        parked=sum(not beside.now(fact.question) for fact in before.facts),
        reopened=beside.reopened(),
    )


class _Room:
    """The answers of an assessment, seen from the newer version."""

    def __init__(self, before: Assessment, traced: Trace) -> None:
        self._before = before
        self._traced = traced
        self._parts = {id_ for family in traced.families if len(family.new) > 1 for id_ in family.new}

    def lane(self, lane: Lane) -> dict[str, Answer]:
        """Return a lane's answers under the new names."""
        given = self._before.lane(lane)
        kept = {id_: answer for id_, answer in given.items() if id_ not in self._traced.old.by_id}
        for question in self._traced.new.questions:
            answer = self._moved(question, given)
            if answer != NOT_ASKED:
                kept[question.id] = answer
        return kept

    def fates(self) -> Iterator[MovedQuestion]:
        """Yield what becomes of each question of the new version."""
        for question in self._traced.new.questions:
            was, why = self._was(question)
            yield MovedQuestion(
                question=question.id,
                was=was,
                fate=self._fate(question, was, why),
                why=self._why(question, was, why),
                had_answer=self._had_answer(was),
            )

    def retired(self) -> Iterator[MovedQuestion]:
        """Yield what is asked no more."""
        for id_ in self._traced.retired:
            if id_ not in self._traced.new.by_id:
                yield MovedQuestion(
                    question=id_,
                    was=(id_,),
                    fate="retired",
                    why="retired",
                    had_answer=self._had_answer((id_,)),
                )

    def _was(self, question: Question) -> tuple[tuple[str, ...], Why]:
        was = tuple(self._traced.origins.get(question.id, ()))
        if len(was) > 1:
            return was, "merged"
        if was and question.id in self._parts:
            return was, "split"
        if was and not self._ticks_otherwise(was[0], question):
            return was, "same" if was == (question.id,) else "renamed"
        if not was and question.id not in self._traced.retired:
            return (), "new"
        was = was or (question.id,)
        old = self._traced.old.by_id[was[0]]
        ticked = question.kind == old.kind == "practices"
        return was, "rules" if ticked else "redefined"

    def _ticks_otherwise(self, was: str, question: Question) -> bool:
        """Say whether other things can be ticked, whatever the version says of its name."""
        return asks_other_ticks(self._traced.old.by_id[was], question)

    def _moved(self, question: Question, given: Mapping[str, Answer]) -> Answer:
        was, why = self._was(question)
        answers = [given.get(id_, NOT_ASKED) for id_ in was]
        if why in {"same", "renamed"}:
            return answers[0]
        if why == "split":
            return _guessed(answers[0])
        if why == "merged":
            return _notes_of(answers)
        if not answers:
            return NOT_ASKED
        old = self._traced.old.by_id[was[0]]
        if why == "rules" and still_ticks(question, answers[0]):
            return re_ticked(question, answers[0])
        return cleared(old, question, answers[0]) if answers[0] != NOT_ASKED else NOT_ASKED

    def _fate(self, question: Question, was: tuple[str, ...], why: Why) -> Fate:
        if why in {"same", "renamed"}:
            return "kept"
        if why == "new":
            return "new"
        if why == "rules":
            return "cleared" if self._loses_ticks(question, was) else "guessed"
        return "guessed" if why == "split" else "cleared"

    def _why(self, question: Question, was: tuple[str, ...], why: Why) -> Why:
        return "practices" if why == "rules" and self._loses_ticks(question, was) else why

    def _loses_ticks(self, question: Question, was: tuple[str, ...]) -> bool:
        told = [self._before.lane(lane).get(was[0], NOT_ASKED) for lane in LANES]
        return any(answer.state != "not_asked" and not still_ticks(question, answer) for answer in told)

    def _had_answer(self, was: tuple[str, ...]) -> bool:
        return any(
            self._before.lane(lane).get(id_, NOT_ASKED).state != "not_asked" for lane in LANES for id_ in was
        )


class _Beside:
    """What stands beside the answers and names questions: actions, open facts, parked points, risks."""

    def __init__(self, before: Assessment, traced: Trace) -> None:
        self._before = before
        self._traced = traced
        self._names: dict[str, tuple[str, ...]] = {}
        for new, origin in traced.origins.items():
            for old in origin:
                self._names[old] = (*self._names.get(old, ()), new)

    def now(self, old: str) -> tuple[str, ...]:
        """Return what a question is called now: itself where it is asked still, several after a split."""
        return self._names.get(old, (old,) if old in self._traced.new.by_id else ())

    def loses_all(self, action: PlannedAction) -> bool:
        """Say whether an action has no question left."""
        return bool(action.questions) and not any(map(self.now, action.questions))

    def carried(self, after: Assessment) -> Assessment:
        """Return the assessment with all of it under the new names."""
        before = self._before
        facts = [fact for fact in before.facts if self.now(fact.question)]
        gone = [fact for fact in before.facts if not self.now(fact.question)]
        return replace(
            after,
            actions=tuple(map(self._action, before.actions)),
            facts=tuple(replace(fact, question=self.now(fact.question)[0]) for fact in facts),
            parked=(*map(self._parked, before.parked), *map(_as_parked, gone)),
            accepted=carried_on(before.accepted, before.period, self._traced.origins),
        )

    def reopened(self) -> tuple[str, ...]:
        """Return the accepted risks that nobody accepted of the question as it is asked now."""
        risks = carried_on(self._before.accepted, self._before.period, self._traced.origins)
        kept = {one.question for one in risks}
        return tuple(one.question for one in self._before.accepted if not kept & {*self.now(one.question)})

    def _parked(self, one: Parked) -> Parked:
        now = self.now(one.question) if one.question else ()
        return replace(one, question=now[0] if now else "")

    def _action(self, action: PlannedAction) -> PlannedAction:
        if self.loses_all(action):
            asked = self._before.questionnaire.by_id.get(action.questions[0])
            title = action.title or (asked.prompt if asked else action.id)
            return replace(action, kind="free", questions=(), goal=None, title=title)
        questions = tuple(dict.fromkeys(id_ for old in action.questions for id_ in self.now(old)))
        return replace(action, id=self._action_id(action), questions=questions)

    def _action_id(self, action: PlannedAction) -> str:
        """Return the id of an action of one question under the question's new name."""
        name = stem(action.id)
        now = self.now(name)
        return action.id.replace(name, now[0], 1) if len(now) == 1 and name in action.questions else action.id


def _guessed(answer: Answer) -> Answer:
    """Return an answer of the whole as one of a part: nobody was asked about the part."""
    return answer if answer.level is None else replace(answer, confidence="guess")


def _notes_of(answers: Iterable[Answer]) -> Answer:
    told = [answer for answer in answers if answer.note]
    if not told:
        return NOT_ASKED
    return replace(NOT_ASKED, note="\n".join(one.note for one in told), note_for=told[0].note_for)


def _as_parked(fact: OpenFact) -> Parked:
    text = f"{fact.question}: {fact.text or 'to be found out'}"
    found = f" ({fact.note})" if fact.note else ""
    return Parked(text=f"{text}{found}", who=fact.who, settled=fact.state != "open")
