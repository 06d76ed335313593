"""The meeting's clock, moved by hand."""

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.minutes import MeetingPlan, Slot
from readiness.ui.meeting_clock import MeetingClock, MeetingClocks

PLAN = MeetingPlan(
    kind="private",
    slots=(
        Slot(kind="frame", minutes=15),
        Slot(kind="pillar", minutes=12, pillar="ARC", name="Architecture"),
    ),
)


class Hand:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:  # noqa: ARG001 - an application must be there
    return Hand()


@pytest.fixture
def clock(hand: Hand) -> MeetingClock:
    made = MeetingClock(PLAN, hand)
    made.set_box(75)
    return made


def test_it_says_what_is_left_and_how_that_stands(clock: MeetingClock) -> None:
    clock.turn_to("frame")
    clock.elapse(14 * 60)
    assert (clock.left_text(), clock.pace_text()) == ("61 min left", "on pace")
    clock.elapse(4 * 60)
    assert (clock.left_text(), clock.pace_text()) == ("57 min left", "3 min behind")
    assert clock.spoken() == "57 minutes left of 75, 3 minutes behind"


def test_it_says_when_the_box_is_over(clock: MeetingClock) -> None:
    clock.elapse(81 * 60)
    assert (clock.left_text(), clock.pace_text()) == ("6 min over", "")
    assert clock.spoken() == "6 minutes over the 75 planned"


def test_without_a_box_it_says_nothing(clock: MeetingClock) -> None:
    clock.set_box(None)
    assert (clock.left_text(), clock.pace_text(), clock.spoken()) == ("", "", "No time box")


def test_time_counts_while_it_runs_and_towards_what_is_on(clock: MeetingClock, hand: Hand) -> None:
    clock.turn_to("frame")
    hand.seconds += 50
    clock.start()
    hand.seconds += 60
    clock.turn_to("pillar:ARC")
    hand.seconds += 30
    clock.pause()
    hand.seconds += 500
    clock.start()
    hand.seconds += 10
    clock.pause()

    assert clock.state.used == {"frame": 60.0, "pillar:ARC": 40.0}
    assert not clock.is_running


def test_another_plan_keeps_what_was_used(qtbot: QtBot, clock: MeetingClock) -> None:
    clock.turn_to("frame")
    clock.elapse(60)
    with qtbot.waitSignal(clock.ticked, timeout=0):
        clock.replan(MeetingPlan(kind="live", slots=PLAN.slots[:1]))
    assert (clock.state.seconds, clock.state.plan.kind) == (60.0, "live")


def test_each_assessment_keeps_its_clock_while_the_window_lives(room: Room) -> None:
    session = room.session
    assert session.meeting_clock is None
    session.clocks = MeetingClocks(Hand(), session)
    room.start(quick=True)
    first, id_ = session.meeting_clock, session.assessment_id
    assert first is not None
    assert first.state.plan.kind == "quick"
    first.elapse(60)
    room.start("Search")
    second = session.meeting_clock
    assert second is not None
    assert second.state.seconds == 0

    assert id_ is not None
    session.open_assessment(id_)
    room.settle()
    assert session.meeting_clock is first
