"""The sealed quarters of a system → one line through them, as Compare shows it; pure.

The line goes on by what really changed; the dots are the scores as they were reported (domain §4.5).
"""

from readiness.domain.assessment import Assessment
from readiness.domain.counting import count
from readiness.domain.scoring import half_up
from readiness.domain.trend import Trend, TrendPoint
from readiness.reports import trend_words
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.trend_chart import TrendLine, TrendMark


def trend_line(trend: Trend, pair: tuple[int, int], *, like_for_like: bool = True) -> TrendLine:
    """Return the line, or the scores as reported alone, with the chosen pair."""
    marks = tuple(_mark(point, like_for_like=like_for_like) for point in trend.points)
    first = trend.points[0].assessment.period
    return TrendLine(
        marks=marks,
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


def _known(assessment: Assessment) -> int:
    """Return how much in percent of what applies has a level."""
    facts = [fact for fact in count(assessment).values() if fact.state != "not_applicable"]
    levels = sum(fact.state == "level" for fact in facts)
    return half_up(100 * levels / len(facts)) if facts else 0
