"""Sealed packages on real files: proved before believed, previewed before stored, whole or not at all."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builders import a_planned_assessment, level, the_worked_example

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import Participant
from readiness.domain.open_facts import OpenFact
from readiness.domain.outcome import evaluate
from readiness.domain.promises import Decision, PlannedAction
from readiness.errors import FaultyFileError, InputError, NotSavedError
from readiness.services.assessing import Assessing
from readiness.services.sealed_packages import (
    export_package,
    look_at_package,
    render_package,
    suggest_package_name,
    take_in_package,
)
from readiness.storage.canonical import canonical, digest

Change = Callable[[dict[str, Any]], object]


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workspace whose assessment 1 is sealed, and its package; written once."""
    folder = tmp_path_factory.mktemp("sender")
    made = Assessing.create(folder / "theirs.readiness", clock)
    whole = replace(
        the_worked_example(),
        participants=(Participant(role="Tech lead", name="Tom Reed", lane="engineering"),),
        actions=(PlannedAction(id="DAT-04", questions=("DAT-04",), owner="Tom Reed", period="2026-Q4"),),
        decisions=(Decision(text="One more engineer", verdict="approved", at="2026-09-09"),),
    )
    made.import_answers(whole)
    made.set_facts(1, (OpenFact(question="DAT-03", text="How long are the queries?", who="Mira Holt"),))
    made.close_assessment(1)
    export_package(made, 1, folder / suggest_package_name(made.load(1)))
    made.workspace.database.close()
    return folder


@pytest.fixture
def sender(written: Path, tmp_path: Path) -> Iterator[Assessing]:
    shutil.copy(written / "theirs.readiness", tmp_path)
    made = Assessing.open(tmp_path / "theirs.readiness", clock)
    yield made
    made.workspace.database.close()


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "ours.readiness", clock)
    yield made
    made.workspace.database.close()


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    name = "Checkout API 2026-Q3.readiness-package"
    return Path(shutil.copy(written / name, tmp_path / name))


def changed(package: Path, change: Change, *, seals_again: bool = False) -> Path:
    """Write the package anew with something changed; with its seal mended where that is asked for."""
    document = json.loads(package.read_text("utf-8"))
    change(document)
    if seals_again:
        seal = document["seal"]
        document["body"]["questionnaire_hash"] = digest(canonical(document["questionnaire"]))
        seal["hash"] = digest(seal["previous"], canonical(document["body"]), seal["at"])
    path = package.with_name("changed.readiness-package")
    path.write_text(canonical(document) + "\n", encoding="utf-8")
    return path


def is_untouched(workspace: Assessing) -> bool:
    return workspace.home() == () and workspace.questionnaires() == () and workspace.verify().head is None


def test_the_name_says_what_is_in_it(sender: Assessing) -> None:
    assert suggest_package_name(sender.load(1)) == "Checkout API 2026-Q3.readiness-package"
    revised = replace(sender.load(1), revision=2)
    assert suggest_package_name(revised) == "Checkout API 2026-Q3 r2.readiness-package"


def test_the_same_assessment_gives_the_same_bytes(sender: Assessing, package: Path) -> None:
    assert render_package(sender, 1) == package.read_bytes()


def test_only_what_is_sealed_becomes_a_package(receiver: Assessing, tmp_path: Path) -> None:
    receiver.import_answers(the_worked_example())
    with pytest.raises(InputError, match="is not sealed yet"):
        export_package(receiver, 1, tmp_path / "open.readiness-package")
    assert not (tmp_path / "open.readiness-package").exists()


def test_a_preview_counts_what_would_come_in_and_stores_nothing(receiver: Assessing, package: Path) -> None:
    incoming = look_at_package(receiver, package)
    assert (incoming.stands, incoming.is_new_system, incoming.older_core) == ("new", True, "")
    assert "agreed DAT-04" in incoming.parts.new
    assert incoming.parts.new[-3:] == ("action DAT-04", "decision 1", "fact 1 DAT-03")
    assert is_untouched(receiver)


