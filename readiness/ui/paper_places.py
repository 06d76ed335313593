"""Where paper is put: the folder that is offered, and a name that ends as it should."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> Path:
    """Return where people keep documents on this computer."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def remembered(folder: str) -> Path:
    """Return the folder where the last paper went, if it is there still."""
    kept = Path(folder) if folder else None
    return kept if kept is not None and kept.is_dir() else documents()


def with_pdf(path: Path) -> Path:
    """Return a path with the ending of a PDF."""
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def ask_for_pdf(parent: QWidget, title: str, wanted: Path, kind: str) -> Path | None:
    """Ask where a PDF should be; a name that gets its ending here is asked for again where it is taken."""
    while True:
        path, _ = QFileDialog.getSaveFileName(parent, title, str(wanted), kind)
        if not path:
            return None
        wanted = with_pdf(Path(path))
        if str(wanted) == path or not wanted.exists():
            return wanted
