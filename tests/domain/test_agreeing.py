"""What is agreed without talking, and that agreeing so moves no figure."""

from dataclasses import replace

from builders import (
    LINK,
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    not_applicable,
    unknown,
)
from hypothesis import given
from strategies import two_sided

from readiness.domain.agreeing import agreed_at, cautious, undisputed
from readiness.domain.assessment import Answer, Assessment
from readiness.domain.lanes import Lanes
from readiness.domain.outcome import evaluate
from readiness.domain.triage import reasons

QUESTIONNAIRE = a_questionnaire(
    a_pillar(
        "DAT",
        a_topic("QRY", *(a_question(f"DAT-0{n}") for n in range(1, 5))),
        a_topic(
            "DST",
            a_question("DAT-05", asked_of="engineering"),
            a_question("DAT-06", asked_of="product"),
            a_question("DAT-07", gate=True),
        ),
    )
)
SURE = level(3, "evidenced")


def accepted(assessment: Assessment, topic: str | None = None) -> list[str]:
    return [id_ for id_, _ in undisputed(assessment, evaluate(assessment), topic)]


def met(**changes: object) -> Assessment:
    product = {"DAT-01": level(3), "DAT-02": level(2), "DAT-03": level(3), "DAT-06": level(2)}
    engineering = {"DAT-01": SURE, "DAT-02": level(2), "DAT-03": level(1), "DAT-05": level(1)}
    plain = an_assessment(QUESTIONNAIRE, product=product, engineering=engineering, mode="private")
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def test_over_all_the_same_level_with_evidence_is_accepted() -> None:
    assert accepted(met()) == ["DAT-01"]


def test_a_guess_of_one_side_is_not_accepted_over_all() -> None:
    guessed = met(product={"DAT-01": level(3, "guess")}, engineering={"DAT-01": SURE})
    assert accepted(guessed) == []


def test_a_failing_gate_is_talked_about_even_if_both_agree() -> None:
    low = level(1, "evidenced")
    assert accepted(met(product={"DAT-07": low}, engineering={"DAT-07": low})) == []
    assert accepted(met(product={"DAT-07": SURE}, engineering={"DAT-07": SURE})) == ["DAT-07"]


def test_in_a_topic_equal_answers_and_those_of_one_side_are_accepted() -> None:
    assert accepted(met(), "DAT.QRY") == ["DAT-01", "DAT-02"]
    assert accepted(met(), "DAT.DST") == ["DAT-05", "DAT-06"]


def test_nobody_accepts_do_not_know_for_the_room() -> None:
    assert accepted(met(engineering={"DAT-05": unknown()}, product={}), "DAT.DST") == []
    alone = met(engineering={"DAT-05": not_applicable()}, product={})
    assert accepted(alone, "DAT.DST") == ["DAT-05"]


def test_a_side_that_has_not_answered_is_waited_for_unless_the_other_is_alone() -> None:
    given = met(product={}, engineering={"DAT-02": level(2)})
    assert accepted(given, "DAT.QRY") == []
    assert accepted(replace(given, lanes=Lanes(alone="engineering")), "DAT.QRY") == ["DAT-02"]


def test_what_is_agreed_or_hidden_is_left_alone() -> None:
    assert accepted(met(agreed={"DAT-01": level(1)})) == []
    assert accepted(met(revealed=False), "DAT.QRY") == []
    assert cautious(met(revealed=False), ["DAT-03"]) == ()


def test_the_agreed_answer_has_the_lower_confidence_and_all_evidence() -> None:
    noted = met(agreed={"DAT-01": Answer(note="as of June", note_for="report")})
    ((_, answer),) = undisputed(noted, evaluate(noted))
    assert (answer.level, answer.confidence, answer.evidence) == (3, "informed", (LINK,))
    assert (answer.note, answer.note_for, answer.by) == ("as of June", "report", "")


def test_a_level_is_agreed_with_the_evidence_of_who_gave_it_and_their_lower_confidence() -> None:
    given = met(agreed={"DAT-01": Answer(note="as of June", because="The test says so.")})
    both = agreed_at(given, "DAT-01", 3)
    assert (both.level, both.confidence, both.evidence) == (3, "informed", (LINK,))
    assert (both.note, both.because) == ("as of June", "The test says so.")
    assert agreed_at(given, "DAT-01", 2) == Answer(level=2, note="as of June", because="The test says so.")


