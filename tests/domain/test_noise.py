"""Noise against change: domain.md §4.3, ruling 12."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, all_at, an_assessment, level
from hypothesis import given
from hypothesis import strategies as st
from lineages import AFTER, BEFORE, Compared, carried, compared, flat

from readiness.domain.assessment import Answer, Confidence
from readiness.domain.comparison import Comparison, compare
from readiness.domain.noise import judge
from readiness.domain.questionnaire import LineageChange, Questionnaire

BANK: Mapping[str, Mapping[str, tuple[int, ...]]] = {
    "ARC": {
        "MOD": (3, 5, 5),
        "SCO": (5, 4, 4),
        "FLR": (4, 4, 4, 5, 5, 3, 4, 4),
        "LAT": (4, 4, 3, 3),
        "RSC": (3, 4, 4),
    },
    "DAT": {"QRY": (4, 4, 4), "DST": (5, 4, 4, 5, 4), "LIF": (4, 3, 5, 3)},
    "OBS": {"SIG": (4, 4, 3), "DIA": (4, 4, 4), "OBJ": (5, 3, 4)},
    "AUT": {"DEL": (5, 5, 4, 4, 4, 4), "ELA": (5, 3, 4), "INC": (4, 4)},
    "DEB": {"VIS": (3, 3, 5), "PAY": (5,), "MNT": (4, 4)},
    "GRO": {"ASM": (5, 5, 4, 3, 3, 4, 4), "LOD": (5, 4, 3, 3), "ALN": (5, 4, 4, 4)},
}
"""The weights of the full bank, 298 in all."""


def the_bank() -> Questionnaire:
    return a_questionnaire(
        *(
            a_pillar(
                pillar,
                *(
                    a_topic(
                        topic,
                        *(
                            a_question(f"{pillar}-{topic}-{place}", weight=float(weight))
                            for place, weight in enumerate(weights)
                        ),
                    )
                    for topic, weights in topics.items()
                ),
            )
            for pillar, topics in BANK.items()
        )
    )


def with_all(confidence: Confidence) -> Comparison:
    answers = all_at(the_bank(), level(2, confidence))
    return compare(
        an_assessment(the_bank(), answers, period=BEFORE), an_assessment(the_bank(), answers, period=AFTER)
    )


@pytest.mark.parametrize(("confidence", "points"), [("evidenced", 2.0), ("informed", 4.1), ("guess", 8.2)])
def test_a_change_of_the_full_bank_is_clear_from_here(confidence: Confidence, points: float) -> None:
    noise = with_all(confidence).noise
    assert noise is not None
    assert noise.clear_from == pytest.approx(points, abs=0.05)


def test_a_pillar_needs_a_larger_change_than_the_whole() -> None:
    clear = {pillar.id: pillar.noise.clear_from for pillar in with_all("informed").pillars if pillar.noise}
    assert clear == {
        "ARC": pytest.approx(7.7, abs=0.05),
        "GRO": pytest.approx(9.1, abs=0.05),
        "DAT": pytest.approx(10.1, abs=0.05),
        "AUT": pytest.approx(10.5, abs=0.05),
        "OBS": pytest.approx(11.7, abs=0.05),
        "DEB": pytest.approx(14.4, abs=0.05),
    }


@pytest.mark.parametrize(
    ("change", "verdict"),
    [(0.0, "noise"), (1.28, "noise"), (1.29, "probable"), (-1.96, "probable"), (-1.97, "clear")],
)
def test_the_verdict_follows_the_size_of_the_change(change: float, verdict: str) -> None:
    noise = judge(change, 1.0)
    assert noise.verdict == verdict
    assert noise.may_be_said == (verdict != "noise")


SPLIT = flat("2.0", {"A1": 1.0, "A2": 1.0}, LineageChange(split=("A", ("A1", "A2"))), since="1.0")


def error(old: dict[str, Answer], new: dict[str, Answer], questionnaire: Questionnaire) -> float:
    before = an_assessment(flat("1.0", dict.fromkeys(old, 1.0)), old, period=BEFORE)
    noise = compare(before, an_assessment(questionnaire, new, period=AFTER)).noise
    assert noise is not None
    return noise.se


def test_an_answer_copied_to_several_parts_is_one_error() -> None:
    """25·√(1²·½² + 2·(½·½)²): apart, the old half would weigh 2·½² = ½ only."""
    found = error({"A": level(2)}, {"A1": level(2), "A2": level(2)}, SPLIT)
    assert found == pytest.approx(25 * (0.25 + 2 * 0.0625) ** 0.5)


def test_what_is_carried_has_no_error_on_either_side() -> None:
    plain = flat("1.0", {"A": 1.0, "B": 1.0})
    old = {"A": level(2), "B": level(2)}
    assert error(old, {"A": level(2), "B": carried(level(2))}, plain) == pytest.approx(
        25 * 0.5 * (2 * 0.25) ** 0.5
    )
    assert error(old, {id_: carried(answer) for id_, answer in old.items()}, plain) == 0


def test_a_carried_part_takes_its_share_of_the_old_error_along() -> None:
    found = error({"A": level(2)}, {"A1": level(2), "A2": carried(level(2))}, SPLIT)
    assert found == pytest.approx(25 * 0.5 * (2 * 0.25) ** 0.5)


def test_an_answer_carried_from_a_quarter_in_between_is_an_answer() -> None:
    plain = flat("1.0", {"A": 1.0})
    later = carried(level(4), since=AFTER)
    before = an_assessment(plain, {"A": level(1)}, period=BEFORE)
    found = compare(before, an_assessment(plain, {"A": later}, period=AFTER.plus(1)))
    assert found.count("up") == 1
    assert found.re_asked == 0
    assert found.noise is not None
    assert found.noise.se > 0


@given(compared(), st.data())
def test_carrying_one_more_answer_never_adds_noise(given_: Compared, data: st.DataObject) -> None:
    before, after, between = given_
    first = compare(before, after, between)
    if first.noise is None:
        return
    id_ = data.draw(st.sampled_from(first.matched))
    kept = replace(after, agreed={**after.agreed, id_: carried(after.agreed[id_])})
    second = compare(before, kept, between)
    assert second.noise is not None
    assert second.noise.se <= first.noise.se + 1e-9
    assert second.matched == first.matched
