"""What gives out before the target, in the order it does, with the answer that the plan has to it (§2.6)."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.accepting import holding
from readiness.domain.actions import Action
from readiness.domain.assessment import Limit
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question, Topic
from readiness.domain.risks import RiskKind
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.cautions import cautions
from readiness.reports.plan_ask import name_of
from readiness.reports.risk_facts import Apart, Doubt, RiskRow, Risks
from readiness.reports.standing import asks, called, felt
from readiness.reports.summary_content import more_of, short_limits, used_of

NOT_PLANNED: Final = "Not planned"
_MOST: Final = 14
_MOST_APART: Final = 6
_MOST_NAMED: Final = 12
_WIDE: Final = 2
_SURE: Final = {"evidenced": "On evidence", "informed": "As people know it", "guess": "A guess"}
_DOUBTS: Final[tuple[tuple[RiskKind, str, str, str], ...]] = (
    ("unknown", "Nobody knows.", "weighs much and is unknown", "weigh much and are unknown"),
    ("unsupported", "A guess holds it up.", "stands high on a guess", "stand high on a guess"),
)


def risks(outcome: Outcome, background: Background, *, names: bool) -> Risks:
    """Say what gives out, smallest growth first: measured limits, then practices that fail."""
    rows = (*_limits(outcome), *_failures(outcome, background, names=names))
    ordered = sorted(rows, key=lambda pair: pair[0])
    hidden = len(ordered) - _MOST
    apart = tuple(_apart(outcome)) if names else ()
    step = say.times(outcome.growth.target_factor)
    return Risks(
        title=background.said("risks.title", _title(len(ordered), step, hidden=hidden > 0)),
        lead="In the order they give out. Levels run from 0 Absent to 4 Proven." if ordered else "",
        target=step,
        rows=tuple(row for _, row in ordered[:_MOST]),
        more=f"And {hidden} more, among all answers." if hidden > 0 else "",
        nothing="" if ordered else f"No answer and no measured limit gives out before {step}.",
        doubts=tuple(_doubts(outcome)),
        apart_title="Where the two views differ",
        apart_lead=_apart_lead(outcome) if apart else "",
        lanes=(outcome.assessment.lanes.called("product"), outcome.assessment.lanes.called("engineering")),
        apart=apart,
    )


def _title(count: int, step: str, *, hidden: bool) -> str:
    if not count:
        return f"Nothing is known to give out before {step}"
    things = f"{say.capital(say.in_words(count))} thing{'' if count == 1 else 's'}"
    gives = "gives" if count == 1 else "give"
    first = f", these {say.in_words(_MOST)} first" if hidden else ""
    return f"{things} {gives} out before {step}{first}"


def _limits(outcome: Outcome) -> Iterator[tuple[float, RiskRow]]:
    for factor, limit in short_limits(outcome):
        yield (
            factor,
            RiskRow(
                factor=say.times(factor),
                felt=say.capital(limit.resource),
                known=f"{say.capital(used_of(limit))}.{_source(limit)}",
                topic="Measured limit",
                stands="",
                level=None,
                is_guess=False,
                is_question=False,
                answer=more_of(limit).removesuffix("."),
                when="",
            ),
        )


def _source(limit: Limit) -> str:
    told = ", ".join(part for part in (limit.source, limit.measured_on) if part)
    return f" {say.capital(told)}." if told else ""


def _failures(outcome: Outcome, background: Background, *, names: bool) -> Iterator[tuple[float, RiskRow]]:
    by_id = outcome.assessment.questionnaire.by_id
    accepted = holding(outcome.assessment.accepted, outcome.assessment.period)
    topics = {q.id: topic.name for topic in _topics(outcome) for q in topic.questions}
    for question in (by_id[id_] for id_ in outcome.growth.breaks_first):
        fact = outcome.counted[question.id]
        asked = asks(question, outcome.growth.target_step)
        goal = f" {asked}." if asked else ""
        answer, when = _answer(question, background, names=names)
        is_planned = answer != NOT_PLANNED
        risk = accepted.get(question.id)
        if risk is not None and not is_planned:
            answer, when = "Accepted", f"until {risk.expires} by {risk.role}"
        key = f"consequence.{question.id}"
        yield (
            float(question.hurts_at),
            RiskRow(
                factor=f"{question.hurts_at}×",
                felt=background.said(key, felt(question)),
                known=f"{question.prompt} {_SURE[fact.sureness] if fact.level is not None else 'Unknown'}."
                + goal,
                topic=f"{question.id}, {topics[question.id]}",
                stands=called(question, fact),
                level=fact.level,
                is_guess=fact.level is not None and fact.sureness == "guess",
                is_question=True,
                answer=answer,
                when=when,
                is_planned=is_planned,
            ),
        )


def _topics(outcome: Outcome) -> Iterator[Topic]:
    for pillar in outcome.assessment.questionnaire.pillars:
        yield from pillar.topics


def _answer(question: Question, background: Background, *, names: bool) -> tuple[str, str]:
    """Return what the plan does about a question, and when; or that it does nothing."""
    roadmap = background.roadmap
    if roadmap is None:
        return "", ""
    own = [action for action in roadmap.actions if question.id in action.questions]
    raising = next((action for action in own if action.kind == "raise"), None) or next(iter(own), None)
    prompts = {question.id: question.prompt}
    if raising is not None:
        return name_of(raising, prompts), _when(raising, background, names=names)
    left = next((one for one in roadmap.undone if question.id in one.action.questions), None)
    return NOT_PLANNED, "" if left is None else left.why


def _when(action: Action, background: Background, *, names: bool) -> str:
    roadmap = background.roadmap
    if roadmap is None or action.finish is None:
        return ""
    owner = f", {action.owner}" if names and action.owner else ""
    return f"{roadmap.period.plus(action.finish)}{owner}"


def _doubts(outcome: Outcome) -> Iterator[Doubt]:
    for caution in cautions(outcome):
        yield Doubt(title=caution.title, text=caution.text)
    for kind, title, one, many in _DOUBTS:
        ids = tuple(risk.questions[0] for risk in outcome.risks if risk.kind == kind)
        if ids:
            told = one if len(ids) == 1 else many
            yield Doubt(title=title, text=f"{say.counted(len(ids), 'question')} {told}: {_named(ids)}.")


def _named(ids: tuple[str, ...]) -> str:
    more = len(ids) - _MOST_NAMED
    return say.listed(ids) if more <= 0 else f"{', '.join(ids[:_MOST_NAMED])} and {more} more"


def _apart(outcome: Outcome) -> Iterator[Apart]:
    by_id = outcome.assessment.questionnaire.by_id
    wide = sorted(
        (gap for gap in outcome.alignment.questions if abs(gap.gap) >= _WIDE),
        key=lambda gap: (-abs(gap.gap), -by_id[gap.id].weight),
    )
    for gap in wide[:_MOST_APART]:
        yield Apart(prompt=by_id[gap.id].prompt, product=gap.product, engineering=gap.engineering)


def _apart_lead(outcome: Outcome) -> str:
    count = sum(abs(gap.gap) >= _WIDE for gap in outcome.alignment.questions)
    are = "question is" if count == 1 else "questions are"
    told = f"{say.capital(say.in_words(count))} {are} two levels or more apart."
    return f"{told} Each is a risk by itself: one side plans on something the other does not see."
