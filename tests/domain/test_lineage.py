"""What a version says of the one before: domain.md §4.1, ruling 20."""

from dataclasses import replace
from itertools import pairwise

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level
from hypothesis import given
from hypothesis import strategies as st
from lineages import AFTER, BEFORE, flat, histories, written

from readiness.domain.combining import combine
from readiness.domain.comparison import compare
from readiness.domain.lineage import between, lineage_faults, links
from readiness.domain.questionnaire import LineageChange, Questionnaire
from readiness.domain.tracing import trace
from readiness.errors import LineageError

OLD = flat("1.0", {"A": 3.0, "B": 2.0, "C": 1.0})


def faults_of(new: Questionnaire, old: Questionnaire | None = OLD) -> list[tuple[str, str]]:
    return [(fault.code, fault.id) for fault in lineage_faults(new, old)]


def test_what_has_the_same_id_is_the_same_question_without_a_word() -> None:
    new = flat("2.0", {"A": 5.0, "C": 1.0, "D": 1.0})
    assert [(link.kind, link.old, link.new) for link in links(OLD, new)] == [
        ("kept", ("A",), ("A",)),
        ("kept", ("C",), ("C",)),
    ]
    assert faults_of(new) == []


def test_every_declared_operation_is_followed() -> None:
    new = flat(
        "2.0",
        {"A1": 1.0, "A2": 1.0, "D": 1.0},
        LineageChange(split=("A", ("A1", "A2"))),
        LineageChange(merge=(("B", "C"), "D")),
        since="1.0",
    )
    found = trace(OLD, new)
    assert [(family.old, family.new) for family in found.families] == [
        (("A",), ("A1", "A2")),
        (("B", "C"), ("D",)),
    ]
    assert found.origins["D"] == {"B": pytest.approx(2 / 3), "C": pytest.approx(1 / 3)}
    assert faults_of(new) == []


def test_a_redefined_question_is_retired_and_new() -> None:
    new = flat("2.0", {"A": 3.0, "B": 2.0, "C": 1.0}, LineageChange(redefine="A"), since="1.0")
    found = trace(OLD, new)
    assert (found.retired, found.added) == (("A",), ("A",))


@pytest.mark.parametrize(
    ("change", "code", "id_"),
    [
        (LineageChange(rename=("Z", "D")), "unknown-question", "Z"),
        (LineageChange(rename=("A", "Z")), "unknown-question", "Z"),
        (LineageChange(split=("B", ("D", "Z"))), "unknown-question", "Z"),
        (LineageChange(merge=(("A", "Z"), "D")), "unknown-question", "Z"),
        (LineageChange(redefine="Z"), "unknown-question", "Z"),
        (LineageChange(redefine="D"), "unknown-question", "D"),
        (LineageChange(), "bad-change", ""),
        (LineageChange(rename=("A", "D"), redefine="B"), "bad-change", ""),
        (LineageChange(split=("A", ("D",))), "bad-change", ""),
        (LineageChange(merge=(("A",), "D")), "bad-change", ""),
        (LineageChange(rename=("B", "D")), "reused-id", "B"),
        (LineageChange(rename=("A", "C")), "reused-id", "C"),
    ],
)
def test_a_change_that_does_not_hold_is_named(change: LineageChange, code: str, id_: str) -> None:
    new = flat("2.0", {"B": 2.0, "C": 1.0, "D": 1.0}, change, since="1.0")
    assert (code, id_) in faults_of(new)
    with pytest.raises(LineageError):
        trace(OLD, new)


def test_a_mapping_that_maps_twice_is_refused_for_either_side() -> None:
    twice_used = flat(
        "2.0",
        {"D": 1.0, "E": 1.0},
        LineageChange(rename=("A", "D")),
        LineageChange(rename=("A", "E")),
        since="1.0",
    )
    twice_made = flat(
        "2.0", {"D": 1.0}, LineageChange(rename=("A", "D")), LineageChange(rename=("B", "D")), since="1.0"
    )
    assert faults_of(twice_used) == [("mapped-twice", "A")]
    assert faults_of(twice_made) == [("mapped-twice", "D")]
    with pytest.raises(LineageError, match="A goes into 2 changes; say it once"):
        trace(OLD, twice_used)


