"""What each question did between two assessments, one row a question (contracts: compare, ``change``)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import State
from readiness.domain.matching import Cause, Pairing, is_re_asked, new_ids
from readiness.domain.questionnaire import Question

Change = Literal[
    "up", "down", "same", "new", "retired", "now_known", "now_unknown", "now_not_applicable", "carried"
]
HEAVY: Final = 4.0
"""The weight from which every drop is named (domain §4.3)."""

_OPEN_STATES: Final[tuple[State, ...]] = ("not_asked", "not_applicable", "unknown")
"""The states that keep several answers from one level, the weightier first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChange:
    """What one question did.

    ``was`` are its old ids: its own, the one before a rename or a split, or those merged into it; none where
    it is new. ``before`` is a mean of levels after a merge. ``cause`` says why a question is not matched.
    """

    id: str
    change: Change
    was: tuple[str, ...] = ()
    before: float | None = None
    after: int | None = None
    state_before: State = "not_asked"
    state_after: State = "not_asked"
    weight: float
    gate: bool
    cause: Cause | None = None
    re_asked: bool = False

    @property
    def is_matched(self) -> bool:
        """Whether it means the same and has a level on both sides."""
        return self.cause is None

    @property
    def counts(self) -> bool:
        """Whether it is one of the n up, same and down: matched, scored and not merely carried."""
        return self.is_matched and self.weight > 0 and self.change != "carried"

    @property
    def is_grave_drop(self) -> bool:
        """Whether a gate, or a question of weight 4 or more, fell."""
        return self.counts and self.change == "down" and (self.gate or self.weight >= HEAVY)


def changes(pairing: Pairing) -> tuple[QuestionChange, ...]:
    """Return every question of the newer version in its order, then those that retired."""
    causes: dict[str, Cause | None] = dict.fromkeys(pairing.trace.added, "questionnaire")
    causes |= dict.fromkeys(new_ids(pairing.matched), None)
    causes |= dict.fromkeys(new_ids(pairing.out_of_scope), "scope")
    causes |= dict.fromkeys(new_ids(pairing.unknown), "unknown")
    rows = [_row(question, pairing, causes[question.id]) for question in pairing.trace.new.questions]
    return (*rows, *_retired(pairing))


def _row(question: Question, pairing: Pairing, cause: Cause | None) -> QuestionChange:
    was = tuple(pairing.trace.origins.get(question.id, ()))
    fact = pairing.new[question.id]
    before = pairing.level_before(question.id)
    state_before = _state_of([pairing.old[id_].state for id_ in was])
    is_carried = question.id in pairing.carried and state_before == fact.state
    if not was:
        change: Change = "new"
    elif is_carried:
        change = "carried"
    else:
        change = _moved(before, fact.level) or _changed_state(state_before, fact.state)
    return QuestionChange(
        id=question.id,
        change=change,
        was=was,
        before=before,
        after=fact.level,
        state_before=state_before,
        state_after=fact.state,
        weight=question.weight,
        gate=question.gate,
        cause=cause,
        re_asked=is_re_asked(question, pairing.after),
    )


def _retired(pairing: Pairing) -> Iterator[QuestionChange]:
    for id_ in pairing.trace.retired:
        question, fact = pairing.trace.old.by_id[id_], pairing.old[id_]
        yield QuestionChange(
            id=id_,
            change="retired",
            was=(id_,),
            before=None if fact.level is None else float(fact.level),
            state_before=fact.state,
            weight=question.weight,
            gate=question.gate,
            cause="questionnaire",
        )


def _state_of(states: Iterable[State]) -> State:
    """Return the one state of several merged answers: a level only where all have one."""
    found = set(states)
    if not found:
        return "not_asked"
    return next((state for state in _OPEN_STATES if state in found), "level")


def _moved(before: float | None, after: int | None) -> Change | None:
    if before is None or after is None:
        return None
    return "up" if after > before else "down" if after < before else "same"


def _changed_state(before: State, after: State) -> Change:
    """Name a change of state; what comes into scope is ``new`` and what leaves it unasked is ``retired``."""
    if before == after:
        return "same"
    if after == "level":
        return "now_known" if before == "unknown" else "new"
    return _LOST[after]


_LOST: Final[dict[State, Change]] = {
    "unknown": "now_unknown",
    "not_applicable": "now_not_applicable",
    "not_asked": "retired",
}
