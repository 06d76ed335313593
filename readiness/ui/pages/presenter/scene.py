"""What the room sees of a question, as a value; made of the assessment, never of what is hidden."""

from dataclasses import dataclass
from typing import Literal

from readiness.ui.widgets.side_view import SideView

Kind = Literal["question", "duel", "done"]
Settled = Literal["", "agreed", "unknown", "not_applicable", "left_open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One of the five levels. ``is_chosen``: the room agreed on it; ``views`` are the sides that gave it."""

    number: int
    name: str
    text: str
    is_chosen: bool = False
    views: tuple[SideView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideState:
    """How far a side is while answers are hidden: never what it answered."""

    side: Literal["product", "engineering"]
    name: str
    words: str
    is_turn: bool = False
    is_locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A disputed anchor with whoever stands for it, their words, and how sure they are."""

    views: tuple[SideView, ...]
    title: str
    text: str
    quotes: tuple[str, ...] = ()
    number: int | None = None

    @property
    def spoken(self) -> str:
        """Return it as it is read out: “Engineering 1, Ad hoc: An engineer can block traffic by hand”."""
        who = " · ".join(view.name for view in self.views)
        level = self.title if self.number is None else f"{self.number}, {self.title}"
        return ": ".join(part for part in (f"{who} {level}", self.text) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A level in one line: its number in its colour, a strong lead, and the rest."""

    lead: str
    text: str
    number: int | None = None
    is_verdict: bool = False
    is_large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything on the room's screen; ``words`` stand at the foot, beside the keys."""

    kind: Kind = "question"
    pillar: str = ""
    topic: str = ""
    place: str = ""
    time: str = ""
    is_time_up: bool = False
    prompt: str = ""
    why: str = ""
    anchors: tuple[Anchor, ...] = ()
    sides: tuple[SideState, ...] = ()
    claims: tuple[Claim, ...] = ()
    lines: tuple[Line, ...] = ()
    views: tuple[SideView, ...] = ()
    gap: int | None = None
    settled: Settled = ""
    can_say_again: bool = False
    words: str = ""
    keys: tuple[tuple[str, str], ...] = ()
