"""``plan``: the roadmap and its what-ifs."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readiness.cli.finding import resolve
from readiness.cli.references import find, parse_reference
from readiness.cli.terminal import Terminal, visible
from readiness.domain.actions import Action
from readiness.domain.assessment import Assessment
from readiness.domain.offering import stem
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import half_up
from readiness.domain.what_if import WhatIf
from readiness.errors import InputError, UsageError
from readiness.exchange.plans import plan_json
from readiness.reports import plan_sentences as say
from readiness.services.planning import KeptPlan, kept_plan, plan_assessment

Block = Text | Padding

_MOST_NAMED: Final = 6
"""Actions named for each reason why they are not planned; their number is always said."""


def run_plan(given: Namespace, terminal: Terminal) -> int:
    """Print the roadmap."""
    assessment, kept = _found(given, terminal)
    try:
        roadmap = plan_assessment(assessment, _what_if(given, _agreed(given, assessment, kept)))
    except InputError as error:  # what was typed, not what a file holds
        raise UsageError(error.happened, remedy=error.remedy) from error
    if terminal.as_json:
        terminal.print_document(plan_json(roadmap))
        return 0
    prompts = {question.id: question.prompt for question in assessment.questionnaire.questions}
    terminal.show(*_summary(roadmap, prompts))
    return 0


def _found(given: Namespace, terminal: Terminal) -> tuple[Assessment, KeptPlan | None]:
    """Return what REF names; of the workspace, with what people settled in the window about its plan."""
    named = parse_reference(given.reference)
    if isinstance(named, Path):
        return resolve(given, terminal).assessment, None
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file needs no database

    with opened(given, terminal) as assessing:
        line = find(named, assessing.home())
        return assessing.load(line.id), kept_plan(assessing, line.id)


def _agreed(given: Namespace, assessment: Assessment, kept: KeptPlan | None) -> WhatIf:
    """Return the plan as it was agreed; that of a file has no capacity until it is given."""
    if kept is not None:
        return kept.terms.agreed(assessment, completion=kept.completion)
    if given.capacity is None:
        raise UsageError(
            "A plan of an answers file needs --capacity.", remedy="Say how many person-weeks a quarter has."
        )
    return WhatIf(capacity=tuple(given.capacity))


def _what_if(given: Namespace, agreed: WhatIf) -> WhatIf:
    """Return what is agreed with whatever was typed in its place."""
    only = None if given.only is None else {stem(id_) for id_ in given.only}
    out = {stem(id_) for id_ in given.exclude}
    pins = {
        id_: period
        for id_, period in agreed.pins.items()
        if stem(id_) not in out and (only is None or stem(id_) in only)
    }
    return replace(
        agreed,
        capacity=agreed.capacity if given.capacity is None else tuple(given.capacity),
        mode=given.mode or agreed.mode,
        horizon=given.horizon,
        target=given.target,
        only=tuple(given.only) if given.only is not None else None,
        exclude=tuple(dict.fromkeys((*agreed.exclude, *given.exclude))),
        pins=pins | dict(given.pin),
        efforts={id_: float(weeks) for id_, weeks in given.effort},
        at_once=given.at_once,
        fill=agreed.fill if given.fill is None else given.fill,
    )


def _summary(roadmap: Roadmap, prompts: dict[str, str]) -> Iterator[Block]:
    capacity = ", ".join(f"{weeks:g}" for weeks in roadmap.what_if.capacity)
    yield _text(
        f"{roadmap.system}@{roadmap.period}  {roadmap.mode}, {capacity} person-weeks a quarter", "dim"
    )
    yield _text(say.headline(roadmap), "bold")
    yield _text(say.price(roadmap))
    yield from _quarters(roadmap)
    for quarter in roadmap.quarters:
        yield from _actions(f"{quarter.period}", _begun_in(roadmap, quarter.index), prompts)
    yield from _stages(roadmap)
    yield from _left_out(roadmap)
    yield from _lines(
        "Pins that cannot be kept", [f"{pin.id} in {pin.period}: {pin.why}" for pin in roadmap.infeasible]
    )


def _quarters(roadmap: Roadmap) -> Iterator[Block]:
    if not roadmap.quarters:
        return
    table = _table("quarter", "used", "of", "score", "practices")
    rows = [("today", "", "", roadmap.start.score, roadmap.start.ceiling)]
    rows += [(str(q.period), f"{q.used:g}", f"{q.capacity:g}", q.score, q.ceiling) for q in roadmap.quarters]
    for period, used, capacity, score, ceiling in rows:
        shown = "–" if score is None else str(half_up(score))
        table.add_row(*map(_text, (period, used, capacity, shown, "–" if ceiling is None else f"{ceiling}×")))
    yield _text("")
    yield Padding(table, (0, 0, 0, 2))


def _begun_in(roadmap: Roadmap, index: int) -> tuple[Action, ...]:
    return tuple(action for action in roadmap.in_quarter(index) if action.start == index)


def _actions(title: str, actions: tuple[Action, ...], prompts: dict[str, str]) -> Iterator[Block]:
    if not actions:
        return
    yield _text(f"\n{title}", "bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for justify in ("left", "left", "right", "right"):
        table.add_column(justify="right" if justify == "right" else "left", no_wrap=True)
    table.add_column(overflow="fold")
    for action in actions:
        told = say.what(action, prompts.get(action.question or "", ""))
        behind = say.after(action)
        gain = f"+{action.gain:.1f}" if action.gain else ""
        words = f"{told} ({behind})" if behind else told
        cells = (action.id, say.rise(action), f"{action.price.weeks:g} pw", gain, words)
        table.add_row(*map(_text, cells))
    yield Padding(table, (0, 0, 0, 2))


def _stages(roadmap: Roadmap) -> Iterator[Block]:
    yield from _lines("Growth steps", [say.stage(stage) for stage in roadmap.stages])


def _left_out(roadmap: Roadmap) -> Iterator[Block]:
    lines = []
    for why, undone in say.reasons_left(roadmap):
        named = ", ".join(one.action.id for one in undone[:_MOST_NAMED])
        more = len(undone) - _MOST_NAMED
        lines.append(f"{why}: {named}{f' and {more} more' if more > 0 else ''}")
    yield from _lines(say.left_out(roadmap), lines)


def _lines(title: str, lines: list[str]) -> Iterator[Block]:
    if lines:
        yield _text(f"\n{title}", "bold")
        yield from (Padding(_text(line), (0, 0, 0, 2)) for line in lines)


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        table.add_column(heading, justify="left" if heading == "quarter" else "right")
    return table


def _text(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)
