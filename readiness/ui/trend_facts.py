"""The sealed quarters of a system → one line through them, as Compare shows it; pure.

The line goes on by what really changed; the dots are the scores as they were reported (domain §4.5).
"""

from readiness.domain.assessment import Assessment
from readiness.domain.counting import count
from readiness.domain.scoring import half_up
from readiness.domain.trend import Trend, TrendPoint
from readiness.reports import trend_words
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.trend_chart import TrendLine, TrendMark, TrendSeries


def trend_line(trend: Trend, pair: tuple[int, int], *, like_for_like: bool = True) -> TrendLine:
    """Return the line, or the scores as reported alone, with the chosen pair."""
    marks = tuple(_mark(point, like_for_like=like_for_like) for point in trend.points)
    first = trend.points[0].assessment.period
    return TrendLine(
        marks=marks,
        series=_series(trend, like_for_like=like_for_like),
        gaps=tuple(point.assessment.period.ordinal - first.ordinal for point in trend.points),
        chosen=pair,
        finding=trend_words.finding(trend),
        note=trend_words.note(trend, like_for_like=like_for_like),
        is_like_for_like=like_for_like,
    )


def _mark(point: TrendPoint, *, like_for_like: bool) -> TrendMark:
    value = point.index if like_for_like else point.reported
    return TrendMark(
        name=shown_quarter(point.assessment.period, point.assessment.revision),
        value=value,
        reported=point.reported,
        segment=point.segment if like_for_like else 0,
        broken=trend_words.BREAKS[point.broken] if point.broken else "",
        begins_anew=trend_words.begins_anew(point) and like_for_like,
        known=_known(point.assessment),
        people=len(point.assessment.participants),
        step=trend_words.step(point.step),
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
