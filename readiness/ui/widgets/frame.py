"""The frame of what a user writes or picks: one look for fields, text areas and selects."""

from typing import Final, Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing

Look = Literal["rest", "hover", "focus", "read-only", "faulty", "disabled"]

# fill, line, width of the line
_LOOKS: Final[dict[Look, tuple[str, str, float]]] = {
    "rest": ("surface", "line2", 1.5),
    "hover": ("surface", "ink2", 1.5),
    "focus": ("surface", "focus", 2.0),
    "read-only": ("sunken", "", 0.0),
    "faulty": ("errorTint", "error", 2.0),
    "disabled": ("sunken", "line2", 1.5),
}


def look_of(widget: QWidget) -> Look:
    """Return how the frame of a widget looks now."""
    if not widget.isEnabled():
        return "disabled"
    if widget.property("faulty"):
        return "faulty"
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        if widget.isReadOnly():
            return "read-only"
        if widget.hasFocus():
            return "focus"
    return "hover" if widget.underMouse() else "rest"


def paint_frame(painter: QPainter, theme: Theme, widget: QWidget, look: Look) -> None:
    """Paint the frame around a widget's content."""
    fill, line, width = _LOOKS[look]
    drawing.box(
        painter,
        QRectF(widget.rect()),
        8,
        fill=theme.color(fill),
        line=theme.color(line) if line else None,
        width=width,
        dash=(3.0, 3.0) if look == "disabled" else (),
    )
