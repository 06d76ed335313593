"""What the growth ladder says: three facts, never merged, and the distance to the next step."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from readiness.ui.widgets.numbers import times

Reading = Literal["judged", "partial", "quick"]

STEPS: Final = (1, 2, 10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One growth step and its gates; ``names`` are short names of the open ones, in order."""

    factor: int
    gates: int = 0
    gates_open: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The values of a ladder.

    ``reading`` is *judged*, *partial* (too few questions asked: ``asked`` of ``total``) or *quick* (no
    growth step). ``practices`` is 1, 2, 10 or 100. ``effort`` is words, like “11 person-weeks”. ``today``
    and ``target_load`` are the only absolute loads that may stand. Where nobody set a target, it is not
    ``is_aimed`` and ``target`` is the default that stands in.
    """

    reading: Reading = "judged"
    practices: int | None = None
    tested: float | None = None
    limit: float | None = None
    limit_resource: str = ""
    target: float = 10.0
    target_by: str = ""
    is_aimed: bool = True
    today: str = ""
    target_load: str = ""
    steps: tuple[LadderStep, ...] = ()
    effort: str = ""
    asked: int = 0
    total: int = 0

    @property
    def next_step(self) -> LadderStep | None:
        """The first step above what the practices support; nothing where nothing was judged."""
        if self.reading != "judged" or self.practices is None:
            return None
        return next((step for step in self.steps if step.factor > (self.practices or 1)), None)

    @property
    def is_target_met(self) -> bool:
        """Whether the practices support the target's step."""
        return self.reading == "judged" and (self.practices or 0) >= min(self.target, 100)


def tested_words(ladder: Ladder) -> str:
    """Say how far the system was tested."""
    if ladder.tested is None:
        return _tr("Untested.")
    return _tr("Tested to {0}.").format(times(ladder.tested))


def limit_words(ladder: Ladder) -> str:
    """Say which known limit comes first."""
    if ladder.limit is None:
        return _tr("Limit not known.")
    words = _tr("First known limit {0}").format(times(ladder.limit))
    return f"{words}, {ladder.limit_resource}." if ladder.limit_resource else f"{words}."


def practice_words(ladder: Ladder) -> str:
    """Say what the practices support, or why that cannot be said."""
    if ladder.reading == "quick":
        return _tr("A quick check gives no growth step.")
    if ladder.reading == "partial":
        return _tr("{0} of {1} asked, too few for a growth step.").format(ladder.asked, ladder.total)
    if ladder.practices is None:
        return _tr("No question of a growth step applies.")
    if ladder.practices <= 1:
        return _tr("No growth step confirmed yet.")
    return _tr("Practices support {0}.").format(times(ladder.practices))


def next_words(ladder: Ladder) -> str:
    """Say how far the next step is; empty where there is none."""
    step = ladder.next_step
    if step is None:
        return ""
    words = _tr("next step {0}: {1}").format(times(step.factor), gates_words(step))
    return f"{words}, {ladder.effort}" if ladder.effort else words


def gates_words(step: LadderStep) -> str:
    """Say how many gates of a step are open."""
    return _tr("{0} of {1} gates open").format(step.gates_open, step.gates)


def finding(ladder: Ladder) -> str:
    """Say everything in one paragraph, tested first."""
    parts = [tested_words(ladder), limit_words(ladder), practice_words(ladder)]
    held = _tr("Target {0}.") if ladder.is_aimed else _tr("Looked at {0}; no target is set.")
    parts.append(held.format(times(ladder.target)))
    following = next_words(ladder)
    if following:
        parts.append(f"{following[0].upper()}{following[1:]}.")
    return " ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ladder", text)
