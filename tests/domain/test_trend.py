"""Many quarters as one line: domain.md §4.5."""

from dataclasses import replace

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, all_at, an_assessment, level
from hypothesis import given
from hypothesis import strategies as st
from lineages import flat, histories
from planning import the_bank
from strategies import answered

from readiness.domain.assessment import Answer, Assessment, Target
from readiness.domain.combining import combine
from readiness.domain.comparison import compare
from readiness.domain.period import Period
from readiness.domain.questionnaire import LineageChange, Questionnaire
from readiness.domain.trend import Trend, trend
from readiness.errors import IncomparableError

PLAIN = flat("1.0", {"A": 1.0, "B": 1.0})
FIRST = Period(2025, 4)


def quarters(*answered_: tuple[Questionnaire, dict[str, Answer]], **changes: object) -> list[Assessment]:
    return [
        an_assessment(questionnaire, answers, period=FIRST.plus(place), **changes)
        for place, (questionnaire, answers) in enumerate(answered_)
    ]


def heights(found: Trend) -> list[float | None]:
    return [point.index for point in found.points]


def test_the_line_starts_at_the_first_score_and_adds_what_really_changed() -> None:
    found = trend(
        quarters(
            (PLAIN, {"A": level(1), "B": level(1)}),
            (PLAIN, {"A": level(2), "B": Answer(unknown=True)}),
            (PLAIN, {"A": level(2), "B": level(3)}),
        )
    )
    assert heights(found) == [25.0, 50.0, 50.0]
    assert [point.reported for point in found.points] == [25.0, 25.0, 62.5]
    assert {point.segment for point in found.points} == {0}


def test_a_minor_version_is_marked_and_the_line_goes_on() -> None:
    renamed = flat("1.1", {"A": 1.0, "N": 1.0}, LineageChange(rename=("B", "N")), since="1.0")
    found = trend(quarters((PLAIN, all_at(PLAIN, level(1))), (renamed, all_at(renamed, level(2)))))
    assert heights(found) == [25.0, 50.0]
    assert [(point.broken, point.segment) for point in found.points] == [(None, 0), ("version", 0)]


def test_a_major_version_begins_the_line_anew_at_its_own_score() -> None:
    stricter = flat("2.0", {"A": 1.0, "B": 1.0, "C": 2.0}, since="1.0")
    found = trend(
        quarters(
            (PLAIN, all_at(PLAIN, level(2))),
            (stricter, {"A": level(2), "B": level(2), "C": level(0)}),
            (stricter, {"A": level(2), "B": level(2), "C": level(2)}),
        )
    )
    assert heights(found) == [50.0, 25.0, 50.0]
    assert [(point.broken, point.segment) for point in found.points] == [(None, 0), ("major", 1), (None, 1)]
    assert found.points[1].step is not None
    assert found.points[1].step.like_for_like == 0


def test_another_target_step_or_scope_is_not_chained() -> None:
    one, two = quarters((PLAIN, all_at(PLAIN, level(1))), (PLAIN, all_at(PLAIN, level(2))))
    nearer = replace(two, target=Target(factor=2.0))
    assert [(p.broken, p.segment, p.index) for p in trend([one, nearer]).points][1] == ("target", 1, 50.0)
    same_step = replace(two, target=Target(factor=5.0))
    assert trend([one, same_step]).points[1].broken is None
    quick = replace(two, scope="quick")
    assert trend([one, quick]).points[1].broken == "scope"


def test_quarters_with_nothing_in_common_are_not_chained() -> None:
    found = trend(
        quarters((PLAIN, {"A": level(1)}), (PLAIN, {"B": level(2)}), (PLAIN, {"A": level(0), "B": level(3)}))
    )
    assert heights(found) == [25.0, 50.0, 75.0]
    assert [point.broken for point in found.points] == [None, "nothing_matched", None]


def test_a_quarter_without_any_score_leaves_a_hole() -> None:
    found = trend(quarters((PLAIN, {}), (PLAIN, all_at(PLAIN, level(2)))))
    assert heights(found) == [None, 50.0]
    assert found.points[1].segment == 1


def test_versions_that_cannot_be_joined_break_the_line_and_no_more() -> None:
    lost = flat("1.3", {"A": 1.0, "B": 1.0}, since="1.2")
    found = trend(quarters((PLAIN, all_at(PLAIN, level(1))), (lost, all_at(lost, level(2)))))
    assert [(p.broken, p.step is None) for p in found.points] == [(None, True), ("lineage", True)]
    assert heights(found) == [25.0, 50.0]


