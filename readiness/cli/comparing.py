"""``compare``: what really changed between two assessments."""

from argparse import Namespace
from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readiness.cli.finding import finder, resolve_reference
from readiness.cli.terminal import Terminal, visible
from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison
from readiness.exchange.comparisons import comparison_json
from readiness.reports import change_sentences as say
from readiness.services.comparing import compare_assessments

Block = Text | Padding

_SILENT = frozenset({"same", "carried"})
"""Changes that are counted and not listed."""


def run_compare(given: Namespace, terminal: Terminal) -> int:
    """Print the bridge and the changed answers."""
    before, after = (
        resolve_reference(ref, given, terminal).assessment for ref in (given.before, given.after)
    )
    comparison = compare_assessments(before, after, finder(given, terminal))
    if terminal.as_json:
        terminal.print_document(comparison_json(comparison))
        return 0
    terminal.show(*_summary(comparison))
    return 0


def _summary(comparison: Comparison) -> Iterator[Block]:
    yield _text(f"{comparison.before.reference} → {comparison.after.reference}", "dim")
    yield _text(say.headline(comparison), "bold")
    if contrast := say.contrast(comparison):
        yield _text(contrast)
    yield _text(f"{say.as_reported(comparison)}; {say.counts(comparison)}.")
    yield from _bridge(comparison)
    yield from _changes("Falls of a gate, or of weight 4 or more", comparison.grave_drops, comparison)
    listed = tuple(row for row in comparison.questions if row.change not in _SILENT)
    yield from _changes("Changed answers", listed, comparison)
    yield from _measuring(comparison)


def _bridge(comparison: Comparison) -> Iterator[Block]:
    reported = comparison.as_reported
    if not comparison.bridge or reported.before is None or reported.after is None:
        return
    yield _text("\nWhat the change is made of, in points", "bold")
    table = _table("left", "right")
    table.add_row(_text(str(comparison.before.period)), _text(f"{reported.before:.1f}"))
    for step in comparison.bridge:
        table.add_row(_text(say.STEP_WORDS[step.step]), _text(say.points(step.delta)))
    table.add_row(_text(str(comparison.after.period)), _text(f"{reported.after:.1f}"))
    yield Padding(table, (0, 0, 0, 2))


def _changes(title: str, rows: tuple[QuestionChange, ...], comparison: Comparison) -> Iterator[Block]:
    if not rows:
        return
    yield _text(f"\n{title}", "bold")
    table = _table("left", "left", "left", "left")
    for row in rows:
        prompt = _prompt(row, comparison)
        table.add_row(*(_text(cell) for cell in (row.id, _levels(row), say.CHANGE_WORDS[row.change], prompt)))
    yield Padding(table, (0, 0, 0, 2))


def _measuring(comparison: Comparison) -> Iterator[Block]:
    lines = list(say.measuring(comparison))
    if lines:
        yield _text("\nWhat changed in the measuring", "bold")
        yield from (Padding(_text(line), (0, 0, 0, 2)) for line in lines)


def _prompt(row: QuestionChange, comparison: Comparison) -> str:
    for questionnaire in (comparison.after.questionnaire, comparison.before.questionnaire):
        if row.id in questionnaire.by_id:
            return questionnaire.by_id[row.id].prompt
    return ""


def _levels(row: QuestionChange) -> str:
    before = "–" if row.before is None else f"{row.before:g}"
    return f"{before} → {'–' if row.after is None else row.after}"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for place, side in enumerate(columns):
        is_last = place == len(columns) - 1
        table.add_column(justify="right" if side == "right" else "left", overflow="fold", no_wrap=not is_last)
    return table


def _text(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)
