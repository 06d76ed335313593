"""Buttons, chips, switches and boxes: text as it is, keys, names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from spoken import spoken_description, spoken_name

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button, Size
from readiness.ui.widgets.check_box import CheckBox
from readiness.ui.widgets.chip import Chip
from readiness.ui.widgets.switch import Switch


def test_an_ampersand_is_an_ampersand(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "R&D & more")
    qtbot.addWidget(button)
    assert button.words == "R&D & more"
    assert spoken_name(button) == "R&D & more"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_button_works_by_keyboard(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    button = Button(theme, "Resume", "primary")
    button.setAutoDefault(True)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_key_hint_takes_room_only_while_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    button, plain = Button(theme, "Next"), Button(theme, "Next")
    qtbot.addWidget(button)
    qtbot.addWidget(plain)
    button.set_key("N")
    assert button.sizeHint().width() > plain.sizeHint().width()
    theme.set_single_keys(work=False)
    assert button.sizeHint().width() == plain.sizeHint().width()
    button.set_key("Ctrl E")
    assert button.sizeHint().width() > plain.sizeHint().width(), "combinations always work"


@pytest.mark.parametrize("size", ["huge", "large", "normal", "medium", "small"])
def test_a_button_is_never_smaller_than_its_text(
    qtbot: QtBot, theme: Theme, icons: Icons, size: Size
) -> None:
    button = Button(theme, "Export the report as PDF")
    qtbot.addWidget(button)
    button.set_icon(icons, "export")
    button.set_size(size)
    width = theme.metrics("bodyStrong", size=14).horizontalAdvance(button.words)
    assert button.minimumSizeHint().width() > width


def test_a_chosen_answer_is_told(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Don’t know")
    qtbot.addWidget(button)
    button.set_chosen(True)
    assert spoken_description(button) == "chosen"
    button.set_chosen(False)
    assert spoken_description(button) == ""


def test_a_switch_turns_with_space_and_says_its_state(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Single keys")
    qtbot.addWidget(switch)
    switch.show()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    face = QAccessible.queryAccessibleInterface(switch)
    assert switch.isChecked()
    assert face.text(QAccessible.Text.Name) == "Single keys"
    assert face.role() == QAccessible.Role.CheckBox


def test_a_switch_ends_where_it_should_without_motion(qtbot: QtBot, theme: Theme) -> None:
    theme.set_reduced_motion(reduced=True)
    switch = Switch(theme, "Single keys")
    qtbot.addWidget(switch)
    switch.show()
    switch.click()
    assert switch.property("knob") == 1.0


def test_a_check_box_turns_with_space(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, "Peak event")
    qtbot.addWidget(box)
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_choosing_a_chip_moves_nothing(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "2026‑Q3")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_a_chip_that_only_says_something_takes_no_focus(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "Breaks first: Data", "attention")
    qtbot.addWidget(chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not chip.isCheckable()
