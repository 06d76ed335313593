"""The quarters of a system → one line through them (domain §4.5)."""

from typing import Final

from readiness.domain.counting import count
from readiness.domain.growth import ceiling, judge_steps
from readiness.domain.trend import Trend, TrendPoint
from readiness.reports import trend_words
from readiness.reports.change_facts import TrendLine, TrendMark

_LEAST: Final = 2


def trend_line(trend: Trend | None) -> TrendLine | None:
    """Return the line; nothing where there are no two quarters."""
    if trend is None or len(trend.points) < _LEAST:
        return None
    first = trend.points[0].assessment.period
    marks = tuple(_mark(point, first.ordinal) for point in trend.points)
    title = trend_words.finding(trend)
    told = "; ".join(_told(mark) for mark in marks)
    return TrendLine(
        marks=marks,
        title=title,
        note=f"{trend_words.note(trend, like_for_like=True)}.",
        finding=f"{title}. {told}.",
    )


def _mark(point: TrendPoint, first: int) -> TrendMark:
    given = point.assessment
    return TrendMark(
        name=str(given.period),
        at=given.period.ordinal - first,
        value=point.index,
        reported=point.reported,
        segment=point.segment,
        broken=trend_words.BREAKS[point.broken] if point.broken else "",
        ceiling=_ceiling(point),
    )


def _ceiling(point: TrendPoint) -> str:
    """Return the growth step that the practices supported then."""
    given = point.assessment
    if given.scope == "quick" or point.reported is None:
        return ""
    reached = ceiling(judge_steps(given.questionnaire, count(given)))
    return "" if reached is None else f"{reached}×"


def _told(mark: TrendMark) -> str:
    score = "no score" if mark.reported is None else f"{mark.reported:.1f}"
    broken = f", {mark.broken}" if mark.broken else ""
    return f"{mark.name} {score}{broken}"
