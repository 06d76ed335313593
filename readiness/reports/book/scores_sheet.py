"""The whole, the core, pillars and topics as rows: scores, ranges, marks and what they stand on."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.outcome import Outcome
from readiness.domain.scoring import Counts, Part, Range, Score, Sureness
from readiness.reports.book.values import Cell, Column, Row, Sheet, figure, shown_score, yes
from readiness.reports.pillar_content import gates_in, shown_of

_FIRST: Final = (
    Column("Part", 12, "group"),
    Column("ID", 14, "id"),
    Column("Name", 30, "name"),
    Column("Weight", 10),
    Column("Score", 10),
    Column("Shown as", 14),
    Column("Label", 12),
    Column("Plausible from", 11),
    Column("Plausible to", 11),
)
_LAST: Final = (
    Column("Coverage", 12),
    Column("Levels", 10),
    Column("Unknown", 11),
    Column("Does not apply", 11),
    Column("Not asked", 10),
    Column("Provisional", 13),
    Column("Evidenced", 12),
    Column("Informed", 11),
    Column("Guess", 9),
    Column("Gates open", 10),
    Column("Less than half", 10),
)


def scores_sheet(outcome: Outcome) -> Sheet:
    """Return the sheet; a score that may not be shown has a word in its place."""
    mark = Column(f"Mark for {outcome.growth.target_step}×", 10)
    return Sheet(
        name="Scores",
        layout="table",
        columns=(*_FIRST, mark, *_LAST),
        rows=tuple(_rows(outcome)),
        kept=3,
    )


def _rows(outcome: Outcome) -> Iterator[Row]:
    questionnaire, step = outcome.assessment.questionnaire, outcome.growth.step(outcome.growth.target_step)
    gates = figure(len(outcome.growth.open_gates), "count")
    yield "Whole", None, questionnaire.title, None, *_whole(outcome.score), gates, None
    if outcome.core is not None:
        yield "Core", None, f"{questionnaire.title}, core alone", None, *_whole(outcome.core), None, None
    for pillar in outcome.score.pillars:
        open_here = figure(gates_in(outcome, pillar.id), "count")
        yield "Pillar", pillar.id, pillar.name, *_part(pillar), open_here, None
        for topic in pillar.topics:
            yield "Topic", topic.id, topic.name, *_part(topic), None, yes(topic.id in step.weak_topics)


def _whole(score: Score) -> Iterator[Cell]:
    yield shown_score(score)
    yield "too few" if score.displayed is None else figure(score.displayed, "count")
    yield from _figures(score)


def _part(part: Part) -> Iterator[Cell]:
    yield figure(part.weight)
    yield shown_score(part)
    yield shown_of(part) if part.displayed is None else figure(part.displayed, "count")
    yield from _figures(part)


def _figures(of: Part | Score) -> Iterator[Cell]:
    yield of.label
    yield from _range(of.range)
    yield figure(of.needed, "score")
    yield figure(of.coverage, "share")
    yield from _counts(of.counts)
    yield from _sureness(of.sureness)


def _range(span: Range | None) -> tuple[Cell, Cell]:
    return (None, None) if span is None else (figure(span.low, "score"), figure(span.high, "score"))


def _counts(counts: Counts) -> Iterator[Cell]:
    states = (counts.levels, counts.unknown, counts.not_applicable, counts.not_asked)
    for count in (*states, counts.provisional):
        yield figure(count, "count")


def _sureness(sure: Sureness) -> Iterator[Cell]:
    for count in (sure.evidenced, sure.informed, sure.guess):
        yield figure(count, "count")
