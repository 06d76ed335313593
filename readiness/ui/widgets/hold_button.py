"""A button for what cannot be undone: it is held, not clicked, and shows how long still."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button, Kind
from readiness.ui.widgets.tooltip import plain_tooltip

HOLD_MS: Final = 1000
_HOLDS: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HoldButton(Button):
    """``held`` is sent after a second of holding: with the pointer, Space, Enter, or a key of the page."""

    held = Signal()

    def __init__(self, theme: Theme, text: str, kind: Kind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, kind, parent)
        self._done = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self._on_held)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(HOLD_MS)
        self._motion.valueChanged.connect(self._on_moved)
        self.set_reason("")

    @property
    def is_holding(self) -> bool:
        """Whether it is being held."""
        return self._timer.isActive()

    def set_reason(self, reason: str) -> None:
        """Offer the button, or say why not yet."""
        self.setEnabled(not reason)
        told = reason or self.tr("Hold for a second; it cannot be undone.")
        self.setAccessibleDescription(told)
        self.setToolTip(plain_tooltip(told))

    def begin(self) -> None:
        """Begin to hold."""
        if self.isEnabled() and not self.is_holding:
            self._timer.start()
            if self._theme.duration("base"):
                self._motion.start()
            else:
                self._show_done(1.0)

    def end(self) -> None:
        """Let go: too early, and nothing happens."""
        self._timer.stop()
        self._motion.stop()
        self._show_done(0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold with the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        self.end()

    def leaveEvent(self, event: QEvent) -> None:
        """Let go where the pointer leaves."""
        super().leaveEvent(event)
        self.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hold with Space or Enter; a key that repeats is the same hold."""
        if event.key() in _HOLDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.begin()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        if event.key() in _HOLDS:
            if not event.isAutoRepeat():
                self.end()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go where the focus leaves."""
        super().focusOutEvent(event)
        self.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go where the button goes."""
        super().hideEvent(event)
        self.end()

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        super()._paint_frame(painter, rect)
        if self._done:
            clip = QPainterPath()
            clip.addRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
            tone = "accentHover" if self._kind == "primary" else "accentSoft"
            painter.save()
            painter.setClipPath(clip)
            painter.fillRect(
                QRectF(rect.left(), rect.top(), rect.width() * self._done, rect.height()),
                self._theme.color(tone),
            )
            painter.restore()

    def _on_moved(self, value: object) -> None:
        if isinstance(value, float) and self.is_holding:
            self._show_done(value)

    def _show_done(self, done: float) -> None:
        self._done = done
        self.update()

    def _on_held(self) -> None:
        self.end()
        self.held.emit()