def test_all_faults_come_at_once_and_know_their_change() -> None:
    new = flat(
        "2.0",
        {"D": 1.0},
        LineageChange(),
        LineageChange(rename=("Y", "D")),
        LineageChange(split=("A", ("Z", "D"))),
        since="1.0",
    )
    assert [(fault.code, fault.change) for fault in lineage_faults(new, OLD)] == [
        ("bad-change", 0),
        ("unknown-question", 2),
        ("mapped-twice", None),
        ("unknown-question", 1),
    ]


def test_without_the_older_version_the_linter_still_sees_its_own_side() -> None:
    new = flat("2.0", {"D": 1.0}, LineageChange(rename=("Q", "Z")), since="1.0")
    assert faults_of(new, None) == [("unknown-question", "Z")]


def test_a_version_that_came_from_another_is_not_compared() -> None:
    new = flat("3.0", {"A": 1.0}, since="2.0")
    with pytest.raises(LineageError, match=r"small@3\.0 .* came from small@2\.0, not from small@1\.0"):
        trace(OLD, new)


def test_another_questionnaire_is_followed_only_where_it_names_this_one() -> None:
    stranger = replace(flat("1.0", {"A": 1.0}), id="ours")
    fork = replace(flat("1.0", {"A": 1.0}, since="small@1.0"), id="ours")
    with pytest.raises(LineageError, match="says nothing of where it came from"):
        trace(OLD, stranger)
    assert [family.new for family in trace(OLD, fork).families] == [("A",)]


def test_levels_that_read_differently_are_for_the_linter_and_stop_nothing() -> None:
    reworded = a_questionnaire(
        a_pillar("ONE", a_topic("TOP", a_question("A", weight=3.0, levels=("0", "1", "2", "3", "4")))),
        version="2.0",
    )
    assert faults_of(reworded) == [("anchors-changed", "A")]
    assert trace(OLD, reworded).origins == {"A": {"A": 1.0}}


def test_the_same_meaning_in_other_words_is_said_by_a_rename_to_itself() -> None:
    reworded = a_questionnaire(
        a_pillar("ONE", a_topic("TOP", a_question("A", weight=3.0, levels=("0", "1", "2", "3", "4")))),
        version="2.0",
        lineage=flat("2.0", {"A": 1.0}, LineageChange(rename=("A", "A")), since="1.0").lineage,
    )
    assert faults_of(reworded) == []


@pytest.mark.parametrize(
    ("weights", "changes", "found"),
    [
        ({"A": 3.0, "B": 2.0, "C": 1.0}, (), []),
        ({"C": 1.0, "B": 2.0, "A": 3.0}, (), []),
        ({"A": 3.0, "B": 2.0, "D": 1.0}, (LineageChange(rename=("C", "D")),), []),
        ({"A": 4.0, "B": 2.0, "C": 1.0}, (), [("needs-major", "")]),
        ({"A": 3.0, "B": 2.0}, (), [("needs-major", "")]),
        ({"A": 3.0, "B": 2.0, "C": 1.0}, (LineageChange(redefine="A"),), [("needs-major", "")]),
    ],
)
def test_a_minor_version_changes_nothing_that_scores(
    weights: dict[str, float], changes: tuple[LineageChange, ...], found: list[tuple[str, str]]
) -> None:
    assert faults_of(flat("1.1", weights, *changes, since="1.0")) == found


def test_the_written_example_has_no_fault() -> None:
    assert faults_of(written("lineage-2"), written("lineage-1")) == []


V1 = flat("1.0", {"A": 4.0, "B": 2.0})
V2 = flat("2.0", {"A1": 1.0, "A2": 3.0, "B": 1.0}, LineageChange(split=("A", ("A1", "A2"))), since="1.0")
V3 = flat("3.0", {"A1": 2.0, "C": 2.0}, LineageChange(merge=(("A2", "B"), "C")), since="2.0")


def test_three_versions_are_followed_step_by_step_with_the_weights_between() -> None:
    """Taken together, A and B would meet in C at 4 to 2; step by step they meet at 3 to 1."""
    found = trace(V1, V3, (V2,))
    assert found.origins == {"A1": {"A": 1.0}, "C": {"A": 0.75, "B": 0.25}}
    assert [(family.old, family.new) for family in found.families] == [(("A", "B"), ("A1", "C"))]


