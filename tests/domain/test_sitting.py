"""Where a meeting stands beside its answers."""

from builders import an_assessment, level, six_pillars

from readiness.domain.sitting import Sitting
from readiness.exchange.sittings import sitting_from_json, sitting_to_json


def test_what_was_left_open_is_open_until_it_is_agreed() -> None:
    first, second = [question.id for question in six_pillars().questions][:2]
    sitting = Sitting().leaving_open(first).leaving_open(second).leaving_open(first)
    agreed = an_assessment(six_pillars(), {first: level(2)})
    assert sitting.left_open == (second, first)
    assert sitting.still_open(agreed) == {second}
    assert sitting.taking_up(second).still_open(agreed) == frozenset()


def test_putting_off_twice_takes_it_back_and_each_lane_has_its_own() -> None:
    off = Sitting().putting_off("engineering", "A").putting_off("product", "B")
    assert off.putting_off("engineering", "A").later == {"engineering": (), "product": ("B",)}
    assert off.moved(Sitting()) == ("A", "B")


def test_the_quieter_side_is_the_one_that_spoke_less_or_not_last() -> None:
    assert Sitting().quieter is None
    assert Sitting(spoken=("product", "product", "engineering")).quieter == "engineering"
    assert Sitting(spoken=("product", "engineering")).quieter == "product"


def test_it_is_read_as_it_was_written_and_nonsense_is_a_meeting_not_begun() -> None:
    sitting = Sitting(
        left_open=("ARC-01",),
        later={"product": ("ARC-02",)},
        places={"agreed": "ARC-03"},
        talk=("ARC-01", "ARC-03"),
        spoken=("product",),
        has_clock=True,
        box=60,
        used={"pillar:ARC": 61.5},
    )
    assert sitting_from_json(sitting_to_json(sitting)) == sitting
    for nonsense in ("", "[]", '{"box": -1}', '{"used": {"frame": -3.0}}', '{"score": 4}', "{"):
        assert sitting_from_json(nonsense) == Sitting()


def test_a_question_that_is_not_asked_is_forgotten() -> None:
    sitting = Sitting(
        left_open=("A", "B"), later={"product": ("B",)}, places={"agreed": "B"}, talk=("B", "A")
    )
    assert sitting.within({"A"}) == Sitting(left_open=("A",), later={"product": ()}, talk=("A",))
