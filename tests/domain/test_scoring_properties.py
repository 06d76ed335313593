"""domain.md §2.9, properties 1 to 9 and 12 to 15."""

from dataclasses import replace

import pytest
from builders import a_questionnaire, all_at, an_assessment, level, not_applicable
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import CONFIDENCES, assessments, questionnaires, two_sided

from readiness.domain.assessment import Answer, Assessment, Confidence
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Question, Questionnaire
from readiness.domain.scoring import Part, Score

CLOSE = 1e-9


def with_answer(assessment: Assessment, id_: str, answer: Answer) -> Assessment:
    return replace(assessment, agreed={**assessment.agreed, id_: answer})


def figures(score: Score) -> list[float | None]:
    parts = [part for pillar in score.pillars for part in (pillar, *pillar.topics)]
    return [score.score, *(part.score for part in parts)]


@given(two_sided())
def test_every_score_lies_in_its_range_and_between_0_and_100(assessment: Assessment) -> None:
    score = evaluate(assessment).score
    parts: list[Score | Part] = [score, *score.pillars]
    for part in parts:
        if part.score is None:
            assert part.range is None
            continue
        assert part.range is not None
        assert 0 <= part.range.low <= part.score + CLOSE
        assert part.score - CLOSE <= part.range.high <= 100


@given(assessments(), st.data())
def test_a_better_answer_never_lowers_anything(assessment: Assessment, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from([q.id for q in assessment.questionnaire.questions]))
    before = assessment.agreed[id_]
    assume(before.state in {"level", "unknown"})
    least = 0 if before.level is None else before.level
    raised = replace(before, level=data.draw(st.integers(least, 4)), unknown=False)
    first, second = evaluate(assessment), evaluate(with_answer(assessment, id_, raised))
    for low, high in zip(figures(first.score), figures(second.score), strict=True):
        assert low is None or (high is not None and high >= low - CLOSE)
    for old, new in zip(first.growth.tiers, second.growth.tiers, strict=True):
        assert old.attainment is None or (
            new.attainment is not None and new.attainment >= old.attainment - CLOSE
        )
    assert (second.growth.practice_ceiling or 0) >= (first.growth.practice_ceiling or 0)


@given(assessments(), st.data())
def test_one_answer_moves_the_score_by_exactly_its_share(assessment: Assessment, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from([q.id for q in assessment.questionnaire.questions]))
    before = assessment.agreed[id_]
    assume(before.level is not None)
    other = data.draw(st.integers(0, 4))
    first = evaluate(assessment).score
    second = evaluate(with_answer(assessment, id_, replace(before, level=other))).score
    assert first.score is not None
    assert second.score is not None
    moved = first.shares[id_] * 25 * (other - (before.level or 0))
    assert second.score - first.score == pytest.approx(moved, abs=1e-7)


@given(assessments())
def test_shares_sum_to_one_and_give_the_same_score(assessment: Assessment) -> None:
    outcome = evaluate(assessment)
    shares = outcome.score.shares
    assume(shares)
    assert sum(shares.values()) == pytest.approx(1)
    flat = sum(share * 25 * (outcome.counted[id_].level or 0) for id_, share in shares.items())
    assert outcome.score.score == pytest.approx(flat)


@given(assessments())
def test_the_whole_lies_between_its_weakest_and_strongest_part(assessment: Assessment) -> None:
    score = evaluate(assessment).score
    families: list[tuple[Score | Part, tuple[Part, ...]]] = [(score, score.pillars)]
    families += [(pillar, pillar.topics) for pillar in score.pillars]
    for whole, parts in families:
        inside = [part.score for part in parts if part.score is not None]
        if whole.score is not None:
            assert min(inside) - CLOSE <= whole.score <= max(inside) + CLOSE


@given(questionnaires(), st.integers(0, 4))
def test_all_answers_alike_give_25_points_a_level(questionnaire: Questionnaire, value: int) -> None:
    score = evaluate(an_assessment(questionnaire, all_at(questionnaire, level(value)))).score
    assert all(figure == pytest.approx(25 * value) for figure in figures(score))


@given(assessments(), st.data())
def test_not_applicable_is_the_same_as_absent(assessment: Assessment, data: st.DataObject) -> None:
    questions = assessment.questionnaire.questions
    assume(len(questions) > 1)
    gone = data.draw(st.sampled_from(questions)).id
    kept = _explicit(assessment.questionnaire)
    marked = evaluate(with_answer(replace(assessment, questionnaire=kept), gone, not_applicable())).score
    without = evaluate(an_assessment(_without(kept, gone), assessment.agreed)).score
    assert marked.score == (None if without.score is None else pytest.approx(without.score))


def _explicit(questionnaire: Questionnaire) -> Questionnaire:
    """Write the weights of topics and pillars out, so that a missing question does not change them."""
    pillars = tuple(
        replace(p, weight=p.counts, topics=tuple(replace(t, weight=t.counts) for t in p.topics))
        for p in questionnaire.pillars
    )
    return replace(questionnaire, pillars=pillars)


