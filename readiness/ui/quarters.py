"""Quarters as they stand on the screen: a hyphen in them never breaks the line."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.domain.assessment import Assessment
    from readiness.services.assessing import AssessmentLine

NO_BREAK_HYPHEN: Final = "\u2011"


def shown_quarter(period: object, revision: int = 1) -> str:
    """Return a period, with its revision where that is not the first."""
    shown = str(period).replace("-", NO_BREAK_HYPHEN)
    return f"{shown} #{revision}" if revision > 1 else shown


def shown_reference(reference: str) -> str:
    """Return “Checkout API, 2026‑Q3” for what a command calls Checkout API@2026-Q3."""
    system, _, rest = reference.rpartition("@")
    period, _, revision = rest.partition("#")
    return f"{system}, {shown_quarter(period, int(revision or 1))}"


def quarter_options(
    lines: "Sequence[AssessmentLine]", own: str, assessment: "Assessment"
) -> "list[tuple[str, str]]":
    """Return what a quarter picker offers, the newest first; the open one even before Home knows of it."""
    options = [(str(line.id), shown_quarter(line.period, line.revision)) for line in reversed(lines)]
    if own not in {key for key, _ in options}:
        options.insert(0, (own, shown_quarter(assessment.period, assessment.revision)))
    return options
