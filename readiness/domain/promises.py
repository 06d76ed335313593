"""What was agreed to be done, and what leadership decided: checked when the next quarter begins."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, Len

from readiness.domain.questionnaire import STRICT, LevelIndex

ActionKind = Literal["raise", "find-out", "settle", "free"]
ActionState = Literal["planned", "under_way", "done", "slipped", "dropped"]
Verdict = Literal["open", "approved", "declined", "deferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """An action that people took on, as it stands with its assessment.

    ``id`` is the roadmap's (``DAT-04``, ``DAT-04:2``); ``questions`` are those it raises, none for a *free*
    one. ``effort`` is the owner's estimate in person-weeks, ``None`` while nobody has made one. ``period``
    is the quarter it was promised for. Its state may change after the assessment is sealed.
    """

    __pydantic_config__ = STRICT

    id: Annotated[str, Len(1, 128)]
    kind: ActionKind = "raise"
    questions: tuple[str, ...] = ()
    title: str = ""
    goal: LevelIndex | None = None
    effort: Annotated[float, Ge(0), Le(1e6)] | None = None
    owner: str = ""
    period: str | None = None
    state: ActionState = "planned"
    excluded: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What leadership was asked, what it said, and why; ``due`` and ``at`` are dates as text."""

    __pydantic_config__ = STRICT

    text: Annotated[str, Len(1)]
    verdict: Verdict = "open"
    reason: str = ""
    due: str = ""
    at: str = ""
