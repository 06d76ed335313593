"""Everything that could be ticked at once → what the rules of a question can and cannot say.

A set of selections is a whole number with a bit for each of the 2ⁿ selections, so that “and” of two
conditions is one operation over all of them. The empty selection is left out: nothing ticked is unanswered.
A practice that means “none of these” stands alone.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Final

from readiness.domain.practices import (
    RANK,
    AllOf,
    Always,
    AnyOf,
    Condition,
    Not,
    Risk,
    Rule,
    Share,
    Ticked,
    practices_in,
)

MOST_PRACTICES: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is wrong with the rules of one question; each is empty or false where nothing is.

    ``unreachable`` are declared risks that no selection has; ``ignored`` practices that no rule names;
    ``raising`` practices whose tick can raise the risk; ``strangers`` names in rules that are no practice.
    ``never_high`` says that no selection is a high risk, whether one is declared or not.
    ``risky_when_complete`` is the risk that stays with every practice ticked. ``none_rated`` is what “none of
    these” is rated as.
    """

    unreachable: tuple[Risk, ...]
    ignored: tuple[str, ...]
    raising: tuple[str, ...]
    strangers: tuple[str, ...]
    never_high: bool
    risky_when_complete: Risk | None
    has_unrated: bool
    has_default: bool
    none_rated: Risk | None


def judge_rules(practices: Sequence[str], alone: Collection[str], rules: Sequence[Rule]) -> Verdict:
    """Return what a truth table over at most 15 practices says; ``alone`` are those that exclude all others.

    Raises:
        ValueError: there are more practices.
    """
    if len(practices) > MOST_PRACTICES:
        msg = f"{len(practices)} practices; {MOST_PRACTICES} are the most"
        raise ValueError(msg)
    table = _Table(practices, alone)
    by_risk: dict[Risk, int] = dict.fromkeys(RANK, 0)
    left = table.possible
    for rule in rules:
        found = table.where(rule.condition) & left
        by_risk[rule.risk] |= found
        left &= ~found
    named = {id_ for rule in rules for id_ in practices_in(rule.condition)}
    return Verdict(
        unreachable=tuple(dict.fromkeys(rule.risk for rule in rules if not by_risk[rule.risk])),
        ignored=tuple(id_ for id_ in practices if id_ not in named and id_ not in alone),
        raising=tuple(table.raising(by_risk)),
        strangers=tuple(sorted(named - set(practices))),
        never_high=not by_risk["high"],
        risky_when_complete=table.complete(by_risk),
        has_unrated=bool(left),
        has_default=any(isinstance(rule.condition, Always) for rule in rules),
        none_rated=table.alone_rated(by_risk),
    )


class _Table:
    """The sets of selections over some practices."""

    def __init__(self, practices: Sequence[str], alone: Collection[str]) -> None:
        self._count = len(practices)
        size = 1 << self._count
        self._all = (1 << size) - 1
        self._places = {id_: place for place, id_ in enumerate(practices)}
        self._with = {id_: _pattern(place, size) for id_, place in self._places.items()}
        self._alone = [id_ for id_ in practices if id_ in alone]
        self._others = [id_ for id_ in practices if id_ not in alone]
        self.possible = self._all & ~1
        for id_ in self._alone:
            only = 1 << (1 << self._places[id_])
            self.possible &= ~self._with[id_] | only

    def where(self, condition: Condition) -> int:
        """Return the selections in which a condition holds."""
        match condition:
            case Always():
                return self._all
            case Ticked(id=id_):
                return self._with.get(id_, 0)
            case Not(of=inner):
                return self._all & ~self.where(inner)
            case AllOf(of=parts):
                return reduce(and_, map(self.where, parts), self._all)
            case AnyOf(of=parts):
                return reduce(or_, map(self.where, parts), 0)
            case Share(of=ids):
                return self._counted(ids, condition.needed(len(ids)))

    def _counted(self, ids: Sequence[str], least: int) -> int:
        """Return the selections with at least so many of some practices."""
        reached = [self._all, *([0] * least)]
        for id_ in ids:
            found = self._with.get(id_, 0)
            for count in range(least, 0, -1):
                reached[count] |= reached[count - 1] & found
        return reached[least]

    def raising(self, by_risk: dict[Risk, int]) -> Iterator[str]:
        """Yield the practices whose tick raises the risk of some selection."""
        for id_ in self._others:
            shift = 1 << self._places[id_]
            if any(
                (by_risk[worse] & self._with[id_]) >> shift & by_risk[better]
                for worse in by_risk
                for better in by_risk
                if RANK[worse] > RANK[better]
            ):
                yield id_

    def complete(self, by_risk: dict[Risk, int]) -> Risk | None:
        """Return the risk that stays with everything ticked that may stand together."""
        selection = sum(1 << self._places[id_] for id_ in self._others)
        risk = self._risk_of(selection, by_risk) if selection else None
        return risk if risk in {"medium", "high"} else None

    def alone_rated(self, by_risk: dict[Risk, int]) -> Risk | None:
        """Return what “none of these” is rated as."""
        if not self._alone:
            return None
        return self._risk_of(1 << self._places[self._alone[0]], by_risk)

    def _risk_of(self, selection: int, by_risk: dict[Risk, int]) -> Risk | None:
        return next((risk for risk, found in by_risk.items() if found >> selection & 1), None)


def _pattern(place: int, size: int) -> int:
    """Return the selections with one practice: runs of 2ᵏ ones after as many zeros."""
    run = 1 << place
    block = ((1 << run) - 1) << run
    width = run * 2
    while width < size:
        block |= block << width
        width *= 2
    return block
