"""Which screen the room looks at."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.displays import Display
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text_block import TextBlock


class ScreenDialog(Sheet):
    """One button a screen; Enter takes the one that this window is not on."""

    chosen = Signal(object)  # Display

    def __init__(
        self, found: Sequence[Display], likely: Display, here: Display, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("Which screen does the room look at?"), parent)
        self.setObjectName("screen-dialog")
        self._found = tuple(found)
        self._buttons = [self._screen(place, likely, here) for place in range(len(self._found))]
        roving = Roving(self, "down")
        roving.set_buttons(self._buttons)
        roving.set_stop(self._found.index(likely))
        note = self.tr("The facilitator’s window opens on the other one. The choice is remembered.")
        self.body.addWidget(TextBlock(theme, note, "body", "ink2", self))
        cancel = self.add_button("screen-cancel", self.tr("Cancel"), "plain")
        cancel.clicked.connect(self.reject)
        self._buttons[self._found.index(likely)].setFocus()

    def _screen(self, place: int, likely: Display, here: Display) -> Button:
        display = self._found[place]
        is_likely = display.name == likely.name
        words = self.tr("{number}: {title}, {size}").format(
            number=place + 1, title=display.title, size=display.size_text
        )
        if display.name == here.name:
            words = self.tr("{0} (this window is here)").format(words)
        button = Button(self._theme, words, "primary" if is_likely else "plain", self)
        button.setObjectName(f"screen-{place + 1}")
        button.setProperty("place", place)
        button.setAutoDefault(is_likely)
        button.setDefault(is_likely)
        button.clicked.connect(self._on_clicked)
        self.body.addWidget(button)
        return button

    def _on_clicked(self) -> None:
        place = int(self.sender().property("place"))
        self.accept()
        self.chosen.emit(self._found[place])
