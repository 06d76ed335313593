"""A round: many systems over one quarter, who has answered, and what is due (look/21-round).

Of what a side answered nothing but the number is told: what it said stays hidden until both have answered.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from readiness.domain.counting import SIDES, Side
from readiness.domain.lanes import USUAL, Lanes
from readiness.domain.meeting import SECONDS_A_QUESTION
from readiness.domain.scoring import half_up

RoundState = Literal[
    "not_started", "unanswered", "answering", "both_in", "together", "revealed", "sealed", "package", "left"
]
"""Nothing begun; nobody answered; some did; both did; asked live; open to both; and the three ends."""

Urgency = Literal["late", "soon", ""]
RoundOrder = Literal["due", "system", "engineering", "product"]
ORDERS: Final[tuple[RoundOrder, ...]] = ("due", "system", "engineering", "product")

DONE: Final = frozenset({"sealed", "package"})
SOON: Final = timedelta(days=3)
"""What is due within it is told first."""

_LAST: Final = {"package": 1, "sealed": 2, "left": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCount:
    """How many of the questions it is asked a side has answered."""

    given: int
    asked: int

    @property
    def left(self) -> int:
        """How many it has not."""
        return max(0, self.asked - self.given)

    @property
    def minutes_left(self) -> int:
        """About how long the rest takes, in whole minutes."""
        return max(1, half_up(self.left * SECONDS_A_QUESTION / 60)) if self.left else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How an assessment of the quarter stands. A side that does not answer by itself has no count.

    ``together`` counts what is agreed where everything is answered live. ``ended`` is the day it was sealed
    or, as a package, taken in.
    """

    assessment_id: int
    product: SideCount | None = None
    engineering: SideCount | None = None
    together: SideCount | None = None
    revealed: bool = False
    sealed: bool = False
    by_package: bool = False
    ended: date | None = None

    def side(self, side: Side) -> SideCount | None:
        """Return one side's count."""
        return self.product if side == "product" else self.engineering

    @property
    def sides(self) -> tuple[tuple[Side, SideCount], ...]:
        """The sides that answer by themselves."""
        return tuple((side, count) for side in SIDES if (count := self.side(side)) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEntry:
    """One system in a round: its assessment where there is one, when it is due, or why it left."""

    system_id: int
    system: str
    answering: Answering | None = None
    due: date | None = None
    left_because: str = ""
    lanes: Lanes = USUAL

    @property
    def state(self) -> RoundState:
        """How far it is."""
        if self.answering is not None and self.answering.sealed:
            return "package" if self.answering.by_package else "sealed"
        if self.left_because:
            return "left"
        return "not_started" if self.answering is None else _open_state(self.answering)

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is waited for."""
        return self.state in DONE

    @property
    def is_waiting(self) -> bool:
        """Whether the round waits for it."""
        return self.state not in {*DONE, "left"}

    def urgency(self, today: date) -> Urgency:
        """Say whether it is late, or due within days."""
        if self.due is None or not self.is_waiting:
            return ""
        if self.due < today:
            return "late"
        return "soon" if self.due <= today + SOON else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCounts:
    """How many systems stand where; together they are all of them."""

    systems: int = 0
    done: int = 0
    answering: int = 0
    not_started: int = 0
    due_first: int = 0
    left: int = 0


def count_round(entries: Iterable[RoundEntry], today: date) -> RoundCounts:
    """Count a round; what is due first is counted there alone."""
    found = tuple(entries)
    first = [entry for entry in found if entry.urgency(today)]
    waiting = [entry for entry in found if entry.is_waiting and not entry.urgency(today)]
    not_started = sum(entry.state == "not_started" for entry in waiting)
    return RoundCounts(
        systems=len(found),
        done=sum(entry.is_done for entry in found),
        answering=len(waiting) - not_started,
        not_started=not_started,
        due_first=len(first),
        left=sum(entry.state == "left" for entry in found),
    )


def in_order(
    entries: Iterable[RoundEntry], order: RoundOrder = "due", *, falling: bool = False
) -> tuple[RoundEntry, ...]:
    """Sort a round; by its due dates, what has none stands after them, and what is done at the end."""
    named = sorted(entries, key=_by_name)
    if order == "system":
        return tuple(reversed(named)) if falling else tuple(named)
    if order == "due":
        return tuple(sorted(named, key=lambda entry: _by_due(entry, falling=falling)))
    return tuple(sorted(named, key=lambda entry: _share(entry, order), reverse=falling))


def due_first(entries: Iterable[RoundEntry], today: date) -> tuple[RoundEntry, ...]:
    """Return what is late or due within days, the earliest first."""
    return tuple(entry for entry in in_order(entries) if entry.urgency(today))


def shared_asked(entries: Iterable[RoundEntry], side: Side) -> int | None:
    """Return how many questions a side is asked in most systems; none where nobody is asked."""
    counts = [entry.answering.side(side) for entry in entries if entry.answering is not None]
    found = Counter(count.asked for count in counts if count is not None)
    return max(found, key=lambda asked: (found[asked], asked), default=None)


def _open_state(answering: Answering) -> RoundState:
    if answering.together is not None:
        return "together"
    if answering.revealed:
        return "revealed"
    if all(count.left == 0 for _, count in answering.sides):
        return "both_in"
    return "answering" if any(count.given for _, count in answering.sides) else "unanswered"


def _by_name(entry: RoundEntry) -> tuple[str, str]:
    return entry.system.casefold(), entry.system


def _by_due(entry: RoundEntry, *, falling: bool) -> tuple[int, bool, int]:
    """Return its place; whichever way dates run, what is waited for stays above what is done."""
    day = entry.due.toordinal() if entry.due is not None else 0
    last = _LAST.get(entry.state, 0)
    return last, not last and entry.due is None, 0 if last else (-day if falling else day)


def _share(entry: RoundEntry, side: Side) -> float:
    count = None if entry.answering is None else entry.answering.side(side)
    return -1.0 if count is None else count.given / max(1, count.asked)