def test_a_version_that_no_quarter_used_is_stepped_over() -> None:
    middle = flat("1.1", {"A": 1.0, "M": 1.0}, LineageChange(rename=("B", "M")), since="1.0")
    last = flat("1.2", {"A": 1.0, "N": 1.0}, LineageChange(rename=("M", "N")), since="1.1")
    given_ = quarters((PLAIN, all_at(PLAIN, level(1))), (last, all_at(last, level(2))))
    assert trend(given_).points[1].broken == "lineage"
    assert heights(trend(given_, (middle,))) == [25.0, 50.0]


def test_open_gates_stand_beside_every_quarter() -> None:
    gated = a_questionnaire(
        a_pillar("ONE", a_topic("TOP", a_question("A", hurts_at=2, gate=True), a_question("B", gate=True)))
    )
    found = trend(quarters((gated, all_at(gated, level(1))), (gated, all_at(gated, level(2)))))
    assert [dict(point.open_gates) for point in found.points] == [
        {2: 1, 10: 2, 100: 2},
        {2: 0, 10: 1, 100: 2},
    ]


def test_only_the_core_is_chained_when_what_is_asked_beside_it_changes() -> None:
    saas = replace(
        a_questionnaire(a_pillar("SAA", a_topic("TEN", a_question("SAA-01")))), id="saas", extends="small@1"
    )
    whole = combine(PLAIN, (saas,))
    answers = {"A": level(2), "B": level(2), "SAA-01": level(0)}
    found = trend(quarters((PLAIN, all_at(PLAIN, level(1))), (whole, answers)))
    assert found.is_core
    assert heights(found) == [25.0, 50.0]
    assert [point.broken for point in found.points] == [None, None]
    assert not trend(quarters((whole, answers), (whole, answers))).is_core


def test_different_systems_make_no_line() -> None:
    one, two = quarters((PLAIN, {}), (PLAIN, {}))
    with pytest.raises(IncomparableError):
        trend([one, replace(two, system="Search")])


def test_no_quarter_makes_an_empty_line() -> None:
    assert trend([]).points == ()


@given(histories(), st.data())
def test_each_stretch_is_its_first_score_and_the_steps_since(
    versions: tuple[Questionnaire, ...], data: st.DataObject
) -> None:
    minor = [replace(q, version=f"1.{place}") for place, q in enumerate(versions)]
    linked = [
        q if q.lineage is None else replace(q, lineage=replace(q.lineage, from_version=f"1.{place - 1}"))
        for place, q in enumerate(minor)
    ]
    given_ = [
        an_assessment(q, data.draw(answered(q)), period=FIRST.plus(place)) for place, q in enumerate(linked)
    ]
    found = trend(given_)
    for last, point in zip(found.points, found.points[1:], strict=False):
        assert point.step == compare(last.assessment, point.assessment)
        if point.segment > last.segment:
            assert point.index == point.reported
        else:
            assert last.index is not None
            assert point.step is not None
            assert point.step.like_for_like is not None
            assert point.index == pytest.approx(last.index + point.step.like_for_like)


def test_every_pillar_has_a_line_of_its_own_that_adds_up_its_steps() -> None:
    bank = the_bank()
    first = replace(an_assessment(bank, all_at(bank, level(1))), period=Period(2026, 1))
    better = all_at(bank, level(1)) | {q.id: level(2) for q in bank.questions if q.id.startswith("DAT")}
    second = replace(an_assessment(bank, better), period=Period(2026, 2))
    points = trend((first, second)).points
    assert set(points[1].pillars) == {pillar.id for pillar in bank.pillars}
    assert points[0].pillars["DAT"].begins
    moved = points[1].pillars["DAT"]
    assert not moved.begins
    assert moved.reported == pytest.approx(50)
    assert moved.index == pytest.approx(50)
    assert points[1].pillars["ARC"].index == pytest.approx(25)


def test_where_the_whole_begins_anew_its_pillars_do_too() -> None:
    bank = the_bank()
    first = replace(an_assessment(bank, all_at(bank, level(1))), period=Period(2026, 1))
    second = replace(first, scope="quick", period=Period(2026, 2))
    assert all(pillar.begins for pillar in trend((first, second)).points[1].pillars.values())
