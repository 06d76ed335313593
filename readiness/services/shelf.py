"""The shelf: every questionnaire one can ask, where each is used, taking one in and throwing one away."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.domain.combining import parts_of
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.studio.descent import base_of
from readiness.domain.versions import version_key
from readiness.errors import InputError
from readiness.services.foreign import hold, read_file, take, with_effects
from readiness.services.lenses import Looked
from readiness.storage import uses

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing

__all__ = [
    "Looked",
    "Shelved",
    "askable",
    "hold",
    "look_at_file",
    "read_file",
    "remove",
    "shelf",
    "take_in",
    "with_effects",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A questionnaire that was thrown away, as far as putting it back needs it."""

    questionnaire: Questionnaire
    origin: str
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A questionnaire with where it came from and the assessments that ask it, deleted ones too.

    ``later`` is the version that came out of it and needs it to be compared with. ``newest`` is the newest
    version of that name where this is an older one; ``open_uses`` are the open ones among the assessments.
    """

    questionnaire: Questionnaire
    origin: str
    uses: tuple[str, ...] = ()
    later: str = ""
    newest: str = ""
    open_uses: tuple[str, ...] = ()

    @property
    def may_go(self) -> bool:
        """Whether it can be deleted: it came from outside, and nothing needs it."""
        return self.origin != "shipped" and not self.uses and not self.later


def shelf(assessing: "Assessing") -> tuple[Shelved, ...]:
    """Return everything there is, what was taken in before what is shipped."""
    held = {
        one.questionnaire.reference: Shelved(
            questionnaire=one.questionnaire, origin=one.origin, uses=one.uses
        )
        for one in assessing.workspace.held()
    }
    for one in assessing.library.shipped():
        known = held.get(one.reference)
        held[one.reference] = Shelved(
            questionnaire=one, origin="shipped", uses=known.uses if known is not None else ()
        )
    later = {
        base_of(one.questionnaire): one.questionnaire.reference
        for one in held.values()
        if one.questionnaire.lineage is not None
    }
    plain = {reference: one for reference, one in held.items() if len(parts_of(reference)) == 1}
    asked = _asked(assessing)
    newest = _newest(plain.values())
    found = []
    for reference, shelved in plain.items():
        mine, latest = asked.get(reference, {}), newest[shelved.questionnaire.id]
        found.append(
            replace(
                shelved,
                uses=tuple(dict.fromkeys((*shelved.uses, *mine))),
                later=later.get(reference, ""),
                newest=latest if latest != shelved.questionnaire.version else "",
                open_uses=tuple(name for name, is_open in mine.items() if is_open),
            )
        )
    return tuple(sorted(found, key=_order))


def _asked(assessing: "Assessing") -> dict[str, dict[str, bool]]:
    """Return who asks each version, alone or beside others, and whether that assessment is open."""
    found: dict[str, dict[str, bool]] = {}
    with assessing.workspace.database.reading() as connection:
        for reference, questionnaire, is_open in uses.asked(connection):
            for part in parts_of(questionnaire):
                found.setdefault(part, {})[reference] = is_open
    return found


def _newest(shelved: Iterable[Shelved]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in shelved:
        id_, version = one.questionnaire.id, one.questionnaire.version
        found[id_] = max(found.get(id_, version), version, key=version_key)
    return found


def askable(assessing: "Assessing") -> tuple[Questionnaire, ...]:
    """Return what can be asked besides what is shipped, the newest version of each first."""
    return tuple(
        one.questionnaire
        for one in assessing.workspace.held()
        if one.origin != "shipped"
        and not one.questionnaire.extends
        and len(parts_of(one.questionnaire.reference)) == 1
    )


def look_at_file(assessing: "Assessing", path: Path) -> Looked:
    """Read a questionnaire file of any format and say what it would bring.

    Raises:
        FaultyFileError: it has errors; every one is named.
        InputError: it cannot be read, or is no questionnaire.
    """
    from readiness.exchange.bounded import read_content  # noqa: PLC0415 - after the first paint

    file = read_file(read_content(path), path.name, assessing.library.find)
    return hold(assessing, file)


def take_in(assessing: "Assessing", looked: Looked) -> str:
    """Keep what was looked at; return what it is called. The same again changes nothing."""
    take(assessing, looked)
    return looked.questionnaire.reference


def remove(assessing: "Assessing", reference: str) -> Gone:
    """Throw a questionnaire away that nothing needs; return it, to be put back.

    Raises:
        InputError: it is shipped, or in use.
    """
    found = next((one for one in shelf(assessing) if one.questionnaire.reference == reference), None)
    if found is None or found.origin == "shipped":
        raise InputError(f"{reference} comes with the program.", safe="It stays.")
    if not found.may_go:
        needs = ", ".join(found.uses[:3]) or found.later
        raise InputError(f"{reference} is used by {needs}.", safe="It stays.")
    file = assessing.kept_file(found.questionnaire)
    assessing.discard_questionnaire(reference)
    return Gone(questionnaire=found.questionnaire, origin=found.origin, file=file)


def put_back(assessing: "Assessing", gone: Gone) -> None:
    """Put back what was thrown away; where it is here already, nothing changes."""
    assessing.import_questionnaire(gone.questionnaire, gone.origin, gone.file)


def _order(one: Shelved) -> tuple[bool, str, str]:
    return one.origin == "shipped", one.questionnaire.title.casefold(), one.questionnaire.version
