"""Each side answers alone, hands over, and both reveal and agree: by keyboard only."""

from dataclasses import replace

import pytest
from builders import level
from pressing import hold, let_go, part, press, read
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from two_sides import answer_all, asked_of, start

from readiness.domain.assessment import Answer
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import wording
from readiness.ui.icons import Icons
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.hold_button import HoldButton
from readiness.ui.widgets.level_card import LevelCard
from readiness.ui.widgets.perspective_lane import PerspectiveLane

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> AssessPage:
    """Return the page, shown and active, with nothing open yet."""
    made = AssessPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    with qtbot.waitActive(made):
        made.show()
    return made


def reveal(qtbot: QtBot, room: Room) -> None:
    with qtbot.waitSignal(room.session.revealed, timeout=5_000):
        hold(Qt.Key.Key_R)
    let_go(Qt.Key.Key_R)


def test_two_sides_answer_hand_over_reveal_and_agree_without_a_mouse(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    start(room)
    assert read(page, "handover-heading") == "Please hand the laptop to Engineering."
    press(ENTER)
    assert read(page, "answering-side") == "Engineering · Ana Ruiz"
    for _ in asked_of(room, "engineering"):
        press("1", Qt.Key.Key_Right)
    press(ENTER)
    assert read(page, "handover-heading") == "Please hand the laptop to Product."
    press(ENTER)
    for _ in asked_of(room, "product"):
        press("3", Qt.Key.Key_Right)
    press(ENTER)
    assert read(page, "handover-heading") == "Both sides have answered."
    reveal(qtbot, room)

    assert part(page, PerspectiveLane, "perspective-lane").accessibleName() == (
        "Engineering 1, Product 3, 2 levels apart"
    )
    first = page.current
    press("2", "]")
    assert room.assessment.agreed[first].level == 2
    assert page.current != first
    press(Qt.Key.Key_Right)
    room.settle()
    assert {answer.by for answer in room.assessment.product.values()} == {"Mira Holt"}


def test_a_side_is_asked_its_own_questions_in_its_own_words(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.hand_over("product")
    question = room.assessment.questionnaire.by_id[page.current]
    assert page.current == asked_of(room, "product")[0]
    assert read(page, "prompt") == wording(question, "product").prompt != question.prompt
    assert part(page, LevelCard, "level-2").level.anchor == wording(question, "product").levels[2]
    assert "what Product expects" in texts(page)
    assert read(page, "place") == "1 of 10"


def test_a_question_of_the_other_side_is_not_gone_to(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.hand_over("product")
    here = page.current
    page.go_to("ARC-13")
    assert page.current == here
    assert read(page, "assess-state") == "Product is not asked ARC-13"


def test_nothing_is_revealed_while_a_side_has_not_answered(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.hand_over("engineering")
    press("1")
    button = part(page, HoldButton, "reveal")
    assert not button.isEnabled()
    assert read(page, "reveal-reason") == "Product has not answered"
    assert button.accessibleDescription() == "Product has not answered"
    hold(Qt.Key.Key_R)
    assert not button.is_holding


def test_letting_go_early_reveals_nothing(room: Room, page: AssessPage) -> None:
    start(room)
    answer_all(room, "product", level(3))
    answer_all(room, "engineering", level(1))
    hold(Qt.Key.Key_R)
    assert part(page, HoldButton, "reveal").is_holding
    let_go(Qt.Key.Key_R)
    assert not part(page, HoldButton, "reveal").is_holding
    assert not room.assessment.revealed


def test_who_has_gone_is_come_back_to_by_way_of_the_hand_over(room: Room, page: AssessPage) -> None:
    start(room)
    press(ENTER, "1")
    part(page, QPushButton, "hand-over").click()
    assert read(page, "handover-heading") == "Please hand the laptop to Product."
    part(page, QPushButton, "back-to-engineering").click()
    assert read(page, "handover-heading") == "Please hand the laptop to Engineering."
    press(ENTER)
    assert room.session.side == "engineering"
    assert page.current == asked_of(room, "engineering")[1]


def test_somebody_else_gives_a_name_or_none(room: Room, page: AssessPage) -> None:
    start(room)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Right)
    press("Kim Ode", ENTER)
    assert (room.session.side, room.session.who) == ("engineering", "Kim Ode")
    assert read(page, "answering-side") == "Engineering · Kim Ode"


def test_b_blanks_the_screen_and_any_key_brings_it_back(room: Room, page: AssessPage) -> None:
    start(room)
    press("b")
    blank = part(page, QWidget, "blank-screen")
    assert blank.isVisible()
    assert not part(page, QWidget, "handover-heading").isVisible()
    press(ENTER)
    assert not blank.isVisible()
    assert room.session.side is None


@pytest.mark.parametrize("key", ["3", "d", "n", "a", "u", "p", "]", " "])
def test_a_wrong_key_on_the_hand_over_does_nothing(room: Room, page: AssessPage, key: str) -> None:
    start(room)
    page.setFocus()
    press(key)
    assert page.is_covered
    assert not room.assessment.engineering


def test_what_is_put_off_by_one_side_is_not_put_off_for_the_other(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.hand_over("engineering")
    press("l", Qt.Key.Key_Left)
    assert read(page, "assess-state") == "Later"
    room.session.hand_over("product")
    assert page.current == "ARC-03"
    assert read(page, "assess-state") == ""


def test_digits_may_advance_in_the_private_lane_too(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.change_settings(replace(room.session.settings, auto_advance=True))
    room.session.hand_over("product")
    press("2", "2")
    assert page.current == asked_of(room, "product")[2]


def test_one_view_answers_at_once_and_has_nothing_to_reveal(room: Room, page: AssessPage) -> None:
    start(room, lanes=Lanes(alone="engineering"))
    assert not page.is_covered
    assert read(page, "reveal-reason") == "One view only"
    assert not part(page, HoldButton, "reveal").isVisible()
    for _ in asked_of(room, "engineering"):
        press("2", Qt.Key.Key_Right)
    assert read(page, "end-of-side") == "Use these answers"
    press(ENTER)
    assert room.assessment.revealed
    assert part(page, PerspectiveLane, "perspective-lane").finding == "Only Engineering answers this"


def test_in_a_live_meeting_p_switches_who_answers(room: Room, page: AssessPage) -> None:
    start(room, mode="live")
    press("p", "1", "p", "3")
    assert room.assessment.engineering["ARC-03"].level == 1
    assert room.assessment.product["ARC-03"].level == 3
    press("p")
    assert part(page, PerspectiveLane, "perspective-lane").isVisible()
    press("2")
    assert room.assessment.agreed["ARC-03"].level == 2
    assert room.session.undo_stack.undoText() == "agree ARC-03"


def test_in_a_live_meeting_p_passes_over_a_side_that_is_not_asked(room: Room, page: AssessPage) -> None:
    start(room, mode="live")
    page.go_to("ARC-13")
    press("p")
    assert room.session.side == "engineering"
    press("p")
    assert room.session.side is None
    assert not part(page, QWidget, "lane-product").isEnabled()


def test_a_sealed_meeting_can_be_read_and_takes_nothing(room: Room, page: AssessPage) -> None:
    start(room)
    answer_all(room, "product", level(3))
    answer_all(room, "engineering", level(1))
    room.session.close_assessment()
    room.settle()
    assert not page.is_covered
    page.go_to("ARC-03")
    press("2", "o", "g", "f", "k", "u")
    room.settle()
    assert "ARC-03" not in room.assessment.agreed
    assert not room.assessment.facts
    assert read(page, "assess-state").startswith("Sealed")
    assert part(page, PerspectiveLane, "perspective-lane").isVisible()


def test_a_file_that_can_only_be_read_shows_no_hand_over(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons
) -> None:
    start(room)
    answer_all(room, "engineering", Answer(level=1, note="hidden words"))
    room.tear_down()
    again = Room.set_up(qtbot, room.places.workspace.parent)
    again.session._table.read_only = True
    looking = AssessPage(again.session, theme, icons)
    qtbot.addWidget(looking)
    again.open_own()
    again.session._table.read_only = True
    again.session.open_assessment(again.session.home[0].assessments[-1].id)
    again.settle()
    assert not looking.is_covered
    assert read(looking, "assess-state") == "This file can be read, not changed"
    assert "hidden words" not in texts(looking)
    again.tear_down()


def test_every_control_of_every_stage_has_a_name(room: Room, page: AssessPage) -> None:
    start(room)
    name_everything(page)
    press(ENTER)
    name_everything(page)
    answer_all(room, "product", level(3))
    answer_all(room, "engineering", level(1))
    room.session.reveal()
    name_everything(page)


def name_everything(page: AssessPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard is not None
        assert heard.text(QAccessible.Text.Name).strip(), widget.objectName()


def texts(page: QWidget) -> str:
    found = [getattr(widget, "text", None) for widget in page.findChildren(QWidget)]
    return " ".join(str(text()) for text in found if callable(text))


def test_the_focus_is_always_somewhere_that_takes_keys(room: Room, page: AssessPage) -> None:
    start(room)
    assert QApplication.focusWidget() is part(page, QPushButton, "go-on")
    press(ENTER)
    assert QApplication.focusWidget() is page


def test_a_side_that_is_elsewhere_gets_a_page(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    start(room)
    with qtbot.waitSignal(page.pack_asked) as asked:
        part(page, QPushButton, "save-page").click()
    assert asked.args == ["engineering"]
    room.session.answer("ARC-03", level(1), "engineering")
    room.session.hand_over(None)
    part(page, QPushButton, "back-to-engineering").click()
    assert not part(page, QPushButton, "save-page").isVisible()


def test_large_text_in_a_small_window_takes_the_rail_away_and_shows_all_cards(
    qtbot: QtBot, room: Room, page: AssessPage, theme: Theme
) -> None:
    start(room)
    press(ENTER)
    rail = part(page, QWidget, "topic-rail")
    assert rail.isVisible()
    theme.set_zoom(2.0)
    page.resize(1180, 720)
    page.grab()
    assert not rail.isVisible()
    last = part(page, LevelCard, "level-4")
    qtbot.waitUntil(lambda: last.mapTo(page, last.rect().topRight()).x() < page.width())
    theme.zoom_reset()
