"""Sealed assessments that came from elsewhere: the sender's seal as it came, beside our own chain.

A received assessment is closed and gets a seal of ours, so that our chain holds it like any other; what the
sender sealed stays word for word, with its hash, and can be proved at any time.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Literal, Self

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import Assessment
from readiness.domain.open_facts import OpenFact
from readiness.domain.outcome import Outcome
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.storage import (
    accepted_risks,
    assessments,
    frames,
    frozen,
    open_facts,
    people,
    promises,
    seals,
    standings,
    systems,
)
from readiness.storage.canonical import canonical, digest
from readiness.storage.clock import Clock, now, stamp
from readiness.storage.database import Database
from readiness.storage.frozen import Frozen

SealState = Literal["matches", "older_core", "broken"]

_ADD: Final = (
    "INSERT INTO packages (assessment_id, origin, seal, sealed_at, received_at, body)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_ALL: Final = """
SELECT p.assessment_id, s.name, a.year, a.quarter, a.revision, q.name || '@' || q.version, p.seal, p.origin,
       p.sealed_at, p.received_at, p.body
FROM packages AS p
JOIN assessments AS a ON a.id = p.assessment_id
JOIN systems AS s ON s.id = a.system_id
JOIN questionnaires AS q ON q.id = a.questionnaire_id
WHERE a.trashed_at IS NULL
ORDER BY p.received_at DESC, p.id DESC
"""
_IN_QUARTER: Final = _ALL.replace("ORDER BY", "AND a.year = ? AND a.quarter = ? ORDER BY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A seal of another workspace: its hash, and everything it was reckoned from."""

    hash: str
    previous: str
    at: str
    sequence: int
    body: str

    @property
    def holds(self) -> bool:
        """Whether the hash is that of the body, the time and the seal before."""
        return digest(self.previous, self.body, self.at) == self.hash

    @property
    def content(self) -> Mapping[str, Any]:
        """What the body says; nothing where it cannot be read."""
        return _read(self.body)

    def as_text(self) -> str:
        """Return the one text that is kept."""
        return canonical({name: getattr(self, name) for name in self.__slots__})

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read it back; nothing where somebody made something else of it."""
        with suppress(ValueError, TypeError, KeyError):
            told: Any = json.loads(text)
            if all(isinstance(told[name], str) for name in ("hash", "previous", "at", "body")):
                return cls(**told)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A package that was taken in; ``questionnaire`` is a reference, times are UTC."""

    assessment_id: int
    system: str
    period: str
    revision: int
    questionnaire: str
    seal: SealState
    hash: str
    sealed_at: str
    received_at: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a package brings, proved and read: the values, the texts, and what our own seal will say."""

    assessment: Assessment
    frozen: Frozen
    outcome: Outcome
    proof: Proof
    persons: Sequence[str]
    content: Mapping[str, Any]
    is_older: bool = False


Beside = tuple[
    tuple[PlannedAction, ...], tuple[Decision, ...], tuple[OpenFact, ...], tuple[AcceptedRisk, ...]
]


class Packages:
    """What came in and what goes out of one workspace."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    def evidence(self, assessment_id: int) -> tuple[Proof, str] | None:
        """Return our own seal of an assessment and its frozen questionnaire; nothing while it is open.

        A received one goes on with the seal of its sender.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT hash, previous, at, sequence, body FROM seals WHERE assessment_id = ?",
                (assessment_id,),
            ).fetchone()
            text = frozen.of_assessment(connection, assessment_id)
            if row is None or text is None:
                return None
            names = ("hash", "previous", "at", "sequence", "body")
            own = Proof(**dict(zip(names, row, strict=True)))
            return _origin(connection, assessment_id) or own, text.body

    def received(self, period: Period | None = None) -> tuple[Received, ...]:
        """Return what was taken in, the newest first, each with whether its seal still holds."""
        with self._database.reading() as connection:
            rows = connection.execute(_IN_QUARTER, (period.year, period.quarter)) if period else None
            return tuple(_received(row) for row in rows or connection.execute(_ALL))

    def receive(self, arrival: Arrival) -> int:
        """Write a whole sealed assessment in one transaction, and seal it into our chain; return its key.

        Raises:
            InputError: the system has an assessment in that period already.
        """
        at = stamp(self._clock())
        with self._database.transaction() as connection:
            keys = (
                systems.key_of(connection, arrival.assessment.system, "", at),
                frozen.keep(connection, arrival.frozen, at),
            )
            id_ = assessments.add(connection, keys, arrival.assessment, arrival.proof.at)
            _name_by_hash(connection, id_, arrival.persons)
            _close(connection, id_, arrival)
            content = {**arrival.content, "participants": people.sealed_participants(connection, id_)}
            seals.add(connection, id_, content, at)
            kind = "older_core" if arrival.is_older else "matches"
            proof = arrival.proof
            connection.execute(_ADD, (id_, proof.hash, kind, proof.at, at, proof.as_text()))
        return id_

    def refresh(self, assessment_id: int, beside: Beside) -> None:
        """Replace what stands beside the seal of a received assessment by those of a newer package."""
        at = stamp(self._clock())
        with self._database.transaction() as connection:
            promises.set_actions(connection, assessment_id, beside[0])
            promises.set_decisions(connection, assessment_id, beside[1])
            open_facts.set_facts(connection, assessment_id, beside[2])
            accepted_risks.set_risks(connection, assessment_id, beside[3], at)
            connection.execute("UPDATE assessments SET updated_at = ? WHERE id = ?", (at, assessment_id))


def _close(connection: sqlite3.Connection, id_: int, arrival: Arrival) -> None:
    frames.set_results(connection, id_, arrival.outcome, arrival.proof.at)
    frames.keep_parts(connection, id_, arrival.outcome)
    standings.keep(connection, id_, arrival.outcome)
    connection.execute(
        "UPDATE assessments SET state = 'closed', closed_at = ? WHERE id = ?", (arrival.proof.at, id_)
    )
    standings.roll_up_of(connection, id_)


def _name_by_hash(connection: sqlite3.Connection, id_: int, persons: Sequence[str]) -> None:
    """Keep who took part as their hashes alone: a package brings nobody's name."""
    for place, hash_ in enumerate(persons):
        if hash_:
            key = _person(connection, hash_)
            connection.execute(
                "UPDATE participants SET person_id = ? WHERE assessment_id = ? AND place = ?",
                (key, id_, place),
            )


