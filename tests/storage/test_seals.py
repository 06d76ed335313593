"""A closed assessment never changes, and if it does, the chain shows it."""

import sqlite3
from contextlib import closing

import pytest
from builders import level, the_worked_example

from readiness.domain.period import Period
from readiness.errors import OutputError, SealedError, WorkspaceError
from readiness.services.assessing import Assessing, Draft

TAMPERING = (
    "DROP TRIGGER seals_keep_update",
    "UPDATE seals SET body = replace(body, '2026-Q3', '2026-Q1') WHERE sequence = 1",
)


def sealed(workspace: Assessing, times: int = 1) -> Assessing:
    workspace.close_assessment(1)
    for _ in range(1, times):
        workspace.close_assessment(workspace.revise(1))
    return workspace


def test_a_chain_of_seals_verifies(workspace: Assessing) -> None:
    report = sealed(workspace, times=3).verify()
    assert report.ok
    assert report.faults == ()
    assert report.head == workspace.seal_of(3)


def test_closing_turns_not_asked_into_unknown(workspace: Assessing) -> None:
    id_ = workspace.start(Draft(system="Search", period=Period(2026, 3), scope="quick"))
    preview = workspace.preview_close(id_)
    assert len(preview.becoming_unknown) == 15
    assert workspace.close_assessment(id_).not_asked_to_unknown == 15
    assert all(answer.unknown for answer in workspace.load(id_).agreed.values())


def test_a_sealed_assessment_refuses_every_change(workspace: Assessing) -> None:
    sealed(workspace)
    for change in (
        lambda: workspace.answer(1, "DAT-01", "agreed", level(0)),
        lambda: workspace.set_limits(1, ()),
        lambda: workspace.set_frame(1, Draft(system="x", period=Period(2026, 3))),
        lambda: workspace.close_assessment(1),
    ):
        with pytest.raises(SealedError):
            change()
    assert workspace.verify().ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE seals SET at = 'x'",
        "DELETE FROM seals",
        "UPDATE OR REPLACE seals SET sequence = sequence + 1",
        "INSERT OR REPLACE INTO seals SELECT * FROM seals",
        "REPLACE INTO seals SELECT sequence, assessment_id, '{}', previous, hash, at FROM seals",
        "INSERT INTO seals SELECT * FROM seals WHERE true ON CONFLICT (sequence) DO UPDATE SET body = '{}'",
        "INSERT INTO trail SELECT * FROM trail WHERE true ON CONFLICT (sequence) DO UPDATE SET body = '{}'",
        "UPDATE assessments SET state = 'open'",
        "UPDATE questionnaires SET body = '{}'",
        "INSERT OR REPLACE INTO trail SELECT * FROM trail",
        "UPDATE trail SET body = 'x'",
        "DELETE FROM trail",
    ],
)
def test_sql_cannot_change_what_is_sealed(workspace: Assessing, statement: str) -> None:
    sealed(workspace)
    before = workspace.workspace.connection.execute("SELECT * FROM seals").fetchall()
    with pytest.raises(sqlite3.IntegrityError):
        workspace.workspace.connection.execute(statement)
    assert workspace.workspace.connection.execute("SELECT * FROM seals").fetchall() == before


def test_tampering_is_seen_by_the_chain_and_stops_backups(workspace: Assessing) -> None:
    sealed(workspace, times=2)
    for statement in TAMPERING:
        workspace.workspace.connection.execute(statement)
    report = workspace.verify()
    assert not report.ok
    assert any("was changed after it was made" in fault for fault in report.faults)
    with pytest.raises(OutputError, match="not sound"):
        workspace.backup()


def test_tampering_is_not_seen_by_sqlite_alone(workspace: Assessing) -> None:
    """The twin: the integrity check finds nothing wrong with a falsified seal."""
    sealed(workspace)
    for statement in TAMPERING:
        workspace.workspace.connection.execute(statement)
    assert workspace.workspace.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_answer_changed_behind_a_seal_is_seen(workspace: Assessing) -> None:
    sealed(workspace)
    workspace.workspace.connection.execute("UPDATE answers SET level = 4 WHERE question = 'DAT-04'")
    report = workspace.verify()
    assert any("differs from its seal" in fault for fault in report.faults)


def test_an_answer_changed_behind_a_seal_is_not_shown(workspace: Assessing) -> None:
    sealed(workspace)
    workspace.workspace.connection.execute("UPDATE answers SET level = 4 WHERE question = 'DAT-04'")
    path = workspace.path
    workspace.workspace.database.close()
    with (
        closing(Assessing.open(path)) as again,
        pytest.raises(WorkspaceError, match="Checkout API@2026-Q3 differ from its seal"),
    ):
        again.load(1)


@pytest.mark.parametrize("what", ["quarter = 1", "score = 99.5", "displayed = 99", "revision = 7"])
def test_a_figure_in_a_list_that_is_not_the_sealed_one_is_seen(workspace: Assessing, what: str) -> None:
    sealed(workspace)
    workspace.workspace.connection.execute(f"UPDATE assessments SET {what} WHERE id = 1")
    assert any("listed with another quarter or score" in fault for fault in workspace.verify().faults)


def test_a_seal_that_was_taken_out_is_missed(workspace: Assessing) -> None:
    sealed(workspace, times=2)
    workspace.workspace.connection.execute("DROP TRIGGER seals_keep_delete")
    workspace.workspace.connection.execute("DELETE FROM seals WHERE sequence = 1")
    faults = " ".join(workspace.verify().faults)
    assert "Seal 1 is missing" in faults
    assert "has no seal" in faults


def test_a_revision_starts_from_the_sealed_answers(workspace: Assessing) -> None:
    sealed(workspace)
    again = workspace.load(workspace.revise(1))
    assert again.reference == "Checkout API@2026-Q3#2"
    assert again.agreed["DAT-04"].level == the_worked_example().agreed["DAT-04"].level
