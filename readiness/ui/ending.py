"""Being asked to end from outside: what is typed is saved first."""

import signal
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ENDINGS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Ending(QObject):
    """Turns the system's signals into a Qt signal, through a wakeup socket: nothing runs in the handler."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._before: dict[int, object] = {}
        self._wakeup = -1

    def install(self) -> None:
        """Listen from now on; only in the main thread."""
        for number in _ENDINGS:
            self._before[number] = signal.signal(number, _ignore)
        self._wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)

    def uninstall(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(self._wakeup)
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]  # what signal.signal returned
        self._before.clear()
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _on_woken(self) -> None:
        received = self._read.recv(64)
        if any(number in _ENDINGS for number in received):
            self.asked.emit()


def _ignore(_number: int, _frame: object) -> None:
    """Let the wakeup socket tell; the default would end the process here."""
