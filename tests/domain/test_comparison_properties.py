"""domain.md §4.5, the properties, under any mix of renames, splits, merges, moves, removals and additions."""

from dataclasses import replace

import pytest
from builders import an_assessment
from hypothesis import assume, given
from hypothesis import strategies as st
from lineages import AFTER, BEFORE, Compared, compared
from strategies import answered, levels, questionnaires

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import compare
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Lineage, LineageChange, Question, Questionnaire

CLOSE = 1e-9


@st.composite
def same_questions(draw: st.DrawFn) -> tuple[Assessment, Assessment]:
    """Draw two assessments under one questionnaire."""
    questionnaire = draw(questionnaires())
    return (
        an_assessment(questionnaire, draw(answered(questionnaire)), period=BEFORE),
        an_assessment(questionnaire, draw(answered(questionnaire)), period=AFTER),
    )


@given(compared())
def test_the_bridge_sums_exactly_to_the_change_as_reported(given_: Compared) -> None:
    found = compare(*given_)
    assume(found.bridge)
    assert [step.step for step in found.bridge] == [
        "removed",
        "scope",
        "now_known",
        "weights",
        "answers",
        "added",
    ]
    assert sum(step.delta for step in found.bridge) == pytest.approx(found.as_reported.delta, abs=CLOSE)
    assert found.bridge[4].delta == found.like_for_like


@given(compared())
def test_no_matched_question_gives_none_and_never_zero(given_: Compared) -> None:
    found = compare(*given_)
    nothing = not found.matched
    assert nothing == (found.like_for_like is None) == (found.noise is None) == (found.bridge == ())


@given(compared())
def test_as_reported_is_what_each_assessment_said(given_: Compared) -> None:
    before, after, between = given_
    found = compare(before, after, between)
    assert found.as_reported.before == evaluate(before).score.score
    assert found.as_reported.after == evaluate(after).score.score


@given(compared())
def test_every_question_has_one_row_and_one_fate(given_: Compared) -> None:
    before, after, between = given_
    found = compare(before, after, between)
    asked = [q.id for q in after.questionnaire.questions]
    assert [row.id for row in found.questions[: len(asked)]] == asked
    retired = [row.id for row in found.questions[len(asked) :]]
    used = {id_ for row in found.questions for id_ in row.was}
    assert used == set(before.questionnaire.by_id)
    assert len(retired) == len(set(retired))
    assert {row.id for row in found.questions if row.is_matched} == set(found.matched)
    assert not set(found.matched) & set(found.not_comparable)
    assert sum(found.count(way) for way in ("up", "same", "down")) == len(found.matched)


@given(compared())
def test_an_assessment_compared_with_itself_changed_nothing(given_: Compared) -> None:
    itself = given_[0]
    found = compare(itself, itself)
    if not found.matched:
        assert found.bridge == ()
        return
    assert [step.delta for step in found.bridge] == [0.0] * 6
    assert found.as_reported.delta == found.like_for_like == 0
    assert found.noise is not None
    assert found.noise.verdict == "noise"
    assert found.count("up") == found.count("down") == 0
    assert found.measuring == ()
    assert found.evidence.gained == found.evidence.lost == ()
    assert all(not step.closed and not step.opened for step in found.gates)


@given(same_questions())
def test_turned_round_with_the_same_weights_the_change_turns_its_sign(
    two: tuple[Assessment, Assessment],
) -> None:
    there, back = compare(*two), compare(two[1], two[0])
    assert there.matched == back.matched
    assume(there.like_for_like is not None)
    assert back.like_for_like is not None
    assert there.like_for_like == pytest.approx(-back.like_for_like, abs=CLOSE)
    assert there.noise is not None
    assert back.noise is not None
    assert there.noise.se == pytest.approx(back.noise.se)


@given(questionnaires(), st.data())
def test_new_names_alone_leave_like_for_like_as_reported(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    renamed = _renamed(questionnaire)
    old = {q.id: data.draw(levels()) for q in questionnaire.questions}
    new = {q.id: data.draw(levels()) for q in renamed.questions}
    found = compare(an_assessment(questionnaire, old, period=BEFORE), an_assessment(renamed, new))
    assert found.like_for_like == pytest.approx(found.as_reported.delta, abs=CLOSE)
    assert len(found.matched) == len(questionnaire.questions)


def _renamed(questionnaire: Questionnaire) -> Questionnaire:
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(
                replace(topic, questions=tuple(replace(q, id=f"N-{q.id}") for q in topic.questions))
                for topic in pillar.topics
            ),
        )
        for pillar in questionnaire.pillars
    )
    changes = tuple(LineageChange(rename=(q.id, f"N-{q.id}")) for q in questionnaire.questions)
    return replace(
        questionnaire,
        version="1.1",
        pillars=pillars,
        lineage=Lineage(from_version="1.0", changes=changes),
    )


@given(questionnaires(), st.data())
def test_parts_that_all_stand_at_the_old_level_change_nothing(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    parted = _parted(questionnaire, data.draw(st.floats(0.1, 10)))
    old = {q.id: data.draw(levels()) for q in questionnaire.questions}
    new = {f"{id_}{part}": answer for id_, answer in old.items() for part in "ab"}
    found = compare(an_assessment(questionnaire, old, period=BEFORE), an_assessment(parted, new))
    assert found.like_for_like == pytest.approx(0, abs=CLOSE)
    assert found.count("same") == len(parted.questions)


@given(questionnaires(), st.data())
def test_merged_again_at_the_same_level_nothing_changed_either(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    parted = replace(_parted(questionnaire, data.draw(st.floats(0.1, 10))), version="1.0", lineage=None)
    changes = tuple(LineageChange(merge=((f"{q.id}a", f"{q.id}b"), q.id)) for q in questionnaire.questions)
    merged = replace(questionnaire, version="2.0", lineage=Lineage(from_version="1.0", changes=changes))
    new = {q.id: data.draw(levels()) for q in questionnaire.questions}
    old = {f"{id_}{part}": answer for id_, answer in new.items() for part in "ab"}
    found = compare(an_assessment(parted, old, period=BEFORE), an_assessment(merged, new))
    assert found.like_for_like == pytest.approx(0, abs=CLOSE)
    assert found.count("same") == len(merged.questions)


def _parted(questionnaire: Questionnaire, factor: float) -> Questionnaire:
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(
                replace(topic, questions=tuple(part for q in topic.questions for part in _parts(q, factor)))
                for topic in pillar.topics
            ),
        )
        for pillar in questionnaire.pillars
    )
    changes = tuple(LineageChange(split=(q.id, (f"{q.id}a", f"{q.id}b"))) for q in questionnaire.questions)
    lineage = Lineage(from_version=questionnaire.version, changes=changes)
    return replace(questionnaire, version="2.0", pillars=pillars, lineage=lineage)


def _parts(question: Question, factor: float) -> tuple[Question, ...]:
    weights = {"a": question.weight, "b": question.weight * factor}
    return tuple(replace(question, id=f"{question.id}{part}", weight=w) for part, w in weights.items())


@given(compared())
def test_gates_open_after_are_those_before_with_what_closed_and_opened(given_: Compared) -> None:
    for step in compare(*given_).gates:
        assert set(step.opened) | set(step.new) <= set(step.open_after)
        assert not set(step.closed) & set(step.open_after)
        assert set(step.gone) <= set(step.open_before)


@given(compared())
def test_comparing_is_pure(given_: Compared) -> None:
    assert compare(*given_) == compare(*given_)
