"""After the reveal: agreeing, leaving open, guesses, facts, parked things, and the talk list."""

from dataclasses import replace
from datetime import date

import pytest
from builders import LINK, level, unknown
from pressing import part, press, read
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from two_sides import answer_all, start

from readiness.domain.assessment import NOT_ASKED
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.leave_form import working_days_after
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.perspective_lane import PerspectiveLane
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.view_note import ViewNote

BOTH = "ARC-10"
"""A question that both sides are asked."""


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> AssessPage:
    """Return the page just after the reveal: two levels apart everywhere but at one question."""
    made = AssessPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    with qtbot.waitActive(made):
        made.show()
    start(room)
    answer_all(room, "engineering", level(1, "evidenced"), {"GRO-01": level(3), "ARC-13": level(3)})
    answer_all(room, "product", level(3, "guess"))
    room.session.reveal()
    room.settle()
    return made


def to(page: AssessPage, question: str) -> None:
    page.go_to(question)
    assert page.current == question


def test_the_reveal_begins_with_what_is_most_worth_talking_about(room: Room, page: AssessPage) -> None:
    question = room.assessment.questionnaire.by_id[page.current]
    assert question.gate
    assert part(page, QWidget, "view-engineering").isVisible()
    assert part(page, QWidget, "view-product").isVisible()


