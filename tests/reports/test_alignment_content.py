"""Two views in words: to the letter, and nothing before the reveal."""

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    the_worked_example,
    unknown,
)

from readiness.domain.alignment import Alignment, Gap
from readiness.domain.outcome import Outcome, evaluate
from readiness.reports import alignment_content as say

THREE = a_questionnaire(
    a_pillar("ARC", a_topic("MOD", *(a_question(f"ARC-0{n}", weight=float(n)) for n in range(1, 4))))
)


def outcome(product: dict[str, int], engineering: dict[str, int], *, revealed: bool = True) -> Outcome:
    given = an_assessment(
        THREE,
        product={id_: level(value) for id_, value in product.items()},
        engineering={id_: level(value) for id_, value in engineering.items()},
        revealed=revealed,
    )
    return evaluate(given)


def apart(*gaps: int) -> Alignment:
    found = tuple(
        Gap(id=f"Q{place}", product=max(0, gap), engineering=max(0, -gap)) for place, gap in enumerate(gaps)
    )
    return Alignment(index=0.1, bias=0.0, questions=found)


@pytest.mark.parametrize(
    ("gaps", "title"),
    [
        ((2, -2, 2, 2, 1, 0), "Four answers two apart"),
        ((2, 0), "One answer two apart"),
        ((3, 2, 1), "Two answers two or more apart"),
        ((4,), "One answer four apart"),
        ((1, -1, 0), "Two answers one apart"),
        ((0, 0, 0), "All 3 common answers are the same"),
        ((0,), "The one common answer is the same"),
        ((2,) * 14, "14 answers two apart"),
    ],
)
def test_the_title_counts_the_widest_answers(gaps: tuple[int, ...], title: str) -> None:
    assert say.alignment_title(apart(*gaps)) == title


@pytest.mark.parametrize(
    ("index", "words"),
    [
        (0.0, "index 0.00, aligned"),
        (0.14, "index 0.14, discuss"),
        (0.2, "index 0.20, discuss"),
        (0.2212, "index 0.22, an agenda item"),
        (0.0996, "index 0.0996, aligned"),
        (0.2004, "index 0.2004, an agenda item"),
    ],
)
def test_the_index_is_never_rounded_into_another_verdict(index: float, words: str) -> None:
    assert say.index_words(Alignment(index=index, bias=0.0, questions=())) == words


def test_without_common_weight_there_is_no_index() -> None:
    assert say.index_words(Alignment(index=None, bias=None, questions=())) == ""


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        ((2, 1, -1, 0), "Product is higher on 2, engineering on 1; 1 of 4 is the same."),
        ((-1, 0, 0), "Engineering is higher on 1; 2 of 3 are the same."),
        ((1, 2), "Product is higher on 2; none is the same."),
        ((0, 0), ""),
    ],
)
def test_it_is_said_who_is_higher(gaps: tuple[int, ...], words: str) -> None:
    assert say.directions(apart(*gaps)) == words


def test_the_widest_comes_first_then_the_weightiest() -> None:
    found = outcome({"ARC-01": 3, "ARC-02": 3, "ARC-03": 4}, {"ARC-01": 1, "ARC-02": 3, "ARC-03": 2})
    assert [gap.id for gap in say.widest_first(found)] == ["ARC-03", "ARC-01", "ARC-02"]


def test_nothing_is_said_before_the_reveal() -> None:
    hidden = outcome({"ARC-01": 4}, {"ARC-01": 0}, revealed=False)
    alone = outcome({"ARC-01": 4}, {}, revealed=False)
    assert say.without_two_views(hidden) == say.without_two_views(alone)
    assert say.without_two_views(hidden)[0] == "Hidden until the reveal"


def test_one_lane_alone_is_one_view_only() -> None:
    assert say.without_two_views(outcome({"ARC-01": 4}, {})) == (
        "One view only",
        "Only product has answered; what engineering knows is not here.",
    )
    assert say.without_two_views(outcome({}, {"ARC-01": 4})) == (
        "One view only",
        "Only engineering has answered; what product sees is not here.",
    )
    assert say.without_two_views(outcome({}, {})) == (
        "One view only",
        "Everything was answered together, so there are no two views to hold apart.",
    )
    assert say.without_two_views(outcome({"ARC-01": 1}, {"ARC-02": 1}))[0] == "No answer in common"


def test_a_side_that_does_not_know_has_answered() -> None:
    given = an_assessment(THREE, product={"ARC-01": unknown()}, engineering={"ARC-01": level(2)})
    assert say.views(evaluate(given)) == "nothing common"


def test_two_views_leave_the_floor_to_the_chart() -> None:
    found = evaluate(the_worked_example())
    assert say.without_two_views(found) == ("", "")
    assert say.alignment_title(found.alignment) == "One answer two apart"
    assert say.index_words(found.alignment) == "index 0.22, an agenda item"