def _without(questionnaire: Questionnaire, gone: str) -> Questionnaire:
    pillars = []
    for pillar in questionnaire.pillars:
        topics = tuple(
            replace(topic, questions=kept)
            for topic in pillar.topics
            if (kept := tuple(q for q in topic.questions if q.id != gone))
        )
        if topics:
            pillars.append(replace(pillar, topics=topics))
    return replace(questionnaire, pillars=tuple(pillars))


@given(assessments(), st.floats(0.1, 10))
def test_multiplying_the_weights_of_one_parent_changes_nothing(assessment: Assessment, factor: float) -> None:
    kept = _explicit(assessment.questionnaire)
    first = kept.pillars[0]
    scaled = replace(first, topics=tuple(replace(t, weight=(t.weight or 1) * factor) for t in first.topics))
    changed = replace(kept, pillars=(scaled, *kept.pillars[1:]))
    before = evaluate(replace(assessment, questionnaire=kept)).score.score
    after = evaluate(replace(assessment, questionnaire=changed)).score.score
    assert after == (None if before is None else pytest.approx(before))


@given(assessments(), st.randoms(use_true_random=False))
def test_the_order_of_questions_changes_no_score(assessment: Assessment, chance: object) -> None:
    shuffle = getattr(chance, "shuffle")  # noqa: B009 - hypothesis hides the type
    pillars = []
    for pillar in assessment.questionnaire.pillars:
        topics = []
        for topic in pillar.topics:
            questions = list(topic.questions)
            shuffle(questions)
            topics.append(replace(topic, questions=tuple(questions)))
        shuffle(topics)
        pillars.append(replace(pillar, topics=tuple(topics)))
    shuffle(pillars)
    changed = replace(assessment.questionnaire, pillars=tuple(pillars))
    before = evaluate(assessment).score.score
    after = evaluate(replace(assessment, questionnaire=changed)).score.score
    assert after == (None if before is None else pytest.approx(before))


@given(assessments())
def test_unknown_counts_as_zero_and_best_case_as_proven(assessment: Assessment) -> None:
    zeroed = {
        id_: replace(a, unknown=False, level=0) if a.unknown else a for id_, a in assessment.agreed.items()
    }
    before = evaluate(assessment).score
    after = evaluate(replace(assessment, agreed=zeroed)).score
    assert after.score == before.score
    if before.score is not None and before.best_case is not None:
        assert before.best_case >= before.score - CLOSE
        weighty = any(a.unknown for a in assessment.agreed.values())
        assert (before.best_case > before.score + CLOSE) == weighty


@given(two_sided())
def test_alignment_is_symmetric_and_bias_turns_its_sign(assessment: Assessment) -> None:
    turned = replace(assessment, product=assessment.engineering, engineering=assessment.product)
    one, other = evaluate(assessment).alignment, evaluate(turned).alignment
    assert one.index == other.index
    if one.index is None or one.bias is None or other.bias is None:
        assert one.bias is None
        return
    assert one.bias == -other.bias
    assert abs(one.bias) <= one.index + CLOSE
    assert (one.index == 0) == all(gap.gap == 0 for gap in one.questions)


def test_nothing_applicable_gives_none_and_never_zero() -> None:
    questionnaire = a_questionnaire()
    outcome = evaluate(an_assessment(questionnaire, all_at(questionnaire, not_applicable())))
    score, growth = outcome.score, outcome.growth
    assert (score.score, score.range, score.coverage, score.needed) == (None, None, None, None)
    assert score.evidenced_share is None
    assert growth.practice_ceiling is None
    assert [step.passes for step in growth.tiers] == [None, None, None]


@given(assessments())
def test_scoring_is_pure(assessment: Assessment) -> None:
    assert evaluate(assessment) == evaluate(assessment)


@given(assessments(), st.data())
def test_splitting_a_question_in_two_halves_changes_no_score(
    assessment: Assessment, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from(assessment.questionnaire.questions))
    split = _split(assessment.questionnaire, target.id)
    same = assessment.agreed[target.id]
    agreed = {**assessment.agreed, f"{target.id}a": same, f"{target.id}b": same}
    before = evaluate(assessment).score
    after = evaluate(an_assessment(split, agreed)).score
    assert after.score == (None if before.score is None else pytest.approx(before.score))


@given(assessments(), CONFIDENCES)
def test_confidence_never_moves_the_score(assessment: Assessment, confidence: Confidence) -> None:
    agreed = {
        id_: replace(a, confidence=confidence) if a.level is not None else a
        for id_, a in assessment.agreed.items()
    }
    assert evaluate(replace(assessment, agreed=agreed)).score.score == evaluate(assessment).score.score


def _split(questionnaire: Questionnaire, target: str) -> Questionnaire:
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(
                replace(topic, questions=tuple(part for q in topic.questions for part in _halves(q, target)))
                for topic in pillar.topics
            ),
        )
        for pillar in questionnaire.pillars
    )
    return replace(questionnaire, pillars=pillars)


def _halves(question: Question, target: str) -> tuple[Question, ...]:
    if question.id != target:
        return (question,)
    half = question.weight / 2
    return tuple(replace(question, id=f"{question.id}{part}", weight=half) for part in "ab")
