"""Two assessments, state by state: domain.md §4.2, rulings 9, 11 and 12."""

from dataclasses import replace

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    all_at,
    an_assessment,
    level,
    not_applicable,
    six_pillars,
    unknown,
)
from lineages import AFTER, BEFORE, carried, flat

from readiness.domain.assessment import Answer, Assessment, Driver, Participant, Target
from readiness.domain.changes import Change
from readiness.domain.comparison import Comparison, compare
from readiness.domain.matching import Cause
from readiness.domain.questionnaire import LineageChange, Questionnaire
from readiness.errors import IncomparableError

PLAIN = flat("1.0", {"A": 5.0, "B": 3.0, "C": 1.0})
NOT_ASKED = Answer()


def two(
    old: dict[str, Answer],
    new: dict[str, Answer],
    first: Questionnaire = PLAIN,
    second: Questionnaire = PLAIN,
) -> Comparison:
    return compare(an_assessment(first, old, period=BEFORE), an_assessment(second, new, period=AFTER))


def deltas(found: Comparison) -> dict[str, float]:
    return {step.step: step.delta for step in found.bridge}


@pytest.mark.parametrize(
    ("old", "new", "change", "cause"),
    [
        (level(1), level(2), "up", None),
        (level(2), level(1), "down", None),
        (level(2), level(2), "same", None),
        (level(2), carried(level(2)), "carried", None),
        (unknown(), level(3), "now_known", "unknown"),
        (level(3), unknown(), "now_unknown", "unknown"),
        (unknown(), unknown(), "same", "unknown"),
        (level(3), not_applicable(), "now_not_applicable", "scope"),
        (unknown(), not_applicable(), "now_not_applicable", "scope"),
        (not_applicable(), unknown(), "now_unknown", "scope"),
        (not_applicable(), level(1), "new", "scope"),
        (NOT_ASKED, level(1), "new", "scope"),
        (level(1), NOT_ASKED, "retired", "scope"),
        (not_applicable(), not_applicable(), "same", "scope"),
        (not_applicable(), carried(not_applicable()), "carried", "scope"),
    ],
)
def test_each_pair_of_states_has_one_name_and_one_cause(
    old: Answer, new: Answer, change: Change, cause: Cause | None
) -> None:
    found = two({"A": old, "B": level(2)}, {"A": new, "B": level(2)})
    row = found.questions[0]
    assert (row.change, row.cause) == (change, cause)
    assert ("A" in found.matched) == (cause is None)
    assert ("A" in found.not_comparable) == (cause is not None)


def test_finding_out_is_not_improving() -> None:
    found = two({"A": unknown(), "B": level(2)}, {"A": level(3), "B": level(2)})
    assert found.like_for_like == 0
    assert deltas(found)["now_known"] == found.as_reported.delta != 0


def test_leaving_the_scope_is_no_answer_either() -> None:
    found = two({"A": level(0), "B": level(2)}, {"A": not_applicable(), "B": level(2)})
    assert found.like_for_like == 0
    assert deltas(found)["scope"] == found.as_reported.delta != 0


def test_a_family_counts_only_if_all_its_members_have_a_level() -> None:
    split = flat(
        "2.0", {"A1": 1.0, "A2": 1.0, "B": 1.0}, LineageChange(split=("A", ("A1", "A2"))), since="1.0"
    )
    old = {"A": level(1), "B": level(1), "C": level(1)}
    found = two(old, {"A1": level(4), "A2": unknown(), "B": level(1)}, PLAIN, split)
    assert found.matched == ("B",)
    assert found.not_comparable == ("A1", "A2")
    assert found.like_for_like == 0


def test_a_redefined_question_is_in_both_versions_and_not_comparable() -> None:
    new = flat("2.0", {"A": 5.0, "B": 3.0, "C": 1.0}, LineageChange(redefine="A"), since="1.0")
    found = two(all_at(PLAIN, level(1)), all_at(PLAIN, level(2)), PLAIN, new)
    assert found.not_comparable == ("A",)
    assert [(row.id, row.change, row.before, row.after) for row in found.questions] == [
        ("A", "new", None, 2),
        ("B", "up", 1.0, 2),
        ("C", "up", 1.0, 2),
        ("A", "retired", 1, None),
    ]


@pytest.mark.parametrize("answer", [not_applicable(), unknown(), NOT_ASKED])
def test_without_a_matched_question_nothing_is_compared(answer: Answer) -> None:
    found = two(all_at(PLAIN, level(3)), all_at(PLAIN, answer))
    assert (found.like_for_like, found.noise, found.bridge, found.matched) == (None, None, (), ())
    assert found.not_comparable == ("A", "B", "C")


