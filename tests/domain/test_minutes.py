"""The minutes of a meeting, planned and used (domain §5.3)."""

from dataclasses import replace

import pytest
from builders import an_assessment, level, six_pillars
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.minutes import MeetingPlan, Slot, minutes_plan, talk_minutes
from readiness.domain.outcome import evaluate
from readiness.domain.pacing import ClockState, elapsed, pace, uses
from readiness.domain.triage import triage
from readiness.services.library import Library

PLAN = MeetingPlan(
    kind="private",
    slots=(
        Slot(kind="frame", minutes=15),
        Slot(kind="pillar", minutes=12, pillar="ARC", name="Architecture"),
    ),
)


def test_everything_live_takes_two_sessions() -> None:
    plan = minutes_plan(an_assessment(Library().latest()))
    by_session = [sum(slot.minutes for slot in plan.slots if slot.session == n) for n in (1, 2)]
    assert (plan.kind, plan.sessions, plan.box) == ("live", 2, 75)
    assert by_session == [63, 68]


def test_a_quick_check_takes_about_half_an_hour() -> None:
    quick = an_assessment(Library().latest().within("quick"), scope="quick", mode="private")
    plan = minutes_plan(quick)
    assert (plan.kind, plan.minutes, plan.box) == ("quick", 32.5, 33)


def test_after_private_answers_the_talk_is_spread_over_the_pillars_it_is_about() -> None:
    low = {"ARC-01": level(1), "ARC-02": level(3), "DAT-01": level(1)}
    rosy = {"ARC-01": level(3), "ARC-02": level(3), "DAT-01": level(1)}
    others = {q.id: level(3) for q in six_pillars().questions if q.id not in low}
    met = an_assessment(six_pillars(), others, product=rosy, engineering=low, mode="private")
    plan = minutes_plan(met, triage(met, evaluate(met), 45))
    told = {slot.name or slot.kind: slot.minutes for slot in plan.slots}
    assert (told["frame"], told["breaks_first"], told["plan"]) == (15, 10, 20)
    assert (told["Architecture"], told["Data"], told["Observability"]) == (2.5, 2.5, 0)


def test_before_anything_is_known_90_minutes_are_planned() -> None:
    plan = minutes_plan(an_assessment(six_pillars(), mode="private"))
    assert plan.minutes == pytest.approx(90)
    assert (plan.box, plan.sessions) == (90, 1)


def test_what_has_overrun_is_what_the_meeting_is_behind() -> None:
    state = ClockState(plan=PLAN, box=75)
    state = elapsed(replace(state, at="frame"), 16 * 60)
    state = elapsed(replace(state, at="pillar:ARC"), 14 * 60)
    found = pace(state)
    assert found is not None
    assert (found.left, found.behind, found.over, found.is_on_pace) == (45, 3, 0, False)
    assert [(round(use.used), round(use.over), use.is_current) for use in uses(state)] == [
        (16, 1, False),
        (14, 2, True),
    ]


@pytest.mark.parametrize(
    ("seconds", "left", "over", "last"),
    [(0, 10, 0, False), (300, 5, 0, True), (600, 0, 0, True), (601, 0, 1, False)],
)
def test_the_last_minutes_and_those_beyond_are_told(
    seconds: float, left: int, over: int, *, last: bool
) -> None:
    found = pace(elapsed(ClockState(plan=PLAN, box=10), seconds))
    assert found is not None
    assert (found.left, found.over, found.is_last) == (left, over, last)


def test_without_a_box_there_is_no_pace() -> None:
    assert pace(ClockState(plan=PLAN, box=None)) is None


@given(st.lists(st.tuples(st.sampled_from(["", "frame", "pillar:ARC"]), st.floats(0, 4000))))
def test_no_minute_is_lost_whatever_is_turned_to(spans: list[tuple[str, float]]) -> None:
    state = ClockState(plan=PLAN, box=60)
    for slot, seconds in spans:
        state = elapsed(replace(state, at=slot), seconds)
    assert state.seconds == pytest.approx(sum(seconds for _, seconds in spans))
    found = pace(state)
    assert found is not None
    assert found.left == 0 or found.over == 0


def test_a_time_box_leaves_for_talking_what_the_other_parts_do_not_take() -> None:
    plan = minutes_plan(an_assessment(mode="private"))
    assert talk_minutes(plan, 90) == 45
    assert talk_minutes(plan, 60) == 15
    assert talk_minutes(plan, 30) == 0
