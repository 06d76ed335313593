"""The library: questionnaires that are shipped, and those a workspace holds."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from readiness import paths
from readiness.domain.combining import combine, fits, parts_of
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.versions import version_key
from readiness.errors import NotFoundError

if TYPE_CHECKING:
    from readiness.storage.workspace import Workspace

DEFAULT = "scalability"


class Library:
    """Finds questionnaires by ``id@version``; what an assessment was frozen with comes first."""

    def __init__(self, workspace: "Workspace | None" = None) -> None:
        self._workspace = workspace

    def shipped(self) -> tuple[Questionnaire, ...]:
        """Return the questionnaires that come with the program, by id and version."""
        return _shipped(paths.bundled("questionnaires"), paths.cache_folder())

    def find(self, reference: str) -> Questionnaire | None:
        """Return a questionnaire by its reference, from the workspace or from what is shipped.

        ``scalability@1`` is the newest of that major version; ``scalability@1.0+saas@1.0`` is combined from
        its parts unless the workspace holds it already.
        """
        name, *added = parts_of(reference)
        held = self._workspace.questionnaire(reference) if self._workspace else None
        if held is not None:
            return held
        if added:
            return self._combined(name, added)
        known = [q for q in self.shipped() if q.reference == reference or _is_major(q, reference)]
        return max(known, key=lambda q: version_key(q.version), default=None)

    def specialised(self, core: Questionnaire) -> tuple[Questionnaire, ...]:
        """Return the shipped questionnaires that can be asked together with a core, newest version each."""
        fitting = {q.id: q for q in self.shipped() if fits(core, q)}
        return tuple(fitting.values())

    def _combined(self, name: str, added: list[str]) -> Questionnaire | None:
        core, parts = self.find(name), [self.find(part) for part in added]
        found = tuple(part for part in parts if part is not None)
        if core is None or len(found) < len(parts):
            return None
        with suppress(ValueError):  # parts that do not belong together are no questionnaire
            return combine(core, found)
        return None

    def latest(self, id_: str = DEFAULT) -> Questionnaire:
        """Return the newest shipped version.

        Raises:
            NotFoundError: none of that name is shipped.
        """
        versions = [q for q in self.shipped() if q.id == id_]
        if not versions:
            raise NotFoundError(f"No questionnaire named “{id_}” is shipped.", remedy="Run “readiness list”.")
        return max(versions, key=lambda q: version_key(q.version))


def _is_major(questionnaire: Questionnaire, reference: str) -> bool:
    return reference == f"{questionnaire.id}@{questionnaire.version.partition('.')[0]}"


@cache
def _shipped(folder: Path, cache_folder: Path) -> tuple[Questionnaire, ...]:
    from readiness.exchange.compiled import load  # noqa: PLC0415 - pydantic is loaded only where one is read

    found = [load(path, cache_folder / "questionnaires") for path in sorted(folder.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda q: (q.id, version_key(q.version))))
