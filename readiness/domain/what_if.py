"""What people may change about a plan, as one value: data that can be kept, compared and sent (§3.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Annotated, Final, Literal

from annotated_types import Ge, Gt, Le, Len

from readiness.domain.counting import Side
from readiness.domain.period import Period
from readiness.domain.questionnaire import STRICT, TIERS, LevelIndex
from readiness.errors import InputError

PlanMode = Literal["ceiling-first", "score-first"]
Weeks = Annotated[float, Ge(0)]

HORIZON: Final = 8
"""Quarters that a plan looks ahead unless told otherwise (ruling 15)."""

MOST_QUARTERS: Final = 40
FIRST_COMPLETION: Final = 0.6
"""The share of a plan that gets done, as long as no quarter has shown another (domain §3.5)."""

SUFFIXES: Final = (*(f":{step}" for step in TIERS), ":settle", ":find-out")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The terms of a plan and every override of it.

    ``capacity`` is in person-weeks a quarter; the last one holds for all that follow. ``only``, ``exclude``,
    ``pins``, ``efforts`` and ``done`` take the id of a question or of an action; an ``only`` of ``None``
    offers everything. ``pins`` name a quarter, ``efforts`` person-weeks, ``levels`` another answer.
    ``at_once`` limits the actions worked on in one quarter, ``roles`` what one side can give to a quarter.
    ``fill`` spends what ceiling-first leaves over. ``completion`` is the share of last quarter's
    person-weeks that was delivered.
    """

    __pydantic_config__ = STRICT

    capacity: Annotated[tuple[Weeks, ...], Len(1)]
    mode: PlanMode = "ceiling-first"
    horizon: Annotated[int, Ge(0), Le(MOST_QUARTERS)] = HORIZON
    target: Annotated[float, Gt(0)] | None = None
    only: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    pins: Mapping[str, str] = field(default_factory=dict)
    efforts: Mapping[str, Weeks] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    levels: Mapping[str, LevelIndex] = field(default_factory=dict)
    at_once: Annotated[int, Ge(1)] | None = None
    roles: Mapping[Side, Weeks] = field(default_factory=dict)
    fill: bool = False
    completion: Annotated[float, Ge(0)] = FIRST_COMPLETION

    def quarters(self) -> tuple[float, ...]:
        """Return the capacity of each quarter up to the horizon; empty where no quarter has any."""
        missing = self.horizon - len(self.capacity)
        given = (*self.capacity[: self.horizon], *[self.capacity[-1]] * max(0, missing))
        return given if any(given) else ()


def refuse_nonsense(what_if: WhatIf) -> None:
    """Let in only terms that a plan can be made from, whoever built them.

    Raises:
        InputError: one cannot be; the sentence names it.
    """
    if not what_if.capacity:
        raise InputError("A plan needs a capacity in person-weeks a quarter.")
    _refuse_weeks("capacity", what_if.capacity)
    _refuse_weeks("effort", what_if.efforts.values())
    _refuse_weeks("capacity of a role", what_if.roles.values())
    _refuse_weeks("completion", [what_if.completion])
    if not 0 <= what_if.horizon <= MOST_QUARTERS:
        raise InputError(f"A plan looks 0 to {MOST_QUARTERS} quarters ahead, not {what_if.horizon}.")
    if what_if.at_once is not None and what_if.at_once < 1:
        raise InputError("At least one action must be allowed at once.")
    if what_if.target is not None and not (isfinite(what_if.target) and what_if.target > 0):
        raise InputError("The target is a growth factor above 0.")
    for id_, level in what_if.levels.items():
        if level not in range(5):
            raise InputError(f"{id_} cannot stand at level {level}; levels are 0 to 4.")
    for id_, text in what_if.pins.items():
        _refuse_period(id_, text)


def refuse_strangers(what_if: WhatIf, ids: Iterable[str], questions: Iterable[str]) -> None:
    """Let in only what names something: questions, actions, or actions with their stage or kind.

    Raises:
        InputError: one names nothing.
    """
    known = set(ids)
    for id_ in (*(what_if.only or ()), *what_if.exclude, *what_if.pins, *what_if.efforts, *what_if.done):
        if id_ not in known and not _has_stem(id_, known):
            raise InputError(f"There is no question or action {id_}.", remedy="Check the id.")
    asked = set(questions)
    for id_ in what_if.levels:
        if id_ not in asked:
            raise InputError(f"There is no question {id_}.", remedy="Check the id.")


def _has_stem(id_: str, known: set[str]) -> bool:
    return any(id_.endswith(suffix) and id_.removesuffix(suffix) in known for suffix in SUFFIXES)


def _refuse_weeks(what: str, given: Iterable[float]) -> None:
    for weeks in given:
        if not (isfinite(weeks) and weeks >= 0):
            raise InputError(f"The {what} is a number of 0 or more, not {weeks}.")


def _refuse_period(id_: str, text: str) -> None:
    try:
        Period.parse(text)
    except ValueError as error:
        raise InputError(f"{id_} cannot be pinned: {error}.") from error
