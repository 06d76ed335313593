"""Who has spoken, by count: the facilitator notes each side as it speaks, and asks the other one first."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.counting import SIDES, Side
from readiness.domain.sitting import Sitting
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.text import Text

_KEYS: Final[Mapping[Side, str]] = {"product": "P", "engineering": "E"}


class SpokenRow(QWidget):
    """A click counts like its key; the count can be undone."""

    spoke = Signal(str)  # side

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last = Text(theme, "", "caption", "ink2", self)
        self._last.setObjectName("spoke-last")
        self._buttons: dict[Side, Button] = {}
        self._marks: dict[Side, SideMark] = {}
        self._build()

    def show_spoken(self, sitting: Sitting, names: Mapping[Side, str]) -> None:
        """Show the counts of the sides that answer, by their names."""
        for side, button in self._buttons.items():
            count = sitting.spoken.count(side)
            button.setText(str(count))
            spoken = self.tr("{0} has spoken {1} times").format(names.get(side, ""), count)
            button.setAccessibleName(spoken)
            button.setToolTip(self.tr("{0} speaks").format(names.get(side, "")))
            button.setVisible(side in names)
            self._marks[side].setVisible(side in names)
        last = sitting.spoken[-1] if sitting.spoken else None
        told = self.tr("{0} spoke last").format(names.get(last, "")) if last else self.tr("nobody yet")
        self._last.setText(told)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, self.tr("Who has spoken"), "body", "ink2", self), 1)
        head.addWidget(self._last)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        for side in SIDES:
            button = Button(self._theme, "0", "plain", self)
            button.setObjectName(f"spoke-{side}")
            button.set_size("small")
            button.set_key(_KEYS[side])
            button.setProperty("side", side)
            button.clicked.connect(self._on_clicked)
            self._buttons[side] = button
            self._marks[side] = SideMark(self._theme, side, 20, self)
            row.addWidget(self._marks[side])
            row.addWidget(button)
            row.addSpacing(8)
        row.addStretch(1)
        column.addLayout(row)

    def _on_clicked(self) -> None:
        self.spoke.emit(str(self.sender().property("side")))
