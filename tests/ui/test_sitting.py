"""A meeting is one, in Assess and before the room, and goes on where it was after the program was closed."""

from collections.abc import Iterator

import pytest
from builders import level
from meeting_rooms import private
from pressing import part, press, read
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now
from two_sides import asked_of, start

from readiness.domain.assessment import NOT_ASKED
from readiness.domain.lanes import Lanes
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.meeting_clock import MeetingClock
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.pages.presenter.conductor import Conductor
from readiness.ui.talk import Talk
from readiness.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> AssessPage:
    """Return Assess, shown and active, with nothing open yet."""
    made = AssessPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    """Return the whole window at its smallest, over an empty workspace."""
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    with qtbot.waitActive(made):
        made.show()
    room.open_own()
    yield made
    room.session.leave_assessment()
    room.settle()


def clock(room: Room) -> MeetingClock:
    found = room.session.meeting_clock
    assert found is not None
    return found


def test_what_is_left_open_in_assess_is_left_open_before_the_room(room: Room, page: AssessPage) -> None:
    apart = private(room)[0]
    owner = QObject()
    talk = Talk(room.session, owner)
    talk.begin()
    page.go_to(apart)
    press("o")
    assert talk.left_open == {apart}
    Conductor(room.session, talk, owner).do("level-2")
    assert talk.left_open == frozenset()
    room.session.undo_stack.undo()
    assert talk.left_open == {apart}
    assert part(page, QPushButton, "leave-open").accessibleDescription() == "chosen"


def test_leaving_open_is_one_step_to_undo_with_what_was_agreed(room: Room, page: AssessPage) -> None:
    apart = private(room)[0]
    page.go_to(apart)
    press("2", "o")
    assert room.session.undo_stack.undoText() == f"leave {apart} open"
    room.session.undo_stack.undo()
    assert room.assessment.agreed[apart].level == 2
    assert room.session.left_open == frozenset()
    room.session.undo_stack.redo()
    press(Qt.Key.Key_Delete)
    assert room.session.left_open == frozenset()
    assert room.session.undo_stack.undoText() == f"take up {apart} again"


def test_marks_order_and_time_are_there_when_the_program_is_started_again(room: Room) -> None:
    apart, far, *_ = private(room)
    session = room.session
    session.leave_open(apart, NOT_ASKED)
    session.put_off("agreed", far)
    session.say("product")
    owner = QObject()
    talk = Talk(session, owner)
    talk.begin()
    talk.turn_to(talk.ids[0])
    talk.move(talk.upcoming()[1], -1)
    order = talk.ids
    clock(room).pause()
    clock(room).set_box(50)
    clock(room).elapse(600)
    owner.deleteLater()
    room.settle()
    room.come_back()

    sitting = room.session.sitting
    assert (sitting.left_open, sitting.later, sitting.spoken) == ((apart,), {"agreed": (far,)}, ("product",))
    assert sitting.talk == order
    assert clock(room).state.box == 50
    assert clock(room).state.seconds >= 600
    assert not clock(room).is_running


