"""Every question as a row: what counts, what it stands on, what each side said, what it weighs."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.assessment import NOT_ASKED, State
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Lane, Pillar, Question, Reference, Topic
from readiness.reports.book.values import Cell, Column, Row, Sheet, figure, shown_score, yes
from readiness.reports.facts import AnswerLine, ReportContent
from readiness.reports.standing import asked_level

_STATES: Final[dict[State, str]] = {
    "level": "answered",
    "unknown": "unknown",
    "not_applicable": "does not apply",
    "not_asked": "not asked",
}

_PLACE: Final = (
    Column("ID", 10, "id"),
    Column("Pillar", 18, "group"),
    Column("Topic", 22, "group"),
    Column("Question", 44, "name"),
)
_ANSWER: Final = (
    Column("State", 13),
    Column("Level", 8),
    Column("Anchor", 40),
    Column("Confidence", 13),
    Column("Evidence", 36),
    Column("Does not apply because", 30),
    Column("Because", 36),
    Column("Note", 36),
    Column("Carried from", 14),
    Column("Provisional", 13),
    Column("Counts for growth as", 13),
)
_SIDES: Final = (Column("Product", 13), Column("Engineering", 14), Column("Gap", 8))
_WEIGHT: Final = (
    Column("Weight", 10),
    Column("Share of score", 11),
    Column("Gate", 8),
    Column("Hurts at", 10),
    Column("Asked for the target", 12),
    Column("Falls short", 10),
    Column("Effect", 10),
)
_MEANING: Final = (Column("Consequence", 40), Column("Action", 64), Column("References", 34))
_CONTEXT: Final = (
    Column("System", 20),
    Column("Period", 10),
    Column("Revision", 10),
    Column("Questionnaire", 20),
)
_RESULTS: Final = (Column("Topic score", 10), Column("Pillar score", 10), Column("Score", 10))

COLUMNS: Final = (*_PLACE, *_ANSWER, *_SIDES, *_WEIGHT, *_MEANING)


def answers_sheet(outcome: Outcome, said: ReportContent) -> Sheet:
    """Return the sheet of a book."""
    rows = tuple(_row(outcome, *place) for place in _walk(outcome, said))
    return Sheet(name="Answers", layout="records", columns=COLUMNS, rows=rows, kept=1)


def answers_table(outcome: Outcome, said: ReportContent) -> Sheet:
    """Return the same rows between what they belong to and the scores above them."""
    given = outcome.assessment
    context: Row = (
        given.system,
        str(given.period),
        figure(given.revision, "count"),
        given.questionnaire.reference,
    )
    parts = [(topic, pillar) for pillar in outcome.score.pillars for topic in pillar.topics]
    above = {topic.id: (shown_score(topic), shown_score(pillar)) for topic, pillar in parts}
    rows = tuple(
        (
            *context,
            *_row(outcome, pillar, topic, question, line),
            *above[f"{pillar.id}.{topic.id}"],
            shown_score(outcome.score),
        )
        for pillar, topic, question, line in _walk(outcome, said)
    )
    return Sheet(name="Answers", layout="table", columns=(*_CONTEXT, *COLUMNS, *_RESULTS), rows=rows)


def _walk(outcome: Outcome, said: ReportContent) -> Iterator[tuple[Pillar, Topic, Question, AnswerLine]]:
    answers = said.answers
    pillars = () if answers is None else answers.pillars
    lines = (line for pillar in pillars for topic in pillar.topics for line in topic.lines)
    for place, line in zip(outcome.assessment.questionnaire.walk(), lines, strict=True):
        yield *place, line


def _row(outcome: Outcome, pillar: Pillar, topic: Topic, question: Question, line: AnswerLine) -> Row:
    place = (question.id, pillar.name, topic.name, line.prompt)
    return (
        *place,
        *_answer(outcome, question, line),
        *_sides(outcome, question),
        *_weight(outcome, question, line),
        question.consequence,
        question.action,
        "\n".join(_reference(one) for one in question.references),
    )


def _answer(outcome: Outcome, question: Question, line: AnswerLine) -> Iterator[Cell]:
    fact = outcome.counted[question.id]
    yield _STATES[fact.state]
    yield figure(line.level, "count")
    yield line.anchor
    yield line.sureness
    yield _noted(line, "Evidence")
    yield fact.reason
    yield _noted(line, "Because")
    yield _noted(line, "Note")
    yield outcome.assessment.agreed.get(question.id, NOT_ASKED).carried_from
    yield yes(fact.provisional)
    yield figure(fact.effective if fact.state in {"level", "unknown"} else None, "count")


def _noted(line: AnswerLine, label: str) -> str:
    """Return what the report prints under a label; whether it may be printed was decided there."""
    return "\n".join(text for name, text in line.notes if name == label)


def _sides(outcome: Outcome, question: Question) -> Iterator[Cell]:
    yield _side(outcome, "product", question)
    yield _side(outcome, "engineering", question)
    gap = next((gap.gap for gap in outcome.alignment.questions if gap.id == question.id), None)
    yield figure(gap, "count")


def _side(outcome: Outcome, lane: Lane, question: Question) -> Cell:
    """Return what one side said, as a level or a word; nothing while it is hidden."""
    if not outcome.assessment.revealed:
        return None
    answer = outcome.assessment.lane(lane).get(question.id, NOT_ASKED)
    if answer.level is not None:
        return figure(answer.level, "count")
    return None if answer.state == "not_asked" else _STATES[answer.state]


def _weight(outcome: Outcome, question: Question, line: AnswerLine) -> Iterator[Cell]:
    yield figure(question.weight)
    yield figure(outcome.score.shares.get(question.id), "share")
    yield yes(line.is_gate)
    yield figure(question.hurts_at, "step")
    yield figure(asked_level(question, outcome.growth.target_step), "count")
    yield yes(line.is_short)
    yield question.effect


def _reference(one: Reference) -> str:
    edition = f" ({one.edition})" if one.edition else ""
    title = f": {one.title}" if one.title else ""
    return f"{one.framework} {one.id}{edition}{title}"
