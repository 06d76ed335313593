"""Moving an open assessment to a newer version: shown first, one transaction, a backup, back again."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, level, unknown

from readiness.domain.assessment import NOT_ASKED
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.domain.terms import PlanTerms
from readiness.errors import (
    InputError,
    NotFoundError,
    NotSavedError,
    OutputError,
    SealedError,
    WorkspaceReadOnlyError,
)
from readiness.exchange.results import score_json
from readiness.services.assessing import Assessing, Draft
from readiness.storage import backup_names, backups, promises


def of(version: str, *ids: str, since: str = "", changes: tuple[LineageChange, ...] = ()) -> Questionnaire:
    lineage = Lineage(from_version=since, changes=changes) if since else None
    topic = a_topic("TOP", *(a_question(id_) for id_ in ids))
    return a_questionnaire(a_pillar("ONE", topic), id="ours", title="Ours", version=version, lineage=lineage)


FIRST = of("1.0", "A-1", "A-2", "A-3")
SECOND = of("2.0", "A-1", "B-2", "A-4", since="1.0", changes=(LineageChange(rename=("A-2", "B-2")),))
THIRD = of("3.0", "A-1", "B-2", "A-4", since="2.0", changes=(LineageChange(redefine="A-1"),))


@pytest.fixture
def assessing(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "mine.readiness")
    for version in (FIRST, SECOND, THIRD):
        made.import_questionnaire(version, "own")
    yield made
    made.close()


@pytest.fixture
def opened(assessing: Assessing) -> int:
    id_ = assessing.start(Draft(system="Shop", period=Period(2026, 3), questionnaire="ours@1.0"))
    assessing.answer(id_, "A-1", "agreed", level(3, note="Since May."))
    assessing.answer(id_, "A-2", "agreed", level(2))
    assessing.answer(id_, "A-3", "agreed", unknown())
    assessing.set_promises(id_, (PlannedAction(id="A-2", questions=("A-2",), goal=3),), ())
    assessing.set_plan_terms(id_, PlanTerms(capacity=(5.0,), without=("A-3",)))
    return id_


def everything(assessing: Assessing) -> list[str]:
    return list(assessing.workspace.connection.iterdump())


def trail(assessing: Assessing, id_: int) -> list[tuple[str, str]]:
    rows = assessing.workspace.connection.execute(
        "SELECT question, body FROM trail WHERE assessment_id = ? ORDER BY sequence", (id_,)
    )
    return [(question, body) for question, body in rows]


def test_the_versions_that_came_out_of_it_are_offered_newest_first(assessing: Assessing, opened: int) -> None:
    assert [one.reference for one in assessing.newer(opened)] == ["ours@3.0", "ours@2.0"]


def test_a_preview_writes_nothing(assessing: Assessing, opened: int) -> None:
    before = everything(assessing)
    found = assessing.preview_move(opened, "2.0")
    assert {one.question: one.fate for one in found.questions} == {
        "A-1": "kept",
        "B-2": "kept",
        "A-4": "new",
        "A-3": "retired",
    }
    assert everything(assessing) == before


def test_a_move_keeps_what_is_the_same_and_the_rest_stays_on_the_trail(
    assessing: Assessing, opened: int
) -> None:
    told = trail(assessing, opened)
    done = assessing.move(opened, "2.0")
    assert done.reference == "ours@2.0"
    after = assessing.load(opened)
    assert after.questionnaire == SECOND
    assert {id_: answer.level for id_, answer in after.agreed.items()} == {"A-1": 3, "B-2": 2}
    assert [(one.id, one.questions) for one in after.actions] == [("B-2", ("B-2",))]
    assert assessing.plan_terms(opened) == PlanTerms(capacity=(5.0,))
    assert trail(assessing, opened)[: len(told)] == told
    assert json.loads(trail(assessing, opened)[len(told)][1]) == {"questionnaire": "ours@2.0"}
    line = assessing.home()[0].assessments[0]
    assert (line.questionnaire, line.asked, line.total) == ("ours@2.0", 2, 3)
    assert line.score == evaluate(after).score.score
    assert assessing.verify().ok


def test_a_move_over_two_versions_composes_their_steps(assessing: Assessing, opened: int) -> None:
    assessing.move(opened, "3.0")
    after = assessing.load(opened)
    assert after.agreed["A-1"] == replace(NOT_ASKED, note="Since May.", at=after.agreed["A-1"].at)
    assert after.agreed["B-2"].level == 2


def test_a_move_is_taken_back_whole(assessing: Assessing, opened: int) -> None:
    before = assessing.workspace.load(opened)
    figures = score_json(evaluate(before))
    done = assessing.move(opened, "2.0")
    assessing.move_back(done)
    after = assessing.load(opened)
    assert after == before
    assert score_json(evaluate(after)) == figures
    assert assessing.plan_terms(opened) == PlanTerms(capacity=(5.0,), without=("A-3",))


def test_a_move_is_not_taken_back_over_what_was_answered_since(assessing: Assessing, opened: int) -> None:
    done = assessing.move(opened, "2.0")
    assessing.answer(opened, "A-4", "agreed", level(4, note="From their response file."))
    with pytest.raises(InputError, match="was answered after it was moved"):
        assessing.move_back(done)
    assert assessing.load(opened).agreed["A-4"].note == "From their response file."
    assessing.answer(opened, "A-4", "agreed", NOT_ASKED)
    assessing.move_back(done)
    assert assessing.load(opened).questionnaire == FIRST


def test_a_backup_is_made_first_and_without_one_nothing_moves(
    assessing: Assessing, opened: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessing.move(opened, "2.0")
    kept = backup_names.kept(assessing.path)
    assert kept
    with closing(Assessing.open(kept[0].path, look_only=True)) as old:
        assert old.load(opened).questionnaire.reference == "ours@1.0"

    def refuse(*_: object, **__: object) -> None:
        raise OutputError("No room.")

    monkeypatch.setattr(backups, "back_up", refuse)
    before = everything(assessing)
    with pytest.raises(OutputError):
        assessing.move(opened, "3.0")
    assert everything(assessing) == before
    monkeypatch.undo()


def test_a_move_that_breaks_off_leaves_everything_as_it_was(
    assessing: Assessing, opened: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(assessing)

    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError

    monkeypatch.setattr(promises, "set_actions", refuse)
    with pytest.raises(NotSavedError):
        assessing.move(opened, "2.0")
    assert everything(assessing) == before
    assert assessing.load(opened).questionnaire == FIRST


def test_what_is_closed_never_moves(assessing: Assessing, opened: int) -> None:
    done = assessing.move(opened, "2.0")
    assessing.close_assessment(opened)
    seal = assessing.seal_of(opened)
    for attempt in (
        lambda: assessing.newer(opened),
        lambda: assessing.move(opened, "3.0"),
        lambda: assessing.move_back(done),
    ):
        with pytest.raises(SealedError):
            attempt()
    assert assessing.seal_of(opened) == seal
    assert assessing.verify().ok


@pytest.mark.parametrize(
    ("version", "error", "words"),
    [
        ("1.0", InputError, r"asks ours@1\.0 already"),
        ("9.9", NotFoundError, r"There is no questionnaire ours@9\.9"),
        ("scalability@1.0", InputError, r"did not come out of ours@1\.0"),
    ],
)
def test_another_version_is_refused_in_a_sentence(
    assessing: Assessing, opened: int, version: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        assessing.move(opened, version)


def test_what_is_asked_beside_the_core_comes_along(assessing: Assessing) -> None:
    core = assessing.library.find("scalability@1.0")
    assert core is not None
    newer = replace(core, version="1.1", title="Reworded", lineage=Lineage(from_version="1.0"))
    assessing.import_questionnaire(newer, "own")
    draft = Draft(system="Shop", period=Period(2026, 2), questionnaire="scalability@1.0+saas@1.0")
    id_ = assessing.start(draft)
    saas = assessing.load(id_).questionnaire.questions[-1].id
    assessing.answer(id_, saas, "agreed", level(2))
    assert [one.reference for one in assessing.newer(id_)] == ["scalability@1.1"]
    done = assessing.move(id_, "1.1")
    assert done.reference == "scalability@1.1+saas@1.0"
    assert assessing.load(id_).agreed[saas].level == 2
    assessing.move_back(done)
    assert assessing.load(id_).questionnaire.reference == "scalability@1.0+saas@1.0"


def test_a_quick_check_moves_as_a_quick_check(assessing: Assessing) -> None:
    quick = replace(
        FIRST,
        id="fast",
        pillars=(a_pillar("ONE", a_topic("TOP", a_question("Q-1", quick=True), a_question("Q-2"))),),
    )
    later = replace(quick, version="1.1", title="Reworded", lineage=Lineage(from_version="1.0"))
    for one in (quick, later):
        assessing.import_questionnaire(one, "own")
    draft = Draft(system="Shop", period=Period(2026, 1), questionnaire="fast@1.0", scope="quick")
    id_ = assessing.start(draft)
    assessing.answer(id_, "Q-1", "agreed", level(2))
    assessing.move(id_, "1.1")
    after = assessing.load(id_)
    assert ([q.id for q in after.questionnaire.questions], after.agreed["Q-1"].level) == (["Q-1"], 2)


def test_what_single_people_said_follows_a_question_under_its_new_name(assessing: Assessing) -> None:
    draft = Draft(system="Bank", period=Period(2026, 3), questionnaire="ours@1.0", mode="private")
    id_ = assessing.start(draft)
    assessing.answer(id_, "A-2", "product", level(2, by="Ann"))
    assessing.answer(id_, "A-2", "product", level(3, by="Bob"))
    before = assessing.workspace.voices(id_, "product")
    assert set(before["A-2"]) == {"Ann", "Bob"}
    done = assessing.move(id_, "2.0")
    after = assessing.workspace.voices(id_, "product")
    assert set(after) == {"B-2"}
    assert {name: answer.level for name, answer in after["B-2"].items()} == {"Ann": 2, "Bob": 3}
    assessing.move_back(done)
    assert set(assessing.workspace.voices(id_, "product")) == {"A-2"}


def test_what_may_only_be_read_is_refused(assessing: Assessing, opened: int) -> None:
    assessing.close()
    with closing(Assessing.open(assessing.path, look_only=True)) as looking:
        with pytest.raises(WorkspaceReadOnlyError):
            looking.move(opened, "2.0")
        assert looking.load(opened).questionnaire == FIRST
