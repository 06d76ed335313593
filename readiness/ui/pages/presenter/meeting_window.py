"""A window of a meeting: its keys go through the conductor, whichever of the two has the focus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from readiness.ui.key_help import page_keys
from readiness.ui.pages.presenter import keys
from readiness.ui.pages.presenter.conductor import ENTRIES
from readiness.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from readiness.ui.pages.presenter.conductor import Conductor
    from readiness.ui.session import Session
    from readiness.ui.theme import Theme

_OF_THE_ROOM = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OF_A_TABLE = (Qt.Key.Key_T,)


class MeetingWindow(QWidget):
    """Digits agree, R has to be held, and what is written opens in the window where its key was pressed."""

    closed = Signal()

    def __init__(self, session: "Session", conductor: "Conductor", theme: "Theme") -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._session, self._conductor, self._base = session, conductor, theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = FocusRing(theme, self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def take_entry(self, entry: str) -> None:
        """Open what is to be written."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show the keys that work here."""
        from readiness.ui.dialogs.keys_dialog import KeysDialog  # noqa: PLC0415 - when it is asked for

        KeysDialog(page_keys("meeting"), self._base, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means."""
        single = self._session.settings.single_keys
        if keys.is_reveal(event, single_keys=single):
            if not event.isAutoRepeat():
                self._conductor.begin_hold()
            return
        asked = keys.meaning(event, single_keys=single)
        if asked in ENTRIES:
            if self._conductor.may_write(asked):
                self.take_entry(asked)
        elif asked == "keys":
            self.show_keys()
        elif not self._conductor.do(asked):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep ← and → and the clicker's keys for the room: buttons and lists would take them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            taken = _OF_A_TABLE if isinstance(watched, QAbstractItemView) else _OF_THE_ROOM
            if event.key() in taken:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """R was let go."""
        if event.key() == Qt.Key.Key_R and not event.isAutoRepeat():
            self._conductor.end_hold()
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave."""
        super().closeEvent(event)
        self.closed.emit()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        is_mine = now is not None and now is not self and now.window() is self
        if now is not None and is_mine and not isinstance(now, QLineEdit):
            now.installEventFilter(self)
