"""Start, answer, frame, import: what is acknowledged is on disk, whatever happens next."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import level, not_applicable, the_worked_example, unknown
from hypothesis import HealthCheck, given, settings
from strategies import assessments

from readiness.domain.assessment import (
    NOT_ASKED,
    Answer,
    Assessment,
    Driver,
    Limit,
    Participant,
    Target,
)
from readiness.domain.journeys import Journey
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.errors import InputError, NotFoundError
from readiness.services.assessing import Assessing, Draft

FULL = Draft(
    system="  Checkout API ",
    team="Checkout",
    period=Period(2026, 3),
    scope_in="Cart to receipt",
    scope_out="Fraud",
    journeys=(Journey("Pay"), Journey("See the order", may_pause=True)),
    load=(Driver(id="orders", unit="orders/min", today=1200.0, target=12000.0, tested=1800.0),),
    target=Target(factor=10.0, by="2027-Q2", source="2027 sales plan"),
    assumed=True,
    participants=(Participant(role="Engineering lead", name="Ana Ruiz", lane="engineering"),),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "a.readiness")
    yield made
    made.workspace.database.close()


def reopened(workspace: Assessing) -> Assessing:
    path = workspace.path
    workspace.workspace.database.close()
    return Assessing.open(path)


def test_what_was_started_comes_back_as_it_was(workspace: Assessing) -> None:
    id_ = workspace.start(FULL)
    limit = Limit(id="db", resource="Database", used=380.0, limit=500.0, more="planned", lead_time_weeks=6.0)
    workspace.set_limits(id_, (limit,))
    again = reopened(workspace)
    found = again.load(id_)
    again.workspace.database.close()
    assert (found.system, found.scope_in, found.journeys, found.assumed) == (
        "Checkout API",
        "Cart to receipt",
        FULL.journeys,
        True,
    )
    assert (found.load, found.limits, found.participants) == (FULL.load, (limit,), FULL.participants)
    assert found.target == FULL.target


@pytest.mark.parametrize(
    "answer",
    [
        level(3, "evidenced", note="x\nR&D <b>", note_for="report", because="agreed"),
        unknown(),
        not_applicable("One region."),
        Answer(note="only a note"),
        level(2, carried_from="2026-Q2", restated=1),
    ],
)
def test_every_kind_of_answer_comes_back(workspace: Assessing, answer: Answer) -> None:
    id_ = workspace.start(FULL)
    saved = workspace.answer(id_, "ARC-03", "agreed", answer)
    again = reopened(workspace)
    assert again.load(id_).agreed["ARC-03"] == replace(answer, at=saved.at)
    again.workspace.database.close()


def test_taking_an_answer_back_leaves_it_not_asked_and_on_the_trail(workspace: Assessing) -> None:
    id_ = workspace.start(FULL)
    workspace.answer(id_, "ARC-03", "agreed", level(3))
    workspace.answer(id_, "ARC-03", "agreed", NOT_ASKED)
    assert "ARC-03" not in workspace.workspace.load(id_).agreed
    trail = workspace.workspace.connection.execute("SELECT body FROM trail ORDER BY sequence").fetchall()
    assert [json.loads(body).get("level") for (body,) in trail] == [3, None]


@given(assessments())
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_stored_figures_equal_a_fresh_score(tmp_path: Path, assessment: Assessment) -> None:
    path = tmp_path / f"{abs(hash(repr(assessment)))}.readiness"
    workspace = Assessing.create(path)
    id_ = workspace.import_answers(assessment).id
    for question, answer in list(assessment.agreed.items())[:3]:
        workspace.answer(id_, question, "agreed", answer)
    line = workspace.home()[0].assessments[0]
    outcome = evaluate(workspace.workspace.load(id_))
    workspace.workspace.database.close()
    path.unlink()
    assert (line.score, line.displayed, line.practice_ceiling) == (
        outcome.score.score,
        outcome.score.displayed,
        outcome.growth.practice_ceiling,
    )
    assert (line.asked, line.total) == (outcome.score.counts.asked, outcome.score.counts.total)


def test_a_second_assessment_of_the_period_is_refused(workspace: Assessing) -> None:
    workspace.start(FULL)
    with pytest.raises(InputError, match="already has an assessment in 2026-Q3"):
        workspace.start(replace(FULL, system="checkout api"))


@pytest.mark.parametrize("name", ["", "  ", "a@b", "a\nb", "x" * 201])
def test_a_name_that_no_command_could_say_is_refused(workspace: Assessing, name: str) -> None:
    with pytest.raises(InputError):
        workspace.start(replace(FULL, system=name))
    assert workspace.home() == ()


def test_an_unknown_question_is_refused(workspace: Assessing) -> None:
    id_ = workspace.start(FULL)
    with pytest.raises(NotFoundError, match="has no question XXX-01"):
        workspace.answer(id_, "XXX-01", "agreed", level(1))


def test_the_trash_gives_back_what_it_took(workspace: Assessing) -> None:
    id_ = workspace.start(FULL)
    workspace.delete(id_)
    assert workspace.home()[0].assessments == ()
    workspace.restore(id_)
    assert [line.id for line in workspace.home()[0].assessments] == [id_]


def test_a_period_taken_meanwhile_keeps_the_trashed_one_in_the_trash(workspace: Assessing) -> None:
    id_ = workspace.start(FULL)
    workspace.delete(id_)
    workspace.start(FULL)
    with pytest.raises(InputError, match="Another assessment has this period"):
        workspace.restore(id_)


def test_importing_the_same_file_again_changes_nothing(workspace: Assessing) -> None:
    theirs = the_worked_example()
    first = workspace.import_answers(theirs)
    before = workspace.workspace.connection.total_changes
    second = workspace.import_answers(theirs)
    assert (len(first.new), second.new, second.changed, len(second.unchanged)) == (8, (), (), 8)
    assert workspace.workspace.connection.total_changes == before


def test_differing_answers_wait_for_a_word(workspace: Assessing) -> None:
    theirs = the_worked_example()
    id_ = workspace.import_answers(theirs).id
    workspace.answer(id_, "DAT-04", "agreed", level(4))
    with pytest.raises(InputError, match="DAT-04"):
        workspace.import_answers(theirs)
    assert workspace.load(id_).agreed["DAT-04"].level == 4
    workspace.import_answers(theirs, merge="mine")
    assert workspace.load(id_).agreed["DAT-04"].level == 4
    assert workspace.import_answers(theirs, merge="theirs").changed == ("DAT-04",)
    assert workspace.load(id_).agreed["DAT-04"].level == 1


def test_home_and_opening_load_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "a.readiness"
    Assessing.create(path).close()
    code = (
        "import sys; from pathlib import Path; from readiness.services.assessing import Assessing\n"
        "w = Assessing.open(Path(sys.argv[1])); w.home(); w.workspace.database.close()\n"
        "heavy = ('pydantic', 'sqlalchemy', 'sqlmodel', 'alembic', 'ruamel.yaml')\n"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_deleted_assessment_is_not_revised_before_it_is_restored(tmp_path: Path) -> None:
    made = Assessing.create(tmp_path / "a.readiness")
    made.import_answers(the_worked_example())
    made.close_assessment(1)
    made.delete(1)
    with pytest.raises(NotFoundError, match="Checkout API@2026-Q3 is deleted"):
        made.revise(1)
    made.restore(1)
    assert made.load(made.revise(1)).revision == 2
    made.close()


def test_a_killed_program_keeps_every_acknowledged_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.readiness"
    made = Assessing.create(path)
    id_ = made.start(FULL)
    made.workspace.database.close()
    code = (
        "import sys; from pathlib import Path; from readiness.domain.assessment import Answer\n"
        "from readiness.services.assessing import Assessing\n"
        "w = Assessing.open(Path(sys.argv[1])); n = 0\n"
        "while True:\n"
        "    w.answer(1, 'ARC-03', 'agreed', Answer(level=n % 5, note=str(n)))\n"
        "    print(n, flush=True); n += 1\n"
    )
    for last in (0, 7, 23):
        command = [sys.executable, "-c", code, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            while writer.stdout.readline().strip() != str(last):
                pass
            writer.kill()
            said = [line for line in writer.stdout.read().split() if line]
            writer.wait()
        acknowledged = int(said[-1]) if said else last
        opened = Assessing.open(path)
        assert int(opened.load(id_).agreed["ARC-03"].note) >= acknowledged
        opened.workspace.database.close()


def test_a_quick_check_with_a_specialised_questionnaire_is_refused(workspace: Assessing) -> None:
    draft = Draft(system="A", period=Period(2026, 3), scope="quick", questionnaire="scalability@1.0+saas@1.0")
    with pytest.raises(InputError, match="asks the core alone"):
        workspace.start(draft)
    assert workspace.home() == ()


def test_core_and_specialised_are_kept_as_one_frozen_questionnaire(workspace: Assessing) -> None:
    draft = Draft(system="A", period=Period(2026, 3), questionnaire="scalability@1.0+saas@1.0+peak@1.0")
    id_ = workspace.start(draft)
    loaded = workspace.load(id_)
    assert len(loaded.questionnaire.questions) == 94
    assert workspace.library.find(draft.questionnaire) == loaded.questionnaire
    assert workspace.home()[0].assessments[0].questionnaire == draft.questionnaire
