"""Workspaces of every format ever written: they open, nothing is missing, history reads the same."""

import gzip
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from readiness.domain.outcome import evaluate
from readiness.errors import NotAWorkspaceError
from readiness.services.assessing import Assessing
from readiness.storage.schema import CURRENT

FORMATS = Path(__file__).resolve().parent / "formats"
COUNTS = {
    1: {
        "systems": 4,
        "system_lineage": 1,
        "questionnaires": 3,
        "assessments": 14,
        "people": 3,
        "participants": 40,
        "answers": 1309,
        "trail": 1812,
        "parts": 11,
        "drivers": 13,
        "limits": 53,
        "open_facts": 2,
        "parked": 1,
        "actions": 27,
        "decisions": 12,
        "accepted_risks": 1,
        "incidents": 1,
        "texts": 1,
        "seals": 11,
    }
}
COUNTS[2] = {
    **COUNTS[1],
    "systems": 5,
    "system_lineage": 2,
    "assessments": 15,
    "people": 4,
    "participants": 41,
    "answers": 1393,
    "trail": 1896,
    "parts": 12,
    "open_facts": 3,
    "actions": 28,
    "decisions": 13,
    "seals": 12,
    "rounds": 4,
    "packages": 1,
    "pillar_scores": 72,
    "weak_spots": 123,
    "quarter_parts": 98,
}
COUNTS[3] = {
    **COUNTS[2],
    "questionnaires": 4,
    "assessments": 16,
    "answers": 1395,
    "trail": 1900,
    "parts": 13,
    "seals": 13,
    "pillar_scores": 73,
    "quarter_parts": 101,
}
"""Rows of each table, by format."""

HEADS = {
    1: "01f56777ca732a68836d112aadd3155607670f9d0fadb1309351b5d581a8f660",
    2: "9da00b0dbdeabd51826b535a5703514c7fda712c91585c28dcbe51208858f678",
}
HEADS[3] = "8512874d50dd57541502c2a5bb759822c52d1f5690d79b816846bbbc01fb6be2"
"""The newest seal's hash, by format."""

ORIGIN = "3fd9424397696d6b7b0c9c216a97da13ee45542518ead188a64d1c946bf62cc8"
"""The seal that the package in format 2 came with."""


def unpacked(number: int, folder: Path) -> Path:
    path = folder / f"format-{number}.readiness"
    path.write_bytes(gzip.decompress((FORMATS / f"{path.name}.gz").read_bytes()))
    return path


