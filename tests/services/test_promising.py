"""Actions and decisions: kept with their assessment, changed after its seal, refused if they lead nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_questionnaire, an_assessment, level

from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.terms import PlanTerms
from readiness.errors import InputError
from readiness.exchange.answers import parse_answers, write_answers
from readiness.services.assessing import Assessing, Draft

DONE = PlannedAction(
    id="ARC-01",
    questions=("ARC-01",),
    title="Split the release",
    goal=3,
    effort=4.0,
    owner="Ana Ruiz",
    period="2026-Q4",
    state="planned",
)
ASKED = Decision(
    text="Two engineers for a quarter", verdict="approved", reason="Peak in March", due="2026-12-01"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "a.readiness")
    yield made
    made.workspace.database.close()


@pytest.fixture
def sealed(workspace: Assessing) -> int:
    id_ = workspace.import_answers(an_assessment(agreed={"ARC-01": level(1)})).id
    workspace.set_promises(id_, (DONE,), (ASKED,))
    workspace.close_assessment(id_)
    return id_


def test_a_promise_can_be_kept_after_the_seal_and_the_seal_holds(workspace: Assessing, sealed: int) -> None:
    kept = replace(DONE, state="done")

    workspace.set_promises(sealed, (kept,), (ASKED,))

    path = workspace.path
    workspace.workspace.database.close()
    again = Assessing.open(path)
    found = again.load(sealed)
    report = again.verify()
    again.workspace.database.close()
    assert (found.actions, found.decisions) == ((kept,), (ASKED,))
    assert report.ok


def test_they_travel_in_an_answers_file() -> None:
    assessment = an_assessment(agreed={"ARC-01": level(1)}, actions=(DONE,), decisions=(ASKED,))

    read, _, faults = parse_answers(write_answers(assessment).encode(), "a.yaml", lambda _: a_questionnaire())

    assert faults == ()
    assert read is not None
    assert (read.actions, read.decisions) == ((DONE,), (ASKED,))


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (replace(DONE, questions=("ARC-99",)), "ARC-99"),
        (replace(DONE, period="soon"), "soon"),
    ],
)
def test_a_promise_that_leads_nowhere_is_refused_and_the_old_one_stays(
    workspace: Assessing, sealed: int, bad: PlannedAction, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        workspace.set_promises(sealed, (bad,), ())

    assert workspace.load(sealed).actions == (DONE,)


def test_two_actions_of_one_name_are_refused(workspace: Assessing, sealed: int) -> None:
    with pytest.raises(InputError, match="Two actions"):
        workspace.set_promises(sealed, (DONE, DONE), ())


def test_a_file_whose_action_names_nothing_is_faulty_with_the_place() -> None:
    text = write_answers(an_assessment(agreed={"ARC-01": level(1)}, actions=(DONE,)))
    wrong = text.replace('questions: ["ARC-01"]', "questions: [ARC-77]").replace(
        "  - ARC-01\n", "  - ARC-77\n"
    )

    read, _, faults = parse_answers(wrong.encode(), "a.yaml", lambda _: a_questionnaire())

    assert read is None
    assert [(fault.code, fault.line > 1) for fault in faults] == [("unknown-question", True)]


def test_the_terms_of_a_plan_are_kept_also_after_the_seal(tmp_path: Path) -> None:
    desk = Assessing.create(tmp_path / "own.readiness")
    id_ = desk.start(Draft(system="Checkout API", period=Period(2026, 3)))
    assert desk.plan_terms(id_) == PlanTerms()
    terms = PlanTerms(capacity=(8.0, 6.5), mode="score-first", without=("DAT-04:2",), freeze="2026-Q4")
    desk.close_assessment(id_)
    desk.set_plan_terms(id_, terms)
    desk.close()
    again = Assessing.open(tmp_path / "own.readiness")
    assert again.plan_terms(id_) == terms
    assert again.verify().ok
    again.close()


def test_terms_that_make_no_plan_are_refused_and_unreadable_ones_start_anew(tmp_path: Path) -> None:
    desk = Assessing.create(tmp_path / "own.readiness")
    id_ = desk.start(Draft(system="Checkout API", period=Period(2026, 3)))
    with pytest.raises(InputError):
        desk.set_plan_terms(id_, PlanTerms(capacity=(-1.0,)))
    desk.workspace.set_text(id_, "plan", '{"capacity": ["many"]}')
    assert desk.plan_terms(id_) == PlanTerms()
    desk.close()
