"""Where things stand on a growth ladder: a logarithmic axis, and flags whose labels never overlap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, product
from math import log10
from typing import Final

GAP: Final = 10.0
APART: Final = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A label on a pole. ``width`` is the label's; a flag without a pole is only words at its place."""

    key: str
    x: float
    width: float
    has_pole: bool = True
    row: int = 0
    at_left: bool = False

    @property
    def label(self) -> tuple[float, float]:
        """Where the label begins and ends."""
        if not self.has_pole:
            return self.x, self.x + self.width
        if self.at_left:
            return self.x - GAP - self.width, self.x - GAP
        return self.x + GAP, self.x + GAP + self.width


def position(factor: float, left: float, width: float) -> float:
    """Return where a factor stands on the axis from 1 to 100; what lies beyond stands at the end."""
    return left + width * log10(min(max(factor, 1.0), 100.0)) / 2


@lru_cache(maxsize=64)
def place_flags(flags: tuple[Flag, ...], left: float, right: float) -> tuple[Flag, ...]:
    """Give every flag a row (0 is nearest the bar) and a side, so that no label meets a label or a pole.

    Labels stand at the right of their pole where they can, and as low as they can.
    """
    spread = _spread(sorted(flags, key=lambda flag: flag.x))
    rows = sorted(product(range(len(spread)), repeat=len(spread)), key=_effort)
    for sides in sorted(product((False, True), repeat=len(spread)), key=sum):
        sided = [replace(flag, at_left=side) for flag, side in zip(spread, sides, strict=True)]
        if not all(_fits(flag, left, right) for flag in sided):
            continue
        for levels in rows:
            placed = tuple(replace(flag, row=level) for flag, level in zip(sided, levels, strict=True))
            if _is_clear(placed):
                return placed
    return tuple(replace(flag, row=len(spread) - 1 - index) for index, flag in enumerate(spread))


def _effort(rows: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """Order by height in all; of equal ones, the leftmost flag stands highest."""
    return sum(rows), tuple(-row for row in rows)


def _fits(flag: Flag, left: float, right: float) -> bool:
    start, end = flag.label
    return start >= left - 1 and end <= right + 1 and (flag.has_pole or not flag.at_left)


def free_gap(marks: Sequence[float], start: float, end: float, width: float) -> float | None:
    """Return where words of a width fit between marks on the bar, from ``start`` on; nothing if nowhere."""
    edges = [start, *sorted(mark for mark in marks if start < mark < end), end]
    for before, after in pairwise(edges):
        if after - before >= width + 2 * GAP:
            return before + GAP
    return None


def _spread(flags: list[Flag]) -> list[Flag]:
    """Keep poles apart that would fall on one another."""
    kept: list[Flag] = []
    poles = [flag for flag in flags if flag.has_pole]
    for flag in poles:
        least = kept[-1].x + APART if kept else flag.x
        kept.append(replace(flag, x=max(flag.x, least)))
    return [flag for flag in flags if not flag.has_pole] + kept


def _is_clear(flags: tuple[Flag, ...]) -> bool:
    return all(_agree(one, other) for one in flags for other in flags if one is not other)


def _agree(one: Flag, other: Flag) -> bool:
    start, end = one.label
    other_start, other_end = other.label
    labels_meet = one.row == other.row and start < other_end + GAP and other_start < end + GAP
    reaches = other.has_pole and other.row >= one.row
    pole_crosses = reaches and start - 3 < other.x < end + 3
    return not labels_meet and not pole_crosses
