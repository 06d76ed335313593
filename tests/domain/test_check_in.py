"""A check-in: which questions are asked again, in which group, and what is carried."""

from dataclasses import replace
from datetime import date

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    not_applicable,
    unknown,
)
from lineages import BEFORE, carried

from readiness.domain.ageing import old_limits
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment, Limit
from readiness.domain.carrying import FreshStart, carry_forward
from readiness.domain.check_in import CheckIn, Group, check_in, is_check_in
from readiness.domain.hindsight import Hindsight, hindsight, may_look_back
from readiness.domain.minutes import check_in_plan
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire

NOW = BEFORE.plus(1)
WHOLE = a_questionnaire(
    a_pillar(
        "ONE",
        a_topic(
            "TOP",
            a_question("A"),
            a_question("B"),
            a_question("C", gate=True),
            a_question("D"),
            a_question("E", valid_for=2),
            a_question("F"),
        ),
    )
)
LAST = an_assessment(
    WHOLE,
    {
        "A": level(3),
        "B": level(2, "guess"),
        "C": level(3, "guess"),
        "D": unknown(),
        "E": level(1, "evidenced"),
        "F": not_applicable(),
    },
    period=BEFORE,
    sealed=True,
)


def begun(whole: Questionnaire = WHOLE, last: Assessment = LAST) -> tuple[Assessment, FreshStart]:
    start = carry_forward(last, whole, NOW)
    return an_assessment(whole, start.carried, period=NOW), start


def answered(assessment: Assessment, **given: Answer) -> Assessment:
    return replace(assessment, agreed={**assessment.agreed, **given})


def groups(check: CheckIn) -> dict[str, Group]:
    return {one.id: one.group for one in check.asked}


def test_gates_come_first_then_guesses_then_unknowns_and_the_rest_is_carried() -> None:
    check = check_in(*begun())

    assert list(groups(check).items()) == [("C", "gate"), ("B", "guess"), ("D", "unknown")]
    assert (check.fresh, check.guesses, check.absent) == (("A",), ("E",), ("F",))
    assert (check.done, check.carried, check.total) == (0, 3, 6)


def test_what_is_answered_is_done_and_the_next_is_open() -> None:
    assessment, start = begun()
    check = check_in(answered(assessment, C=level(3)), start)

    assert check.open == ("B", "D")
    assert check.done == 1


def test_a_finished_action_has_its_question_asked_although_it_is_carried() -> None:
    assessment, start = begun()
    planned = PlannedAction(id="A:2", questions=("A",), goal=4)

    assert check_in(assessment, start, [planned]).asking("A") is None
    asking = check_in(assessment, start, [replace(planned, state="done")]).asking("A")
    assert asking is not None
    assert (asking.group, asking.acted, asking.done) == ("action", True, False)


def test_an_action_finds_its_question_by_the_name_it_has_now() -> None:
    renamed = replace(
        a_questionnaire(a_pillar("ONE", a_topic("TOP", a_question("NEW"), *WHOLE.questions[1:]))),
        version="1.1",
        lineage=Lineage(from_version="1.0", changes=(LineageChange(rename=("A", "NEW")),)),
    )
    assessment, start = begun(renamed)
    done = PlannedAction(id="A", questions=("A",), state="done")

    assert groups(check_in(assessment, start, [done]))["NEW"] == "action"


def test_a_carried_answer_that_is_given_anew_was_taken_up_by_choice() -> None:
    assessment, start = begun()

    assert groups(check_in(answered(assessment, A=level(3)), start))["A"] == "anyway"


def test_a_carried_answer_that_is_taken_back_is_open() -> None:
    assessment, start = begun()

    assert "A" in check_in(answered(assessment, A=NOT_ASKED), start).open


def test_two_views_are_asked_again() -> None:
    last = replace(LAST, product={"A": level(4)}, engineering={"A": level(1)})

    assert groups(check_in(*begun(last=last)))["A"] == "views"


def test_an_expired_answer_is_asked_and_what_it_was_is_still_known() -> None:
    last = replace(LAST, agreed={**LAST.agreed, "A": carried(level(3), BEFORE.plus(-4))})
    assessment, start = begun(last=last)

    assert groups(check_in(assessment, start))["A"] == "expired"
    assert start.last["A"].unknown
    assert start.stood["A"].level == 3


def test_it_is_a_check_in_while_something_is_carried_and_it_is_open() -> None:
    assessment, _ = begun()

    assert is_check_in(assessment)
    assert not is_check_in(replace(assessment, sealed=True))
    assert not is_check_in(an_assessment(WHOLE, {"A": level(3)}))


@pytest.mark.parametrize(
    ("answer", "may"),
    [(NOT_ASKED, False), (level(2), True), (unknown(), True), (carried(level(2)), False)],
)
def test_last_quarters_level_is_seen_after_the_answer_only(answer: Answer, may: bool) -> None:  # noqa: FBT001 - a claim
    assert may_look_back(an_assessment(WHOLE, {"A": answer}), "A") is may


def test_answered_apart_it_is_seen_after_the_reveal_only() -> None:
    hidden = an_assessment(
        WHOLE, product={"A": level(2)}, engineering={"A": level(1)}, mode="private", revealed=False
    )

    assert not may_look_back(hidden, "A")
    assert not may_look_back(replace(hidden, agreed={"A": level(2)}), "A")
    assert may_look_back(replace(hidden, revealed=True), "A")
    assert not may_look_back(replace(hidden, revealed=True), "B")


def test_hindsight_holds_the_level_then_the_level_now_and_what_is_said_of_it() -> None:
    start = carry_forward(LAST, WHOLE, NOW)
    now = an_assessment(WHOLE, {"A": level(2, restated=2), "D": level(1)}, period=NOW)

    assert hindsight(now, start, "A") == Hindsight(level=3, period="2026-Q2", now=2, restated=2)
    assert hindsight(now, start, "D") is None
    assert hindsight(now, start, "B") is None


def test_a_limit_is_old_where_it_was_measured_before_a_day_or_nobody_knows_when() -> None:
    def row(id_: str, measured_on: str, limit: float | None = 9.0) -> Limit:
        return Limit(id=id_, resource=id_, used=3.0, limit=limit, measured_on=measured_on)

    rows = (
        row("new", "2026-07-01"),
        row("old", "2026-06-30"),
        row("vague", "last spring"),
        row("bare", ""),
        row("open", "", None),
    )

    assert [one.id for one in old_limits(rows, date(2026, 7, 1))] == ["old", "vague", "bare"]


def test_a_check_in_is_planned_for_half_an_hour_by_what_is_asked_again() -> None:
    assessment, start = begun()
    plan = check_in_plan(assessment.questionnaire, check_in(assessment, start))

    assert (plan.kind, plan.box, plan.sessions) == ("check_in", 30, 1)
    assert [(slot.kind, slot.minutes) for slot in plan.slots] == [
        ("promises", 6),
        ("pillar", 20),
        ("plan", 4),
    ]
    nothing = check_in_plan(assessment.questionnaire, replace(check_in(assessment, start), asked=()))
    assert [slot.kind for slot in nothing.slots] == ["promises", "plan"]
