"""What a quarter is first judged by: gates closed and evidence gained, before any score (domain §4.3)."""

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.domain.counting import Counted
from readiness.domain.growth import StepResult, judge_steps
from readiness.domain.matching import Pairing
from readiness.domain.questionnaire import Tier
from readiness.domain.tracing import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class GateChange:
    """What happened to the gates of one growth step, by the ids of the newer version.

    ``open_before`` and ``open_after`` are those not met. ``closed`` and ``opened`` are gates on both sides;
    ``new`` are open and were no gate before, ``gone`` were open and are no gate any more (by their old ids),
    because the questionnaire or the scope changed: neither is anybody's achievement.
    """

    step: Tier
    open_before: tuple[str, ...]
    open_after: tuple[str, ...]
    closed: tuple[str, ...]
    opened: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Levels that stand on evidence, before and after, and which questions won or lost it."""

    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def gate_changes(pairing: Pairing) -> tuple[GateChange, ...]:
    """Return what happened to the gates of each growth step."""
    before = judge_steps(pairing.trace.old, pairing.old)
    after = judge_steps(pairing.trace.new, pairing.new)
    return tuple(_gates(old, new, pairing.trace.origins) for old, new in zip(before, after, strict=True))


def _gates(before: StepResult, after: StepResult, origins: Mapping[str, Origin]) -> GateChange:
    was_open, was_gate = frozenset(before.failing_gates), frozenset(before.gates)
    is_open = frozenset(after.failing_gates)
    shared = [id_ for id_ in after.gates if was_gate & origins.get(id_, {}).keys()]
    were_open = [id_ for id_ in shared if was_open & origins[id_].keys()]
    followed = {origin for id_ in shared for origin in origins[id_]}
    return GateChange(
        step=after.factor,
        open_before=before.failing_gates,
        open_after=after.failing_gates,
        closed=tuple(id_ for id_ in were_open if id_ not in is_open),
        opened=tuple(id_ for id_ in shared if id_ in is_open and id_ not in were_open),
        new=tuple(id_ for id_ in after.failing_gates if id_ not in shared),
        gone=tuple(id_ for id_ in before.failing_gates if id_ not in followed),
    )


def evidence(pairing: Pairing) -> Evidence:
    """Return how much more, or less, stands on evidence than before."""
    origins = pairing.trace.origins
    now = _evidenced(pairing.new)
    had = {
        id_
        for id_ in pairing.trace.new.by_id
        if (was := origins.get(id_)) and all(pairing.old[origin].sureness == "evidenced" for origin in was)
    }
    return Evidence(
        before=len(_evidenced(pairing.old)),
        after=len(now),
        gained=tuple(id_ for id_ in now if id_ not in had),
        lost=tuple(id_ for id_ in pairing.trace.new.by_id if id_ in had and id_ not in now),
    )


def _evidenced(facts: Mapping[str, Counted]) -> list[str]:
    return [id_ for id_, fact in facts.items() if fact.level is not None and fact.sureness == "evidenced"]
