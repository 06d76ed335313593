"""A lens in the window: practices are ticked by keys and by hand, stored at once, and undone."""

from dataclasses import replace

import pytest
from lenses import a_choice, a_lens, a_lens_question, as_file, backups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import NOT_ASKED, Answer, Mode
from readiness.domain.period import Period
from readiness.domain.ticking import as_told
from readiness.services.assessing import Assessing, Draft
from readiness.services.lenses import look_at_lens, take_lens
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.checkin_page import CheckInPage
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.pages.review_page import ReviewPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.text import Text

MANY = [a_choice(f"step_{number}", f"Step {number} is taken before every release") for number in range(1, 12)]
WIDE = a_lens_question("steps", MANY, ("step_1", "NO_RISK"), ("default", "HIGH_RISK"))
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def begin(room: Room, mode: Mode = "live") -> None:
    made = Assessing.create(room.places.workspace)
    looked = look_at_lens(made, as_file(a_lens(backups(), WIDE)), "lens.json")
    take_lens(made, looked)
    reference = looked.questionnaire.reference
    id_ = made.start(Draft(system="Shop", period=Period(2026, 3), questionnaire=reference, mode=mode))
    if mode == "private":
        asked = looked.questionnaire.by_id["backups"]
        made.answer(id_, "backups", "engineering", as_told(asked, Answer(ticked=("taken",))))
        made.answer(id_, "backups", "product", as_told(asked, Answer(ticked=("taken", "restored"))))
        made.reveal(id_)
    made.close()
    room.open_own()
    room.session.open_assessment(id_)
    room.settle()


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> AssessPage:
    made = AssessPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    begin(room)
    with qtbot.waitActive(made):
        made.show()
    made.take_focus()
    return made


def press(qtbot: QtBot, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        qtbot.keyClick(target, key, held)


def answer(room: Room, id_: str = "backups") -> Answer:
    room.settle()
    return room.assessment.agreed.get(id_, NOT_ASKED)


def said(page: AssessPage) -> str:
    counted = page.findChild(QWidget, "ticked-count")
    assert counted is not None
    return str(counted.text())  # type: ignore[attr-defined]  # every text has one


def rows(page: AssessPage) -> list[str]:
    return [row.accessibleName() for row in page._bench.view.practices.rows]


def test_number_keys_tick_and_untick(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    assert rows(page) == ["1, Practice taken", "2, Practice restored", "0, None of these"]
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_2)
    assert (answer(room).ticked, answer(room).level) == (("taken", "restored"), 4)
    assert said(page) == "2 of 3 ticked"
    press(qtbot, Qt.Key.Key_2)
    assert (answer(room).ticked, answer(room).level) == (("taken",), 2)
    assert [row.isChecked() for row in page._bench.view.practices.rows] == [True, False, False]


@pytest.mark.usefixtures("page")
def test_none_of_these_takes_the_others_away(qtbot: QtBot, room: Room) -> None:
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_0)
    assert (answer(room).ticked, answer(room).level) == (("backups_no",), 0)
    press(qtbot, Qt.Key.Key_2)
    assert answer(room).ticked == ("restored",)


def test_shift_with_a_number_says_that_a_practice_does_not_apply(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_2, held=SHIFT)
    assert (answer(room).left_out, answer(room).level) == (("restored",), 4)
    assert rows(page)[1] == "2, Practice restored. Does not apply here."
    assert said(page) == "1 of 3 ticked  ·  1 does not apply"


@pytest.mark.usefixtures("page")
def test_dont_know_unticks_and_undo_brings_it_back(qtbot: QtBot, room: Room) -> None:
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_D)
    assert answer(room) == replace(answer(room), unknown=True, ticked=(), level=None)
    room.session.undo_stack.undo()
    assert answer(room).ticked == ("taken",)
    room.session.undo_stack.undo()
    assert answer(room) == NOT_ASKED


@pytest.mark.usefixtures("page")
def test_delete_takes_every_tick_back(qtbot: QtBot, room: Room) -> None:
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Delete)
    assert answer(room) == NOT_ASKED


