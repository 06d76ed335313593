"""The questionnaire: pillars → topics → questions, as the file format itself (contracts: Files).

The limits declared with ``annotated_types`` are checked where text from outside becomes a value
(``exchange``); ``__post_init__`` guards the few mistakes that would otherwise change a score in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from annotated_types import Ge, Le, Len

from readiness.domain.conditions import parse_rule
from readiness.domain.practices import Risk

LevelIndex = Annotated[int, Ge(0), Le(4)]
LEAST_WEIGHT: Final = 1e-6
MOST_WEIGHT: Final = 1e6
GroupWeight = Annotated[float, Ge(LEAST_WEIGHT), Le(MOST_WEIGHT)]
"""Sums and squares of weights are made: beyond these bounds they would leave what a number can hold."""
AskedOf = Literal["product", "engineering", "both"]
Tier = Literal[2, 10, 100]
EffortSize = Literal["S", "M", "L"]
Effect = Literal["fails", "blinds", "slows"]
Lane = Literal["product", "engineering", "agreed"]
Scope = Literal["full", "quick"]
Kind = Literal["levels", "practices"]
"""How a question is answered: a level is chosen, or follows from the practices that are ticked."""

TIERS: Final[tuple[Tier, ...]] = (2, 10, 100)
MOST_PRACTICES: Final = 40
LEVEL_NAMES: Final = ("Absent", "Ad hoc", "Partial", "In place", "Proven")
ANCHOR_LIMIT: Final = 100
"""Most characters an anchor may have, on cards, in the presenter and in the linter."""

EFFORT_WEEKS: Final[Mapping[EffortSize, float]] = {"S": 1.0, "M": 2.0, "L": 6.0}
"""Person-weeks a level until an owner estimates it (domain §3.2)."""

STRICT: Final = {"extra": "forbid", "strict": True, "allow_inf_nan": False}
"""How pydantic reads these values at the edges; plain data, so that the domain needs no pydantic."""


REQUIREMENTS: Final[Mapping[Tier, Mapping[Tier, int | None]]] = {
    step: {
        tier: min(4, 2 + TIERS.index(step) - TIERS.index(tier)) if tier <= step else None for tier in TIERS
    }
    for step in TIERS
}
"""The level each growth step asks of a question, by the tier at which the question hurts.

