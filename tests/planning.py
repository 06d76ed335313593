"""The 74 questions of the core, the worked example of domain.md §3.5, and small plans."""

from functools import cache
from pathlib import Path

from builders import all_at, an_assessment, level

from readiness.domain.actions import Action
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.roadmap import Roadmap
from readiness.exchange.questionnaires import read_questionnaire

LOW = ("ARC-04", "ARC-05", "ARC-13", "OBS-02", "GRO-07", "GRO-08", "DAT-04")
OFFERED = (*LOW, "AUT-05", "AUT-04")
"""The eight that stand low, and one more: what the worked example offers as actions."""


@cache
def the_bank() -> Questionnaire:
    """Return the bank with placeholder anchors."""
    bank, faults = read_questionnaire(Path(__file__).parent / "questionnaires" / "bank.yaml")
    assert bank is not None, faults
    return bank


@cache
def the_planned_example() -> Outcome:
    """Return domain.md §3.5: everything at 2 but for eight questions, with a target of 10×."""
    bank = the_bank()
    answers = all_at(bank, level(2)) | {id_: level(1) for id_ in LOW}
    answers |= {"AUT-05": level(0), "GRO-07": level(1, "evidenced"), "ARC-13": level(1, "guess")}
    rosy = {"DAT-04": level(3), "GRO-07": level(3)}
    sober = {"DAT-04": level(1), "GRO-07": level(1)}
    return evaluate(an_assessment(bank, answers, product=rosy, engineering=sober), 10)


def raises(roadmap: Roadmap) -> list[Action]:
    """Return what is raised, in the order it is scheduled."""
    return [action for action in roadmap.actions if action.kind == "raise"]


def the_action(roadmap: Roadmap, id_: str) -> Action:
    """Return one action, planned or not."""
    known = (*roadmap.actions, *(left.action for left in roadmap.undone))
    return next(action for action in known if action.id == id_)


def reasons(roadmap: Roadmap) -> dict[str, str]:
    """Return why each action that is not done is not."""
    return {left.action.id: left.why for left in roadmap.undone}
