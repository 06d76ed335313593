"""Last quarter's actions against this quarter's answers: domain.md §4.5, ruling 13."""

from dataclasses import replace

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, all_at, an_assessment, level, unknown
from lineages import AFTER, BEFORE, carried, flat

from readiness.domain.assessment import Answer
from readiness.domain.comparison import compare
from readiness.domain.promise_check import ActionCheck, PromiseCheck, check_promises
from readiness.domain.promises import ActionState, PlannedAction
from readiness.domain.questionnaire import LineageChange, Questionnaire

PLAIN = a_questionnaire(a_pillar("ONE", a_topic("TOP", *(a_question(id_) for id_ in "ABC"))))
RAISE_A = PlannedAction(id="A", questions=("A",), goal=3, effort=4.0, period=str(AFTER), state="done")


def check(
    new: dict[str, Answer],
    *actions: PlannedAction,
    old: dict[str, Answer] | None = None,
    later: Questionnaire = PLAIN,
) -> PromiseCheck:
    before = an_assessment(PLAIN, old or all_at(PLAIN, level(1)), period=BEFORE, actions=actions)
    after = an_assessment(later, {**all_at(PLAIN, level(1)), **new}, period=AFTER)
    return check_promises(compare(before, after))


def only(found: PromiseCheck) -> ActionCheck:
    assert len(found.actions) == 1
    return found.actions[0]


@pytest.mark.parametrize(
    ("answer", "outcome", "reached"),
    [
        (level(3), "moved", True),
        (level(2), "moved", False),
        (level(1), "not_moved", False),
        (level(0), "not_moved", False),
        (carried(level(1)), "not_re_asked", None),
        (unknown(), "not_comparable", False),
    ],
)
def test_what_was_done_is_held_against_its_question(
    answer: Answer, outcome: str, *, reached: bool | None
) -> None:
    found = only(check({"A": answer}, RAISE_A))
    assert (found.outcome, found.reached) == (outcome, reached)


@pytest.mark.parametrize(
    ("state", "period", "outcome"),
    [
        ("planned", str(AFTER), "slipped"),
        ("under_way", None, "slipped"),
        ("planned", str(AFTER.plus(1)), "not_due"),
        ("slipped", str(AFTER.plus(1)), "slipped"),
        ("dropped", str(AFTER), "dropped"),
    ],
)
def test_what_was_not_done_slipped_was_dropped_or_is_not_due_yet(
    state: ActionState, period: str | None, outcome: str
) -> None:
    found = only(check({"A": level(3)}, replace(RAISE_A, state=state, period=period)))
    assert found.outcome == outcome


def test_what_moved_without_an_action_is_named() -> None:
    found = check({"A": level(3), "B": level(2), "C": carried(level(1))}, RAISE_A)
    assert [row.id for row in found.moved_without] == ["B"]


def test_what_moved_though_its_action_was_dropped_moved_without_it() -> None:
    found = check({"A": level(3)}, replace(RAISE_A, state="dropped"))
    assert [row.id for row in found.moved_without] == ["A"]


def test_a_joined_action_moved_if_one_of_its_questions_did_and_reached_if_all_are_there() -> None:
    joined = replace(RAISE_A, questions=("A", "B"))
    found = only(check({"A": level(3)}, joined))
    assert (found.outcome, found.reached, [row.id for row in found.questions]) == ("moved", False, ["A", "B"])
    assert only(check({"A": level(3), "B": level(3)}, joined)).reached is True


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        (unknown(), level(2), "moved"),
        (unknown(), unknown(), "not_moved"),
        (level(2, "guess"), level(2, "evidenced"), "moved"),
        (level(2, "guess"), level(2), "not_moved"),
        (level(2), carried(level(2)), "not_re_asked"),
    ],
)
def test_finding_out_is_done_when_something_is_known_or_proved(
    old: Answer, new: Answer, outcome: str
) -> None:
    action = PlannedAction(id="A", kind="find-out", questions=("A",), state="done")
    found = only(check({"A": new}, action, old={**all_at(PLAIN, level(1)), "A": old}))
    assert found.outcome == outcome


@pytest.mark.parametrize(
    "action",
    [
        PlannedAction(id="x", kind="free", state="done"),
        PlannedAction(id="y", kind="settle", questions=("A",), state="done"),
    ],
)
def test_what_raises_nothing_is_simply_done(action: PlannedAction) -> None:
    assert only(check({}, action)).outcome == "done"


def test_what_was_put_aside_while_planning_was_never_promised() -> None:
    assert check({"A": level(3)}, replace(RAISE_A, excluded=True)).actions == ()


def test_an_action_follows_its_question_into_its_parts_and_out_of_the_questionnaire() -> None:
    split = a_questionnaire(
        a_pillar("ONE", a_topic("TOP", *(a_question(id_) for id_ in ("A1", "A2", "C")))),
        version="2.0",
        lineage=flat("2.0", {"A": 1.0}, LineageChange(split=("A", ("A1", "A2"))), since="1.0").lineage,
    )
    gone = replace(RAISE_A, id="B", questions=("B",))
    found = check({"A1": level(1), "A2": level(2)}, RAISE_A, gone, later=split)
    assert [(one.action.id, one.outcome) for one in found.actions] == [
        ("A", "moved"),
        ("B", "not_comparable"),
    ]
    assert [row.id for row in found.actions[0].questions] == ["A1", "A2"]


def test_what_was_delivered_stands_against_what_was_due() -> None:
    slipped = replace(RAISE_A, id="B", questions=("B",), state="under_way", effort=2.0)
    later = replace(RAISE_A, id="C", questions=("C",), state="planned", period=str(AFTER.plus(1)), effort=8.0)
    unsized = PlannedAction(id="D", kind="free", state="done")
    found = check({}, RAISE_A, slipped, later, unsized)
    assert (found.promised, found.delivered) == (6.0, 4.0)
    assert [one.action.id for one in found.of("slipped")] == ["B"]


def test_actions_that_people_changed_since_may_be_given_instead() -> None:
    before = an_assessment(PLAIN, all_at(PLAIN, level(1)), period=BEFORE, actions=(RAISE_A,))
    after = an_assessment(PLAIN, all_at(PLAIN, level(1)), period=AFTER)
    found = check_promises(compare(before, after), (replace(RAISE_A, state="dropped"),))
    assert only(found).outcome == "dropped"
