"""What is worth talking about, and how much of it fits into the time (product.md, “Meet”; domain §5.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question

Reason = Literal["gate", "gap", "unknown", "combination", "heavy_guess"]
REASONS: Final[tuple[Reason, ...]] = ("gate", "gap", "unknown", "combination", "heavy_guess")
"""In the order they are told."""

TALK_MINUTES: Final = 45
"""What a meeting after private answers has for talking."""
MINUTES_EACH: Final = 2.5
APART: Final = 2
"""Levels between the two sides from which a difference is worth the room's time."""
HEAVIEST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkItem:
    """One question to talk about, and why."""

    question: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """The questions worth talking about, first things first, and how many of them fit."""

    items: tuple[TalkItem, ...]
    fits: int
    minutes_each: float

    @property
    def talk(self) -> tuple[TalkItem, ...]:
        """The items that fit into the time box."""
        return self.items[: self.fits]

    @property
    def rest(self) -> tuple[TalkItem, ...]:
        """The items that go in as the more cautious answer."""
        return self.items[self.fits :]


def triage(
    assessment: Assessment, outcome: Outcome, minutes: float, minutes_each: float = MINUTES_EACH
) -> Triage:
    """Rank what is worth talking about by what it does to gates, then weight, then questionnaire order.

    Nothing is worth it before the reveal, nor once it is agreed.

    Raises:
        ValueError: an item takes no time.
    """
    if minutes_each <= 0:
        msg = "an item takes more than no time"
        raise ValueError(msg)
    found = reasons(assessment, outcome)
    questions = [q for q in assessment.questionnaire.questions if q.id in found]
    questions.sort(key=lambda q: (_gate_rank(q, found[q.id]), -q.weight))
    fits = max(0, floor(round(minutes / minutes_each, 9)))
    return Triage(
        items=tuple(TalkItem(question=q.id, reasons=found[q.id]) for q in questions),
        fits=min(fits, len(questions)),
        minutes_each=minutes_each,
    )


def listed(questions: Sequence[str]) -> Triage:
    """Return a list that was ranked before, settled or not, with as much of it as fits into a talk."""
    items = tuple(TalkItem(question=id_, reasons=()) for id_ in questions)
    fits = min(len(items), floor(TALK_MINUTES / MINUTES_EACH))
    return Triage(items=items, fits=fits, minutes_each=MINUTES_EACH)


def reasons(assessment: Assessment, outcome: Outcome) -> Mapping[str, tuple[Reason, ...]]:
    """Return every question with a reason to talk about it, in questionnaire order."""
    if not assessment.revealed:
        return {}
    flagged = _flagged(outcome)
    found: dict[str, tuple[Reason, ...]] = {}
    for question in assessment.questionnaire.questions:
        if assessment.agreed.get(question.id, NOT_ASKED).state != "not_asked":
            continue
        mine = flagged.get(question.id, set()) | _of_answer(question, outcome)
        if mine:
            found[question.id] = tuple(reason for reason in REASONS if reason in mine)
    return found


def _flagged(outcome: Outcome) -> dict[str, set[Reason]]:
    found: dict[str, set[Reason]] = {}
    for id_ in outcome.growth.open_gates:
        found.setdefault(id_, set()).add("gate")
    for gap in outcome.alignment.questions:
        if abs(gap.gap) >= APART:
            found.setdefault(gap.id, set()).add("gap")
    for risk in outcome.risks:
        for id_ in risk.questions if risk.kind == "combination" else ():
            found.setdefault(id_, set()).add("combination")
    return found


def _of_answer(question: Question, outcome: Outcome) -> set[Reason]:
    fact = outcome.counted[question.id]
    if fact.state == "unknown":
        return {"unknown"}
    guessed = fact.state == "level" and fact.sureness == "guess"
    return {"heavy_guess"} if guessed and question.weight >= HEAVIEST else set()


def _gate_rank(question: Question, why: tuple[Reason, ...]) -> int:
    """Failing gates of the target step come first, then gates that might come to fail, then the rest."""
    return 0 if "gate" in why else 1 if question.gate else 2
