"""Many systems in one quarter: what is kept equals what scoring says, and SQL sorts it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_many import Q1, Q2, Q3, Sealed, write_systems

from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.services.assessing import Assessing
from readiness.services.portfolio import Asked, Order, Portfolio, SpotKey, Standing, portfolio


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Assessing]:
    made = write_systems(tmp_path / "many.readiness")
    yield made
    made.workspace.database.close()


def read(desk: Assessing, **asked: object) -> Portfolio:
    return portfolio(desk.workspace, Asked(**asked), Q3)  # type: ignore[arg-type]  # a test names fields freely


def names(found: Portfolio) -> list[str]:
    return [one.line.name for one in found.systems]


def row(found: Portfolio, name: str) -> Standing:
    return next(one for one in found.systems if one.line.name == name)


def test_every_figure_kept_is_the_one_that_scoring_gives(desk: Assessing) -> None:
    for one in read(desk).systems:
        if one.line.assessment_id is None:
            continue
        outcome = evaluate(desk.load(one.line.assessment_id))
        assert one.line.displayed == outcome.score.displayed
        assert one.line.practice_ceiling == outcome.growth.practice_ceiling
        assert one.pillars == {part.id: part.displayed for part in outcome.score.pillars}


def test_what_systems_share_is_what_a_count_over_all_of_them_gives(desk: Assessing) -> None:
    found = read(desk)
    outcomes = [
        evaluate(desk.load(one.line.assessment_id))
        for one in found.systems
        if one.line.assessment_id is not None and one.line.scope == "full"
    ]
    open_gates = [gate for one in outcomes for gate in one.growth.open_gates]
    assert {spot.key.id: spot.count for spot in found.spots if spot.key.kind == "gate"} == {
        gate: open_gates.count(gate) for gate in open_gates
    }
    assert found.known == len(outcomes) == 4


def test_the_spread_says_who_falls_short_and_who_was_not_judged(desk: Assessing) -> None:
    found = read(desk)
    assert (found.spread.judged, found.spread.short, found.spread.unjudged) == (4, 2, 2)


def test_a_system_not_assessed_in_the_quarter_stands_with_its_last_one(desk: Assessing) -> None:
    found = read(desk)
    delta = row(found, "Delta")
    assert (delta.line.period, delta.is_stale, found.stale) == ("2026-Q2", True, 1)
    assert delta.pillars == {"ARC": 50, "DAT": None}
    assert not row(found, "Alpha").is_stale


def test_a_quick_check_and_other_questions_are_not_comparable(tmp_path: Path) -> None:
    desk = write_systems(
        tmp_path / "mixed.readiness",
        [
            Sealed(system="A", levels=(2, 2), version="2.0"),
            Sealed(system="B", levels=(2, 2), version="2.1"),
            Sealed(system="Old", levels=(2, 2), version="1.0"),
            Sealed(system="Quick", levels=(2, 2), version="2.0", scope="quick"),
        ],
    )
    found = read(desk)
    assert {one.line.name: one.difference for one in found.systems} == {
        "A": "",
        "B": "",
        "Old": "version",
        "Quick": "quick",
    }
    desk.workspace.database.close()


def test_what_is_under_way_is_said_beside_what_was_sealed(desk: Assessing) -> None:
    zeta = row(read(desk), "Zeta")
    assert (zeta.line.assessment_id, zeta.line.asked, zeta.stand) == (None, 4, None)
    assert zeta.line.under_way is not None


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order(), ["Alpha", "Beta", "Delta", "Epsilon", "Gamma", "Zeta"]),
        (Order(descending=True), ["Zeta", "Gamma", "Epsilon", "Delta", "Beta", "Alpha"]),
        (Order(by="ARC", is_pillar=True), ["Beta", "Delta", "Alpha", "Gamma", "Epsilon", "Zeta"]),
        (
            Order(by="DAT", is_pillar=True, descending=True),
            ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"],
        ),
        (Order(by="team"), ["Alpha", "Beta", "Delta", "Epsilon", "Gamma", "Zeta"]),
        (
            Order(by="growth", descending=True),
            ["Alpha", "Delta", "Gamma", "Beta", "Epsilon", "Zeta"],
        ),
        (Order(by="score"), ["Beta", "Gamma", "Alpha", "Epsilon", "Delta", "Zeta"]),
        (Order(by="due"), ["Zeta", "Delta", "Alpha", "Beta", "Epsilon", "Gamma"]),
    ],
)
def test_systems_are_sorted_and_what_is_not_known_comes_last(
    desk: Assessing, order: Order, expected: list[str]
) -> None:
    assert names(read(desk, order=order)) == expected


def test_the_first_rows_are_those_of_the_whole_order(desk: Assessing) -> None:
    for order in (Order(), Order(by="DAT", is_pillar=True, descending=True)):
        first, whole = read(desk, order=order, most=2), read(desk, order=order)
        assert first.systems == whole.systems[:2]
        assert (first.is_whole, whole.is_whole, first.total) == (False, True, 6)
        assert (first.spread, first.spots) == (whole.spread, whole.spots)


def test_one_team_alone_is_counted_alone(desk: Assessing) -> None:
    found = read(desk, team="Red")
    assert names(found) == ["Alpha", "Beta"]
    assert (found.spread.judged, found.known, found.total) == (2, 2, 2)


def test_only_the_systems_where_a_gate_is_open(desk: Assessing) -> None:
    found = read(desk, spot=SpotKey("gate", "ARC-01"))
    shown = names(found)
    assert shown == ["Beta", "Delta"]
    assert found.total == len(shown)
    assert found.spread.judged == 4  # the finding is still about all of them


def test_an_earlier_quarter_is_shown_as_it_was(desk: Assessing) -> None:
    found = read(desk, quarter=Q2)
    assert row(found, "Beta").pillars["DAT"] == 100
    assert row(found, "Alpha").line.assessment_id is None
    assert [str(Period(one.year, one.quarter)) for one in found.quarters] == ["2026-Q3", "2026-Q2"]
    assert all(one.line.assessment_id is None for one in read(desk, quarter=Q1).systems)


def test_the_quarters_of_a_sparkline_end_at_the_one_that_is_shown(desk: Assessing) -> None:
    beta = row(read(desk), "Beta")
    assert beta.trend[:2] == (None, None)
    assert all(point is not None for point in beta.trend[2:])


def test_archived_systems_are_not_counted(desk: Assessing) -> None:
    beta = next(system.id for system in desk.home() if system.name == "Beta")
    desk.archive_system(beta, archived=True)
    found = read(desk)
    assert "Beta" not in names(found)
    assert found.spread.judged == 3


def test_a_deleted_quarter_gives_way_to_the_one_before(desk: Assessing) -> None:
    newest = row(read(desk), "Beta").line.assessment_id
    assert newest is not None
    desk.delete(newest)
    assert row(read(desk), "Beta").line.period == "2026-Q2"
    assert read(desk).quarters[0].assessed == 3
    desk.restore(newest)
    assert row(read(desk), "Beta").line.period == "2026-Q3"
    assert read(desk).quarters[0].assessed == 4


def test_a_revision_takes_the_place_of_what_it_corrects(desk: Assessing) -> None:
    alpha = row(read(desk), "Alpha").line.assessment_id
    assert alpha is not None
    again = desk.revise(alpha)
    assert row(read(desk), "Alpha").line.under_way == again
    desk.close_assessment(again)
    assert row(read(desk), "Alpha").line.assessment_id == again
    assert read(desk).quarters[0].assessed == 4


def test_the_roll_up_of_a_quarter_is_the_sum_over_its_systems(desk: Assessing) -> None:
    rows = desk.workspace.connection.execute(
        "SELECT part, assessed, scored, total, weak FROM quarter_parts WHERE year = 2026 AND quarter = 3"
    ).fetchall()
    told = {part: rest for part, *rest in rows}
    outcomes = [
        evaluate(desk.load(line.id))
        for system in desk.home()
        for line in system.assessments
        if line.state == "closed" and line.period == "2026-Q3" and line.scope == "full"
    ]
    parts = [part for one in outcomes for part in one.score.pillars if part.id == "DAT"]
    shown = [part for part in parts if part.displayed is not None]
    assessed, scored, total, weak = told["DAT"]
    assert (assessed, scored) == (3, len(shown))
    assert total == pytest.approx(sum(part.score or 0 for part in shown))
    assert weak == sum(part.label in ("Fragile", "Exposed") for part in shown)
    assert told[""][0] == 4  # the quick check counts as assessed


def test_a_workspace_without_anything_sealed_says_so(tmp_path: Path) -> None:
    desk = write_systems(tmp_path / "open.readiness", [Sealed(system="A", levels=(1, 1), is_open=True)])
    found = read(desk)
    assert found.is_empty
    assert (found.quarter, found.spread.judged, names(found)) == (Q3, 0, ["A"])
    desk.workspace.database.close()
