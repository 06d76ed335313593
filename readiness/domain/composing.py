"""Moves → actions with their prices, gains, priorities, needs and reasons (domain §3.1 to 3.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from readiness.domain.actions import Action, Condition, Rise, Undone
from readiness.domain.cheapest import next_practices, practice_words
from readiness.domain.counting import SIDES, Counted, Side
from readiness.domain.drafting import NOT_ESTIMATED, Draft
from readiness.domain.needs import NEED_LEVEL
from readiness.domain.offering import Worth, stages_of, stem
from readiness.domain.outcome import Outcome
from readiness.domain.period import Period
from readiness.domain.pricing import Price, default_price
from readiness.domain.promises import PlannedAction
from readiness.domain.scheduling import Booking, Task
from readiness.domain.sketch import Move, Offer
from readiness.domain.what_if import WhatIf
from readiness.domain.worth import class_of, ratio

_NO_WORK: Final = Price(weeks=0.0, low=0.0, high=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The actions in their order, those left out, and the quarter by pinned action, from 1.

    ``missing`` are needs that nothing in the plan meets; only a pinned action can have them.
    """

    actions: tuple[Action, ...]
    left: tuple[Undone, ...]
    pins: Mapping[str, int]
    roles: Mapping[str, tuple[Side, ...]]
    missing: Mapping[str, tuple[str, ...]]

    def tasks(self, what_if: WhatIf) -> list[Task]:
        """Return the actions as work to be scheduled."""
        return [
            Task(
                id=action.id,
                effort=action.price.weeks,
                needs=action.needs,
                finds=action.kind == "find-out",
                roles=self.roles[action.id] if what_if.roles else (),
                pin=self.pins.get(action.id),
                counts=action.kind in {"raise", "free"},
            )
            for action in self.actions
        ]

    def booked(self, bookings: Mapping[str, Booking]) -> tuple[Action, ...]:
        """Return the actions with the quarters they were given."""
        return tuple(
            replace(
                action,
                start=bookings[action.id].start,
                finish=bookings[action.id].finish,
                used=bookings[action.id].used,
            )
            for action in self.actions
        )


def compose(
    outcome: Outcome, offer: Offer, drafted: Draft, today: Mapping[str, Counted], worth: Mapping[str, Worth]
) -> Composed:
    """Make actions of the moves; the highest V/e among all that could be done sets the classes."""
    composer = _Composer(outcome, offer, drafted, today, worth)
    left = [(composer.action(move, ()), why) for move, why in drafted.left]
    links = _link(drafted, offer, today)
    actions = [composer.action(move, links.needs[move.id]) for move in drafted.moves]
    highest = _highest((*actions, *(action for action, _ in left)))
    unlocks = _unlocks(drafted.moves, links.needs)
    period = outcome.assessment.period
    return Composed(
        actions=tuple(
            replace(
                _classed(action, highest), unlocks=unlocks[action.id], conditions=links.conditions[action.id]
            )
            for action in actions
        ),
        left=tuple(Undone(action=_classed(action, highest), why=why) for action, why in left),
        pins={id_: Period.parse(pin).ordinal - period.ordinal for id_, pin in drafted.pins.items()},
        roles={move.id: _roles(move) for move in drafted.moves},
        missing=links.missing,
    )


class _Composer:
    def __init__(
        self,
        outcome: Outcome,
        offer: Offer,
        drafted: Draft,
        today: Mapping[str, Counted],
        worth: Mapping[str, Worth],
    ) -> None:
        self._assessment = outcome.assessment
        self._by_id = outcome.assessment.questionnaire.by_id
        self._promises = {promise.id: promise for promise in outcome.assessment.actions}
        self._today = today
        self._worth = worth
        self._pinned = drafted.pins
        self._prices = _prices(offer, drafted)

    def action(self, move: Move, needs: tuple[str, ...]) -> Action:
        names = (move.id, stem(move.id), *stages_of(move.id, self._promises))
        promise = next((self._promises[name] for name in names if name in self._promises), None)
        price = self._prices.get(move.id, _NO_WORK)
        value = sum(self._worth[id_].value * (goal - start) for id_, (start, goal) in move.rises.items())
        rises = tuple(self._rises(move))
        return Action(
            id=move.id,
            unit=move.unit.id,
            kind=move.kind,
            title=self._title(move, promise),
            owner=promise.owner if promise else "",
            rises=rises,
            price=price,
            gain=sum(rise.gain for rise in rises),
            value=value,
            priority=value / price.weeks if price.weeks else None,
            category="now",
            stage=move.stage,
            needs=needs,
            pinned=move.id in self._pinned,
        )

    def _title(self, move: Move, promise: PlannedAction | None) -> str:
        if promise and promise.title:
            return promise.title
        if not move.questions:
            return move.id
        question = self._by_id[move.questions[0]]
        if move.kind == "raise" and question.kind == "practices":
            added = next_practices(self._assessment, question.id, move.rises[question.id][1])
            return practice_words(added) or question.prompt
        if move.kind != "raise" or not question.action:
            return question.prompt
        return first_sentence(question.action)

    def _rises(self, move: Move) -> Iterator[Rise]:
        for id_, (start, goal) in move.rises.items():
            worth = self._worth[id_]
            gain = worth.points * (goal - start)
            yield Rise(question=id_, start=start, goal=goal, gain=gain, factors=worth.factors)
        for id_ in (*move.finds, *move.settles):
            level = self._today[id_].level
            yield Rise(question=id_, start=level, goal=level)


