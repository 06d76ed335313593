"""The folders of backups in a place: of which workspace, of which computer, and how new."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from readiness.errors import ReadinessError
from readiness.ui.backup_words import source_detail, source_title
from readiness.ui.dialogs.backup_list import BackupList, Row
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.restoring import SourceLine

_WIDTH = 820


class SourcesDialog(Sheet):
    """The newest is chosen; ``chosen`` carries the folder whose backups are to be shown."""

    chosen = Signal(object)  # SourceLine
    folder_asked = Signal()

    def __init__(
        self, safekeeping: Safekeeping, now: Callable[[], datetime], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("Restore from a backup place"), parent)
        self.setObjectName("sources-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._safekeeping = safekeeping
        self._now = now
        self._lines: dict[str, SourceLine] = {}
        self._chosen = ""
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._words.setObjectName("sources-words")
        self._list = BackupList(theme, "sources", self.tr("Folders of backups, newest first"), self)
        self.body.addWidget(self._words)
        self.body.addWidget(self._list)
        self._close = self.add_button("sources-close", self.tr("Close"), "quiet")
        self._other = self.add_button("sources-other", self.tr("Look in another folder…"))
        self._show = self.add_button("sources-show", self.tr("Show its backups"), "primary")
        self._show.setEnabled(False)
        self._close.clicked.connect(self.reject)
        self._other.clicked.connect(self._on_other)
        self._show.clicked.connect(self._on_show)
        self._list.chosen.connect(self._on_chosen)

    def done(self, result: int) -> None:
        """Look no further."""
        self._safekeeping.stop_looking()
        super().done(result)

    def look_in(self, place: Path) -> None:
        """Look for backups in a folder, and in those below it."""
        self._place = place
        self._words.setText(self.tr("Looking in {0}…").format(place))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._safekeeping.look_in(place, self._on_looked, self._on_not_looked)

    def show_lines(self, lines: "tuple[SourceLine, ...]", words: str) -> None:
        """Show the folders, and choose the newest that can be used."""
        self._lines = {f"{line.source.folder}\0{line.source.name}": line for line in lines}
        self._words.set_look("body", "ink2")
        self._words.setText(words)
        is_any = self._list.show_rows([self._row(number, key) for number, key in enumerate(self._lines, 1)])
        self._show.setVisible(is_any)
        self._show.setEnabled(is_any)
        if not is_any:
            self._other.setFocus(Qt.FocusReason.TabFocusReason)
        self.refit()

    def _row(self, number: int, key: str) -> Row:
        line = self._lines[key]
        return Row(
            name=f"source-{number}",
            key=key,
            title=source_title(line),
            detail=source_detail(line, self._now()),
        )

    def _on_looked(self, lines: "tuple[SourceLine, ...]") -> None:
        place = self._place
        none = self.tr("There are no backups that Readiness made in {0}, nor in the folders in it.")
        one = self.tr("1 folder of backups is in {0}.")
        more = self.tr("{1} folders of backups are in {0}, newest first.")
        words = none if not lines else one if len(lines) == 1 else more
        self.show_lines(lines, words.format(place, len(lines)))

    def _on_not_looked(self, error: Exception) -> None:
        if not isinstance(error, ReadinessError):
            raise error
        self.show_lines((), error.sentence())
        self._words.set_look("body", "error")

    def _on_chosen(self, key: str) -> None:
        self._chosen = key

    def _on_other(self) -> None:
        self.accept()
        self.folder_asked.emit()

    def _on_show(self) -> None:
        self.accept()
        self.chosen.emit(self._lines[self._chosen])
