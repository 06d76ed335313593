"""A round on a real workspace: who is in it, how many have answered, when it is due."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import level

from readiness.domain.assessment import Participant
from readiness.domain.counting import Side
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.domain.rounds import RoundEntry, SideCount
from readiness.errors import InputError
from readiness.services.assessing import Assessing, Draft
from readiness.services.round_files import export_round, pack_round, save_text
from readiness.services.rounds import Terms

QUARTER = Period(2026, 3)
TODAY = date(2026, 9, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "many.readiness", lambda: datetime(2026, 9, 10, 8, 42, tzinfo=UTC))
    yield made
    made.workspace.database.close()


def begun(workspace: Assessing, system: str, period: Period = QUARTER, **changes: object) -> int:
    draft = Draft(system=system, period=period, **{"mode": "private", **changes})  # type: ignore[arg-type]  # as a test says
    return workspace.start(draft)


def answer(workspace: Assessing, id_: int, side: Side, count: int) -> None:
    questions = asked(workspace.load(id_).questionnaire, side)[:count]
    workspace.answer_many(id_, [(question.id, side, level(2)) for question in questions])


def entry_of(workspace: Assessing, system: str, period: Period = QUARTER) -> RoundEntry:
    return next(entry for entry in workspace.round_of(period).entries if entry.system == system)


def test_answers_are_counted_by_side_and_never_told(workspace: Assessing) -> None:
    id_ = begun(workspace, "Promotions")
    answer(workspace, id_, "engineering", 41)
    answering = entry_of(workspace, "Promotions").answering
    assert answering is not None
    assert answering.engineering == SideCount(given=41, asked=71)
    assert answering.product == SideCount(given=0, asked=33)
    assert entry_of(workspace, "Promotions").state == "answering"


def test_an_answer_to_what_a_side_is_not_asked_counts_for_nothing(workspace: Assessing) -> None:
    id_ = begun(workspace, "Promotions")
    whole = workspace.load(id_).questionnaire
    own = {question.id for question in asked(whole, "product")}
    other = next(question.id for question in whole.questions if question.id not in own)
    workspace.answer(id_, other, "product", level(2))
    answering = entry_of(workspace, "Promotions").answering
    assert answering is not None
    assert answering.product == SideCount(given=0, asked=33)


def test_both_in_waits_for_the_reveal(workspace: Assessing) -> None:
    id_ = begun(workspace, "Fraud screening")
    answer(workspace, id_, "engineering", 99)
    answer(workspace, id_, "product", 99)
    assert entry_of(workspace, "Fraud screening").state == "both_in"
    workspace.reveal(id_)
    assert entry_of(workspace, "Fraud screening").state == "revealed"
    workspace.close_assessment(id_)
    entry = entry_of(workspace, "Fraud screening")
    assert (entry.state, entry.answering and entry.answering.ended) == ("sealed", date(2026, 9, 10))


def test_what_is_answered_live_counts_what_is_agreed(workspace: Assessing) -> None:
    id_ = begun(workspace, "Media", mode="live")
    workspace.answer(id_, "ARC-01", "agreed", level(2))
    answering = entry_of(workspace, "Media").answering
    assert answering is not None
    assert (answering.sides, answering.together) == ((), SideCount(given=1, asked=74))
    assert entry_of(workspace, "Media").state == "together"


def test_a_side_that_does_not_answer_is_not_waited_for(workspace: Assessing) -> None:
    id_ = begun(workspace, "Search", lanes=Lanes(alone="engineering"))
    answer(workspace, id_, "engineering", 99)
    answering = entry_of(workspace, "Search").answering
    assert answering is not None
    assert answering.product is None
    assert entry_of(workspace, "Search").state == "both_in"


def test_a_system_is_in_the_rounds_from_its_first_quarter_on(workspace: Assessing) -> None:
    begun(workspace, "Checkout API")
    assert [entry.system for entry in workspace.round_of(Period(2026, 2)).entries] == []
    assert entry_of(workspace, "Checkout API", Period(2026, 4)).state == "not_started"


def test_what_was_deleted_is_not_waited_for(workspace: Assessing) -> None:
    workspace.delete(begun(workspace, "Checkout API"))
    assert workspace.round_of(QUARTER).entries == ()


def test_a_due_date_and_a_reason_belong_to_one_round_and_can_be_taken_back(workspace: Assessing) -> None:
    begun(workspace, "Checkout API")
    key = entry_of(workspace, "Checkout API").system_id
    workspace.set_terms(QUARTER, key, Terms(due=date(2026, 9, 18)))
    assert entry_of(workspace, "Checkout API").due == date(2026, 9, 18)
    assert entry_of(workspace, "Checkout API", Period(2026, 4)).due is None
    workspace.set_terms(QUARTER, key, Terms(left_because="  retired\n in May "))
    assert entry_of(workspace, "Checkout API").left_because == "retired in May"
    workspace.set_terms(QUARTER, key, Terms())
    assert entry_of(workspace, "Checkout API").left_because == ""


def test_a_reason_is_short(workspace: Assessing) -> None:
    begun(workspace, "Checkout API")
    with pytest.raises(InputError, match="201 characters"):
        workspace.set_terms(QUARTER, 1, Terms(left_because="x" * 201))


def test_pages_are_made_for_everybody_who_has_not_answered(workspace: Assessing, tmp_path: Path) -> None:
    mira = Participant(role="Product lead", name="Mira Holt", lane="product")
    first = begun(workspace, "Promotions", participants=(mira,))
    answer(workspace, first, "engineering", 99)
    begun(workspace, "A/B")
    begun(workspace, "A:B")
    begun(workspace, "Media", mode="live")
    made = pack_round(workspace, QUARTER, tmp_path / "pages")
    assert made.systems == 3
    assert sorted(page.path.name for page in made.made) == [
        "A B 2026-Q3 engineering 2.html",
        "A B 2026-Q3 engineering.html",
        "A B 2026-Q3 product 2.html",
        "A B 2026-Q3 product.html",
        "Promotions 2026-Q3 product Mira Holt.html",
    ]
    assert all(page.path.exists() for page in made.made)


def test_no_page_is_made_where_everybody_has_answered(workspace: Assessing, tmp_path: Path) -> None:
    assert pack_round(workspace, QUARTER, tmp_path / "pages").made == ()


def test_the_list_can_be_opened_in_a_spreadsheet(workspace: Assessing, tmp_path: Path) -> None:
    id_ = begun(workspace, "=Promotions")
    answer(workspace, id_, "engineering", 41)
    workspace.set_terms(QUARTER, 1, Terms(due=date(2026, 9, 1)))
    path = export_round(workspace.round_of(QUARTER), tmp_path / "round.csv", TODAY)
    head, row = path.read_text("utf-8-sig").splitlines()
    assert head.startswith('"System","State","Engineering answered","Engineering asked"')
    assert row == '"\'=Promotions","answering",41,71,0,33,"2026-09-01","yes","","","","","",""'


def test_a_text_is_saved_as_it_was_shown(tmp_path: Path) -> None:
    path = save_text("Readiness 2026‑Q3: two systems are due.\n", tmp_path / "reminder.txt")
    assert path.read_text("utf-8") == "Readiness 2026‑Q3: two systems are due.\n"
