"""The sealed quarters of a system as one line, in words that page and screen share (domain §4.5)."""

from itertools import pairwise
from typing import Final

from readiness.domain.comparison import Comparison
from readiness.domain.trend import Break, Trend, TrendPoint
from readiness.reports import change_sentences as told
from readiness.reports import sentences as say

BREAKS: Final[dict[Break, str]] = {
    "version": "new version",
    "major": "new questionnaire",
    "scope": "other scope",
    "target": "other target",
    "lineage": "other questionnaire",
    "nothing_matched": "nothing in common",
}
_GOES_ON: Final = frozenset({"version"})


def begins_anew(point: TrendPoint) -> bool:
    """Say whether the line does not go on from the quarter before."""
    return point.broken is not None and point.broken not in _GOES_ON


def step(found: Comparison | None) -> str:
    """Return what one step did: “+2.9 clear”."""
    if found is None or found.like_for_like is None or found.noise is None:
        return ""
    return f"{told.points(found.like_for_like)} {told.VERDICT_WORDS[found.noise.verdict]}"


def finding(trend: Trend) -> str:
    """Return what the steps say, and nothing of their sum: errors add up along a chain."""
    steps = [
        point.step
        for point in trend.points
        if point.broken in {None, "version"} and point.step is not None and point.step.noise is not None
    ]
    said = [step for step in steps if step.noise is not None and step.noise.may_be_said]
    rose = sum((step.like_for_like or 0.0) > 0 for step in said)
    if not steps:
        return "No two quarters in a row compare yet"
    of = f"{say.in_words(len(steps))} step{'' if len(steps) == 1 else 's'}"
    if not said:
        return f"No clear change in {of}"
    fell = len(said) - rose
    verbs = (f"{say.in_words(rose)} of {of} rose", f"{say.in_words(fell)} fell")
    if not rose or not fell:
        moved = verbs[0] if rose else f"{say.in_words(fell)} of {of} fell"
        return f"{say.capital(moved)} beyond the noise"
    return f"{say.capital(' and '.join(verbs))} beyond the noise"


def note(trend: Trend, *, like_for_like: bool) -> str:
    """Return what is drawn, and how often the line begins anew."""
    core = "; the core questionnaire alone" if trend.is_core else ""
    if not like_for_like:
        return f"Scores as reported, whatever was asked{core}"
    anew = sum(point.segment != before.segment for before, point in pairwise(trend.points))
    breaks = f"; it begins anew {_times(anew)}" if anew else ""
    return f"Line: same questions, step by step{breaks}{core}. Dots: as reported"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{say.in_words(number)} times"
