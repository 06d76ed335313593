"""Files that the desktop hands to the running program: opened, dropped or named."""

from pathlib import Path
from typing import Final

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


TAKEN_IN: Final = (".json", ".yaml", ".yml", ".csv", ".tsv", ".xlsx")
"""What questionnaires of any format end in."""


def dropped(event: QDropEvent) -> Path | None:
    """Return the one local file of a drop, a workspace or something to take in."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and (is_workspace(path) or path.suffix.lower() in TAKEN_IN) else None


def is_workspace(path: Path) -> bool:
    """Whether a file is called as workspaces are."""
    return path.suffix == ".readiness"


def with_ending(path: str) -> Path:
    """Return the path as a workspace's, unless the person gave it an ending."""
    chosen = Path(path)
    return chosen if chosen.suffix else chosen.with_suffix(".readiness")
