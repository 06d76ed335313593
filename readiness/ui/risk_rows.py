"""Accepted risks as rows of a list: which question, by whom, until when; pure."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.accepting import holding
from readiness.domain.assessment import Assessment
from readiness.ui.quarters import shown_quarter
from readiness.ui.risk_facts import prompt_of
from readiness.ui.widgets.change_list import ChangeRow


def accepted_rows(assessment: Assessment) -> tuple[ChangeRow, ...]:
    """Return what is accepted, and what is open again, as rows of a list."""
    until, again = _tr("until {0}"), _tr("open again")
    held = holding(assessment.accepted, assessment.period)
    return tuple(
        ChangeRow(
            name=prompt_of(assessment, risk.question),
            key=risk.question,
            note=risk.role,
            value=until.format(shown_quarter(risk.expires)) if risk.question in held else again,
        )
        for risk in assessment.accepted
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Risks", text)
