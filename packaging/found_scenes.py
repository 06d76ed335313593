"""The pictures of backups that are found in a folder: of lost computers, with awkward names, none at all."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton
from safe_scenes import KEPT

from readiness.storage.sources import NOTE

if TYPE_CHECKING:
    from shots import Studio

_LONG: Final = "Payment reconciliation and settlement for each “R&D” market"
_RIGHT_TO_LEFT: Final = "מוכנות לצמיחה"
_LOST: Final = (
    (KEPT, "ada-laptop", "/home/ada/Documents/Readiness", 0),
    (_LONG, "build-machine-17.quillmere.example", "/srv/company/planning/2026/quarter 3", 5),
    (_RIGHT_TO_LEFT, "noa-desktop", "/home/noa", 11),
    (KEPT, "", "", 17),
)


def _place(studio: "Studio") -> Path:
    """Fill a second place from computers that are gone."""
    folder = studio.places.sample.parent
    place = folder / "Share"
    if place.exists():
        return place
    backups = sorted((folder / f"{KEPT} backups").iterdir())
    for number, (name, computer, where, fewer) in enumerate(_LOST):
        made = place / f"{name} backups {number:08x}"
        made.mkdir(parents=True)
        for one in backups[: len(backups) - fewer]:
            shutil.copyfile(one, made / one.name.replace(KEPT, name, 1))
        if computer:
            (made / NOTE).write_text(f"Computer: {computer}\nWorkspace: {where}/{name}.readiness\n", "utf-8")
    return place


def _settle(studio: "Studio") -> None:
    studio.settle()
    studio.window.safekeeping.settle()
    studio.settle()
    studio.window.safekeeping.settle()
    studio.settle()


def _look_in(studio: "Studio", place: Path) -> None:
    studio.window.backups.look_in(place)
    _settle(studio)


def found(studio: "Studio") -> None:
    """Show what is in a folder, over an empty Home."""
    studio.open(studio.places.workspace)
    _look_in(studio, _place(studio))


def found_none(studio: "Studio") -> None:
    """Show that nothing is there."""
    studio.open(studio.places.workspace)
    empty = studio.places.workspace.parent / "Holiday pictures"
    empty.mkdir(exist_ok=True)
    _look_in(studio, empty)


def from_place(studio: "Studio") -> None:
    """Show the backups of one of the computers, the long name."""
    found(studio)
    _click(studio, "source-2")
    _click(studio, "sources-show")
    _settle(studio)


def others(studio: "Studio") -> None:
    """Show backups in the workspace's own list, and that others have the name too."""
    studio.open(studio.places.sample.with_name(f"{KEPT}.readiness"))
    studio.window.safekeeping.set_second_place(str(_place(studio)))
    _settle(studio)
    studio.window.backups.show()
    _settle(studio)


def _click(studio: "Studio", name: str) -> None:
    row = next(one for one in studio.window.findChildren(QAbstractButton) if one.objectName() == name)
    row.setFocus()
    row.click()


def no_place(studio: "Studio") -> None:
    """Use no second place any more."""
    studio.window.safekeeping.set_second_place("")


SCENES: Final = (
    ("08-sources", found),
    ("08-sources-none", found_none),
    ("08-restore-from", from_place),
    ("08-restore-others", others, no_place),
)
