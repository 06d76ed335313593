"""Lengths of a widget that follow the text size, also while the program runs."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme


class Measure(QObject):
    """Keeps a widget as high or wide as the design says at its text size; it lives as long as the widget."""

    def __init__(
        self, theme: Theme, widget: QWidget, *, height: int = 0, width: int = 0, least_height: int = 0
    ) -> None:
        super().__init__(widget)
        self._theme = theme
        self._widget = widget
        self._height, self._width, self._least_height = height, width, least_height
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        if self._height:
            self._widget.setFixedHeight(self._theme.px(self._height))
        if self._width:
            self._widget.setFixedWidth(self._theme.px(self._width))
        if self._least_height:
            self._widget.setMinimumHeight(self._theme.px(self._least_height))
