"""The recorded final DDL: what a new workspace is, and what every workspace must equal (ruling 26)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

APPLICATION_ID: Final = 0x52444E53
"""“RDNS”, in bytes 68 to 71 of the file."""

VERSION_TABLE: Final = "CREATE TABLE alembic_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT"
"""Alembic's own, made strict like the others."""

TABLES: Final[tuple[str, ...]] = (
    """CREATE TABLE systems (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    team TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    lanes TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE system_lineage (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rename', 'split', 'merge')),
    from_system INTEGER NOT NULL REFERENCES systems (id),
    to_system INTEGER NOT NULL REFERENCES systems (id),
    detail TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE questionnaires (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('shipped', 'imported', 'own')),
    hash TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE assessments (
    id INTEGER PRIMARY KEY,
    system_id INTEGER NOT NULL REFERENCES systems (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision BETWEEN 1 AND 9999),
    questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
    scope TEXT NOT NULL DEFAULT 'full' CHECK (scope IN ('full', 'quick')),
    mode TEXT NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'private')),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    revealed INTEGER NOT NULL DEFAULT 1 CHECK (revealed IN (0, 1)),
    scope_in TEXT NOT NULL DEFAULT '',
    scope_out TEXT NOT NULL DEFAULT '',
    journeys TEXT NOT NULL DEFAULT '[]',
    target_factor REAL CHECK (target_factor > 0 AND target_factor < 9e999),
    target_by TEXT,
    assumed INTEGER NOT NULL DEFAULT 0 CHECK (assumed IN (0, 1)),
    place TEXT NOT NULL DEFAULT '',
    asked INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    score REAL,
    displayed INTEGER,
    label TEXT,
    low REAL,
    high REAL,
    practice_ceiling INTEGER,
    tested_ceiling REAL,
    first_limit REAL,
    first_limit_resource TEXT NOT NULL DEFAULT '',
    target REAL NOT NULL DEFAULT 10,
    target_step INTEGER NOT NULL DEFAULT 10,
    gates_open INTEGER,
    gates INTEGER,
    distance_step INTEGER,
    distance_effort REAL,
    breaks_first TEXT NOT NULL DEFAULT '',
    breaks_first_text TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    closed_at TEXT,
    trashed_at TEXT
, target_source TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT,
    salt TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT""",
    """CREATE TABLE participants (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    place INTEGER NOT NULL,
    role TEXT NOT NULL,
    lane TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    PRIMARY KEY (assessment_id, place)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answers (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    lane TEXT NOT NULL CHECK (lane IN ('agreed', 'product', 'engineering')),
    question TEXT NOT NULL,
    phase TEXT NOT NULL DEFAULT 'agreed' CHECK (phase IN ('private', 'agreed', 'restated', 'carried')),
    state TEXT NOT NULL CHECK (state IN ('level', 'unknown', 'not_applicable', 'not_asked')),
    level INTEGER CHECK (level BETWEEN 0 AND 4),
    confidence TEXT CHECK (confidence IN ('evidenced', 'informed', 'guess')),
    reason TEXT,
    note TEXT NOT NULL DEFAULT '',
    note_for TEXT NOT NULL DEFAULT 'room' CHECK (note_for IN ('room', 'report')),
    evidence TEXT NOT NULL DEFAULT '[]',
    because TEXT NOT NULL DEFAULT '',
    carried_from TEXT,
    restated INTEGER CHECK (restated BETWEEN 0 AND 4),
    person_id INTEGER,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL, ticked TEXT NOT NULL DEFAULT '[]', left_out TEXT NOT NULL DEFAULT '[]',
    CHECK ((state = 'level') = (level IS NOT NULL)),
    CHECK ((state = 'not_applicable') = (reason IS NOT NULL)),
    PRIMARY KEY (assessment_id, lane, question)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE trail (
    sequence INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    lane TEXT NOT NULL,
    question TEXT NOT NULL,
    body TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    at TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE parts (
    assessment_id INTEGER PRIMARY KEY REFERENCES assessments (id),
    body TEXT NOT NULL
) STRICT""",
    """CREATE TABLE drivers (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    peak TEXT NOT NULL DEFAULT '',
    today REAL NOT NULL CHECK (today > 0 AND today < 9e999),
    target REAL NOT NULL CHECK (target > 0 AND target < 9e999),
    tested REAL CHECK (tested >= 0 AND tested < 9e999),
    PRIMARY KEY (assessment_id, place)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE limits (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    resource TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    used REAL CHECK (used > 0 AND used < 9e999),
    capacity REAL CHECK (capacity > 0 AND capacity < 9e999),
    measured_on TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    more TEXT NOT NULL DEFAULT 'none' CHECK (more IN ('none', 'planned', 'proven')),
    lead_time_weeks REAL CHECK (lead_time_weeks >= 0 AND lead_time_weeks < 9e999),
    PRIMARY KEY (assessment_id, place)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE open_facts (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    question TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    due TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'found', 'passed_on')),
    note TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE parked (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    question TEXT,
    text TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
    at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE actions (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    key TEXT NOT NULL,
    questions TEXT NOT NULL DEFAULT '[]',
    kind TEXT NOT NULL CHECK (kind IN ('raise', 'find-out', 'settle', 'free')),
    title TEXT NOT NULL DEFAULT '',
    goal INTEGER CHECK (goal BETWEEN 0 AND 4),
    effort REAL CHECK (effort >= 0 AND effort < 9e999),
    effort_low REAL,
    effort_high REAL,
    person_id INTEGER REFERENCES people (id),
    owner TEXT NOT NULL DEFAULT '',
    period TEXT,
    place INTEGER,
    state TEXT NOT NULL DEFAULT 'planned'
        CHECK (state IN ('planned', 'under_way', 'done', 'slipped', 'dropped')),
    excluded INTEGER NOT NULL DEFAULT 0 CHECK (excluded IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (assessment_id, key)
) STRICT""",
    """CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    text TEXT NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'open' CHECK (verdict IN ('open', 'approved', 'declined', 'deferred')),
    reason TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE accepted_risks (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    question TEXT NOT NULL,
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    expires TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE incidents (
    id INTEGER PRIMARY KEY,
    system_id INTEGER NOT NULL REFERENCES systems (id),
    happened_on TEXT NOT NULL,
    title TEXT NOT NULL,
    questions TEXT NOT NULL DEFAULT '[]',
    note TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE texts (
    assessment_id INTEGER NOT NULL REFERENCES assessments (id),
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, name)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE seals (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL UNIQUE REFERENCES assessments (id),
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE keeping (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
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
    VERSION_TABLE,
)

INDEXES: Final[tuple[str, ...]] = (
    """CREATE UNIQUE INDEX one_assessment ON assessments (system_id, year, quarter, revision)
    WHERE trashed_at IS NULL""",
    """CREATE INDEX trend ON assessments (year, quarter, score, system_id)
    WHERE state = 'closed' AND trashed_at IS NULL""",
    """CREATE INDEX standing ON assessments (system_id, year, quarter, revision, score)
    WHERE state = 'closed' AND trashed_at IS NULL""",
    "CREATE INDEX descent ON system_lineage (to_system)",
)

TRIGGERS: Final[tuple[str, ...]] = (
    *(
        f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table}\n"
        f"    BEGIN SELECT RAISE(ABORT, 'what is {word} never changes'); END"
        for table, word in (("seals", "sealed"), ("trail", "on the trail"))
        for verb in ("UPDATE", "DELETE")
    ),
    # REPLACE asks the triggers above only on connections that set recursive_triggers, as ours do.
    """CREATE TRIGGER seals_keep_replace BEFORE INSERT ON seals
    WHEN EXISTS (
        SELECT 1 FROM seals
        WHERE sequence = NEW.sequence OR assessment_id = NEW.assessment_id OR hash = NEW.hash
    )
    BEGIN SELECT RAISE(ABORT, 'what is sealed never changes'); END""",
    """CREATE TRIGGER closed_stays_closed BEFORE UPDATE OF state ON assessments
    WHEN OLD.state = 'closed' AND NEW.state <> 'closed'
    BEGIN SELECT RAISE(ABORT, 'what is sealed never changes'); END""",
    """CREATE TRIGGER questionnaires_stay BEFORE UPDATE OF name, version, hash, body ON questionnaires
    BEGIN SELECT RAISE(ABORT, 'what is frozen never changes'); END""",
)

DDL: Final = (*TABLES, *INDEXES, *TRIGGERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of the file: its number (``user_version``), what it is made of, the migrations up to it."""

    number: int
    ddl: tuple[str, ...]
    migrations: Path

    @property
    def revision(self) -> str:
        """Alembic's name for it."""
        return f"{self.number:04d}"


CURRENT: Final = Format(number=3, ddl=DDL, migrations=Path(__file__).resolve().parent / "migrations")
"""The newest format this program reads, and the one it writes."""
