"""A roadmap's parts: actions, quarters, stages, and what is not done, each with its reasons (domain §3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from readiness.domain.ceiling_first import Cause
from readiness.domain.period import Period
from readiness.domain.pricing import Price
from readiness.domain.promises import ActionKind
from readiness.domain.questionnaire import Tier
from readiness.domain.worth import Class, Factors

StageState = Literal["reached", "conditional", "blocked", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """What an action does to one question; ``start`` and ``goal`` are ``None`` where nobody knows the level.

    ``gain`` is in points of overall score, exact; without one there are no factors.
    """

    question: str
    start: int | None
    goal: int | None
    gain: float = 0.0
    factors: Factors | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What an action counts on and nobody knows yet: “if DAT-11 turns out at 2 or more”."""

    question: str
    at_least: int

    def __str__(self) -> str:
        return f"if {self.question} turns out at {self.at_least} or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do. Joined ones have several rises, free ones none.

    ``unit`` is the id without stage or kind: that of the question, unless people gave the action its own.
    ``value`` is V, the gain times its factors; ``priority`` V/e, ``None`` where the action costs nothing.
    ``needs`` are actions that come first; ``unlocks`` what waits for it, directly or not. ``start`` and
    ``finish`` are quarters from 1; ``finish`` is ``None`` beyond the horizon. ``used`` are person-weeks by
    quarter. ``stage`` is the step that a plan by stages does it for.
    """

    id: str
    unit: str
    kind: ActionKind
    title: str
    owner: str
    rises: tuple[Rise, ...]
    price: Price
    gain: float
    value: float
    priority: float | None
    category: Class
    stage: Tier | None = None
    needs: tuple[str, ...] = ()
    unlocks: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    start: int | None = None
    finish: int | None = None
    used: Mapping[int, float] = field(default_factory=dict)
    pinned: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions it is about."""
        return tuple(rise.question for rise in self.rises)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids by which an override may mean it."""
        return (self.id, self.unit, *self.questions)

    @property
    def question(self) -> str | None:
        """The question it is about, or the first of several."""
        return self.rises[0].question if self.rises else None

    @property
    def reason(self) -> str:
        """Why it comes before what is worth more for its effort: “unlocks ARC-04 and AUT-05”."""
        if not self.unlocks:
            return ""
        *most, last = self.unlocks
        return f"unlocks {', '.join(most)} and {last}" if most else f"unlocks {last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """An action that the plan does not finish, and why. What begins before the horizon has a ``start``."""

    action: Action
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Infeasible:
    """A pin that cannot be kept as it stands: reported, never moved."""

    id: str
    period: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """One column of the plan, ``index`` from 1; ``used`` and ``capacity`` in person-weeks.

    ``score`` and ``ceiling`` count what is finished by its end as done and verified; ``scaled`` is the score
    if only last quarter's share of the plan gets done (ruling 15).
    """

    index: int
    period: Period
    capacity: float
    used: float
    score: float | None
    scaled: float | None
    ceiling: int | None

    @property
    def over(self) -> float:
        """Person-weeks beyond the capacity; only pins can bring that about."""
        return max(0.0, self.used - self.capacity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What becomes of one growth step; ``quarter`` is the first that stands on it, 0 for today.

    ``conditional``: gates that nobody knows have to turn out well. ``blocked``: no action is left that
    would open it, with the causes. ``open``: not within the horizon, or not by this plan.
    """

    step: Tier
    state: StageState
    quarter: int | None
    effort: float
    actions: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()
    causes: tuple[Cause, ...] = ()
