"""Whether an assessment may be sealed, and what stands in the way. Pure."""

from dataclasses import dataclass
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.meeting import RevealState, reveal_state

SealKind = Literal["ready", "hidden", "unanswered", "unsaved", "read_only", "sealed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealState:
    """How sealing stands. ``reveal`` says how far the sides are where their answers are the reason."""

    kind: SealKind
    reveal: RevealState
    unsaved: int = 0

    @property
    def is_ready(self) -> bool:
        """Whether it can be sealed now."""
        return self.kind == "ready"


def seal_state(assessment: Assessment, *, read_only: bool, unsaved: int) -> SealState:
    """Say whether an assessment may be sealed.

    Hidden answers block it: a seal would freeze what nobody has seen. So do private lanes that nobody
    answered, unless everything there is was agreed openly.
    """
    reveal = reveal_state(assessment)
    kind = _kind(assessment, reveal, read_only=read_only, unsaved=unsaved)
    return SealState(kind=kind, reveal=reveal, unsaved=unsaved)


def _kind(assessment: Assessment, reveal: RevealState, *, read_only: bool, unsaved: int) -> SealKind:
    if assessment.sealed:
        return "sealed"
    if read_only:
        return "read_only"
    if not assessment.revealed and any(side.answered for side in reveal.sides):
        return "hidden"
    if not assessment.revealed and not assessment.agreed:
        return "unanswered"
    return "unsaved" if unsaved else "ready"
