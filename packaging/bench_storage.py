"""A durable answer with its trail and results, against a raw upsert under the same settings."""

import sqlite3
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_measure import Pair, compare, take_turns, timed

from readiness.domain.assessment import Answer
from readiness.domain.outcome import evaluate
from readiness.services.assessing import Assessing
from readiness.services.sample import write_sample

ANSWERS = 20
"""Answers a sample; a disk's flush differs from one to the next."""

SETTINGS = ("journal_mode = DELETE", "synchronous = EXTRA", "locking_mode = EXCLUSIVE")
TABLE = "CREATE TABLE answers (assessment, question TEXT, level, at TEXT, PRIMARY KEY (assessment, question))"
UPSERT = (
    "INSERT INTO answers VALUES (?, ?, ?, ?)"
    " ON CONFLICT (assessment, question) DO UPDATE SET level = excluded.level, at = excluded.at"
)


def measure() -> list[Pair]:
    """Return the rows of saving."""
    with TemporaryDirectory(prefix="readiness-bench-") as name:
        folder = Path(name)
        raw = _raw(folder / "raw.db")
        write_sample(folder / "sample.readiness")
        assessing = Assessing.open(folder / "sample.readiness")
        try:
            return _measure(raw, assessing)
        finally:
            assessing.workspace.database.close()
            raw.close()


def _measure(raw: sqlite3.Connection, assessing: Assessing) -> list[Pair]:
    line = next(a for system in assessing.home() for a in system.assessments if a.state == "open")
    assessment = assessing.load(line.id)
    outcome = evaluate(assessment)
    ids = cycle([question.id for question in assessment.questionnaire.questions])
    levels = cycle(range(5))

    def upsert() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(UPSERT, (line.id, next(ids), next(levels), "2026-09-10T08:42:00.123Z"))
        raw.execute("COMMIT")

    def store() -> None:
        answer = Answer(level=next(levels))
        assessing.workspace.put_answers(line.id, [(next(ids), "agreed", answer)], outcome)

    def save() -> None:
        assessing.answer(line.id, next(ids), "agreed", Answer(level=next(levels)))

    taken = take_turns(
        {
            "raw sqlite3 upsert": lambda: timed(upsert, ANSWERS),
            "storage: answer, trail, results": lambda: timed(store, ANSWERS),
            "service: the same, re-scored": lambda: timed(save, ANSWERS),
        }
    )
    name = "durable answer"
    return [
        compare(taken, name, "storage: answer, trail, results", "raw sqlite3 upsert", 1.5),
        compare(taken, name, "service: the same, re-scored", "raw sqlite3 upsert", 1.5),
    ]


def _raw(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"{TABLE} WITHOUT ROWID")
    return connection
