"""What a screen reader is told about a widget."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def spoken_name(widget: QWidget) -> str:
    """Return the name that a reader hears."""
    return _text(widget, QAccessible.Text.Name)


def spoken_description(widget: QWidget) -> str:
    """Return the description that a reader may ask for."""
    return _text(widget, QAccessible.Text.Description)


def _text(widget: QWidget, kind: QAccessible.Text) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    assert face is not None
    return face.text(kind)
