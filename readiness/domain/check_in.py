"""A check-in: which questions are asked again and why, how far that is, what is carried (domain §4.5, 5.3).

Nothing of it is stored: it follows from the answers, from last quarter's assessment and from what became of
its actions.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.carrying import FreshStart, Reason
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Question

Group = Literal["gate", "guess", "unknown", "expired", "action", "views", "new", "anyway"]
"""What a question is asked again for, the first that holds; ``anyway`` is by choice."""

GROUPS: Final[tuple[Group, ...]] = get_args(Group)

_REASONS: Final[Mapping[Group, frozenset[Reason]]] = {
    "gate": frozenset({"gate"}),
    "guess": frozenset({"guess"}),
    "unknown": frozenset({"unknown", "not_asked"}),
    "expired": frozenset({"expired"}),
    "views": frozenset({"provisional", "gap"}),
    "new": frozenset({"new", "changed"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One question that is asked again; ``acted`` says that a finished action was to raise it."""

    id: str
    group: Group
    reasons: tuple[Reason, ...] = ()
    acted: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How far a check-in is.

    ``asked`` stands group by group, each in the questionnaire's order. ``fresh`` are carried as they were,
    ``guesses`` count as guesses by now, ``absent`` do not apply.
    """

    asked: tuple[Asking, ...]
    fresh: tuple[str, ...]
    guesses: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def carried(self) -> int:
        """How many answers are carried and not asked again."""
        return len(self.fresh) + len(self.guesses) + len(self.absent)

    @property
    def done(self) -> int:
        """How many of those asked are answered."""
        return sum(one.done for one in self.asked)

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.asked) + self.carried

    @property
    def open(self) -> tuple[str, ...]:
        """The questions that are still to be answered, in the order they are asked."""
        return tuple(one.id for one in self.asked if not one.done)

    def of(self, group: Group) -> tuple[Asking, ...]:
        """Return the questions of one group."""
        return tuple(one for one in self.asked if one.group == group)

    def asking(self, id_: str) -> Asking | None:
        """Return a question as it is asked; ``None`` where its answer is carried."""
        return next((one for one in self.asked if one.id == id_), None)


def is_check_in(assessment: Assessment) -> bool:
    """Say whether answers are carried here while others are asked: a check-in, as long as it is open."""
    return not assessment.sealed and any(is_carried(answer) for answer in assessment.agreed.values())


def is_carried(answer: Answer) -> bool:
    """Say whether an answer stands from an earlier quarter."""
    return answer.carried_from is not None and answer.state != "not_asked"


def check_in(assessment: Assessment, start: FreshStart, promised: Iterable[PlannedAction] = ()) -> CheckIn:
    """Say which questions are asked; ``promised`` are last quarter’s actions, as they stand now.

    A question that a finished action was to raise is asked too: did the level move?
    """
    acted = _acted(promised, start)
    questions = assessment.questionnaire.questions
    stands = {question.id: assessment.agreed.get(question.id, NOT_ASKED) for question in questions}
    found = [_asking(q, stands[q.id], start.again.get(q.id, ()), acted) for q in questions]
    asked = sorted((one for one in found if one is not None), key=lambda one: GROUPS.index(one.group))
    again = {one.id for one in asked}
    carried = {id_: answer for id_, answer in stands.items() if id_ not in again}
    return CheckIn(
        asked=tuple(asked),
        fresh=tuple(id_ for id_, a in carried.items() if a.level is not None and a.sureness != "guess"),
        guesses=tuple(id_ for id_, a in carried.items() if a.level is not None and a.sureness == "guess"),
        absent=tuple(id_ for id_, a in carried.items() if a.level is None),
    )


def _acted(promised: Iterable[PlannedAction], start: FreshStart) -> frozenset[str]:
    """Return the questions that a finished action was to raise, by what they are called now."""
    was = {id_ for action in promised if action.state == "done" for id_ in action.questions}
    return frozenset(id_ for id_, origins in start.origins.items() if was.intersection(origins))


def _asking(
    question: Question, answer: Answer, reasons: tuple[Reason, ...], acted: Collection[str]
) -> Asking | None:
    is_acted, stays = question.id in acted, is_carried(answer)
    if stays and not reasons and not is_acted:
        return None
    return Asking(
        id=question.id,
        group=_group(reasons, is_acted=is_acted),
        reasons=reasons,
        acted=is_acted,
        done=not stays and answer.state != "not_asked",
    )


def _group(reasons: tuple[Reason, ...], *, is_acted: bool) -> Group:
    for group in GROUPS:
        if (group == "action" and is_acted) or _REASONS.get(group, frozenset()).intersection(reasons):
            return group
    return "anyway"
