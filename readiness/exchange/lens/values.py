"""A lens as it was published: every text as it stands, and beside each part the object it was read from.

``given`` holds the keys that this program knows nothing of, so that a lens goes out as it came in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from readiness.domain.practices import Always, Rule, practices_in

SCHEMA: Final = "2021-11-01"
_ALONE: Final = ("_no", "noneofthese")

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text and perhaps an address."""

    text: str
    url: str = ""
    given: Given = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One practice that can be ticked."""

    id: str
    title: str
    help: Link | None = None
    plan: Link | None = None
    more_help: tuple[Link, ...] = ()
    more_plans: tuple[Link, ...] = ()
    given: Given = field(default_factory=dict)

    @property
    def stands_alone(self) -> bool:
        """Whether it means “none of these”, which cannot be ticked with anything else."""
        return self.id.endswith(_ALONE) or self.title.strip().casefold().startswith("none of")


@dataclass(frozen=True, slots=True, kw_only=True)
class LensQuestion:
    """One question: its practices, and the rules in the order they are tried."""

    id: str
    title: str
    description: str = ""
    help: Link | None = None
    choices: tuple[Choice, ...]
    rules: tuple[Rule, ...]
    given: Given = field(default_factory=dict)

    @property
    def is_informational(self) -> bool:
        """Whether there is one rule, for everything, so that nothing is rated."""
        return len(self.rules) == 1 and isinstance(self.rules[0].condition, Always)

    @property
    def strangers(self) -> tuple[str, ...]:
        """What rules name and is no choice of the question."""
        known = {choice.id for choice in self.choices}
        named = (id_ for rule in self.rules for id_ in practices_in(rule.condition))
        return tuple(dict.fromkeys(id_ for id_ in named if id_ not in known))

    @property
    def can_be_rated(self) -> bool:
        """Whether its rules name nothing unknown, and something is said of what is not good."""
        says_more = any(isinstance(rule.condition, Always) or rule.risk != "none" for rule in self.rules)
        return says_more and not self.strangers


@dataclass(frozen=True, slots=True, kw_only=True)
class LensPillar:
    """Some questions under a name."""

    id: str
    name: str
    questions: tuple[LensQuestion, ...]
    given: Given = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """The whole."""

    name: str
    description: str
    pillars: tuple[LensPillar, ...]
    given: Given = field(default_factory=dict)

    @property
    def questions(self) -> tuple[LensQuestion, ...]:
        """Every question in the order of the file."""
        return tuple(question for pillar in self.pillars for question in pillar.questions)
