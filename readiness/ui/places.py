"""Where the window finds and keeps things; made once in app.py, so that tests use their own folders."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The files and folders of one run."""

    workspace: Path
    sample: Path
    settings: Path
    geometry: Path
    log_folder: Path

    @property
    def questionnaires(self) -> Path:
        """The folder of the questionnaires that the user writes, beside the own workspace."""
        return self.workspace.parent / "questionnaires"


def documents() -> Path | None:
    """Return the documents folder, which may not be there yet: nothing is looked up on a disk here."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else None
