"""What the bar across the top says, and what its buttons do."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from readiness.errors import (
    NotWrittenBackError,
    ReadinessError,
    WorkspaceClaimedError,
    WorkspaceInUseError,
    WorkspaceMovedError,
)
from readiness.ui.backup_words import in_sentence
from readiness.ui.error_hook import Incident
from readiness.ui.quarters import shown_reference
from readiness.ui.session import Session
from readiness.ui.widgets.message_bar import Message, MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.whereabouts import Place

_NOTE_S: Final = 8
_BOTH: Final = 2
_SHORT: Final = 64
"""Characters of a message's bold beginning; a longer sentence wraps as a whole."""


class Messages(QObject):
    """Turns the session's news into messages. What is not saved stays until it is."""

    elsewhere_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    backups_asked = Signal()
    undo_restore_asked = Signal()
    places_asked = Signal()
    take_over_asked = Signal()
    write_back_asked = Signal()

    def __init__(self, session: Session, bar: MessageBar, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._log_folder = log_folder
        self._details = ""
        self._unsaved: Message | None = None
        self._noted: Message | None = None
        self._lagging: Message | None = None
        self._deleted = 0
        self._written = ""
        self._actions: dict[str, Callable[[], object]] = {
            "try-again": session.try_again,
            "save-elsewhere": self.elsewhere_asked.emit,
            "copy-details": self._copy_details,
            "open-log": self._open_log,
            "open-backup": session.open_backup,
            "open-another": self.open_asked.emit,
            "restore-backup": self.restore_asked.emit,
            "backups": self.backups_asked.emit,
            "undo-restore": self.undo_restore_asked.emit,
            "backup-places": self.places_asked.emit,
            "take-over": self.take_over_asked.emit,
            "write-back": self.write_back_asked.emit,
            "undo-delete": self._restore,
            "undo-systems": session.undo_stack.undo,
            "open-written": self._open_written,
        }
        bar.acted.connect(self._on_acted)
        session.saved.connect(self._on_saved)
        session.not_saved.connect(self._on_not_saved)
        session.failed.connect(self.tell_failure)
        session.restorable.connect(self._on_restorable)
        session.export_failed.connect(self.tell_failure)
        session.noted.connect(self._on_noted)
        session.workspace_opened.connect(self._on_workspace_opened)
        session.deleted.connect(self._on_deleted)
        session.restored.connect(self._on_restored)
        session.systems_changed.connect(self._on_systems_changed)
        session.agenda_exported.connect(self.tell_agenda)
        session.audit_exported.connect(self.tell_audit)

    def clear(self) -> None:
        """Take away what is said, unless something is not saved."""
        if self._unsaved is None:
            self._bar.dismiss()

    def tell_failure(self, error: ReadinessError) -> None:
        """Say what happened, what is safe and what to do; details are one click away."""
        actions = (("copy-details", self.tr("Copy details")),) if error.details else ()
        if isinstance(error, WorkspaceClaimedError):
            actions = (("take-over", self.tr("Open it here…")),)
        elif isinstance(error, WorkspaceInUseError):
            actions = (("open-backup", self.tr("Look at its newest backup")),)
        elif isinstance(error, WorkspaceMovedError):
            actions = (("save-elsewhere", self.tr("Save elsewhere…")),)
        elif not self._session.path:
            actions = (*actions, ("open-another", self.tr("Open another file…")))
        self._tell_error(error, actions)

    def tell_not_written_back(self, error: ReadinessError) -> None:
        """Say that a workspace's folder lacks what is saved here; it stays until that is over."""
        self._details = error.details
        why = error.why if isinstance(error, NotWrittenBackError) else error.happened.rstrip(".")
        now, elsewhere = self.tr("Try now"), self.tr("Save elsewhere…")
        self._lagging = Message(
            kind="attention",
            title=self.tr("Saved on this computer, not yet in its folder."),
            text=self.tr("{0}. It is tried again every half minute.").format(why[:1].upper() + why[1:]),
            actions=(("write-back", now), ("save-elsewhere", elsewhere)),
        )
        self._say(self._lagging)

    def tell_written_back(self, at: str) -> None:
        """Say that the folder has everything again."""
        if self._bar.message in (None, self._lagging):
            self.tell_note(self.tr("Everything is in its folder again, {0}.").format(at))
        self._lagging = None

    def tell_place_failure(self, error: ReadinessError) -> None:
        """Say that the second place took no copy: nothing is lost, and it must not go unseen."""
        self._tell_error(error, (("backup-places", self.tr("Backup places…")),))

    def tell_place_missing(self, place: str) -> None:
        """Say once that the second place is not connected."""
        title = self.tr("The second place for backups is not connected.")
        text = self.tr("{0}: what is missing there is copied when it is back.").format(place)
        self._say(Message(kind="attention", title=title, text=text))

    def tell_restored(self, at: str, kept: str, *, can_undo: bool) -> None:
        """Say which backup is open now, and what became of what it replaced."""
        title = self.tr("Restored: as it was {0}.").format(in_sentence(at))
        words = self.tr("What it replaced is kept as “{0}”.").format(kept) if kept else ""
        if can_undo:
            words += " " + self.tr("Restoring that undoes this.")
        actions = (("undo-restore", self.tr("Undo")),) if can_undo else ()
        self._say(Message(kind="note", title=title, text=words, actions=actions, icon="check"))

    def tell_erased(self, name: str) -> None:
        """Say that a name is out of the file."""
        text = self.tr("Roles, answers and seals are as they were.")
        self.tell_note(self.tr("{0} is erased.").format(name), text)

    def _on_restorable(self, error: ReadinessError) -> None:
        """Say again what did not open, with the way to its backups."""
        restore = ("restore-backup", self.tr("Restore a backup…"))
        if isinstance(error, WorkspaceInUseError):
            look = ("open-backup", self.tr("Look at its newest backup"))
            is_claimed = isinstance(error, WorkspaceClaimedError)
            way = ("take-over", self.tr("Open it here…")) if is_claimed else restore
            self._tell_error(error, (look, way), self.tr("Close it there first."))
            return
        remedy = self.tr("It has backups.")
        others = () if self._session.path else (("open-another", self.tr("Open another file…")),)
        self._tell_error(error, (restore, *others), remedy)

    def _tell_error(
        self, error: ReadinessError, actions: tuple[tuple[str, str], ...], remedy: str = ""
    ) -> None:
        """Show an error; ``remedy`` stands for its own where a button is the way on."""
        self._details = "\n\n".join(part for part in (error.sentence(), error.details) if part)
        parts = (error.safe, remedy or error.remedy)
        is_short = len(error.happened) <= _SHORT and len(actions) < _BOTH
        title = error.happened if is_short else ""
        told = parts if is_short else (error.happened, *parts)
        text = " ".join(part for part in told if part)
        self._say(Message(kind="error", title=title, text=text, actions=actions))

    def tell_incident(self, incident: Incident) -> None:
        """Say that the program itself went wrong."""
        self._details = f"Readiness, incident {incident.id}\n\n{incident.details}"
        self._say(
            Message(
                kind="error",
                title=self.tr("Something in Readiness went wrong ({id}).").format(id=incident.id),
                text=self.tr("What was shown as saved is saved. You can go on."),
                actions=(
                    ("copy-details", self.tr("Copy details")),
                    ("open-log", self.tr("Open log folder")),
                ),
            )
        )

    def tell_note(self, title: str, text: str = "") -> None:
        """Say something that needs no answer; it goes by itself."""
        self._say(Message(kind="note", title=title, text=text, seconds=_NOTE_S, icon="info"))

    def undo(self) -> None:
        """Take back what the bar offers to take back."""
        message = self._bar.message
        way = message.actions[0][0] if message is not None and message.actions else ""
        if way.startswith("undo-"):
            self._bar.dismiss()
            self._actions[way]()

    def _on_deleted(self, assessment_id: int, reference: str) -> None:
        self._deleted = assessment_id
        title = self.tr("{name} is deleted.").format(name=shown_reference(reference))
        text = self.tr("It stays under Deleted assessments.")
        actions = (self._undo_way(),)
        self._say(Message(kind="note", title=title, text=text, actions=actions, seconds=_NOTE_S))

    def _on_restored(self, _assessment_id: int, reference: str) -> None:
        self.tell_note(self.tr("{name} is back.").format(name=shown_reference(reference)))

    def _on_systems_changed(self, sentence: str) -> None:
        actions = (("undo-systems", self.tr("Undo")),)
        self._say(Message(kind="note", title=sentence, actions=actions, seconds=_NOTE_S))

    def tell_agenda(self, path: str) -> None:
        """Say that the agenda is written, and offer to open it."""
        self._tell_written(path, self.tr("Written: {0}").format(Path(path).name), "", "print")

    def tell_place(self, place: "Place", is_on_copy: bool) -> bool:  # noqa: FBT001 - what was found out
        """Say that a workspace lies where it is less safe, and what is done; not over what is being said."""
        if self._bar.message is not None:
            return False
        if is_on_copy:
            self._say(Message(kind="attention", title=place.happened, text=place.on_copy))
            return True
        actions = (("save-elsewhere", self.tr("Save elsewhere…")),)
        self._say(Message(kind="attention", title=place.happened, text=place.advice, actions=actions))
        return True

    def tell_audit(self, path: str) -> None:
        """Say that the audit file is written, and what is in it."""
        title = self.tr("Written: {0}").format(Path(path).name)
        self._tell_written(path, title, self.tr("Its README says how anybody can check it."), "check")

    def tell_handed_over(self, folder: str, points: int) -> None:
        """Say where the copy for somebody else is, and offer to open its folder."""
        title = self.tr("Ready to hand over: {0}").format(Path(folder).name)
        text = self.tr("A verified copy and a list of what is open: {0}.").format(points)
        self._tell_written(folder, title, text, "check")

    def _tell_written(self, path: str, title: str, text: str, icon: str) -> None:
        self._written = path
        actions = (("open-written", self.tr("Open")),)
        self._say(Message(kind="note", title=title, text=text, actions=actions, seconds=_NOTE_S, icon=icon))

    def _undo_way(self) -> tuple[str, str]:
        return "undo-delete", self.tr("Undo")

    def _restore(self) -> None:
        self._session.restore_assessment(self._deleted)

    def _open_written(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._written))

    def tell_waiting(self) -> None:
        """Say that an assessment waits for its facts."""
        words = self.tr("The open facts have time. Resume it when they are found.")
        self.tell_note(self.tr("Nothing is sealed."), words)

    def _on_noted(self, notice: str) -> None:
        if not notice:
            if self._bar.message is self._noted:
                self._bar.dismiss()
            return
        is_short = len(notice) <= _SHORT
        title, text = (notice, "") if is_short else ("", notice)
        self._noted = Message(kind="attention", title=title, text=text, actions=self._ways_on())
        self._say(self._noted)

    def _ways_on(self) -> tuple[tuple[str, str], ...]:
        """Return how one goes on in a file that can only be read."""
        if self._session.backup_of:
            return (("backups", self.tr("Backups…")),)
        return (("save-elsewhere", self.tr("Save a copy…")),) if self._session.read_only else ()

    def _on_not_saved(self, error: ReadinessError, since: str) -> None:
        self._details = error.details
        self._unsaved = Message(
            kind="error",
            title=self.tr("Not saved since {time}.").format(time=since),
            text=self.tr("{what} Your answers are kept in memory.").format(what=error.happened),
            actions=(
                ("save-elsewhere", self.tr("Save elsewhere…")),
                ("try-again", self.tr("Try again")),
            ),
        )
        self.remind()

    def remind(self) -> None:
        """Say again that something is not saved, if it is so."""
        if self._unsaved is not None:
            self._bar.show_message(self._unsaved)

    def _on_saved(self, at: str) -> None:
        if self._unsaved is not None:
            self._unsaved = None
            self._bar.dismiss()
            self.tell_note(self.tr("Everything is saved again, {time}.").format(time=at))

    def _on_workspace_opened(self, _path: str) -> None:
        self.clear()

    def _say(self, message: Message) -> None:
        if self._unsaved is None:
            self._bar.show_message(message)

    def _on_acted(self, key: str) -> None:
        action = self._actions.get(key)
        if action is not None:
            action()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))
