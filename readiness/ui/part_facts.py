"""One pillar or topic → its questions: the answer, how sure it is, what it is worth, and its gate."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.domain.counting import Counted
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import LEVEL_NAMES, Pillar, Question, Topic, requirement
from readiness.domain.scoring import Part, half_up
from readiness.reports import sentences as say
from readiness.reports.pillar_content import shown_of
from readiness.reports.standing import doubt

_NAMED = {
    "unknown": "Don’t know",
    "not_applicable": "Does not apply",
    "not_asked": "Not asked yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic over its questions, with its figures in words."""

    key: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One question. ``level`` is ``None`` where none was given; ``answer`` and ``anchor`` then say why.

    ``share`` is a_q in per cent of the whole score and ``adds`` the points of it that the answer gives.
    """

    key: str
    prompt: str
    level: int | None
    answer: str
    anchor: str
    sure: str
    share: str
    adds: str
    gate: str
    is_open_gate: bool
    is_passed_gate: bool


Line = TopicLine | QuestionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDetail:
    """A pillar or topic in full. ``trail`` are its names from the pillar down; ``why`` names its score."""

    key: str
    trail: tuple[str, ...]
    heading: str
    note: str
    why: str
    lines: tuple[Line, ...]


def part_detail(outcome: Outcome, key: str) -> PartDetail | None:
    """Return one pillar (``DAT``) or topic (``DAT.QRY``) with its questions; nothing where it is not."""
    for pillar, scored in zip(outcome.assessment.questionnaire.pillars, outcome.score.pillars, strict=True):
        if key == pillar.id:
            lines = tuple(_pillar_lines(outcome, pillar, scored.topics))
            return _detail(outcome, scored, (pillar.name,), lines)
        for topic, part in zip(pillar.topics, scored.topics, strict=True):
            if key == part.id:
                lines = tuple(_question(outcome, question) for question in topic.questions)
                return _detail(outcome, part, (pillar.name, topic.name), lines)
    return None


def topic_of(outcome: Outcome, question: str) -> str:
    """Return the key of the topic that a question stands in."""
    found = outcome.assessment.questionnaire.walk()
    return next((f"{p.id}.{t.id}" for p, t, q in found if q.id == question), "")


def part_of(outcome: Outcome, key: str) -> Part | None:
    """Return the figures of a pillar or topic."""
    parts = (part for pillar in outcome.score.pillars for part in (pillar, *pillar.topics))
    return next((part for part in parts if part.id == key), None)


def _detail(outcome: Outcome, part: Part, trail: tuple[str, ...], lines: tuple[Line, ...]) -> PartDetail:
    return PartDetail(
        key=part.id,
        trail=trail,
        heading=_heading(outcome, part),
        note=_note(outcome, part),
        why="Why no score" if part.displayed is None else f"Why {part.displayed}",
        lines=lines,
    )


def _heading(outcome: Outcome, part: Part) -> str:
    step = outcome.growth.target_step
    if part.displayed is None or part.score is None:
        return f"{part.name}: {_missing(part)}"
    stands = f"{part.name} stands at {part.displayed}, {part.label}"
    if part.needed is None:
        return stands
    short = half_up(part.needed - part.score)
    if short > 0:
        return f"{stands}: {short} short of its mark for {step}×"
    return f"{stands}: at or past its mark for {step}×"


def _missing(part: Part) -> str:
    return {
        "not asked": "not asked yet",
        "too few": "too few answered for a figure",
        "unknown": "too much unknown for a figure",
    }.get(shown_of(part), shown_of(part))


def _note(outcome: Outcome, part: Part) -> str:
    share = sum(outcome.score.shares.get(question.id, 0.0) for question in _questions(outcome, part.id))
    gates = [q for q in _questions(outcome, part.id) if _asked_gate(outcome, q)]
    opened = sum(q.id in outcome.growth.open_gates for q in gates)
    step = outcome.growth.target_step
    mark = "" if part.needed is None else f"mark {half_up(part.needed)}"
    plausible = say.spread(part.range)
    parts = (
        f"plausible range {plausible}" if plausible else "",
        mark,
        f"{opened} of {say.counted(len(gates), 'gate')} open for {step}×" if gates else "",
        f"{percent(share)} of the whole score" if share else "",
    )
    return ", ".join(one for one in parts if one)


def _questions(outcome: Outcome, key: str) -> Iterator[Question]:
    for pillar, topic, question in outcome.assessment.questionnaire.walk():
        if key in {pillar.id, f"{pillar.id}.{topic.id}"}:
            yield question


def _pillar_lines(outcome: Outcome, pillar: Pillar, parts: tuple[Part, ...]) -> Iterator[Line]:
    for topic, part in zip(pillar.topics, parts, strict=True):
        yield TopicLine(key=part.id, name=topic.name, words=_topic_words(outcome, topic, part))
        for question in topic.questions:
            yield _question(outcome, question)


def _topic_words(outcome: Outcome, topic: Topic, part: Part) -> str:
    share = sum(outcome.score.shares.get(question.id, 0.0) for question in topic.questions)
    shown = shown_of(part) if part.displayed is None else f"{part.displayed}, {part.label}"
    mark = "" if part.needed is None else f", mark {half_up(part.needed)}"
    return f"{shown}{mark}, {percent(share)} of the score" if share else f"{shown}{mark}"


def _question(outcome: Outcome, question: Question) -> QuestionLine:
    fact = outcome.counted[question.id]
    share = outcome.score.shares.get(question.id)
    level = fact.level
    return QuestionLine(
        key=question.id,
        prompt=question.prompt,
        level=level,
        answer=_NAMED[fact.state] if level is None else LEVEL_NAMES[level],
        anchor=_anchor(fact) if level is None else question.levels[level],
        sure=_sure(fact),
        share=percent(share) if share is not None else "–",
        adds=points(share * 25 * (level or 0)) if share is not None else "–",
        gate=_gate(outcome, question, fact),
        is_open_gate=question.id in outcome.growth.open_gates,
        is_passed_gate=_asked_gate(outcome, question) and question.id not in outcome.growth.open_gates,
    )


def _anchor(fact: Counted) -> str:
    if fact.state == "unknown":
        return "Counts as 0 until someone looks."
    return fact.reason if fact.state == "not_applicable" else "Left out until it is asked."


def _sure(fact: Counted) -> str:
    if fact.level is None:
        return ""
    parts: list[str] = ["a guess" if fact.sureness == "guess" else fact.sureness]
    if doubt(fact):
        parts.append(f"counts as {fact.effective} for growth")
    if fact.provisional:
        parts.append("not agreed")
    elif fact.undiscussed:
        parts.append("one side’s answer")
    return ", ".join(parts)


def _gate(outcome: Outcome, question: Question, fact: Counted) -> str:
    if not question.gate:
        return ""
    if fact.state == "not_applicable":
        return "does not apply"
    step = outcome.growth.target_step
    required = requirement(step, question.hurts_at)
    if required is None or not question.weight:
        return f"gate of {question.hurts_at}×"
    if question.id in outcome.growth.open_gates:
        return f"open: {step}× asks {required}"
    return f"passed: {step}× asks {required}"


def _asked_gate(outcome: Outcome, question: Question) -> bool:
    return question.id in outcome.growth.step(outcome.growth.target_step).gates


def percent(share: float) -> str:
    """Return a share as “1.7 %”."""
    return f"{points(100 * share)} %"


def points(value: float) -> str:
    """Return points with one decimal, half up, once."""
    tenths = half_up(10 * value)
    return f"{tenths // 10}.{tenths % 10}"
