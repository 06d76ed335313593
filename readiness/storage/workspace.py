"""The workspace as domain values: every write is one transaction, every sealed assessment refuses."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import normalize

from readiness.domain.assessment import Answer, Assessment, Limit, Period, Target
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Lane, Questionnaire
from readiness.errors import InputError, NotFoundError, SealedError
from readiness.storage import answers, frames, people, reading, seals
from readiness.storage.canonical import canonical, digest
from readiness.storage.clock import Clock, now, stamp
from readiness.storage.database import Database
from readiness.storage.seals import ChainReport, Seal

Parse = Callable[[bytes], Questionnaire]

_FRAME: Final = (
    "UPDATE assessments SET scope_in = ?, scope_out = ?, journeys = ?, target_factor = ?, target_by = ?,"
    " assumed = ?, mode = ?, updated_at = ? WHERE id = ?"
)
_LOAD: Final = (
    "SELECT s.name, a.year, a.quarter, a.revision, a.scope, a.scope_in, a.scope_out, a.journeys,"
    " a.target_factor, a.target_by, a.assumed, a.revealed, a.state, q.hash, q.body"
    " FROM assessments AS a JOIN systems AS s ON s.id = a.system_id"
    " JOIN questionnaires AS q ON q.id = a.questionnaire_id WHERE a.id = ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A questionnaire as it is kept: its canonical text and where it came from."""

    questionnaire: Questionnaire
    body: str
    origin: str = "shipped"


