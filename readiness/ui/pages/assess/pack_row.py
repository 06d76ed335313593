"""The other way to hand over: a page that somebody answers elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.text_block import TextBlock


class PackRow(QWidget):
    """Says what the page is, and offers to save it."""

    asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._words.max_lines = 2
        self._words.setMinimumHeight(2 * theme.line("body"))
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._save = Button(theme, self.tr("Save the page…"), "plain", self)
        self._save.setObjectName("save-page")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconMark(theme, icons, "export", theme.px(20), self))
        row.addWidget(self._words, 1)
        row.addWidget(self._save)
        self._save.clicked.connect(self.asked)

    def show_side(self, name: str) -> None:
        """Offer a page for a side."""
        words = self.tr("{0} is somewhere else? Send one page that works offline and holds no answers.")
        self._words.setText(words.format(name))
