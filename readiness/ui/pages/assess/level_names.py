"""What the five levels are called, whatever the question."""

from PySide6.QtCore import QCoreApplication


def level_name(number: int) -> str:
    """Return “Absent” to “Proven”."""
    return (_tr("Absent"), _tr("Ad hoc"), _tr("Partial"), _tr("In place"), _tr("Proven"))[number]


def _tr(text: str) -> str:
    return QCoreApplication.translate("QuestionView", text)
