"""The pictures of backups: many, damaged ones, none, a file that does not open, and the places for them."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton

from readiness.domain.assessment import Answer, Participant
from readiness.domain.period import Period
from readiness.services.assessing import Assessing, Draft

if TYPE_CHECKING:
    from shots import Studio

KEPT: Final = "kept"
_START: Final = datetime(2026, 8, 20, 8, 5, tzinfo=UTC)
_LONG: Final = "Payment reconciliation and settlement for every marketplace"
_DAYS: Final = 21


def write_kept(sample: Path, folder: Path) -> None:
    """Write a workspace with three weeks of backups, one of them damaged."""
    path = folder / f"{KEPT}.readiness"
    shutil.copyfile(sample, path)
    moment = _START

    def clock() -> datetime:
        return moment

    made = Assessing.open(path, clock)
    person = Participant(role="Product lead", name="Mira Holtzbrinck-Ngata", lane="product")
    id_ = made.start(Draft(system=_LONG, period=Period(2026, 3), participants=(person,)))
    ids = [question.id for question in made.load(id_).questionnaire.questions]
    for day in range(_DAYS):
        made.answer(id_, ids[day], "agreed", Answer(level=day % 5, by=person.name))
        made.backup(why="before-import" if day == _DAYS // 2 else "")
        moment += timedelta(hours=23, minutes=17)
    made.close_assessment(id_)
    made.start(Draft(system="Ledger", period=Period(2026, 3)))
    made.close()
    damaged = sorted((folder / f"{KEPT} backups").iterdir())[-4]
    content = bytearray(damaged.read_bytes())
    content[8192:12288] = bytes(4096)
    damaged.write_bytes(content)


def _settle(studio: "Studio") -> None:
    """Wait for the backups to be looked at too."""
    studio.settle()
    studio.window.safekeeping.settle()
    studio.settle()


def restore(studio: "Studio") -> None:
    """Show the backups, and what going back to an older one would change."""
    studio.open(studio.places.sample.with_name(f"{KEPT}.readiness"))
    studio.window.backups.show()
    _settle(studio)
    rows = studio.window.findChildren(QAbstractButton)
    row = next(row for row in rows if row.objectName() == "backup-20")
    row.setFocus()
    row.click()
    _settle(studio)


def restore_none(studio: "Studio") -> None:
    """Show that there is no backup yet."""
    studio.open(studio.places.workspace)
    studio.window.backups.show()
    _settle(studio)


def refused(studio: "Studio") -> None:
    """Open a damaged file, beside which are backups."""
    folder = studio.places.sample.parent
    path = folder / "damaged.readiness"
    path.write_bytes(b"This was a workspace once.")
    shutil.copytree(folder / f"{KEPT} backups", folder / "damaged backups", dirs_exist_ok=True)
    for one in (folder / "damaged backups").iterdir():
        if one.name.startswith(KEPT):
            one.rename(one.with_name(one.name.replace(KEPT, "damaged", 1)))
    studio.open(path)


def place(studio: "Studio") -> None:
    """Ask where the workspace should be, before the first assessment."""
    studio.open(studio.places.workspace)
    documents = studio.places.workspace.parent / "Documents"
    documents.mkdir(exist_ok=True)
    studio.window.first_place.ask(studio.window.go_home)


def places(studio: "Studio") -> None:
    """Show where the backups are, with a second place that lacks nothing."""
    studio.open(studio.places.sample.with_name(f"{KEPT}.readiness"))
    second = studio.places.workspace.parent / "Backups of the company"
    second.mkdir(exist_ok=True)
    studio.window.safekeeping.set_second_place(str(second))
    studio.settle()
    studio.window.backups.show_places()
    _settle(studio)


def places_gone(studio: "Studio") -> None:
    """Show a second place that is not connected."""
    studio.open(studio.places.sample.with_name(f"{KEPT}.readiness"))
    studio.window.safekeeping.set_second_place(str(studio.places.workspace.parent / "Unplugged disk"))
    studio.settle()
    studio.window.backups.show_places()


def restored(studio: "Studio") -> None:
    """Restore a backup, and see what the bar says."""
    restore(studio)
    studio.settle()
    next(
        one for one in studio.window.findChildren(QAbstractButton) if one.objectName() == "restore-now"
    ).click()
    studio.settle()
    studio.settle()


def settings(studio: "Studio") -> None:
    """Show the settings with the way to the backups."""
    studio.window.show_settings()


def people(studio: "Studio") -> None:
    """Show who is named, with one chosen."""
    studio.open(studio.places.sample.with_name(f"{KEPT}.readiness"))
    studio.window.backups.show_people()
    studio.settle()
    rows = studio.window.findChildren(QAbstractButton)
    row = next(one for one in rows if one.accessibleName().startswith("Mira Holtzbrinck"))
    row.setFocus()
    row.click()
    _settle(studio)


def people_none(studio: "Studio") -> None:
    """Show that nobody is named."""
    studio.open(studio.places.workspace)
    studio.window.backups.show_people()


def no_places(studio: "Studio") -> None:
    """Use no second place any more."""
    studio.window.safekeeping.set_second_place("")


SCENES: Final = (
    ("08-restore", restore),
    ("08-restore-none", restore_none),
    ("08-refused", refused),
    ("08-restored", restored),
    ("08-place", place),
    ("08-places", places, no_places),
    ("08-places-gone", places_gone, no_places),
    ("08-people", people),
    ("08-people-none", people_none),
)
