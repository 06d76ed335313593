"""The table review by keyboard: agree, leave open, accept, filter, sort, jump; sealed and hidden are safe."""

from dataclasses import replace

import pytest
from builders import LINK, level, unknown
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.period import Period
from readiness.domain.reviewing import FLAGS
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.models.review_model import AGREED, ENGINEERING, ID, PRODUCT, QUESTION, SURE, WHY
from readiness.ui.pages.review_page import ReviewPage
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
SURE_OF_IT = level(3, "evidenced")
PRODUCT_SAYS = {"ARC-10": level(3), "DEB-04": unknown(), "GRO-01": SURE_OF_IT, "GRO-11": SURE_OF_IT}
ENGINEERING_SAYS = {
    "ARC-03": level(1, note="It took everything along in May."),
    "ARC-10": level(1),
    "DAT-01": level(2, "guess"),
    "DEB-04": unknown(),
    "GRO-01": SURE_OF_IT,
    "GRO-11": SURE_OF_IT,
}


@pytest.fixture
def system(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> SystemPage:
    """Return the table of a quick check that both sides answered in part; nothing is revealed yet."""
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    room.open_own()
    room.session.start_assessment(
        Draft(system="Checkout API", period=Period(2026, 3), scope="quick", mode="private")
    )
    room.settle()
    for question, answer in PRODUCT_SAYS.items():
        room.session.answer(question, answer, "product")
    for question, answer in ENGINEERING_SAYS.items():
        room.session.answer(question, answer, "engineering")
    room.session.hand_over(None)
    with qtbot.waitActive(made):
        made.show()
    made.show_page("table")
    return made


@pytest.fixture
def page(room: Room, system: SystemPage) -> ReviewPage:
    """Return the same after the reveal."""
    room.session.reveal()
    room.settle()
    system.show_page("table")
    return system.table


def press(qtbot: QtBot, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            qtbot.keyClicks(target, key)
        else:
            qtbot.keyClick(target, key, held)


def agreed(room: Room, question: str) -> Answer:
    return room.assessment.agreed.get(question, NOT_ASKED)


def cell(page: ReviewPage, question: str, column: int) -> str:
    return str(page.model.index(page.model.row_of(question), column).data())


def at(page: ReviewPage) -> str:
    row = page.table.current
    assert row is not None
    return row.id


def text(page: ReviewPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def chip(page: ReviewPage, flag: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, f"filter-{flag}")
    assert isinstance(found, QAbstractButton)
    return found


def button(page: ReviewPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


# Agreeing


def test_digits_agree_d_does_not_know_and_o_leaves_open(qtbot: QtBot, room: Room, page: ReviewPage) -> None:
    page.table.select("ARC-10")
    press(qtbot, "2")
    assert (agreed(room, "ARC-10").level, cell(page, "ARC-10", AGREED)) == (2, "2")
    press(qtbot, "d")
    assert (agreed(room, "ARC-10").unknown, cell(page, "ARC-10", AGREED)) == (True, "?")
    press(qtbot, "o")
    assert (agreed(room, "ARC-10"), cell(page, "ARC-10", AGREED)) == (NOT_ASKED, "open")
    press(qtbot, Qt.Key.Key_1, held=SHIFT)
    assert (agreed(room, "ARC-10").confidence, cell(page, "ARC-10", SURE)) == ("guess", "guess")


def test_a_level_brings_the_evidence_of_who_gave_it(qtbot: QtBot, room: Room, page: ReviewPage) -> None:
    page.table.select("GRO-01")
    press(qtbot, "3")
    assert (agreed(room, "GRO-01").confidence, agreed(room, "GRO-01").evidence) == ("evidenced", (LINK,))


def test_one_stays_in_the_row_unless_advancing_is_on(qtbot: QtBot, room: Room, page: ReviewPage) -> None:
    page.table.select("ARC-03")
    press(qtbot, "1")
    assert at(page) == "ARC-03"
    room.session.change_settings(replace(room.session.settings, auto_advance=True))
    press(qtbot, "1")
    assert at(page) == "ARC-04"


def test_what_is_agreed_is_on_disk_and_one_undo_takes_it_back(
    qtbot: QtBot, room: Room, page: ReviewPage
) -> None:
    page.table.select("ARC-10")
    press(qtbot, "2", Qt.Key.Key_Down)
    room.session.undo_stack.undo()
    assert (agreed(room, "ARC-10"), at(page)) == (NOT_ASKED, "ARC-10")
    room.session.undo_stack.redo()
    room.settle()
    room.come_back()
    assert agreed(room, "ARC-10").level == 2


def test_u_accepts_all_undisputed_as_one_step_and_stays_where_one_is(
    qtbot: QtBot, room: Room, page: ReviewPage
) -> None:
    page.table.select("ARC-10")
    assert button(page, "accept-undisputed").accessibleName() == "Accept 2 undisputed"
    assert text(page, "review-words") == (
        "Both sides gave the same level, with evidence, and no gate fails.\n"
        "One step of Undo takes them all back."
    )
    press(qtbot, "u")
    assert [agreed(room, one).level for one in ("GRO-01", "GRO-11")] == [3, 3]
    assert at(page) == "ARC-10"
    assert room.session.undo_stack.undoText() == "accept 2 undisputed"
    assert text(page, "review-words") == "2 accepted. One step of Undo takes them all back."
    room.session.undo_stack.undo()
    assert room.assessment.agreed == {}
    assert button(page, "accept-undisputed").isVisible()


def test_a_row_that_is_agreed_stays_under_its_filter_and_is_counted_anew(
    qtbot: QtBot, page: ReviewPage
) -> None:
    qtbot.mouseClick(chip(page, "apart"), Qt.MouseButton.LeftButton)
    page.table.setFocus()
    assert page.model.shown == ("ARC-10",)
    press(qtbot, "2")
    assert page.model.shown == ("ARC-10",)
    assert chip(page, "apart").accessibleName() == "2+ apart, 0 questions, on"
    qtbot.mouseClick(chip(page, "apart"), Qt.MouseButton.LeftButton)
    assert len(page.model.shown) == 15
    assert not chip(page, "apart").isEnabled()


# Filters


def test_filters_say_their_number_and_those_that_find_nothing_cannot_be_chosen(page: ReviewPage) -> None:
    said = [chip(page, flag.replace("_", "-")).accessibleName() for flag in ("all", *FLAGS)]
    assert said == [
        "All, 15 questions, on",
        "Open, 15 questions, off",
        "Don’t know, 1 question, off",
        "Guess, 1 question, off",
        "No evidence, 3 questions, off",
        "2+ apart, 1 question, off",
        "Failing gate, 1 question, off",
        "Comment, 1 question, off",
    ]
    assert not chip(page, "all").isEnabled() or chip(page, "all").isChecked()


def test_filters_are_chosen_by_arrows_and_space_and_together_show_any(qtbot: QtBot, page: ReviewPage) -> None:
    chip(page, "unknown").setFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert page.model.shown == ("DAT-01", "DEB-04")
    assert text(page, "review-shown") == "showing 2 of 15, about 5 min"
    assert not chip(page, "all").isChecked()
    press(qtbot, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert at(page) == "DEB-04"


def test_all_takes_every_filter_back(qtbot: QtBot, page: ReviewPage) -> None:
    for flag in ("unknown", "guess"):
        qtbot.mouseClick(chip(page, flag), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(page, "all"), Qt.MouseButton.LeftButton)
    assert len(page.model.shown) == 15
    assert not chip(page, "guess").isChecked()
    assert text(page, "review-shown") == "showing 15 of 15, about 40 min"


def test_another_assessment_begins_with_all_of_its_questions(
    qtbot: QtBot, room: Room, page: ReviewPage, system: SystemPage
) -> None:
    qtbot.mouseClick(chip(page, "guess"), Qt.MouseButton.LeftButton)
    room.start("Search", quick=True)
    system.show_page("table")
    assert len(page.model.shown) == 15
    assert chip(page, "all").isChecked()


# Moving


def test_enter_opens_the_question_one_by_one_and_t_comes_back_to_its_row(
    qtbot: QtBot, page: ReviewPage, system: SystemPage
) -> None:
    page.table.select("GRO-01")
    press(qtbot, Qt.Key.Key_Return)
    assert system.assess.isVisible()
    assert system.assess.current == "GRO-01"
    press(qtbot, "t")
    assert page.isVisible()
    assert at(page) == "GRO-01"


def test_t_shows_the_question_of_the_row_one_by_one(
    qtbot: QtBot, page: ReviewPage, system: SystemPage
) -> None:
    page.table.select("DEB-04")
    press(qtbot, "t")
    assert (system.assess.isVisible(), system.assess.current) == (True, "DEB-04")


def test_home_end_and_letters_move_and_shift_frees_the_letters_that_do_something(
    qtbot: QtBot, room: Room, page: ReviewPage
) -> None:
    press(qtbot, Qt.Key.Key_End)
    assert at(page) == "GRO-11"
    press(qtbot, Qt.Key.Key_Home)
    assert at(page) == "ARC-03"
    press(qtbot, "a", "g", "g")
    assert at(page) == "GRO-02"
    press(qtbot, Qt.Key.Key_D, held=SHIFT)
    assert at(page) == "DAT-01"
    press(qtbot, Qt.Key.Key_O, held=SHIFT)
    assert at(page) == "OBS-01"
    assert room.assessment.agreed == {}


def test_s_sorts_by_the_column_that_arrows_lead_to_and_the_row_stays(qtbot: QtBot, page: ReviewPage) -> None:
    page.table.select("GRO-01")
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, "s")
    assert page.model.sorted_by == (WHY, False)
    assert page.model.shown[:3] == ("ARC-03", "ARC-10", "DEB-04")
    assert at(page) == "GRO-01"
    press(qtbot, "s", "s")
    assert page.model.sorted_by == (ID, False)


def test_what_was_reviewed_last_is_where_the_tab_comes_back_to(
    qtbot: QtBot, page: ReviewPage, system: SystemPage
) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    press(qtbot, Qt.Key.Key_2, held=ctrl)
    assert system.results.isVisible()
    press(qtbot, Qt.Key.Key_1, held=ctrl)
    assert page.isVisible()


@pytest.mark.parametrize("key", ["5", "9", "q", "z", " ", "."])
def test_a_wrong_key_changes_nothing(qtbot: QtBot, room: Room, page: ReviewPage, key: str) -> None:
    page.table.select("ARC-10")
    press(qtbot, key)
    assert (room.assessment.agreed, at(page)) == ({}, "ARC-10")


def test_with_single_keys_off_nothing_is_agreed_and_letters_all_jump(
    qtbot: QtBot, room: Room, page: ReviewPage, theme: Theme
) -> None:
    room.session.change_settings(replace(room.session.settings, single_keys=False))
    theme.set_single_keys(work=False)
    page.table.select("ARC-10")
    press(qtbot, "3", "u", "t")
    assert room.assessment.agreed == {}
    assert page.isVisible()
    press(qtbot, "d")
    assert (at(page), room.assessment.agreed) == ("DAT-01", {})
    theme.set_single_keys(work=True)


# What is not to be seen, or not to be changed


def test_before_the_reveal_both_lanes_are_hidden_and_the_agreed_one_works(
    qtbot: QtBot, room: Room, system: SystemPage
) -> None:
    page = system.table
    assert {cell(page, one, ENGINEERING) for one in PRODUCT_SAYS} == {"hidden"}
    assert cell(page, "DAT-01", PRODUCT) == "–"
    assert {cell(page, one, WHY) for one in page.model.shown} == {""}
    assert not button(page, "accept-undisputed").isVisible()
    assert "hidden until the reveal" in text(page, "review-words")
    page.table.select("ARC-10")
    press(qtbot, "u", "2")
    assert list(room.assessment.agreed) == ["ARC-10"]


def test_while_one_side_answers_privately_the_table_is_its_own(
    qtbot: QtBot, room: Room, system: SystemPage
) -> None:
    room.session.hand_over("product", "Mira Holt")
    system.show_page("table")
    system.table.table.select("ARC-10")
    press(qtbot, "2")
    assert room.assessment.agreed == {}
    assert room.assessment.product["ARC-10"].level == 2
    assert "Only your own answers are here" in text(system.table, "review-words")


def test_a_sealed_table_is_read_and_leads_to_its_facts(
    qtbot: QtBot, room: Room, page: ReviewPage, system: SystemPage
) -> None:
    room.session.close_assessment()
    room.settle()
    system.show_page("table")
    page.table.select("ARC-10")
    press(qtbot, "2", "u", "d", "o")
    assert "ARC-10" not in room.assessment.agreed
    assert text(page, "review-words").startswith("Sealed")
    assert text(page, "review-shown") == "showing 15 of 15"
    qtbot.mouseClick(button(page, "go-to-closing"), Qt.MouseButton.LeftButton)
    room.settle()
    assert system.closing.isVisible()


def test_a_live_meeting_has_no_columns_for_the_sides(room: Room, system: SystemPage) -> None:
    room.start("Search", quick=True)
    system.show_page("table")
    table = system.table.table
    assert table.isColumnHidden(PRODUCT)
    assert table.isColumnHidden(ENGINEERING)
    assert text(system.table, "review-shown") == "showing 15 of 15, about 25 min"


def test_with_everything_agreed_closing_is_the_next_thing(
    qtbot: QtBot, room: Room, page: ReviewPage, system: SystemPage
) -> None:
    for question in room.assessment.questionnaire.questions:
        room.session.answer(question.id, Answer(level=2))
    assert text(page, "review-words") == "Every question is agreed."
    assert button(page, "go-to-closing").property("kind") == "primary"
    button(page, "go-to-closing").setFocus()
    press(qtbot, Qt.Key.Key_Return)
    room.settle()
    assert system.closing.isVisible()


# Layout


def test_it_holds_at_twice_the_text_size_in_the_smallest_window(
    qtbot: QtBot, page: ReviewPage, system: SystemPage, theme: Theme
) -> None:
    theme.set_zoom(2.0)
    system.resize(1020, 720)
    qtbot.wait(1)
    table = page.table
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert not table.isColumnHidden(AGREED)
    assert table.columnWidth(QUESTION) >= theme.px(120)
    assert table.viewport().height() >= 3 * table.rowHeight(0)
    theme.set_zoom(1.0)


def test_one_hundred_and_fourteen_questions_are_all_there(room: Room, system: SystemPage) -> None:
    parts = "scalability@1.0+saas@1.0+peak@1.0+data-platform@1.0+event-driven@1.0"
    room.session.start_assessment(Draft(system="All", period=Period(2026, 3), questionnaire=parts))
    room.settle()
    system.show_page("table")
    assert len(system.table.model.shown) == 114


def test_the_palette_offers_both_views_and_not_the_one_that_is_shown(system: SystemPage) -> None:
    offered = {action.objectName() for action in system.findChildren(QAction) if action.isEnabled()}
    assert {"show-one-by-one", "show-closing"} <= offered
    assert not offered & {"show-table", "palette-revision"}
    one = system.findChild(QAction, "show-one-by-one")
    assert isinstance(one, QAction)
    one.trigger()
    assert system.assess.isVisible()
