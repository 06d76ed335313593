"""An outcome → what the widgets of Results show; pure, in the words that the report prints too."""

from collections.abc import Iterable
from dataclasses import replace

from readiness.domain.accepting import holding
from readiness.domain.growth import StepResult
from readiness.domain.outcome import Outcome
from readiness.domain.scoring import Part, half_up
from readiness.reports import sentences as say
from readiness.reports.cautions import imported
from readiness.reports.pillar_content import pillars as pillar_bars
from readiness.reports.standing import felt, standing
from readiness.reports.summary_content import more_of, short_limits, used_of
from readiness.ui.change_facts import Ring, ScoreChange
from readiness.ui.widgets.breaks_first import BreakRow
from readiness.ui.widgets.bullets import Bullet, BulletList
from readiness.ui.widgets.coverage_bars import Coverage, CoverageRow
from readiness.ui.widgets.ladder import Ladder, LadderStep, Reading
from readiness.ui.widgets.score_hero import Hero

MOST_BREAKS = 3
_BAND = 20


def ladder(outcome: Outcome) -> Ladder:
    """Return the three facts of growth, the target, and the gates of every step."""
    growth, given = outcome.growth, outcome.assessment
    leading = next((driver for driver in given.load if driver.factor == growth.target_factor), None)
    limit, way = growth.first_known_limit, growth.distance
    return Ladder(
        reading=_reading(outcome),
        practices=growth.practice_ceiling,
        tested=growth.tested_ceiling,
        limit=None if limit is None else limit.factor,
        limit_resource="" if limit is None else limit.resource,
        target=growth.target_factor,
        target_by=growth.target_by or "",
        is_aimed=not say.is_unaimed(outcome),
        today="" if leading is None else f"{say.amount(leading.today)} {leading.unit}",
        target_load="" if leading is None else say.amount(leading.target),
        steps=tuple(_step(outcome, step) for step in growth.tiers),
        effort="" if way is None or way.effort is None else say.weeks(way.effort, at_least=way.conditional),
        asked=outcome.score.counts.asked,
        total=outcome.score.counts.total,
    )


