"""Keys as a person presses them, and what a person then reads."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Kind = TypeVar("Kind", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier


def press(*keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
    """Press keys one after the other, each where the focus is then; a text is typed."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key, held)


def hold(key: Qt.Key) -> None:
    """Press a key and keep it down."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyPress(target, key)


def let_go(key: Qt.Key) -> None:
    """Let a key go."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyRelease(target, key)


def part(page: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return a part of a page by its name."""
    found = page.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def read(page: QWidget, name: str) -> str:
    """Return what a part says."""
    text = getattr(part(page, QWidget, name), "text", None)
    assert callable(text)
    return str(text())
