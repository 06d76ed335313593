"""The growth ladder: three facts that never merge, and labels that never overlap."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from spoken import spoken_description, spoken_name

from readiness.ui.theme import Theme
from readiness.ui.widgets.growth_ladder import GrowthLadder
from readiness.ui.widgets.ladder import Ladder, LadderStep, finding
from readiness.ui.widgets.ladder_layout import APART, Flag, _is_clear, free_gap, place_flags, position
from readiness.ui.widgets.numbers import half_up, times

STEPS = (
    LadderStep(factor=2, gates=8),
    LadderStep(factor=10, gates=13, gates_open=4, names=("headroom", "tested load", "excess requests")),
    LadderStep(factor=100, gates=14, gates_open=12),
)
PLAN = Ladder(
    practices=2,
    tested=1.5,
    limit=1.3,
    limit_resource="orders database connections",
    target=10,
    target_by="2027‑Q2",
    today="1,200",
    target_load="12,000",
    steps=STEPS,
    effort="11 person-weeks",
)


def test_the_finding_says_tested_first_and_merges_nothing() -> None:
    assert finding(PLAN) == (
        "Tested to 1.5×. First known limit 1.3×, orders database connections. Practices support 2×. "
        "Target 10×. Next step 10×: 4 of 13 gates open, 11 person-weeks."
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"tested": None}, "Untested."),
        ({"limit": None}, "Limit not known."),
        ({"practices": 1}, "No growth step confirmed yet."),
        ({"practices": None}, "No question of a growth step applies."),
        ({"reading": "quick"}, "A quick check gives no growth step."),
        ({"reading": "partial", "asked": 31, "total": 74}, "31 of 74 asked, too few for a growth step."),
    ],
)
def test_what_is_not_known_is_said_in_words(changes: dict[str, object], says: str) -> None:
    assert says in finding(replace(PLAN, **changes))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("reading", ["quick", "partial"])
def test_no_step_is_claimed_without_a_full_check(reading: str) -> None:
    words = finding(replace(PLAN, reading=reading))  # type: ignore[arg-type]  # one of its readings
    assert "Practices support" not in words
    assert "Next step" not in words


def test_a_step_is_never_said_without_its_distance() -> None:
    assert "2 of 8 gates open" in finding(
        replace(PLAN, practices=1, steps=(LadderStep(factor=2, gates=8, gates_open=2),))
    )


def test_a_chart_is_its_finding_to_a_reader(qtbot: QtBot, theme: Theme) -> None:
    ladder = GrowthLadder(theme)
    qtbot.addWidget(ladder)
    ladder.set_value(PLAN)
    assert spoken_name(ladder) == finding(PLAN)
    assert "4 of 13 gates open: headroom" in spoken_description(ladder)


def test_the_table_says_the_same(qtbot: QtBot, theme: Theme) -> None:
    ladder = GrowthLadder(theme)
    qtbot.addWidget(ladder)
    ladder.set_value(PLAN)
    rows = {row[0]: row[1] for row in ladder.table().rows}
    assert rows["Tested"] == "Tested to 1.5×."
    assert rows["Target"] == "10×, 2027‑Q2, 12,000"
    assert rows["Step 100×"] == "12 of 14 gates open"


def test_open_gates_take_room_under_their_step(qtbot: QtBot, theme: Theme) -> None:
    ladder = GrowthLadder(theme)
    qtbot.addWidget(ladder)
    ladder.set_value(replace(PLAN, steps=()))
    bare = ladder.heightForWidth(1200)
    names = ("Headroom on the busiest database", "Load tested against the peak", "Excess requests")
    ladder.set_value(replace(PLAN, steps=(replace(STEPS[1], names=names),)))
    assert ladder.heightForWidth(1200) > bare
    assert ladder.heightForWidth(600) > ladder.heightForWidth(1200), "names wrap where there is less room"


def test_every_state_can_be_painted(qtbot: QtBot, theme: Theme) -> None:
    ladder = GrowthLadder(theme)
    qtbot.addWidget(ladder)
    ladder.resize(900, 300)
    for value in (
        PLAN,
        Ladder(),
        replace(PLAN, reading="quick", target=0.5),
        replace(PLAN, practices=100, tested=250, limit=0.5, target=400),
        replace(PLAN, practices=10, tested=10, limit=10),
    ):
        ladder.set_value(value)
        assert not ladder.grab().isNull()


def test_the_axis_is_logarithmic() -> None:
    assert [position(factor, 0, 100) for factor in (1, 10, 100)] == [0, 50, 100]
    assert position(0.2, 0, 100) == 0
    assert position(5000, 0, 100) == 100


def _flags(factors: list[float], widths: list[float]) -> tuple[Flag, ...]:
    return tuple(
        Flag(key=str(index), x=position(factor, 0, 1200), width=width)
        for index, (factor, width) in enumerate(zip(factors, widths, strict=True))
    )


FACTORS = st.lists(st.floats(1, 100), min_size=4, max_size=4)
WIDTHS = st.lists(st.floats(60, 400), min_size=4, max_size=4)


@given(FACTORS, WIDTHS)
def test_no_label_meets_another_label_or_a_pole(factors: list[float], widths: list[float]) -> None:
    placed = place_flags(_flags(factors, widths), 0.0, 1200.0)
    assert _is_clear(placed)


@given(st.floats(1, 100), WIDTHS)
def test_equal_marks_stand_side_by_side(factor: float, widths: list[float]) -> None:
    placed = sorted(place_flags(_flags([factor] * 4, widths), 0.0, 1200.0), key=lambda flag: flag.x)
    gaps = [after.x - before.x for before, after in pairwise(placed)]
    assert gaps == pytest.approx([APART] * 3)
    assert _is_clear(tuple(placed))


def test_a_label_at_the_end_turns_to_the_left() -> None:
    (flag,) = place_flags((Flag(key="target", x=1195, width=160),), 0.0, 1200.0)
    assert flag.at_left


def test_words_in_the_bar_stand_between_marks() -> None:
    assert free_gap([200, 700], 100, 1200, 300) == 210
    assert free_gap([200, 700], 100, 1200, 490) is None
    assert free_gap([], 0, 1200, 490) == 10


def test_numbers_round_half_up_once() -> None:
    assert [times(value) for value in (1, 1.25, 1.3, 2.0, 9.96, 10.4, 120)] == [
        "1×",
        "1.3×",
        "1.3×",
        "2×",
        "10×",
        "10×",
        "120×",
    ]
    assert [half_up(value) for value in (0.5, 1.5, 42.49)] == [1, 2, 42]
