"""The hairline between parts of a page."""

from PySide6.QtWidgets import QFrame, QWidget


def rule(parent: QWidget, kind: str) -> QFrame:
    """Return a hairline, ``line`` or ``upright``."""
    made = QFrame(parent)
    made.setProperty("kind", kind)
    return made