def test_everything_comes_in_as_it_was_sealed(sender: Assessing, receiver: Assessing, package: Path) -> None:
    done = take_in_package(receiver, look_at_package(receiver, package))
    theirs, ours = sender.load(1), receiver.load(done.id)
    assert ours.sealed
    assert {id_: answer.level for id_, answer in ours.agreed.items()} == {
        id_: answer.level for id_, answer in theirs.agreed.items()
    }
    assert (ours.actions, ours.decisions, ours.facts) == (theirs.actions, theirs.decisions, theirs.facts)
    assert evaluate(ours).score == evaluate(theirs).score
    assert [one.role for one in ours.participants] == ["Tech lead"]
    assert [one.name for one in ours.participants] == [""]


def test_both_seals_can_be_proved_afterwards(sender: Assessing, receiver: Assessing, package: Path) -> None:
    done = take_in_package(receiver, look_at_package(receiver, package))
    (received,) = receiver.packages().received()
    assert (received.seal, received.hash) == ("matches", sender.seal_of(1))
    assert receiver.seal_of(done.id) != sender.seal_of(1)
    report = receiver.verify()
    assert (report.ok, report.head) == (True, receiver.seal_of(done.id))


def test_a_received_package_goes_on_with_the_seal_of_its_sender(
    sender: Assessing, receiver: Assessing, package: Path
) -> None:
    done = take_in_package(receiver, look_at_package(receiver, package))
    assert render_package(receiver, done.id) == render_package(sender, 1)


def test_the_same_package_again_changes_nothing(receiver: Assessing, package: Path) -> None:
    done = take_in_package(receiver, look_at_package(receiver, package))
    head = receiver.verify().head
    again = look_at_package(receiver, package)
    assert again.stands == "same"
    told = take_in_package(receiver, again)
    assert (told.id, told.new, told.changed) == (done.id, (), ())
    assert len(told.unchanged) == len(done.new)
    assert receiver.verify().head == head


def test_a_newer_package_of_the_same_seal_brings_what_became_of_the_actions(
    sender: Assessing, receiver: Assessing, package: Path
) -> None:
    take_in_package(receiver, look_at_package(receiver, package))
    kept = sender.load(1)
    done = tuple(replace(action, state="done") for action in kept.actions)
    sender.set_promises(1, done, (*kept.decisions, Decision(text="A load test", at="2026-09-10")))
    export_package(sender, 1, package)
    incoming = look_at_package(receiver, package)
    assert (incoming.stands, incoming.parts.new, incoming.parts.changed) == (
        "changed",
        ("decision 2",),
        ("action DAT-04",),
    )
    told = take_in_package(receiver, incoming)
    assert [action.state for action in receiver.load(told.id).actions] == ["done"]
    assert receiver.verify().ok


def test_accepted_risks_travel_beside_the_seal(sender: Assessing, receiver: Assessing, package: Path) -> None:
    bare = package.read_bytes()
    assert b'"accepted"' not in bare, "a package without any reads as it always did"
    take_in_package(receiver, look_at_package(receiver, package))
    risk = AcceptedRisk(question="DAT-04", role="Head of Product", reason="Too dear", expires="2027-Q1")
    sender.set_accepted(1, (risk,))
    export_package(sender, 1, package)
    incoming = look_at_package(receiver, package)
    assert (incoming.stands, incoming.parts.new) == ("changed", ("accepted risk DAT-04",))
    told = take_in_package(receiver, incoming)
    assert receiver.load(told.id).accepted == sender.load(1).accepted
    sender.set_accepted(1, ())
    export_package(sender, 1, package)
    assert package.read_bytes() == bare


def test_the_same_seal_is_known_although_its_system_was_renamed(receiver: Assessing, package: Path) -> None:
    done = take_in_package(receiver, look_at_package(receiver, package))
    with receiver.workspace.database.transaction() as connection:
        connection.execute("UPDATE systems SET name = 'Checkout', folded = 'checkout'")
    again = look_at_package(receiver, package)
    assert (again.stands, again.assessment_id) == ("same", done.id)


def test_a_package_of_an_older_core_says_so(receiver: Assessing, tmp_path: Path) -> None:
    old = Assessing.create(tmp_path / "old.readiness", clock)
    questionnaire = old.library.find("scalability@0.1")
    assert questionnaire is not None
    asked = questionnaire.questions[0].id
    old.import_answers(
        replace(a_planned_assessment({}), questionnaire=questionnaire, agreed={asked: level(2)}, actions=())
    )
    old.close_assessment(1)
    path = export_package(old, 1, tmp_path / "old.readiness-package")
    old.workspace.database.close()
    incoming = look_at_package(receiver, path)
    assert incoming.older_core == "0.1"
    take_in_package(receiver, incoming)
    assert [one.seal for one in receiver.packages().received()] == ["older_core"]


