"""Last quarter’s actions and decisions → what Compare says became of them; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.domain.comparison import Comparison
from readiness.domain.promise_check import ActionCheck, PromiseCheck, check_promises
from readiness.domain.promises import Decision, Verdict
from readiness.domain.roadmap import Roadmap
from readiness.reports import change_words as words
from readiness.ui.days import whole_day
from readiness.ui.quarters import shown_quarter
from readiness.ui.step_facts import step_words
from readiness.ui.widgets.change_list import ChangeRow
from readiness.ui.widgets.promise_bar import PromiseShare


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
        heading=words.promises_kept(checked) or f"No action was agreed in {since}",
        note="; ".join(words.promise_notes(checked)) if checked.actions else "",
        sentence=f"{words.promises_kept(checked)}." if checked.actions else "",
        lists=lists if checked.actions else (),
        shares=tuple(PromiseShare(key=one.key, words=one.heading, count=len(one.rows)) for one in lists),
        decisions=tuple(_decisions(found.before.decisions)),
        step=step_words(found, checked, plans),
    )


def _lists(found: Comparison, checked: PromiseCheck) -> Iterator[PromiseList]:
    for key, heading, outcomes, nothing in words.PROMISE_LISTS:
        rows = tuple(_row(found, check) for check in checked.actions if check.outcome in outcomes)
        if rows or nothing:
            yield PromiseList(key=key, heading=heading, rows=rows, nothing=nothing)


def _row(found: Comparison, check: ActionCheck) -> ChangeRow:
    asked = next((row.id for row in check.questions if row.change != "retired"), "")
    return ChangeRow(
        name=words.promise_name(found, check),
        key=asked,
        note=check.action.owner,
        value=words.promise_value(found, check, shown_quarter),
    )


def _decisions(decisions: tuple[Decision, ...]) -> Iterator[DecisionLine]:
    for one in decisions:
        yield DecisionLine(text=one.text, verdict=one.verdict, words=words.decision_words(one, whole_day))
