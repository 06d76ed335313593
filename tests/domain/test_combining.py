"""Core and specialised questionnaires asked as one (domain §6, ruling 8)."""

from dataclasses import replace

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, all_at, an_assessment, level

from readiness.domain.combining import combine, core_of, fits, parts_of
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Combination, Condition, Questionnaire

CORE = a_questionnaire(
    a_pillar("ARC", a_topic("MOD", a_question("ARC-01"), a_question("ARC-02"))),
    id="scalability",
    version="1.2",
    combinations=(
        Combination(
            id="C1",
            when=(Condition(question="ARC-01", at_most=1), Condition(question="ARC-02", at_most=1)),
            says="Both at once.",
        ),
    ),
)


def a_part(id_: str = "saas", pillar: str = "SAA", **changes: object) -> Questionnaire:
    question = a_question(f"{pillar}-01", needs=("ARC-01",), weight=5.0)
    plain = a_questionnaire(
        a_pillar(pillar, a_topic("TEN", question)),
        id=id_,
        extends="scalability@1",
        combinations=(
            Combination(
                id=f"{pillar}-C1",
                when=(
                    Condition(question=f"{pillar}-01", at_most=1),
                    Condition(question="ARC-01", at_least=3),
                ),
                says="One without the other.",
            ),
        ),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def test_the_whole_is_named_after_its_parts() -> None:
    whole = combine(CORE, (a_part(), a_part("peak", "PEK")))
    assert whole.reference == "scalability@1.2+saas@1.0+peak@1.0"
    assert parts_of(whole.reference) == ("scalability@1.2", "saas@1.0", "peak@1.0")
    assert [pillar.id for pillar in whole.pillars] == ["ARC", "SAA", "PEK"]
    assert [combination.id for combination in whole.combinations] == ["C1", "SAA-C1", "PEK-C1"]


def test_the_core_comes_back_out_of_the_whole() -> None:
    assert core_of(combine(CORE, (a_part(), a_part("peak", "PEK")))) == CORE
    assert core_of(CORE) is None


def test_a_part_fits_every_minor_version_of_its_core_and_no_other() -> None:
    assert fits(CORE, a_part())
    assert fits(replace(CORE, version="1.9"), a_part())
    assert not fits(replace(CORE, version="2.0"), a_part())
    assert not fits(replace(CORE, id="other"), a_part())
    assert not fits(CORE, CORE)


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (a_part(extends="scalability@2"), "extends scalability@2, not scalability@1.2"),
        (a_part(extends=""), "extends no other questionnaire"),
        (a_part(pillars=(*a_part().pillars, *a_part("x", "XXX").pillars)), "has 2 pillars"),
        (a_part(pillar="ARC"), "has ids that scalability@1.2 has too: arc, arc-01"),
    ],
)
def test_what_does_not_belong_together_is_refused(part: Questionnaire, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        combine(CORE, (part,))


def test_the_cores_own_score_stands_beside_the_whole() -> None:
    whole = combine(CORE, (a_part(),))
    answers = {**all_at(CORE, level(2)), "SAA-01": level(4)}
    outcome = evaluate(an_assessment(whole, answers))
    alone = evaluate(an_assessment(CORE, all_at(CORE, level(2))))
    assert outcome.score.score != alone.score.score
    assert outcome.core == alone.score
    assert alone.core is None
