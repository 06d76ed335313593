"""Who answers for a side: somebody of the list, or somebody else."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Participant
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select

_ELSE: Final = "else"
_MOST_PARTS: Final = 4
"""Names that stand side by side; more of them are picked from a list."""
_AROUND: Final = 76
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WhoPanel(Panel):
    """Enter goes on, wherever in it; ``gone_on`` carries who answers, or nothing."""

    gone_on = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.set_accented(True)
        self._people: tuple[Participant, ...] = ()
        self._parts = Segmented(theme, self.tr("Who is answering"), (), self)
        self._parts.setObjectName("who-answers")
        self._list = Select(theme, self.tr("Who is answering"), self)
        self._list.setObjectName("who-answers-list")
        self._name = Field(theme, self.tr("Your name, if you like"), self)
        self._name.setObjectName("who-else")
        self._name.setPlaceholderText(self.tr("Your name, if you like"))
        self._go = Button(theme, self.tr("Go on"), "primary", self)
        self._go.setObjectName("go-on")
        self._go.set_key("Enter")
        self._go.set_size("large")
        self._build_choice()

    def show_people(self, side_name: str, people: Sequence[Participant], who: str = "") -> None:
        """Offer the people of a side."""
        self._people = tuple(people)
        self.set_heading(self.tr("Who is answering for {0}?").format(side_name))
        options = [(str(place), _called(person)) for place, person in enumerate(people)]
        options.append((_ELSE, self.tr("Someone else")))
        first = next((key for key, name in options if name == who), options[0][0])
        self._parts.set_options(options)
        self._parts.set_value(first)
        self._list.set_options(options)
        self._list.set_key_value(first)
        self._order_focus()
        self._name.setText("")
        self._fit()
        self._show_choice()

    def go_on(self) -> None:
        """Sit down."""
        self.gone_on.emit(self._who())

    def take_focus(self) -> None:
        """Offer to go on."""
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the names stand side by side where they have room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on from the names too: the row would take it for a click."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def _order_focus(self) -> None:
        """Let Tab come to the names before the button: the parts are younger than it."""
        buttons = self._parts.findChildren(QAbstractButton)
        chain = [*buttons, self._list, self._name, self._go]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)
        for button in buttons:
            button.installEventFilter(self)

    def _fit(self) -> None:
        chosen = self._chosen()
        names = self._parts.sizeHint().width() + self._go.sizeHint().width() + _AROUND
        is_short = names <= self.width() and len(self._people) < _MOST_PARTS
        self._parts.setVisible(is_short and bool(self._people))
        self._list.setVisible(not is_short and bool(self._people))
        self._parts.set_value(chosen)
        self._list.set_key_value(chosen)

    def _chosen(self) -> str:
        return self._list.key if self._parts.isHidden() else self._parts.value

    def _who(self) -> str:
        chosen = self._chosen()
        if chosen == _ELSE or not self._people:
            return self._name.text().strip()
        return _called(self._people[int(chosen)])

    def _show_choice(self) -> None:
        chosen = self._chosen()
        is_else = chosen == _ELSE or not self._people
        self._name.setVisible(is_else)
        person = None if is_else else self._people[int(chosen)]
        named = self.tr("I am {0}").format(person.name.split()[0]) if person and person.name.strip() else ""
        self._go.setText(named or self.tr("Go on"))

    def _on_chosen(self, _key: str) -> None:
        self._show_choice()
        if self._name.isVisible():
            self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build_choice(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self._parts, self._list, self._name):
            left.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(left)
        row.addStretch(1)
        row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._parts.chosen.connect(self._on_chosen)
        self._list.chosen.connect(self._on_chosen)
        self._name.returnPressed.connect(self.go_on)
        self._go.clicked.connect(self.go_on)


def _called(person: Participant) -> str:
    return person.name.strip() or person.role
