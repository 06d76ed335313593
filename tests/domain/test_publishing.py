"""Publishing a draft: minor or major by rule, what is asked of other words, which number, which lineage."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest
from builders import ANCHORS, a_pillar, a_question, a_questionnaire, a_topic, an_assessment
from hypothesis import given
from hypothesis import strategies as st
from lenses import a_lens, as_asked, backups
from strategies import questionnaires, two_sided

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import compare
from readiness.domain.lineage import lineage_faults
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.publishing import Publication, free_number, publication, version_fault
from readiness.domain.questionnaire import (
    Combination,
    Condition,
    Lineage,
    LineageChange,
    Question,
    Questionnaire,
    Reference,
)
from readiness.exchange.results import score_json

OTHER = ("Nobody knows.", *ANCHORS[1:])
ONE, TWO = a_question("ARC-01"), a_question("ARC-02", weight=4.0)


def of(*questions: Question, **changes: object) -> Questionnaire:
    """Return one topic of the questions named."""
    return a_questionnaire(a_pillar("ARC", a_topic("MOD", *questions)), **changes)


OLD = of(ONE, TWO)


def said(found: Publication) -> dict[str, tuple[str, ...]]:
    """Return the reasons by kind."""
    return {one.kind: one.named for one in found.reasons}


def declared(*changes: LineageChange) -> Lineage:
    """Return what the Studio writes of the step from 1.0."""
    return Lineage(from_version="1.0", changes=changes)


@pytest.mark.parametrize(
    "draft",
    [
        of(replace(ONE, why="It costs money."), TWO),
        of(replace(ONE, action="Fix it.", consequence="It gives out.", hint="Look at the chart."), TWO),
        of(replace(ONE, references=(Reference(framework="AWS", id="REL01"),)), TWO),
        of(ONE, TWO, title="Another title", licence="CC0", language="de"),
        a_questionnaire(replace(a_pillar("ARC", a_topic("MOD", ONE, TWO)), name="Architecture")),
    ],
)
def test_other_words_are_a_minor_step_that_asks_nothing(draft: Questionnaire) -> None:
    found = publication(OLD, draft)
    assert (found.step, found.reasons, found.asked, found.proposed) == ("minor", (), (), "1.1")


@pytest.mark.parametrize(
    ("draft", "reasons"),
    [
        (of(replace(ONE, weight=5.0), TWO), {"weight": ("ARC-01",)}),
        (of(replace(ONE, gate=True), TWO), {"gate": ("ARC-01",)}),
        (of(replace(ONE, hurts_at=2), TWO), {"hurts_at": ("ARC-01",)}),
        (of(replace(ONE, effect="slows", safety=True), TWO), {"effect": ("ARC-01",), "safety": ("ARC-01",)}),
        (
            of(replace(ONE, asked_of="product", quick=True), TWO),
            {"asked_of": ("ARC-01",), "quick": ("ARC-01",)},
        ),
        (of(ONE, TWO, a_question("ARC-03")), {"added": ("ARC-03",)}),
        (of(ONE), {"retired": ("ARC-02",)}),
        (
            a_questionnaire(a_pillar("ARC", a_topic("MOD", ONE), a_topic("SCO", TWO))),
            {"moved": ("ARC-02",)},
        ),
        (
            a_questionnaire(a_pillar("ARC", a_topic("MOD", ONE, TWO, weight=9.0))),
            {"parts": ("ARC.MOD",)},
        ),
        (
            of(
                ONE,
                TWO,
                combinations=(
                    Combination(
                        id="both",
                        when=(
                            Condition(question="ARC-01", at_most=1),
                            Condition(question="ARC-02", at_most=1),
                        ),
                        says="Both give out at once.",
                    ),
                ),
            ),
            {"combinations": ()},
        ),
        (of(ONE, TWO, extends="scalability@1"), {"extends": ()}),
    ],
)
def test_what_can_change_a_score_is_a_major_step(
    draft: Questionnaire, reasons: Mapping[str, tuple[str, ...]]
) -> None:
    found = publication(OLD, draft)
    assert (found.step, said(found), found.proposed) == ("major", reasons, "2.0")


def test_effort_and_needs_change_the_plan_and_no_score() -> None:
    found = publication(OLD, of(replace(ONE, effort="L"), replace(TWO, needs=("ARC-01",), valid_for=2)))
    assert (found.step, found.planning) == ("minor", ("ARC-01", "ARC-02"))


def test_other_prompts_and_anchors_must_say_whether_they_mean_the_same() -> None:
    draft = of(replace(ONE, prompt="How is it done now?"), replace(TWO, levels=OTHER))
    found = publication(OLD, draft)
    assert [(one.id, one.same) for one in found.asked] == [("ARC-01", None), ("ARC-02", None)]
    assert found.undecided == ("ARC-01", "ARC-02")
    same = publication(OLD, draft, {"ARC-01": True, "ARC-02": True})
    assert (same.step, same.undecided) == ("minor", ())
    assert same.lineage == declared(LineageChange(rename=("ARC-02", "ARC-02")))
    other = publication(OLD, draft, {"ARC-01": False, "ARC-02": True})
    assert (other.step, said(other), other.proposed) == ("major", {"redefined": ("ARC-01",)}, "2.0")


@pytest.mark.parametrize("meaning", [True, False])
def test_what_was_said_of_the_meaning_stands_in_the_version(meaning: bool) -> None:  # noqa: FBT001 - a parameter
    found = publication(OLD, of(ONE, replace(TWO, levels=OTHER)), {"ARC-02": meaning})
    new = found.as_version(found.proposed)
    assert lineage_faults(new, OLD) == ()
    step = compare(an_assessment(OLD, {}, period=Period(2026, 2)), an_assessment(new, {}))
    assert ("ARC-02" in {row.id for row in step.questions if row.change == "new"}) is not meaning


def test_a_question_that_was_declared_is_not_asked_about_again() -> None:
    reworded = of(ONE, replace(TWO, levels=OTHER), lineage=declared(LineageChange(redefine="ARC-02")))
    assert (publication(OLD, reworded).asked, publication(OLD, reworded).step) == ((), "major")
    settled = replace(reworded, lineage=declared(LineageChange(rename=("ARC-02", "ARC-02"))))
    assert (publication(OLD, settled).asked, publication(OLD, settled).step) == ((), "minor")


def test_a_new_name_alone_is_minor_and_another_meaning_takes_it_apart() -> None:
    renamed = replace(TWO, id="ARC-09", prompt="How is it called now?")
    draft = of(ONE, renamed, lineage=declared(LineageChange(rename=("ARC-02", "ARC-09"))))
    same = publication(OLD, draft, {"ARC-09": True})
    assert (same.step, same.lineage) == ("minor", draft.lineage)
    other = publication(OLD, draft, {"ARC-09": False})
    assert said(other) == {"added": ("ARC-09",), "retired": ("ARC-02",)}
    assert lineage_faults(other.as_version("2.0"), OLD) == ()


def test_what_a_draft_says_of_an_earlier_step_is_left_behind() -> None:
    later = replace(OLD, version="1.1", lineage=declared(LineageChange(rename=("ARC-00", "ARC-01"))))
    found = publication(later, replace(later, title="Another"))
    assert found.lineage == Lineage(from_version="1.1")
    assert (found.step, found.proposed) == ("minor", "1.2")


def test_other_rules_ask_something_else_without_a_question() -> None:
    before = as_asked(a_lens(backups()))
    after = as_asked(a_lens(backups(("taken", "NO_RISK"), ("default", "HIGH_RISK"))))
    found = publication(before, replace(after, source=None))
    assert (found.asked, said(found)["redefined"]) == ((), ("backups",))


def test_the_same_again_is_no_step() -> None:
    found = publication(OLD, replace(OLD, version="1.7"))
    assert (found.step, found.as_version("1.7")) == ("same", OLD)


def test_the_first_version_follows_nothing() -> None:
    found = publication(None, replace(OLD, version="draft"))
    assert (found.step, found.proposed, found.as_version("1.0").lineage) == ("first", "1.0", None)


def test_a_fork_begins_its_own_numbers_and_says_where_it_came_from() -> None:
    found = publication(OLD, replace(OLD, id="ours", title="Ours"))
    assert (found.step, found.proposed) == ("first", "1.0")
    assert found.lineage == Lineage(from_version="small@1.0")


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("1.1", ""),
        ("1.2", ""),
        ("2.0", ""),
        ("1.0", "It is 1.1 or higher."),
        ("0.9", "It is 1.1 or higher."),
        ("next", "Write a version like 1.1 or 2.0."),
        ("1", "Write a version like 1.1 or 2.0."),
        ("1.5", "Version 1.5 exists already."),
    ],
)
def test_a_version_only_rises(number: str, fault: str) -> None:
    assert version_fault(publication(OLD, of(ONE, TWO, title="Other")), number, {"1.5"}) == fault


def test_a_number_that_is_taken_is_not_proposed() -> None:
    minor, major = publication(OLD, of(ONE, TWO, title="Other")), publication(OLD, of(ONE))
    assert free_number(minor, {"1.0", "1.1", "1.2"}) == "1.3"
    assert free_number(major, {"1.0", "1.1", "2.0"}) == "3.0"
    assert free_number(publication(OLD, OLD), {"1.0"}) == "1.0"


def test_a_major_step_cannot_be_called_minor() -> None:
    found = publication(OLD, of(ONE))
    assert version_fault(found, "1.1") == "It can score differently, so it is 2.0 or higher."
    assert version_fault(found, "3.0") == ""


def test_a_higher_number_of_the_draft_is_proposed() -> None:
    assert publication(OLD, of(ONE, version="3.0")).proposed == "3.0"
    assert publication(OLD, of(ONE, version="1.1")).proposed == "2.0"


WORDS = ("prompt", "why", "action", "consequence", "hint", "product_prompt", "levels", "product_levels")
TEXT = st.text(min_size=1, max_size=12)


@st.composite
def reworded(draw: st.DrawFn, question: Question) -> Question:
    """Draw other words for a question."""
    chosen = draw(st.sets(st.sampled_from(WORDS)))
    five = st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT)
    changes: dict[str, Any] = {name: draw(five if name.endswith("levels") else TEXT) for name in chosen}
    return replace(question, **changes)


@st.composite
def edited(draw: st.DrawFn, question: Question) -> Question:
    """Draw other words or other values for a question."""
    values: dict[str, st.SearchStrategy[Any]] = {
        "weight": st.integers(0, 5).map(float),
        "gate": st.booleans(),
        "hurts_at": st.sampled_from([2, 10, 100]),
        "effect": st.sampled_from(["fails", "blinds", "slows"]),
        "safety": st.booleans(),
        "quick": st.booleans(),
        "asked_of": st.sampled_from(["product", "engineering", "both"]),
        "valid_for": st.integers(1, 8),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(values)), max_size=1))
    changes = {name: draw(values[name]) for name in chosen}
    return replace(draw(reworded(question)) if draw(st.booleans()) else question, **changes)


def with_questions(
    questionnaire: Questionnaire, made: Mapping[str, Question], **changes: Any
) -> Questionnaire:
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(
                replace(topic, questions=tuple(made[q.id] for q in topic.questions))
                for topic in pillar.topics
            ),
        )
        for pillar in questionnaire.pillars
    )
    return replace(questionnaire, pillars=pillars, **changes)


def figures(assessment: Assessment) -> dict[str, Any]:
    document = score_json(evaluate(assessment))
    del document["questionnaire"]
    return document


def published(before: Questionnaire, draft: Questionnaire) -> tuple[Publication, Questionnaire]:
    found = publication(before, draft)
    found = publication(before, draft, dict.fromkeys(found.undecided, True))
    return found, found.as_version(found.proposed)


@given(st.data())
def test_other_words_never_change_a_score(data: st.DataObject) -> None:
    assessment = data.draw(two_sided())
    old = assessment.questionnaire
    made = {q.id: data.draw(reworded(q)) for q in old.questions}
    found, new = published(old, with_questions(old, made, title=data.draw(TEXT)))
    assert found.step in {"same", "minor"}
    assert figures(replace(assessment, questionnaire=new)) == figures(assessment)
    assert lineage_faults(new, old) == ()


@given(st.data())
def test_whatever_is_minor_leaves_every_score_as_it_was(data: st.DataObject) -> None:
    assessment = data.draw(two_sided())
    old = assessment.questionnaire
    made = {q.id: data.draw(edited(q)) for q in old.questions}
    found, new = published(old, with_questions(old, made))
    if found.step != "major":
        assert figures(replace(assessment, questionnaire=new)) == figures(assessment)
        before = replace(assessment, period=Period(2026, 2))
        step = compare(before, replace(assessment, questionnaire=new))
        assert all(abs(one.delta) < 1e-9 for one in step.bridge)
    assert lineage_faults(new, old) == ()


@given(st.data())
def test_every_difference_is_a_step(data: st.DataObject) -> None:
    old = data.draw(questionnaires())
    made = {q.id: data.draw(edited(q)) for q in old.questions}
    assert (publication(old, with_questions(old, made)).step == "same") == (made == dict(old.by_id))


def test_every_field_of_a_question_is_words_or_plan_or_a_reason() -> None:
    """A field that comes later is a reason until somebody says otherwise."""
    silent = {"id", *WORDS, "references", "effort", "needs", "valid_for", "kind", "practices", "rules"}
    reasons = {field.name for field in fields(Question)} - silent
    assert reasons == {"weight", "hurts_at", "gate", "effect", "safety", "quick", "asked_of"}
