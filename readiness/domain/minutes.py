"""The minutes of a meeting, planned: three ways to hold it (domain §5.3, A to C), and the check-in."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final, Literal

from readiness.domain.assessment import Assessment
from readiness.domain.check_in import CheckIn
from readiness.domain.questionnaire import Pillar, Questionnaire
from readiness.domain.triage import TALK_MINUTES, Triage

MeetingKind = Literal["private", "live", "quick", "check_in"]
SlotKind = Literal["frame", "promises", "pillar", "breaks_first", "plan"]

SESSION_MINUTES: Final = 75
LIVE_MINUTES_EACH: Final = 1.5
ASKED_AGAIN_MINUTES: Final = 20
"""Of the half hour of a check-in; the rest is for promises and limits, and for what comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One part of the meeting. ``id`` is its kind, a pillar's is ``pillar:DAT``."""

    kind: SlotKind
    minutes: float
    pillar: str = ""
    name: str = ""
    session: int = 1

    @property
    def id(self) -> str:
        """What the used minutes are kept by."""
        return pillar_slot(self.pillar) if self.kind == "pillar" else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """How a meeting is spread over its minutes; two sessions where one would be too long."""

    kind: MeetingKind
    slots: tuple[Slot, ...]

    @property
    def minutes(self) -> float:
        """All of it."""
        return sum(slot.minutes for slot in self.slots)

    @property
    def sessions(self) -> int:
        """How many sittings."""
        return max(slot.session for slot in self.slots)

    @property
    def box(self) -> int:
        """The time box of one sitting, in whole minutes."""
        return SESSION_MINUTES if self.sessions > 1 else ceil(self.minutes)


def pillar_slot(pillar: str) -> str:
    """Return the id of a pillar's part of the meeting."""
    return f"pillar:{pillar}"


def kind_of(assessment: Assessment) -> MeetingKind:
    """Say how an assessment is met about: a quick check, after private answers, or everything live."""
    return "quick" if assessment.scope == "quick" else assessment.mode


def minutes_plan(assessment: Assessment, talk: Triage | None = None) -> MeetingPlan:
    """Plan the minutes of a meeting; after private answers a pillar gets those of what is talked about."""
    kind = kind_of(assessment)
    pillars = assessment.questionnaire.pillars
    if kind == "private":
        parts = _talked(pillars, talk)
        slots = (_slot("frame", 15), *parts, _slot("breaks_first", 10), _slot("plan", 20))
        return MeetingPlan(kind=kind, slots=slots)
    parts = tuple(_pillar(p, len(p.questions) * LIVE_MINUTES_EACH) for p in pillars)
    if kind == "quick":
        return MeetingPlan(kind=kind, slots=(_slot("frame", 5), *parts, _slot("plan", 5)))
    return MeetingPlan(kind=kind, slots=_in_sessions((*parts, _slot("plan", 20))))


def check_in_plan(questionnaire: Questionnaire, check: CheckIn) -> MeetingPlan:
    """Plan a check-in: promises and old limits, what is asked again by pillar, and what that means."""
    asked = {one.id for one in check.asked}
    shares = {pillar.id: sum(q.id in asked for q in pillar.questions) for pillar in questionnaire.pillars}
    total = max(1, sum(shares.values()))
    parts = tuple(
        _pillar(pillar, ASKED_AGAIN_MINUTES * shares[pillar.id] / total)
        for pillar in questionnaire.pillars
        if shares[pillar.id]
    )
    return MeetingPlan(kind="check_in", slots=(_slot("promises", 6), *parts, _slot("plan", 4)))


def talk_minutes(plan: MeetingPlan, box: int) -> float:
    """Return what a time box leaves for talking, once the parts that are no pillar have theirs."""
    return max(0.0, box - sum(slot.minutes for slot in plan.slots if slot.kind != "pillar"))


def _talked(pillars: tuple[Pillar, ...], talk: Triage | None) -> tuple[Slot, ...]:
    """Return the pillars' minutes: of their items, or while nothing is known of their share of questions."""
    if talk is None or not talk.talk:
        questions = sum(len(p.questions) for p in pillars)
        return tuple(_pillar(p, TALK_MINUTES * len(p.questions) / questions) for p in pillars)
    chosen = {item.question for item in talk.talk}
    return tuple(_pillar(p, talk.minutes_each * sum(q.id in chosen for q in p.questions)) for p in pillars)


def _in_sessions(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Begin another session where the next part would not fit into this one."""
    found: list[Slot] = []
    session, spent = 1, 0.0
    for slot in slots:
        if spent and spent + slot.minutes > SESSION_MINUTES:
            session, spent = session + 1, 0.0
        spent += slot.minutes
        found.append(
            Slot(kind=slot.kind, minutes=slot.minutes, pillar=slot.pillar, name=slot.name, session=session)
        )
    return tuple(found)


def _slot(kind: SlotKind, minutes: float) -> Slot:
    return Slot(kind=kind, minutes=minutes)


def _pillar(pillar: Pillar, minutes: float) -> Slot:
    return Slot(kind="pillar", minutes=minutes, pillar=pillar.id, name=pillar.name)