def test_over_an_open_assessment_nothing_is_put(receiver: Assessing, package: Path) -> None:
    receiver.import_answers(the_worked_example())
    with pytest.raises(InputError, match="is open here") as told:
        look_at_package(receiver, package)
    assert told.value.remedy == "Delete the open one first; it can be restored."


def test_over_another_seal_nothing_is_put(receiver: Assessing, package: Path) -> None:
    receiver.import_answers(the_worked_example())
    receiver.close_assessment(1)
    with pytest.raises(InputError, match="sealed here with another seal"):
        look_at_package(receiver, package)


def test_into_its_own_workspace_there_is_nothing_to_take_in(sender: Assessing, package: Path) -> None:
    with pytest.raises(InputError, match="was sealed in this workspace"):
        look_at_package(sender, package)


def test_what_changed_since_the_preview_is_looked_at_again(receiver: Assessing, package: Path) -> None:
    incoming = look_at_package(receiver, package)
    take_in_package(receiver, incoming)
    with pytest.raises(InputError, match="changed meanwhile"):
        take_in_package(receiver, incoming)


def test_what_was_deleted_can_be_taken_in_again(receiver: Assessing, package: Path) -> None:
    done = take_in_package(receiver, look_at_package(receiver, package))
    receiver.delete(done.id)
    again = take_in_package(receiver, look_at_package(receiver, package))
    assert again.id != done.id
    assert receiver.verify().ok


def test_a_failure_in_the_middle_stores_nothing(
    receiver: Assessing, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise sqlite3.OperationalError("disk full")

    incoming = look_at_package(receiver, package)
    monkeypatch.setattr("readiness.storage.packages.seals.add", fail)
    with pytest.raises(NotSavedError):
        take_in_package(receiver, incoming)
    monkeypatch.undo()
    assert is_untouched(receiver)


def _level(document: dict[str, Any]) -> None:
    document["body"]["answers"]["agreed"]["DAT-04"]["level"] = 4


def _hash(document: dict[str, Any]) -> None:
    document["seal"]["hash"] = "0" * 64


def _moment(document: dict[str, Any]) -> None:
    document["seal"]["at"] = "2026-09-11T08:42:00.000Z"


def _weight(document: dict[str, Any]) -> None:
    document["questionnaire"]["pillars"][0]["weight"] = 1.0


def _beside_body(document: dict[str, Any]) -> None:
    document["body"]["approved"] = True


@pytest.mark.parametrize("change", [_level, _hash, _moment, _weight, _beside_body])
def test_a_broken_seal_is_refused_with_its_place(receiver: Assessing, package: Path, change: Change) -> None:
    path = changed(package, change)
    with pytest.raises(InputError, match=r"^Seal broken: ") as told:
        look_at_package(receiver, path)
    assert told.value.safe == "Nothing was stored."
    assert told.value.remedy == "Ask for the package again, from the one who sealed it."
    assert told.value.details.startswith("changed.readiness-package:1:")
    assert is_untouched(receiver)


def test_no_flipped_bit_of_what_is_sealed_comes_in(receiver: Assessing, package: Path) -> None:
    content = package.read_bytes()
    start, end = content.index(b'"body"'), content.index(b'"decisions"')
    path = package.with_name("flipped.readiness-package")
    for place in range(start + 8, end - 2, 61):
        flipped = bytearray(content)
        flipped[place] ^= 1 << (place % 7)
        path.write_bytes(flipped)
        with pytest.raises(InputError):
            look_at_package(receiver, path)
    assert is_untouched(receiver)


def _wrong_type(document: dict[str, Any]) -> None:
    document["body"]["answers"]["agreed"]["DAT-04"]["level"] = "high"


def _too_high(document: dict[str, Any]) -> None:
    document["body"]["answers"]["agreed"]["DAT-04"]["level"] = 9


def _unknown_question(document: dict[str, Any]) -> None:
    document["body"]["answers"]["agreed"]["NO-99"] = {"level": 1}


def _no_quarter(document: dict[str, Any]) -> None:
    document["body"]["period"] = "2026-Q7"


def _bad_name(document: dict[str, Any]) -> None:
    document["system"] = "Check@out"


def _other_questionnaire(document: dict[str, Any]) -> None:
    document["body"]["questionnaire"] = "other@1.0"


def _accepted_nowhere(document: dict[str, Any]) -> None:
    risk = {"question": "NO-99", "role": "Lead", "reason": "Dear", "expires": "2027-Q1"}
    document["accepted"] = [risk]


def _accepted_for_ever(document: dict[str, Any]) -> None:
    risk = {"question": "DAT-04", "role": "Lead", "reason": "Dear", "expires": "for ever"}
    document["accepted"] = [risk]


def _circle(document: dict[str, Any]) -> None:
    question = document["questionnaire"]["pillars"][0]["topics"][0]["questions"][0]
    question["needs"] = [question["id"]]


def _too_many_limits(document: dict[str, Any]) -> None:
    document["body"]["limits"] = [{"id": f"l{n}", "resource": "x"} for n in range(13)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_wrong_type, "not-a-whole-number"),
        (_too_high, "out-of-range"),
        (_unknown_question, "unknown-question"),
        (_no_quarter, "bad-period"),
        (_accepted_nowhere, "unknown-question"),
        (_accepted_for_ever, "bad-period"),
        (_bad_name, "bad-name"),
        (_other_questionnaire, "other-questionnaire"),
        (_circle, "circular-need"),
        (_too_many_limits, "too-many"),
    ],
)
def test_a_seal_that_holds_over_nonsense_is_refused_all_the_same(
    receiver: Assessing, package: Path, change: Change, code: str
) -> None:
    with pytest.raises(FaultyFileError) as told:
        look_at_package(receiver, changed(package, change, seals_again=True))
    assert code in {fault.code for fault in told.value.faults}
    assert is_untouched(receiver)


