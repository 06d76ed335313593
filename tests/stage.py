"""What the ``stage`` fixture of the widget tests is: widgets in, their shown and active window out."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

Stage = Callable[..., QWidget]