def test_a_level_that_nobody_gave_takes_a_guess_back() -> None:
    guessed = met(agreed={"DAT-02": level(1, "guess")})
    assert agreed_at(guessed, "DAT-02", 4) == level(4)
    assert agreed_at(met(agreed={"DAT-02": unknown()}), "DAT-02", 4) == level(4)


def test_agreeing_on_a_level_learns_nothing_from_hidden_answers() -> None:
    assert agreed_at(met(revealed=False), "DAT-01", 3) == level(3)


def test_the_rest_goes_in_as_the_more_cautious_answer() -> None:
    given = met(
        product={"DAT-03": level(3), "DAT-04": unknown()}, engineering={"DAT-03": level(1), "DAT-04": SURE}
    )
    (_, low), (_, not_known) = cautious(given, ["DAT-03", "DAT-04", "DAT-01"])
    assert (low.level, low.evidence, not_known.unknown) == (1, (), True)


@given(two_sided())
def test_agreeing_without_talking_moves_no_figure(assessment: Assessment) -> None:
    before = evaluate(assessment)
    topics = [f"{p.id}.{t.id}" for p in assessment.questionnaire.pillars for t in p.topics]
    pairs = [pair for topic in topics for pair in undisputed(assessment, before, topic)]
    pairs += cautious(assessment, reasons(assessment, before))
    after = evaluate(replace(assessment, agreed={**assessment.agreed, **dict(pairs)}))
    assert after.score.score == before.score.score
    for id_, fact in before.counted.items():
        now = after.counted[id_]
        assert (now.state, now.level, now.sureness) == (fact.state, fact.level, fact.sureness)


@given(two_sided())
def test_a_topic_accepts_all_that_the_whole_does(assessment: Assessment) -> None:
    outcome = evaluate(assessment)
    topics = [f"{p.id}.{t.id}" for p in assessment.questionnaire.pillars for t in p.topics]
    of_topics = {pair[0] for topic in topics for pair in undisputed(assessment, outcome, topic)}
    assert {id_ for id_, _ in undisputed(assessment, outcome)} <= of_topics
    assert not of_topics & set(reasons(assessment, outcome))


def test_what_the_room_settles_on_has_the_evidence_of_the_side_that_said_so() -> None:
    told = an_assessment(
        QUESTIONNAIRE,
        product={"DAT-01": level(3, "guess")},
        engineering={"DAT-01": level(1, "evidenced")},
    )
    assert agreed_at(told, "DAT-01", 1) == level(1, "evidenced")
    assert agreed_at(told, "DAT-01", 3) == level(3, "guess")
    assert agreed_at(told, "DAT-01", 2) == level(2)


def test_both_at_one_level_are_as_sure_as_the_less_sure() -> None:
    told = an_assessment(
        QUESTIONNAIRE,
        product={"DAT-01": level(3, "guess")},
        engineering={"DAT-01": level(3, "evidenced")},
    )
    assert agreed_at(told, "DAT-01", 3) == replace(SURE, confidence="guess")


def test_what_the_room_wrote_itself_stays_when_it_agrees_otherwise() -> None:
    own = level(1, evidence=(LINK, "2026-06-14"), note="Heard in the room", because="Tested")
    told = an_assessment(
        QUESTIONNAIRE,
        {"DAT-01": own},
        engineering={"DAT-01": level(1, "evidenced")},
        product={"DAT-01": level(2)},
    )
    agreed = agreed_at(told, "DAT-01", 2, guess=True)
    assert (agreed.level, agreed.confidence, agreed.evidence) == (2, "guess", ("2026-06-14",))
    assert (agreed.note, agreed.because) == ("Heard in the room", "Tested")


def test_a_hidden_answer_lends_nothing() -> None:
    told = an_assessment(QUESTIONNAIRE, engineering={"DAT-01": SURE}, mode="private", revealed=False)
    assert agreed_at(told, "DAT-01", 3) == level(3)


def test_what_one_side_can_show_does_not_make_another_level_evidenced() -> None:
    told = an_assessment(
        QUESTIONNAIRE,
        {"DAT-01": level(1, "evidenced")},
        product={"DAT-01": level(3)},
        engineering={"DAT-01": level(1, "evidenced")},
    )
    assert agreed_at(told, "DAT-01", 2) == level(2)
