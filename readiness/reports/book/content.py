"""An outcome → the book: summary, answers, scores, roadmap, comparison and method, as the report says them.

Notes for the room, hidden answers and the names of people stay out; the answers file has the names.
"""

from collections.abc import Iterator
from dataclasses import replace

from readiness.domain.alignment import Alignment
from readiness.domain.outcome import Outcome
from readiness.reports.background import NOTHING, Background
from readiness.reports.book.answers_sheet import answers_sheet, answers_table
from readiness.reports.book.comparison_sheet import comparison_sheet
from readiness.reports.book.method_sheet import method_sheet
from readiness.reports.book.roadmap_sheet import roadmap_sheet
from readiness.reports.book.scores_sheet import scores_sheet
from readiness.reports.book.summary_sheet import summary_sheet
from readiness.reports.book.values import Book, Sheet
from readiness.reports.content import describe
from readiness.reports.options import PAGES, ReportOptions


def book(outcome: Outcome, options: ReportOptions, background: Background = NOTHING) -> Book:
    """Say everything, whichever pages a report would have; roadmap and comparison where there are any."""
    said = describe(outcome, replace(options, pages=PAGES), background)
    outcome = _shown(outcome, options)
    return Book(
        title=f"{said.system}, {said.period}: {said.title}",
        made_on=said.made_on,
        draft=said.draft,
        sheets=(
            summary_sheet(outcome, said),
            answers_sheet(outcome, said),
            scores_sheet(outcome),
            *_beyond(outcome, background),
            method_sheet(),
        ),
    )


def _beyond(outcome: Outcome, background: Background) -> Iterator[Sheet]:
    """Yield what lies beyond the assessment itself: its plan, and the quarter before."""
    if background.roadmap is not None:
        yield roadmap_sheet(outcome, background.roadmap)
    if background.comparison is not None:
        yield comparison_sheet(background.comparison)


def flat(outcome: Outcome, options: ReportOptions) -> Sheet:
    """Say every answer in one table that can stand under another system's or quarter's."""
    said = describe(outcome, replace(options, pages=("answers",)))
    return answers_table(_shown(outcome, options), said)


def _shown(outcome: Outcome, options: ReportOptions) -> Outcome:
    """Leave out what the sides said each by itself where it may not be told."""
    if options.names_people:
        return outcome
    return replace(
        outcome,
        assessment=replace(outcome.assessment, revealed=False),
        alignment=Alignment(index=None, bias=None, questions=()),
        risks=tuple(risk for risk in outcome.risks if risk.kind != "divergence"),
    )
