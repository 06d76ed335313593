"""A program that is killed while it writes: it leaves a file half changed, and its journal."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from readiness.storage.leftovers import journal_of

ROWS = 400

_KILLED_WHILE_WRITING = """
import os, signal, sqlite3, sys
from pathlib import Path
from readiness.storage.opening import open_database
connection = open_database(Path(sys.argv[1])).connection
connection.execute("PRAGMA cache_size = 4")  # so that pages reach the file before the commit
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE keeping SET value = 'after' || substr(value, 7)")
if sys.argv[2] == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
print("writing", flush=True)
sys.stdin.read()
"""


def fill(connection: sqlite3.Connection) -> None:
    """Write rows over many pages."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO keeping VALUES (?, ?)", [(f"{n:05d}", "before" + "x" * 500) for n in range(ROWS)]
    )
    connection.execute("COMMIT")


def values(connection: sqlite3.Connection) -> set[str]:
    """Return how the rows begin: one word, unless a transaction was torn."""
    return {row[0] for row in connection.execute("SELECT substr(value, 1, 5) FROM keeping")}


def crash(path: Path) -> Path:
    """Kill a program while it writes; return the journal it leaves."""
    done = subprocess.run(
        [sys.executable, "-c", _KILLED_WHILE_WRITING, str(path), "kill"], capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return journal_of(path)


def still_writing(path: Path) -> "subprocess.Popen[str]":
    """Start a program that stays in the middle of writing."""
    return subprocess.Popen(
        [sys.executable, "-c", _KILLED_WHILE_WRITING, str(path), "stay"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
