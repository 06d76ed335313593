"""What became of gates, limits and promises between two quarters, in words that page and screen share.

Periods are written by ``quarter``: paper has a plain hyphen, the screen one that never breaks.
"""

from collections.abc import Callable, Iterator
from typing import Final

from readiness.domain.bridge import BridgeStep, Step
from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.domain.noise import PROBABLE
from readiness.domain.outcome import Outcome
from readiness.domain.promise_check import ActionCheck, ActionOutcome, PromiseCheck
from readiness.domain.promises import Decision, Verdict
from readiness.domain.scoring import half_up
from readiness.reports import change_sentences as told
from readiness.reports import sentences as say

Quarter = Callable[[object], str]

STEP_NAMES: Final[dict[Step, str]] = {
    "removed": "Questions removed",
    "scope": "Scope",
    "now_known": "Now known",
    "weights": "New weights",
    "answers": "Real answers",
    "added": "New questions",
}
PROMISE_LISTS: Final[tuple[tuple[str, str, tuple[ActionOutcome, ...], str], ...]] = (
    ("moved", "Done and moved", ("moved",), "No finished action moved a question."),
    ("still", "Done and not moved", ("not_moved",), "Every finished action moved something."),
    ("unseen", "Done, not to be seen", ("not_re_asked", "not_comparable", "done"), ""),
    ("slipped", "Slipped", ("slipped",), "Nothing slipped."),
    ("dropped", "Dropped", ("dropped",), "Nothing was dropped."),
    ("later", "Not due yet", ("not_due",), ""),
)
WITHOUT: Final = "–"
_VERDICTS: Final[dict[Verdict, str]] = {
    "open": "not decided",
    "approved": "approved",
    "declined": "declined",
    "deferred": "deferred",
}
_STATES: Final = {"unknown": "don’t know", "not_applicable": "does not apply", "not_asked": "not asked"}
_UNSEEN: Final = {
    "not_re_asked": "not asked again",
    "not_comparable": "not comparable",
    "done": "no question",
}


def noise_words(found: Comparison) -> str:
    """Return in points what is noise and what is clear."""
    noise = found.noise
    if noise is None:
        return ""
    least = told.points(PROBABLE * noise.se).lstrip("+")
    clear = told.points(noise.clear_from).lstrip("+")
    same = say.counted(len(found.matched), "question")
    return f"{same} in both; a change under {least} points is noise, over {clear} is clear."


def without_bridge(found: Comparison) -> str:
    """Return why there is no bridge."""
    if found.before.scope != found.after.scope:
        return "A quick check and a full assessment have no bridge: only the common questions are compared."
    return "No question has a level in both quarters, so there is nothing to build a bridge from."


def counts(step: BridgeStep) -> bool:
    """Say whether a step of the bridge is worth a bar."""
    return half_up(abs(step.delta) * 10) > 0


def step_note(step: BridgeStep, found: Comparison) -> str:
    """Return what a step of the bridge is made of."""
    if step.step == "answers":
        return f"{found.count('up')} up, {found.count('down') or 'none'} down"
    if step.step == "weights":
        changed = sum(one.measure == "weight" for one in found.measuring)
        return f"{changed} changed" if changed else "shared anew" if counts(step) else "none changed"
    return say.counted(len(step.questions), "question")


def in_words(count: int, one: str, done: str, none: str) -> str:
    """Return “Three gates closed”, or what stands for none."""
    if not count:
        return none
    many = "" if count == 1 else "s"
    return f"{say.capital(say.in_words(count))} {one}{many} {done}"


def prompt(found: Comparison, id_: str) -> str:
    """Return what a question asks, in the newer words where it has any."""
    question = found.after.questionnaire.by_id.get(id_) or found.before.questionnaire.by_id[id_]
    return question.prompt


def levels(row: QuestionChange) -> str:
    """Return “1 → 2”, “at 2” for what is new, “was 2” for what retired."""
    before, after = state(row.before, row.state_before), state(row.after, row.state_after)
    if row.change == "new":
        return f"at {after}" if row.after is not None else after
    if row.change == "retired":
        return f"was {before}" if row.before is not None else before
    return f"{before} → {after}"


def state(level: float | None, name: str) -> str:
    """Return a level, or the word of the state that has none."""
    return f"{level:g}" if level is not None else _STATES.get(name, WITHOUT)


