"""What is asked when the window should close and something is not on disk yet, or has no copy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from readiness.errors import NotWrittenBackError, WorkspaceMovedError
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.errors import ReadinessError


class UnsavedQuestion(QObject):
    """Close without it, save elsewhere, or stay."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        elsewhere: "Callable[[], object]",
        stay: "Callable[[], object]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._elsewhere = elsewhere
        self._stay = stay
        self._window = window
        self._why = ""
        self._is_moved = False
        self._focus: QWidget | None = None
        session.finishing.connect(self._on_finishing)
        session.not_saved.connect(self._on_not_saved)
        session.unfinished.connect(self._on_unfinished)
        session.unbacked.connect(self._on_unbacked)

    def _on_not_saved(self, error: "ReadinessError", _since: str) -> None:
        self._why = error.happened
        self._is_moved = isinstance(error, WorkspaceMovedError)

    def _on_finishing(self) -> None:
        """Take nothing more: what is entered while the workspace closes would be in no file."""
        if self._window.isEnabled():  # not where it is asked for twice
            self._focus = self._window.focusWidget()
            self._window.setEnabled(False)

    def _go_on(self) -> None:
        """Let everything be entered again, where one was: a window that is disabled loses its focus."""
        self._window.setEnabled(True)
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unfinished(self) -> None:
        self._go_on()
        count = self._session.unsaved
        title = (
            self.tr("1 change is not saved")
            if count == 1
            else self.tr("{0} changes are not saved").format(count)
        )
        memory = (
            self.tr("{0} It is only in memory: closing now loses it.")
            if count == 1
            else self.tr("{0} They are only in memory: closing now loses them.")
        )
        text = memory.format(self._why)
        if not self._is_moved:
            text += " " + self.tr("Everything before is on disk.")
        from readiness.ui.dialogs.question_dialog import QuestionDialog  # noqa: PLC0415 - when it is asked for

        dialog = QuestionDialog(self._theme, title, text, self._window)
        dialog.add_way(
            "lose", self.tr("Close without it") if count == 1 else self.tr("Close without them"), "quiet"
        )
        dialog.add_way("elsewhere", self.tr("Save elsewhere…"))
        dialog.add_way("stay", self.tr("Stay"), "primary")
        dialog.chosen.connect(self._on_way_chosen)
        dialog.open()

    def _on_unbacked(self, error: "ReadinessError") -> None:
        self._go_on()
        if isinstance(error, (NotWrittenBackError, WorkspaceMovedError)):
            self._ask_about_folder(error)
            return
        title = self.tr("Close without a backup?")
        text = self.tr("Everything is saved in the workspace; only its copy is missing. {0}").format(
            " ".join(part for part in (error.happened, error.remedy) if part)
        )
        from readiness.ui.dialogs.question_dialog import QuestionDialog  # noqa: PLC0415 - when it is asked for

        dialog = QuestionDialog(self._theme, title, text, self._window)
        dialog.add_way("bare", self.tr("Close without it"), "quiet")
        dialog.add_way("again", self.tr("Try again"))
        dialog.add_way("stay", self.tr("Stay"), "primary")
        dialog.chosen.connect(self._on_way_chosen)
        dialog.open()

    def _ask_about_folder(self, error: "ReadinessError") -> None:
        title = self.tr("Its folder does not have everything yet")
        text = self.tr(
            "{0} Everything is saved on this computer and stays here; opening it here again writes it back, "
            "or puts it beside what is there by then."
        ).format(error.happened)
        from readiness.ui.dialogs.question_dialog import QuestionDialog  # noqa: PLC0415 - when it is asked for

        dialog = QuestionDialog(self._theme, title, text, self._window)
        dialog.add_way("bare", self.tr("Close all the same"), "quiet")
        dialog.add_way("elsewhere", self.tr("Save elsewhere…"))
        dialog.add_way("again", self.tr("Try again"), "primary")
        dialog.chosen.connect(self._on_way_chosen)
        dialog.open()

    def _on_way_chosen(self, way: str) -> None:
        if way == "lose":
            self._session.forget_unsaved()
            self._session.finish()
        elif way in ("bare", "again"):
            self._session.finish(without_backup=way == "bare")
        elif way == "elsewhere":
            self._elsewhere()
        else:
            self._stay()
