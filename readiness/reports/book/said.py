"""A number of a book as people read it, where the format has no numbers of its own."""

from collections.abc import Callable, Mapping
from typing import Final

from readiness.reports import sentences as say
from readiness.reports.book.values import Figure, Kind

_SAID: Final[Mapping[Kind, Callable[[float], str]]] = {
    "plain": lambda value: f"{value:,.15g}",
    "count": lambda value: f"{value:,.0f}",
    "score": lambda value: f"{value:.1f}",
    "share": lambda value: f"{value:.1%}",
    "times": say.times,
    "step": lambda value: f"{value:g}×",
}


def said(number: Figure) -> str:
    """Return “46.9”, “12.5%”, “1.3×”."""
    return _SAID[number.kind](number.value)
