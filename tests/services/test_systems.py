"""Systems are renamed, archived, split and merged; their history follows, and every step is taken back."""

from pathlib import Path

import pytest
from builders import the_worked_example

from readiness.domain.period import Period
from readiness.errors import InputError, NotFoundError
from readiness.services.assessing import Assessing, Draft
from readiness.services.beginning import last_quarter, start_offer
from readiness.services.looking_back import earlier, history


@pytest.fixture
def desk(tmp_path: Path) -> Assessing:
    """Return a workspace whose only system, Checkout API, has one sealed quarter."""
    made = Assessing.create(tmp_path / "quillmere.readiness")
    made.close_assessment(made.import_answers(the_worked_example()).id)
    return made


def names(desk: Assessing) -> list[str]:
    return [f"{system.name}{' (archived)' * system.archived}" for system in desk.home()]


def start(desk: Assessing, name: str) -> int:
    return desk.start(Draft(system=name, period=Period(2026, 4)))


def test_a_renamed_system_keeps_its_seals_and_its_quarters(desk: Assessing) -> None:
    change = desk.rename_system(1, " Cart API ")
    assert names(desk) == ["Cart API"]
    assert desk.verify().ok
    assert desk.load(1).system == "Cart API"
    desk.take_back(change)
    assert names(desk) == ["Checkout API"]
    assert desk.load(1).system == "Checkout API"
    desk.close()


@pytest.mark.parametrize("name", ["", "  ", "a@b", "two\nlines", "x" * 201, "SEARCH"])
def test_a_name_that_no_system_can_have_changes_nothing(desk: Assessing, name: str) -> None:
    start(desk, "Search")
    before = names(desk)
    with pytest.raises(InputError):
        desk.rename_system(1, name)
    assert names(desk) == before
    desk.close()


def test_a_system_may_change_the_case_of_its_own_name(desk: Assessing) -> None:
    desk.rename_system(1, "CHECKOUT api")
    assert names(desk) == ["CHECKOUT api"]
    desk.close()


def test_the_parts_of_a_split_go_on_from_the_quarters_of_the_whole(desk: Assessing) -> None:
    desk.split_system(1, ["Basket", "Payment"])
    assert names(desk) == ["Basket", "Payment", "Checkout API (archived)"]
    id_ = start(desk, "Basket")
    desk.close_assessment(id_)
    found = history(desk, id_)
    assert [str(one.period) for one in found.assessments] == ["2026-Q3", "2026-Q4"]
    assert [found.origin(place) for place in range(2)] == ["Checkout API", ""]
    assert {one.system for one in found.assessments} == {"Basket"}
    before = earlier(desk, id_)
    assert before is not None
    assert before.assessment.period == Period(2026, 3)
    assert desk.verify().ok
    desk.close()


def test_a_part_begins_with_what_the_whole_knew(desk: Assessing) -> None:
    desk.split_system(1, ["Basket", "Payment"])
    draft = Draft(system="Basket", period=Period(2026, 4), questionnaire=desk.load(1).questionnaire.reference)
    offer = start_offer(desk, draft)
    assert offer is not None
    assert (offer.previous_id, offer.period) == (1, Period(2026, 3))
    id_ = desk.start_from(draft, offer.previous_id, "check-in")
    assert desk.load(id_).system == "Basket"
    assert len(desk.load(id_).agreed) == offer.carried > 0
    found = last_quarter(desk, id_)
    assert found is not None
    assert found.id == 1
    desk.close()


def test_a_part_may_keep_the_name_and_the_history(desk: Assessing) -> None:
    desk.split_system(1, ["Checkout API", "Payment"])
    assert names(desk) == ["Checkout API", "Payment"]
    assert [len(system.assessments) for system in desk.home()] == [1, 0]
    desk.close()


def test_what_was_merged_goes_on_under_one_name(desk: Assessing) -> None:
    start(desk, "Search")
    change = desk.merge_systems([1, 2], "Shop")
    assert names(desk) == ["Shop", "Checkout API (archived)", "Search (archived)"]
    shop = desk.home()[0].id
    assert [one.name for one in desk.forebears(shop)] == ["Checkout API", "Search"]
    desk.take_back(change)
    assert names(desk) == ["Checkout API", "Search"]
    assert desk.forebears(1) == ()
    desk.close()


def test_merging_into_one_of_them_puts_away_only_the_other(desk: Assessing) -> None:
    start(desk, "Search")
    desk.merge_systems([1, 2], "checkout api")
    assert names(desk) == ["Checkout API", "Search (archived)"]
    desk.close()


def test_a_split_that_is_in_use_is_not_taken_back(desk: Assessing) -> None:
    change = desk.split_system(1, ["Basket", "Payment"])
    start(desk, "Basket")
    before = names(desk)
    with pytest.raises(InputError, match="in use already"):
        desk.take_back(change)
    assert names(desk) == before
    desk.close()


def test_a_split_whose_part_was_renamed_is_refused_in_words(desk: Assessing) -> None:
    split = desk.split_system(1, ("Cart", "Payment"))
    desk.rename_system(split.made[0], "Basket")
    before = names(desk)
    with pytest.raises(InputError, match="in use already"):
        desk.take_back(split)
    assert names(desk) == before
    desk.close()


def test_a_rename_is_not_taken_back_over_a_new_system_of_the_old_name(desk: Assessing) -> None:
    change = desk.rename_system(1, "Cart API")
    start(desk, "Checkout API")
    with pytest.raises(InputError, match="Another system is called"):
        desk.take_back(change)
    assert names(desk) == ["Cart API", "Checkout API"]
    desk.close()


def test_too_few_or_equal_names_are_refused(desk: Assessing) -> None:
    with pytest.raises(InputError, match="two parts or more"):
        desk.split_system(1, ["Basket"])
    with pytest.raises(InputError, match="read the same"):
        desk.split_system(1, ["Basket", "BASKET"])
    with pytest.raises(InputError, match="alone"):
        desk.merge_systems([1, 1], "Shop")
    with pytest.raises(NotFoundError):
        desk.archive_system(99, archived=True)
    assert names(desk) == ["Checkout API"]
    desk.close()


def test_an_archived_system_comes_back_as_it_was(desk: Assessing) -> None:
    change = desk.archive_system(1, archived=True)
    assert names(desk) == ["Checkout API (archived)"]
    desk.take_back(change)
    assert names(desk) == ["Checkout API"]
    assert len(desk.home()[0].assessments) == 1
    desk.close()
