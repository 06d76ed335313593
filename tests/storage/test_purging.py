"""The trash is emptied only of what nobody answered, a year later, and by name; history stays whole."""

from typing import Any

import pytest

from readiness.domain.assessment import Driver, Participant
from readiness.domain.journeys import Journey
from readiness.domain.open_facts import OpenFact
from readiness.domain.period import Period
from readiness.errors import InputError, NotFoundError
from readiness.services.assessing import Assessing, Draft

EMPTY = Draft(
    system="Search  Ä",
    period=Period(2026, 3),
    journeys=(Journey("Find"),),
    load=(Driver(id="load", unit="queries", today=1.0, target=2.0),),
    participants=(Participant(role="Lead", name="Mira Holt"),),
)


def trashed(workspace: Assessing, draft: Draft = EMPTY) -> int:
    id_ = workspace.start(draft)
    workspace.set_facts(id_, (OpenFact(question="ARC-01", who="Mira Holt", due="2026-09-22"),))
    workspace.delete(id_)
    return id_


def test_what_nobody_answered_goes_after_a_year_with_all_it_held(workspace: Assessing, clock: Any) -> None:
    id_ = trashed(workspace)
    clock.advance(days=366)
    workspace.purge(id_, " search ä ")

    assert workspace.trash() == ()
    with pytest.raises(NotFoundError):
        workspace.load(id_)
    assert workspace.verify().ok


@pytest.mark.parametrize(("days", "name"), [(364, "Search  Ä"), (366, "Checkout API"), (366, "")])
def test_not_before_a_year_and_only_by_its_name(
    workspace: Assessing, clock: Any, days: int, name: str
) -> None:
    id_ = trashed(workspace)
    clock.advance(days=days)
    with pytest.raises(InputError):
        workspace.purge(id_, name)

    assert [line.id for line in workspace.trash()] == [id_]
    assert workspace.load(id_).facts


def test_what_was_answered_or_sealed_is_never_deleted_for_good(workspace: Assessing, clock: Any) -> None:
    workspace.close_assessment(1)
    workspace.revise(1)
    for id_ in (1, 2):
        workspace.delete(id_)
    clock.advance(days=4000)
    for id_ in (1, 2):
        with pytest.raises(InputError, match="never deleted for good"):
            workspace.purge(id_, "Checkout API")

    assert {line.id: line.is_answered for line in workspace.trash()} == {1: True, 2: True}
    assert workspace.verify().ok


def test_what_is_not_in_the_trash_stays(workspace: Assessing) -> None:
    id_ = workspace.start(EMPTY)
    with pytest.raises(InputError, match="not in the trash"):
        workspace.purge(id_, "Search  Ä")
    with pytest.raises(NotFoundError):
        workspace.purge(99, "Search  Ä")
