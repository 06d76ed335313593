"""The sealed quarters of a system → one line through them, as Compare shows it; pure.

The line goes on by what really changed; the dots are the scores as they were reported (domain §4.5).
"""

from itertools import pairwise
from typing import Final

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import Comparison
from readiness.domain.counting import count
from readiness.domain.scoring import half_up
from readiness.domain.trend import Break, Trend, TrendPoint
from readiness.reports import change_sentences as told
from readiness.reports import sentences as say
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.trend_chart import TrendLine, TrendMark, TrendSeries

_BREAKS: Final[dict[Break, str]] = {
    "version": "new version",
    "major": "new questionnaire",
    "scope": "other scope",
    "target": "other target",
    "lineage": "other questionnaire",
    "nothing_matched": "nothing in common",
}
_GOES_ON: Final = frozenset({"version"})


def trend_line(trend: Trend, pair: tuple[int, int], *, like_for_like: bool = True) -> TrendLine:
    """Return the line, or the scores as reported alone, with the chosen pair."""
    marks = tuple(_mark(point, like_for_like=like_for_like) for point in trend.points)
    first = trend.points[0].assessment.period
    return TrendLine(
        marks=marks,
        series=_series(trend, like_for_like=like_for_like),
        gaps=tuple(point.assessment.period.ordinal - first.ordinal for point in trend.points),
        chosen=pair,
        finding=_finding(trend),
        note=_note(trend, like_for_like=like_for_like),
        is_like_for_like=like_for_like,
    )


def _mark(point: TrendPoint, *, like_for_like: bool) -> TrendMark:
    value = point.index if like_for_like else point.reported
    return TrendMark(
        name=shown_quarter(point.assessment.period, point.assessment.revision),
        value=value,
        reported=point.reported,
        segment=point.segment if like_for_like else 0,
        broken=_BREAKS[point.broken] if point.broken else "",
        begins_anew=point.broken is not None and point.broken not in _GOES_ON and like_for_like,
        known=_known(point.assessment),
        people=len(point.assessment.participants),
        step=_step(point.step),
    )


def _series(trend: Trend, *, like_for_like: bool) -> tuple[TrendSeries, ...]:
    """Return the pillars of the last quarter over all of them; of one pillar the whole says everything."""
    last = trend.points[-1].pillars
    if len(last) <= 1:
        return ()
    ends = [one.index if like_for_like else one.reported for one in last.values()]
    weakest = min((end for end in ends if end is not None), default=None)
    found = []
    for (id_, point), end in zip(last.items(), ends, strict=True):
        way = [one.pillars.get(id_) for one in trend.points]
        values = tuple(None if at is None else at.index if like_for_like else at.reported for at in way)
        begins = tuple(at is None or (at.begins and like_for_like) for at in way)
        is_weakest = end is not None and end == weakest
        found.append(TrendSeries(name=point.name, values=values, begins=begins, is_weakest=is_weakest))
    return tuple(found)


def _known(assessment: Assessment) -> int:
    """Return how much in percent of what applies has a level."""
    facts = [fact for fact in count(assessment).values() if fact.state != "not_applicable"]
    levels = sum(fact.state == "level" for fact in facts)
    return half_up(100 * levels / len(facts)) if facts else 0


def _step(found: Comparison | None) -> str:
    if found is None or found.like_for_like is None or found.noise is None:
        return ""
    return f"{told.points(found.like_for_like)} {told.VERDICT_WORDS[found.noise.verdict]}"


def _finding(trend: Trend) -> str:
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


def _note(trend: Trend, *, like_for_like: bool) -> str:
    core = "; the core questionnaire alone" if trend.is_core else ""
    if not like_for_like:
        return f"Scores as reported, whatever was asked{core}"
    anew = sum(point.segment != before.segment for before, point in pairwise(trend.points))
    breaks = f"; it begins anew {_times(anew)}" if anew else ""
    return f"Line: same questions, step by step{breaks}{core}. Dots: as reported"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{say.in_words(number)} times"
