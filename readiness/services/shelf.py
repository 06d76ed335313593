"""The shelf: every questionnaire one can ask, where each is used, taking one in and throwing one away."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.domain.combining import parts_of
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import InputError
from readiness.services.foreign import hold, read_file, take
from readiness.services.lenses import Looked

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing

__all__ = ["Looked", "Shelved", "askable", "hold", "look_at_file", "read_file", "remove", "shelf", "take_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A questionnaire with where it came from and the assessments that ask it, deleted ones too.

    ``later`` is the version that came out of it and needs it to be compared with.
    """

    questionnaire: Questionnaire
    origin: str
    uses: tuple[str, ...] = ()
    later: str = ""

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
        f"{one.questionnaire.id}@{one.questionnaire.lineage.from_version}": one.questionnaire.reference
        for one in held.values()
        if one.questionnaire.lineage is not None
    }
    found = [
        Shelved(
            questionnaire=one.questionnaire, origin=one.origin, uses=one.uses, later=later.get(reference, "")
        )
        for reference, one in held.items()
        if len(parts_of(reference)) == 1
    ]
    return tuple(sorted(found, key=_order))


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


def remove(assessing: "Assessing", reference: str) -> None:
    """Throw a questionnaire away that nothing needs.

    Raises:
        InputError: it is shipped, or in use.
    """
    found = next((one for one in shelf(assessing) if one.questionnaire.reference == reference), None)
    if found is None or found.origin == "shipped":
        raise InputError(f"{reference} comes with the program.", safe="It stays.")
    if not found.may_go:
        needs = ", ".join(found.uses[:3]) or found.later
        raise InputError(f"{reference} is used by {needs}.", safe="It stays.")
    assessing.discard_questionnaire(reference)


def _order(one: Shelved) -> tuple[bool, str, str]:
    return one.origin == "shipped", one.questionnaire.title.casefold(), one.questionnaire.version
