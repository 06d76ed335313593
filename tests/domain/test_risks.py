"""Flags and dangerous combinations: domain.md §2.6."""

from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level, unknown

from readiness.domain.assessment import Answer, Driver, Limit
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Combination, Condition, Questionnaire

PAIR = (Condition(question="ARC-01", at_most=1), Condition(question="ARC-02", at_least=3))


def questionnaire(*when: Condition) -> Questionnaire:
    topic = a_topic(
        "MOD",
        a_question("ARC-01", weight=4.0),
        a_question("ARC-02", weight=3.0),
        a_question("DAT-11", weight=5.0, safety=True),
    )
    combinations = (Combination(id="C1", when=when, says="Both at once."),) if when else ()
    return a_questionnaire(a_pillar("ARC", topic), combinations=combinations)


def kinds(answers: dict[str, Answer], *when: Condition) -> list[str]:
    return [risk.kind for risk in evaluate(an_assessment(questionnaire(*when), answers), target=2).risks]


def test_an_unknown_of_weight_four_is_a_risk_and_one_of_three_is_not() -> None:
    assert kinds({"ARC-01": unknown()}) == ["unknown"]
    assert kinds({"ARC-02": unknown()}) == []


def test_a_high_level_that_is_a_guess_is_unsupported() -> None:
    assert kinds({"ARC-01": level(3, "guess")}) == ["unsupported"]
    assert kinds({"ARC-01": level(2, "guess")}) == []


def test_the_safety_question_is_named_at_level_one() -> None:
    assert kinds({"DAT-11": level(1)}) == ["safety"]
    assert kinds({"DAT-11": level(2)}) == []


def test_a_combination_fires_only_when_every_condition_holds() -> None:
    assert kinds({"ARC-01": level(1), "ARC-02": level(3)}, *PAIR) == ["combination"]
    assert kinds({"ARC-01": level(2), "ARC-02": level(3)}, *PAIR) == []


def test_an_unknown_never_matches_a_combination() -> None:
    assert "combination" not in kinds({"ARC-01": unknown(), "ARC-02": level(3)}, *PAIR)


def test_a_combination_carries_its_id_questions_and_sentence() -> None:
    answers = {"ARC-01": level(0), "ARC-02": level(4)}
    risk = evaluate(an_assessment(questionnaire(*PAIR), answers), target=2).risks[0]
    assert (risk.id, risk.questions, risk.says) == ("C1", ("ARC-01", "ARC-02"), "Both at once.")


def test_a_combination_may_ask_one_side_only_after_the_reveal() -> None:
    when = (
        Condition(question="ARC-01", lane="product", at_least=3),
        Condition(question="ARC-01", lane="engineering", at_most=1),
    )
    lanes = {"product": {"ARC-01": level(3)}, "engineering": {"ARC-01": level(1)}}
    revealed = evaluate(an_assessment(questionnaire(*when), **lanes))
    hidden = evaluate(an_assessment(questionnaire(*when), revealed=False, **lanes))
    assert [risk.kind for risk in revealed.risks] == ["divergence", "combination"]
    assert hidden.risks == ()


def test_a_limit_row_completes_a_combination_by_a_word_of_its_id() -> None:
    when = (
        Condition(question="ARC-01", at_least=3),
        Condition(limit="supplier", below="tested"),
    )
    load = (Driver(id="orders", unit="orders", today=100, target=200, tested=180),)
    short = Limit(id="payment-supplier", resource="Payment provider", used=100, limit=150)
    roomy = Limit(id="payment-supplier", resource="Payment provider", used=100, limit=190)

    def fired(limit: Limit) -> bool:
        assessment = an_assessment(questionnaire(*when), {"ARC-01": level(3)}, load=load, limits=(limit,))
        return any(risk.kind == "combination" for risk in evaluate(assessment).risks)

    assert fired(short)
    assert not fired(roomy)


def test_a_limit_below_the_target_is_flagged() -> None:
    limit = Limit(id="db", resource="Database", used=100, limit=150)
    risks = evaluate(an_assessment(questionnaire(), {}, limits=(limit,)), target=2).risks
    assert [(risk.kind, risk.id) for risk in risks] == [("limit", "db")]