def test_agreeing_takes_the_evidence_of_the_side_that_said_so(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("1")
    agreed = room.assessment.agreed[BOTH]
    assert (agreed.level, agreed.confidence, agreed.evidence) == (1, "evidenced", (LINK,))
    press("3")
    agreed = room.assessment.agreed[BOTH]
    assert (agreed.level, agreed.confidence, agreed.evidence) == (3, "guess", ())


def test_undo_says_what_it_takes_back_and_does(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("2")
    stack = room.session.undo_stack
    assert stack.undoText() == f"agree {BOTH}"
    press(Qt.Key.Key_Right)
    stack.undo()
    assert BOTH not in room.assessment.agreed
    assert page.current == BOTH


def test_a_leads_to_the_cautious_level_and_enter_agrees(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("a")
    focused = QApplication.focusWidget()
    assert focused is part(page, QAbstractButton, "agree-1")
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert room.assessment.agreed[BOTH].level == 2
    assert page.hasFocus()


def test_leaving_open_takes_back_what_was_agreed_and_says_what_counts(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    assert read(page, "what-counts") == "Left open, the lower answer counts and the range stays wide."
    press("2")
    assert read(page, "what-counts") == "Agreed: this is what counts."
    press("o")
    assert BOTH not in room.assessment.agreed
    assert room.session.undo_stack.undoText() == f"leave {BOTH} open"
    assert part(page, QPushButton, "leave-open").accessibleDescription() == "chosen"


def test_a_guess_is_kept_at_the_level_that_counts(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("g")
    assert (room.assessment.agreed[BOTH].level, room.assessment.agreed[BOTH].confidence) == (1, "guess")
    press(Qt.Key.Key_2, held=Qt.KeyboardModifier.ShiftModifier)
    assert (room.assessment.agreed[BOTH].level, room.assessment.agreed[BOTH].confidence) == (2, "guess")


def test_one_line_of_because_is_kept_with_what_is_agreed(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("2")
    part(page, QLineEdit, "because").setFocus()
    press("Tested in June", Qt.Key.Key_Return)
    room.settle()
    assert (room.assessment.agreed[BOTH].level, room.assessment.agreed[BOTH].because) == (2, "Tested in June")
    assert room.session.undo_stack.undoText() == f"reason for {BOTH}"
    assert page.hasFocus()
    press("3")
    assert room.assessment.agreed[BOTH].because == "Tested in June"


def test_a_fact_to_find_gets_a_name_and_a_date(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("f")
    assert read(page, "leave-due") == "24 Sep"
    press(Qt.Key.Key_Return)
    assert part(page, QLineEdit, "leave-text").accessibleDescription() == "Say what, in one line."
    press("Quota of the provider", Qt.Key.Key_Tab, "Ana Ruiz", Qt.Key.Key_Return)
    (fact,) = room.assessment.facts
    assert (fact.question, fact.text, fact.who, fact.due) == (
        BOTH,
        "Quota of the provider",
        "Ana Ruiz",
        "2026-09-24",
    )
    assert "To find out: Quota of the provider, Ana Ruiz" in read(page, "kept-for-later")
    assert page.hasFocus()


def test_a_date_that_is_none_is_told_beside_its_field(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("f", "Quota", Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    part(page, QLineEdit, "leave-due").setText("soon")
    press(Qt.Key.Key_Return)
    assert part(page, QLineEdit, "leave-due").accessibleDescription() == "Write a day like 24 Sep."
    assert not room.assessment.facts
    press(Qt.Key.Key_Escape)
    assert page.hasFocus()
    assert not part(page, QLineEdit, "leave-text").isVisible()


def test_what_belongs_elsewhere_is_parked(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("k", "Autumn campaign", Qt.Key.Key_Return)
    (item,) = room.assessment.parked
    assert (item.question, item.text) == (BOTH, "Autumn campaign")
    assert read(page, "kept-for-later") == "Parked: Autumn campaign"
    room.session.undo_stack.undo()
    assert not part(page, QWidget, "kept-for-later").isVisible()


def test_what_nobody_disputes_in_a_topic_is_accepted_as_one_step(room: Room, page: AssessPage) -> None:
    to(page, "ARC-13")
    assert read(page, "accept-undisputed") == "Accept 1 undisputed"
    press("u")
    assert room.assessment.agreed["ARC-13"].level == 3
    assert page.current == "ARC-13"
    assert room.session.undo_stack.undoText() == "accept 1 undisputed"
    assert not part(page, QWidget, "accept-undisputed").isVisible()


def test_the_talk_list_is_walked_and_what_is_settled_is_passed_over(page: AssessPage) -> None:
    first = page.current
    press("]")
    second = page.current
    press("[")
    assert page.current == first
    press("2", "]")
    assert page.current == second
    press("o", "]")
    assert page.current not in {first, second}
    said = part(page, QAbstractButton, "to-talk-about").text()
    press("2")
    assert part(page, QAbstractButton, "to-talk-about").text() != said


def test_the_filter_lets_the_arrows_walk_the_talk_list(page: AssessPage) -> None:
    first = page.current
    chip = part(page, QAbstractButton, "to-talk-about")
    assert read(page, "place").startswith("talk 1 of")
    press(Qt.Key.Key_Right)
    assert page.current != first
    assert read(page, "place").startswith("talk 2 of")
    press(Qt.Key.Key_Left)
    assert page.current == first
    chip.click()
    assert read(page, "place").endswith("of 15")


def test_digits_may_advance_after_the_reveal_and_leaving_open_too(room: Room, page: AssessPage) -> None:
    room.session.change_settings(replace(room.session.settings, auto_advance=True))
    part(page, QAbstractButton, "to-talk-about").click()
    to(page, "ARC-03")
    press("2")
    assert page.current == "ARC-04"
    press("o")
    assert page.current == "ARC-10"
    press("g")
    assert page.current == "ARC-13"


def test_equal_answers_count_without_talking(page: AssessPage) -> None:
    to(page, "GRO-01")
    assert part(page, PerspectiveLane, "perspective-lane").finding == "Same answer"
    assert read(page, "what-counts") == "Both say the same, so it counts without talking."


def test_what_product_expects_is_called_so_and_engineerings_answer_counts(
    room: Room, page: AssessPage
) -> None:
    to(page, "ARC-03")
    assert read(page, "prompt") == room.assessment.questionnaire.by_id["ARC-03"].prompt
    assert read(page, "what-counts") == ("Product expects; the answer of Engineering counts.")


def test_in_a_low_window_both_answers_stand_with_the_levels_and_the_prompt_says_why(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    lane, why = part(page, PerspectiveLane, "perspective-lane"), part(page, QWidget, "why")
    for id_ in (BOTH, "ARC-03"):
        page.resize(1180, 616)
        to(page, id_)
        qtbot.waitUntil(lambda: lane.visibleRegion().boundingRect().height() == lane.height())
        assert not why.isVisible()
        asked = part(page, QWidget, "prompt")
        assert asked.accessibleDescription() == room.assessment.questionnaire.by_id[id_].why
        page.resize(1440, 824)
        QApplication.processEvents()
        assert why.isVisible()
        assert asked.accessibleDescription() == ""


def test_off_the_talk_list_the_foot_says_where_among_all(page: AssessPage) -> None:
    assert read(page, "place").startswith("talk 1 of")
    to(page, "ARC-13")
    assert read(page, "place").endswith("of 15")


def test_delete_takes_back_what_was_agreed(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("2", Qt.Key.Key_Delete)
    assert room.assessment.agreed.get(BOTH, NOT_ASKED) == NOT_ASKED


def test_dont_know_can_be_agreed(room: Room, page: AssessPage) -> None:
    to(page, BOTH)
    press("d")
    assert room.assessment.agreed[BOTH] == unknown()
    assert room.session.undo_stack.undoText() == f"agree {BOTH}"


def test_the_rail_says_where_two_levels_lie_between(page: AssessPage) -> None:
    heard = part(page, QAbstractButton, "topic-ARC.FLR").accessibleName()
    assert "two or more levels apart" in heard
    assert "two or more levels apart" not in part(page, QAbstractButton, "topic-ARC.LAT").accessibleName()


def test_ten_working_days_pass_over_week_ends() -> None:
    assert working_days_after(date(2026, 9, 11), 1) == date(2026, 9, 14)
    assert working_days_after(date(2026, 9, 10), 10) == date(2026, 9, 24)


def test_in_a_low_window_the_first_words_of_both_are_seen_without_scrolling(
    room: Room, page: AssessPage
) -> None:
    page.resize(1180, 616)
    said = "We blocked the callers by hand on 14 June, which took us 25 minutes."
    hidden = []
    for question in room.assessment.questionnaire.questions:
        if question.asked_of != "both":
            continue
        page.go_to(question.id)
        for note in page.findChildren(ViewNote):
            note.show_view(SideView(side=note.side, name="Side", level=1, words="1", note=said))
        QApplication.processEvents()
        view = page._bench.view
        for note in page.findChildren(ViewNote):
            quote = next(one for one in note.findChildren(TextBlock) if one.text() == said)
            end = quote.mapTo(view.viewport(), QPoint(0, 24)).y()
            if end > view.viewport().height():
                hidden.append((question.id, end - view.viewport().height()))
    assert hidden == []
