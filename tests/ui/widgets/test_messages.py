"""Messages and the proof of saving."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from spoken import spoken_name
from stage import Stage

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.message_bar import Message, MessageBar
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.saved_indicator import SavedIndicator
from readiness.ui.widgets.text_block import TextBlock

UNSAVED = Message(
    kind="error",
    title="Not saved since 10:42.",
    text="The disk is full. Your answers are kept in memory.",
    actions=(("elsewhere", "Save elsewhere"), ("again", "Try again"), ("third", "Never shown")),
)
REMOVED = Message(kind="note", title="Removed “Spike test”.", actions=(("undo", "Undo"),), seconds=8)


def test_a_bar_is_absent_until_it_has_something_to_say(stage: Stage, theme: Theme, icons: Icons) -> None:
    bar = MessageBar(theme, icons)
    stage(QWidget(), bar)
    bar.hide()
    bar.show_message(UNSAVED)
    assert bar.isVisible()
    assert spoken_name(bar) == "Not saved since 10:42. The disk is full. Your answers are kept in memory."


def test_at_most_two_ways_out_are_offered(stage: Stage, theme: Theme, icons: Icons) -> None:
    bar = MessageBar(theme, icons)
    stage(bar)
    bar.show_message(UNSAVED)
    assert bar.findChild(QWidget, "message-again") is not None
    assert bar.findChild(QWidget, "message-third") is None


def test_an_action_says_its_key_and_ends_the_message(
    stage: Stage, qtbot: QtBot, theme: Theme, icons: Icons
) -> None:
    bar = MessageBar(theme, icons)
    stage(bar)
    bar.show_message(UNSAVED)
    button = bar.findChild(QWidget, "message-again")
    assert button is not None
    with qtbot.waitSignal(bar.acted) as acted:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acted.args == ["again"]
    assert not bar.isVisible()


def test_esc_dismisses(stage: Stage, qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    bar = MessageBar(theme, icons)
    stage(bar)
    bar.show_message(UNSAVED)
    button = bar.findChild(QWidget, "message-again")
    assert button is not None
    button.setFocus()
    with qtbot.waitSignal(bar.dismissed):
        QTest.keyClick(button, Qt.Key.Key_Escape)
    assert bar.message is None


def test_focus_holds_a_note_and_leaving_lets_it_go(stage: Stage, theme: Theme, icons: Icons) -> None:
    bar, other = MessageBar(theme, icons), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stage(bar, other)
    bar.show_message(REMOVED)
    assert bar._timer.isActive()
    button = bar.findChild(QWidget, "message-undo")
    assert button is not None
    button.setFocus()
    assert not bar._timer.isActive()
    other.setFocus()
    assert bar._timer.isActive()


def test_the_next_message_replaces_the_last(stage: Stage, theme: Theme, icons: Icons) -> None:
    bar = MessageBar(theme, icons)
    stage(bar)
    bar.show_message(UNSAVED)
    bar.show_message(REMOVED)
    assert spoken_name(bar) == "Removed “Spike test”."
    assert [button.words for button in bar._buttons] == ["Undo"]


def test_what_happened_stands_above_what_to_do_where_one_line_is_too_narrow(
    stage: Stage, theme: Theme, icons: Icons
) -> None:
    bar = MessageBar(theme, icons)
    window = stage(bar)
    bar.show_message(UNSAVED)
    title, text = bar.findChildren(TextBlock)
    window.resize(1400, 200)
    assert (title.y(), title.heightForWidth(title.width())) == (text.y(), theme.line("body"))
    window.resize(640, 200)
    assert (text.x(), text.y()) == (title.x(), title.y() + title.height())


@pytest.mark.parametrize("width", [1380, 1060, 640])
def test_nothing_of_a_message_is_cut_off(stage: Stage, theme: Theme, icons: Icons, width: int) -> None:
    bar = MessageBar(theme, icons)
    window = stage(bar)
    long = "A name as long as any file may have" + " and longer" * 12
    bar.show_message(replace(UNSAVED, title=f"{long} is open.", text=f"{long}: close it there first."))
    window.resize(width, 700)
    for block in bar.findChildren(TextBlock):
        assert "…" not in "".join(block.lines(block.width()))
        assert block.height() >= block.heightForWidth(block.width())
        assert block.geometry().bottom() < bar.height()


def test_a_message_without_a_beginning_leaves_no_gap_for_it(stage: Stage, theme: Theme, icons: Icons) -> None:
    bar = MessageBar(theme, icons)
    stage(bar).resize(1400, 200)
    bar.show_message(replace(UNSAVED, title=""))
    title, text = bar.findChildren(TextBlock)
    assert (title.isVisible(), text.x()) == (False, 0)


def test_saving_is_said_in_words(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    saved = SavedIndicator(theme, icons)
    qtbot.addWidget(saved)
    assert saved.sizeHint().width() == 0
    saved.show_saving()
    said = [spoken_name(saved)]
    saved.show_saved("10:42")
    said.append(spoken_name(saved))
    saved.show_unsaved("10:42")
    said.append(spoken_name(saved))
    assert said == ["Saving…", "Saved 10:42", "Not saved since 10:42"]


def test_a_panel_is_named_by_what_it_found(qtbot: QtBot, theme: Theme) -> None:
    panel = Panel(theme, "Scores")
    qtbot.addWidget(panel)
    panel.set_heading("Data is furthest from its target", "in levels")
    assert spoken_name(panel) == "Data is furthest from its target"