def test_where_nothing_applies_there_is_no_figure_at_all() -> None:
    nothing = all_at(PLAIN, not_applicable())
    reported = two(nothing, nothing).as_reported
    assert (reported.before, reported.after, reported.delta) == (None, None, None)


def test_versions_with_nothing_in_common_are_not_comparable_and_no_error() -> None:
    other = flat("2.0", {"Z": 1.0})
    found = two(all_at(PLAIN, level(3)), {"Z": level(1)}, PLAIN, other)
    assert (found.like_for_like, found.bridge, found.not_comparable) == (None, (), ())
    assert found.as_reported.delta == -50


def test_weight_0_is_listed_and_counted_nowhere() -> None:
    plain = flat("1.0", {"A": 1.0, "B": 0.0})
    found = two(all_at(plain, level(1)), {"A": level(1), "B": level(4)}, plain, plain)
    assert found.matched == ("A",)
    assert [found.count(way) for way in ("up", "same", "down")] == [0, 1, 0]
    assert found.questions[1].change == "up"
    assert found.like_for_like == 0


def test_what_had_no_weight_before_is_compared_but_leaves_no_bridge() -> None:
    found = two({"A": level(1)}, {"A": level(2)}, flat("1.0", {"A": 0.0, "B": 1.0}), flat("2.0", {"A": 1.0}))
    assert (found.like_for_like, found.bridge) == (25, ())


def test_different_systems_are_an_error() -> None:
    one = an_assessment(PLAIN)
    with pytest.raises(IncomparableError, match="are of different systems"):
        compare(one, replace(one, system="Search"))


def test_capitals_do_not_tell_systems_apart() -> None:
    one = an_assessment(PLAIN, all_at(PLAIN, level(1)))
    assert compare(one, replace(one, system="checkout api")).like_for_like == 0


def _quick() -> Questionnaire:
    return a_questionnaire(
        a_pillar(
            "ONE", a_topic("TOP", a_question("A", quick=True), a_question("B"), a_question("C", quick=True))
        )
    )


def test_a_quick_check_meets_a_full_assessment_in_what_both_asked_like_for_like_only() -> None:
    full = _quick()
    quick = full.within("quick")
    before = an_assessment(quick, all_at(quick, level(1)), scope="quick", period=BEFORE)
    after = an_assessment(full, all_at(full, level(2)), period=AFTER)
    for found, change in ((compare(before, after), 25), (compare(after, before), -25)):
        assert found.like_for_like == change
        assert found.bridge == ()
        assert found.as_reported.delta is None
        assert found.matched == ("A", "C")
        assert [row.id for row in found.questions] == ["A", "C"]
        assert "scope" in {change.measure for change in found.measuring}
        assert found.re_asked == found.asked_of == len(found.after.questionnaire.questions)


def test_two_quick_checks_are_compared_over_versions_that_name_what_neither_asked() -> None:
    old = _quick()
    new = replace(
        old,
        version="2.0",
        lineage=flat("2.0", {"A": 1.0}, LineageChange(rename=("OLD-B", "B")), since="1.0").lineage,
    )
    found = compare(
        an_assessment(old.within("quick"), {"A": level(1), "C": level(1)}, scope="quick", period=BEFORE),
        an_assessment(new.within("quick"), {"A": level(1), "C": level(2)}, scope="quick", period=AFTER),
    )
    assert found.like_for_like == 12.5
    assert len(found.bridge) == 6


def test_every_drop_of_a_gate_or_a_heavy_question_is_named() -> None:
    plain = a_questionnaire(
        a_pillar(
            "ONE",
            a_topic(
                "TOP",
                a_question("GATE", weight=1.0, gate=True),
                a_question("HEAVY", weight=4.0),
                a_question("LIGHT", weight=3.0),
                a_question("CARRIED", weight=5.0),
            ),
        )
    )
    new = all_at(plain, level(1)) | {"CARRIED": carried(level(1))}
    found = two(all_at(plain, level(2)), new, plain, plain)
    assert [row.id for row in found.grave_drops] == ["GATE", "HEAVY"]
    assert found.count("down") == 3


def test_how_many_were_asked_again_is_said() -> None:
    found = two(all_at(PLAIN, level(1)), {"A": level(1), "B": carried(level(1))})
    assert (found.re_asked, found.asked_of) == (1, 3)


def test_hindsight_gives_a_second_figure_and_overwrites_nothing() -> None:
    old, new = all_at(PLAIN, level(3)), all_at(PLAIN, level(3)) | {"A": level(3, restated=1)}
    found = two(old, new)
    assert found.like_for_like == 0
    assert found.restated == pytest.approx(50 * 5 / 9)
    assert two(old, old).restated is None


