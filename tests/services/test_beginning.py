"""A quarter starts from the last: what is carried, at once, and never from what is open or hidden."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from readiness.domain.check_in import check_in
from readiness.domain.period import Period
from readiness.errors import InputError, NotSavedError
from readiness.services.assessing import Assessing, Draft
from readiness.services.beginning import StartOffer, last_quarter, start_offer
from readiness.services.sample import write_sample
from readiness.storage import texts

NEXT = Draft(system="Checkout API", period=Period(2026, 4))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.readiness"
    write_sample(path)
    return path


@pytest.fixture
def workspace(written: Path, tmp_path: Path) -> Iterator[Assessing]:
    shutil.copy(written, tmp_path / "a.readiness")
    opened = Assessing.open(tmp_path / "a.readiness")
    yield opened
    opened.workspace.database.close()


def offered(workspace: Assessing, draft: Draft = NEXT) -> StartOffer:
    offer = start_offer(workspace, draft)
    assert offer is not None
    return offer


def reopened(workspace: Assessing) -> Assessing:
    path = workspace.path
    workspace.workspace.database.close()
    return Assessing.open(path)


def test_a_check_in_is_offered_with_its_numbers(workspace: Assessing) -> None:
    offer = offered(workspace)

    assert (offer.period, offer.asked, offer.carried) == (Period(2026, 3), 21, 53)
    assert (offer.suggested, offer.full_since) == ("check-in", Period(2026, 3))
    assert (offer.limits, offer.promises, offer.obstacle) == (9, 5, "")


def test_nothing_is_offered_for_a_system_without_a_sealed_quarter_before(workspace: Assessing) -> None:
    assert start_offer(workspace, replace(NEXT, system="Something new")) is None
    assert start_offer(workspace, replace(NEXT, period=Period(2025, 3))) is None


def test_a_quarter_that_is_still_open_is_passed_over(workspace: Assessing) -> None:
    assert offered(workspace, replace(NEXT, system="Order service")).period == Period(2026, 2)


def test_once_a_year_the_full_set_is_suggested(workspace: Assessing) -> None:
    assert offered(workspace, replace(NEXT, period=Period(2027, 2))).suggested == "check-in"
    assert offered(workspace, replace(NEXT, period=Period(2027, 3))).suggested == "full"


def test_what_is_carried_comes_back_from_disk_with_its_quarter_and_its_date(workspace: Assessing) -> None:
    before = workspace.load(offered(workspace).previous_id)
    id_ = workspace.start_from(NEXT, offered(workspace).previous_id, "check-in")
    after = reopened(workspace)
    new = after.load(id_)

    assert len(new.agreed) == 53
    assert {answer.carried_from for answer in new.agreed.values()} == {"2026-Q3"}
    assert all(new.agreed[id_].at == before.agreed[id_].at for id_ in new.agreed)
    assert all(new.agreed[id_].level == before.agreed[id_].level for id_ in new.agreed)
    assert (new.product, new.engineering) == ({}, {})
    after.workspace.database.close()


def test_limits_keep_the_day_they_were_measured_and_promises_stay_where_they_were_made(
    workspace: Assessing,
) -> None:
    before = workspace.load(offered(workspace).previous_id)
    new = workspace.load(workspace.start_from(NEXT, offered(workspace).previous_id, "check-in"))

    assert new.limits == before.limits
    assert (new.actions, new.decisions, new.facts, new.parked) == ((), (), (), ())


def test_unknown_is_never_carried_and_what_does_not_apply_is_with_its_reason(workspace: Assessing) -> None:
    before = workspace.load(offered(workspace).previous_id)
    new = workspace.load(workspace.start_from(NEXT, offered(workspace).previous_id, "check-in"))
    absent = {id_: answer.not_applicable for id_, answer in before.agreed.items() if answer.not_applicable}

    assert not any(answer.unknown for answer in new.agreed.values())
    assert absent
    assert all(new.agreed[id_].not_applicable == reason for id_, reason in absent.items())


def test_a_full_one_keeps_the_limits_and_asks_everything(workspace: Assessing) -> None:
    new = workspace.load(workspace.start_from(NEXT, offered(workspace).previous_id, "full"))

    assert (new.agreed, len(new.limits)) == ({}, 9)


def test_from_nothing_takes_nothing(workspace: Assessing) -> None:
    new = workspace.load(workspace.start_from(NEXT, offered(workspace).previous_id, "fresh"))

    assert (new.agreed, new.limits) == ({}, ())


def test_a_check_in_is_held_in_the_room(workspace: Assessing) -> None:
    private = replace(NEXT, mode="private")
    new = workspace.load(workspace.start_from(private, offered(workspace).previous_id, "check-in"))

    assert (new.mode, new.revealed) == ("live", True)


@pytest.mark.parametrize(
    ("system", "period", "previous", "says"),
    [
        ("Order service", Period(2026, 4), ("Order service", -1), "is open still"),
        ("Search", Period(2026, 4), ("Checkout API", -1), "of another system"),
        ("Checkout API", Period(2025, 3), ("Checkout API", 0), "is not earlier than 2025-Q3"),
    ],
)
def test_nothing_is_taken_from_what_does_not_fit(
    workspace: Assessing, system: str, period: Period, previous: tuple[str, int], says: str
) -> None:
    name, place = previous
    lines = next(line for line in workspace.home() if line.name == name).assessments
    with pytest.raises(InputError, match=says):
        workspace.start_from(Draft(system=system, period=period), lines[place].id, "check-in")

    assert all(line.period != str(period) for one in workspace.home() for line in one.assessments)


def test_last_quarter_is_found_again_and_gives_the_same_reasons(workspace: Assessing) -> None:
    id_ = workspace.start_from(NEXT, offered(workspace).previous_id, "check-in")
    again = reopened(workspace)
    last = last_quarter(again, id_)

    assert last is not None
    check = check_in(again.load(id_), last.start, last.assessment.actions)
    assert (len(check.asked), check.carried, check.done) == (21, 53, 0)
    assert [len(check.of(group)) for group in ("gate", "guess", "unknown", "views")] == [13, 4, 1, 3]
    again.workspace.database.close()


def test_a_first_quarter_has_none_before_it(workspace: Assessing) -> None:
    first = workspace.home()[0].assessments[0]

    assert last_quarter(workspace, first.id) is None


def test_what_became_of_a_promise_is_kept_with_the_sealed_quarter(workspace: Assessing) -> None:
    offer = offered(workspace)
    id_ = workspace.start_from(NEXT, offer.previous_id, "check-in")
    before = workspace.load(offer.previous_id)
    done = (replace(before.actions[0], state="done"), *before.actions[1:])
    workspace.set_promises(offer.previous_id, done, before.decisions)
    last = last_quarter(workspace, id_)

    assert last is not None
    assert last.assessment.actions[0].state == "done"
    assert workspace.verify().ok


def test_a_second_check_in_carries_an_old_answer_as_a_guess(workspace: Assessing) -> None:
    id_ = workspace.start_from(NEXT, offered(workspace).previous_id, "check-in")
    workspace.close_assessment(id_)
    later = replace(NEXT, period=Period(2027, 1))
    new = workspace.load(workspace.start_from(later, offered(workspace, later).previous_id, "check-in"))
    old = {id_: answer for id_, answer in new.agreed.items() if answer.level is not None}
    halfway = [old[q.id] for q in new.questionnaire.questions if q.id in old and q.valid_for <= 4]

    assert halfway
    assert all(answer.carried_from == "2026-Q3" for answer in old.values())
    assert all(answer.sureness == "guess" for answer in halfway)


def test_a_quarter_begins_with_the_plan_of_the_last_or_not_at_all(
    workspace: Assessing, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = last_of(workspace)
    terms = replace(workspace.plan_terms(last), capacity=(17.0,))
    workspace.set_plan_terms(last, terms)
    before = [line.period for line in workspace.home()[0].assessments]
    monkeypatch.setattr(texts, "put", _refuse)
    with pytest.raises(NotSavedError):
        workspace.start_from(NEXT, last, "check-in")
    assert [line.period for line in workspace.home()[0].assessments] == before
    monkeypatch.undo()
    id_ = workspace.start_from(NEXT, last, "check-in")
    assert workspace.plan_terms(id_) == terms


def last_of(workspace: Assessing) -> int:
    return workspace.home()[0].assessments[-1].id


def _refuse(*_given: object) -> None:
    raise sqlite3.OperationalError("disk I/O error")
