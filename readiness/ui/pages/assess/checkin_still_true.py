"""“Still true”: one key for an answer that has not changed, and one for a guess that is a guess still."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Answer
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text_block import TextBlock

_SIDE_BY_SIDE: Final = 640


class StillTrueRow(QWidget):
    """What may be said again, and why last quarter's answer is shown here at all."""

    said = Signal()
    guessed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticks = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._still = Button(theme, self.tr("Still true"), "primary", self)
        self._still.setObjectName("still-true")
        self._still.set_icon(icons, "check")
        self._still.set_size("huge")
        self._still.set_key("Y")
        self._guess = Button(theme, self.tr("Still true, still a guess"), "plain", self)
        self._guess.setObjectName("still-a-guess")
        self._guess.set_size("huge")
        self._guess.set_key("G")
        self._other = TextBlock(theme, "", "lead", "ink2", self)
        self._other.setObjectName("still-true-else")
        self._why = TextBlock(
            theme,
            self.tr(
                "Shown because this is a check-in. In a full assessment last quarter’s answer appears "
                "only after both sides have answered."
            ),
            "caption",
            "ink2",
            self,
        )
        self._why.setObjectName("why-shown")
        self._build()

    def show_stood(self, stood: Answer | None, *, is_guess: bool, ticks: bool = False) -> None:
        """Offer what can be said again of an earlier answer; ``ticks``: practices are ticked here."""
        self._ticks = ticks
        can_say = stood is not None and stood.state != "not_asked"
        has_level = stood is not None and stood.level is not None
        self._still.setVisible(can_say)
        self._still.setText(self._words(stood))
        self._guess.setVisible(has_level)
        again = self.tr("Still true, still a guess") if is_guess else self.tr("Still true, as a guess")
        self._guess.setText(again)
        self._other.setText(self._else_words(stood))
        self._why.setVisible(can_say)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the row without taking an answer."""
        self._still.setEnabled(not read_only)
        self._guess.setEnabled(not read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons one under another where they have no room side by side."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= self._theme.px(_SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_roomy else down)

    def _else_words(self, stood: Answer | None) -> str:
        if self._ticks:
            return self._ticking_words(stood)
        if stood is None or stood.state == "not_asked":
            return self.tr("Press 0–4, or D if nobody knows")
        if stood.unknown:
            return self.tr("or press 0–4 if somebody knows by now")
        return self.tr("or press 0–4 for what changed")

    def _ticking_words(self, stood: Answer | None) -> str:
        if stood is None or stood.state == "not_asked":
            return self.tr("Press the numbers of what is done, or D if nobody knows")
        if stood.unknown:
            return self.tr("or press the numbers of what is done, if somebody knows by now")
        return self.tr("or press the numbers of what changed")

    def _words(self, stood: Answer | None) -> str:
        if stood is not None and stood.unknown:
            return self.tr("Still unknown")
        if stood is not None and stood.not_applicable is not None:
            return self.tr("Still does not apply")
        return self.tr("Still true")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = self._row
        row.setSpacing(14)
        row.addWidget(self._still)
        row.addWidget(self._guess)
        row.addWidget(self._other, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self._why)
        self._still.clicked.connect(self.said)
        self._guess.clicked.connect(self.guessed)
