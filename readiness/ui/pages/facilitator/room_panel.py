"""The room's screen in small, and the four things one does with it most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.pages.facilitator.thumbnail import Thumbnail
from readiness.ui.pages.presenter.entry_line import EntryLine
from readiness.ui.pages.presenter_view import PresenterView
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text


class RoomPanel(QFrame):
    """Blank, Leave open, Fact, Next; what is written about the question opens below."""

    asked = Signal(str)  # blank, open, fact or next

    def __init__(self, theme: Theme, view: PresenterView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "panel")
        self.thumbnail = Thumbnail(theme, view, self)
        self.entry = EntryLine(theme, self)
        self._buttons: dict[str, Button] = {}
        self._build()

    def show_blank(self, is_blank: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Say what the first button does now."""
        self._buttons["blank"].setText(self.tr("Show") if is_blank else self.tr("Blank"))

    def set_may_settle(self, may: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Offer to leave open only what is revealed."""
        for key in ("open", "fact"):
            self._buttons[key].setEnabled(may)
            self._buttons[key].setToolTip("" if may else self.tr("After the reveal"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, self.tr("The room sees"), "label", "ink2", self))
        head.addStretch(1)
        head.addWidget(Text(self._theme, self.tr("Only you see this window"), "caption", "ink2", self))
        column.addLayout(head)
        column.addWidget(self.thumbnail)
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, words, hint in (
            ("blank", self.tr("Blank"), "B"),
            ("open", self.tr("Leave open"), "O"),
            ("fact", self.tr("Fact"), "F"),
        ):
            row.addWidget(self._button(key, words, hint))
        row.addStretch(1)
        row.addWidget(self._button("next", self.tr("Next"), "→", primary=True))
        column.addLayout(row)
        column.addWidget(self.entry)

    def _button(self, key: str, words: str, hint: str, *, primary: bool = False) -> Button:
        button = Button(self._theme, words, "primary" if primary else "plain", self)
        button.setObjectName(f"room-{key}")
        button.set_size("small")
        button.set_key(hint)
        button.setProperty("asks", key)
        button.clicked.connect(self._on_clicked)
        self._buttons[key] = button
        return button

    def _on_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("asks")))
