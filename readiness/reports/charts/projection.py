"""Where the score goes: all of the plan, and the share of it that usually gets done."""

from typing import Final

from readiness.reports.flow import Piece
from readiness.reports.pen import Pen
from readiness.reports.plan_facts import Plan, PlanQuarter
from readiness.reports.structure import Node
from readiness.reports.text import CAPTION, CAPTION_STRONG, META

HEIGHT: Final = 104.0
_FOOT: Final = 26.0
_HEAD: Final = 16.0
_AIR: Final = 26.0


def projection_piece(plan: Plan, parent: Node, room: float) -> Piece | None:
    """Return the two lines; nothing where no quarter has a score."""
    known = [quarter for quarter in (plan.today, *plan.quarters) if quarter.value is not None]
    if len(known) < 2:
        return None
    told = "; ".join(f"{quarter.name} {quarter.score}" for quarter in known)
    node = parent.add("Figure", alt=f"Projected score: {told}.")
    values = [v for quarter in known for v in (quarter.value, quarter.scaled) if v is not None]
    low, high = min(values), max(*values, min(values) + 4)
    step = (room - 2 * _AIR) / (len(known) - 1)

    def draw(pen: Pen, x: float, top: float) -> None:
        floor_ = top + HEIGHT - _FOOT

        def at(index: int, value: float) -> tuple[float, float]:
            return x + _AIR + index * step, floor_ - 6 - (value - low) / (high - low) * (
                HEIGHT - _FOOT - _HEAD - 6
            )

        with pen.figure(node, x, top, room, HEIGHT):
            pen.rule((x, floor_), (x + room, floor_), "line2", 0.75)
            less = [at(i, q.scaled) for i, q in enumerate(known) if q.scaled is not None]
            pen.path(less, "ink3", 1.0, dash=(2.2, 2))
            pen.path([at(i, q.value or 0.0) for i, q in enumerate(known)], "accent", 1.6)
            for index, quarter in enumerate(known):
                _draw_quarter(
                    pen, quarter, at(index, quarter.value or 0.0), floor_, is_last=index == len(known) - 1
                )
            if less:
                pen.dot(less[-1], 2.4, fill="surface", stroke="ink3")

    return Piece(HEIGHT, draw)


def _draw_quarter(
    pen: Pen, quarter: PlanQuarter, place: tuple[float, float], floor_: float, *, is_last: bool
) -> None:
    across, height = place
    style = CAPTION_STRONG if is_last else CAPTION
    pen.dot(place, 2.4, fill="accent")
    pen.text(quarter.score, style, across, height - 6, "centre")
    pen.text(quarter.name, style, across, floor_ + 11, "centre")
    pen.text(f"practices {quarter.ceiling}", META, across, floor_ + 21, "centre")
