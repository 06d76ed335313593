"""An assessment: one system in one period, answered under one questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Annotated, Final, Literal

from annotated_types import Ge, Gt, Le, Len

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.journeys import Journey
from readiness.domain.lanes import USUAL, Lanes
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.questionnaire import STRICT, Lane, LevelIndex, Questionnaire, Scope

Confidence = Literal["evidenced", "informed", "guess"]
State = Literal["level", "unknown", "not_applicable", "not_asked"]
NoteFor = Literal["room", "report"]
MoreCapacity = Literal["none", "planned", "proven"]
Mode = Literal["private", "live"]
LANES: Final[tuple[Lane, ...]] = ("product", "engineering", "agreed")
MOST_JOURNEYS: Final = 5
MOST_LIMITS: Final = 12
MOST_DRIVERS: Final = 3
MOST_REVISIONS: Final = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one lane says to one question: a level, not applicable, don't know, or not asked yet.

    The four states are different facts. An answer that carries only a note is *not asked*, with a note.
    Where practices are ticked, the level is what ``ticked`` makes of it; ``left_out`` do not apply.
    """

    __pydantic_config__ = STRICT

    level: LevelIndex | None = None
    unknown: bool = False
    not_applicable: Annotated[str, Len(1)] | None = None
    confidence: Confidence | None = None
    note: str = ""
    note_for: NoteFor = "room"
    evidence: tuple[str, ...] = ()
    because: str = ""
    carried_from: str | None = None
    restated: LevelIndex | None = None
    by: str = ""
    at: str = ""
    ticked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.level is not None) + self.unknown + (self.not_applicable is not None) > 1:
            msg = "an answer is a level, don't know or not applicable, never two of them"
            raise ValueError(msg)

    def says_the_same(self, other: "Answer") -> bool:
        """Whether two answers differ in nothing but who gave them, and when."""
        return replace(self, by=other.by, at=other.at) == other

    @property
    def state(self) -> State:
        """Which of the four states the answer is in."""
        if self.level is not None:
            return "level"
        if self.unknown:
            return "unknown"
        return "not_asked" if self.not_applicable is None else "not_applicable"

    @property
    def sureness(self) -> Confidence:
        """The confidence that counts: absent, or evidenced without evidence, is informed."""
        if self.confidence == "evidenced" and not self.evidence:
            return "informed"
        return self.confidence or "informed"


NOT_ASKED: Final = Answer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """What grows, in absolute numbers: today's peak, the target, and the highest load actually tested."""

    __pydantic_config__ = STRICT

    id: str
    unit: str
    today: Annotated[float, Gt(0)]
    target: Annotated[float, Gt(0)]
    tested: Annotated[float, Ge(0)] | None = None
    peak: str = ""

    @property
    def factor(self) -> float:
        """How many times today's peak the plan asks for."""
        return self.target / self.today


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a resource can carry, as measured: used at today's peak, and where it ends.

    ``used`` or ``limit`` absent means that nobody has measured it yet.
    """

    __pydantic_config__ = STRICT

    id: str
    resource: str
    unit: str = ""
    used: Annotated[float, Gt(0)] | None = None
    limit: Annotated[float, Gt(0)] | None = None
    measured_on: str = ""
    source: str = ""
    more: MoreCapacity = "none"
    lead_time_weeks: Annotated[float, Ge(0)] | None = None

    @property
    def factor(self) -> float | None:
        """How many times today's use the resource carries, unrounded; None where it cannot be known."""
        if self.used is None or self.limit is None:
            return None
        factor = self.limit / self.used
        return factor if isfinite(factor) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The growth asked for, in multiples of today's peak, by when, and the plan that says so."""

    __pydantic_config__ = STRICT

    factor: Annotated[float, Gt(0)]
    by: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in the room. Names are optional; roles are not."""

    __pydantic_config__ = STRICT

    role: str
    name: str = ""
    lane: Lane | Literal["facilitator", "guest"] = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One system in one period under one frozen questionnaire (as its scope sees it).

    ``revealed`` is false while private answers are hidden; until then a question with hidden answers counts
    as not asked (ruling 5). ``assumed`` says that the growth target is engineering's assumption.
    ``accepted``, ``facts`` and ``parked`` may change after the seal, ``lanes`` belong to the system.
    """

    questionnaire: Questionnaire
    system: str
    period: Period
    scope: Scope = "full"
    scope_in: str = ""
    scope_out: str = ""
    journeys: Annotated[tuple[Journey, ...], Len(0, MOST_JOURNEYS)] = ()
    target: Target | None = None
    assumed: bool = False
    load: Annotated[tuple[Driver, ...], Len(0, MOST_DRIVERS)] = ()
    limits: Annotated[tuple[Limit, ...], Len(0, MOST_LIMITS)] = ()
    participants: tuple[Participant, ...] = ()
    actions: tuple[PlannedAction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    accepted: tuple[AcceptedRisk, ...] = ()
    facts: tuple[OpenFact, ...] = ()
    parked: tuple[Parked, ...] = ()
    lanes: Lanes = USUAL
    mode: Mode = "live"
    agreed: Mapping[str, Answer] = field(default_factory=dict)
    product: Mapping[str, Answer] = field(default_factory=dict)
    engineering: Mapping[str, Answer] = field(default_factory=dict)
    revealed: bool = True
    revision: Annotated[int, Ge(1), Le(MOST_REVISIONS)] = 1
    sealed: bool = False

    @property
    def reference(self) -> str:
        """How a command names it: ``SYSTEM@PERIOD``, with ``#n`` for a later revision."""
        later = f"#{self.revision}" if self.revision > 1 else ""
        return f"{self.system}@{self.period}{later}"

    def lane(self, lane: Lane) -> Mapping[str, Answer]:
        """Return one lane's answers by question id."""
        lanes: dict[Lane, Mapping[str, Answer]] = {
            "agreed": self.agreed,
            "product": self.product,
            "engineering": self.engineering,
        }
        return lanes[lane]

    def visible(self, lane: Lane) -> Mapping[str, Answer]:
        """Return one lane's answers as anybody may see them: the sides' are hidden until the reveal."""
        return self.lane(lane) if self.revealed or lane == "agreed" else {}

    def is_frozen(self, lane: Lane) -> bool:
        """Say whether a lane's answers stay as they are: what was private does not change once revealed."""
        return self.revealed and self.mode == "private" and lane != "agreed"