``None`` where it asks nothing. Source: domain §2.5, req(q, T) = min(4, 2 + k(T) − k(tier)).
"""


def requirement(step: Tier, tier: Tier) -> int | None:
    """Return the level a growth step asks of a question that hurts at ``tier``."""
    return REQUIREMENTS[step][tier]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a practice is described by others: ids and facts only, never their wording."""

    __pydantic_config__ = STRICT

    framework: str
    id: str
    edition: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something that is ticked where it is done.

    ``alone`` is “none of these”, which excludes the others. ``advice`` says how to get there, ``links`` more.
    """

    __pydantic_config__ = STRICT

    id: str
    title: str
    advice: str = ""
    links: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRule:
    """A risk, and when it holds: practices with ``!``, ``&&``, ``||``, brackets; ``default``; or a share."""

    __pydantic_config__ = STRICT

    when: str
    risk: Risk

    def __post_init__(self) -> None:
        parse_rule(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fact about a system, with five observable anchors for the levels 0 to 4.

    ``weight`` 0 is informational and never scored. ``hurts_at`` is the growth factor at which a shortfall
    is felt. ``valid_for`` counts the quarters an answer may be carried. A question of ``practices`` has
    those that can be ticked, and the rules that make a level of them; the first true one holds.
    """

    __pydantic_config__ = STRICT

    id: str
    prompt: str
    levels: Annotated[tuple[str, ...], Len(5, 5)]
    why: str = ""
    asked_of: AskedOf = "both"
    weight: Annotated[float, Ge(0), Le(100)] = 3.0
    hurts_at: Tier = 10
    effort: EffortSize = "M"
    gate: bool = False
    effect: Effect = "fails"
    safety: bool = False
    quick: bool = False
    product_prompt: str = ""
    product_levels: Annotated[tuple[str, ...], Len(0, 5)] = ()
    valid_for: Annotated[int, Ge(1), Le(40)] = 4
    needs: tuple[str, ...] = ()
    action: str = ""
    consequence: str = ""
    hint: str = ""
    references: tuple[Reference, ...] = ()
    kind: Kind = "levels"
    practices: Annotated[tuple[Practice, ...], Len(0, MOST_PRACTICES)] = ()
    rules: tuple[RiskRule, ...] = ()

    def __post_init__(self) -> None:
        is_ticked = self.kind == "practices"
        if bool(self.practices) != is_ticked or bool(self.rules) != is_ticked:
            msg = (
                f"{self.id}: practices and rules belong to a question of the kind practices, and to no other"
            )
            raise ValueError(msg)
        if self.weight != 0 and not LEAST_WEIGHT <= self.weight <= 100:  # noqa: PLR2004 - the bound of the format
            msg = f"{self.id}: a weight is 0, or lies between {LEAST_WEIGHT:.6f} and 100"
            raise ValueError(msg)
        if self.hurts_at not in TIERS:
            msg = f"{self.id}: hurts_at is 2, 10 or 100"
            raise ValueError(msg)

    def is_asked_of(self, lane: Lane) -> bool:
        """Say whether the lane's own answer counts; an answer it gives nevertheless is an expectation."""
        return self.asked_of in {"both", lane}

    @property
    def weeks_a_level(self) -> float:
        """Person-weeks to rise one level, as long as nobody has estimated it."""
        return EFFORT_WEEKS[self.effort]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A handful of questions; its weight is the sum of theirs unless the file says otherwise."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    questions: Annotated[tuple[Question, ...], Len(1)]
    weight: GroupWeight | None = None

    @property
    def counts(self) -> float:
        """The weight among the topics of its pillar."""
        return sum(q.weight for q in self.questions) if self.weight is None else self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """One of the large themes; its weight is the sum of its topics' unless the file says otherwise."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    topics: Annotated[tuple[Topic, ...], Len(1)]
    weight: GroupWeight | None = None

    @property
    def counts(self) -> float:
        """The weight among the pillars."""
        return sum(t.counts for t in self.topics) if self.weight is None else self.weight

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the pillar, in order."""
        return tuple(q for t in self.topics for q in t.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One half of a dangerous combination: a question's level, or a measured limit (domain §2.6).

    ``lane`` names a side's own answer instead of the one that counts. ``limit`` matches the limits rows
    that have the word in their id (``connections`` in ``orders-db-connections``); ``below`` says what
    their factor is held against.
    """

    __pydantic_config__ = STRICT

    question: str = ""
    at_most: LevelIndex | None = None
    at_least: LevelIndex | None = None
    lane: Literal["product", "engineering"] | None = None
    limit: str = ""
    below: Literal["target", "tested"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Answers that are dangerous together, though each alone may be tolerable."""

    __pydantic_config__ = STRICT

    id: str
    when: Annotated[tuple[Condition, ...], Len(2)]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageChange:
    """One declared change between two versions; what is not declared is inferred (domain §4.1)."""

    __pydantic_config__ = STRICT

    rename: tuple[str, str] | None = None
    split: tuple[str, tuple[str, ...]] | None = None
    merge: tuple[tuple[str, ...], str] | None = None
    redefine: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """How a version came out of an earlier one."""

    __pydantic_config__ = STRICT

    from_version: str
    changes: tuple[LineageChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file of others that a questionnaire was made of, word for word, so that it can go out again."""

    __pydantic_config__ = STRICT

    form: Literal["aws-custom-lens", "azure-review", "spreadsheet"]
    text: str


TopicLayout = tuple[float, tuple[tuple[str, float, Tier], ...]]
PillarLayout = tuple[float, tuple[TopicLayout, ...]]
Layout = tuple[PillarLayout, ...]
"""Pillars of (weight, topics), topics of (weight, questions), questions of (id, weight, tier)."""


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """A version of a questionnaire, immutable once used.

    ``extends`` is set for a specialised questionnaire: the core it is asked with and that core's major
    version, ``scalability@1``. Not slotted: the look-ups below are computed once and kept.
    """

    __pydantic_config__ = STRICT

    id: str
    version: str
    title: str
    pillars: Annotated[tuple[Pillar, ...], Len(1)]
    format: Literal["readiness-questionnaire/1"] = "readiness-questionnaire/1"
    language: str = "en"
    licence: str = ""
    extends: str = ""
    combinations: tuple[Combination, ...] = ()
    lineage: Lineage | None = field(default=None)
    source: Source | None = field(default=None)

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Cross to another process as what it says; what follows from that is worked out there."""
        vars(self).update({one.name: state[one.name] for one in fields(self)})

    @property
    def reference(self) -> str:
        """The name others use for it, ``id@version``."""
        return f"{self.id}@{self.version}"

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the file."""
        return tuple(q for p in self.pillars for q in p.questions)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids."""
        return {q.id: q for q in self.questions}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Each question's place in the file: the last tie-break of every ordering."""
        return {q.id: i for i, q in enumerate(self.questions)}

    @cached_property
    def layout(self) -> "Layout":
        """The three levels of weights as plain tuples, for the functions that walk them often."""
        return tuple(
            (
                pillar.counts,
                tuple(
                    (topic.counts, tuple((q.id, q.weight, q.hurts_at) for q in topic.questions))
                    for topic in pillar.topics
                ),
            )
            for pillar in self.pillars
        )

    @cached_property
    def members(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions of each topic, by ``DAT.QRY``."""
        return {f"{p.id}.{t.id}": t.questions for p in self.pillars for t in p.topics}

    @property
    def gates(self) -> tuple[Question, ...]:
        """The questions whose failure blocks a growth step."""
        return tuple(q for q in self.questions if q.gate)

    def walk(self) -> Iterator[tuple[Pillar, Topic, Question]]:
        """Yield every question with the pillar and topic it stands in."""
        for pillar in self.pillars:
            for topic in pillar.topics:
                for question in topic.questions:
                    yield pillar, topic, question

    def within(self, scope: Scope) -> "Questionnaire":
        """Return what the scope sees: in a quick check the other questions do not exist."""
        if scope == "full":
            return self
        pillars = []
        for pillar in self.pillars:
            topics = [
                replace(topic, questions=kept)
                for topic in pillar.topics
                if (kept := tuple(q for q in topic.questions if q.quick))
            ]
            if topics:
                pillars.append(replace(pillar, topics=tuple(topics)))
        return replace(self, pillars=tuple(pillars))
