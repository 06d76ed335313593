"""One Tab stop for a row of buttons: arrows move inside it, Home and End to its ends, Enter clicks."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

Axis = Literal["across", "down"]

_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS: Final[Mapping[Axis, Mapping[int, int]]] = {
    "across": {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1},
    "down": {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1},
}


class Roving(QObject):
    """Moves the focus inside a row; with ``chooses`` the button that is reached is clicked at once."""

    def __init__(self, parent: QObject, axis: Axis = "across", *, chooses: bool = False) -> None:
        super().__init__(parent)
        self._axis: Axis = axis
        self._chooses = chooses
        self._buttons: list[QAbstractButton] = []

    def set_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """Take charge of these buttons; the first is the Tab stop."""
        for button in self._buttons:
            button.removeEventFilter(self)
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        self.set_stop(0)

    def set_stop(self, index: int) -> None:
        """Make one button the Tab stop, as the chosen one should be."""
        for place, button in enumerate(self._buttons):
            policy = Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that belong to the row."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        index = next((i for i, button in enumerate(self._buttons) if button is watched), None)
        if index is None or event.modifiers() not in _PLAIN:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._buttons[index].click()
            return True
        target = self._target(index, event.key())
        if target is None:
            return False
        self._go(target)
        return True

    def _target(self, index: int, key: int) -> int | None:
        """Return where a key leads; the index itself at an end, nothing for a key that is not ours."""
        enabled = [
            place
            for place, button in enumerate(self._buttons)
            if button.isEnabled() and not button.isHidden()
        ]
        if not enabled:
            return None
        if key == Qt.Key.Key_Home:
            return enabled[0]
        if key == Qt.Key.Key_End:
            return enabled[-1]
        step = self._step(key)
        if step is None:
            return None
        beyond = [place for place in enabled if (place - index) * step > 0]
        return (min(beyond) if step > 0 else max(beyond)) if beyond else index

    def _step(self, key: int) -> int | None:
        step = _STEPS[self._axis].get(key)
        if step is None or self._axis == "down" or not self._buttons:
            return step
        mirrored = self._buttons[0].layoutDirection() == Qt.LayoutDirection.RightToLeft
        return -step if mirrored else step

    def _go(self, target: int) -> None:
        self.set_stop(target)
        self._buttons[target].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._chooses and not self._buttons[target].isChecked():
            self._buttons[target].click()
