"""What Home says of each system, in words and numbers; pure, so that the words can be tested alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.period import Period
from readiness.ui.widgets.numbers import half_up, times

if TYPE_CHECKING:
    from readiness.services.assessing import AssessmentLine, SystemLine

MOST_QUARTERS: Final = 12
"""Quarters in a sparkline; more would not be told apart."""

_ENOUGH: Final = 3 * MOST_QUARTERS
"""Of many assessments the newest say all that a row shows."""

NO_BREAK_HYPHEN: Final = "\u2011"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthFacts:
    """The three facts of growth, apart, and the target they are held against; ``None`` is not known."""

    practice: int | None
    tested: float | None
    limit: float | None
    target: float
    is_quick: bool
    breaks_first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeRow:
    """One system as a row. ``stale`` names the quarter of the figures where it is not the latest one."""

    system_id: int
    name: str
    team: str
    assessment_id: int | None
    is_open: bool
    score: str
    label: str
    band: int | None
    stale: str
    trend: tuple[float | None, ...]
    growth: GrowthFacts | None
    state: str
    detail: str
    asked: int
    total: int
    touched_at: str

    @property
    def sentence(self) -> str:
        """The row in words, for who cannot see it."""
        parts = [
            self.name,
            self.team,
            _score_words(self),
            *growth_words(self.growth),
            practice_words(self.growth) if self.growth else "",
            self.state,
            self.detail,
        ]
        return ", ".join(part for part in parts if part)


def home_rows(systems: "Iterable[SystemLine]", today: Period) -> tuple[HomeRow, ...]:
    """Return the rows of Home, in the order given; archived systems are left out."""
    return tuple(_row(system, today) for system in systems if not system.archived)


def archived_rows(systems: "Iterable[SystemLine]", today: Period) -> tuple[HomeRow, ...]:
    """Return the rows of the archived systems: nothing of them is due, and nothing goes on."""
    rows = (_row(system, today) for system in systems if system.archived)
    return tuple(replace(row, is_open=False, state=_tr("Archived"), detail="") for row in rows)


def matching(rows: Sequence[HomeRow], text: str) -> tuple[HomeRow, ...]:
    """Return the rows whose system or team holds every word of the text."""
    words = text.casefold().split()
    return tuple(row for row in rows if all(word in f"{row.name} {row.team}".casefold() for word in words))


def shared_range(rows: Iterable[HomeRow]) -> tuple[float, float]:
    """Return the one range that all sparklines of a table share."""
    points = [point for row in rows for point in row.trend if point is not None]
    if not points:
        return 0.0, 100.0
    low, high = min(points), max(points)
    spare = max(0.0, (20.0 - (high - low)) / 2)
    return low - spare, high + spare


def quarter(period: str) -> str:
    """Return a quarter as screens show it: it never breaks."""
    return period.replace("-", NO_BREAK_HYPHEN)


def growth_words(growth: GrowthFacts | None) -> tuple[str, ...]:
    """Return the three facts in words, tested first, never merged."""
    if growth is None:
        return ()
    tested = _tr("tested {factor}").format(factor=times(growth.tested)) if growth.tested else _tr("untested")
    limit = (
        _tr("first limit {factor}").format(factor=times(growth.limit))
        if growth.limit
        else _tr("limit not known")
    )
    return tested, limit


def practice_words(growth: GrowthFacts) -> str:
    """Return what the practices support, of what the plan needs."""
    if growth.is_quick:
        return _tr("Orientation only")
    if growth.practice is None:
        return _tr("No step yet")
    return _tr("Practices {step} of {target}").format(
        step=times(growth.practice), target=times(growth.target)
    )


def _row(system: "SystemLine", today: Period) -> HomeRow:
    lines = _newest_revisions(system.assessments[-_ENOUGH:])
    latest = lines[-1] if lines else None
    figures = _with_figures(lines)
    state, detail = _state(latest, today)
    return HomeRow(
        system_id=system.id,
        name=system.name,
        team=system.team,
        assessment_id=latest.id if latest else None,
        is_open=latest is not None and latest.state == "open",
        score=_score(figures, latest),
        label=(figures.label or "") if figures else "",
        band=None if figures is None or figures.displayed is None else min(4, figures.displayed // 20),
        stale=quarter(figures.period) if figures is not None and figures is not latest else "",
        trend=_trend(lines),
        growth=_growth(figures),
        state=state,
        detail=detail,
        asked=latest.asked if latest else 0,
        total=latest.total if latest else 0,
        touched_at=latest.updated_at if latest else "",
    )


def _score(figures: "AssessmentLine | None", latest: "AssessmentLine | None") -> str:
    """Return the score, or the range alone where too little is answered (ruling 2)."""
    if figures is not None:
        return str(figures.displayed)
    if latest is None or not latest.asked or latest.low is None or latest.high is None:
        return "–"
    return f"{half_up(latest.low)}–{half_up(latest.high)}"


def _newest_revisions(lines: "Sequence[AssessmentLine]") -> "list[AssessmentLine]":
    newest = {line.period: line for line in sorted(lines, key=lambda line: (line.period, line.revision))}
    return list(newest.values())


def _with_figures(lines: "Sequence[AssessmentLine]") -> "AssessmentLine | None":
    return next((line for line in reversed(lines) if line.displayed is not None), None)


def _trend(lines: "Sequence[AssessmentLine]") -> tuple[float | None, ...]:
    """Return a score a quarter; a quarter that was not assessed leaves a gap."""
    scored = {Period.parse(line.period).ordinal: line.score for line in lines if line.displayed is not None}
    if not scored:
        return ()
    last = max(scored)
    first = max(min(scored), last - MOST_QUARTERS + 1)
    return tuple(scored.get(ordinal) for ordinal in range(first, last + 1))


def _growth(line: "AssessmentLine | None") -> GrowthFacts | None:
    if line is None:
        return None
    return GrowthFacts(
        practice=line.practice_ceiling,
        tested=line.tested_ceiling,
        limit=line.first_limit,
        target=line.target_factor,
        is_quick=line.scope == "quick",
        breaks_first=line.breaks_first_text,
    )


def _state(line: "AssessmentLine | None", today: Period) -> tuple[str, str]:
    if line is None:
        return _tr("Not assessed yet"), ""
    if line.state == "open":
        if line.asked >= line.total:
            return _tr("In progress"), _tr("all {total} answered").format(total=line.total)
        return _tr("In progress"), _tr("{asked} of {total} answered").format(
            asked=line.asked, total=line.total
        )
    if Period.parse(line.period) < today:
        return _tr("Sealed {quarter}").format(quarter=quarter(line.period)), _tr("{quarter} is due").format(
            quarter=quarter(str(today))
        )
    return _tr("Sealed {quarter}").format(quarter=quarter(line.period)), ""


def _score_words(row: HomeRow) -> str:
    if row.band is None:
        return _tr("no score yet") if row.score == "–" else _tr("plausible {0}").format(row.score)
    score = _tr("score {score}, {label}").format(score=row.score, label=row.label)
    return f"{score} ({row.stale})" if row.stale else score


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