def rows(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def history(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT sequence, assessment_id, body, previous, hash FROM seals"
        ).fetchall()
    return hashlib.sha256(repr(found).encode()).hexdigest()


def test_there_is_one_of_every_format() -> None:
    assert sorted(COUNTS) == sorted(HEADS) == list(range(1, CURRENT.number + 1))
    assert all((FORMATS / f"format-{number}.readiness.gz").is_file() for number in COUNTS)


@pytest.mark.parametrize("number", COUNTS)
def test_it_opens_with_every_row_and_its_history_word_for_word(number: int, tmp_path: Path) -> None:
    path = unpacked(number, tmp_path)
    before = history(path)
    assessing = Assessing.open(path)
    report = assessing.verify()
    assessing.close()
    assert (report.ok, report.head) == (True, HEADS[number])
    assert history(path) == before
    assert {table: rows(path, table) for table in COUNTS[number]} == COUNTS[number]


@pytest.mark.parametrize("number", COUNTS)
def test_every_assessment_in_it_can_be_read_and_scored(number: int, tmp_path: Path) -> None:
    assessing = Assessing.open(unpacked(number, tmp_path))
    lines = [line for system in assessing.home() for line in system.assessments]
    scored = [evaluate(assessing.load(line.id)).score for line in lines]
    assessing.close()
    assert len(lines) == COUNTS[number]["assessments"]
    assert [score.score for score in scored] == pytest.approx([line.score for line in lines])


def test_the_oldest_workspace_keeps_what_was_typed(tmp_path: Path) -> None:
    assessing = Assessing.open(unpacked(1, tmp_path))
    loaded = [assessing.load(line.id) for system in assessing.home() for line in system.assessments]
    assessing.close()
    facts = [fact for assessment in loaded for fact in assessment.facts]
    assert {(fact.who, fact.note) for fact in facts} == {("Łukasz Żółć", "日本語 🙂")}
    assert any(answer.note == "ü" * 4000 for one in loaded for answer in one.agreed.values())
    assert [item.text for one in loaded for item in one.parked] == ["Who owns the payment contract? <b>&</b>"]
    hidden = next(one for one in loaded if not one.revealed)
    assert (len(hidden.questionnaire.questions), evaluate(hidden).score.counts.asked) == (84, 0)


@pytest.mark.parametrize("number", COUNTS)
def test_what_lists_show_of_its_pillars_is_what_scoring_says(number: int, tmp_path: Path) -> None:
    path = unpacked(number, tmp_path)
    assessing = Assessing.open(path)
    sealed = [one.id for system in assessing.home() for one in system.assessments if one.state == "closed"]
    outcomes = {id_: evaluate(assessing.load(id_)) for id_ in sealed}
    assessing.close()
    with closing(sqlite3.connect(path)) as connection:
        kept = connection.execute(
            "SELECT assessment_id, pillar, score, coverage FROM pillar_scores ORDER BY assessment_id, place"
        ).fetchall()
        weak = connection.execute("SELECT * FROM weak_spots ORDER BY 1, 2, 3").fetchall()
    told = [(id_, part) for id_, outcome in outcomes.items() for part in outcome.score.pillars]
    assert [row[:2] for row in kept] == [(id_, part.id) for id_, part in sorted(told, key=_key)]
    assert [row[2:] for row in kept] == [
        pytest.approx((part.score, part.coverage)) for _, part in sorted(told, key=_key)
    ]
    assert weak == sorted(
        [(id_, "gate", gate) for id_, one in outcomes.items() for gate in one.growth.open_gates]
        + [
            (id_, "topic", topic.id)
            for id_, part in told
            for topic in part.topics
            if topic.displayed is not None and topic.displayed < 40
        ]
    )


def _key(told: tuple[int, object]) -> int:
    return told[0]


def test_the_second_format_keeps_what_it_added(tmp_path: Path) -> None:
    path = unpacked(2, tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        sources = connection.execute("SELECT target_source FROM assessments WHERE id = 12").fetchall()
        left = connection.execute("SELECT left_because FROM rounds WHERE system_id = 3").fetchall()
        origins = connection.execute("SELECT origin, seal FROM packages").fetchall()
    assert sources == [("2027 sales plan, 20 August – «wörtlich»",)]
    assert left == [("moved to the other product line 🙂",)]
    assert origins == [(ORIGIN, "matches")]


def test_the_third_format_keeps_what_is_ticked(tmp_path: Path) -> None:
    assessing = Assessing.open(unpacked(3, tmp_path))
    (lens,) = assessing.workspace.versions("small-lens")
    line = next(line for one in assessing.home() for line in one.assessments if line.period == "2027-Q1")
    agreed = assessing.load(line.id).agreed
    assessing.close()
    assert lens.source is not None
    assert "Alarms reach a person – «wörtlich» 🙂" in lens.source.text
    assert (agreed["backups"].ticked, agreed["backups"].left_out) == (("taken",), ("restored",))
    assert [(id_, answer.level) for id_, answer in agreed.items()] == [("backups", 4), ("alarms", 2)]


def test_a_history_that_was_changed_is_refused(tmp_path: Path) -> None:
    """The twin of the tests above: they could see a loss."""
    path = unpacked(1, tmp_path)
    content = path.read_bytes()
    at = content.index(b'"system":"Checkout API"')
    path.write_bytes(content[:at] + b'"system":"Checkout APJ"' + content[at + 23 :])
    with pytest.raises(NotAWorkspaceError):
        Assessing.open(path)
