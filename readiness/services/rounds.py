"""Rounds: many systems over one quarter, what is due, who left, and the packages that came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from readiness.domain.assessment import Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.domain.rounds import Answering, RoundEntry, SideCount
from readiness.errors import InputError
from readiness.services.closing import RECEIVED, differs
from readiness.services.covering import Cover
from readiness.storage import rounds
from readiness.storage.clock import Clock
from readiness.storage.packages import Arrival, Beside, Packages, Proof, Received
from readiness.storage.systems import lanes_from
from readiness.storage.workspace import Workspace

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Questionnaire
    from readiness.storage.rounds import RoundAssessment, RoundSystem

LONGEST_REASON: Final = 200

Given = dict[tuple[int, Side], SideCount]

__all__ = ["Arrival", "Beside", "Figures", "Proof", "Received", "Round", "RoundLine", "Rounds", "Terms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a sealed assessment's ladder shows; ``practices`` is nothing where it was not judged."""

    practices: int | None
    target: float
    limit: float | None
    tested: float | None
    is_quick: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """One system in the round, with its figures once it is sealed."""

    entry: RoundEntry
    figures: Figures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A quarter over many systems, and the packages of it that came in, the newest first."""

    period: Period
    lines: tuple[RoundLine, ...] = ()
    packages: tuple[Received, ...] = ()

    @property
    def entries(self) -> tuple[RoundEntry, ...]:
        """The systems."""
        return tuple(line.entry for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """When a system is due in a round, and why it left; nothing where that is not said."""

    due: date | None = None
    left_because: str = ""


class Rounds:
    """What people do with many systems at once."""

    workspace: Workspace
    _cover: Cover
    _clock: Clock
    _loaded: dict[int, Assessment]

    def round_of(self, period: Period) -> Round:
        """Return a round: the systems of the quarter that are not archived, and all that it already names."""
        with self.workspace.database.reading() as connection:
            found = rounds.in_quarter(connection, period)
            systems = [one for one in rounds.systems(connection, period) if _is_in(one, found, period)]
        counts = self._counts(period, found)
        lines = tuple(_line(system, found.get(system.id), counts) for system in systems)
        return Round(period=period, lines=lines, packages=self.packages().received(period))

    def set_terms(self, period: Period, system_id: int, terms: Terms) -> None:
        """Say when a system is due in a round, or why it left it.

        Raises:
            InputError: the reason is too long.
        """
        reason = " ".join(terms.left_because.split())
        if len(reason) > LONGEST_REASON:
            raise InputError(
                f"The reason has {len(reason)} characters; {LONGEST_REASON} are the most.",
                safe="Nothing was changed.",
                remedy="Shorten it.",
            )
        self._cover.before_change()
        due = "" if terms.due is None else terms.due.isoformat()
        with self.workspace.database.transaction() as connection:
            rounds.put(connection, period, system_id, due, reason)

    def packages(self) -> Packages:
        """Return what came in and what can go out."""
        return Packages(self.workspace.database, self._clock)

    def receive(self, arrival: Arrival) -> int:
        """Take in a whole sealed assessment; return its key."""
        self._cover.before_import()
        return self.packages().receive(arrival)

    def refresh(self, assessment_id: int, beside: Beside) -> None:
        """Take over what a newer package says beside its seal."""
        self._cover.before_import()
        self.packages().refresh(assessment_id, beside)
        self._loaded.pop(assessment_id, None)

    def package_faults(self) -> list[str]:
        """Return what does not hold among the packages that came in."""
        ours = dict(self.workspace.sealed_bodies())
        return [
            f"The seal that {one.system}@{one.period} came with does not hold any more."
            for one in self.packages().received()
            if one.seal == "broken" or not _agree(one, ours.get(one.assessment_id, {}))
        ]

    def _counts(self, period: Period, found: "dict[int, RoundAssessment]") -> Given:
        """Count the answers of each side, once for all assessments that ask the same."""
        alike: dict[tuple[int, str], list[RoundAssessment]] = {}
        for one in found.values():
            alike.setdefault((one.questionnaire_id, one.scope), []).append(one)
        counts: Given = {}
        for among in alike.values():
            whole, _ = self.workspace.questionnaire_of(among[0].id)
            for side in SIDES:
                counts.update(self._side_counts(period, side, whole, among))
        return counts

    def _side_counts(
        self, period: Period, side: Side, whole: "Questionnaire", among: "list[RoundAssessment]"
    ) -> Given:
        seen = whole.within("quick") if among[0].scope == "quick" else whole
        ids = [question.id for question in asked(seen, side)]
        with self.workspace.database.reading() as connection:
            given = rounds.given(connection, period, among[0], side, ids)
        return {(one.id, side): SideCount(given=given.get(one.id, 0), asked=len(ids)) for one in among}


def _agree(one: Received, ours: Mapping[str, Any]) -> bool:
    """Say whether our own seal of a received assessment says what its sender's does, and names it."""
    return ours.get(RECEIVED) == one.hash and not differs(one.content, ours)


def _is_in(system: "RoundSystem", found: "dict[int, RoundAssessment]", period: Period) -> bool:
    """Say whether a system belongs to a round: one that began later, or was put away, is not in it."""
    if system.id in found or system.due or system.left_because:
        return True
    if system.first is None:  # never assessed is to come; what was deleted is not
        return not system.archived and not system.assessed
    return not system.archived and system.first < period.ordinal


def _line(system: "RoundSystem", one: "RoundAssessment | None", counts: Given) -> RoundLine:
    lanes = lanes_from(system.lanes)
    entry = RoundEntry(
        system_id=system.id,
        system=system.name,
        due=_day(system.due),
        left_because=system.left_because,
        lanes=lanes,
        answering=None if one is None else _answering(one, lanes, counts),
    )
    if one is None or one.state != "closed":
        return RoundLine(entry=entry)
    figures = Figures(
        practices=one.practice_ceiling,
        target=one.target,
        limit=one.first_limit,
        tested=one.tested_ceiling,
        is_quick=one.scope == "quick",
    )
    return RoundLine(entry=entry, figures=figures)


def _answering(one: "RoundAssessment", lanes: Lanes, counts: Given) -> Answering:
    """Return how an assessment stands; asked live, a side counts only where it said something by itself."""
    sides = {side: counts[one.id, side] for side in SIDES if lanes.answers(side)}
    is_live = one.mode == "live"
    if is_live and not any(count.given for count in sides.values()):
        sides = {}
    return Answering(
        assessment_id=one.id,
        product=sides.get("product"),
        engineering=sides.get("engineering"),
        together=SideCount(given=one.asked, asked=one.total) if is_live else None,
        revealed=bool(one.revealed),
        sealed=one.state == "closed",
        by_package=bool(one.received_at),
        ended=_day((one.received_at or one.closed_at)[:10]),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