def test_a_row_is_ticked_by_hand_and_reached_by_arrows(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    first, second, _ = page._bench.view.practices.rows
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert answer(room).ticked == ("taken",)
    first.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    press(qtbot, Qt.Key.Key_Space)
    assert answer(room).ticked == ("taken", "restored")
    press(qtbot, Qt.Key.Key_Space, held=SHIFT)
    assert answer(room).left_out == ("restored",)


def test_more_practices_than_keys_stand_in_two_columns(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_9)
    assert answer(room, "steps").ticked == ("step_9",)
    shown = page._bench.view.practices.rows
    assert [row.shown.key for row in shown][-3:] == ["9", "", ""]
    assert shown[0].y() == shown[6].y()
    assert shown[0].x() < shown[6].x()
    qtbot.mouseClick(shown[10], Qt.MouseButton.LeftButton)
    assert answer(room, "steps").ticked == ("step_9", "step_11")


def test_no_risk_is_shown_while_answering(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, Qt.Key.Key_1)
    room.settle()
    assert not page._bench.view.levels.isVisible()
    assert "risk" not in said(page).casefold()


def test_after_the_reveal_rows_say_who_ticked_them_and_the_room_agrees_by_ticking(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons
) -> None:
    page = AssessPage(room.session, theme, icons)
    qtbot.addWidget(page)
    begin(room, "private")
    with qtbot.waitActive(page):
        page.show()
    page.go_to("backups")
    page.take_focus()
    assert rows(page)[0] == "1, Practice taken. Ticked by Engineering. Ticked by Product."
    assert rows(page)[1] == "2, Practice restored. Ticked by Product."
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_2)
    assert (answer(room).ticked, answer(room).level) == (("taken", "restored"), 4)


def test_the_table_takes_the_same_keys(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> None:
    begin(room)
    table = ReviewPage(room.session, theme, icons)
    qtbot.addWidget(table)
    table.resize(1440, 800)
    with qtbot.waitActive(table):
        table.show()
    table._on_answered("backups", "level-1")
    table._on_answered("backups", "level-7")
    table._on_answered("backups", "guess-2")
    assert (answer(room).ticked, answer(room).left_out) == (("taken",), ("restored",))


@pytest.fixture
def check_in(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> CheckInPage:
    """Return the check-in of 2026-Q4: backups were a guess, so they are asked again."""
    made = Assessing.create(room.places.workspace)
    looked = look_at_lens(made, as_file(a_lens(backups(), WIDE)), "lens.json")
    take_lens(made, looked)
    first, wide = looked.questionnaire.questions
    draft = Draft(system="Shop", period=Period(2026, 3), questionnaire=looked.questionnaire.reference)
    id_ = made.start(draft)
    made.answer(id_, "backups", "agreed", as_told(first, Answer(ticked=("taken",), confidence="guess")))
    made.answer(id_, "steps", "agreed", as_told(wide, Answer(ticked=("step_1",), confidence="informed")))
    made.close_assessment(id_)
    later = made.start_from(replace(draft, period=Period(2026, 4)), id_, "check-in")
    made.close()
    room.open_own()
    room.session.open_assessment(later)
    room.settle()
    page = CheckInPage(room.session, theme, icons)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    with qtbot.waitActive(page):
        page.show()
    page.go_to("backups")
    return page


def ticked_in(page: CheckInPage) -> list[bool]:
    return [row.isChecked() for row in page._parts.view.practices.rows]


def test_a_check_in_of_a_lens_begins_with_what_was_ticked(
    qtbot: QtBot, room: Room, check_in: CheckInPage
) -> None:
    assert room.session.is_check_in
    assert check_in.check is not None
    assert [one.id for one in check_in.check.asked] == ["backups"]
    assert ticked_in(check_in) == [True, False, False]
    told = check_in.findChild(QWidget, "last-answer")
    assert told is not None
    assert "Agreed on medium risk" in told.text()  # type: ignore[attr-defined]  # every text has one
    press(qtbot, Qt.Key.Key_2)
    assert answer(room).ticked == ("taken", "restored")
    assert answer(room).level == 4
    assert ticked_in(check_in) == [True, True, False]
    press(qtbot, Qt.Key.Key_1)
    assert answer(room).ticked == ("restored",)
    press(qtbot, Qt.Key.Key_7)
    assert answer(room).ticked == ("restored",), "no practice has that key"


def test_still_true_keeps_what_was_ticked(qtbot: QtBot, room: Room, check_in: CheckInPage) -> None:
    press(qtbot, Qt.Key.Key_Y)
    said_again = answer(room)
    assert (said_again.ticked, said_again.level, said_again.carried_from) == (("taken",), 2, None)
    assert check_in.check is not None
    assert check_in.check.open == ()


def test_a_practice_that_does_not_apply_is_said_with_shift(
    qtbot: QtBot, room: Room, check_in: CheckInPage
) -> None:
    press(qtbot, Qt.Key.Key_2, held=SHIFT)
    assert (answer(room).ticked, answer(room).left_out, answer(room).level) == (("taken",), ("restored",), 4)
    check_in._parts.view.practices.rows[0].click()
    assert answer(room).ticked == ()


def test_the_foot_of_the_table_names_the_keys_of_practices(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons
) -> None:
    table = ReviewPage(room.session, theme, icons)
    qtbot.addWidget(table)
    begin(room)
    table.resize(1440, 800)
    with qtbot.waitActive(table):
        table.show()
    table._on_answered("backups", "level-1")
    room.settle()
    words = [label.text() for label in table._foot.findChildren(Text)]
    assert "tick practices" in words
    assert table._foot._digits._key == "0–9"
