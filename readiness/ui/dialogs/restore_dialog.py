"""Every backup of a workspace, what going back to one would change, and the ways to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.errors import ReadinessError
from readiness.ui import backup_words
from readiness.ui.dialogs.backup_list import BackupList, Row
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.file_opening import with_ending
from readiness.ui.restoring_desk import GoingBack, holding
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.progress_line import ProgressLine
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.restoring import Difference, Inventory
    from readiness.services.restoring import BackupLine, SourceLine

_WIDTH = 820
_PREVIEW = 96


class RestoreDialog(Sheet):
    """The newest sound one is chosen; what is there now is kept, so restoring can be undone."""

    others_asked = Signal(object)  # tuple[SourceLine, ...]: folders of other computers in the second place
    folder_asked = Signal()

    def __init__(
        self, workspace: Path, session: Session, safekeeping: Safekeeping, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, self._title(), parent)
        self.setObjectName("restore-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._workspace = workspace
        self._session = session
        self._safekeeping = safekeeping
        self._lines: dict[str, BackupLine] = {}
        self._here: Inventory | None = None
        self._chosen = ""
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._progress = ProgressLine(theme, self)
        self._stop = Button(theme, self.tr("Stop"), "plain", self)
        self._waiting = QWidget(self)
        self._rows = BackupList(theme, "backups", self.tr("Backups, newest first"), self)
        self._elsewhere = QWidget(self)
        self._others: tuple[SourceLine, ...] = ()
        self._panel = QFrame(self)
        self._found = TextBlock(theme, "", "body", "ink", self)
        self._fault = TextBlock(theme, "", "label", "error", self)
        self._build_body()
        self._build_foot()
        self._connect()
        self._begin()

    def done(self, result: int) -> None:
        """Look no further."""
        self._safekeeping.stop_looking()
        super().done(result)

    def _title(self) -> str:
        return self.tr("Restore a backup")

    def _head(self) -> str:
        return self.tr("If you restore it")

    def _safe(self) -> str:
        return self.tr("What is there now is backed up first, so that restoring can be undone.")

    def _way(self) -> str:
        return self.tr("Restore it")

    def _build_body(self) -> None:
        self._words.setObjectName("restore-words")
        self.body.addWidget(self._words)
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._progress, 1)
        self._stop.setObjectName("restore-stop")
        self._stop.setAutoDefault(False)
        self._stop.set_size("small")
        row.addWidget(self._stop)
        self.body.addWidget(self._waiting)
        self.body.addWidget(self._rows)
        self._build_elsewhere()
        self._build_preview()
        self._fault.setObjectName("restore-fault")
        self._fault.hide()
        self.body.addWidget(self._fault)

    def _build_elsewhere(self) -> None:
        row = QHBoxLayout(self._elsewhere)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._others_words = TextBlock(self._theme, "", "caption", "ink2", self._elsewhere)
        self._others_words.setObjectName("other-backups")
        row.addWidget(self._others_words, 1)
        self._show_others = self._small("show-other-backups", self.tr("Show them…"))
        self._show_others.clicked.connect(self._on_others_asked)
        self._show_others.hide()
        other_folder = self._small("restore-from", self.tr("Look in another folder…"))
        other_folder.clicked.connect(self._on_folder_asked)
        row.addWidget(self._show_others)
        row.addWidget(other_folder)
        self._elsewhere.hide()
        self.body.addWidget(self._elsewhere)

    def _small(self, name: str, text: str) -> Button:
        button = Button(self._theme, text, "quiet", self._elsewhere)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.set_size("small")
        return button

    def _build_preview(self) -> None:
        self._panel.setProperty("kind", "panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(20, 14, 20, 14)
        inside.setSpacing(6)
        inside.addWidget(Text(self._theme, self._head(), "bodyStrong", "ink", self._panel))
        self._found.setObjectName("restore-preview")
        self._found.setMinimumHeight(self._theme.px(_PREVIEW))
        inside.addWidget(self._found)
        inside.addWidget(TextBlock(self._theme, self._safe(), "caption", "ink2", self._panel))
        self._panel.hide()
        self.body.addWidget(self._panel)

    def _build_foot(self) -> None:
        self._close = self.add_button("restore-close", self.tr("Close"), "quiet")
        self._copy = self.add_button("restore-copy", self.tr("Save a copy…"))
        self._look = self.add_button("restore-look", self.tr("Open it read-only"))
        self._restore = self.add_button("restore-now", self._way(), "primary")
        # Enter on a row chooses it and must not do more than that.
        self._restore.setDefault(False)
        self._restore.setAutoDefault(False)
        self._set_ways(on=False)

    def _connect(self) -> None:
        self._close.clicked.connect(self.reject)
        self._rows.chosen.connect(self._choose)
        self._safekeeping.copy_saved.connect(self._on_copied)
        self._safekeeping.copy_not_saved.connect(self._on_failed)
        self._copy.clicked.connect(self._on_copy)
        self._look.clicked.connect(self._on_look)
        self._restore.clicked.connect(self._on_restore)
        self._stop.clicked.connect(self._safekeeping.stop_looking)
        self._safekeeping.looking.connect(self._on_looking)
        self._session.went_back.connect(self._on_went_back)
        self._session.failed.connect(self._on_failed)
        self._session.not_saved.connect(self.reject)

    def _begin(self) -> None:
        """Read what is open first: every preview is held against that."""
        self._say_looking(0, 0)
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_open_here():
            self._session.flush()
            self._session.run_errand(holding, self._on_held)
        else:
            self._on_held(None)

    def _is_open_here(self) -> bool:
        return self._session.path == str(self._workspace)

    def _on_held(self, here: "Inventory | None") -> None:
        self._here = here
        self._list()

    def _list(self) -> None:
        self._safekeeping.list_backups(self._workspace, self.show_lines)

    def _on_looking(self, done: int, of: int) -> None:
        self._say_looking(done, of)

    def _say_looking(self, done: int, of: int) -> None:
        self._progress.show_share(done, of)
        now = self.tr("Looking at backup {0} of {1}…").format(done + 1, of) if of else ""
        self._words.setText(now or self.tr("Looking for backups of {0}…").format(self._workspace.name))

    def show_lines(self, lines: "tuple[BackupLine, ...]") -> None:
        """Show the backups, and choose the newest that can be used."""
        self._waiting.hide()
        self._lines = {str(line.path): line for line in lines}
        self._words.setText(self._count_words(lines))
        is_any = any(not line.fault for line in lines)
        self._panel.setVisible(is_any)
        self._elsewhere.show()
        for way in (self._copy, self._look, self._restore):
            way.setVisible(is_any)
        if not self._rows.show_rows([self._row(line) for line in lines]):
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._find_others()
        self.refit()

    def _find_others(self) -> None:
        self._safekeeping.find_others(self._workspace, self._on_others)

    def _on_others(self, others: "tuple[SourceLine, ...]") -> None:
        """Say that the second place has backups of this name that another computer or folder made."""
        self._others = others
        count = len(others)
        one = self.tr("The second place also has backups of this name from another computer or folder.")
        more = self.tr("The second place also has backups of this name from {0} other computers or folders.")
        self._others_words.setText("" if not count else one if count == 1 else more.format(count))
        self._show_others.setVisible(bool(count))
        if count and self._close.hasFocus():
            self._show_others.setFocus(Qt.FocusReason.TabFocusReason)
        self.refit()
        self._rows.show_chosen()

    def _row(self, line: "BackupLine") -> Row:
        return Row(
            name=f"backup-{line.number}",
            key=str(line.path),
            title=backup_words.when(line.made_at, self._session.now().astimezone()),
            detail=backup_words.detail(line),
            damaged=bool(line.fault),
        )

    def _count_words(self, lines: "tuple[BackupLine, ...]") -> str:
        name = self._workspace.name
        if not lines:
            return self.tr(
                "There is no backup of {0} yet. One is made when the program is closed after a change, and "
                "when a quarter is sealed."
            ).format(name)
        if all(line.fault for line in lines):
            return self.tr("No backup of {0} can be used.").format(name)
        if len(lines) == 1:
            return self.tr("1 backup of {0}.").format(name)
        return self.tr("{0} backups of {1}, newest first.").format(len(lines), name)

    def _choose(self, backup: str) -> None:
        self._chosen = backup
        self._fault.hide()
        self._set_ways(on=True)
        self._found.setText(self.tr("Working out what would change…"))
        self._safekeeping.preview(Path(backup), self._here, self._on_previewed, self._on_not_previewed)

    def _on_previewed(self, previewed: "tuple[Path, Difference]") -> None:
        backup, found = previewed
        if str(backup) != self._chosen:
            return
        self._found.setText("\n".join(self._sentences(found)))
        self.refit()
        self._rows.show_chosen()

    def _sentences(self, found: "Difference") -> list[str]:
        all_of_it = self.tr("The workspace cannot be read now, so all of the backup comes back.")
        return [*([all_of_it] if self._here is None else []), *backup_words.changes(found)]

    def _on_not_previewed(self, error: Exception) -> None:
        if not isinstance(error, ReadinessError):
            raise error
        self._found.setText(error.sentence())
        self._set_ways(on=False)

    def _set_ways(self, *, on: bool) -> None:
        for button in (self._copy, self._look, self._restore):
            button.setEnabled(on)

    def _on_copy(self) -> None:
        name = str(self._workspace.parent / f"{Path(self._chosen).stem} copy.readiness")
        kinds = self.tr("Readiness workspaces (*.readiness)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy of the backup"), name, kinds)
        if path:
            self._fault.hide()
            self._safekeeping.save_copy(Path(self._chosen), with_ending(path))

    def _on_copied(self, path: Path) -> None:
        self._say_fault(self.tr("Saved and checked: {0}").format(path), "ink2")

    def _on_others_asked(self) -> None:
        self.accept()
        self.others_asked.emit(self._others)

    def _on_folder_asked(self) -> None:
        self.accept()
        self.folder_asked.emit()

    def _on_look(self) -> None:
        chosen = Path(self._chosen)
        self.accept()
        self._session.look_at_backup(chosen, self._workspace)

    def _on_restore(self) -> None:
        self._go_back(self._workspace)

    def _go_back(self, workspace: Path) -> None:
        self._set_ways(on=False)
        self._fault.hide()
        self._found.setText(self.tr("Restoring…"))
        line = self._lines[self._chosen]
        self._session.go_back(GoingBack(backup=line.path, workspace=workspace, made_at=line.made_at))

    def _on_went_back(self, _went: object) -> None:
        self.accept()

    def _on_failed(self, error: object) -> None:
        if isinstance(error, ReadinessError):
            self._say_fault(error.sentence(), "error")
            if self._chosen:
                self._set_ways(on=True)

    def _say_fault(self, text: str, tone: str) -> None:
        self._fault.set_look("label", tone)
        self._fault.setText(text)
        self._fault.show()
        self.refit()
