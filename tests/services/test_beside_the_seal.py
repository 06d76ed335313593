"""Accepted risks, incidents, decisions: kept beside the seal, over reopening, into the next quarter."""

from dataclasses import replace
from pathlib import Path

import pytest
from lineages import the_worked_comparison

from readiness.domain.accepting import AcceptedRisk, holding, reopened
from readiness.domain.assessment import Answer
from readiness.domain.incidents import Incident
from readiness.domain.period import Period
from readiness.domain.terms import PlanTerms
from readiness.errors import InputError
from readiness.services.assessing import Assessing, Draft
from readiness.services.beginning import begun

RISK = AcceptedRisk(question="ARC-13", role="Head of Product", reason="Too dear", expires="2026-Q4")
STOP = Incident(on="2026-08-19", title="Paying stopped", questions=("ARC-11",), note="11 minutes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with one sealed quarter."""
    path = tmp_path / "own.readiness"
    desk = Assessing.create(path)
    id_ = desk.start(Draft(system="Checkout API", period=Period(2026, 3)))
    empty = desk.load(id_)
    answers = {q.id: Answer(level=1) for q in empty.questionnaire.questions}
    desk.import_answers(replace(empty, agreed=answers), merge="theirs")
    desk.close_assessment(id_)
    desk.close()
    return path


def only(desk: Assessing) -> int:
    return desk.home()[0].assessments[-1].id


def test_a_sealed_quarter_takes_accepted_risks_and_its_seal_still_holds(path: Path) -> None:
    desk = Assessing.open(path)
    desk.set_accepted(only(desk), (RISK,))
    desk.close()
    again = Assessing.open(path)
    (kept,) = again.load(only(again)).accepted
    assert replace(kept, at="") == RISK
    assert kept.at
    assert again.verify().ok
    again.close()


def test_what_is_accepted_comes_along_and_opens_again_when_its_quarter_is_over(path: Path) -> None:
    desk = Assessing.open(path)
    first = only(desk)
    desk.set_accepted(first, (RISK,))
    desk.set_plan_terms(first, PlanTerms(capacity=(5.0, 7.0), quick_wins=True))
    second = desk.start_from(Draft(system="Checkout API", period=Period(2026, 4)), first, "check-in")
    assert set(holding(desk.load(second).accepted, Period(2026, 4))) == {"ARC-13"}
    assert desk.plan_terms(second) == PlanTerms(capacity=(5.0, 7.0)), "what was tried stays behind"
    desk.close_assessment(second)
    third = desk.start_from(Draft(system="Checkout API", period=Period(2027, 1)), second, "full")
    assert set(reopened(desk.load(third).accepted, Period(2027, 1))) == {"ARC-13"}
    desk.close_assessment(third)
    fourth = desk.start_from(Draft(system="Checkout API", period=Period(2027, 2)), third, "full")
    assert desk.load(fourth).accepted == ()
    desk.close()


def test_a_fresh_start_takes_nothing_over(path: Path) -> None:
    desk = Assessing.open(path)
    desk.set_accepted(only(desk), (RISK,))
    new = desk.start_from(Draft(system="Checkout API", period=Period(2026, 4)), only(desk), "fresh")
    assert desk.load(new).accepted == ()
    desk.close()


def test_incidents_belong_to_the_system(path: Path) -> None:
    desk = Assessing.open(path)
    first = only(desk)
    desk.set_incidents(first, (STOP,))
    other = desk.start(Draft(system="Search", period=Period(2026, 3)))
    second = desk.start_from(Draft(system="Checkout API", period=Period(2026, 4)), first, "full")
    desk.close()
    again = Assessing.open(path)
    (kept,) = again.incidents(second)
    assert replace(kept, at="") == STOP
    assert again.incidents(other) == ()
    again.set_incidents(second, ())
    assert again.incidents(first) == ()
    again.close()


def test_what_cannot_be_found_again_is_refused(path: Path) -> None:
    desk = Assessing.open(path)
    with pytest.raises(InputError, match="no question XYZ-01"):
        desk.set_accepted(only(desk), (replace(RISK, question="XYZ-01"),))
    with pytest.raises(InputError, match="no quarter"):
        desk.set_accepted(only(desk), (replace(RISK, expires="soon"),))
    with pytest.raises(InputError, match="no day"):
        desk.set_incidents(only(desk), (replace(STOP, on="yesterday"),))
    assert desk.load(only(desk)).accepted == ()
    desk.close()


def test_what_is_accepted_follows_its_question_into_a_new_version() -> None:
    old, new = the_worked_comparison()
    risks = tuple(replace(RISK, question=id_) for id_ in ("QA", "QB", "QC"))
    before = replace(old, accepted=risks, sealed=True)
    after = begun(replace(new, agreed={}), before, "full", lambda _reference: None)
    assert [risk.question for risk in after.accepted] == ["QA-2", "QB1", "QB2", "QC"]