@dataclass(slots=True, kw_only=True)
class _Links:
    """What each move needs, counts on, and misses, by its id."""

    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    conditions: dict[str, tuple[Condition, ...]] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _prices(offer: Offer, drafted: Draft) -> dict[str, Price]:
    """Return every price; estimates are spent on what is planned, the rest of a question goes by size."""
    planned = [move for move in drafted.moves if move.kind != "settle"]
    begun = {move.unit.id for move in planned if move.kind == "raise"}
    rest = [move for move, why in drafted.left if why != NOT_ESTIMATED]
    return {
        **{move.id: default_price(move.unit, move.rises) for move in rest if move.unit.id in begun},
        **offer.estimates.price(move for move in rest if move.unit.id not in begun),
        **offer.estimates.price(planned),
    }


def _link(drafted: Draft, offer: Offer, today: Mapping[str, Counted]) -> _Links:
    """Find what each move needs among those before it: its own earlier stage, its needs at level 2."""
    links = _Links()
    meets: dict[str, str] = {}
    last: dict[str, str] = {}
    for move in drafted.moves:
        unmet = _unmet(move, offer, today) if move.kind == "raise" else ()
        own = (last[id_] for id_ in move.rises if id_ in last)
        links.needs[move.id] = tuple(dict.fromkeys((*own, *(meets[n] for n in unmet if n in meets))))
        links.conditions[move.id] = tuple(
            Condition(question=n, at_least=NEED_LEVEL) for n in unmet if today[n].level is None
        )
        links.missing[move.id] = tuple(n for n in unmet if n not in meets and n not in drafted.found)
        for id_ in (*move.rises, *move.finds):
            last[id_] = move.id
            if id_ in move.finds or move.rises[id_][1] >= NEED_LEVEL:
                meets.setdefault(id_, move.id)
    return links


def _unmet(move: Move, offer: Offer, today: Mapping[str, Counted]) -> tuple[str, ...]:
    def is_unmet(id_: str) -> bool:
        level = today[id_].level
        return today[id_].state != "not_applicable" if level is None else level < NEED_LEVEL

    return tuple(id_ for id_ in offer.needs.direct(move.unit) if is_unmet(id_))


def _unlocks(moves: Sequence[Move], needs: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return what waits for each move, directly or not, as people name it."""
    waiting: dict[str, dict[str, None]] = {move.id: {} for move in moves}
    for move in reversed(moves):
        for id_ in needs[move.id]:
            waiting[id_] = dict.fromkeys((*waiting[id_], move.unit.id, *waiting[move.id]))
    order = {id_: place for place, id_ in enumerate(dict.fromkeys(move.unit.id for move in moves))}
    others = {move.id: waiting[move.id].keys() - {move.unit.id} for move in moves}
    return {id_: tuple(sorted(units, key=order.__getitem__)) for id_, units in others.items()}


def _highest(actions: Iterable[Action]) -> float:
    return max((a.priority for a in actions if a.kind == "raise" and a.priority), default=0.0)


def _classed(action: Action, highest: float) -> Action:
    """Give an action its class; what is settled and found out comes before everything."""
    if action.kind in {"settle", "find-out"}:
        return action
    worth = ratio(action.value, action.price.weeks)
    return replace(action, category=class_of(worth, highest))


def _roles(move: Move) -> tuple[Side, ...]:
    if move.kind == "settle":
        return ()
    return tuple(side for side in SIDES if any(q.is_asked_of(side) for q in move.unit.questions))


def first_sentence(text: str) -> str:
    """Return what a text says first, without its full stop: short enough to stand on a card."""
    first, _, _ = text.partition(". ")
    return first.rstrip(".")
