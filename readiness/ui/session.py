"""The one Qt face over the services: state in memory, commits in the database thread, news as signals.

Every call returns at once. What the user does changes the assessment in memory first; the commit follows in
order, and ``saved`` is said only after it returned.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from readiness.services.preferences import Settings
from readiness.ui.backend import Backend
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.desk import Resumed, look_back, preview_close, read_frame, read_history, resume, seal, start
from readiness.ui.foreign_files import known_at
from readiness.ui.keeping import Keeping
from readiness.ui.meeting_clock import MeetingClocks
from readiness.ui.open_workspace import OpenWorkspace
from readiness.ui.press import Press
from readiness.ui.report_table import ReportTable
from readiness.ui.saving import Saving
from readiness.ui.timekeeping import Timekeeping
from readiness.ui.workspace_calls import WorkspaceCalls

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer, Assessment, Limit
    from readiness.domain.outcome import Outcome
    from readiness.domain.questionnaire import Lane, Questionnaire
    from readiness.services.assessing import ClosePreview, Draft, Sealed
    from readiness.services.first_look import SystemLine
    from readiness.services.foreign_files import Known
    from readiness.services.looking_back import Earlier, History
    from readiness.ui.desk import Desk
    from readiness.ui.foreign_files import Holding, Reading


class Session(WorkspaceCalls):
    """What the pages see of the program. Signals are past events; they go up, calls go down."""

    workspace_opened = Signal(str)  # its path
    workspace_closed = Signal()
    workspace_let_go = Signal(str)  # its path; what had changed in it is backed up
    home_changed = Signal(object)  # tuple[SystemLine, ...]
    backed_up = Signal(str)  # UTC: a backup was made besides what was asked for
    assessment_opened = Signal(object)  # Assessment
    assessment_left = Signal()
    assessment_changed = Signal(object)  # Assessment, in memory, at once
    place_changed = Signal(str)  # another question is asked: Assess and the presenter stay in step
    answer_changed = Signal(str)  # the question whose answer changed; also by undo and redo
    outcome_changed = Signal(object)  # Outcome
    saved = Signal(str)  # local HH:MM, after the commit returned
    saving = Signal()  # a commit takes longer than 300 ms
    not_saved = Signal(object, str)  # ReadinessError, local HH:MM since when; answers stay in memory
    failed = Signal(object)  # ReadinessError
    restorable = Signal(object)  # ReadinessError: after failed, where what did not open has backups
    went_back = Signal(object)  # WentBack
    noted = Signal(str)  # a notice: read only, …; empty: the last one is over
    settings_changed = Signal(object)  # Settings
    sealed = Signal(object)  # Sealed: close_assessment has returned; assessment_changed came before
    exported = Signal(str)  # path of the finished file
    agenda_exported = Signal(str)  # path of the finished agenda
    audit_exported = Signal(str)  # path of the finished audit file
    export_progress = Signal(str)  # a line of text
    export_failed = Signal(object)  # ReadinessError
    rendered = Signal(bytes)  # the PDF of render_pdf
    finished = Signal()  # after finish(): nothing waits, the workspace is closed
    unfinished = Signal()  # after finish(): something could not be saved
    unbacked = Signal(object)  # ReadinessError, after finish(): all is saved, no backup could be made

    def __init__(
        self,
        backend: Backend,
        database: DatabaseThread,
        press: Press,
        keeping: Keeping,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = keeping.read()
        self.now = now
        self._backend = backend
        self._database = database
        self._press = press
        self._keeping = keeping
        self._saving = Saving(database, now, self)
        self._table = ReportTable(self._saving, self)
        self._workspace = OpenWorkspace(backend, database, self._saving, self)
        self.clocks = MeetingClocks(monotonic, self)
        self.time = Timekeeping(self)
        self._connect_workspace()
        self._connect_table()
        self._connect_rest()

    def _connect_workspace(self) -> None:
        self._workspace.leaving.connect(self._table.put_away)
        self._workspace.opened.connect(self._on_workspace_opened)
        self._workspace.closed.connect(self.workspace_closed)
        self._workspace.let_go.connect(self.workspace_let_go)
        self._workspace.home_changed.connect(self.home_changed)
        self._workspace.backed_up.connect(self.backed_up)
        self._workspace.noted.connect(self.noted)
        self._workspace.failed.connect(self.failed)
        self._workspace.restorable.connect(self.restorable)
        self._workspace.went_back.connect(self.went_back)
        self._workspace.finished.connect(self.finished)
        self._workspace.unfinished.connect(self.unfinished)
        self._workspace.unbacked.connect(self.unbacked)

    def _connect_table(self) -> None:
        self._table.opened.connect(self.assessment_opened)
        self._table.left.connect(self.assessment_left)
        self._table.changed.connect(self.assessment_changed)
        self._table.place_changed.connect(self.place_changed)
        self._table.answer_changed.connect(self.answer_changed)
        self._table.outcome_changed.connect(self.outcome_changed)
        self._table.refused.connect(self.failed)
        self._table.revealed.connect(self.revealed)
        self._table.side_changed.connect(self.side_changed)
        self._table.last_changed.connect(self.last_quarter_changed)
        self._table.terms_changed.connect(self.terms_changed)
        self._table.sitting_changed.connect(self.sitting_changed)
        self._table.team_changed.connect(self.refresh_home)
        self._table.incidents_changed.connect(self.incidents_changed)
        self._table.words_changed.connect(self.words_changed)

    def _connect_rest(self) -> None:
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.not_saved)
        self._database.became_slow.connect(self._on_slow)
        self._keeping.failed.connect(self.failed)
        self._press.slow_to_read.connect(self.noted)
        self._press.not_read.connect(self.failed)
        self._press.exported.connect(self.exported)
        self._press.agenda_exported.connect(self.agenda_exported)
        self._press.audit_exported.connect(self.audit_exported)
        self._press.progressed.connect(self.export_progress)
        self._press.failed.connect(self.export_failed)
        self._press.rendered.connect(self.rendered)

    def _on_slow(self) -> None:
        """Say that something is still being saved, where it is that and not something that is read."""
        if not self._saving.is_settled:
            self.saving.emit()

    # State

    @property
    def home(self) -> "tuple[SystemLine, ...]":
        """The systems of the workspace."""
        return self._workspace.home

    @property
    def last_backup(self) -> str | None:
        """When the newest backup was made, in UTC."""
        return self._workspace.last_backup

    @property
    def missing(self) -> frozenset[str]:
        """The recent files that are not there any more."""
        return self._workspace.missing

    @property
    def assessment(self) -> "Assessment | None":
        """The assessment that is open, as it is in memory."""
        return self._table.assessment

    @property
    def outcome(self) -> "Outcome | None":
        """What the open assessment says."""
        return self._table.outcome

    @property
    def assessment_id(self) -> int | None:
        """The open assessment's key in the workspace."""
        return self._table.id

    @property
    def place(self) -> str:
        """The question the open assessment stands at."""
        return self._table.place

    @property
    def seal(self) -> str:
        """The seal's hash of the open assessment; empty while it is not closed."""
        return self._table.seal

    @property
    def undo_stack(self) -> QUndoStack:
        """The open assessment's changes."""
        return self._table.undo_stack

    @property
    def read_only(self) -> bool:
        """Whether the workspace can only be read."""
        return self._table.read_only

    @property
    def unsaved(self) -> int:
        """How many changes could not be written; they are kept in memory."""
        return self._saving.unsaved

    # The workspace

    def warm(self) -> None:
        """Load what answering needs, behind the first paint."""
        self._database.glance(self._backend.warm)
        self._workspace.look_after()

    def try_again(self) -> None:
        """Write what could not be saved."""
        self._saving.try_again()

    def save_elsewhere(self, path: Path) -> None:
        """Copy the workspace to another place, go on there, and write what could not be saved."""
        self._workspace.continue_at(path)

    def forget_unsaved(self) -> None:
        """Let go of what could not be written, because the user said so."""
        self._saving.forget()

    def _on_workspace_opened(self, path: str) -> None:
        self._table.read_only = self._workspace.read_only
        self._table.undo_stack.clear()  # systems of another workspace are changed there
        self.workspace_opened.emit(path)

    # The assessment

    def start_assessment(self, draft: "Draft") -> None:
        """Start an assessment; ``assessment_opened`` follows."""
        self._fetch(partial(start, draft=draft))

    def open_assessment(self, assessment_id: int) -> None:
        """Load an assessment; ``assessment_opened`` follows, with ``place`` set to where it was left."""
        self._fetch(partial(resume, assessment_id=assessment_id))

    def read_frame(self, assessment_id: int, then: "Callable[[Draft], None]") -> None:
        """Read the frame of an earlier assessment, to copy from, and hand it to ``then``."""
        if self._workspace.desk is not None:
            work = partial(read_frame, self._workspace.desk, assessment_id)
            self._database.submit(work, then, self._workspace.on_failed)

    def read_questionnaires(
        self, then: "Callable[[tuple[Questionnaire, tuple[Questionnaire, ...]]], None]"
    ) -> None:
        """Read what a new assessment can ask, core and specialised, and hand it to ``then``."""
        self._database.submit(self._backend.questionnaires, then, self._workspace.on_failed)

    def look_back(self, then: "Callable[[Earlier | None], None]") -> None:
        """Read the sealed assessment before the open one, and hand it to ``then``; none for a first."""
        if self._workspace.desk is not None and self.assessment_id is not None:
            work = partial(look_back, self._workspace.desk, self.assessment_id)
            self._database.submit(work, then, self._workspace.on_failed)

    def read_history(self, then: "Callable[[History], None]") -> None:
        """Read every sealed quarter of the system that is open, and hand them to ``then``."""
        if self.assessment_id is not None:
            self.run_errand(partial(read_history, assessment_id=self.assessment_id), then)

    def run_errand(self, errand: "Callable[[Desk], Any]", then: "Callable[[Any], None]") -> None:
        """Do something whole with the open workspace in the database thread, and hand on what comes of it."""
        if self._workspace.desk is not None:
            work = partial(errand, self._workspace.desk)
            self._database.submit(work, then, self._workspace.on_failed)

    def read_file(
        self, path: Path, reading: "Reading", holding: "Holding", then: "Callable[[Any], None]"
    ) -> None:
        """Read a file that somebody else made, hold it against what is here, and hand on what it would bring.

        It is read in the other process; ``failed`` follows where that comes to no good end.
        """
        desk = self._workspace.desk
        if desk is None:
            return

        def hold(value: Any) -> None:
            if desk is self._workspace.desk:
                self.run_errand(lambda desk: holding(desk, value), then)

        def read(known: "Known") -> None:
            self._press.read_file(path, lambda reader, file: reading(reader, file, known), hold)

        self._database.submit(partial(known_at, desk), read, self._workspace.on_failed)

    def answer(self, question_id: str, answer: "Answer", lane: "Lane" = "agreed") -> None:
        """Replace one answer, undoably. Choices are committed at once, typing after a pause."""
        self._table.answer(question_id, answer, lane)

    def set_limits(self, limits: "tuple[Limit, ...]") -> None:
        """Replace the limits table, undoably."""
        self._table.set_limits(limits)

    def set_frame(self, draft: "Draft", team: "tuple[str, str] | None" = None) -> None:
        """Replace scope lines, journeys, load, target and people, undoably; ``team`` from one to another."""
        self._table.set_frame(draft, team)

    def set_place(self, question_id: str) -> None:
        """Remember where the assessment stands, so that it resumes there."""
        self._table.set_place(question_id)

    def announce(self) -> None:
        """Say once more what is open, for a page that was built after it was opened."""
        self._table.announce()

    def preview_close(self, then: "Callable[[ClosePreview], None]") -> None:
        """Work out what closing would change, and hand it to ``then``."""
        self.flush()
        if self._workspace.desk is not None and self.assessment_id is not None:
            preview = partial(preview_close, self._workspace.desk, self.assessment_id)
            self._database.submit(preview, then, self._workspace.on_failed)

    def close_assessment(self) -> None:
        """Close and seal; ``assessment_changed`` and ``sealed`` follow."""
        self.flush()
        if self._workspace.desk is not None and self.assessment_id is not None:
            errand = partial(seal, self._workspace.desk, self.assessment_id)
            self._database.submit(errand, self._on_sealed, self._workspace.on_failed)

    def _on_sealed(self, ended: "tuple[Sealed, Resumed]") -> None:
        sealed, resumed = ended
        self._table.replace(resumed)
        self.sealed.emit(sealed)

    # Preferences

    def change_settings(self, settings: Settings) -> None:
        """Take new preferences and keep them; ``settings_changed`` follows at once."""
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)
            self._keeping.keep(settings)
