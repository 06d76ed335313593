"""The pictures of a workspace in a synced folder: on a copy, cut off, open elsewhere, closing."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readiness.errors import NotWrittenBackError
from readiness.services.whereabouts import Disk, place_of
from readiness.storage.lock_note import note_path

if TYPE_CHECKING:
    from shots import Studio

_LONG: Final = "Readiness of everything that Quillmere runs for its marketplaces"


def told(studio: "Studio") -> None:
    """Say where it lies, and that one works on a copy."""
    path = _open(studio, "team")
    place = place_of(path, Disk())
    if place is not None:
        studio.window.messages.tell_place(place, is_on_copy=True)


def cut_off(studio: "Studio") -> None:
    """Let the folder go away while one works."""
    path = _open(studio, _LONG)
    path.parent.rename(path.parent.with_name("away"))
    studio.session.run_errand(lambda desk: desk.assessing.set_team("Search", "Discovery"), lambda _: None)
    studio.settle()
    _write_back(studio)


def back(studio: "Studio") -> None:
    """Let the folder come back."""
    folder = _folder(studio)
    if folder.with_name("away").exists():
        folder.with_name("away").rename(folder)
    _write_back(studio)


def open_elsewhere(studio: "Studio") -> None:
    """Open what a colleague works on."""
    studio.open(studio.places.workspace)
    path = _copied(studio, "theirs")
    ann = {
        "user": "Ann",
        "host": "ANN-LAPTOP",
        "since": "2026-09-10T08:12:00.000Z",
        "computer": "x",
        "copy": True,
    }
    note_path(path).write_text(json.dumps(ann), encoding="utf-8")
    studio.open(path)


def take_over(studio: "Studio") -> None:
    """Ask before it is opened all the same."""
    open_elsewhere(studio)
    studio.settle()
    studio.window.files.ask_to_take_over()


def closing(studio: "Studio") -> None:
    """Close while the folder is not there."""
    _open(studio, "team")
    happened = "team.readiness could not be written back to /Volumes/Team: the drive is not connected."
    studio.session.unbacked.emit(NotWrittenBackError(happened, why="", remedy=""))


def _open(studio: "Studio", name: str) -> Path:
    path = _copied(studio, name)
    studio.open(path)
    studio.window.go_home()
    studio.settle()
    return path


def _copied(studio: "Studio", name: str) -> Path:
    folder = _folder(studio)
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.readiness"
    if not path.exists():
        shutil.copyfile(studio.places.sample, path)
    return path


def _folder(studio: "Studio") -> Path:
    return studio.places.workspace.parent / "Dropbox"


def _write_back(studio: "Studio") -> None:
    studio.window.writing_back.write_now()
    studio.settle()
    studio.window.writing_back.settle()
    studio.settle()


SCENES: Final = (
    ("08-drive", told),
    ("08-drive-cut-off", cut_off, back),
    ("08-drive-elsewhere", open_elsewhere),
    ("08-drive-take-over", take_over),
    ("08-drive-closing", closing),
)
