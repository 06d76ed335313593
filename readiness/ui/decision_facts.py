"""Leadership's decisions → their rows and words; pure."""

from collections.abc import Iterable
from typing import Final

from readiness.domain.promises import Decision, Verdict
from readiness.reports import sentences as say
from readiness.ui.days import whole_day
from readiness.ui.widgets.change_list import ChangeRow

VERDICTS: Final[dict[Verdict, str]] = {
    "open": "not decided",
    "approved": "approved",
    "declined": "declined",
    "deferred": "deferred",
}


def verdict_words(decision: Decision) -> str:
    """Return “Declined, 2 Oct 2026. Too dear this year.”, or until when it is due."""
    told = VERDICTS[decision.verdict]
    due = f", due {whole_day(decision.due)}" if decision.due else ""
    when = f", {whole_day(decision.at)}" if decision.at else due
    reason = f". {decision.reason}" if decision.reason else ""
    return f"{say.capital(told)}{when}{reason}"


def decision_rows(decisions: Iterable[Decision]) -> tuple[ChangeRow, ...]:
    """Return a row each; its key is its place, from 1."""
    return tuple(
        ChangeRow(name=one.text, key=str(place), value=VERDICTS[one.verdict])
        for place, one in enumerate(decisions, start=1)
    )
