"""The foot of Assess: back and on, where one is, and what is put off."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text

_HEIGHT: Final = 64


class Foot(QWidget):
    """Controls that never move, whatever is asked."""

    went_back = Signal()
    went_on = Signal()
    put_off = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previous = Button(theme, self.tr("Previous"), "plain", self)
        self._previous.setObjectName("previous-question")
        self._previous.set_icon(icons, "chevron-left")
        self._previous.set_key("←")
        self._next = Button(theme, self.tr("Next"), "plain", self)
        self._next.setObjectName("next-question")
        self._next.set_key("→")
        self._later = Button(theme, self.tr("Come back later"), "plain", self)
        self._later.setObjectName("come-back-later")
        self._later.set_key("L")
        self._place = Text(theme, "", "lead", "ink2", self)
        self._place.setObjectName("place")
        self._state = Text(theme, "", "body", "ink3", self)
        self._state.setObjectName("assess-state")
        self._theme = theme
        self._build()
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def show_place(self, place: str, *, may_go_back: bool, may_go_on: bool) -> None:
        """Say where one is."""
        self._place.setText(place)
        self._previous.setEnabled(may_go_back)
        self._next.setEnabled(may_go_on)

    def show_state(self, words: str) -> None:
        """Say what is special about the question, or about the file."""
        self._state.setText(words)

    def offer_later(self, *, offered: bool) -> None:
        """Offer to put the question off."""
        self._later.setVisible(offered)

    def lead_on(self, *, leads: bool) -> None:
        """Make Next the button that leads on."""
        self._next.set_kind("primary" if leads else "plain")

    def wipe(self) -> None:
        """Forget where anybody was."""
        self.show_place("", may_go_back=False, may_go_on=False)
        self.show_state("")

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(12)
        row.addWidget(self._previous)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._later)
        row.addWidget(self._next)
        self._previous.clicked.connect(self.went_back)
        self._next.clicked.connect(self.went_on)
        self._later.clicked.connect(self.put_off)
