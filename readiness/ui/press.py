"""Paper: reports and other files are made in the background, and can be stopped."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readiness.errors import ReadinessError
from readiness.ui.backend import Backend
from readiness.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.assessment import Assessment
    from readiness.reports.audit.facts import AuditFacts
    from readiness.reports.editable import Sentence
    from readiness.reports.options import ReportOptions
    from readiness.services.reporting import Past


class Press(QObject):
    """Makes files of an assessment."""

    exported = Signal(str)  # path of the finished file
    agenda_exported = Signal(str)  # path of the finished agenda
    audit_exported = Signal(str)  # path of the finished audit file
    progressed = Signal(str)  # a line of text
    failed = Signal(object)  # ReadinessError
    rendered = Signal(bytes)  # a PDF for the preview

    def __init__(self, backend: Backend, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks

    def export_pdf(
        self, assessment: "Assessment", path: Path, options: "ReportOptions | None", past: "Past"
    ) -> None:
        """Write the report."""
        self.progressed.emit(self.tr("Making the report…"))
        work = partial(self._backend.export_pdf, assessment, path, options, past)
        self._tasks.run(work, self._on_exported, self.on_failed)

    def render(self, assessment: "Assessment", options: "ReportOptions | None", past: "Past") -> None:
        """Make the report for the preview."""
        self.progressed.emit(self.tr("Drawing the pages…"))
        work = partial(self._backend.render_pdf, assessment, options, past)
        self._tasks.run(work, self.rendered.emit, self.on_failed)

    def read_sentences(
        self,
        assessment: "Assessment",
        options: "ReportOptions",
        past: "Past",
        then: "Callable[[tuple[Sentence, ...]], None]",
    ) -> None:
        """Work out which sentences may be written anew."""
        work = partial(self._backend.read_sentences, assessment, options, past)
        self._tasks.run(work, then, self.on_failed)

    def export_file(
        self, assessment: "Assessment", path: Path, options: "ReportOptions | None", past: "Past"
    ) -> None:
        """Write what the name's ending says."""
        self.progressed.emit(self.tr("Writing the file…"))
        work = partial(self._backend.export_file, assessment, path, options, past)
        self._tasks.run(work, self._on_exported, self.on_failed)

    def export_audit(self, path: Path, facts: "AuditFacts", *, is_among_files: bool = False) -> None:
        """Write how an assessment came about, by itself or as one of the files of the report page."""
        if is_among_files:
            self.progressed.emit(self.tr("Writing the file…"))
        work = partial(self._backend.export_audit, facts, path)
        self._tasks.run(work, self._on_exported if is_among_files else self._on_audit, self.on_failed)

    def export_agenda(self, assessment: "Assessment", path: Path, options: "ReportOptions") -> None:
        """Write the agenda of the meeting."""
        work = partial(self._backend.export_agenda, assessment, path, options)
        self._tasks.run(work, self._on_agenda, self.on_failed)

    def cancel(self) -> None:
        """Stop what is being made; nothing is written."""
        self._backend.cancel_pdf()

    def _on_agenda(self, path: Path) -> None:
        self.agenda_exported.emit(str(path))

    def _on_audit(self, path: Path) -> None:
        self.audit_exported.emit(str(path))

    def _on_exported(self, path: Path) -> None:
        self.exported.emit(str(path))

    def on_failed(self, error: Exception) -> None:
        """Say why there is no file; what is no user's business is an incident."""
        if not isinstance(error, ReadinessError):
            raise error
        self.failed.emit(error)
