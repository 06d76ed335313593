"""The ways to backups: restore one, and where they are kept."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui.backup_now import BackupNow
from readiness.ui.backup_words import when
from readiness.ui.first_place import FirstPlace
from readiness.ui.messages import Messages
from readiness.ui.restoring_desk import GoingBack, WentBack
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.errors import ReadinessError
    from readiness.services.restoring import SourceLine
    from readiness.ui.dialogs.sources_dialog import SourcesDialog


class RestoreWays(QObject):
    """Shows the backups of the workspace that is open, or of one that did not open."""

    def __init__(
        self,
        session: Session,
        safekeeping: Safekeeping,
        first_place: FirstPlace,
        messages: Messages,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._safekeeping = safekeeping
        self._first_place = first_place
        self._messages = messages
        self._theme = theme
        self._window = window
        self._undo: GoingBack | None = None
        self._target: Path | None = None
        self._own_to_be = ""
        self.now = BackupNow(session, safekeeping, messages, self)
        session.went_back.connect(self._on_went_back)
        messages.restore_asked.connect(self.show_asked)
        messages.backups_asked.connect(self.show)
        messages.undo_restore_asked.connect(self.undo)
        messages.places_asked.connect(self.show_places)
        messages.restore_from_asked.connect(self.show_from)
        safekeeping.place_failed.connect(messages.tell_place_failure)
        safekeeping.place_missing.connect(messages.tell_place_missing)
        safekeeping.copy_saved.connect(self._on_copy_saved)
        safekeeping.copy_not_saved.connect(self._on_copy_not_saved)

    def show(self) -> None:
        """Show the backups of the workspace that is open or looked at."""
        self._show(self._session.backup_of or self._session.path or self._session.asked_path)

    def show_asked(self) -> None:
        """Show the backups of what was asked for last and did not open."""
        self._show(self._session.asked_path)

    def show_places(self) -> None:
        """Show where the backups are kept."""
        workspace = self._session.backup_of or self._session.path
        if not workspace:
            return
        from readiness.ui.dialogs.places_dialog import PlacesDialog  # noqa: PLC0415 - when it is asked for

        place = Path(workspace)
        dialog = PlacesDialog(place, self._session, self._safekeeping, self.now, self._theme, self._window)
        dialog.restore_asked.connect(self.show)
        dialog.open()

    def show_from(self) -> None:
        """Ask for a folder of backups, wherever it is, also where no workspace is open."""
        self._target = None
        self._ask_for_folder()

    def look_in(self, place: Path) -> None:
        """Show what backups there are in a folder."""
        self._sources_dialog().look_in(place)

    def show_people(self) -> None:
        """Show who is named in the workspace that is open, to erase somebody."""
        if not self._session.path or self._session.unsaved:
            return
        if self._session.read_only:
            self._session.noted.emit(self.tr("This file is open for reading only: no name can be erased."))
            return
        from readiness.ui.dialogs.erase_dialog import EraseDialog  # noqa: PLC0415 - when it is asked for

        self._session.flush()
        dialog = EraseDialog(self._session, self._safekeeping, self._theme, self._window)
        dialog.erased.connect(self._messages.tell_erased)
        dialog.open()

    def undo(self) -> None:
        """Put back what the last restoring replaced."""
        if self._undo is not None:
            self._session.go_back(self._undo)

    def _show(self, workspace: str) -> None:
        if not workspace:
            self.show_from()
            return
        from readiness.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 - when it is asked for

        self._target = Path(workspace)
        dialog = RestoreDialog(self._target, self._session, self._safekeeping, self._theme, self._window)
        dialog.others_asked.connect(self._on_others_asked)
        dialog.folder_asked.connect(self._ask_for_folder)
        dialog.open()

    def _on_others_asked(self, others: "tuple[SourceLine, ...]") -> None:
        words = self.tr("Backups of this name from elsewhere, in the second place, newest first.")
        self._sources_dialog().show_lines(others, words)

    def _ask_for_folder(self) -> None:
        title = self.tr("Restore from a backup place: choose a folder")
        start = str(self._safekeeping.second_place or Path.home())
        place = QFileDialog.getExistingDirectory(self._window, title, start)
        if place:
            self.look_in(Path(place))

    def _sources_dialog(self) -> "SourcesDialog":
        from readiness.ui.dialogs.sources_dialog import SourcesDialog  # noqa: PLC0415 - when it is asked for

        dialog = SourcesDialog(self._safekeeping, self._now, self._theme, self._window)
        dialog.chosen.connect(self._show_source)
        dialog.folder_asked.connect(self._ask_for_folder)
        dialog.open()
        return dialog

    def _show_source(self, line: "SourceLine") -> None:
        from readiness.ui.dialogs.restore_from_dialog import (  # noqa: PLC0415 - when it is asked for
            RestoreFromDialog,
        )

        target = self._target or self._first_place.proposed(line.source.name)
        dialog = RestoreFromDialog(line, target, self._session, self._safekeeping, self._theme, self._window)
        dialog.folder_asked.connect(self._ask_for_folder)
        dialog.placed.connect(self._on_placed)
        dialog.open()

    def _on_placed(self, target: str) -> None:
        """Remember that it becomes the user's own, where there is nothing in that yet."""
        self._own_to_be = target if self._first_place.is_unused else ""

    def _now(self) -> datetime:
        return self._session.now().astimezone()

    def _on_copy_saved(self, path: Path) -> None:
        if not self._is_dialog_open():
            self._messages.tell_note(self.tr("Saved and checked: {0}").format(path.name), str(path.parent))

    def _on_copy_not_saved(self, error: "ReadinessError") -> None:
        if not self._is_dialog_open():
            self._messages.tell_failure(error)

    def _is_dialog_open(self) -> bool:
        """Whether the list of backups is on the screen, which tells it itself."""
        from readiness.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 - it was asked for

        return any(dialog.isVisible() for dialog in self._window.findChildren(RestoreDialog))

    def _on_went_back(self, went: WentBack) -> None:
        self._undo, own, self._own_to_be = None, self._own_to_be, ""
        if went.restored is None or went.opened is None:
            if went.error is not None:
                self._messages.tell_failure(went.error)
            return
        if own:
            self._first_place.take(own)
        kept = went.restored.kept
        if kept is not None and went.restored.is_backup:
            now = self._session.now().isoformat()
            self._undo = GoingBack(backup=kept, workspace=went.going.workspace, made_at=now)
        at = when(went.going.made_at, self._now())
        name = "" if kept is None else kept.name
        self._messages.tell_restored(at, name, can_undo=self._undo is not None)
