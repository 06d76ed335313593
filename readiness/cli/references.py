"""What REF names: an assessment in the workspace, or an answers file (rulings 16, 17 and 21)."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from readiness.domain.period import Period
from readiness.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from readiness.storage.reading import AssessmentLine, SystemLine

_PLACE: Final = re.compile(r"(?P<period>[^#]*)(?:#(?P<revision>[1-9][0-9]{0,3}))?")
_FILE_ENDINGS: Final = frozenset({".yaml", ".yml", ".json"})
_NOT_BREAKING_HYPHEN: Final = "\u2011"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An assessment of the workspace; without a revision the newest is meant."""

    system: str
    period: Period
    revision: int | None = None

    def __str__(self) -> str:
        later = "" if self.revision is None else f"#{self.revision}"
        return f"{self.system}@{self.period}{later}"


def parse_reference(text: str) -> Path | Named:
    """Read a REF: an existing path is a path, anything else is split at its last ``@``.

    Raises:
        NotFoundError: it reads like the path of a file that does not exist.
        UsageError: it is neither a path nor ``SYSTEM@PERIOD``.
    """
    path = Path(text)
    if _exists(path):
        return path
    system, at, place = text.rpartition("@")
    if not at or path.suffix.lower() in _FILE_ENDINGS:
        happened = f"There is no file “{text}”, and an assessment is written SYSTEM@PERIOD."
        raise NotFoundError(happened, remedy="“readiness list” shows what the workspace holds.")
    found = _PLACE.fullmatch(place.replace(_NOT_BREAKING_HYPHEN, "-"))
    if found is None or not system:
        raise _misread(text)
    try:
        period = Period.parse(found["period"])
    except ValueError as error:
        raise _misread(text) from error
    return Named(system=system, period=period, revision=int(found["revision"]) if found["revision"] else None)


def find(named: Named, systems: "tuple[SystemLine, ...]") -> "AssessmentLine":
    """Return the line of a named assessment.

    Raises:
        NotFoundError: the workspace holds none like it; the message names what is near.
    """
    system = _find_system(named, systems)
    in_period = [line for line in system.assessments if line.period == str(named.period)]
    if named.revision is not None:
        in_period = [line for line in in_period if line.revision == named.revision]
    if not in_period:
        periods = ", ".join(line.period for line in system.assessments) or "none yet"
        happened = f"There is no assessment “{named}”."
        raise NotFoundError(happened, remedy=f"Assessments of {system.name}: {periods}.")
    return max(in_period, key=lambda line: line.revision)


def _find_system(named: Named, systems: "tuple[SystemLine, ...]") -> "SystemLine":
    wanted = _folded(named.system)
    by_name = {_folded(system.name): system for system in systems}
    if wanted in by_name:
        return by_name[wanted]
    near = [by_name[name].name for name in get_close_matches(wanted, by_name, n=1)]
    known = near or sorted(system.name for system in systems)
    remedy = f"Did you mean “{near[0]}”?" if near else f"Systems: {', '.join(known) or 'none yet'}."
    happened = f"There is no system “{named.system}” in the workspace."
    raise NotFoundError(happened, remedy=remedy)


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or with a NUL
        return False


def _misread(text: str) -> UsageError:
    return UsageError(
        f"“{text}” is no reference to an assessment.",
        remedy="Write SYSTEM@PERIOD, as in “Checkout API@2026-Q3”, or the path of an answers file.",
    )
