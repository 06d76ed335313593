"""Files whose tables, pages and chain hold, and which say what nobody wrote: refused when they are opened."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builders import the_worked_example

from readiness.domain.incidents import Incident
from readiness.errors import NotAWorkspaceError
from readiness.services.assessing import Assessing
from readiness.storage import content
from readiness.storage.opening import open_database

DEEP = "[" * 1500 + "]" * 1500


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace of a sealed quarter and an open one, with something in most tables; made once."""
    path = tmp_path_factory.mktemp("falsified") / "work.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
        desk.revise(1)
        desk.set_incidents(2, (Incident(on="2026-08-01", title="Slow", questions=("DAT-01",)),))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def rewrite(path: Path, *statements: str, given: tuple[object, ...] = ()) -> None:
    """Change a file as somebody does who knows how: the triggers are back in their places afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            other.execute(statement, given if "?" in statement else ())
        for _, text in triggers:
            other.execute(text)


FALSE: dict[str, tuple[str, ...]] = {
    "a prompt": ("UPDATE questionnaires SET body = replace(body, 'prompt\":\"', 'prompt\":\"No ')",),
    "a weight": ("UPDATE questionnaires SET body = replace(body, '\"weight\":5', '\"weight\":1')",),
    "the hash of a questionnaire": ("UPDATE questionnaires SET hash = 'x' || hash",),
    "its version": ("UPDATE questionnaires SET version = '9.9'",),
    "the newest seal": (
        "DELETE FROM seals",
        "UPDATE assessments SET state = 'open', closed_at = NULL WHERE id = 1",
    ),
    "how many seals there were": ("UPDATE sqlite_sequence SET seq = 99",),
    "that there were any": ("DELETE FROM sqlite_sequence",),
    "the first line of the trail": ("DELETE FROM trail WHERE sequence = 1",),
    "the last line of the trail": ("DELETE FROM trail WHERE sequence = (SELECT max(sequence) FROM trail)",),
    "the whole trail": ("DELETE FROM trail",),
    "the order of the trail": ("UPDATE trail SET sequence = sequence + 1000",),
    "a person": ("INSERT INTO people (name, salt, hash) VALUES ('Eve', 's', 'h')",),
    "a label": ("UPDATE assessments SET label = 'Ready' WHERE id = 1",),
    "a range": ("UPDATE assessments SET low = 1, high = 2 WHERE id = 1",),
    "a step": ("UPDATE assessments SET practice_ceiling = 100 WHERE id = 1",),
    "a test": ("UPDATE assessments SET tested_ceiling = 100 WHERE id = 1",),
    "a target": ("UPDATE assessments SET target = 2, target_step = 2 WHERE id = 1",),
    "the gates": ("UPDATE assessments SET gates_open = 0 WHERE id = 1",),
}


@pytest.mark.parametrize("what", FALSE)
def test_what_was_changed_behind_the_chain_is_seen(path: Path, what: str) -> None:
    rewrite(path, *FALSE[what])
    before = path.read_bytes()
    with pytest.raises(NotAWorkspaceError, match="damaged"):
        open_database(path)
    assert path.read_bytes() == before


def test_what_was_rewritten_as_it_was_is_opened(path: Path) -> None:
    """The twin: the same hand, the same triggers, nothing changed."""
    rewrite(path, "UPDATE trail SET sequence = sequence", "UPDATE assessments SET label = label")
    with closing(Assessing.open(path)) as desk:
        assert desk.verify().ok


SAYS: dict[str, tuple[str, object]] = {
    "lanes": ("UPDATE systems SET lanes = ?", "no json"),
    "lanes as a list": ("UPDATE systems SET lanes = ?", "[]"),
    "evidence": ("UPDATE answers SET evidence = ?", "[1]"),
    "evidence without end": ("UPDATE answers SET evidence = ?", "[NaN]"),
    "ticks": ("UPDATE answers SET ticked = ?", '{"a":1}'),
    "a day of an answer": ("UPDATE answers SET at = ?", "2026-13-45T00:00:00.000Z"),
    "a day that no month has": ("UPDATE answers SET at = ?", "2026-02-31T00:00:00.000Z"),
    "no day": ("UPDATE answers SET at = ?", "now"),
    "a line of the trail": ("UPDATE trail SET body = ?", "null"),
    "journeys": ("UPDATE assessments SET journeys = ? WHERE id = 2", '"a"'),
    "questions of an incident": ("UPDATE incidents SET questions = ?", "[{}]"),
    "a number without end": ("UPDATE assessments SET distance_effort = ? WHERE id = 2", float("inf")),
    "a number below none": ("UPDATE assessments SET first_limit = ? WHERE id = 2", -1e308),
    "a day of an incident": ("UPDATE incidents SET happened_on = ?", "2026-13-45"),
    "parts": ("UPDATE parts SET body = ?", "3"),
}


@pytest.mark.parametrize("what", SAYS)
def test_what_no_row_of_ours_says_is_refused_before_anything_reads_it(path: Path, what: str) -> None:
    statement, value = SAYS[what]
    rewrite(path, statement, given=(value,))
    with pytest.raises(NotAWorkspaceError, match="says what cannot be"):
        open_database(path)


@pytest.mark.parametrize("column", ["evidence", "ticked", "left_out"])
def test_what_nests_without_end_is_refused_where_it_is_met(path: Path, column: str) -> None:
    rewrite(path, f"UPDATE answers SET {column} = ?", given=(DEEP,))
    with pytest.raises(NotAWorkspaceError, match="damaged"):
        open_database(path)


def test_a_page_hung_on_at_the_end_is_no_reason_to_look_less_closely(path: Path) -> None:
    rewrite(path, *FALSE["a prompt"])
    os.truncate(path, (content.AFFORDABLE // 4096 + 2) * 4096)
    with pytest.raises(NotAWorkspaceError, match="was changed after it was frozen"):
        open_database(path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sqlite_master SET type = 'TABLE' WHERE name = 'limits'",
        "UPDATE sqlite_master SET tbl_name = 'texts' WHERE name = 'limits'",
        "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'limits'",
    ],
)
def test_a_table_under_another_name_than_its_text_says_is_refused(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(change)
    with pytest.raises(NotAWorkspaceError):
        open_database(path)


@pytest.mark.parametrize("encoding", [2, 3, 9])
def test_texts_that_are_not_utf_8_are_refused_by_the_head(path: Path, encoding: int) -> None:
    with path.open("r+b") as file:
        file.seek(56)
        file.write(encoding.to_bytes(4, "big"))
    with pytest.raises(NotAWorkspaceError, match="UTF-8"):
        open_database(path)
