"""What helps to answer: the critical journeys, and on request a facilitator's hint."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.domain.journeys import Journey
from readiness.domain.questionnaire import Question
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.journey_list import JourneyList
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_HEAD: Final = 24
"""As high as the labels beside it, which carry key hints."""


class Aside(QWidget):
    """Stands beside the note: “critical” means the same to everybody who reads the list."""

    hint_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text(theme, self.tr("Critical journeys must stay alive"), "label", "ink2", self)
        Measure(theme, self._heading, height=_HEAD)
        self._journeys = JourneyList(theme, self)
        self._toggle = Button(theme, self.tr("Hint"), "plain", self)
        self._toggle.setObjectName("hint-toggle")
        self._toggle.setCheckable(True)
        self._toggle.set_key("H")
        self._toggle.set_size("small")
        self._hint = TextBlock(theme, "", "body", "ink2", self)
        self._hint.setObjectName("hint")
        self._who = Text(theme, "", "caption", "ink3", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._heading, self._journeys, self._who):
            column.addWidget(part)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addStretch()
        self._toggle.toggled.connect(self._on_toggled)
        self._hint.hide()

    def show_question(
        self, question: Question, journeys: Sequence[Journey], *, shows_who: bool = True
    ) -> None:
        """Show what helps with a question; the hint stays as it was, open or not."""
        self._journeys.show_journeys(journeys)
        self._heading.setVisible(bool(journeys))
        self._journeys.setVisible(bool(journeys))
        self._hint.setText(question.hint)
        self._toggle.setVisible(bool(question.hint))
        self._hint.setVisible(bool(question.hint) and self._toggle.isChecked())
        self._who.setText(self._best_placed(question))
        self._who.setVisible(shows_who)

    def toggle_hint(self) -> None:
        """Show the hint, or put it away."""
        self._toggle.toggle()

    def _on_toggled(self, open_: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._hint.setVisible(open_)
        if open_:
            self.hint_asked.emit()

    def _best_placed(self, question: Question) -> str:
        return {
            "product": self.tr("Product knows this best"),
            "engineering": self.tr("Engineering knows this best"),
            "both": self.tr("Both sides answer this"),
        }[question.asked_of]
