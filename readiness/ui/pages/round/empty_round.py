"""A round in which no system is yet: what it is for, and how one begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.button_row import ButtonRow
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_WIDTH = 560


class EmptyRound(QWidget):
    """Start an assessment, or take in one that another team sealed."""

    new_asked = Signal()
    take_in_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round-empty")
        self.button = Button(theme, self.tr("New assessment"), "primary", self)
        self.button.setObjectName("round-empty-new")
        self.button.clicked.connect(self.new_asked)
        self._take_in = Button(theme, self.tr("Take in a package…"), "plain", self)
        self._take_in.setObjectName("round-empty-take-in")
        self._take_in.clicked.connect(self.take_in_asked)
        words = self.tr(
            "A round is one quarter over all systems: who has answered, what is due, and what other teams "
            "have sealed. It fills as assessments are started or their packages taken in."
        )
        inner = QWidget(self)
        inner.setMaximumWidth(theme.px(_WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text(theme, self.tr("No system is in this round yet"), "title", "ink", inner))
        column.addWidget(TextBlock(theme, words, "body", "ink2", inner))
        row = ButtonRow(inner)
        row.add(self.button)
        row.add(self._take_in)
        column.addWidget(row)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def let(self, *, read_only: bool) -> None:
        """Offer nothing where nothing can be changed."""
        self.button.setEnabled(not read_only)
        self._take_in.setEnabled(not read_only)
