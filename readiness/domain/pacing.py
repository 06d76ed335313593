"""A meeting's clock as a value: what was planned, what was used, and what that says about the pace."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import ceil, floor
from typing import Final

from readiness.domain.minutes import MeetingPlan, Slot

LAST_MINUTES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """The plan, the seconds used by slot id, the slot that is running; ``box`` is in minutes, or not set."""

    plan: MeetingPlan
    box: int | None
    at: str = ""
    used: Mapping[str, float] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """What was used in all."""
        return sum(self.used.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Where a meeting stands in its box, in whole minutes; ``behind`` is how much its parts have overrun."""

    box: int
    left: int
    behind: int
    over: int

    @property
    def is_last(self) -> bool:
        """Whether the last minutes have begun."""
        return not self.over and self.left <= LAST_MINUTES

    @property
    def is_on_pace(self) -> bool:
        """Whether no part has overrun and the box holds."""
        return not self.over and not self.behind


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotUse:
    """One part of the meeting, planned and used, in minutes."""

    slot: Slot
    used: float
    is_current: bool

    @property
    def over(self) -> float:
        """By how much it has overrun."""
        return max(0.0, self.used - self.slot.minutes)


def elapsed(state: ClockState, seconds: float) -> ClockState:
    """Return the clock some seconds later; outside of every slot they count towards the box alone."""
    used = {**state.used, state.at: state.used.get(state.at, 0.0) + max(0.0, seconds)}
    return replace(state, used=used)


def uses(state: ClockState) -> tuple[SlotUse, ...]:
    """Return planned and used minutes of every part."""
    return tuple(
        SlotUse(slot=slot, used=state.used.get(slot.id, 0.0) / 60, is_current=slot.id == state.at)
        for slot in state.plan.slots
    )


def pace(state: ClockState) -> Pace | None:
    """Say how a meeting stands; nothing where no box is set."""
    if state.box is None:
        return None
    left = state.box * 60 - state.seconds
    overrun = sum(use.over for use in uses(state))
    return Pace(
        box=state.box,
        left=max(0, ceil(round(left / 60, 9))),
        behind=floor(round(overrun, 9)),
        over=max(0, ceil(round(-left / 60, 9))),
    )
