"""Leadership's decisions → their rows and words; pure."""

from collections.abc import Iterable
from typing import Final

from readiness.domain.promises import Decision, Verdict
from readiness.ui.widgets.change_list import ChangeRow

VERDICTS: Final[dict[Verdict, str]] = {
    "open": "not decided",
    "approved": "approved",
    "declined": "declined",
    "deferred": "deferred",
}


def decision_rows(decisions: Iterable[Decision]) -> tuple[ChangeRow, ...]:
    """Return a row each; its key is its place, from 1."""
    return tuple(
        ChangeRow(name=one.text, key=str(place), value=VERDICTS[one.verdict])
        for place, one in enumerate(decisions, start=1)
    )
