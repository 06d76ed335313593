"""The base of everything that paints itself from the theme."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from readiness.ui.theme import Theme


class Painted(QWidget):
    """A widget that paints itself and repaints when the theme changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class PaintedButton(QAbstractButton):
    """A button that paints itself: hover and press repaint, and the ring knows its ``radius``."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("radius", 8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_words(text)
        theme.changed.connect(self._on_theme_changed)

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.text().replace("&&", "&")

    def set_words(self, words: str) -> None:
        """Show a text plainly: an ampersand is an ampersand."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the pointer."""
        super().leaveEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the hint, so that nothing is clipped."""
        return self.sizeHint()

    @property
    def _is_hovered(self) -> bool:
        return self.underMouse() and self.isEnabled()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
