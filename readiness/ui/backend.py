"""The services as the window reaches them: each is imported in the thread that first needs it.

The shell paints before any of them is loaded, so this module imports none.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any

from readiness.errors import NotFoundError
from readiness.ui.desk import Desk
from readiness.ui.jobs import load_heavy

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.assessment import Assessment
    from readiness.domain.period import Period
    from readiness.domain.questionnaire import Questionnaire
    from readiness.other_process import OtherProcess
    from readiness.reports.audit.facts import AuditFacts
    from readiness.reports.editable import Sentence
    from readiness.reports.options import ReportOptions
    from readiness.reports.portfolio_weighing import Given, Weighed
    from readiness.reports.worker import ReportWorker
    from readiness.services.first_look import OpenFile
    from readiness.services.foreign_files import Reader
    from readiness.services.reporting import Past
    from readiness.services.whereabouts import Disk


class Backend:
    """Opens workspaces and makes files; every method belongs in another thread than the window's."""

    def __init__(self, disk_of: "Callable[[Path], Disk] | None" = None) -> None:
        self._disk_of = disk_of
        self._process: OtherProcess | None = None
        self._lock = Lock()
        self._folders: list[TemporaryDirectory[str]] = []

    def open(self, path: Path, *, take_over: bool = False) -> "OpenFile":
        """Open a workspace that exists; ``take_over`` is for one that another computer left open."""
        from readiness.services.first_look import OpenFile  # noqa: PLC0415 - not in the window's thread

        return OpenFile.open(path, disk_of=self._disks(), take_over=take_over)

    def create(self, path: Path) -> "OpenFile":
        """Create an empty workspace and open it."""
        from readiness.services.first_look import OpenFile  # noqa: PLC0415 - not in the window's thread

        return OpenFile.create(path, disk_of=self._disks())

    def open_or_create(self, path: Path) -> "OpenFile":
        """Open the user's own workspace; the first start makes it."""
        from readiness.services.first_look import is_there  # noqa: PLC0415 - not in the window's thread

        return self.open(path) if is_there(path) else self.create(path)

    def _disks(self) -> "Callable[[Path], Disk]":
        from readiness.services.whereabouts import disk_by_mounts  # noqa: PLC0415 - see above

        return self._disk_of or disk_by_mounts

    def open_sample(self, path: Path) -> "OpenFile":
        """Open the sample; the first time writes it."""
        if not path.exists():
            load_heavy()
            from readiness.services.sample import write_sample  # noqa: PLC0415 - only for the sample

            write_sample(path)
        file = self.open(path)
        file.can_be_made_again = True
        return file

    def open_newest_backup(self, path: Path) -> "OpenFile":
        """Open a copy of the newest backup of a workspace that is open elsewhere; the backup is not touched.

        Raises:
            NotFoundError: there is none.
        """
        from readiness.services.assessing import newest_backup  # noqa: PLC0415 - after the shell has painted

        backup = newest_backup(path)
        if backup is None:
            raise NotFoundError(
                f"There is no backup of {path.name} yet.", remedy="Close it where it is open first."
            )
        return self.open_copy(backup)

    def open_copy(self, backup: Path) -> "OpenFile":
        """Open a copy of a backup, to look at; the backup is not touched."""
        folder = TemporaryDirectory(prefix="readiness-", ignore_cleanup_errors=True)
        self._folders.append(folder)
        copy = Path(folder.name) / backup.name
        try:
            shutil.copy(backup, copy)
        except OSError as error:
            raise NotFoundError(
                f"{backup.name} cannot be read: {error.strerror}.", remedy="Choose another backup."
            ) from error
        return self.open(copy)

    def has_backups(self, path: Path) -> bool:
        """Whether there is a backup of a workspace to go back to."""
        from readiness.services.first_look import has_backups  # noqa: PLC0415 - not in the window's thread

        return has_backups(path)

    def continue_at(self, desk: Desk, path: Path) -> Desk:
        """Copy a workspace to another place and go on there; the first one is left as it is."""
        desk.assessing.backup(path)
        copy = Desk(self.open(path))
        desk.leave_behind()  # the copy is checked, and the first place may have no room for another
        return copy

    def questionnaires(self) -> "tuple[Questionnaire, tuple[Questionnaire, ...]]":
        """Return the core that a new assessment will ask, and what can be asked with it."""
        from readiness.services.library import Library  # noqa: PLC0415 - after the shell has painted

        library = Library()
        core = library.latest()
        return core, library.specialised(core)

    def export_pdf(
        self, assessment: "Assessment", path: Path, options: "ReportOptions | None", past: "Past"
    ) -> Path:
        """Write the report and return where it is."""
        from readiness.services import exporting  # noqa: PLC0415 - only for paper

        return exporting.export_pdf(assessment, path, options, self._report_worker(), past)

    def render_pdf(self, assessment: "Assessment", options: "ReportOptions | None", past: "Past") -> bytes:
        """Make the report for the preview."""
        from readiness.services import exporting  # noqa: PLC0415 - only for paper

        return exporting.render_pdf(assessment, options, self._report_worker(), past)

    def read_sentences(
        self, assessment: "Assessment", options: "ReportOptions", past: "Past"
    ) -> "tuple[Sentence, ...]":
        """Work out which sentences of the report may be written anew."""
        from readiness.services import exporting  # noqa: PLC0415 - only for paper

        return exporting.editable_sentences(assessment, options, past)

    def export_file(
        self, assessment: "Assessment", path: Path, options: "ReportOptions | None", past: "Past"
    ) -> Path:
        """Write what the name's ending says, and return where it is."""
        from readiness.services import exporting  # noqa: PLC0415 - only for paper

        return exporting.export_file(assessment, path, options, past)

    def export_audit(self, facts: "AuditFacts", path: Path) -> Path:
        """Write how an assessment came about, and return where it is."""
        from readiness.services import auditing  # noqa: PLC0415 - only for paper

        return auditing.export_audit(facts, path)

    def export_agenda(self, assessment: "Assessment", path: Path, options: "ReportOptions") -> Path:
        """Write the agenda of the meeting and return where it is."""
        from readiness.services import exporting  # noqa: PLC0415 - only for paper

        return exporting.export_agenda(assessment, path, options, self._report_worker())

    def weigh_system(self, given: "Given") -> "Weighed":
        """Work out the figures of one system of a portfolio, and its plan, in the other process."""
        return self._report_worker().weigh(given)

    def export_portfolio(
        self, systems: "tuple[Weighed, ...]", period: "Period", path: Path, options: "ReportOptions"
    ) -> Path:
        """Write the report of a portfolio and return where it is."""
        from readiness.services import portfolio_report  # noqa: PLC0415 - only for paper

        return portfolio_report.export_portfolio(systems, period, path, options, self._report_worker())

    def read_file(self, path: Path, reading: "Callable[[Reader, Path], Any]") -> Any:
        """Read a file that somebody else made, in the other process."""
        from readiness.services.foreign_files import Reader  # noqa: PLC0415 - only for such files

        return reading(Reader(self._other_process()), path)

    def cancel(self) -> None:
        """Stop what the other process does."""
        if self._process is not None:
            self._process.cancel()

    def close(self) -> None:
        """End the other process and leave nothing behind."""
        if self._process is not None:
            self._process.close()
        for folder in self._folders:
            folder.cleanup()

    def _report_worker(self) -> "ReportWorker":
        from readiness.reports.worker import ReportWorker  # noqa: PLC0415 - only for paper

        return ReportWorker(self._other_process())

    def _other_process(self) -> "OtherProcess":
        from readiness.other_process import OtherProcess  # noqa: PLC0415 - not before it is needed

        with self._lock:
            if self._process is None:
                self._process = OtherProcess()
            return self._process

    def warm(self) -> None:
        """Load what answering will need behind the first paint, so that the first answer need not wait."""
        load_heavy()
