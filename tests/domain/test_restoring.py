"""What going back would change: assessments by name, answers by count, and nothing counted twice."""

from dataclasses import replace

from readiness.domain.restoring import Difference, Held, Inventory, difference

ONE = Held(
    system="Checkout API",
    folded="checkout api",
    period="2026-Q3",
    revision=1,
    is_sealed=False,
    touched_at="1",
    count=2,
    answers={("agreed", "A"): "1", ("agreed", "B"): "2"},
)


def held(*assessments: Held, sealed: str = "") -> Inventory:
    return Inventory(assessments=assessments, newest_sealed=sealed)


def test_the_same_twice_differs_in_nothing() -> None:
    assert difference(held(ONE), held(ONE)).is_none


def test_an_assessment_on_one_side_goes_or_comes_whole() -> None:
    other = replace(ONE, system="Search", folded="search", revision=2, count=7)
    found = difference(held(ONE), held(other))
    assert (found.going, found.going_answers) == (("Checkout API@2026-Q3",), 2)
    assert (found.coming, found.coming_answers) == (("Search@2026-Q3#2",), 7)
    assert not found.is_none


def test_a_renamed_system_is_another_and_another_spelling_is_not() -> None:
    assert difference(held(ONE), held(replace(ONE, system="CHECKOUT API"))).is_none
    assert difference(held(ONE), held(replace(ONE, folded="cart"))).going == ("Checkout API@2026-Q3",)


def test_answers_are_counted_as_they_would_change() -> None:
    then = replace(ONE, touched_at="0", answers={("agreed", "B"): "3", ("product", "A"): "1"})
    found = difference(held(ONE), held(then))
    assert (found.answers_lost, found.answers_back, found.answers_changed, found.beside) == (1, 1, 1, 0)


def test_what_was_sealed_since_is_open_again_and_its_answers_are_not_counted() -> None:
    now = replace(ONE, is_sealed=True, answers={}, touched_at="9")
    found = difference(held(now, sealed="Checkout API@2026-Q3"), held(ONE))
    assert found.reopened == ("Checkout API@2026-Q3",)
    assert (found.answers_lost, found.answers_back, found.beside) == (0, 0, 0)
    assert (found.sealed_now, found.sealed_then) == ("Checkout API@2026-Q3", "")


def test_what_changed_beside_the_answers_is_counted_by_assessment() -> None:
    assert difference(held(replace(ONE, touched_at="2")), held(ONE)) == Difference(beside=1)
