"""One line of text that a user writes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.frame import look_of, paint_frame


class Field(QLineEdit):
    """A line edit; Esc leaves it, so that single keys work again."""

    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrame(False)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, then the text."""
        with drawing.painting(self) as painter:
            paint_frame(painter, self._theme, self, look_of(self))
        super().paintEvent(event)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setMinimumHeight(self._theme.px(42))
        side = self._theme.px(10)
        self.setTextMargins(side, 0, side, 0)
