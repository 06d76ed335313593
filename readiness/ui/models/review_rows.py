"""An assessment → the rows of the table review: pure, so that every cell can be tested without a window."""

from dataclasses import dataclass
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.check_in import is_carried
from readiness.domain.counting import Counted, Side
from readiness.domain.meeting import asks
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question
from readiness.domain.reviewing import Flag, review
from readiness.domain.triage import reasons
from readiness.ui.carried import carried_words
from readiness.ui.quarters import shown_quarter

CellKind = Literal["level", "unknown", "not_applicable", "open", "hidden", "none"]
Why = Literal["failing_gate", "apart", "unknown", "combination", "guess", "no_evidence"]

_TOLD: Final[tuple[tuple[Flag, Why], ...]] = (
    ("failing_gate", "failing_gate"),
    ("apart", "apart"),
    ("unknown", "unknown"),
    ("guess", "guess"),
)
"""What is worth a look; that evidence is missing is told only where nothing else is, that an answer is
carried included."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer as a cell: a level, or the word for what stands in its place."""

    kind: CellKind
    level: int = -1


OPEN: Final = Cell("open")
HIDDEN: Final = Cell("hidden")
NOTHING: Final = Cell("none")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One question. ``sure`` is of the answer that counts; ``apart`` in levels, 0 where nobody differs.

    ``carried`` says that the answer stands from an earlier quarter, ``since``; empty for one of this quarter.
    """

    id: str
    prompt: str
    product: Cell
    engineering: Cell
    agreed: Cell
    sure: str
    why: tuple[Why, ...]
    apart: int
    flags: tuple[Flag, ...]
    comments: int
    reason: str = ""
    carried: str = ""
    since: str = ""


def review_rows(assessment: Assessment, outcome: Outcome) -> tuple[ReviewRow, ...]:
    """Return every question in questionnaire order; a hidden answer shows that it is hidden, nothing else."""
    reviewed = review(assessment, outcome)
    gaps = {gap.id: abs(gap.gap) for gap in outcome.alignment.questions}
    combined = {id_ for id_, why in reasons(assessment, outcome).items() if "combination" in why}
    rows = []
    for question in assessment.questionnaire.questions:
        told, fact = reviewed[question.id], outcome.counted[question.id]
        given = assessment.agreed.get(question.id, NOT_ASKED)
        rows.append(
            ReviewRow(
                id=question.id,
                prompt=question.prompt,
                product=_side(assessment, question, "product"),
                engineering=_side(assessment, question, "engineering"),
                agreed=cell_of(given, OPEN),
                sure=_sure(fact),
                why=_why(told.flags, is_combined=question.id in combined, is_carried=is_carried(given)),
                apart=gaps.get(question.id, 0),
                flags=told.flags,
                comments=told.comments,
                reason=given.not_applicable or "",
                carried=carried_words(given),
                since=shown_quarter(given.carried_from) if is_carried(given) else "",
            )
        )
    return tuple(rows)


def sides_shown(assessment: Assessment) -> tuple[Side, ...]:
    """Return the sides that have a column: those that answer, or nobody where everything is answered live."""
    sides: tuple[Side, ...] = ("product", "engineering")
    answering = tuple(side for side in sides if assessment.lanes.answers(side))
    if not assessment.revealed or assessment.mode == "private":
        return answering
    return tuple(side for side in answering if assessment.visible(side))


def _side(assessment: Assessment, question: Question, side: Side) -> Cell:
    """Return one side's cell; whether a hidden answer was given is hidden too."""
    given = assessment.visible(side).get(question.id, NOT_ASKED)
    if given.state != "not_asked":
        return cell_of(given, NOTHING)
    is_hidden = not assessment.revealed and asks(question, side) is not None
    return HIDDEN if is_hidden else NOTHING


def cell_of(answer: Answer, otherwise: Cell) -> Cell:
    """Return an answer as a cell; one that was not given as ``otherwise``."""
    if answer.level is not None:
        return Cell("level", answer.level)
    kinds = {"unknown": Cell("unknown"), "not_applicable": Cell("not_applicable")}
    return kinds.get(answer.state, otherwise)


def _sure(fact: Counted) -> str:
    return fact.sureness if fact.state == "level" else ""


def _why(flags: tuple[Flag, ...], *, is_combined: bool, is_carried: bool) -> tuple[Why, ...]:
    told: list[Why] = [why for flag, why in _TOLD if flag in flags]
    if is_combined:
        told.insert(next((n for n, why in enumerate(told) if why == "guess"), len(told)), "combination")
    if not told and "no_evidence" in flags and not is_carried:
        told.append("no_evidence")
    return tuple(told)
