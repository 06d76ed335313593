"""What the ``stage`` fixture of the widget tests is: widgets in, their shown and active window out."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

Stage = Callable[..., QWidget]


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
