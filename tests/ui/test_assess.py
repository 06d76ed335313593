"""A whole assessment by keyboard: what is pressed is what is stored, and wrong keys do nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.ui.icons import Icons
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.theme import Theme

NO_ANSWER = NOT_ASKED


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> AssessPage:
    """Return the page on a quick check of fifteen questions, shown and active."""
    made = AssessPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    room.start(quick=True)
    with qtbot.waitActive(made):
        made.show()
    made.take_focus()
    return made


def press(
    qtbot: QtBot, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            qtbot.keyClicks(target, key)
        else:
            qtbot.keyClick(target, key, held)


def ids(room: Room) -> list[str]:
    return [question.id for question in room.assessment.questionnaire.questions]


def answer(room: Room, place: int = 0) -> Answer:
    return room.assessment.agreed.get(ids(room)[place], NO_ANSWER)


def shown(page: AssessPage, name: str) -> str:
    widget = page.findChild(QWidget, name)
    assert widget is not None
    text = getattr(widget, "text", None)
    assert callable(text)
    return str(text())


def child(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_a_whole_quick_check_is_answered_by_keyboard_alone(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    for place in range(15):
        press(qtbot, str(place % 5), Qt.Key.Key_Right)
    room.settle()
    assert [answer(room, place).level for place in range(15)] == [place % 5 for place in range(15)]
    assert shown(page, "finish-title") == "All 15 answered"
    with qtbot.waitSignal(page.results_asked):
        press(qtbot, Qt.Key.Key_Return)


@pytest.mark.usefixtures("page")
def test_each_key_gives_its_answer(qtbot: QtBot, room: Room) -> None:
    press(qtbot, "d")
    assert answer(room).unknown
    press(qtbot, "3")
    assert answer(room).level == 3
    press(qtbot, Qt.Key.Key_2, held=Qt.KeyboardModifier.ShiftModifier)
    assert (answer(room).level, answer(room).confidence) == (2, "guess")
    press(qtbot, "2")
    assert (answer(room).level, answer(room).confidence) == (2, None)
    press(qtbot, Qt.Key.Key_Delete)
    assert answer(room) == NOT_ASKED


@pytest.mark.parametrize("key", ["5", "9", "q", "z", " "])
def test_a_wrong_key_does_nothing(qtbot: QtBot, room: Room, page: AssessPage, key: str) -> None:
    press(qtbot, key)
    assert room.assessment.agreed == {}
    assert page.current == ids(room)[0]


def test_single_keys_can_be_switched_off(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    room.session.change_settings(replace(room.session.settings, single_keys=False))
    press(qtbot, "3", "d")
    assert room.assessment.agreed == {}
    press(qtbot, Qt.Key.Key_Right)
    assert page.current == ids(room)[1]


def test_digits_stay_and_arrows_move_unless_advancing_is_on(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "3")
    assert page.current == ids(room)[0]
    room.session.change_settings(replace(room.session.settings, auto_advance=True))
    press(qtbot, "4")
    assert page.current == ids(room)[1]


def test_does_not_apply_is_stored_only_with_its_reason(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, "x", Qt.Key.Key_Return)
    assert answer(room) == NOT_ASKED
    press(qtbot, "One region", Qt.Key.Key_Return)
    assert answer(room).not_applicable == "One region"
    press(qtbot, Qt.Key.Key_Right)
    assert page.current == ids(room)[1]


def test_a_reason_that_is_emptied_stays_as_it_was(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, "x", "One region", Qt.Key.Key_Return, "x")
    reason = child(page, QLineEdit, "not-applicable-reason")
    assert isinstance(reason, QLineEdit)
    reason.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    assert "stays as it was" in reason.accessibleDescription()
    press(qtbot, Qt.Key.Key_Escape)
    assert (answer(room).not_applicable, reason.text()) == ("One region", "One region")
    press(qtbot, Qt.Key.Key_Delete)
    assert answer(room) == NOT_ASKED


def test_leaving_without_a_reason_keeps_the_answer_that_was_there(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "2", "x", Qt.Key.Key_Escape)
    assert answer(room).level == 2
    assert page.hasFocus()


@pytest.mark.usefixtures("page")
def test_letters_in_a_note_are_text_and_escape_gives_the_keys_back(qtbot: QtBot, room: Room) -> None:
    press(qtbot, "2", "n", "d0x <b>R&D", Qt.Key.Key_Escape, "3")
    room.settle()
    assert (answer(room).level, answer(room).note) == (3, "d0x <b>R&D")


@pytest.mark.usefixtures("page")
def test_evidence_is_one_entry_a_line(qtbot: QtBot, room: Room) -> None:
    press(qtbot, "4", "e", "https://wiki.example/a", Qt.Key.Key_Return, "2026-09-01", Qt.Key.Key_Escape)
    room.settle()
    assert answer(room).evidence == ("https://wiki.example/a", "2026-09-01")


def test_how_sure_goes_round_and_says_what_evidence_is_missing(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "3", "c")
    assert answer(room).confidence == "evidenced"
    assert "counts as informed" in child(page, QPlainTextEdit, "evidence").accessibleDescription()
    press(qtbot, "c")
    assert answer(room).confidence == "guess"


def test_undo_goes_back_to_the_question_and_redo_repeats_it(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "3", Qt.Key.Key_Right, "1", Qt.Key.Key_Right)
    room.session.undo_stack.undo()
    assert answer(room, 1) == NOT_ASKED
    assert page.current == ids(room)[1]
    room.session.undo_stack.redo()
    assert answer(room, 1).level == 1
    assert room.session.undo_stack.undoText() == f"answer {ids(room)[1]}"


def test_come_back_later_marks_and_is_listed_at_the_end(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, "l")
    assert page.current == ids(room)[1]
    for _ in range(14):
        press(qtbot, "2", Qt.Key.Key_Right)
    assert shown(page, "finish-title") == "14 of 15 answered"
    link = child(page, QAbstractButton, f"open-{ids(room)[0]}")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.current == ids(room)[0]


def test_topics_are_reached_with_ctrl_and_arrows(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ControlModifier)
    second = room.assessment.questionnaire.pillars[0].topics[1].questions[0].id
    assert page.current == second
    press(qtbot, Qt.Key.Key_Up, held=Qt.KeyboardModifier.ControlModifier)
    assert page.current == ids(room)[0]


def test_arrows_move_questions_even_after_a_button_was_clicked(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    qtbot.mouseClick(child(page, QPushButton, "next-question"), Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Right)
    assert page.current == ids(room)[2]


def test_what_was_left_is_where_one_comes_back(
    qtbot: QtBot, room: Room, page: AssessPage, theme: Theme, icons: Icons
) -> None:
    press(qtbot, "3", Qt.Key.Key_Right, "2", Qt.Key.Key_Right)
    left = page.current
    page.hide()
    room.tear_down()
    again = Room.set_up(qtbot, room.places.workspace.parent)
    second = AssessPage(again.session, theme, icons)
    qtbot.addWidget(second)
    again.open_own()
    again.session.open_assessment(again.session.home[0].assessments[-1].id)
    again.settle()
    assert second.current == left
    assert [again.assessment.agreed[id_].level for id_ in ids(again)[:2]] == [3, 2]
    again.tear_down()


@pytest.mark.parametrize(("key", "name"), [("x", "not-applicable-reason"), ("n", "note"), ("e", "evidence")])
def test_a_field_that_a_key_leads_to_comes_into_sight(
    qtbot: QtBot, page: AssessPage, key: str, name: str
) -> None:
    page.resize(880, 480)
    press(qtbot, key)
    qtbot.waitUntil(lambda: in_sight(page, name), timeout=5_000)


def test_a_field_that_nobody_asked_for_stays_below_the_edge(page: AssessPage) -> None:
    page.resize(880, 480)
    assert not in_sight(page, "evidence")


def in_sight(page: AssessPage, name: str) -> bool:
    """Whether a field can be seen whole above the foot."""
    field, foot = child(page, QWidget, name), child(page, QPushButton, "next-question")
    low = field.mapTo(page, field.rect().bottomLeft()).y()
    return field.isVisible() and low < foot.mapTo(page, foot.rect().topLeft()).y()


def test_the_end_lists_every_open_question_and_opens_it_by_keyboard(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "2")
    page.go_to(ids(room)[-1])
    press(qtbot, Qt.Key.Key_Right)
    rows = [row for row in page.findChildren(QAbstractButton) if row.objectName().startswith("open-")]
    assert [row.objectName() for row in rows] == [f"open-{id_}" for id_ in ids(room)[1:]]
    qtbot.waitUntil(rows[1].isVisible, timeout=5_000)
    rows[0].setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.current == ids(room)[2]


def test_nothing_on_the_page_shows_a_score_or_a_weight(qtbot: QtBot, page: AssessPage) -> None:
    press(qtbot, "3")
    words = " ".join(
        str(label())
        for widget in page.findChildren(QWidget)
        if callable(label := getattr(widget, "text", None))
    )
    for word in ("score is", "counts three", "points", "%"):
        assert word not in words


def test_a_sealed_assessment_shows_its_answers_and_takes_none(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "3")
    room.session.close_assessment()
    room.settle()
    press(qtbot, "1", "d")
    room.settle()
    assert answer(room).level == 3
    assert shown(page, "assess-state").startswith("Sealed")
    assert not child(page, QPushButton, "come-back-later").isVisible()
    page.go_to(ids(room)[-1])
    press(qtbot, Qt.Key.Key_Right)
    assert not child(page, QPushButton, "go-to-closing").isVisible()


def test_every_control_has_a_name_a_person_would_say(page: AssessPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isHidden():
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard is not None
        assert heard.text(QAccessible.Text.Name).strip() or widget.focusProxy() is not None, (
            widget.objectName()
        )
