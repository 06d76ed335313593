"""Pillar scores → bullet bars against the mark, furthest first (domain §5.1)."""

from collections.abc import Sequence

from readiness.domain.outcome import Outcome
from readiness.domain.scoring import Part, Range, half_up
from readiness.reports import sentences as say
from readiness.reports.bar_facts import Bars, PillarBar, PillarBars


def pillars(outcome: Outcome) -> PillarBars:
    """Return every pillar's bar with the finding that they make together."""
    parts = sorted(outcome.score.pillars, key=gap, reverse=True)
    furthest = parts[0] if parts and gap(parts[0]) > 0 else None
    rows = tuple(
        PillarBar(
            name=part.name,
            bars=bars(part),
            shown=shown_of(part),
            gates_open=gates_in(outcome, part.id),
            is_furthest=part is furthest,
        )
        for part in parts
    )
    step = outcome.growth.target_step
    return PillarBars(
        title=_title(furthest, parts),
        finding="; ".join(_words(part) for part in parts) + ".",
        mark_words=f"mark for {step}×",
        rows=rows,
    )


def gap(part: Part) -> float:
    """Return how far a pillar is from its mark; one without a figure comes last."""
    if part.displayed is None or part.score is None or part.needed is None:
        return -101.0
    return part.needed - part.score


def _title(furthest: Part | None, parts: Sequence[Part]) -> str:
    if furthest is not None:
        return f"{furthest.name} is furthest from its mark"
    if parts and all(part.displayed is not None for part in parts):
        return "Every pillar is at or past its mark"
    return "Pillars against their marks"


def _words(part: Part) -> str:
    mark = "" if part.needed is None else f", mark {half_up(part.needed)}"
    plausible = f", plausible {say.spread(part.range)}" if part.range else ""
    shown = f"{part.displayed}" if part.displayed is not None else "no figure"
    return f"{part.name} {shown}{mark}{plausible}"


def shown_of(part: Part) -> str:
    """Return the number of a pillar or topic, or the word that stands for it."""
    if part.displayed is not None:
        return str(part.displayed)
    counts = part.counts
    if part.score is None:
        return "not asked" if counts.not_asked else "does not apply"
    return "too few" if counts.not_asked else "unknown"


def gates_in(outcome: Outcome, pillar_id: str) -> int:
    """Return how many open gates of the target step stand in a pillar."""
    inside = {
        q.id for p in outcome.assessment.questionnaire.pillars if p.id == pillar_id for q in p.questions
    }
    return sum(id_ in inside for id_ in outcome.growth.open_gates)


def bars(part: Part) -> Bars:
    """Return what a bullet bar draws; the value only where the score may be shown."""
    shown = part.displayed is not None
    return as_bars(part.score if shown else None, part.range, part.needed)


def as_bars(score: float | None, plausible: Range | None, mark: float | None) -> Bars:
    """Return the bar of a score with its plausible range and its mark."""
    return Bars(
        score=score,
        low=None if plausible is None else plausible.low,
        high=None if plausible is None else plausible.high,
        mark=mark,
    )
