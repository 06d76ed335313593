"""Where a meeting stands beside its answers: what was left open or put off, who spoke, the time that is used.

Nothing of it is an answer, no seal holds it, and no figure depends on it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from annotated_types import Ge, Gt

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.questionnaire import STRICT, Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What is kept so that a meeting is resumed exactly where it was.

    ``later`` is what a lane comes back to, ``places`` the question each lane was at. ``talk`` is the order in
    which the room talks, ``spoken`` the sides in the order in which they spoke. ``box`` is in minutes and
    ``used`` in seconds by part; ``has_clock`` says whether they were ever set.
    """

    __pydantic_config__ = STRICT

    left_open: tuple[str, ...] = ()
    later: Mapping[Lane, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[Lane, str] = field(default_factory=dict)
    talk: tuple[str, ...] = ()
    everything: bool = False
    spoken: tuple[Side, ...] = ()
    has_clock: bool = False
    box: Annotated[int, Gt(0)] | None = None
    used: Mapping[str, Annotated[float, Ge(0)]] = field(default_factory=dict)

    def still_open(self, assessment: Assessment) -> frozenset[str]:
        """Return what was left open and is not agreed since."""
        agreed = assessment.agreed
        return frozenset(id_ for id_ in self.left_open if agreed.get(id_, NOT_ASKED).state == "not_asked")

    def within(self, known: Collection[str]) -> "Sitting":
        """Return it without any question that is not asked."""
        return replace(
            self,
            left_open=_among(self.left_open, known),
            later={lane: _among(ids, known) for lane, ids in self.later.items()},
            places={lane: id_ for lane, id_ in self.places.items() if id_ in known},
            talk=_among(self.talk, known),
        )

    def leaving_open(self, question: str) -> "Sitting":
        """Return it with a question left open."""
        return replace(self, left_open=(*_without(self.left_open, question), question))

    def taking_up(self, question: str) -> "Sitting":
        """Return it with a question left open no longer."""
        return replace(self, left_open=_without(self.left_open, question))

    def putting_off(self, lane: Lane, question: str) -> "Sitting":
        """Return it with a question to come back to, or no longer."""
        before = self.later.get(lane, ())
        after = _without(before, question) if question in before else (*before, question)
        return replace(self, later={**self.later, lane: after})

    def standing_at(self, lane: Lane, question: str) -> "Sitting":
        """Return it with a lane at a question."""
        return replace(self, places={**self.places, lane: question})

    @property
    def quieter(self) -> Side | None:
        """The side to ask first: it spoke less, or did not speak last; nobody before somebody has spoken."""
        if not self.spoken:
            return None
        product, engineering = (self.spoken.count(side) for side in SIDES)
        if product != engineering:
            return "product" if product < engineering else "engineering"
        return "product" if self.spoken[-1] == "engineering" else "engineering"

    def moved(self, other: "Sitting") -> tuple[str, ...]:
        """Return the questions that are left open or put off in one of two and not in the other."""
        found = set(self.left_open) ^ set(other.left_open)
        for lane in {*self.later, *other.later}:
            found |= set(self.later.get(lane, ())) ^ set(other.later.get(lane, ()))
        return tuple(sorted(found))


def _among(ids: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _without(ids: tuple[str, ...], question: str) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ != question)