def test_over_three_versions_the_merged_level_is_the_mean_of_the_step_between() -> None:
    before = an_assessment(V1, {"A": level(4), "B": level(0)}, period=BEFORE)
    after = an_assessment(V3, {"A1": level(4), "C": level(3)}, period=AFTER)
    found = compare(before, after, (V2,))
    assert found.like_for_like == 0
    assert [(row.id, row.before, row.change) for row in found.questions] == [
        ("A1", 4.0, "same"),
        ("C", 3.0, "same"),
    ]


def test_what_was_merged_with_something_nobody_had_answered_does_not_match() -> None:
    middle = flat("2.0", {"A": 1.0, "N": 1.0, "B": 1.0}, since="1.0")
    last = flat("3.0", {"C": 1.0, "B": 1.0}, LineageChange(merge=(("A", "N"), "C")), since="2.0")
    found = trace(V1, last, (middle,))
    assert (found.retired, found.added) == (("A",), ("C",))


def test_the_versions_between_are_found_by_what_each_came_from() -> None:
    known = (V3, V1, V2)
    assert between(V1, V3, known) == (V2,)
    assert between(V2, V3, known) == ()
    assert between(V1, V1, known) == ()


def test_a_version_that_is_missing_between_is_named() -> None:
    way = between(V1, V3, (V1, V3))
    with pytest.raises(LineageError, match=r"came from small@2\.0, not from small@1\.0"):
        trace(V1, V3, way)


def test_a_circle_of_versions_ends() -> None:
    one = flat("1.0", {"A": 1.0}, since="2.0")
    two = flat("2.0", {"A": 1.0}, since="1.0")
    elsewhere = flat("9.0", {"A": 1.0})
    assert between(elsewhere, two, (one, two)) == (one,)


@given(histories())
def test_what_versions_say_of_each_other_at_random_holds(versions: tuple[Questionnaire, ...]) -> None:
    for old, new in pairwise(versions):
        assert [fault for fault in lineage_faults(new, old) if fault.parts_versions] == []


@given(histories())
def test_origins_are_parts_of_a_whole(versions: tuple[Questionnaire, ...]) -> None:
    found = trace(versions[0], versions[-1], versions[1:-1])
    for origin in found.origins.values():
        assert sum(origin.values()) == pytest.approx(1)
        assert set(origin) <= set(versions[0].by_id)


@given(histories(), st.data())
def test_the_mapping_over_many_versions_is_that_of_its_steps(
    versions: tuple[Questionnaire, ...], data: st.DataObject
) -> None:
    """A level that every old question has is the level that every new one would have had."""
    value = data.draw(st.integers(0, 4))
    found = trace(versions[0], versions[-1], versions[1:-1])
    for id_ in found.origins:
        assert sum(part * value for part in found.origins[id_].values()) == pytest.approx(value)


SAAS = replace(
    a_questionnaire(a_pillar("SAA", a_topic("TEN", a_question("SAA-01")))), id="saas", extends="small@1"
)


def test_what_is_asked_beside_the_core_is_added_and_leaves_the_core_comparable() -> None:
    before = an_assessment(V1, {"A": level(1), "B": level(1)}, period=BEFORE)
    whole = an_assessment(combine(V1, (SAAS,)), {"A": level(2), "B": level(1), "SAA-01": level(0)})
    found = compare(before, whole)
    assert found.matched == ("A", "B")
    assert found.like_for_like == pytest.approx(25 * 4 / 6)
    assert found.bridge[5].questions == ("SAA-01",)


def test_a_specialised_question_survives_core_versions_between() -> None:
    v1_1 = flat("1.1", {"A": 4.0, "B": 2.0}, since="1.0")
    v1_2 = flat("1.2", {"A": 4.0, "B": 2.0}, since="1.1")
    old, new = combine(V1, (SAAS,)), combine(v1_2, (SAAS,))
    way = between(old, new, (V1, v1_1, v1_2))
    assert way == (v1_1,)
    assert trace(old, new, way).added == ()
