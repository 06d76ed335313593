"""What the database thread does for the studio: files are read and written there, one after the other."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import ReadinessError

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Questionnaire
    from readiness.services.draft_files import DraftFile
    from readiness.services.foreign_files import Known, Reader
    from readiness.services.own_files import OwnFile
    from readiness.services.studio import ChangedOutside, Drafting, DraftProblem, Saved
    from readiness.ui.desk import Desk


class Keeper:
    """Holds the file of a draft; it knows what it wrote last, so that several saves may wait in a row."""

    def __init__(self, drafting: "Drafting") -> None:
        self.drafting = drafting

    def save(self, _desk: "Desk", draft: "Questionnaire") -> "Saved | ChangedOutside | ReadinessError":
        """Write the draft; what stands in the way is returned."""
        from readiness.services.studio import Saved, save_draft  # noqa: PLC0415 - in the database thread

        try:
            outcome = save_draft(self.drafting, draft)
        except ReadinessError as error:
            return error
        if isinstance(outcome, Saved):
            self.drafting = replace(self.drafting, hash=outcome.hash)
        return outcome

    def put_away(self, desk: "Desk", draft: "Questionnaire") -> "Saved | Drafting | ReadinessError":
        """Write the draft before it is left: beside its file, where something else changed that."""
        from readiness.services.studio import ChangedOutside  # noqa: PLC0415 - in the database thread

        outcome = self.save(desk, draft)
        return self.keep_beside(desk, draft) if isinstance(outcome, ChangedOutside) else outcome

    def is_changed(self, _desk: "Desk") -> bool:
        """Whether something else changed the file."""
        from readiness.services.studio import is_changed_outside  # noqa: PLC0415 - in the database thread

        return is_changed_outside(self.drafting)

    def read_both(self, _desk: "Desk", draft: "Questionnaire") -> tuple[str, str]:
        """Return what the file says now, and what the draft would make of it."""
        from readiness.services.studio import both_texts  # noqa: PLC0415 - in the database thread

        return both_texts(self.drafting, draft)

    def save_as(self, _desk: "Desk", draft: "Questionnaire", path: Path) -> "Drafting | ReadinessError":
        """Write the draft into a file that was chosen, and go on there."""
        from readiness.services.studio import save_as  # noqa: PLC0415 - in the database thread

        try:
            return save_as(self.drafting, draft, path)
        except ReadinessError as error:
            return error

    def keep_beside(self, _desk: "Desk", draft: "Questionnaire") -> "Drafting | ReadinessError":
        """Write the draft into a new file and go on there."""
        from readiness.services.studio import keep_beside  # noqa: PLC0415 - in the database thread

        try:
            return keep_beside(self.drafting, draft)
        except ReadinessError as error:
            return error


def read_file(reader: "Reader", path: Path, known: "Known") -> "tuple[Path, DraftFile | ReadinessError]":
    """Read a questionnaire file in the other process, as any hand may have been in it."""
    from readiness.services.draft_files import read_draft_file, refuse_shipped  # noqa: PLC0415 - in the background

    try:
        refuse_shipped(path)
        return path, reader.read(read_draft_file, path, known.find)
    except ReadinessError as error:
        return path, error


def hold_file(desk: "Desk", read: "tuple[Path, DraftFile | ReadinessError]") -> "Drafting | ReadinessError":
    """Hold what a file says against what is here."""
    from readiness.services.studio import hold_draft  # noqa: PLC0415 - in the database thread

    path, file = read
    return file if isinstance(file, ReadinessError) else hold_draft(desk.assessing, path, file)


def find_newest(_desk: "Desk", folder: Path) -> Path | None:
    """Return the questionnaire file of one’s own that was changed last; ``None`` where there is none."""
    from readiness.services.own_files import own_files  # noqa: PLC0415 - in the database thread

    return next((one.path for one in own_files(folder)), None)


def edit_version(desk: "Desk", reference: str, folder: Path) -> "Drafting | ReadinessError | Path":
    """Begin the draft after a version; where there is one, return its file."""
    from readiness.services.studio import edit, find_own  # noqa: PLC0415 - in the database thread

    own = find_own(desk.assessing, reference, folder)
    return own or _attempt(partial(edit, desk.assessing, reference, folder))


def start_empty(desk: "Desk", folder: Path, title: str) -> "Drafting | ReadinessError":
    """Begin an empty questionnaire."""
    from readiness.services.studio import start_empty as start  # noqa: PLC0415 - in the database thread

    return _attempt(partial(start, desk.assessing, folder, title))


def list_files(_desk: "Desk", folder: Path) -> "tuple[OwnFile, ...]":
    """Return the questionnaires of one’s own."""
    from readiness.services.own_files import own_files  # noqa: PLC0415 - in the database thread

    return own_files(folder)


def find_problems(desk: "Desk", draft: "Questionnaire") -> "tuple[DraftProblem, ...]":
    """Return what is wrong or weak in a draft."""
    from readiness.services.studio import draft_problems  # noqa: PLC0415 - in the database thread

    return draft_problems(desk.assessing, draft)


def list_shipped(desk: "Desk") -> "tuple[Questionnaire, ...]":
    """Return what can be copied: everything that is shipped."""
    return desk.assessing.library.shipped()


def _attempt(work: "partial[Drafting]") -> "Drafting | ReadinessError":
    try:
        return work()
    except ReadinessError as error:
        return error