def hero(outcome: Outcome) -> Hero:
    """Return the score with its word, its range and its mark; the range alone where too little is known."""
    score = outcome.score
    plausible = say.spread(score.range)
    if score.displayed is None:
        label = "No score yet" if score.score is None else "Too little answered"
    else:
        label = score.label or ""
    gates = len(outcome.growth.open_gates)
    return Hero(
        displayed=score.displayed,
        label=label,
        band=None if score.displayed is None else min(score.displayed // _BAND, 4),
        range_words=f"plausible range {plausible}" if plausible else "",
        score=score.score if score.displayed is not None else None,
        low=score.range.low if score.range else None,
        high=score.range.high if score.range else None,
        needed=score.needed,
        needed_words=say.capital(say.mark(outcome)),
        note=f"{say.counted(gates, 'gate')} open for {outcome.growth.target_step}×" if gates else "",
    )


def beside_the_score(outcome: Outcome) -> tuple[str, ...]:
    """Return what stands beside every score: coverage, what is unknown or left out, and the strict score."""
    score = outcome.score
    lines = [alone] if (alone := say.core(outcome)) else []
    if score.coverage is not None:
        lines.append(f"{half_up(100 * score.coverage)} % covered by weight")
    if asked := say.re_asked(outcome):
        lines.append(f"{asked} from earlier quarters")
    if score.counts.unknown:
        lines.append(f"{score.counts.unknown} unknown, counted as 0; at best {half_up(score.best_case or 0)}")
    if score.counts.not_asked:
        lines.append(f"{score.counts.not_asked} not asked, left out until closing")
    if score.counts.not_applicable and score.strict_score is not None:
        gone = say.counted(score.counts.not_applicable, "does not apply", "do not apply")
        lines.append(f"{gone}; counted as 0 the score is {half_up(score.strict_score)}")
    return tuple(lines)


def breaks_first(outcome: Outcome) -> tuple[BreakRow, ...]:
    """Return what gives out first: the smallest limit below the target, then three practices that fail."""
    limits = [
        BreakRow(
            key=f"limit:{limit.id}",
            factor=say.times(factor),
            title=say.capital(limit.resource),
            consequence=f"{say.capital(used_of(limit))}. {more_of(limit)}",
            note="measured limit",
        )
        for factor, limit in short_limits(outcome)
    ]
    if len(limits) > 1:
        more = say.counted(len(limits) - 1, "more limit")
        limits = [replace(limits[0], note=f"measured limit, {more} below the target")]
    return (*limits, *_rows(outcome, _not_accepted(outcome, outcome.growth.breaks_first))[:MOST_BREAKS])


def _not_accepted(outcome: Outcome, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the questions whose risk nobody accepts in this quarter."""
    held = holding(outcome.assessment.accepted, outcome.assessment.period)
    return tuple(id_ for id_ in ids if id_ not in held)


def unseen(outcome: Outcome) -> tuple[BreakRow, ...]:
    """Return the shortfalls that would leave us blind."""
    return _effect(outcome, "blinds")


def slow(outcome: Outcome) -> tuple[BreakRow, ...]:
    """Return the shortfalls that keep us slow."""
    return _effect(outcome, "slows")


def pillars(outcome: Outcome, change: ScoreChange | None = None) -> tuple[str, BulletList]:
    """Return the finding about the pillars and their bars, furthest behind first, with where they stood."""
    printed = pillar_bars(outcome)
    furthest = {row.name for row in printed.rows if row.is_furthest}
    parts = sorted(outcome.score.pillars, key=_gap, reverse=True)
    rings = change.rings if change else {}
    rows = tuple(_bullet(part, rings.get(part.id), is_weakest=part.name in furthest) for part in parts)
    found = BulletList(
        rows=rows,
        needed_words=f"what {outcome.growth.target_step}× needs",
        last_words=change.last_words if change and rings else "",
        finding=printed.finding,
    )
    return printed.title, found


def coverage(outcome: Outcome) -> tuple[str, Coverage]:
    """Return how much is known, in words and by pillar."""
    score = outcome.score
    known = score.counts.levels
    rows = tuple(
        CoverageRow(
            name=part.name,
            evidenced=part.sureness.evidenced,
            informed=part.sureness.informed,
            guess=part.sureness.guess,
            unknown=part.counts.unknown,
            total=part.counts.total - part.counts.not_applicable,
        )
        for part in score.pillars
    )
    applicable = score.counts.total - score.counts.not_applicable
    share = "" if score.evidenced_share is None else f", {round(100 * score.evidenced_share)} % evidenced"
    heading = f"{known} of {applicable} known{share}" if applicable else "Nothing here applies"
    return heading, Coverage(rows=rows, finding=heading)


def cautions(outcome: Outcome) -> tuple[str, ...]:
    """Return what a reader must not miss: combinations, the safety question, gates left out, doubt."""
    lines = [
        f"{risk.id}: {risk.says} ({', '.join(risk.questions)})"
        for risk in outcome.risks
        if risk.kind == "combination"
    ]
    lines += [f"{one.title} {one.text}" for one in imported(outcome.assessment.questionnaire)]
    by_id = outcome.assessment.questionnaire.by_id
    for risk in outcome.risks:
        if risk.kind == "safety":
            lines += [f"Safety: {felt(by_id[id_])}" for id_ in risk.questions]
    for gate in outcome.assessment.questionnaire.gates:
        fact = outcome.counted[gate.id]
        if fact.state == "not_applicable":
            lines.append(f"Gate {gate.id} does not apply: {fact.reason}")
    for risk in outcome.risks:
        if risk.kind == "unsupported":
            lines += [f"{id_} stands high on a guess." for id_ in risk.questions]
    return tuple(lines)


def _reading(outcome: Outcome) -> Reading:
    found = say.stage(outcome)
    if found == "quick" or outcome.assessment.scope == "quick":
        return "quick"
    return "partial" if found in {"nothing", "too-little"} else "judged"


def _step(outcome: Outcome, step: StepResult) -> LadderStep:
    named: tuple[str, ...] = ()
    if step.factor == _next_factor(outcome):
        topics = {q.id: topic.name for _, topic, q in outcome.assessment.questionnaire.walk()}
        named = tuple(f"{id_} {topics[id_]}" for id_ in step.failing_gates)
    return LadderStep(
        factor=step.factor,
        gates=len(step.gates),
        gates_open=len(step.failing_gates),
        names=named,
    )


def _next_factor(outcome: Outcome) -> int:
    way = outcome.growth.distance
    return outcome.growth.target_step if way is None else way.step


def _effect(outcome: Outcome, effect: str) -> tuple[BreakRow, ...]:
    by_id = outcome.assessment.questionnaire.by_id
    ids = tuple(id_ for id_ in outcome.growth.shortfalls if by_id[id_].effect == effect)
    return _rows(outcome, _not_accepted(outcome, ids))


def _rows(outcome: Outcome, ids: tuple[str, ...]) -> tuple[BreakRow, ...]:
    by_id = outcome.assessment.questionnaire.by_id
    return tuple(
        BreakRow(
            key=id_,
            factor=f"{by_id[id_].hurts_at}×",
            title=felt(by_id[id_]),
            consequence=standing(outcome, by_id[id_]),
            note="gate" if by_id[id_].gate else "",
        )
        for id_ in ids
    )


def _gap(part: Part) -> float:
    if part.score is None or part.needed is None:
        return -1000.0
    return part.needed - part.score


def _bullet(part: Part, ring: Ring | None, *, is_weakest: bool) -> Bullet:
    return Bullet(
        name=part.name,
        key=part.id,
        score=part.score if part.displayed is not None else None,
        low=part.range.low if part.range else None,
        high=part.range.high if part.range else None,
        needed=part.needed,
        last=ring.stood if ring else None,
        change=ring.words if ring else "",
        displayed=part.displayed,
        word="" if part.displayed is not None else _too_few(part),
        is_weakest=is_weakest,
    )


def _too_few(part: Part) -> str:
    if part.counts.total == part.counts.not_applicable:
        return "does not apply"
    return "too few" if part.counts.asked else "not asked"
