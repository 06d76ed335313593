"""The reveal, facts, the parking lot and lanes: kept, frozen where they must be, nowhere too early."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from builders import LINK, a_planned_assessment, a_questionnaire, an_assessment, level, unknown
from hypothesis import given
from strategies import two_sided

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.errors import FrozenError, InputError, NotFoundError, SealedError
from readiness.exchange.answers import write_answers
from readiness.exchange.results import score_json
from readiness.reports.content import describe
from readiness.reports.options import ReportOptions
from readiness.services.assessing import Assessing, Draft

FACT = OpenFact(question="ARC-01", text="Limit of receipt mail", who="Ana Ruiz", due="2026-09-22")
PARKED = Parked(text="Who owns the payment contract?", who="Mira Holt", at="2026-09-10T08:42:00Z")
PRIVATE = Draft(system="Search", period=Period(2026, 3), scope="quick", mode="private")
SECRET = level(4, "evidenced", note="seen by nobody", evidence=(LINK,), by="Mira Holt")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "a.readiness")
    yield made
    made.workspace.database.close()


@pytest.fixture
def private(workspace: Assessing) -> int:
    return workspace.start(PRIVATE)


def first(workspace: Assessing, id_: int) -> str:
    return workspace.load(id_).questionnaire.questions[0].id


def from_disk(workspace: Assessing, id_: int) -> Assessment:
    return workspace.workspace.load(id_)


def figures(workspace: Assessing, id_: int) -> dict[str, object]:
    (line,) = (one for system in workspace.home() for one in system.assessments if one.id == id_)
    return {name: value for name, value in asdict(line).items() if name != "updated_at"}


# Hidden until the reveal


def test_what_is_hidden_changes_no_line_of_home_no_score_and_no_file(
    workspace: Assessing, private: int
) -> None:
    question = first(workspace, private)
    before = (
        figures(workspace, private),
        score_json(evaluate(workspace.load(private))),
        write_answers(workspace.load(private)),
    )

    workspace.answer(private, question, "product", SECRET)
    workspace.answer(private, question, "engineering", level(0, note="nor this"))

    found = from_disk(workspace, private)
    assert found.product[question].level == 4
    assert (figures(workspace, private), score_json(evaluate(found)), write_answers(found)) == before


@given(two_sided())
def test_no_figure_depends_on_hidden_answers(assessment: Assessment) -> None:
    hidden = replace(assessment, revealed=False, mode="private")
    nothing = replace(hidden, product={}, engineering={})
    assert score_json(evaluate(hidden)) == score_json(evaluate(nothing))
    assert write_answers(hidden, "json") == write_answers(nothing, "json")
    options = ReportOptions(pages=("summary", "scorecard", "answers"))
    assert describe(evaluate(hidden), options) == describe(evaluate(nothing), options)


def test_the_reveal_shows_both_sides_for_good_and_is_on_the_trail(workspace: Assessing, private: int) -> None:
    question = first(workspace, private)
    workspace.answer(private, question, "product", SECRET)
    workspace.answer(private, question, "engineering", level(1))
    workspace.reveal(private)

    found = from_disk(workspace, private)
    assert (found.revealed, found.mode) == (True, "private")
    assert evaluate(found).counted[question].level == 1
    assert figures(workspace, private)["asked"] == 1
    trail = workspace.workspace.connection.execute("SELECT body FROM trail ORDER BY sequence").fetchall()
    assert json.loads(trail[-1][0]) == {"revealed": True}
    with pytest.raises(InputError, match="revealed already"):
        workspace.reveal(private)


def test_revealed_private_answers_are_frozen_and_agreeing_goes_on(workspace: Assessing, private: int) -> None:
    question = first(workspace, private)
    workspace.answer(private, question, "product", SECRET)
    workspace.reveal(private)

    for lane in ("product", "engineering"):
        with pytest.raises(FrozenError, match="stay as they were given"):
            workspace.answer(private, question, lane, level(0))
    workspace.answer(private, question, "agreed", level(2, because="the runbook"))

    found = from_disk(workspace, private)
    assert (found.product[question].level, found.agreed[question].because) == (4, "the runbook")


def test_a_file_does_not_change_frozen_answers(workspace: Assessing, private: int) -> None:
    question = first(workspace, private)
    workspace.answer(private, question, "product", SECRET)
    workspace.reveal(private)
    theirs = replace(workspace.load(private), product={question: level(0)})

    with pytest.raises(FrozenError):
        workspace.import_answers(theirs, merge="theirs")

    assert from_disk(workspace, private).product[question].level == 4


def test_a_revision_keeps_private_answers_frozen(workspace: Assessing, private: int) -> None:
    question = first(workspace, private)
    workspace.answer(private, question, "product", SECRET)
    workspace.close_assessment(private)
    again = workspace.revise(private)

    assert from_disk(workspace, again).product[question].level == 4
    with pytest.raises(FrozenError):
        workspace.answer(again, question, "product", level(0))


def test_the_mode_is_locked_once_somebody_answered(workspace: Assessing, private: int) -> None:
    workspace.set_frame(private, replace(PRIVATE, mode="live"))
    assert (from_disk(workspace, private).mode, from_disk(workspace, private).revealed) == ("live", True)

    workspace.set_frame(private, PRIVATE)
    workspace.answer(private, first(workspace, private), "product", SECRET)
    workspace.set_frame(private, replace(PRIVATE, mode="live", scope_in="Cart"))

    found = from_disk(workspace, private)
    assert (found.mode, found.revealed, found.scope_in) == ("private", False, "Cart")


# Several at once


def test_several_answers_are_written_together_or_not_at_all(workspace: Assessing, private: int) -> None:
    one, other = (q.id for q in workspace.load(private).questionnaire.questions[:2])
    workspace.answer_many(private, [(one, "agreed", level(1)), (other, "agreed", unknown())])
    assert set(from_disk(workspace, private).agreed) == {one, other}

    with pytest.raises(NotFoundError):
        workspace.answer_many(private, [(one, "agreed", NOT_ASKED), ("ZZZ-99", "agreed", level(1))])
    assert set(from_disk(workspace, private).agreed) == {one, other}


def test_nothing_is_written_into_a_sealed_one(workspace: Assessing, private: int) -> None:
    workspace.close_assessment(private)
    with pytest.raises(SealedError):
        workspace.answer_many(private, [(first(workspace, private), "agreed", level(1))])
    with pytest.raises(SealedError):
        workspace.reveal(private)


# What a meeting leaves


@pytest.fixture
def small(workspace: Assessing) -> int:
    return workspace.import_answers(an_assessment(a_questionnaire(), {"ARC-01": level(1)})).id


def test_facts_and_parked_items_come_back_and_change_after_the_seal(workspace: Assessing, small: int) -> None:
    workspace.set_facts(small, (FACT,))
    workspace.set_parked(small, (PARKED, Parked(text="Later", question="ARC-01")))
    workspace.close_assessment(small)
    found = replace(FACT, state="found", note="600 a minute\n\nsince June")
    workspace.set_facts(small, (found, replace(FACT, text="")))
    settled = replace(PARKED, settled=True)
    workspace.set_parked(small, (settled,))

    kept = from_disk(workspace, small)
    assert kept.facts == (found, replace(FACT, text=""))
    assert kept.parked == (settled,)
    assert kept.agreed["ARC-01"].level == 1
    assert workspace.verify().ok


def test_what_is_parked_is_stamped_when_it_does_not_say_when(workspace: Assessing, small: int) -> None:
    saved = workspace.set_parked(small, (replace(PARKED, at=""),))
    assert from_disk(workspace, small).parked[0].at == saved.at
    assert workspace.load(small).parked == from_disk(workspace, small).parked


@pytest.mark.parametrize("question", ["ARC-99", "arc-01"])
def test_a_fact_about_no_question_is_refused(workspace: Assessing, small: int, question: str) -> None:
    with pytest.raises(InputError, match=question):
        workspace.set_facts(small, (replace(FACT, question=question),))
    with pytest.raises(InputError, match=question):
        workspace.set_parked(small, (replace(PARKED, question=question),))
    assert workspace.load(small).facts == ()


def test_an_erased_person_leaves_the_fact_and_the_seal(workspace: Assessing, small: int) -> None:
    workspace.set_facts(small, (FACT,))
    workspace.set_parked(small, (PARKED,))
    workspace.close_assessment(small)
    with workspace.workspace.database.transaction() as connection:
        connection.execute("UPDATE people SET name = NULL")

    kept = from_disk(workspace, small)
    assert (kept.facts, kept.parked) == ((replace(FACT, who=""),), (replace(PARKED, who=""),))
    assert workspace.verify().ok


def test_a_revision_takes_facts_and_parked_items_along(workspace: Assessing, small: int) -> None:
    workspace.set_facts(small, (FACT,))
    workspace.set_parked(small, (PARKED,))
    workspace.close_assessment(small)
    again = from_disk(workspace, workspace.revise(small))
    assert (again.facts, again.parked) == ((FACT,), (PARKED,))


def test_what_is_to_be_found_out_is_one_line() -> None:
    with pytest.raises(ValueError, match="one line"):
        replace(FACT, text="two\nlines")


# Lanes


def test_lanes_belong_to_the_system(workspace: Assessing) -> None:
    lanes = Lanes(product="Shop", engineering="Platform", guest="Support")
    one = workspace.start(replace(PRIVATE, lanes=lanes))
    other = workspace.start(replace(PRIVATE, period=Period(2026, 4)))
    assert (from_disk(workspace, one).lanes, workspace.load(other).lanes) == (lanes, lanes)

    alone = Lanes(alone="engineering")
    workspace.set_lanes(one, alone)
    assert (workspace.load(other).lanes, from_disk(workspace, other).lanes) == (alone, alone)
    workspace.set_frame(other, replace(PRIVATE, lanes=Lanes()))
    assert (workspace.load(one).lanes, from_disk(workspace, one).lanes) == (Lanes(), Lanes())


@pytest.mark.parametrize("text", ['{"alone": "all", "product": 3, "more": []}', "[]", "null"])
def test_lanes_that_say_something_else_are_the_usual_ones(
    workspace: Assessing, private: int, text: str
) -> None:
    workspace.workspace.connection.execute("UPDATE systems SET lanes = ?", (text,))
    assert from_disk(workspace, private).lanes.alone is None


# The trash


def test_what_is_deleted_is_listed_and_comes_back(workspace: Assessing, private: int) -> None:
    workspace.delete(private)
    (line,) = workspace.trash()
    assert (line.id, line.system, line.period, line.state) == (private, "Search", "2026-Q3", "open")
    assert line.trashed_at

    workspace.restore(private)
    assert workspace.trash() == ()
    assert figures(workspace, private)["period"] == "2026-Q3"


def test_answers_of_a_planned_assessment_carry_who_gave_them(workspace: Assessing) -> None:
    id_ = workspace.import_answers(a_planned_assessment()).id
    workspace.answer(id_, "ARC-01", "product", Answer(level=2, by="Tom Vance"))
    assert from_disk(workspace, id_).product["ARC-01"].by == "Tom Vance"