def _person(connection: sqlite3.Connection, hash_: str) -> int:
    row = connection.execute("SELECT id FROM people WHERE hash = ? AND name IS NULL", (hash_,)).fetchone()
    if row is not None:
        return int(row[0])
    made = connection.execute("INSERT INTO people (name, salt, hash) VALUES (NULL, '', ?)", (hash_,))
    return int(made.lastrowid or 0)


def _origin(connection: sqlite3.Connection, assessment_id: int) -> Proof | None:
    row = connection.execute("SELECT body FROM packages WHERE assessment_id = ?", (assessment_id,)).fetchone()
    return None if row is None else Proof.parse(row[0])


def _received(row: tuple[Any, ...]) -> Received:
    id_, system, year, quarter, revision, questionnaire, kind, origin, sealed_at, received_at, body = row
    proof = Proof.parse(body)
    is_whole = proof is not None and proof.holds and proof.hash == origin
    return Received(
        assessment_id=id_,
        system=system,
        period=str(Period(year, quarter)),
        revision=revision,
        questionnaire=questionnaire,
        seal=kind if is_whole else "broken",
        hash=origin,
        sealed_at=sealed_at,
        received_at=received_at,
        content=proof.content if is_whole and proof is not None else {},
    )


def _read(body: str) -> dict[str, Any]:
    with suppress(ValueError):
        content = json.loads(body)
        return content if isinstance(content, dict) else {}
    return {}
