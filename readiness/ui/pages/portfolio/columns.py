"""How the table of the Portfolio shares its width out: what matters least goes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.ui.models.portfolio_model import Column


@dataclass(frozen=True, slots=True)
class _Room:
    """Widths before zoom; 0 is not shown."""

    pillar: int
    team: int
    trend: int
    growth: int
    due: int


_STEPS: Final = (
    _Room(96, 118, 104, 216, 112),
    _Room(92, 104, 96, 200, 108),
    _Room(80, 96, 88, 190, 114),
    _Room(76, 0, 84, 184, 110),
    _Room(70, 0, 0, 176, 108),
    _Room(58, 0, 0, 150, 100),
    _Room(52, 0, 0, 128, 0),
)
_SCORE: Final = 64
_NAME: Final = 168
_LEAST_NAME: Final = 120


def shared_out(width: float, columns: Sequence[Column]) -> tuple[int, ...]:
    """Return the width of every column, before zoom; the system's name takes the rest."""
    for room in _STEPS:
        widths = [_width(column, room) for column in columns]
        if width - sum(widths) >= _NAME:
            break
    rest = max(_LEAST_NAME, int(width) - sum(widths))
    return tuple(
        rest if column.kind == "name" else wide for column, wide in zip(columns, widths, strict=True)
    )


def _width(column: Column, room: _Room) -> int:
    if column.kind == "name":
        return 0
    return _SCORE if column.kind == "score" else int(getattr(room, column.kind))
