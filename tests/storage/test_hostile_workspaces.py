"""Files that only look like workspaces: refused at once, untouched, with the newest good backup named."""

import os
import shutil
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from builders import the_worked_example

from readiness.errors import NewerWorkspaceError, NotAWorkspaceError, ReadinessError
from readiness.services.assessing import Assessing
from readiness.storage import backup_names
from readiness.storage.opening import open_database

AT_ONCE_S = 1.0
Spoil = Callable[[Path], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workspace of a sealed quarter and an open one, and its backup; made once."""
    folder = tmp_path_factory.mktemp("hostile")
    with closing(Assessing.create(folder / "work.readiness")) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
        desk.revise(1)
        desk.backup()
    return folder


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "folder")
    return tmp_path / "folder" / "work.readiness"


def sql(*statements: str) -> Spoil:
    """Return what runs statements in a file, as another program would."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                connection.execute(statement)

    return spoil


def schema(change: str, *between: str, back: str = "") -> Spoil:
    """Return what rewrites the text of the tables, does something under it, and perhaps puts it back."""

    def spoil(path: Path) -> None:
        for text, then in ((change, between), (back, ())):
            if text:
                sql("PRAGMA writable_schema = ON", f"UPDATE sqlite_master SET sql = {text}")(path)
                sql(*then)(path)

    return spoil


def instead(table: str, text: str) -> Spoil:
    """Return what puts a view in the place of a table."""
    return sql(f"DROP TABLE {table}", f"CREATE VIEW {table} AS {text}")


def put(offset: int, content: bytes) -> Spoil:
    """Return what writes bytes into a file."""

    def spoil(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(content)

    return spoil


def swap(before: bytes, after: bytes) -> Spoil:
    """Return what replaces bytes by as many others, wherever they stand."""

    def spoil(path: Path) -> None:
        whole = path.read_bytes()
        assert before in whole
        path.write_bytes(whole.replace(before, after))

    return spoil


def whole(content: bytes) -> Spoil:
    """Return what puts something else in a file's place."""

    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


def cut(part: float) -> Spoil:
    def spoil(path: Path) -> None:
        size = int(path.stat().st_size * part) // 4096 * 4096
        os.truncate(path, size)

    return spoil


def zeroed(path: Path) -> None:
    """Blank the page that most answers are on, behind its head."""
    content = bytearray(path.read_bytes())
    page = content.index(b"DAT-01") // 4096 * 4096
    content[page + 200 : page + 4000] = bytes(3800)
    path.write_bytes(content)


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(5000, len(content), 997):
        content[place] ^= 0x55
    path.write_bytes(content)


FIRST_INDEX = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL LIMIT 1"
LESS_INDEX = ("PRAGMA writable_schema = ON", f"DELETE FROM sqlite_master WHERE name = ({FIRST_INDEX})")
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i AS name FROM n"
BOMB = "replace(sql, 'archived ', 'bomb TEXT AS (hex(zeroblob(100000000))), archived ')"

NO_WORKSPACES: dict[str, Spoil] = {
    "trigger that deletes history": sql(
        "CREATE TRIGGER t AFTER INSERT ON trail BEGIN DELETE FROM answers WHERE question = 'DAT-02'; END"
    ),
    "trigger that falsifies": sql(
        "CREATE TRIGGER t AFTER UPDATE ON assessments BEGIN UPDATE answers SET level = 4; END"
    ),
    "view for a table": instead("limits", "SELECT 1 AS id"),
    "endless view": instead("systems", ENDLESS),
    "view that loads code": instead("texts", "SELECT load_extension('/tmp/x.so') AS name"),
    "column that is a bomb": schema(BOMB),
    "one table more": sql("CREATE TABLE extra (a)"),
    "one index less": sql(*LESS_INDEX),
    "another program's number": put(68, b"\x00\x00\x00\x07"),
    "format below one": put(60, b"\xff\xff\xff\xfe"),
    "nothing in it": whole(b""),
    "a text": whole(b"Dear all,\n" * 900),
    "chance": whole(bytes(range(256)) * 64),
    "only a head": whole(b"SQLite format 3\x00" + bytes(84)),
    "no page size": put(16, b"\x00\x00"),
    "a page size that is none": put(16, b"\x0b\xb9"),
    "a way of writing nobody knows": put(18, b"\x09\x09"),
    "cut to half": cut(0.5),
    "a count of pages that lies": put(28, b"\x00\x00\x00\x02"),
    "blank cells": zeroed,
    "flipped bits": flipped,
    "tables that are cut off": put(100, bytes(2000)),
    "a quarter that was moved": swap(b'"period":"2026-Q3"', b'"period":"2026-Q1"'),
    "one letter of what was sealed": swap(b'"system":"Checkout', b'"system":"Checkaut'),
    "bytes where a text belongs": schema(
        "replace(sql, ' STRICT', '')",
        "UPDATE answers SET note = x'0102' WHERE question = 'DAT-01'",
        back="CASE WHEN type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%WITHOUT ROWID%'"
        " THEN sql || ' STRICT' ELSE replace(sql, ') , WITHOUT', ') STRICT, WITHOUT') END",
    ),
    "an answer of no assessment": sql("UPDATE answers SET assessment_id = 999 WHERE assessment_id = 2"),
}


@pytest.mark.parametrize("kind", NO_WORKSPACES)
def test_it_is_refused_at_once_untouched_and_the_newest_good_backup_named(path: Path, kind: str) -> None:
    NO_WORKSPACES[kind](path)
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    begin = time.process_time()
    with pytest.raises(NotAWorkspaceError) as refused:
        open_database(path)
    assert time.process_time() - begin < AT_ONCE_S
    backup = backup_names.kept(path)[0].path
    assert f"Open its backup “{backup.name}” in “work backups”." in refused.value.sentence()
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names


def test_the_backup_that_is_named_opens_with_the_history(path: Path) -> None:
    flipped(path)
    backup = backup_names.kept(path)[0].path
    with closing(Assessing.open(backup, look_only=True)) as desk:
        assert desk.verify().ok
        assert len(desk.home()[0].assessments) == 2


def test_a_backup_that_is_spoilt_too_is_not_named(path: Path) -> None:
    flipped(path)
    for backup in backup_names.kept(path):
        flipped(backup.path)
    with pytest.raises(NotAWorkspaceError) as refused:
        open_database(path)
    assert "Open another file." in refused.value.sentence()


def test_without_a_look_at_the_tables_a_trigger_would_delete_what_was_said(path: Path) -> None:
    """The twin: an opener that believes the file."""
    NO_WORKSPACES["trigger that deletes history"](path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        count = "SELECT count(*) FROM answers WHERE question = 'DAT-02'"
        assert connection.execute(count).fetchone()[0]
        connection.execute(
            "INSERT INTO trail (assessment_id, lane, question, body, at)"
            " SELECT assessment_id, lane, question, body, at FROM trail LIMIT 1"
        )
        assert connection.execute(count).fetchone()[0] == 0


def test_a_newer_one_is_left_as_it_is(path: Path) -> None:
    put(60, b"\x00\x00\x00\x63")(path)
    before = path.read_bytes()
    with pytest.raises(NewerWorkspaceError, match="format 99"):
        open_database(path)
    assert path.read_bytes() == before


def read_all(path: Path) -> None:
    with closing(open_database(path, look_only=True)) as database:
        desk = Assessing.over(database)
        desk.home()
        desk.load(2)


@pytest.mark.parametrize(
    "change",
    [
        "answers SET note = CAST(x'ff80' AS TEXT)",
        "answers SET level = 9",
        "answers SET level = -1",
        "answers SET state = 'maybe'",
        "answers SET ticked = 'no json'",
        "answers SET evidence = '[1'",
        "assessments SET score = 9e999",
        "assessments SET displayed = 9007199254740993",
        "assessments SET label = CAST(x'ff' AS TEXT)",
    ],
)
def test_what_no_answer_and_no_score_can_be_is_refused_where_it_is_read(path: Path, change: str) -> None:
    key = "id" if change.startswith("assessments") else "assessment_id"
    sql(f"UPDATE {change} WHERE {key} = 2")(path)
    with pytest.raises(ReadinessError, match=path.name):
        read_all(path)


def test_an_empty_note_where_one_must_be_is_refused_by_the_file_itself(path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        sql("UPDATE answers SET note = NULL")(path)


def test_what_nobody_spoilt_is_read(path: Path) -> None:
    """The twin: the same look at the same file."""
    read_all(path)


@pytest.mark.parametrize("kind", ["dangling link", "folder", "pipe", "socket", "device", "hard link"])
def test_what_is_no_file_of_its_own_is_refused_at_once(path: Path, kind: str) -> None:
    target = path.with_name("target.readiness")
    held: list[socket.socket] = []
    if kind == "dangling link":
        target.symlink_to(path.with_name("nowhere"))
    elif kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "socket":
        held.append(socket.socket(socket.AF_UNIX))
        held[0].bind(os.path.relpath(target))
    elif kind == "device":
        target.symlink_to("/dev/zero")
    else:
        os.link(path, target)
    begin = time.monotonic()
    with pytest.raises(ReadinessError):
        open_database(target)
    assert time.monotonic() - begin < AT_ONCE_S
    for one in held:
        one.close()
