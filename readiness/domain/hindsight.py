"""Last quarter's level beside this quarter's, once it can no longer sway anybody (domain §4.5)."""

from dataclasses import dataclass

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.carrying import FreshStart
from readiness.domain.check_in import is_carried


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindsight:
    """What was agreed before, in ``period``, and what people say of it now; ``restated`` stands beside it.

    ``now`` is the level agreed this time; only where there is one can the earlier be restated.
    """

    level: int
    period: str
    now: int | None
    restated: int | None = None

    @property
    def differs(self) -> bool:
        """Whether another level is given now, so that the earlier one is worth a second look."""
        return self.now is not None and self.now != self.level


def hindsight(assessment: Assessment, start: FreshStart, question: str) -> Hindsight | None:
    """Return last quarter's level as soon as it may be seen: after the answer, and after both sides’."""
    stood = start.stood.get(question)
    if stood is None or stood.level is None or not may_look_back(assessment, question):
        return None
    answer = assessment.agreed.get(question, NOT_ASKED)
    return Hindsight(
        level=stood.level,
        period=stood.carried_from or "",
        now=answer.level,
        restated=answer.restated,
    )


def may_look_back(assessment: Assessment, question: str) -> bool:
    """Say whether this quarter's answer is given, so that last quarter's can be shown.

    Answered apart, it is after the reveal; in the room, once something is agreed.
    """
    if not assessment.revealed:
        return False
    agreed = assessment.agreed.get(question, NOT_ASKED)
    if agreed.state != "not_asked":
        return not is_carried(agreed)
    sides = (assessment.product, assessment.engineering)
    return any(side.get(question, NOT_ASKED).state != "not_asked" for side in sides)
