"""What the five levels are called on the screen."""

from PySide6.QtCore import QCoreApplication


def level_name(number: int) -> str:
    """Return the name of a level."""
    names = (_tr("Absent"), _tr("Ad hoc"), _tr("Partial"), _tr("In place"), _tr("Proven"))
    return names[number]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Levels", text)
