"""What people wrote beside the answers → lines that say it whole, where other pages have room for a part."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from readiness.domain.lanes import USUAL
from readiness.domain.outcome import Outcome
from readiness.domain.promises import Decision, PlannedAction
from readiness.reports.background import Background

Line = tuple[str, str]
"""A label and a text."""

_WORDS: Final = ("consequence.", "ask.")
"""Sentences of one’s own that stand where there is room for a few lines; headings are printed whole."""


def written(outcome: Outcome, background: Background, *, names: bool) -> tuple[Line, ...]:
    """Return decisions, actions, accepted risks, open facts and words; owners, notes with ``names``."""
    return tuple((label, text) for label, text in _lines(outcome, background, names=names) if text.strip())


def _lines(outcome: Outcome, background: Background, *, names: bool) -> Iterator[Line]:
    given = outcome.assessment
    if names and given.lanes != USUAL:
        yield "The two sides", f"{given.lanes.called('product')} and {given.lanes.called('engineering')}"
    yield from chain.from_iterable(_decision(number, one) for number, one in enumerate(given.decisions, 1))
    for action in given.actions:
        yield from _action(action, names=names)
    for risk in given.accepted:
        yield f"Accepted, {risk.question}", f"until {risk.expires} by {risk.role}: {risk.reason}"
    for fact in given.facts:
        yield f"To find out, {fact.question}", fact.text
        yield "Found", fact.note if names else ""
    for key, text in background.words.items():
        if key.startswith(_WORDS):
            yield f"In own words, {_subject(key)}", text


def _decision(number: int, one: Decision) -> Iterator[Line]:
    when = f" by {one.due}" if one.verdict == "open" and one.due else f" {one.at}" if one.at else ""
    yield f"Decision {number}, {one.verdict}{when}", one.text
    yield "Why", one.reason


def _action(action: PlannedAction, *, names: bool) -> Iterator[Line]:
    yield f"Action {action.id}", action.title
    if names:
        yield "Owner", action.owner
        yield "Note", action.note


def _subject(key: str) -> str:
    kind, _, subject = key.partition(".")
    return "the ask" if kind == "ask" else subject
