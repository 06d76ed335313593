"""The ways to backups: restore one, and where they are kept."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.ui.backup_now import BackupNow
from readiness.ui.backup_words import when
from readiness.ui.messages import Messages
from readiness.ui.restoring_desk import GoingBack, WentBack
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme


class RestoreWays(QObject):
    """Shows the backups of the workspace that is open, or of one that did not open."""

    def __init__(
        self, session: Session, safekeeping: Safekeeping, messages: Messages, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._safekeeping = safekeeping
        self._messages = messages
        self._theme = theme
        self._window = window
        self._undo: GoingBack | None = None
        self.now = BackupNow(session, safekeeping, messages, self)
        session.went_back.connect(self._on_went_back)
        messages.restore_asked.connect(self.show_asked)
        messages.backups_asked.connect(self.show)
        messages.undo_restore_asked.connect(self.undo)
        messages.places_asked.connect(self.show_places)
        safekeeping.place_failed.connect(messages.tell_place_failure)
        safekeeping.place_missing.connect(messages.tell_place_missing)

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
            return
        from readiness.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 - when it is asked for

        RestoreDialog(Path(workspace), self._session, self._safekeeping, self._theme, self._window).open()

    def _on_went_back(self, went: WentBack) -> None:
        self._undo = None
        if went.restored is None or went.opened is None:
            if went.error is not None:
                self._messages.tell_failure(went.error)
            return
        kept = went.restored.kept
        if kept is not None and went.restored.is_backup:
            now = self._session.now().isoformat()
            self._undo = GoingBack(backup=kept, workspace=went.going.workspace, made_at=now)
        at = when(went.going.made_at, self._session.now().astimezone())
        name = "" if kept is None else kept.name
        self._messages.tell_restored(at, name, can_undo=self._undo is not None)
