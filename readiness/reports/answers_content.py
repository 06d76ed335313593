"""An assessment → every answer with its anchor, reasons, evidence and the notes meant for the report."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.assessment import NOT_ASKED, Answer, Driver
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question, Topic
from readiness.domain.scoring import Part
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.facts import AnswerLine, Answers, PillarAnswers, TopicAnswers
from readiness.reports.options import ReportOptions
from readiness.reports.pillar_content import shown_of
from readiness.reports.standing import asks, called, doubt, meaning
from readiness.reports.written_content import written

_NOTE: Final = (
    "What counts for each question, with what was noted for the report. Weight says how much a question "
    "counts beside the others."
)

_LONG_ID: Final = 10
"""From so many characters an id has no room in its column, and stands in full below."""


def answers(outcome: Outcome, background: Background, options: ReportOptions, seal: str) -> Answers:
    """Say every answer; names and lanes stay out, room notes unless they are let in."""
    step = outcome.growth.target_step
    beside = written(outcome, background, names=options.names_people)
    pairs = zip(outcome.assessment.questionnaire.pillars, outcome.score.pillars, strict=True)
    return Answers(
        title="All answers",
        note=_NOTE,
        frame=(
            *((("Organisation", options.company),) if options.company.strip() else ()),
            *_frame(outcome),
            *((("Seal", seal),) if seal else ()),
        ),
        asks_title=f"{step}× asks",
        pillars=tuple(
            PillarAnswers(
                name=pillar.name,
                shown=shown_of(part),
                topics=tuple(
                    _topic(outcome, topic, figures, options)
                    for topic, figures in zip(pillar.topics, part.topics, strict=True)
                ),
            )
            for pillar, part in pairs
        ),
        written_title="Written beside the answers" if beside else "",
        written=beside,
    )


def _frame(outcome: Outcome) -> Iterator[tuple[str, str]]:
    given = outcome.assessment
    if given.scope_in:
        yield "In scope", given.scope_in
    if given.scope_out:
        yield "Out of scope", given.scope_out
    if given.journeys:
        yield "Critical journeys", "; ".join(f"{i}. {name}" for i, name in enumerate(given.journeys, 1))
    for driver in given.load:
        yield f"Growth: {driver.id}", _driver(driver)
    if given.target and given.target.source:
        yield "Growth target from", given.target.source
    scope = "quick check" if given.scope == "quick" else "full"
    yield "Questionnaire", f"{given.questionnaire.reference}, {scope}"
    roles = tuple(dict.fromkeys(p.role for p in given.participants if p.role))
    if roles:
        yield "In the room", say.capital(say.listed(roles))


def _driver(driver: Driver) -> str:
    peak = f" ({driver.peak})" if driver.peak else ""
    tested = "untested" if driver.tested is None else f"tested to {say.amount(driver.tested)}"
    today, target = say.amount(driver.today), say.amount(driver.target)
    return f"{today} {driver.unit} today{peak}, target {target}, {say.times(driver.factor)}; {tested}"


def _topic(outcome: Outcome, topic: Topic, figures: Part, options: ReportOptions) -> TopicAnswers:
    lines = tuple(_line(outcome, question, options) for question in topic.questions)
    return TopicAnswers(name=topic.name, shown=shown_of(figures), lines=lines)


def _line(outcome: Outcome, question: Question, options: ReportOptions) -> AnswerLine:
    fact = outcome.counted[question.id]
    step = outcome.growth.target_step
    return AnswerLine(
        id=question.id,
        prompt=question.prompt,
        weight=f"{question.weight:g}",
        level=fact.level,
        stands=called(question, fact),
        anchor=meaning(outcome, question),
        asks=asks(question, step).removeprefix(f"{step}× asks ") or "–",
        sureness=fact.sureness if fact.level is not None else "",
        is_gate=question.gate,
        is_guess=fact.level is not None and fact.sureness == "guess",
        is_short=question.id in outcome.growth.shortfalls,
        notes=tuple(_notes(outcome, question, options)),
    )


def _notes(outcome: Outcome, question: Question, options: ReportOptions) -> Iterator[tuple[str, str]]:
    fact = outcome.counted[question.id]
    if len(question.id) > _LONG_ID:
        yield "Id", question.id
    if fact.reason:
        yield "Does not apply", fact.reason
    if doubt(fact):
        yield "Towards growth", f"counts as {fact.effective} until there is evidence"
    if fact.provisional:
        yield "Provisional", "nothing is agreed yet, so the lower side counts"
    answer = outcome.assessment.agreed.get(question.id, NOT_ASKED)
    if answer.carried_from:
        yield "Carried", f"from {answer.carried_from}"
    if options.names_people:
        yield from _said(answer, options)


def _said(answer: Answer, options: ReportOptions) -> Iterator[tuple[str, str]]:
    if answer.because:
        yield "Because", answer.because
    if answer.note and answer.note_for == "report":
        yield "Note", answer.note
    elif answer.note and options.room_notes:
        yield "Note for the room", answer.note
    for entry in answer.evidence:
        yield "Evidence", entry
