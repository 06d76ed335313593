"""What people wrote beside the answers → lines that say it whole, where other pages have room for a part."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.lanes import USUAL
from readiness.domain.outcome import Outcome
from readiness.domain.promises import Decision
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
    for number, decision in enumerate(given.decisions, 1):
        yield f"Decision {number}, {_standing(decision)}", _joined(decision.text, ("Why", decision.reason))
    for action in given.actions:
        people = (("Owner", action.owner), ("Note", action.note)) if names else ()
        yield f"Action {action.id}", _joined(action.title, *people)
    for risk in given.accepted:
        yield f"Accepted, {risk.question}", f"until {risk.expires} by {risk.role}: {risk.reason}"
    for fact in given.facts:
        yield f"To find out, {fact.question}", _joined(fact.text, ("Found", fact.note if names else ""))
    for key, text in background.words.items():
        if key.startswith(_WORDS):
            yield f"In own words, {_subject(key)}", text


def _standing(one: Decision) -> str:
    if one.verdict == "open":
        return f"open, due {one.due}" if one.due else "open"
    return f"{one.verdict} {one.at}".strip()


def _joined(text: str, *more: Line) -> str:
    """Return a text, as it was typed, with what belongs to it, each under its name."""
    told = text
    for name, said in more:
        if said.strip():
            end = "" if told.endswith((".", "!", "?")) else "."
            told = f"{told}{end} {name}: {said}" if told else f"{name}: {said}"
    return told


def _subject(key: str) -> str:
    kind, _, subject = key.partition(".")
    return "the ask" if kind == "ask" else subject
