"""What changed since another quarter as rows: the bridge, then every question that stands on either side."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.reports.book.values import Cell, Column, Row, Sheet, figure, yes
from readiness.reports.change_sentences import CHANGE_WORDS, VERDICT_WORDS
from readiness.reports.change_words import STEP_NAMES

_COLUMNS: Final = (
    Column("Part", 14, "group"),
    Column("ID", 14, "id"),
    Column("What", 60, "name"),
    Column("Change", 22),
    Column("From", 10),
    Column("To", 10),
    Column("Points", 10),
    Column("Weight", 10),
    Column("Gate", 8),
    Column("Was", 20),
    Column("Not matched because", 18),
    Column("Asked again", 10),
)
_NOT_HERE: Final[tuple[Cell, ...]] = (None,) * 5


def comparison_sheet(found: Comparison) -> Sheet:
    """Return the sheet; points and levels are unrounded."""
    return Sheet(name="Comparison", layout="records", columns=_COLUMNS, rows=tuple(_rows(found)), kept=3)


def _rows(found: Comparison) -> Iterator[Row]:
    yield from _whole(found)
    for step in found.bridge:
        about = ", ".join(step.questions)
        yield "Bridge", step.step, STEP_NAMES[step.step], about, None, None, _points(step.delta), *_NOT_HERE
    for pillar in found.pillars:
        verdict = "" if pillar.noise is None else VERDICT_WORDS[pillar.noise.verdict]
        change = _points(pillar.like_for_like)
        yield "Pillar", pillar.id, pillar.name, verdict, None, None, change, *_NOT_HERE
    prompts = {
        question.id: question.prompt
        for side in (found.before, found.after)
        for question in side.questionnaire.questions
    }
    for row in found.questions:
        yield _question(row, prompts[row.id])


def _whole(found: Comparison) -> Iterator[Row]:
    reported, noise = found.as_reported, found.noise
    sides = f"{found.before.reference} to {found.after.reference}"
    scores = (figure(reported.before, "score"), figure(reported.after, "score"))
    yield "Whole", None, f"As reported, {sides}", "", *scores, _points(reported.delta), *_NOT_HERE
    verdict = "" if noise is None else VERDICT_WORDS[noise.verdict]
    same = f"Like for like, on {len(found.matched)} questions"
    yield "Whole", None, same, verdict, None, None, _points(found.like_for_like), *_NOT_HERE
    if noise is not None:
        yield "Whole", None, "Standard error of the change", "", None, None, _points(noise.se), *_NOT_HERE


def _question(row: QuestionChange, prompt: str) -> Row:
    return (
        "Question",
        row.id,
        prompt,
        CHANGE_WORDS[row.change],
        figure(row.before),
        figure(row.after),
        None,
        figure(row.weight),
        yes(row.gate),
        ", ".join(id_ for id_ in row.was if id_ != row.id),
        row.cause or "",
        yes(row.re_asked),
    )


def _points(value: float | None) -> Cell:
    return figure(value, "score")
