"""Ticked practices make the risk that the rules say, and a truth table finds what rules get wrong."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.conditions import parse_condition
from readiness.domain.practices import AllOf, Always, AnyOf, Condition, Not, Rule, Ticked, rate, written
from readiness.domain.truth_table import judge_rules

A, B, C = Ticked("a"), Ticked("b"), Ticked("c")
USUAL = (
    Rule(condition=AllOf((A, B)), risk="none"),
    Rule(condition=AnyOf((A, B)), risk="medium"),
    Rule(condition=Always(), risk="high"),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from([A, B, C]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("ticked", "rating"),
    [("ab", "none"), ("a", "medium"), ("b", "medium"), ("n", "high"), ("", "unanswered")],
)
def test_the_first_true_rule_decides(ticked: str, rating: str) -> None:
    assert rate(USUAL, set(ticked)) == rating


def test_nothing_ticked_is_unanswered_and_never_the_default() -> None:
    assert rate((Rule(condition=Always(), risk="high"),), ()) == "unanswered"


def test_where_no_rule_holds_nothing_is_rated() -> None:
    assert rate((Rule(condition=A, risk="none"),), {"b"}) == "unrated"


def test_what_does_not_apply_satisfies_an_and_and_carries_no_or() -> None:
    assert rate(USUAL, {"a"}, {"b"}) == "none"
    assert rate((Rule(condition=AnyOf((A, B)), risk="none"), *USUAL[2:]), {"c"}, {"a"}) == "high"


def test_everything_left_out_is_no_risk() -> None:
    assert rate(USUAL, (), {"a", "b"}) == "none"


@given(CONDITIONS)
def test_a_condition_is_read_back_as_it_was_written(condition: Condition) -> None:
    assert _means(parse_condition(written(condition))) == _means(condition)


def _means(condition: Condition) -> tuple[str, ...]:
    """Return for which selections a condition holds."""
    rules = (Rule(condition=condition, risk="high"), Rule(condition=Always(), risk="none"))
    return tuple(rate(rules, ticked) for ticked in _selections())


def _selections() -> list[frozenset[str]]:
    sizes = (combinations("abc", size) for size in range(1, 4))
    return [frozenset(one) for one in chain.from_iterable(sizes)]


@given(st.lists(CONDITIONS, min_size=1, max_size=3))
def test_the_table_says_of_all_selections_what_each_is_rated(conditions: list[Condition]) -> None:
    risks = ("none", "medium", "high")
    rules = tuple(Rule(condition=one, risk=risk) for one, risk in zip(conditions, risks, strict=False))  # type: ignore[arg-type]
    told = judge_rules("abc", (), rules)
    rated = [rate(rules, ticked) for ticked in _selections()]
    assert told.has_unrated == ("unrated" in rated)
    assert set(told.unreachable) == {rule.risk for rule in rules} - set(rated)
    assert told.never_high == ("high" not in rated)


def test_none_of_these_stands_alone() -> None:
    rules = (Rule(condition=AllOf((A, Ticked("no"))), risk="medium"), Rule(condition=Always(), risk="high"))
    assert judge_rules(("a", "no"), ("no",), rules).unreachable == ("medium",)
    assert judge_rules(("a", "no"), (), rules).unreachable == ()


def test_fifteen_practices_are_looked_at_whole() -> None:
    ids = tuple(f"p{place}" for place in range(15))
    rules = (
        Rule(condition=AllOf(tuple(map(Ticked, ids))), risk="none"),
        Rule(condition=Always(), risk="high"),
    )
    told = judge_rules(ids, (), rules)
    assert (told.raising, told.ignored, told.risky_when_complete) == ((), (), None)
    with pytest.raises(ValueError, match="16 practices"):
        judge_rules((*ids, "one more"), (), rules)
