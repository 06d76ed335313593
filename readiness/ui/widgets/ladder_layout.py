"""Where things stand on a growth ladder: a logarithmic axis, and flags whose labels never overlap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import log10
from typing import Final

GAP: Final = 10.0
APART: Final = 4.0
_ROWS: Final = 5


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


def place_flags(flags: Sequence[Flag], left: float, right: float) -> tuple[Flag, ...]:
    """Give every flag a row (0 is nearest the bar) and a side, so that no label meets a label or a pole."""
    spread = _spread(sorted(flags, key=lambda flag: flag.x))
    sided = [
        replace(flag, at_left=flag.x + GAP + flag.width > right and flag.x - GAP - flag.width >= left)
        for flag in spread
    ]
    options = sorted(
        product(range(_ROWS), repeat=len(sided)), key=lambda rows: (sum(rows), max(rows, default=0))
    )
    for rows in options:
        placed = tuple(replace(flag, row=row) for flag, row in zip(sided, rows, strict=True))
        if _is_clear(placed):
            return placed
    return tuple(replace(flag, row=len(sided) - 1 - index) for index, flag in enumerate(sided))


def free_gap(marks: Sequence[float], start: float, end: float, width: float) -> float | None:
    """Return where words of a width fit between marks on the bar, from ``start`` on; nothing if nowhere."""
    edges = [start, *sorted(mark for mark in marks if start < mark < end), end]
    for before, after in zip(edges, edges[1:], strict=False):
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
