"""What going back to a backup would change: which assessments go or come back, and which answers."""

from collections.abc import Mapping
from dataclasses import dataclass

Given = Mapping[tuple[str, str], str]
"""What was answered, by lane and question, as one text each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An assessment as a workspace holds it; ``folded`` is the system's name as names are compared.

    ``answers`` are those of an open one: a sealed one never changes, so that ``count`` is enough.
    """

    system: str
    folded: str
    period: str
    revision: int
    is_sealed: bool
    touched_at: str
    count: int
    answers: Given

    @property
    def reference(self) -> str:
        """How a command names it."""
        later = f"#{self.revision}" if self.revision > 1 else ""
        return f"{self.system}@{self.period}{later}"

    @property
    def key(self) -> tuple[str, str, int]:
        """What makes it the same assessment in two copies of a workspace."""
        return self.folded, self.period, self.revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """What a workspace, or a copy of it, holds; ``newest_sealed`` is a reference, empty for none."""

    assessments: tuple[Held, ...] = ()
    newest_sealed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What restoring would do, in references and counts.

    ``going`` are only in the workspace, ``coming`` only in the backup. Answers are counted in those that are
    open in both; ``beside`` counts those in both whose answers are the same and something else is not.
    """

    going: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    going_answers: int = 0
    coming_answers: int = 0
    answers_lost: int = 0
    answers_back: int = 0
    answers_changed: int = 0
    beside: int = 0
    sealed_now: str = ""
    sealed_then: str = ""

    @property
    def is_none(self) -> bool:
        """Whether the backup says the same as the workspace."""
        answers = self.answers_lost + self.answers_back + self.answers_changed
        return not (self.going or self.coming or self.reopened or answers or self.beside)


def difference(now: Inventory, then: Inventory) -> Difference:
    """Return what would change if ``then`` took the place of ``now``."""
    mine, theirs = ({one.key: one for one in each.assessments} for each in (now, then))
    going = [one for key, one in mine.items() if key not in theirs]
    coming = [one for key, one in theirs.items() if key not in mine]
    both = [(one, theirs[key]) for key, one in mine.items() if key in theirs]
    pairs = [(here.answers, there.answers) for here, there in both if not (here.is_sealed or there.is_sealed)]
    return Difference(
        going=tuple(one.reference for one in going),
        coming=tuple(one.reference for one in coming),
        reopened=tuple(here.reference for here, there in both if here.is_sealed and not there.is_sealed),
        going_answers=sum(one.count for one in going),
        coming_answers=sum(one.count for one in coming),
        answers_lost=sum(len(here.keys() - there.keys()) for here, there in pairs),
        answers_back=sum(len(there.keys() - here.keys()) for here, there in pairs),
        answers_changed=sum(_changed(here, there) for here, there in pairs),
        beside=sum(_differs_beside(here, there) for here, there in both),
        sealed_now=now.newest_sealed,
        sealed_then=then.newest_sealed,
    )


def _changed(here: Given, there: Given) -> int:
    return sum(here[key] != there[key] for key in here.keys() & there.keys())


def _differs_beside(here: Held, there: Held) -> bool:
    is_same = here.answers == there.answers and here.is_sealed == there.is_sealed
    return is_same and here.touched_at != there.touched_at
