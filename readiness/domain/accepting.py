"""Risks that somebody accepts for a while: who, why, and until which quarter. They reopen by themselves.

Whether one still holds is a question of the assessment's own quarter, never of a clock.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from annotated_types import Len

from readiness.domain.period import Period
from readiness.domain.questionnaire import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedRisk:
    """A question whose shortfall is left as it is, by a role and for a reason, to the end of a quarter.

    ``expires`` is the last quarter in which it holds. ``at`` is when it was accepted, as stored.
    """

    __pydantic_config__ = STRICT

    question: Annotated[str, Len(1)]
    role: Annotated[str, Len(1)]
    reason: Annotated[str, Len(1)]
    expires: str
    at: str = ""

    @property
    def until(self) -> Period | None:
        """The last quarter in which it holds; none where what is stored names no quarter."""
        try:
            return Period.parse(self.expires)
        except ValueError:
            return None

    def holds_in(self, period: Period) -> bool:
        """Say whether it still holds in the quarter of an assessment."""
        until = self.until
        return until is not None and period <= until


def holding(risks: Iterable[AcceptedRisk], period: Period) -> dict[str, AcceptedRisk]:
    """Return what is accepted in a quarter, by question."""
    return {risk.question: risk for risk in risks if risk.holds_in(period)}


def reopened(risks: Iterable[AcceptedRisk], period: Period) -> dict[str, AcceptedRisk]:
    """Return what was accepted until a quarter before, and is open again, by question."""
    return {risk.question: risk for risk in risks if not risk.holds_in(period)}


def carried_on(
    risks: Iterable[AcceptedRisk], since: Period, origins: Mapping[str, Collection[str]]
) -> tuple[AcceptedRisk, ...]:
    """Return what a new assessment takes over from the one of a quarter: what held then and lives on.

    ``origins`` are the old questions that each new one comes from. All parts of a split stay accepted; what
    is merged stays so where every part was, and no longer than the first of them. What has expired in
    between comes along once, so that people see that it is open again.
    """
    held = holding(risks, since)
    return tuple(
        replace(min((held[id_] for id_ in old), key=_last), question=new)
        for new, old in origins.items()
        if old and all(id_ in held for id_ in old)
    )


def _last(risk: AcceptedRisk) -> tuple[int, int]:
    until = risk.until
    return (until.year, until.quarter) if until is not None else (0, 0)


def with_risk(risks: Iterable[AcceptedRisk], risk: AcceptedRisk) -> tuple[AcceptedRisk, ...]:
    """Return the risks with one accepted, in the place of what was said of its question before."""
    return (*without_risk(risks, risk.question), risk)


def without_risk(risks: Iterable[AcceptedRisk], question: str) -> tuple[AcceptedRisk, ...]:
    """Return the risks without that of a question."""
    return tuple(one for one in risks if one.question != question)
