"""A score → why it is what it is: what the answers give, and which of them would move it most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from readiness.domain.explaining import Contribution, Explanation, explain, part_of
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import LEVEL_NAMES, Question
from readiness.domain.scoring import LEAST_COVERAGE, LEAST_PILLAR_COVERAGE, Counts, half_up
from readiness.reports import sentences as say
from readiness.ui import part_facts
from readiness.ui.part_facts import percent, points
from readiness.ui.widgets.breaks_first import BreakRow
from readiness.ui.widgets.contributions import Giving, GivingList

MOST_DRAWN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What the sheet says. ``moves`` and ``gives`` are empty where there is no score to explain."""

    title: str
    sentence: str
    moves_heading: str
    moves: tuple[BreakRow, ...]
    gives_heading: str
    gives: GivingList
    rest: str
    note: str


def why(outcome: Outcome, key: str = "") -> Why:
    """Explain the whole score, or that of one pillar or topic."""
    part = part_facts.part_of(outcome, key)
    displayed = outcome.score.displayed if part is None else part.displayed
    name = "" if part is None else part.name
    if displayed is None:
        return _held_back(outcome, key, name)
    found = explain(part_of(outcome.assessment.questionnaire, key), outcome.counted)
    by_id = outcome.assessment.questionnaire.by_id
    rows = tuple(_giving(by_id[one.id], one) for one in found.contributions)
    left = found.contributions[MOST_DRAWN:]
    heading = _gives_heading(sum(one.level is not None for one in found.contributions))
    return Why(
        title=f"Why {name} stands at {displayed}" if name else f"Why {displayed}",
        sentence=_sentence(outcome, found, key),
        moves_heading=_moves_heading(found),
        moves=tuple(_move(by_id[one.id], one) for one in found.moves),
        gives_heading=heading,
        gives=GivingList(rows=rows, shown=MOST_DRAWN, finding=_finding(heading, rows)),
        rest=_rest(left),
        note=_note(outcome) if part is None else "",
    )


def _held_back(outcome: Outcome, key: str, name: str) -> Why:
    return Why(
        title=f"Why {name} has no score" if name else "Why there is no score yet",
        sentence=_reason(outcome, key),
        moves_heading="",
        moves=(),
        gives_heading="",
        gives=GivingList(),
        rest="",
        note="",
    )


def _reason(outcome: Outcome, key: str) -> str:
    part = part_facts.part_of(outcome, key)
    coverage = outcome.score.coverage if part is None else part.coverage
    least = LEAST_COVERAGE if part is None else LEAST_PILLAR_COVERAGE
    if coverage is None:
        return "Nothing here applies, so there is nothing to score."
    if coverage < least:
        return (
            f"{half_up(100 * coverage)} % of the weight has a level; a score is shown from "
            f"{half_up(100 * least)} % on. Until then the plausible range stands alone."
        )
    low = [
        f"{pillar.name} ({half_up(100 * pillar.coverage)} %)"
        for pillar in outcome.score.pillars
        if pillar.coverage is not None and pillar.coverage < LEAST_PILLAR_COVERAGE
    ]
    return (
        f"A score is shown once every pillar has levels for {half_up(100 * LEAST_PILLAR_COVERAGE)} % of its "
        f"weight; short of it: {say.listed(tuple(low))}."
    )


def _sentence(outcome: Outcome, found: Explanation, key: str) -> str:
    levels = sum(one.level is not None for one in found.contributions)
    counts = _counts(outcome, key)
    given = f"{say.counted(levels, 'answer gives', 'answers give')} {points(found.score or 0)} points"
    parts = [f"{given}; {points(found.missing)} more are left up to Proven."]
    if counts.unknown:
        parts.append(f"{counts.unknown} unknown {_gives(counts.unknown)} nothing until someone looks.")
    if counts.not_applicable:
        parts.append(
            f"{say.counted(counts.not_applicable, 'does', 'do')} not apply and {_is(counts)} left out."
        )
    if counts.not_asked:
        parts.append(
            f"{counts.not_asked} not asked yet, left out too." if len(parts) > 1 else _unasked(counts)
        )
    return " ".join(parts)


def _counts(outcome: Outcome, key: str) -> Counts:
    part = part_facts.part_of(outcome, key)
    return outcome.score.counts if part is None else part.counts


def _gives(count: int) -> str:
    return "gives" if count == 1 else "give"


def _is(counts: Counts) -> str:
    return "is" if counts.not_applicable == 1 else "are"


def _unasked(counts: Counts) -> str:
    return f"{counts.not_asked} not asked yet, left out."


_MOVES: Final[Mapping[int, str]] = {
    0: "Every answer stands at Proven",
    1: "One answer would move it",
    2: "Two answers would move it",
    3: "Three answers would move it most",
}


def _moves_heading(found: Explanation) -> str:
    return _MOVES[len(found.moves)]


def _move(question: Question, one: Contribution) -> BreakRow:
    start = "unknown" if one.level is None else f"{one.level} {LEVEL_NAMES[one.level]}"
    each = f", {points(one.a_level)} a level" if one.levels_left > 1 else ""
    turn = "up to 4 Proven, if that is what it turns out to be" if one.level is None else "to 4 Proven"
    return BreakRow(
        key=question.id,
        factor=f"+{points(one.missing)}",
        title=question.prompt,
        consequence=f"{question.id}: from {start} {turn}{each}.",
        note="gate" if question.gate else "",
    )


def _gives_heading(count: int) -> str:
    return "One answer makes it" if count == 1 else f"{say.capital(say.in_words(count))} answers make it"


def _finding(heading: str, rows: tuple[Giving, ...]) -> str:
    if not rows:
        return heading
    return f"{heading}; {rows[0].key} gives most, {rows[0].points_words}"


def _giving(question: Question, one: Contribution) -> Giving:
    state = "don’t know" if one.level is None else f"{one.level} {LEVEL_NAMES[one.level]}"
    return Giving(
        key=question.id,
        name=question.prompt,
        state=state,
        points=one.points,
        most=one.most,
        points_words=points(one.points),
        most_words=points(one.most),
        share_words=percent(one.share),
    )


def _rest(left: tuple[Contribution, ...]) -> str:
    if not left:
        return ""
    given = points(sum(one.points for one in left))
    return f"{say.counted(len(left), 'more answer gives', 'more answers give')} {given}; the table has all."


def _note(outcome: Outcome) -> str:
    gates = len(outcome.growth.open_gates)
    if not gates:
        return ""
    step = outcome.growth.target_step
    opened = "one stays" if gates == 1 else f"{say.in_words(gates)} stay"
    return f"Points open no gate: {opened} open for {step}×, whatever the score."
