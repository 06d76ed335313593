"""A backup because somebody asks for one: checked, copied to the second place, and said."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from readiness.ui.desk import Desk
from readiness.ui.messages import Messages
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session


class BackupNow(QObject):
    """What is being typed is saved first; where no backup can be made, the session says so."""

    made = Signal()

    def __init__(
        self, session: Session, safekeeping: Safekeeping, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._safekeeping = safekeeping
        self._messages = messages

    @property
    def is_possible(self) -> bool:
        """Whether a workspace is open that has backups of its own."""
        return bool(self._session.path) and not (self._session.read_only or self._session.backup_of)

    def make(self) -> None:
        """Back up the workspace that is open."""
        if self.is_possible:
            self._session.flush()
            self._session.run_errand(_back_up, self._on_made)
        else:
            self._session.noted.emit(self.tr("Open a workspace that you may change, to back it up."))

    def _on_made(self, backup: Path) -> None:
        self._safekeeping.copy_now()
        self._session.refresh_home()
        title = self.tr("A backup is made and checked.")
        self._messages.tell_note(title, self.tr("It is called “{0}”.").format(backup.name))
        self.made.emit()


def _back_up(desk: Desk) -> Path:
    return desk.assessing.backup()
