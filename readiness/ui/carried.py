"""How a carried answer says that it stands from an earlier quarter."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Answer
from readiness.domain.check_in import is_carried
from readiness.ui.quarters import shown_quarter


def carried_words(answer: Answer) -> str:
    """Return “carried from 2026-Q3”; nothing for an answer of this quarter."""
    if not is_carried(answer):
        return ""
    words = QCoreApplication.translate("Carried", "carried from {0}")
    return words.format(shown_quarter(answer.carried_from))
