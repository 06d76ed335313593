"""Last quarter’s actions and decisions → what Compare says became of them; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.domain.promise_check import ActionCheck, ActionOutcome, PromiseCheck, check_promises
from readiness.domain.promises import Decision, Verdict
from readiness.domain.roadmap import Roadmap
from readiness.reports import sentences as say
from readiness.ui.decision_facts import verdict_words
from readiness.ui.quarters import shown_quarter
from readiness.ui.step_facts import step_words
from readiness.ui.widgets.change_list import ChangeRow
from readiness.ui.widgets.promise_bar import PromiseShare

LISTS: Final[tuple[tuple[str, str, tuple[ActionOutcome, ...], str], ...]] = (
    ("moved", "Done and moved", ("moved",), "No finished action moved a question."),
    ("still", "Done and not moved", ("not_moved",), "Every finished action moved something."),
    ("unseen", "Done, not to be seen", ("not_re_asked", "not_comparable", "done"), ""),
    ("slipped", "Slipped", ("slipped",), "Nothing slipped."),
    ("dropped", "Dropped", ("dropped",), "Nothing was dropped."),
    ("later", "Not due yet", ("not_due",), ""),
)
_UNSEEN: Final = {
    "not_re_asked": "not asked again",
    "not_comparable": "not comparable",
    "done": "no question",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseList:
    """What became of some actions; an empty list without words is not shown."""

    key: str
    heading: str
    rows: tuple[ChangeRow, ...]
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision that leadership was asked for."""

    text: str
    verdict: Verdict
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """All that Compare says of promises; ``heading`` alone where nothing was promised."""

    heading: str
    note: str
    sentence: str
    lists: tuple[PromiseList, ...]
    shares: tuple[PromiseShare, ...]
    decisions: tuple[DecisionLine, ...]
    step: str = ""


def promises(found: Comparison, plans: tuple[Roadmap, Roadmap] | None = None) -> Promises:
    """Return what became of the older quarter’s actions, what leadership said in it, what that did.

    ``plans`` are those of the older and of the newer quarter.
    """
    checked = check_promises(found)
    lists = tuple(_lists(found, checked))
    since = shown_quarter(found.before.period, found.before.revision)
    return Promises(
        heading=_heading(checked) or f"No action was agreed in {since}",
        note="; ".join(_notes(checked)) if checked.actions else "",
        sentence=f"{_heading(checked)}." if checked.actions else "",
        lists=lists if checked.actions else (),
        shares=tuple(PromiseShare(key=one.key, words=one.heading, count=len(one.rows)) for one in lists),
        decisions=tuple(_decisions(found.before.decisions)),
        step=step_words(found, checked, plans),
    )


def _heading(checked: PromiseCheck) -> str:
    due = [check for check in checked.actions if check.outcome != "not_due"]
    if not due:
        return "No promise was due yet" if checked.actions else ""
    kept = sum(check.action.state == "done" for check in due)
    moved = len(checked.of("moved"))
    of = f"{say.in_words(len(due))} promise{'' if len(due) == 1 else 's'}"
    return f"{say.capital(say.in_words(kept) if kept else 'none')} of {of} kept, {_moved(moved)}"


def _moved(count: int) -> str:
    return f"{say.in_words(count) if count else 'none'} moved a level"


def _notes(checked: PromiseCheck) -> Iterator[str]:
    if checked.promised:
        yield f"{checked.delivered:g} of {say.weeks(checked.promised)} delivered"
    without = len(checked.moved_without)
    if without:
        yield f"{say.counted(without, 'question')} moved without an action"


def _lists(found: Comparison, checked: PromiseCheck) -> Iterator[PromiseList]:
    for key, heading, outcomes, nothing in LISTS:
        rows = tuple(_row(found, check) for check in checked.actions if check.outcome in outcomes)
        if rows or nothing:
            yield PromiseList(key=key, heading=heading, rows=rows, nothing=nothing)


def _row(found: Comparison, check: ActionCheck) -> ChangeRow:
    asked = next((row.id for row in check.questions if row.change != "retired"), "")
    return ChangeRow(
        name=check.action.title or _prompt(found, check),
        key=asked,
        note=check.action.owner,
        value=_value(found, check),
    )


def _prompt(found: Comparison, check: ActionCheck) -> str:
    known = {**found.before.questionnaire.by_id, **found.after.questionnaire.by_id}
    return next((known[id_].prompt for id_ in check.action.questions if id_ in known), check.action.id)


def _value(found: Comparison, check: ActionCheck) -> str:
    if check.outcome == "slipped":
        return _slipped(found, check)
    if check.outcome == "dropped":
        return "" if check.action.owner else "no owner"
    if check.outcome == "not_due":
        return f"for {shown_quarter(check.action.period)}"
    if check.outcome in _UNSEEN:
        return _UNSEEN[check.outcome]
    return _levels(check.questions)


def _slipped(found: Comparison, check: ActionCheck) -> str:
    """Return the quarter it is now promised for, or how far it is."""
    again = next((one for one in found.after.actions if one.id == check.action.id), None)
    if again is not None and again.period is not None and again.period != check.action.period:
        return f"to {shown_quarter(again.period)}"
    return "under way" if check.action.state == "under_way" else "not begun"


def _levels(rows: tuple[QuestionChange, ...]) -> str:
    """Return “1 → 3” of the question that moved most, or “still 2”."""
    known = [row for row in rows if row.before is not None and row.after is not None]
    if not known:
        return "now known"
    most = max(known, key=lambda row: (row.after or 0) - (row.before or 0))
    if most.after == most.before:
        return f"still {most.after}"
    return f"{most.before:g} → {most.after}"


def _decisions(decisions: tuple[Decision, ...]) -> Iterator[DecisionLine]:
    for one in decisions:
        yield DecisionLine(text=one.text, verdict=one.verdict, words=verdict_words(one))
