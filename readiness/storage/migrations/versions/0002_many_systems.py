"""Format 2: many systems at once: scores that SQL can sort, rounds, packages, where a target comes from."""

from typing import Final

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    "ALTER TABLE assessments ADD COLUMN target_source TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE rounds (
    year INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    system_id INTEGER NOT NULL REFERENCES systems (id),
    due TEXT NOT NULL DEFAULT '',
    left_because TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (year, quarter, system_id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE packages (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL UNIQUE REFERENCES assessments (id),
    origin TEXT NOT NULL DEFAULT '',
    seal TEXT NOT NULL CHECK (seal IN ('matches', 'older_core')),
    sealed_at TEXT NOT NULL DEFAULT '',
    received_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT""",
    """CREATE TABLE pillar_scores (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    pillar TEXT NOT NULL,
    place INTEGER NOT NULL,
    score REAL,
    coverage REAL,
    PRIMARY KEY (assessment_id, pillar)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE weak_spots (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    kind TEXT NOT NULL CHECK (kind IN ('gate', 'topic')),
    spot TEXT NOT NULL,
    PRIMARY KEY (assessment_id, kind, spot)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE quarter_parts (
    year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    part TEXT NOT NULL,
    assessed INTEGER NOT NULL,
    scored INTEGER NOT NULL,
    total REAL NOT NULL,
    weak INTEGER NOT NULL,
    PRIMARY KEY (year, quarter, part)
) STRICT, WITHOUT ROWID""",
    """CREATE INDEX standing ON assessments (system_id, year, quarter, revision, score)
    WHERE state = 'closed' AND trashed_at IS NULL""",
    "CREATE INDEX descent ON system_lineage (to_system)",
)

PILLARS: Final = """
INSERT INTO pillar_scores (assessment_id, pillar, place, score, coverage)
SELECT p.assessment_id, json_extract(j.value, '$[0]'), j.key, json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
FROM parts AS p
JOIN assessments AS a ON a.id = p.assessment_id
JOIN questionnaires AS q ON q.id = a.questionnaire_id
JOIN json_each(iif(json_valid(p.body), p.body, '[]')) AS j
WHERE json_extract(j.value, '$[0]') IN (
    SELECT json_extract(k.value, '$.id')
    FROM json_each(iif(json_valid(q.body), q.body, '{}'), '$.pillars') AS k
)
"""
TOPICS: Final = """
INSERT INTO weak_spots (assessment_id, kind, spot)
SELECT p.assessment_id, 'topic', json_extract(j.value, '$[0]')
FROM parts AS p JOIN json_each(iif(json_valid(p.body), p.body, '[]')) AS j
WHERE round(json_extract(j.value, '$[1]'), 9) < 39.5 AND json_extract(j.value, '$[2]') >= 0.6
  AND NOT EXISTS (
    SELECT 1 FROM pillar_scores AS s
    WHERE s.assessment_id = p.assessment_id AND s.pillar = json_extract(j.value, '$[0]')
  )
"""
GATES: Final = """
INSERT OR IGNORE INTO weak_spots (assessment_id, kind, spot)
SELECT e.assessment_id, 'gate', j.value
FROM seals AS e JOIN json_each(iif(json_valid(e.body), e.body, '{}'), '$.results.open_gates') AS j
WHERE j.type = 'text'
"""
ROLL_UP: Final = """
INSERT INTO quarter_parts (year, quarter, part, assessed, scored, total, weak)
WITH counting AS (
    SELECT a.id, a.year, a.quarter, a.scope, a.score, a.displayed IS NOT NULL AS shown
    FROM assessments AS a
    WHERE a.state = 'closed' AND a.trashed_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM assessments AS b
        WHERE b.system_id = a.system_id AND b.year = a.year AND b.quarter = a.quarter
          AND b.revision > a.revision AND b.state = 'closed' AND b.trashed_at IS NULL
    )
), told AS (
    SELECT year, quarter, '' AS part, scope = 'full' AND shown AS counts, score FROM counting
    UNION ALL
    SELECT c.year, c.quarter, json_extract(j.value, '$[0]'),
           c.scope = 'full' AND json_extract(j.value, '$[2]') >= 0.6, json_extract(j.value, '$[1]')
    FROM counting AS c JOIN parts AS p ON p.assessment_id = c.id
    JOIN json_each(iif(json_valid(p.body), p.body, '[]')) AS j
)
SELECT year, quarter, part, count(*), count(score) FILTER (WHERE counts), total(score) FILTER (WHERE counts),
       count(*) FILTER (WHERE counts AND round(score, 9) < 39.5)
FROM told GROUP BY year, quarter, part
"""


def upgrade() -> None:
    """Add the tables, and fill what older files say already."""
    for statement in (*STATEMENTS, PILLARS, TOPICS, GATES, ROLL_UP):
        op.execute(statement)
