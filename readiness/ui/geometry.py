"""Where the window stood last time: the one thing that is a blob and belongs to the machine."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

DESIGN: Final = QSize(1440, 900)
SMALLEST: Final = QSize(1180, 720)


class Geometry:
    """Reads and keeps the geometry of the window."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was, or to its designed size within the screen."""
        window.setMinimumSize(SMALLEST)
        kept = self._settings().value("geometry")
        if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
            return
        window.resize(DESIGN.boundedTo(window.screen().availableSize()).expandedTo(SMALLEST))

    def keep(self, window: QMainWindow) -> None:
        """Remember where the window is; where that cannot be written it is no loss."""
        settings = self._settings()
        settings.setValue("geometry", window.saveGeometry())
        settings.sync()

    def _settings(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
