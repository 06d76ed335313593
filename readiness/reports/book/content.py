"""An outcome → the book: summary, answers, scores and method, in the words and figures of the report.

Notes for the room, hidden answers and the names of people stay out; the answers file has the names.
"""

from dataclasses import replace

from readiness.domain.outcome import Outcome
from readiness.reports.book.answers_sheet import answers_sheet, answers_table
from readiness.reports.book.method_sheet import method_sheet
from readiness.reports.book.scores_sheet import scores_sheet
from readiness.reports.book.summary_sheet import summary_sheet
from readiness.reports.book.values import Book, Sheet
from readiness.reports.content import describe
from readiness.reports.options import PAGES, ReportOptions


def book(outcome: Outcome, options: ReportOptions) -> Book:
    """Say everything, whichever pages a report would have."""
    said = describe(outcome, replace(options, pages=PAGES))
    return Book(
        title=f"{said.system}, {said.period}: {said.title}",
        made_on=said.made_on,
        draft=said.draft,
        sheets=(
            summary_sheet(outcome, said),
            answers_sheet(outcome, said),
            scores_sheet(outcome),
            method_sheet(),
        ),
    )


def flat(outcome: Outcome, options: ReportOptions) -> Sheet:
    """Say every answer in one table that can stand under another system's or quarter's."""
    return answers_table(outcome, describe(outcome, replace(options, pages=("answers",))))