class Workspace:
    """One open workspace. ``parse`` turns a frozen questionnaire's text into the value."""

    def __init__(self, database: Database, parse: Parse, clock: Clock = now) -> None:
        self.database = database
        self._parse = parse
        self._clock = clock
        self._parsed: dict[str, Questionnaire] = {}

    @property
    def connection(self) -> sqlite3.Connection:
        """The one connection."""
        return self.database.connection

    def systems(self) -> tuple[reading.SystemLine, ...]:
        """Return the lists of Home."""
        return reading.systems(self.connection)

    def questionnaires(self) -> tuple[reading.QuestionnaireLine, ...]:
        """Return what is frozen here."""
        return reading.questionnaires(self.connection)

    def questionnaire(self, reference: str) -> Questionnaire | None:
        """Return a frozen questionnaire by ``id@version``, the newest of that name if several differ."""
        name, _, version = reference.rpartition("@")
        row = self.connection.execute(
            "SELECT hash, body FROM questionnaires WHERE name = ? AND version = ? ORDER BY id DESC LIMIT 1",
            (name, version),
        ).fetchone()
        return None if row is None else self._questionnaire(*row)

    def freeze(self, frozen: Frozen) -> None:
        """Keep a questionnaire in the workspace."""
        with self.database.transaction() as connection:
            self._freeze(connection, frozen)

    def start(self, assessment: Assessment, frozen: Frozen, *, team: str, mode: str, outcome: Outcome) -> int:
        """Write a new assessment with whatever it already holds; return its key.

        Raises:
            InputError: the system has an assessment in that period already.
        """
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            system_id = self._system(connection, assessment.system, team, at)
            self._refuse_second(connection, system_id, assessment)
            made = connection.execute(
                "INSERT INTO assessments (system_id, year, quarter, revision, questionnaire_id, scope, mode,"
                " revealed, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    system_id,
                    assessment.period.year,
                    assessment.period.quarter,
                    assessment.revision,
                    self._freeze(connection, frozen),
                    assessment.scope,
                    mode,
                    int(assessment.revealed),
                    at,
                    at,
                ),
            )
            id_ = int(made.lastrowid or 0)
            self._write_frame(connection, id_, assessment, mode, at)
            frames.set_limits(connection, id_, assessment.limits)
            self._write_answers(connection, id_, assessment, at)
            frames.set_results(connection, id_, outcome, at)
        return id_

    def load(self, assessment_id: int) -> Assessment:
        """Return an assessment as a value, with the questionnaire as its scope sees it.

        Raises:
            NotFoundError: there is none with that key.
        """
        row = self.connection.execute(_LOAD, (assessment_id,)).fetchone()
        if row is None:
            raise NotFoundError(f"There is no assessment {assessment_id} in {self.database.path.name}.")
        (
            system,
            year,
            quarter,
            revision,
            scope,
            inside,
            outside,
            journeys,
            factor,
            by,
            assumed,
            revealed,
            state,
        ) = row[:13]
        lanes = answers.all_of(self.connection, assessment_id)
        return Assessment(
            questionnaire=self._questionnaire(*row[13:]).within(scope),
            system=system,
            period=Period(year, quarter),
            scope=scope,
            scope_in=inside,
            scope_out=outside,
            journeys=tuple(json.loads(journeys)),
            target=None if factor is None else Target(factor=factor, by=by),
            assumed=bool(assumed),
            load=frames.drivers(self.connection, assessment_id),
            limits=frames.limits(self.connection, assessment_id),
            participants=people.participants(self.connection, assessment_id),
            agreed=lanes["agreed"],
            product=lanes["product"],
            engineering=lanes["engineering"],
            revealed=bool(revealed),
            revision=revision,
            sealed=state == "closed",
        )

    def put_answer(
        self, assessment_id: int, question: str, lane: Lane, answer: Answer, outcome: Outcome
    ) -> str:
        """Write one answer with its trail and the results; return when."""
        return self.put_answers(assessment_id, [(question, lane, answer)], outcome)

    def put_answers(self, assessment_id: int, given: list[tuple[str, Lane, Answer]], outcome: Outcome) -> str:
        """Write several answers as one; return when."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            self._refuse_sealed(connection, assessment_id)
            for question, lane, answer in given:
                by = people.person(connection, answer.by)
                answers.put(connection, assessment_id, question, lane, answer, at=at, person=by)
            frames.set_results(connection, assessment_id, outcome, at)
        return at

    def set_limits(self, assessment_id: int, limits: tuple[Limit, ...], outcome: Outcome) -> str:
        """Replace the limits table; return when."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            self._refuse_sealed(connection, assessment_id)
            frames.set_limits(connection, assessment_id, limits)
            frames.set_results(connection, assessment_id, outcome, at)
        return at

    def set_frame(self, assessment_id: int, assessment: Assessment, mode: str, outcome: Outcome) -> str:
        """Replace scope, journeys, load, target and people; return when."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            self._refuse_sealed(connection, assessment_id)
            self._write_frame(connection, assessment_id, assessment, mode, at)
            frames.set_results(connection, assessment_id, outcome, at)
        return at

    def place(self, assessment_id: int) -> str:
        """Return the question where the assessment was left."""
        row = self.connection.execute(
            "SELECT place FROM assessments WHERE id = ?", (assessment_id,)
        ).fetchone()
        return "" if row is None else str(row[0])

    def set_place(self, assessment_id: int, question: str) -> None:
        """Remember where the assessment stands."""
        with self.database.transaction() as connection:
            connection.execute("UPDATE assessments SET place = ? WHERE id = ?", (question, assessment_id))

    def close(
        self, assessment_id: int, closed: Assessment, outcome: Outcome, content: Mapping[str, Any]
    ) -> Seal:
        """Write what closing makes of it, and seal that (in one transaction)."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            self._refuse_sealed(connection, assessment_id)
            before = answers.all_of(connection, assessment_id)["agreed"]
            for question, answer in closed.agreed.items():
                if before.get(question) != answer:
                    answers.put(connection, assessment_id, question, "agreed", answer, at=at)
            frames.set_results(connection, assessment_id, outcome, at)
            frames.keep_parts(connection, assessment_id, outcome)
            connection.execute(
                "UPDATE assessments SET state = 'closed', revealed = 1, closed_at = ? WHERE id = ?",
                (at, assessment_id),
            )
            sealed = {**content, "participants": people.sealed_participants(connection, assessment_id)}
            return seals.add(connection, assessment_id, sealed, at)

    def verify(self) -> ChainReport:
        """Verify every seal."""
        return seals.verify(self.connection)

    def seal_of(self, assessment_id: int) -> str | None:
        """Return the hash of an assessment's seal."""
        return seals.seal_of(self.connection, assessment_id)

    def sealed_bodies(self) -> list[tuple[int, dict[str, Any]]]:
        """Return what each seal holds, by assessment."""
        rows = self.connection.execute("SELECT assessment_id, body FROM seals ORDER BY sequence")
        found = []
        for assessment_id, body in rows:
            with suppress(ValueError):
                found.append((int(assessment_id), json.loads(body)))
        return found

    def trash(self, assessment_id: int) -> None:
        """Put an assessment into the trash, from where it can be restored."""
        self._set_trashed(assessment_id, stamp(self._clock()))

    def restore(self, assessment_id: int) -> None:
        """Take an assessment out of the trash.

        Raises:
            InputError: another has taken its period meanwhile.
        """
        try:
            self._set_trashed(assessment_id, None)
        except sqlite3.IntegrityError as error:
            raise InputError(
                "Another assessment has this period now.",
                safe="Both are kept.",
                remedy="Delete that one first.",
            ) from error

    def _set_trashed(self, assessment_id: int, at: str | None) -> None:
        with self.database.transaction() as connection:
            connection.execute("UPDATE assessments SET trashed_at = ? WHERE id = ?", (at, assessment_id))

    def _questionnaire(self, hash_: str, body: str) -> Questionnaire:
        if hash_ not in self._parsed:
            self._parsed[hash_] = self._parse(body.encode("utf-8"))
        return self._parsed[hash_]

    def _freeze(self, connection: sqlite3.Connection, frozen: Frozen) -> int:
        hash_ = digest(frozen.body)
        row = connection.execute("SELECT id FROM questionnaires WHERE hash = ?", (hash_,)).fetchone()
        if row is not None:
            return int(row[0])
        made = connection.execute(
            "INSERT INTO questionnaires (name, version, origin, hash, body, added_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                frozen.questionnaire.id,
                frozen.questionnaire.version,
                frozen.origin,
                hash_,
                frozen.body,
                stamp(self._clock()),
            ),
        )
        return int(made.lastrowid or 0)

    def _system(self, connection: sqlite3.Connection, name: str, team: str, at: str) -> int:
        folded = normalize("NFC", name).casefold()
        row = connection.execute("SELECT id FROM systems WHERE folded = ?", (folded,)).fetchone()
        if row is not None:
            if team:
                connection.execute("UPDATE systems SET team = ? WHERE id = ?", (team, row[0]))
            return int(row[0])
        made = connection.execute(
            "INSERT INTO systems (name, folded, team, created_at) VALUES (?, ?, ?, ?)",
            (name, folded, team, at),
        )
        return int(made.lastrowid or 0)

    def _refuse_second(self, connection: sqlite3.Connection, system_id: int, assessment: Assessment) -> None:
        row = connection.execute(
            "SELECT 1 FROM assessments WHERE system_id = ? AND year = ? AND quarter = ? AND revision = ?"
            " AND trashed_at IS NULL",
            (system_id, assessment.period.year, assessment.period.quarter, assessment.revision),
        ).fetchone()
        if row is not None:
            raise InputError(
                f"{assessment.system} already has an assessment in {assessment.period}.",
                safe="It is untouched.",
                remedy="Open that one, or choose another quarter.",
            )

    def _refuse_sealed(self, connection: sqlite3.Connection, assessment_id: int) -> None:
        row = connection.execute("SELECT state FROM assessments WHERE id = ?", (assessment_id,)).fetchone()
        if row is not None and row[0] == "closed":
            raise SealedError(
                "This assessment is sealed, so it cannot change.",
                safe="Nothing was changed.",
                remedy="Start a revision to correct it.",
            )

    def _write_frame(
        self, connection: sqlite3.Connection, id_: int, assessment: Assessment, mode: str, at: str
    ) -> None:
        target = assessment.target
        values = (
            assessment.scope_in,
            assessment.scope_out,
            canonical(list(assessment.journeys)),
            target.factor if target else None,
            target.by if target else None,
            int(assessment.assumed),
            mode,
            at,
            id_,
        )
        connection.execute(_FRAME, values)
        frames.set_drivers(connection, id_, assessment.load)
        people.set_participants(connection, id_, assessment.participants)

    def _write_answers(
        self, connection: sqlite3.Connection, id_: int, assessment: Assessment, at: str
    ) -> None:
        lanes: tuple[Lane, ...] = ("agreed", "product", "engineering")
        for lane in lanes:
            for question, answer in assessment.lane(lane).items():
                by = people.person(connection, answer.by)
                answers.put(connection, id_, question, lane, answer, at=answer.at or at, person=by)
