"""Work for the other process, ordered in the background: paper is made, and files from elsewhere are read."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from readiness.errors import ReadinessError
from readiness.ui.backend import Backend
from readiness.ui.jobs import once_loaded
from readiness.ui.portfolio_press import PortfolioPress
from readiness.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.assessment import Assessment
    from readiness.reports.audit.facts import AuditFacts
    from readiness.reports.editable import Sentence
    from readiness.reports.options import ReportOptions
    from readiness.services.foreign_files import Reader
    from readiness.services.reporting import Past

_PATIENCE_MS: Final = 1500
"""After so long the window says that a file is still being read."""


class Press(QObject):
    """Makes files of an assessment."""

    exported = Signal(str)  # path of the finished file
    agenda_exported = Signal(str)  # path of the finished agenda
    audit_exported = Signal(str)  # path of the finished audit file
    progressed = Signal(str)  # a line of text
    failed = Signal(object)  # ReadinessError
    rendered = Signal(bytes)  # a PDF for the preview
    slow_to_read = Signal(str)  # a line of text: a file takes longer than files do; empty: that is over
    not_read = Signal(object)  # ReadinessError

    def __init__(self, backend: Backend, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks
        self.portfolio = PortfolioPress(backend, tasks, self)
        self._reading = 0

    @property
    def is_reading(self) -> bool:
        """Whether a file that somebody else made is being read."""
        return self._reading > 0

    def export_pdf(
        self, assessment: "Assessment", path: Path, options: "ReportOptions | None", past: "Past"
    ) -> None:
        """Write the report."""
        self.progressed.emit(self.tr("Making the report…"))
        work = partial(self._backend.export_pdf, assessment, path, options, past)
        self._tasks.run(once_loaded(work), self._on_exported, self.on_failed)

    def render(self, assessment: "Assessment", options: "ReportOptions | None", past: "Past") -> None:
        """Make the report for the preview."""
        self.progressed.emit(self.tr("Drawing the pages…"))
        work = partial(self._backend.render_pdf, assessment, options, past)
        self._tasks.run(once_loaded(work), self.rendered.emit, self.on_failed)

    def read_sentences(
        self,
        assessment: "Assessment",
        options: "ReportOptions",
        past: "Past",
        then: "Callable[[tuple[Sentence, ...]], None]",
    ) -> None:
        """Work out which sentences may be written anew."""
        work = partial(self._backend.read_sentences, assessment, options, past)
        self._tasks.run(once_loaded(work), then, self.on_failed)

    def export_file(
        self, assessment: "Assessment", path: Path, options: "ReportOptions | None", past: "Past"
    ) -> None:
        """Write what the name's ending says."""
        self.progressed.emit(self.tr("Writing the file…"))
        work = partial(self._backend.export_file, assessment, path, options, past)
        self._tasks.run(once_loaded(work), self._on_exported, self.on_failed)

    def export_audit(self, path: Path, facts: "AuditFacts", *, is_among_files: bool = False) -> None:
        """Write how an assessment came about, by itself or as one of the files of the report page."""
        if is_among_files:
            self.progressed.emit(self.tr("Writing the file…"))
        work = partial(self._backend.export_audit, facts, path)
        done = self._on_exported if is_among_files else self._on_audit
        self._tasks.run(once_loaded(work), done, self.on_failed)

    def export_agenda(self, assessment: "Assessment", path: Path, options: "ReportOptions") -> None:
        """Write the agenda of the meeting."""
        work = partial(self._backend.export_agenda, assessment, path, options)
        self._tasks.run(once_loaded(work), self._on_agenda, self.on_failed)

    def read_file(
        self,
        path: Path,
        reading: "Callable[[Reader, Path], Any]",
        then: "Callable[[Any], None]",
    ) -> None:
        """Read a file that somebody else made, and hand on what it says; or ``not_read`` follows."""
        patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(partial(self._on_slow, path.name))
        patience.start()
        self._reading += 1
        work = partial(self._backend.read_file, path, reading)
        self._tasks.run(
            once_loaded(work), partial(self._on_read, patience, then), partial(self._on_not_read, patience)
        )

    def cancel(self) -> None:
        """Stop what is being made; nothing is written."""
        self._backend.cancel()

    def _on_slow(self, name: str) -> None:
        self.slow_to_read.emit(self.tr("{0} takes longer to read than most files do…").format(name))

    def _on_read(self, patience: QTimer, then: "Callable[[Any], None]", value: object) -> None:
        self._end_patience(patience)
        try:
            then(value)
        finally:
            self._reading -= 1

    def _on_not_read(self, patience: QTimer, error: Exception) -> None:
        self._end_patience(patience)
        self._reading -= 1
        if not isinstance(error, ReadinessError):
            raise error
        self.not_read.emit(error)

    def _end_patience(self, patience: QTimer) -> None:
        if not patience.isActive():
            self.slow_to_read.emit("")
        patience.deleteLater()

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
