"""Under the table of systems: how many there are, what is archived, and the way to the questionnaires."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text


class HomeFoot(QWidget):
    """One line; what is archived is offered where there is any."""

    folded = Signal()
    library_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Text(theme, "", "body", "ink2", self)
        self._fold = Button(theme, "", "link", self)
        self._library = Button(theme, self.tr("Questionnaires…"), "link", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(16)
        row.addWidget(self._count)
        row.addStretch()
        for button, name in ((self._fold, "archived-systems"), (self._library, "show-library")):
            button.setObjectName(name)
            button.set_size("small")
            row.addWidget(button)
        self._fold.clicked.connect(self.folded)
        self._library.clicked.connect(self.library_asked)

    def say_count(self, text: str) -> None:
        """Say how many systems there are."""
        self._count.setText(text)

    def offer_fold(self, text: str, *, shown: bool) -> None:
        """Say what a click does with what is archived."""
        self._fold.setText(text)
        self._fold.setVisible(shown)
