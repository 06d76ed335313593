"""An assessment → the rows of closing: facts, don’t knows, what is still apart, what was parked. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.finding_out import unknowns
from readiness.domain.open_facts import OpenFact
from readiness.domain.outcome import Outcome
from readiness.domain.triage import APART
from readiness.domain.waiting import due_day, is_late
from readiness.ui.days import shown_day

CheckState = Literal["question", "open", "late", "found", "passed_on", "unassigned", "apart", "settled"]
DONE: Final = frozenset({"found", "passed_on", "settled"})

_FACT, _UNKNOWN, _PARKED = "fact", "unknown", "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One row: what it is about, who has it, until when, how it stands.

    ``key`` says what a row is of: ``fact-3`` the fourth fact, ``unknown-DAT-03`` a question nobody looks
    into yet, ``parked-0``, or the id of a question alone. ``levels`` are those of both sides.
    """

    key: str
    id: str
    words: str
    state: CheckState = "question"
    who: str = ""
    side: Side | None = None
    due: str = ""
    levels: tuple[int, int] | None = None

    @property
    def place(self) -> int:
        """Where the fact or the parked item stands among the assessment’s; −1 for none."""
        kind, _, number = self.key.partition("-")
        return int(number) if kind in {_FACT, _PARKED} else -1


def fact_items(assessment: Assessment, outcome: Outcome, today: date) -> tuple[CheckItem, ...]:
    """Return the facts on questions that have a level: open ones first, then as they were written down."""
    unknown = set(unknowns(outcome))
    items = [
        _fact(assessment, place, today)
        for place, fact in enumerate(assessment.facts)
        if fact.question not in unknown
    ]
    return tuple(sorted(items, key=_is_done))


def unknown_items(assessment: Assessment, outcome: Outcome, today: date) -> tuple[CheckItem, ...]:
    """Return what nobody knows, each with the fact that is to find it out, or with the offer of one."""
    items: list[CheckItem] = []
    for id_ in unknowns(outcome):
        places = [place for place, fact in enumerate(assessment.facts) if fact.question == id_]
        items += [_fact(assessment, place, today) for place in places]
        if not places:
            prompt = assessment.questionnaire.by_id[id_].prompt
            items.append(CheckItem(key=f"{_UNKNOWN}-{id_}", id=id_, words=prompt, state="unassigned"))
    return tuple(items)


def apart_items(assessment: Assessment, outcome: Outcome) -> tuple[CheckItem, ...]:
    """Return the questions on which both sides are two levels apart or more, and nothing is agreed."""
    return tuple(
        CheckItem(
            key=gap.id,
            id=gap.id,
            words=assessment.questionnaire.by_id[gap.id].prompt,
            state="apart",
            levels=(gap.product, gap.engineering),
        )
        for gap in outcome.alignment.questions
        if abs(gap.gap) >= APART and assessment.agreed.get(gap.id, NOT_ASKED).state == "not_asked"
    )


def question_items(assessment: Assessment, ids: Iterable[str]) -> tuple[CheckItem, ...]:
    """Return questions by name alone."""
    by_id = assessment.questionnaire.by_id
    return tuple(CheckItem(key=id_, id=id_, words=by_id[id_].prompt) for id_ in ids)


def parked_items(assessment: Assessment) -> tuple[CheckItem, ...]:
    """Return the parking lot: what is not settled first."""
    items = [
        CheckItem(
            key=f"{_PARKED}-{place}",
            id=one.question,
            words=one.text,
            state="settled" if one.settled else "open" if one.who else "unassigned",
            who=one.who,
            side=side_of(assessment, one.who),
        )
        for place, one in enumerate(assessment.parked)
    ]
    return tuple(sorted(items, key=_is_done))


def side_of(assessment: Assessment, who: str) -> Side | None:
    """Return the side somebody answers for, by name or role; nothing for anybody else."""
    wanted = who.strip().casefold()
    for one in assessment.participants:
        if wanted and wanted in {one.name.casefold(), one.role.casefold()}:
            return next((side for side in SIDES if side == one.lane), None)
    return None


def people(assessment: Assessment) -> tuple[str, ...]:
    """Return who can be given a fact: everybody who is listed, by name, or else by role."""
    owners = (fact.who for fact in assessment.facts)
    names = (*(one.name or one.role for one in assessment.participants), *owners)
    return tuple(dict.fromkeys(name for name in names if name))


def open_facts(assessment: Assessment) -> tuple[OpenFact, ...]:
    """Return the facts that are still to be found."""
    return tuple(fact for fact in assessment.facts if fact.state == "open")


def _fact(assessment: Assessment, place: int, today: date) -> CheckItem:
    fact = assessment.facts[place]
    day = due_day(fact)
    question = assessment.questionnaire.by_id.get(fact.question)
    return CheckItem(
        key=f"{_FACT}-{place}",
        id=fact.question,
        words=fact.text or (question.prompt if question else ""),
        state="late" if is_late(fact, today) else fact.state,
        who=fact.who,
        side=side_of(assessment, fact.who),
        due=fact.due if day is None else shown_day(day, today),
    )


def _is_done(item: CheckItem) -> bool:
    return item.state in DONE