def test_a_side_goes_on_where_it_was_not_at_what_it_put_off(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.hand_over("engineering")
    ids = asked_of(room, "engineering")
    press("1", Qt.Key.Key_Right, "l", "2", Qt.Key.Key_Right)
    assert page.current == ids[3]
    room.session.hand_over("product")
    assert page.current == asked_of(room, "product")[0]
    assert room.session.sitting.later == {"engineering": (ids[1],)}
    room.session.hand_over("engineering")
    assert page.current == ids[3]


def test_putting_off_can_be_undone_and_is_not_the_other_sides_to_undo(room: Room, page: AssessPage) -> None:
    start(room)
    room.session.hand_over("engineering")
    first = page.current
    press("l")
    assert room.session.undo_stack.undoText() == f"come back later to {first}"
    room.session.undo_stack.undo()
    assert page.current == first
    assert not any(room.session.sitting.later.values())
    room.session.undo_stack.redo()
    room.session.hand_over("product")
    assert room.session.undo_stack.count() == 0


def test_the_clock_begins_with_the_reveal_and_is_paused_by_hand_only(room: Room) -> None:
    apart = private(room, revealed=False)[0]
    assert not clock(room).is_begun
    room.session.reveal()
    assert clock(room).is_running
    clock(room).pause()
    room.session.accept([(apart, level(2))])
    assert not clock(room).is_running
    clock(room).start()
    room.session.leave_assessment()
    room.settle()
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    assert clock(room).is_running, "it rested while nothing was open"


def test_everything_live_begins_with_the_first_answer_and_counts_by_pillar(room: Room) -> None:
    room.start(quick=True)
    assert not clock(room).is_begun
    first = room.assessment.questionnaire.questions[0].id
    room.session.set_place(first)
    room.session.answer(first, level(2))
    assert (clock(room).is_running, clock(room).state.at) == (True, "pillar:ARC")


def test_a_revision_starts_no_clock_by_itself(qtbot: QtBot, room: Room) -> None:
    room.start(quick=True)
    with qtbot.waitSignal(room.session.sealed):
        room.session.close_assessment()
    assert room.session.assessment_id is not None
    room.session.start_revision(room.session.assessment_id)
    room.settle()
    room.session.answer(room.assessment.questionnaire.questions[0].id, level(2))
    assert not clock(room).is_begun


def test_the_answers_of_one_view_are_used_as_one_step(room: Room, page: AssessPage) -> None:
    start(room, lanes=Lanes(alone="engineering"))
    for _ in asked_of(room, "engineering"):
        press("2", Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert {answer.level for answer in room.assessment.agreed.values()} == {2}
    assert len(room.assessment.agreed) == len(asked_of(room, "engineering"))
    assert room.session.undo_stack.undoText() == "use these answers"
    assert part(page, QWidget, "finish-title").isVisible()
    assert part(page, QWidget, "see-results").isVisible()
    room.session.undo_stack.undo()
    assert room.assessment.agreed == {}


def test_agreeing_needs_no_scrolling_in_the_smallest_window(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    apart = private(room)[0]
    page = window.system.assess
    page.go_to(apart)
    qtbot.waitUntil(part(page, QWidget, "agree-0").isVisible)
    foot = part(page, QWidget, "next-question")
    for name in ("agree-0", "agree-4", "leave-open", "keep-guess", "fact-to-find", "park", "because"):
        shown = part(page, QWidget, name)
        bottom = shown.mapTo(window, QPoint(0, shown.height())).y()
        assert shown.isVisible(), name
        assert bottom < foot.mapTo(window, QPoint(0, 0)).y(), name
        assert not shown.visibleRegion().isEmpty(), name
        assert shown.visibleRegion().boundingRect().size() == shown.size(), name


def test_the_arrows_walk_the_talk_list_after_the_reveal_until_all_is_asked_for(
    room: Room, page: AssessPage
) -> None:
    private(room)
    assert read(page, "place").startswith("talk 1 of")
    part(page, QAbstractButton, "to-talk-about").click()
    assert not read(page, "place").startswith("talk")
    assert room.session.sitting.everything


def test_a_side_has_its_own_table_and_nothing_stays_in_it(room: Room, window: MainWindow) -> None:
    start(room)
    session, table = room.session, window.system.table
    session.hand_over("engineering")
    ids = asked_of(room, "engineering")
    press("1", Qt.Key.Key_Right, "t")
    assert table.isVisible()
    assert set(table.model.shown) == set(ids)
    press("3", Qt.Key.Key_Down, "d", Qt.Key.Key_Down, "o")
    assert room.assessment.engineering[ids[1]].level == 3
    assert room.assessment.engineering[ids[2]].unknown
    assert room.assessment.agreed == {}
    rows = [table.model.row(place) for place in range(3)]
    assert [row is not None and row.agreed.level for row in rows] == [1, 3, -1]
    assert not part(table, QWidget, "filter-failing-gate").isVisible()
    assert not part(table, QWidget, "filter-apart").isVisible()

    session.hand_over(None)
    kept = [table.model.row(place) for place in range(table.model.total)]
    assert {row.agreed.kind for row in kept if row is not None} == {"open"}
    session.hand_over("product")
    window.system.show_page("table")
    assert set(table.model.shown) == set(asked_of(room, "product"))
    kept = [table.model.row(place) for place in range(table.model.total)]
    assert {row.agreed.kind for row in kept if row is not None} == {"open"}


def test_what_a_revision_is_is_said_from_the_palette_too(
    qtbot: QtBot, room: Room, window: MainWindow
) -> None:
    room.start(quick=True)
    with qtbot.waitSignal(room.session.sealed):
        room.session.close_assessment()
    room.settle()
    action = window.system.findChild(QAction, "palette-revision")
    assert isinstance(action, QAction)
    action.trigger()
    shown = [dialog for dialog in window.findChildren(QWidget) if dialog.objectName() == "question-dialog"]
    assert any(dialog.isVisible() for dialog in shown)
    assert room.assessment.revision == 1


def test_reading_slowly_is_not_called_saving(qtbot: QtBot, room: Room) -> None:
    room.open_own()
    with qtbot.assertNotEmitted(room.session.saving):
        room.database.became_slow.emit()
    room.start(quick=True)
    room.session.answer(room.assessment.questionnaire.questions[0].id, level(2))
    with qtbot.waitSignal(room.session.saving, timeout=0):
        room.database.became_slow.emit()


def test_the_end_of_the_talk_says_what_was_left_open_and_what_is_not_agreed(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    apart, far, *_ = private(room)
    page.go_to(apart)
    press("o")
    page.go_to(far)
    while page.current:
        press(Qt.Key.Key_Right)
    assert read(page, "finish-title").endswith("settled")

    def headings() -> set[str]:
        return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}

    qtbot.waitUntil(lambda: {"Left open", "Not agreed yet"} <= headings())
    assert "Not answered yet" not in headings()
