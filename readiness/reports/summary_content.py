"""An outcome → page 1: verdict, ladder, what breaks first, the score and how sure it is (domain §5.1)."""

from collections.abc import Iterable, Iterator

from readiness.domain.accepting import holding
from readiness.domain.assessment import Limit
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Effect
from readiness.reports import change_sentences as told
from readiness.reports import plan_sentences as plan_told
from readiness.reports import sentences as say
from readiness.reports.background import NOTHING, Background
from readiness.reports.cautions import cautions
from readiness.reports.facts import (
    Asked,
    Break,
    Consequence,
    ScoreFigure,
    Summary,
)
from readiness.reports.ladder_content import ladder
from readiness.reports.pillar_content import as_bars, pillars
from readiness.reports.plan_ask import ask_lines, ask_rest, ask_title, asks, not_done
from readiness.reports.promise_content import promises
from readiness.reports.standing import felt, standing
from readiness.reports.sureness import how_sure


def summary(outcome: Outcome, background: Background = NOTHING, *, names: bool = True) -> Summary:
    """Say everything that page 1 says."""
    limits, failures = tuple(_limits(outcome)), tuple(_failures(outcome, background))
    found = background.comparison
    return Summary(
        headline=background.said("summary.headline", say.headline(outcome)),
        ladder=ladder(outcome),
        limits=limits,
        failures=failures,
        nothing_breaks="" if limits or failures else _nothing_breaks(outcome),
        unseen=_consequences(outcome, "blinds", background),
        slow=_consequences(outcome, "slows", background),
        score=_score(outcome),
        pillars=pillars(outcome),
        sure=how_sure(outcome),
        cautions=cautions(outcome),
        left_out=tuple(_left_out(outcome)),
        asked=_asked(outcome, background),
        promises=None if found is None else promises(found, names=names),
        moved="" if found is None else told.change(found),
        decisions=asks(outcome, background),
    )


def short_limits(outcome: Outcome) -> list[tuple[float, Limit]]:
    """Return the measured limits below the target, smallest first."""
    measured = [(limit.factor, limit) for limit in outcome.assessment.limits]
    below = [(f, limit) for f, limit in measured if f is not None and f < outcome.growth.target_factor]
    return sorted(below, key=lambda pair: pair[0])


def used_of(limit: Limit) -> str:
    """Return “460 of 600 connections used at today's peak”."""
    if limit.used is None or limit.limit is None:
        known = (
            f"{say.amount(limit.used)} {limit.unit} used".replace("  ", " ")
            if limit.used
            else "use not known"
        )
        return f"{known}; the limit is not known" if limit.limit is None else known
    unit = f" {limit.unit}" if limit.unit else ""
    return f"{say.amount(limit.used)} of {say.amount(limit.limit)}{unit} used at today’s peak"


def more_of(limit: Limit) -> str:
    """Return how more of it can be had, and how early that has to begin."""
    weeks = limit.lead_time_weeks
    lead = "" if weeks is None else f", {weeks:g} {'week' if weeks == 1 else 'weeks'} ahead"
    ways = {
        "none": "No way to add more is known",
        "planned": "Adding more is planned",
        "proven": "Adding more is proven",
    }
    return f"{ways[limit.more]}{lead}."


def _limits(outcome: Outcome) -> Iterator[Break]:
    for factor, limit in short_limits(outcome):
        yield Break(
            factor=say.times(factor),
            felt=say.capital(limit.resource),
            what=f"{say.capital(used_of(limit))}.",
            stands=more_of(limit),
        )


def _failures(outcome: Outcome, background: Background) -> Iterator[Break]:
    by_id = outcome.assessment.questionnaire.by_id
    for question in (by_id[id_] for id_ in open_first(outcome, outcome.growth.breaks_first)):
        prompt = question.prompt if question.consequence else ""
        yield Break(
            factor=f"{question.hurts_at}×",
            felt=background.said(f"consequence.{question.id}", felt(question)),
            what=prompt,
            stands=f"{standing(outcome, question)}{_accepted(outcome, question.id)}",
        )


def open_first(outcome: Outcome, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the questions with those whose risk is accepted in this quarter at the end."""
    held = holding(outcome.assessment.accepted, outcome.assessment.period)
    return tuple(sorted(ids, key=lambda id_: id_ in held))


def _accepted(outcome: Outcome, id_: str) -> str:
    """Return until when and by whom the risk of a question is accepted; nothing where it is open."""
    risk = holding(outcome.assessment.accepted, outcome.assessment.period).get(id_)
    return "" if risk is None else f". Accepted until {risk.expires} by {risk.role}"


def _asked(outcome: Outcome, background: Background) -> Asked | None:
    roadmap = background.roadmap
    if roadmap is None:
        return None
    prompts = {question.id: question.prompt for question in outcome.assessment.questionnaire.questions}
    estimated, priced = roadmap.estimated
    return Asked(
        title=ask_title(roadmap),
        note=f"least to most; {estimated} of {say.counted(priced, 'action')} estimated" if priced else "",
        lines=ask_lines(roadmap, prompts, is_scored=outcome.score.displayed is not None),
        rest=ask_rest(roadmap),
        nothing=plan_told.headline(roadmap),
        not_done=not_done(roadmap, prompts),
    )


def _nothing_breaks(outcome: Outcome) -> str:
    if outcome.score.counts.asked == 0:
        return "Nothing is known yet: no question is answered and no limit below the target is measured."
    return f"No answer and no measured limit gives out before {say.times(outcome.growth.target_factor)}."


def _consequences(outcome: Outcome, effect: Effect, background: Background) -> tuple[Consequence, ...]:
    by_id = outcome.assessment.questionnaire.by_id
    return tuple(
        Consequence(
            factor=f"{by_id[id_].hurts_at}×",
            felt=background.said(f"consequence.{id_}", felt(by_id[id_])),
            question=f"{standing(outcome, by_id[id_])}{_accepted(outcome, id_)}",
        )
        for id_ in open_first(outcome, outcome.growth.shortfalls)
        if by_id[id_].effect == effect
    )


def _score(outcome: Outcome) -> ScoreFigure:
    score = outcome.score
    shown = "" if score.displayed is None else str(score.displayed)
    plausible = say.spread(score.range)
    label = say.label(outcome) if shown else _no_figure(outcome)
    mark = say.mark(outcome)
    finding = ", ".join(part for part in (f"Score {shown}" if shown else "", label, mark) if part)
    return ScoreFigure(
        shown=shown,
        label=label,
        plausible=plausible,
        mark=say.capital(mark),
        bars=as_bars(score.score if shown else None, score.range, score.needed),
        finding=f"{finding}; plausible range {plausible}." if plausible else f"{finding}.",
    )


def _no_figure(outcome: Outcome) -> str:
    if outcome.score.score is None:
        return "No score yet"
    little = "answered" if outcome.score.counts.not_asked else "known"
    return f"Too little is {little} for one figure"


def _left_out(outcome: Outcome) -> Iterator[str]:
    for question in outcome.assessment.questionnaire.gates:
        fact = outcome.counted[question.id]
        if fact.state == "not_applicable":
            yield f"{question.id}: {fact.reason}"
