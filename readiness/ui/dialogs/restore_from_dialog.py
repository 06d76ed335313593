"""The backups of a folder that was found, and the way to put one where somebody chooses."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui import backup_words
from readiness.ui.dialogs.restore_dialog import RestoreDialog
from readiness.ui.file_opening import with_ending
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.restoring import Difference
    from readiness.services.restoring import BackupLine, SourceLine


class RestoreFromDialog(RestoreDialog):
    """Nothing takes anything's place until it was asked where; the folder itself is left as it is."""

    placed = Signal(str)  # the workspace that the backup is about to become

    def __init__(
        self,
        line: "SourceLine",
        target: Path,
        session: Session,
        safekeeping: Safekeeping,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        self._line = line
        super().__init__(target, session, safekeeping, theme, parent)

    def _title(self) -> str:
        return self.tr("Restore from a backup place")

    def _head(self) -> str:
        return self.tr("What is in it")

    def _safe(self) -> str:
        return self.tr(
            "You choose where it goes. A file that is there already is kept, and so is the backup."
        )

    def _way(self) -> str:
        return self.tr("Restore it to…")

    def _is_open_here(self) -> bool:
        """Say what a backup holds, not what would change: where it goes is not known yet."""
        return False

    def _list(self) -> None:
        self._safekeeping.list_source(self._line.source, self.show_lines)

    def _find_others(self) -> None:
        """The other folders were on the list that led here."""

    def _count_words(self, lines: "tuple[BackupLine, ...]") -> str:
        whose = backup_words.source_title(self._line)
        if all(line.fault for line in lines):
            words = self.tr("No backup of {1} can be used.")
        elif len(lines) == 1:
            words = self.tr("1 backup of {1}.")
        else:
            words = self.tr("{0} backups of {1}, newest first.")
        return f"{words.format(len(lines), whose)} {backup_words.source_place(self._line)}"

    def _sentences(self, found: "Difference") -> list[str]:
        return backup_words.content(found)

    def _on_restore(self) -> None:
        title = self.tr("Where should the workspace be?")
        kinds = self.tr("Readiness workspaces (*.readiness)")
        path, _ = QFileDialog.getSaveFileName(self, title, str(self._workspace), kinds)
        if path:
            target = with_ending(path)
            self.placed.emit(str(target))
            self._go_back(target)
