"""Two plans side by side: what a what-if gains, loses and moves (domain §3.4)."""

from dataclasses import dataclass

from readiness.domain.roadmap import Roadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What the second plan does and the first does not, the other way round, and what moves in time.

    ``reached`` are the quarters in which the two reach their target step, ``None`` where one never does.
    """

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    sooner: tuple[str, ...]
    later: tuple[str, ...]
    reached: tuple[int | None, int | None]


def contrast(first: Roadmap, second: Roadmap) -> Contrast:
    """Compare two plans of one assessment by what they finish, and when."""
    before = {action.id: action.finish or 0 for action in first.actions}
    after = {action.id: action.finish or 0 for action in second.actions}
    return Contrast(
        gained=tuple(id_ for id_ in after if id_ not in before),
        lost=tuple(id_ for id_ in before if id_ not in after),
        sooner=tuple(id_ for id_ in after if id_ in before and after[id_] < before[id_]),
        later=tuple(id_ for id_ in after if id_ in before and after[id_] > before[id_]),
        reached=(first.reached, second.reached),
    )
