"""What ``score`` shows to a person: page 1 of the report, laid out over the terminal's width."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readiness.cli.terminal import visible
from readiness.domain.outcome import Outcome
from readiness.domain.scoring import half_up
from readiness.reports import sentences as say
from readiness.reports.bar_facts import PillarBar
from readiness.reports.facts import Break, Consequence, Summary
from readiness.reports.summary_content import summary

Block = Text | Padding
Row = tuple[str, ...]

_MOST_ROWS: Final = 3
"""Limits, and practices, that are shown of each list."""


def summarise(outcome: Outcome) -> Iterator[Block]:
    """Yield the parts of the summary, from the top."""
    said = summary(outcome)
    yield _text(_title(outcome), style="dim")
    yield _text(said.headline, style="bold")
    yield from _section("Growth, in multiples of today’s peak", _growth_rows(outcome, said))
    yield _text(f"\n{said.score.finding}", style="bold")
    yield _pillars(said)
    yield from _breaks(said)
    yield from _consequences("What we would not see", said.unseen)
    yield from _consequences("What keeps us slow", said.slow)
    yield from _section("Beside the verdict", [(c.title, c.text) for c in said.cautions])
    yield from _section("Gates left out", [tuple(line.split(": ", 1)) for line in said.left_out])
    yield _text(f"\n{' '.join((said.sure.finding, *said.sure.sentences))}")


def _title(outcome: Outcome) -> str:
    assessment = outcome.assessment
    scope = "quick check" if assessment.scope == "quick" else "full questionnaire"
    state = "closed" if assessment.sealed else "open"
    return f"{assessment.reference}  {assessment.questionnaire.reference}, {scope}, {state}"


def _growth_rows(outcome: Outcome, said: Summary) -> Iterator[Row]:
    growth, assessment = outcome.growth, outcome.assessment
    loads = "; ".join(
        f"{say.amount(driver.tested)} {driver.unit}, today’s peak {say.amount(driver.today)}"
        for driver in assessment.load
        if driver.tested is not None
    )
    yield "Tested", _factor(growth.tested_ceiling), loads or "untested"
    limit = growth.first_known_limit
    yield (
        "First known limit",
        _factor(limit.factor if limit else None),
        limit.resource if limit else "none measured",
    )
    practices = growth.practice_ceiling if said.ladder.judged else None
    yield "Practices", _factor(practices), next(iter(said.ladder.next_words), "no step above it")
    yield "Target", _factor(growth.target_factor), say.need(outcome)


def _factor(factor: float | None) -> str:
    return "–" if factor is None else say.times(factor)


def _pillars(said: Summary) -> Block:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("pillar", overflow="fold")
    for heading in ("score", "range", said.pillars.mark_words, "gates open"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in said.pillars.rows:
        table.add_row(*(_text(cell) for cell in _pillar_cells(row)))
    return Padding(table, (0, 0, 0, 2))


def _pillar_cells(row: PillarBar) -> Row:
    drawn = row.bars
    spread = "–" if drawn.low is None or drawn.high is None else f"{half_up(drawn.low)}–{half_up(drawn.high)}"
    mark = "–" if drawn.mark is None else str(half_up(drawn.mark))
    return row.name, row.shown, spread, mark, str(row.gates_open or "")


def _breaks(said: Summary) -> Iterator[Block]:
    if said.nothing_breaks:
        yield _text(f"\n{said.nothing_breaks}")
        return
    limits, failures = said.limits, said.failures
    shown = (*limits[:_MOST_ROWS], *failures[:_MOST_ROWS])
    more = len(limits) + len(failures) - len(shown)
    yield from _section("What breaks first", [_break_cells(row) for row in shown], more)


def _break_cells(row: Break) -> Row:
    return row.factor, "\n".join(part for part in (row.felt, row.what, row.stands) if part)


def _consequences(title: str, rows: Sequence[Consequence]) -> Iterator[Block]:
    shown = [(row.factor, f"{row.felt}\n{row.question}") for row in rows[:_MOST_ROWS]]
    yield from _section(title, shown, len(rows) - len(shown))


def _section(title: str, rows: Iterable[Row], more: int = 0) -> Iterator[Block]:
    cells = list(rows)
    if not cells:
        return
    yield _text(f"\n{title}", style="bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    last = len(cells[0]) - 1
    for column in range(last + 1):
        table.add_column(overflow="fold", no_wrap=column < last)
    for row in cells:
        table.add_row(*(_text(cell) for cell in row))
    yield Padding(table, (0, 0, 0, 2))
    if more:
        yield Padding(_text(f"and {more} more"), (0, 0, 0, 2))


def _text(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)
