"""Two sealed quarters → what Compare says of them; pure, in the words of the report.

Gates, evidence and promises come first, the score second; nothing “rose” unless that is at least probable.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from readiness.domain.changes import Change, QuestionChange
from readiness.domain.comparison import Comparison
from readiness.domain.noise import NoiseVerdict
from readiness.reports import change_sentences as told
from readiness.reports import change_words as words
from readiness.reports import sentences as say
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.bridge_chart import Bridge, BridgeBar
from readiness.ui.widgets.change_list import ChangeRow

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.domain.outcome import Outcome

VERDICTS: Final[tuple[tuple[NoiseVerdict, str], ...]] = (
    ("noise", "within noise"),
    ("probable", "probable"),
    ("clear", "clear"),
)
_LISTS: Final[tuple[tuple[str, tuple[Change, ...], str], ...]] = (
    ("Up", ("up",), "No question stands higher."),
    ("Down", ("down",), "No question stands lower."),
    ("New or now known", ("new", "now_known"), "No question is new."),
    (
        "Not compared any more",
        ("retired", "now_unknown", "now_not_applicable"),
        "Every question is there still.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthFact:
    """One of the three facts of growth, before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowList:
    """Rows under a heading, and what stands there without any."""

    heading: str
    rows: tuple[ChangeRow, ...]
    nothing: str = ""


def headline(found: Comparison, promises: str = "") -> str:
    """Return what a quarter is judged by first: gates, evidence, promises."""
    return " ".join(part for part in (f"{_gates(found)}.", f"{_evidence(found)}.", promises) if part)


def pair_words(found: Comparison) -> str:
    """Return which quarters are held against each other, and how much was asked again."""
    since, now = quarter(found.before), quarter(found.after)
    return f"{since} to {now}: {told.counts(found)}; {told.as_reported(found)}"


def quarter(assessment: "Assessment") -> str:
    """Return the quarter of an assessment, as it stands on the screen."""
    return shown_quarter(assessment.period, assessment.revision)


def bridge(found: Comparison) -> Bridge | None:
    """Return the bridge between the two scores; none where they do not compare."""
    before, after = found.as_reported.before, found.as_reported.after
    if not found.bridge or before is None or after is None:
        return None
    ends = list(accumulate((step.delta for step in found.bridge), initial=before))
    bars = tuple(
        BridgeBar(
            name=words.STEP_NAMES[step.step],
            note=words.step_note(step, found),
            words=told.points(step.delta),
            start=start,
            end=start + step.delta,
            is_team=step.step == "answers",
            is_noise=found.noise is not None and not found.noise.may_be_said,
        )
        for step, start in zip(found.bridge, ends, strict=False)
        if step.step == "answers" or words.counts(step)
    )
    return Bridge(
        before=before,
        after=after,
        before_name=quarter(found.before),
        after_name=quarter(found.after),
        bars=bars,
        table=tuple(_bridge_rows(found, before, after)),
        finding=told.change(found),
    )


def growth(before: "Outcome", after: "Outcome") -> tuple[GrowthFact, ...]:
    """Return practices, first known limit and tested load, before and after."""
    facts = (
        ("Practices support", words.practices(before), words.practices(after)),
        ("First known limit", words.limit(before), words.limit(after)),
        ("Tested to", words.tested(before), words.tested(after)),
    )
    return tuple(GrowthFact(name=name, before=old, after=new) for name, old, new in facts)


def growth_heading(before: "Outcome", after: "Outcome") -> str:
    """Return which growth step the practices support now, and before."""
    old, new = words.practices(before), words.practices(after)
    if new == words.WITHOUT:
        return "No growth step can be named"
    if old == new:
        return f"Practices support {new}, as before"
    was = "no step named before" if old == words.WITHOUT else f"{old} before"
    return f"Practices support {new}, {was}"


def gate_lists(found: Comparison) -> tuple[RowList, RowList, RowList]:
    """Return the gates that closed at any step, those that opened, and those still open at the target’s."""
    closed = tuple(_gate_rows(found, "closed"))
    opened = tuple(_gate_rows(found, "opened"))
    at = told.step_gates(found)
    rows = {row.id: row for row in found.questions}
    still = tuple(
        ChangeRow(
            name=words.prompt(found, id_),
            key=id_,
            note=f"for {at.step}×",
            value=f"at {words.state(rows[id_].after, rows[id_].state_after)}",
        )
        for id_ in at.open_after
    )
    still_open = f"{words.in_words(len(still), 'gate', 'open', 'No gate open')} at {at.step}×"
    reopened = words.in_words(len(opened), "gate", "opened again", "No gate opened again")
    return (
        RowList(heading=words.in_words(len(closed), "gate", "closed", "No gate closed"), rows=closed),
        RowList(heading=reopened, rows=opened),
        RowList(heading=still_open, rows=still),
    )


def drops(found: Comparison) -> RowList:
    """Return every fall of a gate or of a heavy question, which no good news hides."""
    rows = tuple(_row(found, row) for row in found.grave_drops)
    heading = words.in_words(len(rows), "grave drop", "", "No grave drop").rstrip()
    return RowList(heading=heading, rows=rows, nothing="No gate and no question of weight 4 or more fell.")


def change_lists(found: Comparison) -> tuple[RowList, ...]:
    """Return the questions that moved, by what became of them."""
    return tuple(
        RowList(
            heading=heading,
            rows=tuple(_row(found, row) for row in found.questions if row.change in kinds),
            nothing=nothing,
        )
        for heading, kinds, nothing in _LISTS
    )


def measured_differently(found: Comparison) -> tuple[str, tuple[str, ...]]:
    """Return the heading and the lines of what is measured differently."""
    lines = tuple(say.capital(line) for line in told.measuring(found))
    if not lines:
        return "Measured the same way both times", ()
    return f"{say.capital(say.in_words(len(lines)))} things measured differently".replace(
        "One things", "One thing"
    ), lines


def _gates(found: Comparison) -> str:
    gates = told.step_gates(found)
    closed = words.in_words(
        len(gates.closed), "gate", f"of {gates.step}× closed", f"No gate of {gates.step}× closed"
    )
    opened = say.in_words(len(gates.opened)) if gates.opened else "none"
    return f"{closed}, {opened} opened again"


def _evidence(found: Comparison) -> str:
    before, after = found.evidence.before, found.evidence.after
    if before == after:
        return f"{after} answers on evidence, as before"
    return f"{after} answers on evidence, {before} before"


def _gate_rows(found: Comparison, what: str) -> Iterator[ChangeRow]:
    for row, step in words.gates_moved(found, what):
        yield ChangeRow(
            name=words.prompt(found, row.id), key=row.id, note=f"for {step}×", value=words.levels(row)
        )


def _row(found: Comparison, row: QuestionChange) -> ChangeRow:
    key = "" if row.change == "retired" else row.id
    return ChangeRow(name=words.prompt(found, row.id), key=key, value=words.levels(row))


def _bridge_rows(found: Comparison, before: float, after: float) -> Iterable[tuple[str, str, str]]:
    yield quarter(found.before), f"{before:.1f}", "as sealed"
    for step in found.bridge:
        yield words.STEP_NAMES[step.step], told.points(step.delta), words.step_note(step, found)
    yield quarter(found.after), f"{after:.1f}", "as sealed"
