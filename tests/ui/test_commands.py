import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from readiness.ui.commands import Commands, plain


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget).addWidget(QLineEdit(widget))
    qtbot.addWidget(widget)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return widget


def test_a_single_key_works_outside_text_fields_only(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    Commands(window).add("new", "New", lambda: done.append("new"), "N")
    with qtbot.waitActive(window):
        window.show()
    field = window.findChild(QLineEdit)
    assert field is not None

    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_N)
    assert (field.text(), done) == ("n", [])

    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_N)
    assert done == ["new"]


def test_single_keys_can_be_switched_off_and_the_others_stay(window: QWidget) -> None:
    commands = Commands(window)
    action = commands.add("keys", "Keys", lambda: None, "F1", "?")

    commands.set_single_keys(work=False)
    assert [key.toString() for key in action.shortcuts()] == ["F1"]

    commands.set_single_keys(work=True)
    assert [key.toString() for key in action.shortcuts()] == ["F1", "?"]


def test_an_action_of_one_page_rests_on_the_others(window: QWidget) -> None:
    commands = Commands(window)
    action = commands.add("new", "New", lambda: None, "N", place="home", where="Home")

    commands.set_place("system")
    assert not action.isEnabled()
    assert not commands.key_help()

    commands.set_place("home")
    assert [(line.where, line.keys, line.does) for line in commands.key_help()] == [("Home", ("N",), "New")]


def test_the_mark_of_a_mnemonic_is_not_read() -> None:
    assert plain("&Undo R&&D") == "Undo R&D"
