"""What one should know before a report goes out, and why a page has nothing to show; pure."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from readiness.domain.outcome import Outcome
from readiness.domain.report_words import ReportWords
from readiness.reports.alignment_content import views
from readiness.reports.options import Page
from readiness.services.report_choices import ReportChoices

_WIDE = 2


def warnings(outcome: Outcome, choices: ReportChoices, words: ReportWords | None) -> Iterator[str]:
    """Yield one sentence each."""
    score = outcome.score
    if not outcome.assessment.sealed:
        yield _tr("The assessment is still open, so the pages say “Draft”.")
    left, guesses = score.counts.not_asked, score.sureness.guess
    if left:
        many = _tr("{0} questions are not answered yet.").format(left)
        yield _tr("1 question is not answered yet.") if left == 1 else many
    if guesses:
        many = _tr("{0} answers are guesses; page 1 says so.").format(guesses)
        yield _tr("1 answer is a guess; page 1 says so.") if guesses == 1 else many
    apart = sum(abs(gap.gap) >= _WIDE for gap in outcome.alignment.questions)
    if apart:
        many = _tr("{0} questions are still two levels apart.").format(apart)
        yield _tr("1 question is still two levels apart.") if apart == 1 else many
    if choices.room_notes and choices.audience != "leadership":
        yield _tr("Notes of the room are printed.")
    if words is not None and words.edits and not words.is_ready:
        yield _tr("Words were changed, and not both sides have said that it can go.")


def missing_pages(outcome: Outcome, choices: ReportChoices) -> dict[Page, str]:
    """Return why a page that is on has nothing to show."""
    found: dict[Page, str] = {
        "change": _tr("first quarter"),
        "roadmap": _tr("nothing to plan yet"),
        "contents": _tr("needs two parts"),
    }
    if choices.audience == "leadership":
        found["alignment"] = _tr("not for leadership")
    elif views(outcome) == "hidden":
        found["alignment"] = _tr("after the reveal")
    else:
        found["alignment"] = _tr("one view only")
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportWarnings", text)
