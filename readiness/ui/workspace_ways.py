"""The ways to a workspace: opening one, making one, the sample, the user's own, and going on elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from readiness.ui.file_opening import with_ending

if TYPE_CHECKING:
    from readiness.ui.first_place import FirstPlace
    from readiness.ui.main_window import MainWindow
    from readiness.ui.messages import Messages
    from readiness.ui.places import Places
    from readiness.ui.session import Session
    from readiness.ui.theme import Theme


class WorkspaceWays(QObject):
    """Asks for files over the window, and hands them to the session."""

    def __init__(
        self,
        session: "Session",
        places: "Places",
        first_place: "FirstPlace",
        messages: "Messages",
        theme: "Theme",
        window: "MainWindow",
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._places = places
        self._first_place = first_place
        self._messages = messages
        self._window = window
        messages.elsewhere_asked.connect(self.save_elsewhere)
        messages.open_asked.connect(self.open_file)
        messages.take_over_asked.connect(self.ask_to_take_over)

    def open_file(self) -> None:
        """Ask for a workspace and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a workspace"), self._folder(), self._file_filter()
        )
        if path:
            self._session.open_workspace(Path(path))

    def open_path(self, path: str) -> None:
        """Open a workspace that was named elsewhere."""
        self._session.open_workspace(Path(path))

    def new_file(self) -> None:
        """Ask where a new workspace should be and create it."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New workspace"), self._folder(), self._file_filter()
        )
        if path:
            self._session.create_workspace(with_ending(path))

    def open_sample(self) -> None:
        """Open the sample, which is made up."""
        self._session.open_sample(self._places.sample)

    def open_own(self) -> None:
        """Open the user's own workspace."""
        self._first_place.open_own()

    def save_elsewhere(self) -> None:
        """Ask for another place and go on there."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save elsewhere"), self._folder(), self._file_filter()
        )
        if path:
            self._session.save_elsewhere(with_ending(path))
        else:
            self._messages.remind()

    def ask_to_take_over(self) -> None:
        """Ask before a workspace is opened that another computer has open, or left open."""
        from readiness.ui.dialogs.question_dialog import QuestionDialog  # noqa: PLC0415 - when it is asked for

        name = Path(self._session.asked_path).name
        title = self.tr("Open {0} here?").format(name)
        text = self.tr(
            "Another computer has it open, or was cut off. If it still is open there, what is saved there "
            "from now on is kept beside this file, under a name of its own; the two are not brought together."
        )
        dialog = QuestionDialog(self._theme, title, text, self._window)
        dialog.add_way("open", self.tr("Open it here"), "quiet")
        dialog.add_way("stay", self.tr("Leave it"), "primary")
        dialog.chosen.connect(self._on_way_chosen)
        dialog.open()

    def _on_way_chosen(self, way: str) -> None:
        if way == "open":
            self._session.take_over()

    def _folder(self) -> str:
        return str(Path(self._session.path or self._places.workspace).parent)

    def _file_filter(self) -> str:
        return self.tr("Readiness workspaces (*.readiness);;All files (*)")
