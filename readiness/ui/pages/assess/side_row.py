"""Who answers: one side alone with its name and progress, or in a live meeting the switch."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.counting import Side
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.hold_button import HoldButton
from readiness.ui.widgets.perspective_switch import LanePart, PerspectiveSwitch
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """One side as it answers alone; ``reason`` says why nothing can be revealed yet."""

    side: Side
    name: str
    who: str
    progress: str
    reason: str
    is_one_view: bool


class SideRow(QWidget):
    """Hidden answers: nothing in here is about the other side, but whether it has answered."""

    hand_over_asked = Signal()
    revealed = Signal()
    lane_chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = SideMark(theme, "engineering", 30, self)
        self._name = Text(theme, "", "section", "ink", self)
        self._name.setObjectName("answering-side")
        self._progress = Text(theme, "", "caption", "ink2", self)
        self._progress.setObjectName("side-progress")
        self._reason = TextBlock(theme, "", "caption", "ink2", self)
        self._reason.max_lines = 2
        self._reason.setMaximumWidth(theme.px(150))
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason.setObjectName("reveal-reason")
        self._hand_over = Button(theme, self.tr("Hand over…"), "plain", self)
        self._hand_over.setObjectName("hand-over")
        self._hand_over.set_icon(icons, "people")
        self.reveal = HoldButton(theme, self.tr("Hold to reveal both"), "plain", self)
        self.reveal.setObjectName("reveal")
        self.reveal.set_icon(icons, "eye")
        self.reveal.set_key("R")
        self.switch = PerspectiveSwitch(theme, self)
        self._alone = QWidget(self)
        self._build()

    def show_alone(self, alone: Alone) -> None:
        """Show who answers alone."""
        self._mark.set_side(alone.side)
        self._name.setText(" · ".join(part for part in (alone.name, alone.who) if part))
        self._progress.setText(alone.progress)
        self._reason.setText(self.tr("One view only") if alone.is_one_view else alone.reason)
        self._reason.setVisible(bool(self._reason.text()))
        self.reveal.set_reason(alone.reason)
        self.reveal.set_kind("plain" if alone.reason else "primary")
        for part in (self._hand_over, self.reveal):
            part.setVisible(not alone.is_one_view)
        self._alone.show()
        self.switch.hide()
        self.show()

    def show_live(self, parts: Sequence[LanePart]) -> None:
        """Show who may answer; nothing where there is nothing to choose."""
        self.switch.show_parts(parts)
        self._alone.hide()
        self.switch.show()
        self.setVisible(len(parts) > 1)

    def wipe(self) -> None:
        """Forget who answered."""
        for part in (self._name, self._progress, self._reason):
            part.setText("")
        self.reveal.end()

    def _build(self) -> None:
        row = QHBoxLayout(self._alone)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._progress)
        words.addStretch()
        row.addLayout(words, 2)
        row.addWidget(self._reason, 1)
        row.addWidget(self._hand_over)
        row.addWidget(self.reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._alone)
        column.addWidget(self.switch)
        self.switch.hide()
        self._hand_over.clicked.connect(self.hand_over_asked)
        self.reveal.held.connect(self.revealed)
        self.switch.chosen.connect(self.lane_chosen)
