"""The frozen values that the page of what changed is made of; every text is final."""

from dataclasses import dataclass
from typing import Literal

BarKind = Literal["before", "after", "team", "noise", "other"]
ShareKind = Literal["moved", "still", "unseen", "slipped", "dropped", "later"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """One of the three facts of growth, before and after; ``before`` is empty where there was none."""

    name: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeBar:
    """One column of the bridge, from ``start`` to ``end`` in points."""

    name: str
    note: str
    words: str
    start: float
    end: float
    kind: BarKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """The bridge between two scores, with its finding; both ends are columns of their own."""

    bars: tuple[BridgeBar, ...]
    finding: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One row of a list: what, a remark, and what it did."""

    name: str
    note: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList:
    """Rows under a heading; ``more`` says how many are not shown."""

    title: str
    rows: tuple[ChangeLine, ...]
    more: str = ""
    is_bad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseGroup:
    """What became of some promised actions."""

    kind: ShareKind
    title: str
    rows: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The promise check; ``groups`` is empty where nothing was promised."""

    title: str
    groups: tuple[PromiseGroup, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendMark:
    """One quarter on the line: ``at`` in quarters from the first, heights in points."""

    name: str
    at: int
    value: float | None
    reported: float | None
    segment: int
    broken: str
    ceiling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """The line through the quarters."""

    marks: tuple[TrendMark, ...]
    title: str
    note: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The page of what changed. ``bridge`` is absent where the two do not compare; ``instead`` says why."""

    since: str
    title: str
    lead: str
    facts: tuple[FactChange, ...]
    bridge: Bridge | None
    instead: str
    gates: tuple[ChangeList, ...]
    drops: str
    promises: Promises
    decisions_title: str
    decisions: tuple[ChangeLine, ...]
    trend: TrendLine | None
    pillars_title: str
    pillars: tuple[ChangeLine, ...]
    lists: tuple[ChangeList, ...]
    measuring_title: str
    measuring: tuple[str, ...]