def test_an_action_of_a_question_nobody_asks_is_refused(receiver: Assessing, package: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        document["actions"][0]["questions"] = ["NO-99"]
        document["facts"][0]["question"] = "NO-98"
        document["actions"].append(dict(document["actions"][0], period="soon"))

    with pytest.raises(FaultyFileError) as told:
        look_at_package(receiver, changed(package, change))
    assert {fault.code for fault in told.value.faults} == {"unknown-question", "duplicate-id", "bad-period"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[" * 100 + b"]" * 100, "too-deep"),
        (b'{"format":"readiness-package/1","body":' + b'{"a":' * 40 + b"1" + b"}" * 41, "too-deep"),
        (b'{"format":"readiness-package/1"}', "missing-key"),
        (b'{"format":"readiness-package/2"}', "newer-format"),
        (b'{"format":"readiness-seal/1"}', "unknown-format"),
        (b'{"format":"readiness-package/1","body":{"x":NaN}}', "not-finite"),
        (b'{"format":"readiness-package/1","body":{"x":1,"x":2}}', "duplicate-key"),
        (b'{"format":"readiness-package/1","body":[]}', "not-a-mapping"),
        (b"\xff\xfe{}", "not-utf-8"),
        (b"PK\x03\x04", "control-character"),
        (b"not a package", "not-json"),
        (b"[1]", "not-a-package"),
        (b"", "not-json"),
    ],
)
def test_what_is_no_package_is_refused_with_every_fault(
    receiver: Assessing, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "hostile.readiness-package"
    path.write_bytes(content)
    with pytest.raises(FaultyFileError) as told:
        look_at_package(receiver, path)
    assert code in {fault.code for fault in told.value.faults}
    assert is_untouched(receiver)


def test_a_huge_file_is_not_even_read(receiver: Assessing, tmp_path: Path) -> None:
    path = tmp_path / "huge.readiness-package"
    with path.open("wb") as file:
        file.truncate(6_000_000)
    with pytest.raises(InputError, match="are the most"):
        look_at_package(receiver, path)


def test_a_package_puts_no_other_questionnaire_under_a_name_that_is_known(
    sender: Assessing, receiver: Assessing, package: Path
) -> None:
    def change(document: dict[str, Any]) -> None:
        document["questionnaire"]["title"] = "Another"

    receiver.import_questionnaire(sender.workspace.questionnaire_of(1)[0])
    with pytest.raises(InputError, match="asks something else"):
        look_at_package(receiver, changed(package, change, seals_again=True))


def test_a_received_seal_that_was_changed_in_the_file_is_found(receiver: Assessing, package: Path) -> None:
    take_in_package(receiver, look_at_package(receiver, package))
    with receiver.workspace.database.transaction() as connection:
        connection.execute("UPDATE packages SET body = replace(body, 'Checkout', 'Checkin')")
    assert [one.seal for one in receiver.packages().received()] == ["broken"]
    assert receiver.verify().faults == (
        "The seal that Checkout API@2026-Q3 came with does not hold any more.",
    )


def test_an_answer_that_was_changed_after_it_came_in_is_found(receiver: Assessing, package: Path) -> None:
    take_in_package(receiver, look_at_package(receiver, package))
    with receiver.workspace.database.transaction() as connection:
        connection.execute("UPDATE answers SET level = 4 WHERE question = 'DAT-04'")
    assert "Checkout API@2026-Q3 differs from its seal." in receiver.verify().faults


def test_a_copy_of_a_package_is_as_good_as_it(receiver: Assessing, package: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy of it.json"
    shutil.copy(package, copy)
    assert look_at_package(receiver, copy).stands == "new"


_KILLED = """
import os, signal, sys
from pathlib import Path
from readiness.services.assessing import Assessing
from readiness.services.sealed_packages import look_at_package, take_in_package
workspace = Assessing.open(Path(sys.argv[1]))
incoming = look_at_package(workspace, Path(sys.argv[2]))
left = int(sys.argv[3])
def count(_statement):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
workspace.workspace.connection.execute("PRAGMA cache_size = 4")
workspace.workspace.connection.set_trace_callback(count)
take_in_package(workspace, incoming)
"""


@pytest.mark.parametrize("statements", [3, 25, 60, 90])
def test_killed_while_it_takes_in_it_has_all_of_it_or_nothing(
    receiver: Assessing, package: Path, tmp_path: Path, statements: int
) -> None:
    receiver.workspace.database.close()
    path = tmp_path / "ours.readiness"
    command = [sys.executable, "-c", _KILLED, str(path), str(package), str(statements)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    again = Assessing.open(path, clock)
    try:
        assert again.verify().ok
        assert again.home() == ()
        assert take_in_package(again, look_at_package(again, package)).new
        assert again.verify().ok
    finally:
        again.workspace.database.close()


ODD: dict[str, Change] = {
    "an answer that says nothing": lambda d: d["body"]["answers"]["agreed"].update({"DAT-05": {}}),
    "a level that is none": lambda d: d["body"]["answers"]["agreed"]["DAT-01"].update({"level": None}),
    "no answers at all": lambda d: d["body"].update({"answers": {}}),
}


@pytest.mark.parametrize("kind", ODD)
def test_a_seal_that_ours_could_never_agree_with_is_refused(
    receiver: Assessing, package: Path, kind: str
) -> None:
    """Or the workspace would not be sound any more, and would be backed up no more."""
    odd = changed(package, ODD[kind], seals_again=True)
    with pytest.raises(InputError):
        look_at_package(receiver, odd)
    assert is_untouched(receiver)


@pytest.mark.parametrize(
    "at",
    ["2026-09-10", "20260910T084200Z", "2026-W37-4", "2026-02-31T00:00:00Z", "2026-09-10T08:42:00+15:00"],
)
def test_a_time_of_a_seal_that_no_workspace_writes_is_refused(
    receiver: Assessing, package: Path, at: str
) -> None:
    odd = changed(package, lambda document: document["seal"].update({"at": at}), seals_again=True)
    with pytest.raises(FaultyFileError):
        look_at_package(receiver, odd)
    assert is_untouched(receiver)


def test_what_is_taken_in_leaves_a_workspace_that_opens(receiver: Assessing, package: Path) -> None:
    """The twin."""
    again = changed(package, lambda _: None, seals_again=True)
    take_in_package(receiver, look_at_package(receiver, again))
    assert receiver.verify().ok
