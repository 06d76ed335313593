"""The keys of the page: what a key press means, in plain words; text fields keep theirs."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SHIFTED: Final = {"!": 1, "@": 2, "#": 3, "$": 4, "%": 5, "^": 6, "&": 7, "*": 8, "(": 9, ")": 0}
"""What Shift makes of the digits on the commonest layout; elsewhere the key's own code still tells."""

_LETTERS: Final = {
    Qt.Key.Key_D: "unknown",
    Qt.Key.Key_X: "not-applicable",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_E: "evidence",
    Qt.Key.Key_C: "sureness",
    Qt.Key.Key_L: "later",
    Qt.Key.Key_H: "hint",
    Qt.Key.Key_B: "restate",
    Qt.Key.Key_P: "perspective",
    Qt.Key.Key_A: "agree",
    Qt.Key.Key_O: "leave-open",
    Qt.Key.Key_U: "undisputed",
    Qt.Key.Key_G: "keep-guess",
    Qt.Key.Key_F: "fact",
    Qt.Key.Key_K: "park",
    Qt.Key.Key_BracketLeft: "talk-before",
    Qt.Key.Key_BracketRight: "talk-after",
}
_ALWAYS: Final = {
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Delete: "clear",
    Qt.Key.Key_Backspace: "clear",
}
_WITH_CTRL: Final = {Qt.Key.Key_Up: "topic-before", Qt.Key.Key_Down: "topic-after"}


def meaning(event: QKeyEvent, *, single_keys: bool) -> str:
    """Return what is asked for: ``level-2``, ``guess-2``, a word of the tables above, or nothing.

    Where levels are chosen the digits after 4 mean nothing; where practices are ticked each has one.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if held == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get(key, "")
    if held == Qt.KeyboardModifier.NoModifier and key in _ALWAYS:
        return _ALWAYS[key]
    if not single_keys:
        return ""
    if held == Qt.KeyboardModifier.ShiftModifier:
        return _guess(event)
    if held != Qt.KeyboardModifier.NoModifier:
        return ""
    digit = _digit(key)
    return f"level-{digit}" if digit is not None else _LETTERS.get(key, "")


def is_reveal(event: QKeyEvent, *, single_keys: bool) -> bool:
    """Say whether it is the key that is held to reveal."""
    return single_keys and event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier


def _digit(key: Qt.Key) -> int | None:
    value = int(key) - int(Qt.Key.Key_0)
    return value if 0 <= value <= 9 else None


def _guess(event: QKeyEvent) -> str:
    digit = _digit(Qt.Key(event.key()))
    if digit is None:
        digit = _SHIFTED.get(event.text())
    return "" if digit is None else f"guess-{digit}"
