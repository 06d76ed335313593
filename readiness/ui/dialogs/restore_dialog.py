"""Every backup of a workspace, what going back to one would change, and the ways to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.errors import ReadinessError
from readiness.ui import backup_words
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.file_opening import with_ending
from readiness.ui.restoring_desk import GoingBack, holding
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.progress_line import ProgressLine
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.two_line_choice import TwoLineChoice

if TYPE_CHECKING:
    from readiness.domain.restoring import Difference, Inventory
    from readiness.services.restoring import BackupLine

_WIDTH = 820
_LEAST, _HIGHEST = 130, 294
_PREVIEW = 96


class RestoreDialog(Sheet):
    """The newest sound one is chosen; what is there now is kept, so restoring can be undone."""

    def __init__(
        self, workspace: Path, session: Session, safekeeping: Safekeeping, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("Restore a backup"), parent)
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
        self._rows = QVBoxLayout()
        self._list = QWidget(self)
        self._scroll = Scroller(self)
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
        self._rows.setContentsMargins(4, 4, 12, 4)
        self._rows.setSpacing(2)
        self._list.setLayout(self._rows)
        self._scroll.setObjectName("backups")
        self._scroll.setAccessibleName(self.tr("Backups, newest first"))
        self._scroll.set_content(self._list)
        self._scroll.hide()
        self.body.addWidget(self._scroll)
        self._build_preview()
        self._fault.setObjectName("restore-fault")
        self._fault.hide()
        self.body.addWidget(self._fault)

    def _build_preview(self) -> None:
        self._panel.setProperty("kind", "panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(20, 14, 20, 14)
        inside.setSpacing(6)
        inside.addWidget(Text(self._theme, self.tr("If you restore it"), "bodyStrong", "ink", self._panel))
        self._found.setObjectName("restore-preview")
        self._found.setMinimumHeight(self._theme.px(_PREVIEW))
        inside.addWidget(self._found)
        safe = self.tr("What is there now is backed up first, so that restoring can be undone.")
        inside.addWidget(TextBlock(self._theme, safe, "caption", "ink2", self._panel))
        self._panel.hide()
        self.body.addWidget(self._panel)

    def _build_foot(self) -> None:
        self._close = self.add_button("restore-close", self.tr("Close"), "quiet")
        self._copy = self.add_button("restore-copy", self.tr("Save a copy…"))
        self._look = self.add_button("restore-look", self.tr("Open it read-only"))
        self._restore = self.add_button("restore-now", self.tr("Restore it"), "primary")
        # Enter on a row chooses it and must not do more than that.
        self._restore.setDefault(False)
        self._restore.setAutoDefault(False)
        self._set_ways(on=False)

    def _connect(self) -> None:
        self._close.clicked.connect(self.reject)
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
        for line in lines:
            self._rows.addWidget(self._row(line))
        self._words.setText(self._count_words(lines))
        self._scroll.setVisible(bool(lines))
        height = sum(row.sizeHint().height() + 2 for row in self._backup_rows()) + 10
        self._scroll.setMaximumHeight(height)
        self._scroll.setMinimumHeight(min(height, self._theme.px(_LEAST)))
        first = next((row for row in self._backup_rows() if row.isEnabled()), None)
        self._panel.setVisible(first is not None)
        for way in (self._copy, self._look, self._restore):
            way.setVisible(first is not None)
        if first is None:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first.setChecked(True)
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(str(first.property("backup")))
        self.refit()

    def _backup_rows(self) -> list[TwoLineChoice]:
        return self._list.findChildren(TwoLineChoice)

    def _row(self, line: "BackupLine") -> TwoLineChoice:
        title = backup_words.when(line.made_at, self._session.now().astimezone())
        row = TwoLineChoice(
            self._theme, title, backup_words.detail(line), self._list, damaged=bool(line.fault)
        )
        row.setObjectName(f"backup-{line.number}")
        row.setProperty("backup", str(line.path))
        row.clicked.connect(self._on_chosen)
        return row

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

    def _on_chosen(self) -> None:
        self._choose(str(self.sender().property("backup")))

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
        sentences = backup_words.changes(found)
        if self._here is None:
            sentences.insert(0, self.tr("The workspace cannot be read now, so all of the backup comes back."))
        self._found.setText("\n".join(sentences))
        self.refit()
        chosen = next((row for row in self._backup_rows() if row.isChecked()), None)
        if chosen is not None:
            self._scroll.bring_into_sight(chosen)

    def _on_not_previewed(self, error: Exception) -> None:
        if not isinstance(error, ReadinessError):
            raise error
        self._found.setText(error.sentence())
        self._set_ways(on=False)

    def _wanted_height(self) -> int:
        """Give the list some rows more than the few it needs."""
        wanted = super()._wanted_height()
        if self._scroll.isHidden() or self._page_scroller is not None:
            return wanted
        rows = min(self._scroll.maximumHeight(), self._theme.px(_HIGHEST))
        return wanted + max(0, rows - self._scroll.sizeHint().height())

    def _set_ways(self, *, on: bool) -> None:
        for button in (self._copy, self._look, self._restore):
            button.setEnabled(on)

    def _on_copy(self) -> None:
        name = str(self._workspace.parent / f"{Path(self._chosen).stem} copy.readiness")
        kinds = self.tr("Readiness workspaces (*.readiness)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy of the backup"), name, kinds)
        if path:
            self._fault.hide()
            target = with_ending(path)
            self._safekeeping.save_copy(Path(self._chosen), target, self._on_copied, self._on_failed)

    def _on_copied(self, path: Path) -> None:
        self._say_fault(self.tr("Saved and checked: {0}").format(path), "ink2")

    def _on_look(self) -> None:
        chosen = Path(self._chosen)
        self.accept()
        self._session.look_at_backup(chosen, self._workspace)

    def _on_restore(self) -> None:
        self._set_ways(on=False)
        self._fault.hide()
        self._found.setText(self.tr("Restoring…"))
        line = self._lines[self._chosen]
        going = GoingBack(backup=line.path, workspace=self._workspace, made_at=line.made_at)
        self._session.go_back(going)

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
