"""The places of a workspace's backups: beside it, and a second one on another disk or a share."""

from dataclasses import dataclass
from pathlib import Path

from readiness.storage import surroundings
from readiness.storage.backup_names import backup_folder, kept_in
from readiness.storage.backups import still_holds
from readiness.storage.file_checks import may_write
from readiness.storage.second_place import Advice as PlaceAdvice
from readiness.storage.second_place import Stop, advice, second_folder
from readiness.storage.second_place import mirror as _mirror
from readiness.storage.sources import write_note

__all__ = ["PlaceAdvice", "PlaceState", "judge", "judge_folder", "mirror", "places_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceState:
    """How a place stands: when its newest sound backup was made, empty for none, and what is wrong."""

    folder: Path
    is_second: bool
    count: int
    last_good: str
    is_newest_sound: bool
    fault: str = ""


def places_of(workspace: Path, second: Path | None) -> tuple[PlaceState, ...]:
    """Return the places of a workspace's backups."""
    first = _state(backup_folder(workspace), workspace)
    if second is None:
        return (first,)
    return first, _state(second_folder(workspace, second), workspace, second, judge(workspace, second).fault)


def judge(workspace: Path, place: Path) -> PlaceAdvice:
    """Say what speaks for and against a folder as the second place."""
    return advice(workspace, place)


def judge_folder(workspace: Path) -> PlaceAdvice:
    """Say what speaks for and against a place for the workspace itself, which may be there already."""
    folder = next((one for one in workspace.parents if one.is_dir()), workspace.parent)
    if not may_write(folder):
        return PlaceAdvice(fault="This folder cannot be written. Choose another.")
    notes = surroundings.notices(workspace, 0)
    if workspace.exists():
        notes.insert(0, "There is a workspace in this folder already; it is opened as it is.")
    return PlaceAdvice(note=" ".join(notes))


def mirror(workspace: Path, place: Path, stop: Stop = lambda: False) -> int | None:
    """Copy what the second place does not have; return how many, or nothing where it is not there.

    ``stop`` leaves what is older for another time.

    Raises:
        OutputError: a copy could not be made; older ones are kept.
    """
    done = _mirror(workspace, place, stop)
    write_note(second_folder(workspace, place), workspace)
    return None if done.is_missing else done.copied


def _state(folder: Path, workspace: Path, second: Path | None = None, fault: str = "") -> PlaceState:
    found = kept_in(folder, workspace.stem)
    good = next((one for one in found if still_holds(one.path)), None)
    return PlaceState(
        folder=second or folder,
        is_second=second is not None,
        count=len(found),
        last_good="" if good is None else good.made_at,
        is_newest_sound=bool(found) and good is found[0],
        fault=fault,
    )
