"""What a new quarter starts with: which answers are carried, and which questions are asked again (ruling 13).

An answer that is carried grows older: halfway through its time it counts as a guess, past it nobody knows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Final, Literal

from readiness.domain.alignment import align
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import Counted, count, standing
from readiness.domain.period import Period
from readiness.domain.questionnaire import Question, Questionnaire, Scope
from readiness.domain.re_ticking import cleared, re_ticked, still_ticks
from readiness.domain.tracing import Trace, trace
from readiness.errors import IncomparableError

Reason = Literal["new", "changed", "gate", "unknown", "not_asked", "guess", "provisional", "gap", "expired"]
WIDE_GAP: Final = 2
"""Levels between the two sides from which a question is asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshStart:
    """How the questions of a new quarter begin; each is either carried or asked again.

    ``carried`` are agreed answers that count from the start. ``again`` says why each other question must be
    asked; it begins as not asked. ``last`` is what stood there before, aged, for every question that had an
    answer: to be shown after the private one, or confirmed as still true. ``stood`` is the same as it was
    given, not aged. ``origins`` are the earlier questions that a question was. ``notes`` stay with questions
    that are asked again because their practices or rules changed.
    """

    carried: Mapping[str, Answer]
    again: Mapping[str, tuple[Reason, ...]]
    last: Mapping[str, Answer]
    stood: Mapping[str, Answer] = field(default_factory=dict)
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: Mapping[str, Answer] = field(default_factory=dict)


def carry_forward(
    previous: Assessment,
    questionnaire: Questionnaire,
    period: Period,
    between: Iterable[Questionnaire] = (),
    scope: Scope = "full",
) -> FreshStart:
    """Return what a new assessment of ``period`` starts with, under its own questionnaire.

    ``questionnaire`` may be a newer version; ``between`` are those that lie on the way to it.

    Raises:
        IncomparableError: the period lies before the one that would be carried.
        LineageError: the versions do not follow each other.
    """
    if period < previous.period:
        raise IncomparableError(
            f"{period} lies before {previous.period}, so nothing can be carried into it.",
            remedy="Choose a later quarter.",
        )
    seen = questionnaire.within(scope)
    is_partial = "quick" in {previous.scope, scope}
    traced = trace(previous.questionnaire, seen, tuple(between), is_partial=is_partial)
    room = _Room(previous, traced, period)
    stood = {q.id: answer for q in seen.questions if (answer := room.stood(q)) is not None}
    last = {id_: room.aged(seen.by_id[id_], answer) for id_, answer in stood.items()}
    again = {q.id: reasons for q in seen.questions if (reasons := room.reasons(q, last.get(q.id)))}
    carried = {id_: answer for id_, answer in last.items() if id_ not in again}
    origins = {id_: tuple(old) for id_, old in traced.origins.items()}
    notes = {q.id: note for q in seen.questions if q.id in again and (note := room.note(q)) is not None}
    return FreshStart(carried=carried, again=again, last=last, stood=stood, origins=origins, notes=notes)


def given_in(answer: Answer, stands_in: Period) -> Period:
    """Return the quarter an answer was given in, before it was perhaps carried to where it stands."""
    if answer.carried_from is None:
        return stands_in
    try:
        return Period.parse(answer.carried_from)
    except ValueError:
        return stands_in


def aged(answer: Answer, valid_for: int, age: int) -> Answer:
    """Return a level as it counts so many quarters after it was given; what does not apply stays so."""
    if answer.level is None:
        return answer
    if age > valid_for:
        return replace(answer, level=None, unknown=True, confidence=None)
    return replace(answer, confidence="guess") if age >= ceil(valid_for / 2) else answer


class _Room:
    """The assessment that ends, seen from the quarter that begins."""

    def __init__(self, previous: Assessment, traced: Trace, period: Period) -> None:
        self._previous = previous
        self._traced = traced
        self._period = period
        self._facts = count(previous)
        gaps = align(previous.questionnaire, previous).questions
        self._apart = frozenset(gap.id for gap in gaps if abs(gap.gap) >= WIDE_GAP)
        self._parts = frozenset(id_ for f in traced.families if len(f.new) > 1 for id_ in f.new)

    def stood(self, question: Question) -> Answer | None:
        """Return the one answer that stood for a question; ``None`` where several were merged."""
        was = tuple(self._traced.origins.get(question.id, ()))
        old = self._re_ruled(question) if not was else None
        if old is not None:
            told = self._counting(old)
            is_carried = told is not None and still_ticks(question, told)
            return self._since(re_ticked(question, told)) if told is not None and is_carried else None
        found = self._counting(self._traced.old.by_id[was[0]]) if len(was) == 1 else None
        return None if found is None else self._since(found)

    def note(self, question: Question) -> Answer | None:
        """Return what stays of an answer to a question whose practices or rules changed."""
        old = self._re_ruled(question)
        told = None if old is None else self._counting(old)
        if old is None or told is None:
            return None
        kept = cleared(old, question, told)
        return None if kept == NOT_ASKED else kept

    def aged(self, question: Question, stood: Answer) -> Answer:
        """Return an answer as it counts now."""
        since = given_in(stood, self._previous.period)
        return aged(stood, question.valid_for, self._period.ordinal - since.ordinal)

    def reasons(self, question: Question, last: Answer | None) -> tuple[Reason, ...]:
        """Return why a question must be asked again; none where its answer is carried."""
        was = tuple(self._traced.origins.get(question.id, ()))
        if not was:
            if last is not None:  # what was ticked can be ticked still
                return ("expired",) if last.unknown else ()
            return ("changed",) if question.id in self._traced.retired else ("new",)
        facts = [self._facts[id_] for id_ in was]
        if len(facts) == 1 and facts[0].state == "not_applicable" and not facts[0].provisional:
            return ()
        holds: dict[Reason, bool] = {
            "changed": len(was) > 1 or question.id in self._parts,
            "gate": question.gate,
            "unknown": any(fact.state == "unknown" for fact in facts),
            "not_asked": any(fact.state == "not_asked" for fact in facts),
            "guess": any(fact.level is not None and fact.sureness == "guess" for fact in facts),
            "provisional": any(fact.provisional for fact in facts),
            "gap": any(id_ in self._apart for id_ in was),
            "expired": last is not None and last.unknown and facts[0].level is not None,
        }
        return tuple(reason for reason, is_so in holds.items() if is_so)

    def _re_ruled(self, question: Question) -> Question | None:
        """Return the earlier question of the same name whose practices or rules were others."""
        if question.kind != "practices" or question.id not in self._traced.retired:
            return None
        old = self._traced.old.by_id[question.id]
        return old if old.kind == "practices" else None

    def _counting(self, old: Question) -> Answer | None:
        fact = self._facts[old.id]
        return next((a for a in standing(old, self._previous) if _is_what_counts(a, fact)), None)

    def _since(self, found: Answer) -> Answer:
        since = given_in(found, self._previous.period)
        return replace(found, carried_from=str(since), restated=None)


def _is_what_counts(answer: Answer, fact: Counted) -> bool:
    if answer.state != fact.state or answer.level != fact.level:
        return False
    return answer.level is None or answer.sureness == fact.sureness
