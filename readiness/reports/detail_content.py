"""One pillar → its page: topics against their marks, both views, every answer, and what the plan adds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readiness.domain.actions import Action
from readiness.domain.assessment import NOT_ASKED
from readiness.domain.changes import QuestionChange
from readiness.domain.counting import count
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Pillar, Question
from readiness.domain.scoring import Part, PillarPart, half_up, score
from readiness.domain.trend import Trend
from readiness.reports import change_words
from readiness.reports import sentences as say
from readiness.reports.alignment_content import apart_words
from readiness.reports.background import Background
from readiness.reports.bar_facts import PillarBar, PillarBars
from readiness.reports.detail_facts import Detail, DetailLine, DetailTopic, Spark, View
from readiness.reports.pillar_content import bars, gap, gates_in, shown_of
from readiness.reports.plan_ask import name_of
from readiness.reports.standing import plainly

_MOST_QUARTERS: Final = 5
_MOST_ADDS: Final = 4
_MOST_VIEWS: Final = 6
_MOST_QUOTES: Final = 3
_LEAST_GAIN: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Past:
    """Each pillar’s score in the quarters before, by its id."""

    scores: Mapping[str, Sequence[Spark]]


def details(outcome: Outcome, background: Background, *, names: bool) -> tuple[Detail, ...]:
    """Say everything of every pillar."""
    pairs = zip(outcome.assessment.questionnaire.pillars, outcome.score.pillars, strict=True)
    past = _Past(_sparks(background.trend, outcome))
    return tuple(_detail(outcome, background, pillar, part, past, names=names) for pillar, part in pairs)


def _detail(
    outcome: Outcome, background: Background, pillar: Pillar, part: PillarPart, past: _Past, *, names: bool
) -> Detail:
    found = background.comparison
    rows = {row.id: row for row in found.questions} if found is not None else {}
    views = tuple(_views(outcome, pillar)) if names else ()
    gates = gates_in(outcome, part.id)
    lanes = outcome.assessment.lanes
    return Detail(
        name=pillar.name,
        title=background.said(f"pillar.{pillar.id}.title", _title(part)),
        score=shown_of(part),
        score_words=_score_words(outcome, part),
        gates=str(gates),
        gates_words=_gates_words(outcome, pillar, gates),
        past=tuple(past.scores.get(pillar.id, ())),
        adds_title="What the plan adds",
        adds=tuple(_adds(background, pillar)),
        topics=_topics(outcome, part),
        views_title=_views_title(views),
        views=views[:_MOST_VIEWS],
        lanes=(lanes.called("product"), lanes.called("engineering")),
        before=str(found.before.period)[-2:] if found is not None else "",
        asks_lanes=names and _has_lanes(outcome),
        answers=tuple(
            DetailTopic(
                name=topic.name,
                shown=shown_of(figures),
                lines=tuple(
                    _line(outcome, question, rows.get(question.id), names=names)
                    for question in topic.questions
                ),
            )
            for topic, figures in zip(pillar.topics, part.topics, strict=True)
        ),
        room=tuple(_quotes(outcome, pillar)) if names else (),
    )


def _title(part: PillarPart) -> str:
    if part.displayed is None:
        return f"Too little is known of {part.name} for one figure"
    if gap(part) <= 0:
        return f"{part.name} is at or past its mark"
    weakest = max(part.topics, key=gap, default=None)
    if weakest is None or gap(weakest) <= 0:
        return f"{part.name} stands {half_up(gap(part))} below its mark"
    return f"{weakest.name} holds {part.name} back"


def _score_words(outcome: Outcome, part: PillarPart) -> str:
    step = outcome.growth.target_step
    whole = sum(one.weight for one in outcome.score.pillars) or 1
    told = (
        part.label or "",
        f"plausible {say.spread(part.range)}" if part.range else "",
        f"mark for {step}×: {half_up(part.needed)}" if part.needed is not None else "",
        f"weight {half_up(100 * part.weight / whole)}%",
    )
    return ", ".join(text for text in told if text)


def _gates_words(outcome: Outcome, pillar: Pillar, still: int) -> str:
    step = outcome.growth.target_step
    gates = [q for q in pillar.questions if q.gate and q.weight and q.hurts_at <= step]
    if not gates:
        return f"no gate of {step}× stands here"
    open_ids = [q.id for q in gates if q.id in outcome.growth.open_gates]
    named = f": {', '.join(open_ids)}" if open_ids else ""
    return f"{'gate' if still == 1 else 'gates'} open of {len(gates)} for {step}×{named}"


def _sparks(line: Trend | None, outcome: Outcome) -> dict[str, list[Spark]]:
    found: dict[str, list[Spark]] = {}
    points = line.points[-_MOST_QUARTERS:] if line is not None else ()
    for point in points if len(points) > 1 else ():
        given = point.assessment
        whole = score(given.questionnaire, count(given), outcome.growth.target_step)
        for part in whole.pillars:
            if part.displayed is not None and part.score is not None:
                spark = Spark(name=str(given.period), value=part.score, shown=str(part.displayed))
                found.setdefault(part.id, []).append(spark)
    return found


def _adds(background: Background, pillar: Pillar) -> Iterator[tuple[str, str]]:
    """Yield the actions of the plan that raise something here, and what they add to the whole."""
    roadmap = background.roadmap
    if roadmap is None:
        return
    prompts = {question.id: question.prompt for question in pillar.questions}
    own = [action for action in roadmap.actions if any(id_ in prompts for id_ in action.questions)]
    gaining = sorted((a for a in own if a.gain >= _LEAST_GAIN), key=lambda action: -action.gain)
    for action in gaining[:_MOST_ADDS]:
        yield name_of(action, prompts), f"+{action.gain:.1f}"
    more = len(gaining) - _MOST_ADDS
    if more > 0:
        yield f"and {more} more", _sum(gaining[_MOST_ADDS:])


def _sum(actions: Sequence[Action]) -> str:
    return f"+{sum(action.gain for action in actions):.1f}"


def _topics(outcome: Outcome, part: PillarPart) -> PillarBars:
    furthest = max(part.topics, key=gap, default=None)
    rows = tuple(
        PillarBar(
            name=topic.name,
            bars=bars(topic),
            shown=shown_of(topic),
            gates_open=0,
            is_furthest=topic is furthest and gap(topic) > 0,
        )
        for topic in part.topics
    )
    told = "; ".join(f"{topic.name} {_told(topic)}" for topic in part.topics)
    return PillarBars(
        title="Topics against their marks",
        finding=f"{told}.",
        mark_words=f"mark for {outcome.growth.target_step}×",
        rows=rows,
    )


def _told(topic: Part) -> str:
    mark = "" if topic.needed is None else f", mark {half_up(topic.needed)}"
    return f"{shown_of(topic)}{mark}"


def _has_lanes(outcome: Outcome) -> bool:
    given = outcome.assessment
    return bool(given.visible("product")) or bool(given.visible("engineering"))


def _views(outcome: Outcome, pillar: Pillar) -> Iterator[View]:
    by_id = {question.id: question for question in pillar.questions}
    own = [one for one in outcome.alignment.questions if one.id in by_id and one.gap]
    for one in sorted(own, key=lambda one: (-abs(one.gap), -by_id[one.id].weight)):
        yield View(
            prompt=by_id[one.id].prompt,
            id=one.id,
            product=one.product,
            engineering=one.engineering,
            apart=apart_words(one),
            is_expectation=one.is_expectation,
        )


def _views_title(views: Sequence[View]) -> str:
    if not views:
        return ""
    shown = f", the widest {say.in_words(_MOST_VIEWS)}" if len(views) > _MOST_VIEWS else ""
    answers = f"{say.in_words(len(views))} {'answer' if len(views) == 1 else 'answers'}"
    return f"{say.capital(answers)} apart{shown}"


def _line(outcome: Outcome, question: Question, row: QuestionChange | None, *, names: bool) -> DetailLine:
    fact = outcome.counted[question.id]
    given = outcome.assessment
    return DetailLine(
        id=question.id,
        prompt=question.prompt,
        weight=f"×{question.weight:g}",
        before=_before(row),
        level=fact.level,
        stands=str(fact.level) if fact.level is not None else plainly(fact),
        product=_said(given.visible("product").get(question.id, NOT_ASKED).level) if names else "",
        engineering=_said(given.visible("engineering").get(question.id, NOT_ASKED).level) if names else "",
        sureness=fact.sureness if fact.level is not None else "",
        is_guess=fact.level is not None and fact.sureness == "guess",
        is_short=question.id in outcome.growth.shortfalls,
        is_gate=question.gate,
    )


def _before(row: QuestionChange | None) -> str:
    if row is None:
        return ""
    if row.change == "new":
        return "new"
    return f"{row.before:g}" if row.before is not None else change_words.WITHOUT


def _said(level: int | None) -> str:
    return change_words.WITHOUT if level is None else str(level)


def _quotes(outcome: Outcome, pillar: Pillar) -> Iterator[str]:
    """Yield why some answers were agreed, the weightiest first."""
    agreed = outcome.assessment.agreed
    told = [q for q in pillar.questions if q.id in agreed and agreed[q.id].because]
    for question in sorted(told, key=lambda q: -q.weight)[:_MOST_QUOTES]:
        yield f"{question.id}: {agreed[question.id].because}"
