"""“The wording changed. Same meaning?”: no rule can tell, so whoever writes says it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.studio.descent import Meaning
from readiness.ui.theme import Theme
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text_block import TextBlock


class SameMeaning(QFrame):
    """Shown only while a question reads differently from the version before."""

    said = Signal(str)  # same or other

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setObjectName("same-meaning")
        self._title = TextBlock(theme, "", "bodyStrong", "ink", self)
        note = self.tr(
            "Yes keeps the trend line. No starts a new question and leaves it out of like-for-like."
        )
        self._note = TextBlock(theme, note, "caption", "ink2", self)
        options = (("same", self.tr("Yes")), ("other", self.tr("No")))
        self.choice = Segmented(theme, self.tr("Same meaning"), options, self)
        self.choice.setObjectName("same-meaning-choice")
        self.choice.chosen.connect(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row.addLayout(words, 1)
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_state(self, version: str, meaning: Meaning) -> None:
        """Ask about a question that reads differently from a version, with what was said so far."""
        self._title.setText(self.tr("The wording changed since {0}. Same meaning?").format(version))
        self.choice.set_value(meaning)
        self.show()
