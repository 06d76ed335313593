"""Why a number is what it is: exact sums and exact promises."""

from dataclasses import replace

import pytest
from builders import level, the_worked_example, unknown
from hypothesis import given
from hypothesis import strategies as st
from strategies import assessments

from readiness.domain.assessment import Assessment
from readiness.domain.counting import count
from readiness.domain.explaining import explain, part_of
from readiness.domain.scoring import score_alone

CLOSE = pytest.approx


def parts_of(assessment: Assessment) -> list[str]:
    questionnaire = assessment.questionnaire
    topics = [f"{p.id}.{t.id}" for p in questionnaire.pillars for t in p.topics]
    return ["", *(pillar.id for pillar in questionnaire.pillars), *topics]


@given(assessments(), st.data())
def test_the_contributions_sum_to_the_score_of_every_part(
    assessment: Assessment, data: st.DataObject
) -> None:
    part = part_of(assessment.questionnaire, data.draw(st.sampled_from(parts_of(assessment))))
    found = explain(part, count(assessment))
    total = sum(one.points for one in found.contributions)
    if found.score is None:
        assert not found.contributions
        assert not found.moves
        return
    assert total == CLOSE(found.score, abs=1e-9)
    assert total + found.missing == CLOSE(100, abs=1e-9)
    assert sum(one.share for one in found.contributions) == CLOSE(1, abs=1e-9)


@given(assessments(), st.data())
def test_a_promised_move_is_what_scoring_again_gives(assessment: Assessment, data: st.DataObject) -> None:
    part = part_of(assessment.questionnaire, data.draw(st.sampled_from(parts_of(assessment))))
    found = explain(part, count(assessment))
    for move in found.moves:
        raised = replace(assessment, agreed={**assessment.agreed, move.id: level(4)})
        after = score_alone(part, count(raised))
        assert after is not None
        assert found.score is not None
        assert after - found.score == CLOSE(move.missing, abs=1e-9)


@given(assessments())
def test_no_other_single_answer_moves_the_score_more(assessment: Assessment) -> None:
    found = explain(assessment.questionnaire, count(assessment))
    named = {move.id for move in found.moves}
    least = min((move.missing for move in found.moves), default=0.0)
    rest = [one.missing for one in found.contributions if one.id not in named]
    assert all(missing <= least + 1e-12 for missing in rest)
    assert len(found.moves) == min(3, sum(one.levels_left > 0 for one in found.contributions))


def test_the_worked_example_is_explained_in_its_own_figures() -> None:
    example = the_worked_example()
    found = explain(example.questionnaire, count(example))
    assert found.score == CLOSE(42.147, abs=1e-3)
    assert [(one.id, round(one.points, 2)) for one in found.contributions[:3]] == [
        ("GRO-07", 12.35),
        ("DAT-05", 10.29),
        ("DAT-01", 6.17),
    ]
    assert [(one.id, round(one.missing, 2), round(one.a_level, 2)) for one in found.moves] == [
        ("GRO-08", 14.81, 4.94),
        ("DAT-04", 12.86, 4.29),
        ("GRO-07", 12.35, 6.17),
    ]


def test_an_unknown_gives_nothing_and_may_turn_out_at_the_highest() -> None:
    example = the_worked_example()
    found = explain(part_of(example.questionnaire, "DAT.QRY"), count(example))
    last = found.contributions[-1]
    assert (last.id, last.level, last.points, last.levels_left) == ("DAT-03", None, 0, 4)
    assert found.moves[0].id == "DAT-03"


def test_what_does_not_apply_or_is_not_asked_makes_no_number() -> None:
    example = the_worked_example()
    plain = {id_: answer for id_, answer in example.agreed.items() if id_ != "DAT-05"}
    left = replace(example, agreed=plain, product={}, engineering={})
    found = explain(part_of(left.questionnaire, "DAT.DST"), count(left))
    assert [one.id for one in found.contributions] == ["DAT-04"]
    empty = replace(left, agreed={"DAT-01": unknown()})
    assert explain(part_of(left.questionnaire, "GRO"), count(empty)).score is None


def test_a_part_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        part_of(the_worked_example().questionnaire, "DAT.NONE")
