"""What stands from an earlier quarter: a carried answer, or last quarter's level and how right it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.assessment import Answer
from readiness.domain.hindsight import Hindsight
from readiness.ui.carried import carried_words
from readiness.ui.pages.assess.level_names import level_name
from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.ghost_ring import GhostRing
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text_block import TextBlock

_LEVELS = 5


class PastRow(QWidget):
    """Hidden until it can sway nobody. ``restated`` carries the level it should have been, −1 for none."""

    restated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Hindsight | None = None
        self._is_read_only = False
        self._ring = GhostRing(theme, self)
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._words.setObjectName("last-quarter")
        self._already = Button(theme, "", "plain", self)
        self._already.setObjectName("restate")
        self._already.set_key("B")
        digits = tuple((str(number), str(number)) for number in range(_LEVELS))
        self._then = Segmented(theme, self.tr("In hindsight, last quarter’s level"), digits, self)
        self._then.setObjectName("restated-level")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._ring)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._already)
        row.addWidget(self._then)
        self._already.clicked.connect(self.toggle)
        self._then.chosen.connect(self._on_chosen)
        self.hide()

    def show_past(self, answer: Answer, seen: Hindsight | None) -> None:
        """Show that an answer is carried, or last quarter's level; neither hides the row."""
        self._seen = seen
        carried = carried_words(answer)
        self.setVisible(bool(carried) or seen is not None)
        may = seen is not None and seen.now is not None and not self._is_read_only
        asks = may and seen is not None and (seen.differs or seen.restated is not None)
        self._already.setVisible(asks)
        self._then.setVisible(asks)
        if seen is None:
            told = self.tr("{0}, not asked again; a level answers it anew").format(carried)
            self._words.setText(told[:1].upper() + told[1:] if carried else "")
            return
        self._words.setText(self._told(seen, asks=asks))
        self._already.setText(self.tr("It was {0} then too").format(seen.now))
        self._already.set_chosen(seen.restated is not None and seen.restated == seen.now)
        self._then.set_value(str(seen.level if seen.restated is None else seen.restated))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the past without asking anything of it."""
        self._is_read_only = read_only

    def toggle(self) -> None:
        """Say that today's level held then too, or take that back."""
        if self._seen is not None and self._seen.now is not None and not self._already.isHidden():
            is_said = self._seen.restated == self._seen.now
            self.restated.emit(-1 if is_said else self._seen.now)

    def _told(self, seen: Hindsight, *, asks: bool) -> str:
        then = f"{shown_quarter(seen.period)}: {seen.level}, {level_name(seen.level)}."
        return self.tr("{0} In hindsight, was that right?").format(then) if asks else then

    def _on_chosen(self, key: str) -> None:
        if self._seen is not None:
            self.restated.emit(-1 if int(key) == self._seen.level else int(key))
