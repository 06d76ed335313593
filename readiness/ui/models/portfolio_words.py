"""What the Portfolio says, in words; pure, so that the words can be tested alone."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from readiness.ui.days import shown_day
from readiness.ui.models.home_rows import GrowthFacts, growth_words, practice_words
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.shared_spots import SharedSpot, SharedSpots
from readiness.ui.widgets.spread_bars import SpreadBars, SpreadRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.services.portfolio import Portfolio, Standing

MOST_SPOTS: Final = 4
"""Rows under each heading of what is shared: what is further down is not shared by many."""


@dataclass(frozen=True, slots=True)
class Due:
    """What a system is due for; ``is_soon`` where somebody has to do something in this quarter."""

    words: str
    is_soon: bool


def finding(found: "Portfolio") -> str:
    """Return how many systems fall short of their target."""
    spread = found.spread
    if not found.systems and not spread.judged:
        return _tr("No systems yet")
    if not spread.judged:
        return _tr("No system has a growth step yet")
    return _alone(found) if spread.judged == 1 else _several(spread.short, spread.judged)


def note(found: "Portfolio") -> str:
    """Return what the finding leaves out."""
    parts = []
    if found.spread.unjudged:
        parts.append(_tr("{0} not judged").format(found.spread.unjudged))
    if found.stale:
        parts.append(_tr("{0} from an earlier quarter").format(found.stale))
    return ", ".join(parts)


def spread_bars(found: "Portfolio") -> SpreadBars:
    """Return the systems by growth step."""
    spread = found.spread
    rows = tuple(
        SpreadRow(
            name=f"{step.step}×", met=step.met, short=step.short, words=_step_words(step.met, step.short)
        )
        for step in spread.steps
    )
    if spread.unjudged:
        words = _tr("not judged")
        rows += (SpreadRow(name=_tr("None"), unjudged=spread.unjudged, words=words),)
    return SpreadBars(rows=rows, finding=_spread_finding(found))


def shared(found: "Portfolio", kind: str) -> SharedSpots:
    """Return the gates open, or the topics weak, in most systems."""
    spots = [spot for spot in found.spots if spot.key.kind == kind]
    rows = tuple(
        SharedSpot(
            key=spot.key.id,
            title=spot.key.id if kind == "gate" else spot.name,
            detail=spot.name if kind == "gate" else spot.pillar,
            count=spot.count,
            of=found.known,
            words=spot_words(kind, spot.key.id if kind == "gate" else spot.name, spot.count, found.known),
        )
        for spot in spots[:MOST_SPOTS]
    )
    return SharedSpots(rows=rows, finding=_shared_finding(rows, kind, found.known))


def spot_words(kind: str, name: str, count: int, of: int) -> str:
    """Return “DAT-04 is open in 11 of 24”, “Caching is exposed in 9 of 24”."""
    if kind == "gate":
        return _tr("{0} is open in {1} of {2}").format(name, count, of)
    return _tr("{0} is exposed in {1} of {2}").format(name, count, of)


def growth(standing: "Standing") -> GrowthFacts | None:
    """Return the three facts of growth of a row; none where nothing was sealed."""
    line = standing.line
    if line.assessment_id is None:
        return None
    return GrowthFacts(
        practice=line.practice_ceiling,
        tested=line.tested_ceiling,
        limit=line.first_limit,
        target=line.target_factor or 10.0,
        is_quick=line.scope == "quick",
        breaks_first="",
    )


def due(standing: "Standing", found: "Portfolio", today: date) -> Due:
    """Return what a system is due for next, in this quarter or the one after."""
    line = standing.line
    day = shown_day(date.fromisoformat(line.due), today) if _is_day(line.due) else ""
    if line.left_because:
        return Due(_tr("left the round"), is_soon=False)
    if line.under_way is not None:
        return Due(_tr("In progress, {0}").format(day) if day else _tr("In progress"), is_soon=True)
    if standing.is_stale or line.assessment_id is None:
        return Due(day or shown_quarter(found.quarter), is_soon=True)
    return Due(shown_quarter(found.quarter.plus(1)), is_soon=False)


def tags(standing: "Standing") -> tuple[str, ...]:
    """Return what has to be known before a row is held against another."""
    told = []
    if standing.is_stale and standing.line.period:
        told.append(_short_quarter(standing.line.period))
    if standing.difference == "quick":
        told.append(_tr("Quick check"))
    elif standing.difference == "version":
        told.append(_tr("Other questions"))
    return tuple(told)


def tag_words(standing: "Standing") -> str:
    """Return the tags as sentences, for who cannot see them or wants to know more."""
    told = []
    if standing.is_stale and standing.line.period:
        told.append(_tr("last assessed in {0}").format(shown_quarter(standing.line.period)))
    if standing.difference == "quick":
        told.append(_tr("a quick check, not to be held against the others"))
    elif standing.difference == "version":
        told.append(
            _tr("asked with {0} {1}, not to be held against the others").format(
                standing.line.questionnaire, standing.line.version
            )
        )
    return ", ".join(told)


def row_sentence(standing: "Standing", found: "Portfolio", today: date) -> str:
    """Return a row in words."""
    line, facts = standing.line, growth(standing)
    pillars = [
        f"{pillar.name} {pillar_words(standing, pillar.id)}"
        for pillar in found.pillars
        if line.assessment_id is not None
    ]
    parts = [
        line.name,
        line.team,
        tag_words(standing),
        *((practice_words(facts), *growth_words(facts)) if facts else (_tr("not assessed yet"),)),
        *pillars,
        due(standing, found, today).words,
    ]
    return ", ".join(part for part in parts if part)


def matching(rows: "Sequence[Standing]", text: str) -> "tuple[Standing, ...]":
    """Return the rows whose system or team holds every word of the text."""
    words = text.casefold().split()
    return tuple(
        row for row in rows if all(word in f"{row.line.name} {row.line.team}".casefold() for word in words)
    )


def count(found: "Portfolio", rows: "Sequence[Standing]") -> str:
    """Return how many systems are shown."""
    if len(rows) != len(found.systems):
        return _tr("{0} of {1} systems").format(len(rows), found.total)
    return _tr("1 system") if found.total == 1 else _tr("{0} systems").format(found.total)


def only(found: "Portfolio") -> str:
    """Return what the table was narrowed to; empty for nothing."""
    key = found.asked.spot
    if key is None:
        return ""
    if key.kind == "gate":
        return _tr("Only where {0} is open").format(key.id)
    name = next((spot.name for spot in found.spots if spot.key == key), key.id)
    return _tr("Only where {0} is exposed").format(name)


def nothing_found(text: str) -> str:
    """Return why no row is shown."""
    if text.strip():
        return _tr("No system or team of this quarter is called “{0}”.").format(text.strip())
    return _tr("Nothing matches what the table is narrowed to.")


def pillar_words(standing: "Standing", pillar: str) -> str:
    """Return the score of a pillar, “none” where it was not asked, “unknown” where too little is known."""
    if pillar not in standing.pillars:
        return _tr("none") if standing.line.assessment_id is not None else ""
    score = standing.pillars[pillar]
    return _tr("unknown") if score is None else str(score)


def _alone(found: "Portfolio") -> str:
    one = next((one for one in found.systems if one.stand is not None), None)
    name = one.line.name if one else _tr("1 system")
    if found.spread.short:
        return _tr("{0} falls short of its target").format(name)
    return _tr("{0} carries its target").format(name)


def _several(short: int, judged: int) -> str:
    if not short:
        return _tr("All {0} systems carry their target").format(judged)
    if short == judged:
        return _tr("All {0} systems fall short of their target").format(judged)
    if short == 1:
        return _tr("1 of {0} systems falls short of its target").format(judged)
    return _tr("{0} of {1} systems fall short of their target").format(short, judged)


def _step_words(met: int, short: int) -> str:
    if met and short:
        return _tr("{0} short, {1} at target").format(short, met)
    if short:
        return _tr("short of target")
    return _tr("at target") if met else ""


def _spread_finding(found: "Portfolio") -> str:
    most = max(found.spread.steps, key=lambda step: step.count, default=None)
    if most is None or not most.count:
        return _tr("Nobody has a growth step yet")
    if found.spread.judged == 1:
        return _tr("Practices support {0}×").format(most.step)
    return _tr("{0} of {1} stand at {2}×").format(most.count, found.spread.judged, most.step)


def _shared_finding(rows: tuple[SharedSpot, ...], kind: str, known: int) -> str:
    if not known:
        return _tr("Open gates") if kind == "gate" else _tr("Weak topics")
    if not rows:
        return _tr("No gate is open anywhere") if kind == "gate" else _tr("No topic is exposed anywhere")
    return rows[0].words


def _short_quarter(period: str) -> str:
    """Return “Q2”: the year stands in the tooltip and the sentence."""
    return period.partition("-")[2]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("Portfolio", text)
