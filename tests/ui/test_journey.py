"""The main job, end to end, by keyboard alone: start, answer, see, export."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Two hands on a keyboard, and nothing else."""

    def __init__(self, qtbot: QtBot, room: Room, window: MainWindow) -> None:
        self.qtbot, self.room, self.window = qtbot, room, window

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
            self.room.settle()

    def type(self, text: str) -> None:
        for character in text:
            self.qtbot.keyClicks(QApplication.focusWidget() or self.window, character)


@pytest.fixture
def hands(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[Hands]:
    """Return hands on a window over an empty workspace."""
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
    room.open_own()
    yield Hands(qtbot, room, window)
    room.session.leave_assessment()
    room.settle()


def test_a_quick_check_is_started_answered_and_exported(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    room, window = hands.room, hands.window
    hands.press(Qt.Key.Key_N)
    hands.type("Checkout API")
    full = window.setup.questions.findChild(QAbstractButton, "scope-full")
    while QApplication.focusWidget() is not full:  # Tab comes to what is chosen, arrows to what is beside it
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Up)
    private = window.setup.questions.findChild(QAbstractButton, "mode-private")
    while QApplication.focusWidget() is not private:
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return, held=CTRL)
    assert room.assessment.scope == "quick"
    for place in range(15):
        hands.type(str(2 + place % 2))
        hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Return)
    assert window.system.results.isVisible()
    with hands.qtbot.waitSignal(room.session.rendered, timeout=60_000):
        hands.press(Qt.Key.Key_5, held=CTRL)
    with hands.qtbot.waitSignal(room.session.exported, timeout=60_000):
        hands.press(Qt.Key.Key_E, held=CTRL)
    text = " ".join(PdfReader(target).pages[0].extract_text().split())
    assert "Checkout API" in text
    assert "A quick check is orientation, no growth step" in text
    window.system.report._preview.wait()
