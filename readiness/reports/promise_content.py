"""Last quarter’s actions and decisions → what became of them (domain §4.5)."""

from typing import cast

from readiness.domain.comparison import Comparison
from readiness.domain.promise_check import check_promises
from readiness.reports import change_words as words
from readiness.reports.change_facts import ChangeLine, PromiseGroup, Promises, ShareKind


def promises(found: Comparison, *, names: bool) -> Promises:
    """Say what became of the older quarter’s actions; owners only where names may be printed."""
    checked = check_promises(found)
    groups = []
    for key, title, outcomes, _ in words.PROMISE_LISTS:
        rows = tuple(
            ChangeLine(
                name=words.promise_name(found, check),
                note=check.action.owner if names else "",
                value=words.promise_value(found, check),
            )
            for check in checked.actions
            if check.outcome in outcomes
        )
        if rows:
            groups.append(PromiseGroup(kind=cast("ShareKind", key), title=title, rows=rows))
    kept = words.promises_kept(checked).replace(" promises kept", " kept")
    return Promises(
        title=f"Promise check: {kept[:1].lower()}{kept[1:]}" if kept else _none(found),
        groups=tuple(groups),
        note="; ".join(words.promise_notes(checked)) if checked.actions else "",
    )


def decisions(found: Comparison) -> tuple[ChangeLine, ...]:
    """Return what leadership was asked in the older quarter, and what it said."""
    return tuple(
        ChangeLine(
            name=decision.text,
            note=". ".join(part for part in (_when(decision.at, decision.due), decision.reason) if part),
            value=words.verdict(decision),
        )
        for decision in found.before.decisions
    )


def _none(found: Comparison) -> str:
    return f"No action was agreed in {found.before.period}"


def _when(at: str, due: str) -> str:
    return at or (f"due {due}" if due else "")
