"""The cover: which system, the verdict in two sentences, and the growth step by quarter."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.counting import count
from readiness.domain.growth import ceiling, judge_steps
from readiness.domain.outcome import Outcome
from readiness.reports import plan_sentences as told
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.method_facts import Cover, CoverBar
from readiness.reports.plan_content import shown_quarters

_MOST_BEFORE: Final = 4
_MOST_AFTER: Final = 4


def cover(outcome: Outcome, background: Background, date: str, company: str) -> Cover:
    """Say everything that the cover says."""
    given = outcome.assessment
    bars = tuple(_bars(outcome, background))
    planned = any(bar.is_planned for bar in bars)
    verdict = say.practices(outcome)
    if background.roadmap is not None:
        verdict = f"{verdict} {told.headline(background.roadmap)}"
    return Cover(
        eyebrow=f"{given.questionnaire.title}, {given.period}",
        system=given.system,
        verdict=background.said("cover.verdict", verdict),
        company=company,
        bars=bars if len(bars) > 1 else (),
        bars_title="Growth that practices support, as a multiple of today’s peak",
        bars_note="solid: assessed each quarter; dashed: planned" if planned else "as assessed each quarter",
        finding=f"{'; '.join(_told(bar) for bar in bars)}.",
        by=_by(outcome, date),
    )


def _bars(outcome: Outcome, background: Background) -> Iterator[CoverBar]:
    given = outcome.assessment
    line = background.trend.points if background.trend is not None else ()
    for point in line[-_MOST_BEFORE - 1 : -1]:
        one = point.assessment
        step = None if one.scope == "quick" else ceiling(judge_steps(one.questionnaire, count(one)))
        if step is not None:
            yield CoverBar(name=str(one.period), step=step, shown=f"{step}×", is_planned=False)
    now = outcome.growth.practice_ceiling
    if now is None or say.stage(outcome) not in {"met", "short", "unconfirmed"}:
        return
    yield CoverBar(name=str(given.period), step=now, shown=f"{now}×", is_planned=False, is_now=True)
    quarters = shown_quarters(background.roadmap) if background.roadmap is not None else ()
    for quarter in quarters[:_MOST_AFTER]:
        if quarter.ceiling is not None:
            yield CoverBar(
                name=str(quarter.period), step=quarter.ceiling, shown=f"{quarter.ceiling}×", is_planned=True
            )


def _told(bar: CoverBar) -> str:
    return f"{bar.name} {bar.shown}{' planned' if bar.is_planned else ''}"


def _by(outcome: Outcome, date: str) -> str:
    roles = tuple(dict.fromkeys(p.role for p in outcome.assessment.participants if p.role))
    on = f"Assessed on {date}" if date else "Assessed" if roles else ""
    by = f" by {say.listed(roles)}" if roles else ""
    return f"{on}{by}. For the leadership planning meeting." if on else "For the leadership planning meeting."
