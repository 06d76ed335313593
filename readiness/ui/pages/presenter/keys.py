"""What a key press means before the room, and in the facilitator's window."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LETTERS: Final = {
    Qt.Key.Key_D: "unknown",
    Qt.Key.Key_X: "reason",
    Qt.Key.Key_Y: "still-true",
    Qt.Key.Key_G: "still-guess",
    Qt.Key.Key_O: "open",
    Qt.Key.Key_F: "fact",
    Qt.Key.Key_K: "park",
    Qt.Key.Key_B: "blank",
    Qt.Key.Key_T: "levels",
    Qt.Key.Key_W: "walk",
    Qt.Key.Key_P: "spoke-product",
    Qt.Key.Key_E: "spoke-engineering",
}
_ALWAYS: Final = {
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Delete: "clear",
    Qt.Key.Key_Backspace: "clear",
    Qt.Key.Key_Escape: "leave",
    Qt.Key.Key_F1: "keys",
    Qt.Key.Key_F5: "again",
}
_WITH_CTRL: Final = {Qt.Key.Key_Z: "undo", Qt.Key.Key_Y: "redo"}


def meaning(event: QKeyEvent, *, single_keys: bool) -> str:
    """Return what is asked for: ``level-2``, a word of the tables above, or nothing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if held == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get(key, "")
    if held != Qt.KeyboardModifier.NoModifier:
        return ""
    if key in _ALWAYS:
        return _ALWAYS[key]
    if not single_keys:
        return ""
    digit = int(key) - int(Qt.Key.Key_0)
    return f"level-{digit}" if 0 <= digit <= 9 else _LETTERS.get(key, "")


def is_reveal(event: QKeyEvent, *, single_keys: bool) -> bool:
    """Say whether the key is R, which has to be held."""
    return single_keys and event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier
