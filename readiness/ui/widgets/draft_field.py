"""One line of a form whose page undoes: an id, a name, a number."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.growing_text import leaves_undo


class DraftField(Field):
    """A field that leaves undo to its page; ``set_words`` fills it where it says something else."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)

    def set_words(self, words: str) -> None:
        """Show a text without telling anybody; the cursor stays where the text stays the same."""
        if words != self.text():
            self.setText(words)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the page."""
        if leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)