def practices(outcome: Outcome) -> str:
    """Return the growth step that the practices support."""
    named = say.stage(outcome) in {"met", "unconfirmed", "short"}
    return f"{outcome.growth.practice_ceiling}×" if named else WITHOUT


def limit(outcome: Outcome) -> str:
    """Return the first known limit."""
    known = outcome.growth.first_known_limit
    return WITHOUT if known is None else say.times(known.factor)


def tested(outcome: Outcome) -> str:
    """Return the load that was tested."""
    factor = outcome.growth.tested_ceiling
    return "untested" if factor is None else say.times(factor)


def gates_moved(found: Comparison, what: str) -> Iterator[tuple[QuestionChange, int]]:
    """Yield the gates that closed or opened, each with the lowest step where it did."""
    rows = {row.id: row for row in found.questions}
    seen: set[str] = set()
    for gates in found.gates:
        for id_ in gates.closed if what == "closed" else gates.opened:
            if id_ not in seen:
                seen.add(id_)
                yield rows[id_], gates.step


def promises_kept(checked: PromiseCheck) -> str:
    """Return “Six of nine promises kept, four moved a level”."""
    due = [check for check in checked.actions if check.outcome != "not_due"]
    if not due:
        return "No promise was due yet" if checked.actions else ""
    kept = sum(check.action.state == "done" for check in due)
    moved = len(checked.of("moved"))
    of = f"{say.in_words(len(due))} promise{'' if len(due) == 1 else 's'}"
    return f"{say.capital(say.in_words(kept) if kept else 'none')} of {of} kept, {_moved(moved)}"


def promise_notes(checked: PromiseCheck) -> Iterator[str]:
    """Yield how much was delivered, and what moved by itself."""
    if checked.promised:
        yield f"{checked.delivered:g} of {say.weeks(checked.promised)} delivered"
    without = len(checked.moved_without)
    if without:
        yield f"{say.counted(without, 'question')} moved without an action"


def promise_name(found: Comparison, check: ActionCheck) -> str:
    """Return what an action is called."""
    known = {**found.before.questionnaire.by_id, **found.after.questionnaire.by_id}
    asked = next((known[id_].prompt for id_ in check.action.questions if id_ in known), check.action.id)
    return check.action.title or asked


def promise_value(found: Comparison, check: ActionCheck, quarter: Quarter = str) -> str:
    """Return what became of an action: “1 → 3”, “to 2026-Q4”, “not asked again”."""
    if check.outcome == "slipped":
        return _slipped(found, check, quarter)
    if check.outcome == "dropped":
        return "" if check.action.owner else "no owner"
    if check.outcome == "not_due":
        return f"for {quarter(check.action.period)}"
    if check.outcome in _UNSEEN:
        return _UNSEEN[check.outcome]
    return _most_moved(check.questions)


def decision_words(decision: Decision, day: Callable[[str], str] = str) -> str:
    """Return what was said to a decision that was asked for, when, and why; ``day`` writes an ISO date."""
    due = f", due {day(decision.due)}" if decision.due else ""
    when = f", {day(decision.at)}" if decision.at else due
    reason = f". {decision.reason}" if decision.reason else ""
    return f"{verdict(decision)}{when}{reason}"


def verdict(decision: Decision) -> str:
    """Return “Approved”, “Not decided”."""
    return say.capital(_VERDICTS[decision.verdict])


def _moved(count: int) -> str:
    return f"{say.in_words(count) if count else 'none'} moved a level"


def _slipped(found: Comparison, check: ActionCheck, quarter: Quarter) -> str:
    """Return the quarter it is now promised for, or how far it is."""
    again = next((one for one in found.after.actions if one.id == check.action.id), None)
    if again is not None and again.period is not None and again.period != check.action.period:
        return f"to {quarter(again.period)}"
    return "under way" if check.action.state == "under_way" else "not begun"


def _most_moved(rows: tuple[QuestionChange, ...]) -> str:
    """Return “1 → 3” of the question that moved most, or “still 2”."""
    known = [row for row in rows if row.before is not None and row.after is not None]
    if not known:
        return "now known"
    most = max(known, key=lambda row: (row.after or 0) - (row.before or 0))
    if most.after == most.before:
        return f"still {most.after}"
    return f"{most.before:g} → {most.after}"
