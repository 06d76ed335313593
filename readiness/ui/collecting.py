"""Rubbish is collected in the window's thread alone.

Python collects cycles in whatever thread happens to allocate. A widget caught in a cycle would then be
destroyed in the database thread: Qt holds a lock while it asks for the interpreter's, the window's thread
holds the interpreter's while it asks for Qt's, and the program stands still for good.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 500


class Collecting(QObject):
    """Takes collection over from the interpreter, until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Keep the interpreter from collecting where it likes."""
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is full, and with it the younger ones."""
        counts, limits = gc.get_count(), gc.get_threshold()
        full = [age for age, count in enumerate(counts) if count > limits[age] > 0]
        if full:
            gc.collect(full[-1])

    def stop(self) -> None:
        """Give collection back as it was found."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
