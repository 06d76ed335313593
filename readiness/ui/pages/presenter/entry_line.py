"""One line to write on: a fact to find, something to park, or why it does not apply."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.text import Text


class EntryLine(QWidget):
    """Enter keeps what is written, Esc leaves it; while it is open single keys belong to the text."""

    kept = Signal(str, str, str)  # reason, fact or park; the text; who
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = ""
        self._label = Text(theme, "", "bodyStrong", "ink", self)
        self._text = Field(theme, "", self)
        self._text.setObjectName("entry-text")
        self._text.setMaxLength(300)
        self._who = Field(theme, self.tr("Who"), self)
        self._who.setObjectName("entry-who")
        self._who.setPlaceholderText(self.tr("who"))
        self._who.setMaxLength(80)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._label)
        row.addWidget(self._text, 3)
        row.addWidget(self._who, 1)
        for field in (self._text, self._who):
            field.returnPressed.connect(self._on_returned)
            field.left.connect(self._on_left)
        self.hide()

    @property
    def entry(self) -> str:
        """What is being written; empty while the line is closed."""
        return self._entry

    def begin(self, entry: str) -> None:
        """Open the line for an entry."""
        labels = {
            "reason": (self.tr("Does not apply"), self.tr("It cannot exist here, because …")),
            "fact": (self.tr("Fact to find"), self.tr("What has to be known?")),
            "park": (self.tr("Park"), self.tr("What belongs elsewhere?")),
        }
        label, hint = labels[entry]
        self._entry = entry
        self._label.setText(label)
        self._text.setAccessibleName(label)
        self._text.setPlaceholderText(hint)
        self._text.clear()
        self._who.clear()
        self._who.setVisible(entry != "reason")
        self.show()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def height_at(self, _width: int) -> int:
        """Return how high the fields are."""
        return self._text.minimumHeight()

    def close_line(self) -> None:
        """Put the line away."""
        if self._entry:
            self._entry = ""
            self.hide()
            self.closed.emit()

    def _on_returned(self) -> None:
        entry, text, who = self._entry, self._text.text().strip(), self._who.text().strip()
        if text:
            self.close_line()
            self.kept.emit(entry, text, who)
        else:
            self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_left(self) -> None:
        self.close_line()
