"""What both sides said, and the button that is held: what is shown, heard and sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from stage import Stage

from readiness.domain.counting import Side
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.agree_row import AgreeRow
from readiness.ui.widgets.blank_screen import BlankScreen
from readiness.ui.widgets.hold_button import HoldButton
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.perspective_lane import PerspectiveLane
from readiness.ui.widgets.perspective_switch import LanePart, PerspectiveSwitch
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.view_note import ViewNote

LEVELS = tuple(Level(number=n, name=f"Level {n}", anchor="What one sees.") for n in range(5))


def view(side: Side, level: int | None, words: str = "", **changes: object) -> SideView:
    name = "Product" if side == "product" else "Engineering"
    return SideView(side=side, name=name, level=level, words=words, **changes)  # type: ignore[arg-type]  # a test names fields freely


@pytest.mark.parametrize(
    ("engineering", "product", "finding", "heard"),
    [
        (1, 3, "2 levels apart", "Engineering 1, Product 3, 2 levels apart"),
        (2, 1, "1 level apart", "Engineering 2, Product 1, 1 level apart"),
        (3, 3, "Same answer", "Engineering 3, Product 3, same answer"),
        (1, None, "Product does not know", "Engineering 1, Product does not know"),
        (None, None, "Same answer", "Engineering does not know, Product does not know, same answer"),
    ],
)
def test_the_lane_says_how_far_the_sides_are_apart(
    stage: Stage, theme: Theme, engineering: int | None, product: int | None, finding: str, heard: str
) -> None:
    lane = PerspectiveLane(theme)
    words = "does not know"
    lane.show_views((view("engineering", engineering, words), view("product", product, words)))
    stage(lane)
    lane.grab()
    assert (lane.finding, lane.accessibleName()) == (finding, heard)


def test_the_lane_slides_and_ends_where_the_sides_are(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    lane = PerspectiveLane(theme)
    lane.show_views((view("engineering", 1), view("product", 4)))
    stage(lane)
    lane.slide()
    assert lane._done == 0.0
    qtbot.waitUntil(lambda: lane._done == 1.0, timeout=3_000)


def test_without_motion_the_marks_are_there_at_once(stage: Stage, theme: Theme) -> None:
    theme.set_reduced_motion(reduced=True)
    lane = PerspectiveLane(theme)
    lane.show_views((view("engineering", 1), view("product", 4)))
    stage(lane)
    lane.slide()
    assert lane._done == 1.0
    theme.set_reduced_motion(reduced=False)


def test_a_card_says_who_chose_it_and_whether_that_was_a_guess(qtbot: QtBot, theme: Theme) -> None:
    row = LevelRow(theme)
    qtbot.addWidget(row)
    row.set_levels(LEVELS)
    row.set_views((view("engineering", 1), view("product", 3, sureness="guess")))
    row.set_choice(1)
    heard = [card.accessibleName() for card in row.cards]
    assert heard[1] == "1, Level 1. What one sees. Chosen by Engineering. Agreed."
    assert heard[3] == "3, Level 3. What one sees. Product guesses this."
    row.set_levels(LEVELS)
    assert row.cards[1].accessibleName() == "1, Level 1. What one sees."
    row.grab()


def test_a_note_says_what_a_side_said_and_what_shows_it(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    note = ViewNote(theme, icons, "product")
    qtbot.addWidget(note)
    note.show_view(view("product", 3, note="No complaint in June", sureness="guess", is_expectation=True))
    assert note.accessibleName() == "Product says 3. No complaint in June"
    note.show_view(view("product", None, "does not know"))
    assert note.accessibleName() == "Product does not know"
    note.grab()


def test_holding_for_a_second_is_heard_and_letting_go_is_not(
    qtbot: QtBot, stage: Stage, theme: Theme
) -> None:
    button = HoldButton(theme, "Hold to reveal both", "primary")
    stage(button)
    heard: list[str] = []
    button.held.connect(lambda: heard.append("held"))
    button.setFocus()
    QTest.keyPress(button, Qt.Key.Key_Space)
    QTest.keyRelease(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (heard, button.is_holding) == ([], False)
    with qtbot.waitSignal(button.held, timeout=5_000):
        QTest.keyPress(button, Qt.Key.Key_Return)
        button.grab()
    assert heard == ["held"]


def test_a_hold_ends_where_the_focus_goes(stage: Stage, theme: Theme) -> None:
    button, other = HoldButton(theme, "Hold"), HoldButton(theme, "Other")
    stage(button, other)
    button.setFocus()
    button.begin()
    other.setFocus()
    assert not button.is_holding


def test_a_button_that_waits_says_why(qtbot: QtBot, theme: Theme) -> None:
    button = HoldButton(theme, "Hold")
    qtbot.addWidget(button)
    button.set_reason("Product has not answered")
    button.begin()
    assert not button.is_holding
    assert button.accessibleDescription() == button.toolTip() == "Product has not answered"


def test_without_motion_the_progress_jumps_but_the_hold_lasts(stage: Stage, theme: Theme) -> None:
    theme.set_reduced_motion(reduced=True)
    button = HoldButton(theme, "Hold")
    stage(button)
    button.begin()
    assert (button._done, button.is_holding) == (1.0, True)
    button.end()
    theme.set_reduced_motion(reduced=False)


def test_the_keys_to_agree_are_one_stop_and_say_what_is_agreed(
    qtbot: QtBot, stage: Stage, theme: Theme
) -> None:
    row = AgreeRow(theme)
    stage(row)
    row.show_agreed(None, offered=1, is_open=False)
    row.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Agree on level 1"
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(focused, Qt.Key.Key_Space)
    assert chosen.args == [1]
    row.show_agreed(1, offered=1, is_open=False)
    assert focused.accessibleName() == "Agree on level 1, agreed"


def test_the_switch_says_who_answers_and_only_users_are_heard(
    qtbot: QtBot, stage: Stage, theme: Theme
) -> None:
    switch = PerspectiveSwitch(theme)
    stage(switch)
    parts = (
        LanePart(lane="agreed", name="Together", words="answering now", state="answering"),
        LanePart(lane="product", name="Product", words="not asked this", state="not_asked"),
        LanePart(lane="engineering", name="Engineering", words="answered", state="answered"),
    )
    switch.show_parts(parts)
    buttons = {b.objectName(): b for b in switch.findChildren(QAbstractButton)}
    assert buttons["lane-engineering"].accessibleName() == "Engineering, answered"
    assert not buttons["lane-product"].isEnabled()
    with qtbot.waitSignal(switch.chosen) as chosen:
        QTest.mouseClick(buttons["lane-engineering"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["engineering"]
    assert buttons["lane-agreed"].isChecked()
    switch.grab()


def test_any_key_but_a_modifier_brings_a_blank_screen_back(qtbot: QtBot, theme: Theme) -> None:
    blank = BlankScreen(theme)
    qtbot.addWidget(blank)
    with qtbot.assertNotEmitted(blank.left):
        QTest.keyClick(blank, Qt.Key.Key_Shift)
    with qtbot.waitSignal(blank.left):
        QTest.keyClick(blank, Qt.Key.Key_B)
    blank.grab()


def test_marks_of_both_sides_are_equally_wide(qtbot: QtBot, theme: Theme) -> None:
    circle, diamond = SideMark(theme, "product", 28), SideMark(theme, "engineering", 28)
    for mark in (circle, diamond):
        qtbot.addWidget(mark)
        mark.grab()
    assert circle.sizeHint() == diamond.sizeHint()
    circle.set_side("engineering")
    assert circle.side == "engineering"
