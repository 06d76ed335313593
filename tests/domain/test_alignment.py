"""Two perspectives: index, bias, expectations, several people of one role (domain §2.7)."""

import pytest
from builders import (
    LINK,
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    not_applicable,
    the_worked_example,
    unknown,
)
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.alignment import (
    Alignment,
    Gap,
    align,
    average_deviation,
    lane_answer,
    weighted_kappa,
)
from readiness.domain.assessment import NOT_ASKED, Answer

LEVELS = st.integers(min_value=0, max_value=4)
ONE = a_questionnaire(
    a_pillar(
        "ARC",
        a_topic(
            "MOD",
            a_question("ARC-01", asked_of="engineering"),
            a_question("ARC-02", asked_of="both"),
            a_question("ARC-03", asked_of="product", weight=0.0),
        ),
    )
)


def aligned(product: dict[str, Answer], engineering: dict[str, Answer]) -> Alignment:
    return align(ONE, an_assessment(ONE, product=product, engineering=engineering))


def test_the_worked_example_is_an_agenda_item() -> None:
    given = the_worked_example()
    found = align(given.questionnaire, given)
    assert found.index == pytest.approx(23 / 104)
    assert found.bias == pytest.approx(23 / 104)
    assert found.verdict == "agenda"


def test_what_product_says_to_engineerings_question_is_an_expectation() -> None:
    found = aligned({"ARC-01": level(3), "ARC-02": level(1)}, {"ARC-01": level(1), "ARC-02": level(1)})
    assert found.questions == (
        Gap(id="ARC-01", product=3, engineering=1, is_expectation=True),
        Gap(id="ARC-02", product=1, engineering=1),
    )


def test_a_question_without_weight_is_listed_and_moves_nothing() -> None:
    found = aligned({"ARC-03": level(4)}, {"ARC-03": level(0)})
    assert found.questions[0].gap == 4
    assert (found.index, found.bias, found.verdict) == (None, None, None)


@pytest.mark.parametrize(
    ("index", "verdict"),
    [(0.0, "aligned"), (0.099, "aligned"), (0.10, "discuss"), (0.20, "discuss"), (0.201, "agenda")],
)
def test_the_cut_offs_are_the_printed_ones(index: float, verdict: str) -> None:
    assert Alignment(index=index, bias=0.0, questions=()).verdict == verdict


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=2, max_size=2))
def test_index_is_symmetric_and_bias_changes_its_sign(pairs: list[tuple[int, int]]) -> None:
    ids = ("ARC-01", "ARC-02")
    product = {id_: level(pair[0]) for id_, pair in zip(ids, pairs, strict=True)}
    engineering = {id_: level(pair[1]) for id_, pair in zip(ids, pairs, strict=True)}
    there, back = aligned(product, engineering), aligned(engineering, product)
    assert there.index is not None
    assert there.bias is not None
    assert back.index == pytest.approx(there.index)
    assert back.bias == pytest.approx(-there.bias)
    assert abs(there.bias) <= there.index + 1e-12
    assert (there.index == 0) == (product == engineering)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([level(1), level(3)], level(1)),
        ([level(3), level(1), level(2)], level(2)),
        ([level(4), level(1), level(2), level(3)], level(2)),
        ([unknown(), level(3)], unknown()),
        ([not_applicable(), level(3)], level(3)),
        ([not_applicable("No cache."), NOT_ASKED], not_applicable("No cache.")),
        ([NOT_ASKED], NOT_ASKED),
        ([], NOT_ASKED),
    ],
)
def test_several_people_of_a_lane_say_the_lower_median(given: list[Answer], said: Answer) -> None:
    assert lane_answer(given) == said


def test_the_least_sure_of_those_who_gave_the_level_decides_how_sure_it_is() -> None:
    evidenced = level(2, "evidenced")
    assert lane_answer([evidenced, level(2, "guess")]).sureness == "guess"
    assert lane_answer([evidenced, level(2, "informed")]).sureness == "informed"
    assert lane_answer([evidenced, evidenced]) == Answer(level=2, confidence="evidenced", evidence=(LINK,))


@given(st.lists(LEVELS, min_size=1, max_size=9))
def test_the_lower_median_is_a_level_somebody_gave_and_moves_with_no_order(levels: list[int]) -> None:
    said = lane_answer([level(value) for value in levels]).level
    assert said in levels
    assert said == lane_answer([level(value) for value in reversed(levels)]).level
    assert sum(value < (said or 0) for value in levels) <= len(levels) / 2


@pytest.mark.parametrize(
    ("levels", "deviation"), [([], None), ([2], 0.0), ([1, 3], 1.0), ([2, 2, 4], 2 / 3), ([0, 1, 3, 4], 1.5)]
)
def test_average_deviation_is_measured_from_the_median(levels: list[int], deviation: float | None) -> None:
    assert average_deviation(levels) == (None if deviation is None else pytest.approx(deviation))


def test_kappa_is_one_for_equal_answers_and_nothing_where_it_says_nothing() -> None:
    equal = [(n % 5, n % 5) for n in range(20)]
    assert weighted_kappa(equal) == pytest.approx(1.0)
    assert weighted_kappa([(n % 5, 4 - n % 5) for n in range(20)]) == pytest.approx(-1.0)
    assert weighted_kappa(equal[:19]) is None
    assert weighted_kappa([(2, n % 5) for n in range(20)]) is None
