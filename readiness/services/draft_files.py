"""Files that are opened in the studio: read like any file of others, wherever that is done, then held."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from readiness import paths
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import FaultyFileError, InputError
from readiness.services.own_files import LENS

if TYPE_CHECKING:
    from readiness.exchange.finding import Find
    from readiness.exchange.studio.drafts import Source


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DraftFile:
    """What a file holds: the questionnaire, the text to write it back into, and the hash of its bytes.

    ``source`` is absent for a custom lens, of which only the weights are set.
    """

    draft: Questionnaire
    source: "Source | None"
    hash: str


def read_draft_file(content: bytes, name: str, _find: "Find | None" = None) -> DraftFile:
    """Read a questionnaire file to edit it.

    Raises:
        FaultyFileError: its form is not that of a questionnaire; every fault is named.
        InputError: it should hold the weights of a lens, and does not.
    """
    from readiness.exchange.studio.drafts import read_draft  # noqa: PLC0415 - it loads pydantic

    if name.endswith(LENS):
        return DraftFile(draft=_lens_draft(content, name), source=None, hash=hash_of(content))
    reading = read_draft(content)
    if reading.draft is None or reading.source is None:
        raise FaultyFileError(name, reading.faults)
    return DraftFile(draft=reading.draft, source=reading.source, hash=hash_of(content))


def refuse_shipped(path: Path) -> None:
    """Let nothing of what comes with the program be edited.

    Raises:
        InputError: the file does.
    """
    if path.resolve().parent == paths.bundled("questionnaires").resolve():
        raise InputError(
            f"{path.name} comes with the program.",
            safe="It stays as it is.",
            remedy="Begin with a copy of it instead.",
        )


def hash_of(content: bytes) -> str:
    """Return what tells whether a file holds these bytes still."""
    return sha256(content).hexdigest()


def _lens_draft(content: bytes, name: str) -> Questionnaire:
    from readiness.exchange.questionnaires import questionnaire_from_json  # noqa: PLC0415 - it loads pydantic

    try:
        return questionnaire_from_json(content)
    except ValueError as error:
        raise InputError(
            f"{name} does not hold the weights of a lens.",
            safe="It was not changed.",
            details=str(error),
        ) from error
