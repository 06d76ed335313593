"""The one Qt face over the services: state in memory, commits in the database thread, news as signals.

Every call returns at once. What the user does changes the assessment in memory first; the commit follows in
order, and ``saved`` is said only after it returned.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from readiness.domain.assessment import Answer, Assessment, Limit
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Lane
from readiness.services.preferences import Settings

if TYPE_CHECKING:
    from readiness.services.assessing import ClosePreview, Draft, SystemLine


class Session(QObject):
    """What the pages see of the program. Signals are past events; they go up, calls go down."""

    workspace_opened = Signal(str)  # its path
    workspace_closed = Signal()
    home_changed = Signal(object)  # tuple[SystemLine, ...]
    assessment_opened = Signal(object)  # Assessment
    assessment_left = Signal()
    assessment_changed = Signal(object)  # Assessment, in memory, at once
    outcome_changed = Signal(object)  # Outcome
    saved = Signal(str)  # local HH:MM, after the commit returned
    saving = Signal()  # a commit takes longer than 300 ms
    not_saved = Signal(str)  # local HH:MM since when; answers stay in memory
    failed = Signal(object)  # ReadinessError
    noted = Signal(str)  # a notice: read only, …
    settings_changed = Signal(object)  # Settings
    sealed = Signal(object)  # Sealed: close_assessment has returned; assessment_changed came before
    exported = Signal(str)  # path of the finished file
    export_progress = Signal(str)  # a line of text
    export_failed = Signal(object)  # ReadinessError
    rendered = Signal(bytes)  # the PDF of render_pdf

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.assessment: Assessment | None = None
        self.outcome: Outcome | None = None
        self.assessment_id: int | None = None
        self.settings = settings
        self.undo_stack = QUndoStack(self)
        self.read_only = False
        self.place = ""
        self.home: tuple[SystemLine, ...] = ()
        self.path = ""

    # The workspace

    def open_workspace(self, path: Path) -> None:
        """Open another workspace; ``workspace_opened`` and ``home_changed`` follow, or ``failed``."""
        raise NotImplementedError

    def create_workspace(self, path: Path) -> None:
        """Create an empty workspace and open it."""
        raise NotImplementedError

    def open_sample(self) -> None:
        """Write the sample where it is not there yet, and open it."""
        raise NotImplementedError

    # The assessment

    def start_assessment(self, draft: "Draft") -> None:
        """Start an assessment; ``assessment_opened`` follows."""
        raise NotImplementedError

    def open_assessment(self, assessment_id: int) -> None:
        """Load an assessment; ``assessment_opened`` follows, with ``place`` set to where it was left."""
        raise NotImplementedError

    def leave_assessment(self) -> None:
        """Save what waits and go back to the list; ``assessment_left`` and ``home_changed`` follow."""
        raise NotImplementedError

    def answer(self, question_id: str, answer: Answer, lane: Lane = "agreed") -> None:
        """Replace one answer, undoably. Choices are committed at once, typing after a pause."""
        raise NotImplementedError

    def set_limits(self, limits: tuple[Limit, ...]) -> None:
        """Replace the limits table, undoably."""
        raise NotImplementedError

    def set_frame(self, draft: "Draft") -> None:
        """Replace scope lines, journeys, load, target and people, undoably."""
        raise NotImplementedError

    def set_place(self, question_id: str) -> None:
        """Remember where the assessment stands, so that it resumes there."""
        raise NotImplementedError

    def flush(self) -> None:
        """Commit now what is still being typed: call it when a text field loses focus."""
        raise NotImplementedError

    def preview_close(self, then: "Callable[[ClosePreview], None]") -> None:
        """Work out what closing would change, and hand it to ``then``."""
        raise NotImplementedError

    def close_assessment(self) -> None:
        """Close and seal; ``assessment_changed`` and ``sealed`` follow."""
        raise NotImplementedError

    # Paper

    def export_pdf(self, path: Path, options: object = None) -> None:
        """Write the report; ``export_progress``, then ``exported`` or ``export_failed`` follow."""
        raise NotImplementedError

    def render_pdf(self, options: object = None) -> None:
        """Make the report for the preview; ``rendered`` or ``export_failed`` follows."""
        raise NotImplementedError

    def cancel_export(self) -> None:
        """Stop what is being made; nothing is written."""
        raise NotImplementedError

    def export_answers(self, path: Path) -> None:
        """Write the answers file (YAML or JSON by its ending)."""
        raise NotImplementedError

    # Preferences

    def change_settings(self, settings: Settings) -> None:
        """Take new preferences and keep them; ``settings_changed`` follows at once."""
        raise NotImplementedError
