"""Questionnaires in the window: one is taken in after a preview; the library shows where each is used."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui.desk import Desk
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.services.shelf import Looked


class QuestionnaireWays(QObject):
    """The two errands about questionnaires, each with its sheet."""

    edit_asked = Signal(str)  # the reference of what the studio shall write on
    start_asked = Signal(str)  # the reference of what a new assessment shall ask

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window

    def take_in(self) -> None:
        """Ask for a file, and show what it would bring."""
        if not self._session.path or self._session.read_only:
            self._session.noted.emit(self.tr("Open a workspace that you may change, to take one in."))
            return
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take in a questionnaire"),
            "",
            self.tr("Questionnaires and custom lenses (*.json *.yaml *.yml)"),
        )
        if path:
            self._session.run_errand(partial(_look, path=Path(path)), self.show_preview)

    def show_library(self) -> None:
        """Show every questionnaire, and where it is used."""
        if not self._session.path:
            self._session.noted.emit(self.tr("Open a workspace to see its questionnaires."))
            return
        from readiness.ui.dialogs.library_dialog import LibraryDialog  # noqa: PLC0415 - when it is asked for

        dialog = LibraryDialog(self._session, self._theme, self._window)
        dialog.start_asked.connect(self.start_asked)
        dialog.take_in_asked.connect(self.take_in)
        dialog.edit_asked.connect(self.edit_asked)
        dialog.open()

    def show_preview(self, looked: "Looked") -> None:
        """Show what a file would bring; nothing is stored yet."""
        from readiness.ui.dialogs.lens_dialog import LensDialog  # noqa: PLC0415 - when it is asked for

        dialog = LensDialog(looked, self._theme, self._window)
        dialog.accepted_lens.connect(self._on_accepted)
        dialog.open()

    def _on_accepted(self, looked: "Looked") -> None:
        self._session.run_errand(partial(_take, looked=looked), self._on_taken)

    def _on_taken(self, reference: str) -> None:
        self._session.noted.emit(
            self.tr("{0} is taken in. New assessment offers it under “Questions”.").format(reference)
        )


def _look(desk: Desk, path: Path) -> "Looked":
    from readiness.services.shelf import look_at_file  # noqa: PLC0415 - in the database thread

    return look_at_file(desk.assessing, path)


def _take(desk: Desk, looked: "Looked") -> str:
    from readiness.services.shelf import take_in  # noqa: PLC0415 - in the database thread

    return take_in(desk.assessing, looked)
