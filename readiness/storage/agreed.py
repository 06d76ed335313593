"""What a computer and the folder of a workspace agreed on last, noted beside the working copy."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from readiness.storage.folders import part_of, sync_folder

_LONGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the folder has as far as this computer knows, by its hash, and what it was putting there last."""

    place: str
    base: str
    on_its_way: str = ""

    def knows(self, stands: str) -> bool:
        """Whether it was found there, or put there even where that could not be noted any more."""
        return bool(stands) and stands in (self.base, self.on_its_way)


def note(state: Path, agreed: Agreed) -> None:
    """Write it down, whole or not at all, so that no power cut takes it.

    Raises:
        OSError: it could not be written; what was noted before still is.
    """
    part = part_of(state)
    with part.open("x", encoding="utf-8") as file:
        file.write(json.dumps(asdict(agreed)))
        file.flush()
        os.fsync(file.fileno())
    part.replace(state)
    sync_folder(state.parent)


def noted_in(state: Path) -> Agreed | None:
    """Return what is noted in a file; nothing where that says nothing."""
    try:
        with state.open(encoding="utf-8") as file:
            body = json.loads(file.read(_LONGEST))
        return Agreed(str(body["place"]), str(body["base"]), str(body["on_its_way"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return None
