"""What people settle about a plan and try out on it: kept with its assessment, beside its promises (§3.4)."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Final

from annotated_types import Gt, Len

from readiness.domain.accepting import holding
from readiness.domain.assessment import Assessment
from readiness.domain.period import Period
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import STRICT
from readiness.domain.what_if import FIRST_COMPLETION, HORIZON, PlanMode, Weeks, WhatIf

FIRST_CAPACITY: Final = 8.0
"""Person-weeks a quarter until somebody says how many there are."""

QUICK_WEEKS: Final = 4.0
"""What takes no longer is a quick win."""

_NOT_HELD: Final = frozenset({"done", "dropped", "slipped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """Capacity and order of a plan, and what is tried out on it; the trials add up.

    ``without`` are actions taken out on trial, ``other_capacity`` person-weeks a quarter in place of the
    agreed ones, ``freeze`` a quarter in which nothing is done, ``quick_wins`` leaves out what takes longer
    than four person-weeks, ``target`` is another growth factor. ``fill`` is no trial: it spends what
    ceiling-first leaves over on what adds the most score (ruling 14).
    """

    __pydantic_config__ = STRICT

    capacity: Annotated[tuple[Weeks, ...], Len(1)] = (FIRST_CAPACITY,)
    mode: PlanMode = "ceiling-first"
    without: tuple[str, ...] = ()
    other_capacity: Weeks | None = None
    freeze: str | None = None
    quick_wins: bool = False
    target: Annotated[float, Gt(0)] | None = None
    fill: bool = False

    @property
    def is_trying(self) -> bool:
        """Whether anything is tried out."""
        unset = self.other_capacity is None and self.freeze is None and self.target is None
        return bool(self.without) or self.quick_wins or not unset

    @property
    def untried(self) -> "PlanTerms":
        """The same terms with nothing tried out."""
        return PlanTerms(capacity=self.capacity, mode=self.mode, fill=self.fill)

    def trials(self) -> Iterator[tuple[str, "PlanTerms"]]:
        """Yield each thing that is tried as the only one, by name; ``without:`` leads the id of an action."""
        for name in ("quick_wins", "other_capacity", "freeze", "target"):
            value = getattr(self, name)
            if value is not None and value is not False:
                yield name, replace(self.untried, **{name: value})
        for id_ in self.without:
            yield f"without:{id_}", replace(self.untried, without=(id_,))

    def agreed(
        self, assessment: Assessment, mode: PlanMode | None = None, completion: float | None = None
    ) -> WhatIf:
        """Return the plan as it is agreed: every promise in its quarter, accepted risks left as they are.

        ``completion`` is the share of last quarter’s plan that was delivered, where that was measured.
        """
        accepted = tuple(holding(assessment.accepted, assessment.period))
        return WhatIf(
            capacity=self.capacity,
            mode=mode or self.mode,
            pins=pins_of(assessment.actions, accepted),
            exclude=accepted,
            fill=self.fill,
            completion=FIRST_COMPLETION if completion is None else completion,
        )

    def tried(self, assessment: Assessment, quick: Iterable[str], completion: float | None = None) -> WhatIf:
        """Return the plan with everything that is tried out; ``quick`` are the ids of the quick wins."""
        agreed = self.agreed(assessment, completion=completion)
        only = tuple(dict.fromkeys(quick)) if self.quick_wins else None
        return replace(
            agreed,
            capacity=tuple(self._capacities(assessment.period)),
            pins={id_: period for id_, period in agreed.pins.items() if id_ not in self.without},
            exclude=tuple(dict.fromkeys((*agreed.exclude, *self.without))),
            only=only,
            target=self.target,
        )

    def _capacities(self, base: Period) -> Iterator[float]:
        for index in range(HORIZON):
            agreed = self.capacity[min(index, len(self.capacity) - 1)]
            weeks = agreed if self.other_capacity is None else self.other_capacity
            yield 0.0 if str(base.plus(index + 1)) == self.freeze else weeks


def pins_of(actions: Iterable[PlannedAction], accepted: Container[str] = ()) -> dict[str, str]:
    """Return the quarter that each action was promised for, while the promise stands.

    An action whose every risk is accepted is not held to it.
    """
    return {
        action.id: action.period
        for action in actions
        if action.period is not None
        and not action.excluded
        and action.state not in _NOT_HELD
        and not (action.questions and all(id_ in accepted for id_ in action.questions))
    }
