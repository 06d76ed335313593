"""Portfolio: many systems in one quarter, from what was kept at each seal; nothing is scored here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scoring import LEAST_PILLAR_COVERAGE, half_up
from readiness.domain.spread import Spread, Stand, spread
from readiness.storage import portfolio as kept
from readiness.storage.portfolio import Order, QuarterLine, StandingLine
from readiness.storage.workspace import Workspace

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = ["Asked", "Order", "Portfolio", "QuarterLine", "StandingLine"]

QUARTERS: Final = 4
"""Quarters in a sparkline: a year."""

MOST_PILLARS: Final = 8
"""Columns; more would not be told apart."""

MOST_QUESTIONNAIRES: Final = 8
_WHOLE: Final = 100

Difference = Literal["", "quick", "version"]
"""Why a system cannot be held against the others: a quick check, or other questions."""


BY_NAME: Final = Order()


@dataclass(frozen=True, slots=True)
class SpotKey:
    """A gate or a topic by its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which quarter, whose systems, which of them, in which order, and how many at most.

    ``quarter`` none is the newest in which something was sealed; ``most`` −1 is all.
    """

    quarter: Period | None = None
    team: str | None = None
    order: Order = BY_NAME
    spot: SpotKey | None = None
    most: int = -1


@dataclass(frozen=True, slots=True)
class PillarName:
    """A column of the table."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One system as a row. ``pillars`` holds displayed scores; ``None`` where too little is known."""

    line: StandingLine
    pillars: Mapping[str, int | None]
    trend: tuple[float | None, ...]
    is_stale: bool
    difference: Difference

    @property
    def stand(self) -> Stand | None:
        """Its growth step against its target; none without a full sealed assessment."""
        return stand_of(self.line.practice_ceiling, self.line.target_step, self.line.scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A gate that is open, or a topic that is weak, in ``count`` systems. ``pillar`` is where it belongs."""

    key: SpotKey
    name: str
    pillar: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A quarter over many systems. ``systems`` are sorted, ``spots`` are what most of them share first.

    ``systems`` may be the first few of ``total``; everything else is about all of them.
    """

    asked: Asked
    quarter: Period
    quarters: tuple[QuarterLine, ...]
    teams: tuple[str, ...]
    pillars: tuple[PillarName, ...]
    systems: tuple[Standing, ...]
    total: int
    trend_range: tuple[float, float] | None
    spread: Spread
    spots: tuple[Spot, ...]
    known: int
    stale: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was sealed in the whole workspace."""
        return not self.quarters

    @property
    def is_whole(self) -> bool:
        """Whether every system is among ``systems``."""
        return len(self.systems) >= self.total


def portfolio(workspace: Workspace, asked: Asked, today: Period) -> Portfolio:
    """Return a quarter over the systems of a workspace."""
    with workspace.database.reading() as connection:
        quarters = kept.quarters(connection)
        at = asked.quarter or _newest(quarters) or today
        scope = kept.Scope(at=(at.year, at.quarter), team=asked.team)
        stands = kept.stands(connection, scope)
        counted = kept.spots(connection, scope)
        teams = kept.teams(connection)
        spot = None if asked.spot is None else (asked.spot.kind, asked.spot.id)
        lines = kept.standing(connection, scope, asked.order, spot, asked.most)
        common = _common(stands)
        systems = _standings(connection, lines, at, common)
        first = at.plus(-QUARTERS)
        trend_range = kept.score_range(connection, (first.year, first.quarter), scope.at)
    asked_under = _questionnaires(workspace, stands, common)
    total = sum(line.count for line in stands)
    known = sum(line.count for line in stands if line.scope == "full")
    return Portfolio(
        asked=replace(asked, quarter=at),
        quarter=at,
        quarters=quarters,
        teams=teams,
        pillars=_columns(asked_under),
        systems=systems,
        total=total if asked.spot is None else _count_of(counted, asked.spot),
        trend_range=trend_range,
        spread=_spread(stands),
        spots=_spots(counted, asked_under),
        known=known,
        stale=sum(line.count for line in stands if line.is_stale and line.scope),
    )


def _count_of(counted: Iterable[kept.SpotLine], spot: SpotKey) -> int:
    return next((line.count for line in counted if (line.kind, line.spot) == (spot.kind, spot.id)), 0)


def _spread(stands: Iterable[kept.StandLine]) -> Spread:
    return spread(
        (stand_of(line.practice_ceiling, line.target_step, line.scope), line.count) for line in stands
    )


def stand_of(practice: int | None, target_step: int | None, scope: str | None) -> Stand | None:
    """Return a growth step against its target; none without a full sealed assessment."""
    if practice is None or target_step is None or scope != "full":
        return None
    return Stand(practice, target_step)


def _standings(
    connection: "Connection", lines: Sequence[StandingLine], at: Period, common: tuple[str, str] | None
) -> tuple[Standing, ...]:
    pillars = _pillars(kept.pillars(connection, [one.assessment_id for one in lines if one.assessment_id]))
    first = at.plus(-QUARTERS)
    ids = [line.system_id for line in lines]
    trends = kept.trends(connection, ids, (first.year, first.quarter), (at.year, at.quarter))
    shown = str(at)
    quarters = [(one.year, one.quarter) for one in (at.plus(back) for back in range(1 - QUARTERS, 1))]
    return tuple(
        Standing(
            line=line,
            pillars=pillars.get(line.assessment_id or 0, {}),
            trend=tuple(map(trends.get(line.system_id, {}).get, quarters)),
            is_stale=line.period is not None and line.period != shown,
            difference=_difference(line, common),
        )
        for line in lines
    )


def _newest(quarters: Sequence[QuarterLine]) -> Period | None:
    return Period(quarters[0].year, quarters[0].quarter) if quarters else None


def _pillars(
    rows: Iterable[tuple[int, str, float | None, float | None]],
) -> dict[int, dict[str, int | None]]:
    found: dict[int, dict[str, int | None]] = {}
    for assessment_id, pillar, score, coverage in rows:
        covered = (coverage or 0.0) >= LEAST_PILLAR_COVERAGE
        shown = _shown(score) if covered and score is not None else None
        found.setdefault(assessment_id, {})[pillar] = shown
    return found


def _shown(score: float) -> int:
    """Round a score as scoring does: 100 only where everything is proven."""
    return _WHOLE if score >= _WHOLE else min(_WHOLE - 1, half_up(score))


def _common(stands: Iterable[kept.StandLine]) -> tuple[str, str] | None:
    """Return name and major version of the questions that most systems were asked."""
    asked: Counter[tuple[str, str]] = Counter()
    for line in stands:
        if line.questionnaire is not None and line.scope == "full":
            asked[line.questionnaire, _major(line.version)] += line.count
    return None if not asked else max(asked, key=lambda key: (asked[key], key[1]))


def _major(version: str | None) -> str:
    return (version or "").partition(".")[0]


def _difference(line: StandingLine | kept.StandLine, common: tuple[str, str] | None) -> Difference:
    if line.scope == "quick":
        return "quick"
    if line.questionnaire is None or common is None:
        return ""
    return "" if (line.questionnaire, _major(line.version)) == common else "version"


def _questionnaires(
    workspace: Workspace, stands: Iterable[kept.StandLine], common: tuple[str, str] | None
) -> tuple[Questionnaire, ...]:
    """Return the questionnaires behind the rows, those that can be compared first, most used first."""
    uses: Counter[tuple[bool, str, str]] = Counter()
    example: dict[tuple[bool, str, str], int] = {}
    for line in stands:
        if line.example is not None:
            key = (bool(_difference(line, common)), line.questionnaire or "", line.version or "")
            uses[key] += line.count
            example[key] = line.example
    ordered = sorted(uses, key=lambda key: (key[0], -uses[key], key))[:MOST_QUESTIONNAIRES]
    return tuple(workspace.questionnaire_of(example[key])[0] for key in ordered)


def _columns(asked_under: Sequence[Questionnaire]) -> tuple[PillarName, ...]:
    """Return the pillars of the questionnaires; what two have in common is named by the first."""
    names: dict[str, str] = {}
    for questionnaire in asked_under:
        for pillar in questionnaire.pillars:
            names.setdefault(pillar.id, pillar.name)
    return tuple(PillarName(id_, name) for id_, name in names.items())[:MOST_PILLARS]


def _spots(counted: Iterable[kept.SpotLine], asked_under: Sequence[Questionnaire]) -> tuple[Spot, ...]:
    """Name what is shared; the newest wording comes first, and what nobody asks any more is left out."""
    named: dict[SpotKey, tuple[str, str]] = {}
    for questionnaire in asked_under:
        for pillar, topic, question in questionnaire.walk():
            named.setdefault(SpotKey("topic", topic_id(pillar.id, topic.id)), (topic.name, pillar.name))
            named.setdefault(SpotKey("gate", question.id), (question.prompt, pillar.name))
    keys = ((SpotKey(line.kind, line.spot), line.count) for line in counted)
    return tuple(
        Spot(key=key, name=named[key][0], pillar=named[key][1], count=count)
        for key, count in keys
        if key in named
    )


def topic_id(pillar: str, topic: str) -> str:
    """Return how a topic is named over all pillars."""
    return f"{pillar}.{topic}"
