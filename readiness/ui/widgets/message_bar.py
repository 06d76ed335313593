"""The bar across the top: what happened, what is safe, what to do."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.message_words import MessageWords
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.restyle import restyle

Kind = Literal["error", "attention", "note"]

_ICONS: Final[dict[Kind, str]] = {"error": "warning", "attention": "info", "note": "undo"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; ``actions`` are key and text of at most two buttons; 0 ``seconds`` stay."""

    kind: Kind
    title: str
    text: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    seconds: int = 0
    icon: str = ""


class _Sign(Painted):
    """The message's icon."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self._name = "info"
        self._tone = "ink"
        self.setFixedSize(22, 22)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        with drawing.painting(self) as painter:
            self._icons.paint(painter, QRectF(self.rect()), self._name, self._theme.color(self._tone))


class MessageBar(QWidget):
    """One message at a time, hidden while there is none; Esc dismisses, hover and focus hold it."""

    acted = Signal(str)
    dismissed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._message: Message | None = None
        self._buttons: list[Button] = []
        self._frame = QFrame(self)
        self._sign = _Sign(theme, icons, self._frame)
        self._words = MessageWords(theme, self._frame)
        self._close = Button(theme, "", "quiet", self._frame)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._build()
        self.hide()

    @property
    def message(self) -> Message | None:
        """What it says now."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Say something, in place of what was said before; errors are announced to readers."""
        self._message = message
        self._words.say(message.title, message.text)
        tone = "error" if message.kind == "error" else "ink"
        self._sign.show_icon(message.icon or _ICONS[message.kind], tone)
        restyle(self._frame, "kind", f"message-{message.kind}")
        self.setAccessibleName(" ".join(part for part in (message.title, message.text) if part))
        self._set_actions(message.actions[:2])
        self.show()
        self._wait()
        if message.kind == "error":
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def dismiss(self) -> None:
        """Take the message away."""
        if self._message is None:
            return
        self._message = None
        self._timer.stop()
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the message while the pointer or the focus is on it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self._timer.stop()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave):
            self._wait()
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        if self._message is not None and self._message.seconds:
            self._timer.start(self._message.seconds * 1000)

    def _set_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        row = self._frame.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101 - built below
        for button in self._buttons:
            row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for key, text in actions:
            button = Button(self._theme, text, "plain", self._frame)
            button.set_size("medium")
            button.setObjectName(f"message-{key}")
            button.setProperty("action", key)
            button.clicked.connect(self._on_action)
            button.installEventFilter(self)
            row.insertWidget(row.count() - 1, button)
            self._buttons.append(button)

    def _on_action(self) -> None:
        key = str(self.sender().property("action"))
        self.dismiss()
        self.acted.emit(key)

    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)  # free of the window's edge
        whole.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self._close.set_icon(self._icons, "close")
        self._close.set_size("medium")
        self._close.setObjectName("message-close")
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.clicked.connect(self.dismiss)
        self._close.installEventFilter(self)
        self.installEventFilter(self)
        self._frame.setMinimumHeight(52)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
