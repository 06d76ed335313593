"""Files that the desktop hands to the running program: opened, dropped or named."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QFileOpenEvent


class FileOpening(QObject):
    """An event filter for the application."""

    asked = Signal(str)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the file out of the event."""
        if isinstance(event, QFileOpenEvent):
            self.asked.emit(event.file())
            return True
        return super().eventFilter(watched, event)


def dropped(event: QDropEvent) -> Path | None:
    """Return the one local workspace file of a drop."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix == ".readiness" else None


def with_ending(path: str) -> Path:
    """Return the path as a workspace's, unless the person gave it an ending."""
    chosen = Path(path)
    return chosen if chosen.suffix else chosen.with_suffix(".readiness")
