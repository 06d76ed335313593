"""A question with two or three ways on, for what cannot be undone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Kind
from readiness.ui.widgets.text_block import TextBlock


class QuestionDialog(Sheet):
    """Says what is at stake and offers ways on; ``chosen`` names the way, Esc is none of them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget) -> None:
        super().__init__(theme, title, parent)
        self.setObjectName("question-dialog")
        self.body.addWidget(TextBlock(theme, text, "body", "ink2", self))

    def add_way(self, key: str, text: str, kind: Kind = "plain") -> None:
        """Offer a way on."""
        button = self.add_button(f"way-{key}", text, kind)
        button.setProperty("way", key)
        button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        key = str(self.sender().property("way"))
        self.accept()
        self.chosen.emit(key)
