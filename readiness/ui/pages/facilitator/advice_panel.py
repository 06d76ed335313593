"""For this question: what to ask, who should answer, the time, and what it decides; then the room so far."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.settling import Tally
from readiness.ui.pages.facilitator.advice import Advice
from readiness.ui.pages.facilitator.spoken_row import SpokenRow
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class AdviceItem(Painted):
    """A bar, amber where it asks to be acted on now; the heading is read first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._is_now = False
        self._title = TextBlock(theme, "", "section", "ink", self)
        self._text = TextBlock(theme, "", "body", "ink2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)

    def show_advice(self, advice: Advice) -> None:
        """Show another advice."""
        self._is_now = advice.is_now
        self._title.setText(advice.title)
        self._text.setText(advice.text)
        self.setAccessibleName(f"{advice.title}. {advice.text}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        with drawing.painting(self) as painter:
            fill = self._theme.color("attention" if self._is_now else "line2")
            drawing.box(painter, QRectF(0, 0, 4, self.height()), fill=fill)


class AdvicePanel(Panel):
    """Score, weights and last quarter are in neither half: they stay hidden until the end, here too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("for-this-question")
        self._items: list[AdviceItem] = []
        self._advice = QVBoxLayout()
        self._advice.setSpacing(16)
        self.spoken = SpokenRow(theme, self)
        self._figures: list[tuple[Text, Text]] = []
        self._so_far = QVBoxLayout()
        self._so_far.setSpacing(4)
        self._build_body()
        self.set_heading(self.tr("For this question"))

    def show_advice(self, advice: Sequence[Advice]) -> None:
        """Show what helps with the question before the room."""
        while len(self._items) < len(advice):
            item = AdviceItem(self._theme, self)
            item.setObjectName(f"advice-{len(self._items) + 1}")
            self._items.append(item)
            self._advice.addWidget(item)
        for place, item in enumerate(self._items):
            item.setVisible(place < len(advice))
            if place < len(advice):
                item.show_advice(advice[place])

    def show_tally(self, tally: Tally, product: str, engineering: str) -> None:
        """Show how the room has fared."""
        whose = self.tr("Agreed on {0}’s level")
        rows = (
            (
                self.tr("Agreed, left open, facts"),
                f"{tally.agreed}, {tally.left_open}, {tally.facts}",
            ),
            (self.tr("Agreed between the two"), self._of(tally.between, tally.disputed)),
            (whose.format(engineering), self._of(tally.engineering, tally.disputed)),
            (whose.format(product), self._of(tally.product, tally.disputed)),
        )
        for (name, value), (words, figure) in zip(self._figures, rows, strict=True):
            name.setText(words)
            value.setText(figure)

    def _of(self, count: int, disputed: int) -> str:
        return self.tr("{0} of {1}").format(count, disputed) if disputed else "–"

    def _build_body(self) -> None:
        rule = QFrame(self)
        rule.setProperty("kind", "line")
        label = Text(self._theme, self.tr("The room, so far"), "label", "ink2", self)
        self.body.addSpacing(6)
        self.body.addLayout(self._advice)
        self.body.addSpacing(18)
        self.body.addWidget(rule)
        self.body.addSpacing(12)
        self.body.addWidget(label)
        self.body.addSpacing(6)
        self.body.addLayout(self._so_far)
        for place in range(4):
            self._so_far.addLayout(self._figure(place))
        self.body.addWidget(self.spoken)
        self.body.addSpacing(12)
        words = self.tr("Score, weights and last quarter stay hidden until the end, for you too.")
        self.body.addWidget(TextBlock(self._theme, words, "caption", "ink2", self))
        self.body.addStretch(1)

    def _figure(self, place: int) -> QHBoxLayout:
        name = Text(self._theme, "", "body", "ink2", self)
        value = Text(self._theme, "", "bodyStrong", "ink", self)
        value.setObjectName(f"so-far-{place + 1}")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._figures.append((name, value))
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(value)
        return row