def test_hindsight_of_two_sides_is_the_lower_one() -> None:
    before = an_assessment(PLAIN, {"A": level(3)}, period=BEFORE)
    after = an_assessment(
        PLAIN, product={"A": level(3, restated=2)}, engineering={"A": level(3, restated=1)}, period=AFTER
    )
    assert compare(before, after).restated == 50
    assert compare(before, replace(after, revealed=False)).restated is None


def test_hidden_answers_are_not_compared() -> None:
    before = an_assessment(PLAIN, all_at(PLAIN, level(1)), period=BEFORE)
    after = an_assessment(PLAIN, product=all_at(PLAIN, level(4)), period=AFTER, revealed=False)
    assert compare(before, after).like_for_like is None


def measured(**later: object) -> list[tuple[str, str, object, object]]:
    before = an_assessment(
        PLAIN,
        period=BEFORE,
        target=Target(factor=4.0, by="2027-Q1"),
        load=(Driver(id="orders", unit="orders/min", today=100.0, target=400.0),),
        scope_in="Checkout",
        participants=(Participant(role="Product lead"),),
    )
    after: Assessment = replace(before, period=AFTER, **later)  # type: ignore[arg-type]  # a test names fields freely
    return [(c.measure, c.subject, c.before, c.after) for c in compare(before, after).measuring]


def test_what_changed_in_the_measuring_is_named() -> None:
    assert measured() == []
    assert measured(target=Target(factor=4.0, by="2027-Q2")) == [("due", "", "2027-Q1", "2027-Q2")]
    assert measured(load=(Driver(id="orders", unit="orders/min", today=200.0, target=400.0),)) == [
        ("target", "", 4.0, 2.0),
        ("base", "orders", 100.0, 200.0),
    ]
    assert measured(scope_in="Checkout and search") == [("scope_in", "", "Checkout", "Checkout and search")]
    assert measured(participants=(Participant(role="Engineering lead"),)) == [
        ("team", "", "Product lead", "Engineering lead")
    ]


def test_a_driver_that_came_or_went_has_nothing_on_the_other_side() -> None:
    found = measured(load=(Driver(id="storage", unit="TB", today=1.0, target=4.0),))
    assert found == [("base", "orders", 100.0, None), ("base", "storage", None, 1.0)]


def test_a_topics_own_weight_is_part_of_the_measuring() -> None:
    old = a_questionnaire(a_pillar("ONE", a_topic("TOP", a_question("A"), weight=2.0)))
    new = a_questionnaire(a_pillar("ONE", a_topic("TOP", a_question("A"))), version="2.0")
    found = two({"A": level(1)}, {"A": level(1)}, old, new).measuring
    assert [(c.measure, c.subject, c.before, c.after) for c in found] == [
        ("questionnaire", "", "small@1.0", "small@2.0"),
        ("weight", "ONE.TOP", 2.0, None),
    ]


def test_gates_closed_and_opened_are_told_for_each_step() -> None:
    bank = six_pillars()
    old = all_at(bank, level(2)) | {"ARC-01": level(1), "DAT-01": level(3), "OBS-01": level(1)}
    new = all_at(bank, level(2)) | {"ARC-01": level(2), "DAT-01": level(1), "OBS-01": not_applicable()}
    two_x, ten_x, _ = two(old, new, bank, bank).gates
    assert (two_x.step, two_x.open_before, two_x.open_after) == (2, ("ARC-01", "OBS-01"), ("DAT-01",))
    assert (two_x.closed, two_x.opened, two_x.new, two_x.gone) == (("ARC-01",), ("DAT-01",), (), ("OBS-01",))
    assert ten_x.closed == ()


def test_a_question_that_became_a_gate_is_no_step_back() -> None:
    old, new = flat("1.0", {"A": 1.0}), flat("2.0", {"A": 1.0})
    gated = a_questionnaire(
        a_pillar("ONE", a_topic("TOP", a_question("A", weight=1.0, hurts_at=2, gate=True))), version="2.0"
    )
    found = two({"A": level(0)}, {"A": level(0)}, old, gated).gates[0]
    assert (found.opened, found.new) == ((), ("A",))
    assert two({"A": level(0)}, {"A": level(0)}, old, new).gates[0].new == ()


def test_evidence_won_and_lost_is_told_by_question() -> None:
    found = two(
        {"A": level(2), "B": level(2, "evidenced")}, {"A": level(2, "evidenced"), "B": level(2)}
    ).evidence
    assert (found.before, found.after, found.gained, found.lost) == (1, 1, ("A",), ("B",))
