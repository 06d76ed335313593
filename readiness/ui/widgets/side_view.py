"""What one side said to one question, ready to be shown on cards, lane and note."""

from dataclasses import dataclass
from typing import Literal

from readiness.domain.counting import Side

Sureness = Literal["", "guess", "informed", "evidenced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side's view. ``words`` stand where it gave no level: “does not know”, “has not answered”.

    ``ticked`` are its practices, by id.
    """

    side: Side
    name: str
    level: int | None = None
    words: str = ""
    sureness: Sureness = ""
    is_expectation: bool = False
    note: str = ""
    evidence: tuple[str, ...] = ()
    by: str = ""
    ticked: tuple[str, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether the level is a guess."""
        return self.level is not None and self.sureness == "guess"

    @property
    def said(self) -> str:
        """What was said, in a few words that follow the name."""
        return self.words if self.level is None else str(self.level)
