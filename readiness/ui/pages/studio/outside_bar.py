"""The bar that says a file was changed outside, with three ways on; nothing is written meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.text_block import TextBlock


class OutsideBar(QFrame):
    """Reload takes theirs, Keep mine saves beside it, Compare shows both."""

    chosen = Signal(str)  # reload, keep, compare

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message-attention")
        self.setObjectName("outside-bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconMark(theme, icons, "info", 22, self, "ink"))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = self.tr("Another program changed this file")
        text = self.tr("Nothing is written while you decide. What you wrote here is kept.")
        words.addWidget(TextBlock(theme, title, "bodyStrong", "ink", self))
        words.addWidget(TextBlock(theme, text, "body", "ink2", self))
        row.addLayout(words, 1)
        self.setAccessibleName(f"{title}. {text}")
        ways = (
            ("compare", self.tr("Compare")),
            ("keep", self.tr("Keep mine, in a file beside it")),
            ("reload", self.tr("Reload")),
        )
        for key, words_ in ways:
            button = Button(theme, words_, "plain", self)
            button.setObjectName(f"outside-{key}")
            button.setProperty("way", key)
            button.set_size("medium")
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        self.hide()

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("way")))
