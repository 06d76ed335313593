"""What is asked: where one is, the prompt, and why it matters."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.prompt import Prompt
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The words above the levels; ``place`` is like “question 1 of 3”."""

    pillar: str
    topic: str
    place: str
    prompt: str
    why: str


class QuestionHead(QWidget):
    """Crumb, prompt and why; pages add to ``corner``, at the right of the crumb."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pillar = Text(theme, "", "section", "accent", self)
        self._arrow = Text(theme, "\u203a", "lead", "ink3", self)
        self._topic = Text(theme, "", "section", "ink", self)
        self._place = Text(theme, "", "body", "ink3", self)
        self._prompt = Prompt(theme, self)
        self._prompt.setObjectName("prompt")
        self._why = TextBlock(theme, "", "why", "ink2", self)
        self._why.setObjectName("why")
        self.corner = QHBoxLayout()
        self._build()

    @property
    def prompt(self) -> Prompt:
        """The prompt, the heading of the page."""
        return self._prompt

    def set_room(self, *, is_read: bool, is_low: bool) -> None:
        """Keep the why small once both have answered, and in a low window leave it to the tooltip."""
        self._why.set_look("body" if is_read else "why", "ink2")
        self._why.setVisible(not (is_read and is_low))
        self._prompt.set_low(is_read and is_low)
        self._keep_why()

    def show_question(self, heading: Heading) -> None:
        """Ask another question."""
        self._pillar.setText(heading.pillar)
        self._topic.setText(heading.topic)
        self._arrow.setVisible(bool(heading.topic))
        self._place.setText(heading.place)
        self._prompt.setText(heading.prompt)
        self._why.setText(heading.why)
        self._why.setToolTip(plain_tooltip(heading.why))
        self.setAccessibleName(heading.prompt)
        self._keep_why()

    def _keep_why(self) -> None:
        """Let the prompt say why where that has no line of its own."""
        is_gone = self._why.isHidden()
        self._prompt.setToolTip(self._why.toolTip() if is_gone else "")
        self._prompt.setAccessibleDescription(self._why.text() if is_gone else "")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        crumb = QHBoxLayout()
        crumb.setSpacing(12)
        for part in (self._pillar, self._arrow, self._topic, self._place):
            crumb.addWidget(part)
        crumb.addStretch()
        crumb.addLayout(self.corner)
        column.addLayout(crumb)
        column.addWidget(self._prompt)
        column.addWidget(self._why)
        column.addStretch()  # spare height belongs below, not between the prompt and its why
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
