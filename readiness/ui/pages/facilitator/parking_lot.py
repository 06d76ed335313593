"""The parking lot: what belongs elsewhere than into this meeting is written down and taken along."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.open_facts import Parked
from readiness.ui.pages.facilitator.parked_row import ParkedRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class ParkingLot(Panel):
    """K begins to write; every change is one of the session's, so it can be undone."""

    added = Signal(str)
    changed = Signal(object)  # tuple[Parked, ...]
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("parking-lot")
        self._parked: tuple[Parked, ...] = ()
        self._rows: list[tuple[QFrame, ParkedRow]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._count = Text(theme, "", "body", "ink2", self)
        self._field = Field(theme, self.tr("Park something"), self)
        self._field.setObjectName("park-something")
        self._field.setPlaceholderText(self.tr("Park something"))
        self._field.setMaxLength(300)
        self._build_body()
        self.set_heading(self.tr("Parking lot"))

    def show_parked(self, parked: tuple[Parked, ...]) -> None:
        """Show what is parked."""
        self._parked = parked
        while len(self._rows) < len(parked):
            self._add_row()
        for place, (rule, row) in enumerate(self._rows):
            is_shown = place < len(parked)
            rule.setVisible(is_shown)
            row.setVisible(is_shown)
            if is_shown:
                row.show_parked(parked[place])
        waiting = sum(not one.settled for one in parked)
        self._count.setText(str(waiting) if parked else "")

    def begin(self) -> None:
        """Begin to write."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_row(self) -> None:
        rule = QFrame(self)
        rule.setProperty("kind", "line")
        row = ParkedRow(self._theme, len(self._rows), self)
        row.settled.connect(self._on_settled)
        row.assigned.connect(self._on_assigned)
        self._rows.append((rule, row))
        self._list.addWidget(rule)
        self._list.addWidget(row)

    def _on_settled(self, place: int, settled: bool) -> None:  # noqa: FBT001 - a signal's own signature
        self._change(place, replace(self._parked[place], settled=settled))

    def _on_assigned(self, place: int, who: str) -> None:
        self._change(place, replace(self._parked[place], who=who))

    def _change(self, place: int, parked: Parked) -> None:
        self.changed.emit((*self._parked[:place], parked, *self._parked[place + 1 :]))

    def _on_returned(self) -> None:
        text = self._field.text().strip()
        if text:
            self._field.clear()
            self.added.emit(text)

    def _build_body(self) -> None:
        self.corner.addWidget(self._count)
        self.body.addLayout(self._list)
        self.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._field, 1)
        row.addWidget(KeyHint(self._theme, "K", self))
        self.body.addLayout(row)
        self.body.addSpacing(8)
        words = self.tr("Parked items go into the close list with an owner and a date.")
        self.body.addWidget(TextBlock(self._theme, words, "caption", "ink2", self))
        self.body.addStretch(1)
        self._field.returnPressed.connect(self._on_returned)
        self._field.left.connect(self.left)
