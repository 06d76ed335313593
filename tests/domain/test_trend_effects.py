"""What a new version does to trends: which begin anew, which end, and who still asks the old one."""

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic
from hypothesis import given
from hypothesis import strategies as st
from lineages import next_versions
from strategies import questionnaires

from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.domain.tracing import trace
from readiness.domain.trend_effects import Effects, Use, effects


def of(*ids: str, version: str = "1.0", changes: tuple[LineageChange, ...] = ()) -> Questionnaire:
    """Return one topic of the questions named; a later version says how it came out of 1.0."""
    lineage = None if version == "1.0" else Lineage(from_version="1.0", changes=changes)
    asked = [a_question(id_) for id_ in ids]
    return a_questionnaire(a_pillar("ARC", a_topic("MOD", *asked)), version=version, lineage=lineage)


OLD = of("A", "B", "C", "D", "E")
SHOP = Use(reference="Shop@2026-Q2", system="Shop", is_open=False, levels=frozenset("ABCD"))
LATER = Use(reference="Shop@2026-Q3", system="Shop", is_open=True, levels=frozenset("AB"))
BANK = Use(reference="Bank@2026-Q2", system="Bank", is_open=False, levels=frozenset("BCDE"))


def found(*ids: str, version: str = "2.0", changes: tuple[LineageChange, ...] = ()) -> Effects:
    return effects(OLD, of(*ids, version=version, changes=changes), (SHOP, LATER, BANK))


def test_other_words_leave_every_trend() -> None:
    told = found(*"ABCDE", version="1.1")
    assert (told.turns, told.restarts, told.ends, told.goes_on) == ((), 0, 0, True)
    assert told.open_ones == ("Shop@2026-Q3",)
    assert told.systems == ("Shop", "Bank")


@pytest.mark.parametrize(
    ("ids", "changes", "turn", "restarts", "ends"),
    [
        ("ABCDE", (LineageChange(redefine="B"),), ("B", "redefined", ()), 2, 0),
        ("ABCD", (), ("E", "retired", ()), 0, 1),
        ("AXYCDE", (LineageChange(split=("B", ("X", "Y"))),), ("B", "split", ("X", "Y")), 2, 0),
        ("XBCDE", (LineageChange(rename=("A", "X")),), None, 0, 0),
    ],
)
def test_each_change_says_whose_trends_it_touches(
    ids: str,
    changes: tuple[LineageChange, ...],
    turn: tuple[str, str, tuple[str, ...]] | None,
    restarts: int,
    ends: int,
) -> None:
    told = found(*ids, changes=changes)
    assert [(one.question, one.turn, one.becomes) for one in told.turns] == ([turn] if turn else [])
    assert (told.restarts, told.ends, told.goes_on) == (restarts, ends, False)


def test_what_is_merged_begins_anew_once_a_source() -> None:
    told = found(*"AXDE", changes=(LineageChange(merge=(("B", "C"), "X")),))
    assert [(one.question, one.turn, one.becomes) for one in told.turns] == [
        ("B", "merged", ("X",)),
        ("C", "merged", ("X",)),
    ]
    assert told.restarts == 4


def test_every_system_has_its_own_list() -> None:
    told = found(*"BCD", changes=(LineageChange(redefine="C"),))
    assert [one.question for one in told.of_system("Shop")] == ["A", "C"]
    assert [one.question for one in told.of_system("Bank")] == ["C", "E"]
    assert (told.restarts, told.ends) == (2, 2)


@given(st.data())
def test_what_does_not_restart_or_end_is_compared_one_to_one(data: st.DataObject) -> None:
    old = data.draw(questionnaires())
    new = data.draw(next_versions(old))
    uses = (Use(reference="Shop@2026-Q2", system="Shop", is_open=False, levels=frozenset(old.by_id)),)
    told = effects(old, new, uses)
    alone = {family.old for family in trace(old, new).families if len(family.old) == len(family.new) == 1}
    kept = {question.id for question in old.questions} - {one.question for one in told.turns}
    assert {(id_,) for id_ in kept} == alone
    assert told.restarts + told.ends == len(old.questions) - len(kept)
