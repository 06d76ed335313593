"""The assessment on the table with what people wrote of its report; kept beside it, sealed or not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from readiness.ui.carrying_table import CarryingTable
from readiness.ui.undo import ValueEdit

if TYPE_CHECKING:
    from readiness.domain.report_words import ReportWords
    from readiness.services.assessing import Assessing, Saved
    from readiness.ui.desk import Resumed


class ReportTable(CarryingTable):
    """Changes of the words are steps to undo like any other."""

    words_changed = Signal(object)  # ReportWords; also by undo and redo
    words: "ReportWords | None" = None

    def put(self, resumed: "Resumed") -> None:
        """Lay an assessment on the table, with the words of its report."""
        self.words = resumed.words
        super().put(resumed)

    def put_away(self) -> None:
        """Clear the table."""
        self.words = None
        super().put_away()

    def set_words(self, words: "ReportWords", name: str) -> None:
        """Replace what was written of the report; a sealed assessment takes it too."""
        if self._reachable() is not None and self.words is not None and words != self.words:
            self.undo_stack.push(ValueEdit(name, self.words, words, self._apply_words))

    def _apply_words(self, words: "ReportWords") -> None:
        id_ = self.id
        self.words = words
        self.words_changed.emit(words)

        def commit(workspace: "Assessing") -> "Saved | None":
            return None if id_ is None else workspace.set_report_words(id_, words)

        self._saving.keep(("words", id_), commit)
