"""A workspace of 1,000 systems over 40 quarters: 40,000 sealed assessments with 3.2 million answers.

The figures are those of made-up assessments, each scored once by the program and used many times over.
"""

import sqlite3
from pathlib import Path
from random import Random
from typing import Final

from readiness.domain.assessment import Answer, Assessment, Driver
from readiness.domain.combining import combine
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.exchange.questionnaires import canonical_json
from readiness.services.assessing import Assessing
from readiness.services.library import Library
from readiness.storage import assessments, frames, frozen, standings, systems
from readiness.storage.frozen import Frozen

SYSTEMS: Final = 1_000
QUARTERS: Final = 40
ANSWERS: Final = 80
VARIANTS: Final = 200
LAST: Final = Period(2026, 3)
_AT: Final = "2026-09-01T09:00:00.000Z"
_OWN: Final = frozenset({"id", "system_id", "year", "quarter", "revision", "place", "state", "trashed_at"})
_COPIES: Final = """
INSERT INTO assessments (system_id, year, quarter, revision, place, state, {columns})
SELECT s.id, :year, :quarter, 1, v.id, 'closed', {chosen}
FROM systems AS s JOIN assessments AS v ON v.id = 1 + (s.id * 7 + :turn * 13) % :variants
WHERE s.archived = 0
"""
_OF_COPIES: Final = """
INSERT INTO {table} (assessment_id, {columns})
SELECT a.id, {chosen} FROM assessments AS a JOIN {table} AS o ON o.assessment_id = CAST(a.place AS INTEGER)
WHERE a.state = 'closed' ORDER BY a.id
"""


def write_many(path: Path, count: int = SYSTEMS, quarters: int = QUARTERS) -> None:
    """Write the workspace; what is in it is always the same."""
    desk = Assessing.create(path)
    connection = desk.workspace.connection
    connection.execute("PRAGMA synchronous = OFF")
    with desk.workspace.database.transaction():
        _add_variants(connection)
        for number in range(count):
            systems.key_of(connection, f"System {number:04d}", f"Team {number % 40:02d}", _AT)
        _copy(connection, quarters)
    connection.execute("ANALYZE")
    desk.workspace.database.close()


def _add_variants(connection: sqlite3.Connection) -> None:
    library = Library()
    core = library.latest()
    whole = combine(core, library.specialised(core)[:1])
    body = canonical_json(whole).decode("utf-8")
    questionnaire_id = frozen.keep(connection, Frozen(questionnaire=whole, body=body), _AT)
    system_id = systems.key_of(connection, "Variants", "", _AT)
    for number in range(VARIANTS):
        variant = _variant(whole, number)
        id_ = assessments.add(connection, (system_id, questionnaire_id), variant, _AT)
        outcome = evaluate(variant)
        frames.set_results(connection, id_, outcome, _AT)
        frames.keep_parts(connection, id_, outcome)
        standings.keep(connection, id_, outcome)
    connection.execute("UPDATE systems SET archived = 1 WHERE id = ?", (system_id,))
    connection.execute("UPDATE assessments SET trashed_at = ?", (_AT,))


def _variant(whole: Questionnaire, number: int) -> Assessment:
    random = Random(number)  # noqa: S311 - made-up answers, always the same
    lean = random.uniform(1.4, 3.4)
    levels = [min(4, max(0, round(random.gauss(lean, 0.9)))) for _ in range(ANSWERS)]
    asked = list(whole.by_id)[:ANSWERS]
    return Assessment(
        questionnaire=whole,
        system="Variants",
        period=Period(1000 + number // 4, 1 + number % 4),
        agreed={id_: Answer(level=level) for id_, level in zip(asked, levels, strict=True)},
        load=(Driver(id="orders", unit="orders/min", today=1000.0, target=10000.0, tested=1500.0),),
    )


def _copy(connection: sqlite3.Connection, quarters: int) -> None:
    names = [name for name in _columns(connection, "assessments") if name not in _OWN]
    copying = _COPIES.format(columns=", ".join(names), chosen=_chosen("v", names))
    for turn in range(quarters):
        at = LAST.plus(turn + 1 - quarters)
        values = {"year": at.year, "quarter": at.quarter, "turn": turn, "variants": VARIANTS}
        connection.execute(copying, values)
    for table in ("answers", "parts", "pillar_scores", "weak_spots"):
        own = [name for name in _columns(connection, table) if name != "assessment_id"]
        chosen = _chosen("o", own)
        connection.execute(_OF_COPIES.format(table=table, columns=", ".join(own), chosen=chosen))
    for turn in range(quarters):
        at = LAST.plus(turn + 1 - quarters)
        standings.roll_up(connection, at.year, at.quarter)


def _chosen(of: str, names: list[str]) -> str:
    return ", ".join(f"{of}.{name}" for name in names)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


if __name__ == "__main__":
    import sys

    write_many(Path(sys.argv[1]))
