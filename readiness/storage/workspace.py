"""The workspace as domain values: every write is one transaction, every sealed assessment refuses."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import Answer, Assessment, Limit
from readiness.domain.incidents import Incident
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.outcome import Outcome
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.questionnaire import Lane, Questionnaire
from readiness.errors import InputError, NotFoundError
from readiness.storage import (
    accepted_risks,
    answers,
    assessments,
    content,
    descent,
    frames,
    frozen,
    incidents,
    open_facts,
    people,
    promises,
    purging,
    reading,
    seals,
    standings,
    systems,
    texts,
)
from readiness.storage.clock import Clock, now, stamp
from readiness.storage.database import Database
from readiness.storage.frozen import Frozen, Text
from readiness.storage.seals import ChainReport, Seal

Parse = Callable[[bytes], Questionnaire]
Given = tuple[str, Lane, Answer]
"""One answer on its way: which question, which lane, what."""


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

    # Reading

    def systems(self) -> tuple[reading.SystemLine, ...]:
        """Return the lists of Home."""
        with self.database.reading() as connection:
            return reading.systems(connection)

    def own_lines(self, assessment_id: int) -> tuple[int, tuple[reading.AssessmentLine, ...]]:
        """Return the key of an assessment's system and that system's assessments."""
        with self.database.reading() as connection:
            return reading.own_lines(connection, assessment_id)

    def system_id(self, name: str) -> int:
        """Return the key of a system by its name; 0 for none."""
        with self.database.reading() as connection:
            row = connection.execute(
                "SELECT id FROM systems WHERE folded = ?", (systems.folded(name),)
            ).fetchone()
            return 0 if row is None else int(row[0])

    def forebears(self, system_id: int) -> tuple[descent.Forebear, ...]:
        """Return the systems that one came from by splits and merges, the nearest first."""
        with self.database.reading() as connection:
            return descent.forebears(connection, system_id)

    def lines_of(self, system_id: int) -> tuple[reading.AssessmentLine, ...]:
        """Return the assessments of one system, oldest first."""
        with self.database.reading() as connection:
            return reading.lines_of(connection, system_id)

    def questionnaires(self) -> tuple[reading.QuestionnaireLine, ...]:
        """Return what is frozen here."""
        with self.database.reading() as connection:
            return reading.questionnaires(connection)

    def questionnaire(self, reference: str) -> Questionnaire | None:
        """Return a frozen questionnaire by ``id@version``, the newest of that name if several differ."""
        with self.database.reading() as connection:
            text = frozen.named(connection, reference)
            return None if text is None else self._value_of(text)

    def versions(self, name: str) -> tuple[Questionnaire, ...]:
        """Return every frozen questionnaire of a name, the newest first."""
        with self.database.reading() as connection:
            return tuple(self._value_of(text) for text in frozen.versions(connection, name))

    def held(self) -> tuple[frozen.Held, ...]:
        """Return every frozen questionnaire, the newest first, with the assessments that ask it."""
        with self.database.reading() as connection:
            return tuple(
                frozen.Held(questionnaire=self._value_of(text), origin=origin, uses=uses)
                for text, origin, uses in frozen.held(connection)
            )

    def questionnaire_of(self, assessment_id: int) -> tuple[Questionnaire, str]:
        """Return the whole questionnaire that an assessment is answered under, and the hash of its text.

        Raises:
            NotFoundError: there is no such assessment.
        """
        with self.database.reading() as connection:
            text = frozen.of_assessment(connection, assessment_id)
            if text is None:
                raise NotFoundError(f"There is no assessment {assessment_id} in this workspace.")
            return self._value_of(text), text.hash

    def load(self, assessment_id: int) -> Assessment:
        """Return an assessment as a value, with the questionnaire as its scope sees it.

        Raises:
            NotFoundError: there is none with that key.
            WorkspaceError: it is sealed, and its answers are not the sealed ones.
        """
        with self.database.reading() as connection:
            stored = assessments.get(connection, assessment_id)
            whole = self._value_of(stored.text)
            loaded = Assessment(questionnaire=whole.within(stored.fields["scope"]), **stored.fields)
            if loaded.sealed:
                seals.refuse_changed(connection, assessment_id, loaded)
            return loaded

    def voices(self, assessment_id: int, lane: Lane) -> dict[str, dict[str, Answer]]:
        """Return what each named person last answered for a lane, by question and name."""
        with self.database.reading() as connection:
            return answers.voices(connection, assessment_id, lane)

    def place(self, assessment_id: int) -> str:
        """Return the question where the assessment was left."""
        with self.database.reading() as connection:
            row = connection.execute(
                "SELECT place FROM assessments WHERE id = ?", (assessment_id,)
            ).fetchone()
            return "" if row is None else str(row[0])

    def verify(self) -> ChainReport:
        """Verify the file and every seal in it."""
        with self.database.reading() as connection:
            faults = content.faults(connection)
            return ChainReport(ok=not faults, head=seals.head(connection), faults=tuple(faults))

    def seal_of(self, assessment_id: int) -> str | None:
        """Return the hash of an assessment's seal."""
        with self.database.reading() as connection:
            return seals.seal_of(connection, assessment_id)

    def sealed_bodies(self) -> list[tuple[int, dict[str, Any]]]:
        """Return what each readable seal holds, by assessment."""
        with self.database.reading() as connection:
            return seals.bodies(connection)

    def sealed_participants(self, assessment_id: int) -> list[dict[str, str]]:
        """Return roles and hashes of names, as a seal holds them."""
        with self.database.reading() as connection:
            return people.sealed_participants(connection, assessment_id)

    def trash_lines(self) -> tuple[reading.TrashLine, ...]:
        """Return what is in the trash."""
        with self.database.reading() as connection:
            return reading.trash(connection)

    def is_empty(self) -> bool:
        """Whether nobody has started an assessment here."""
        with self.database.reading() as connection:
            return connection.execute("SELECT 1 FROM assessments LIMIT 1").fetchone() is None

    # Writing

    def freeze(self, questionnaire: Frozen) -> None:
        """Keep a questionnaire in the workspace."""
        with self.database.transaction() as connection:
            frozen.keep(connection, questionnaire, stamp(self._clock()))

    def start(
        self, assessment: Assessment, whole: Frozen, *, team: str, outcome: Outcome, beside: Mapping[str, str]
    ) -> int:
        """Write a new assessment with whatever it already holds and its texts; return its key.

        Raises:
            InputError: the system has an assessment in that period already.
        """
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            keys = (
                systems.key_of(connection, assessment.system, team, at),
                frozen.keep(connection, whole, at),
            )
            id_ = assessments.add(connection, keys, assessment, at)
            frames.set_results(connection, id_, outcome, at)
            for name, body in beside.items():
                texts.put(connection, id_, name, body, at)
        return id_

    def put_answers(
        self, assessment_id: int, given: list[Given], outcome: Outcome, voices: Sequence[Given] = ()
    ) -> str:
        """Write answers with their trail and the results, all or none; return when.

        ``voices`` are what single people said, for the trail alone.
        """
        with self._changing(assessment_id, outcome) as (connection, at):
            for question, lane, answer in voices:
                by = people.person(connection, answer.by)
                answers.tell(connection, assessment_id, question, lane, answer, at=at, person=by)
            for question, lane, answer in given:
                by = people.person(connection, answer.by)
                answers.put(connection, assessment_id, question, lane, answer, at=at, person=by)
        return at

    def set_limits(self, assessment_id: int, limits: tuple[Limit, ...], outcome: Outcome) -> str:
        """Replace the limits table; return when."""
        with self._changing(assessment_id, outcome) as (connection, at):
            frames.set_limits(connection, assessment_id, limits)
        return at

    def set_frame(self, assessment_id: int, assessment: Assessment, outcome: Outcome) -> str:
        """Replace scope, journeys, load, target, people, mode and lanes; return when."""
        with self._changing(assessment_id, outcome) as (connection, at):
            assessments.put_frame(connection, assessment_id, assessment, at)
            systems.set_lanes(connection, assessment.system, assessment.lanes)
        return at

    def set_promises(
        self, assessment_id: int, actions: tuple[PlannedAction, ...], decisions: tuple[Decision, ...]
    ) -> str:
        """Replace actions and decisions, of a sealed assessment too; return when."""
        with self._beside(assessment_id) as (connection, at):
            promises.set_actions(connection, assessment_id, actions)
            promises.set_decisions(connection, assessment_id, decisions)
        return at

    def set_accepted(self, assessment_id: int, risks: tuple[AcceptedRisk, ...]) -> str:
        """Replace the accepted risks, of a sealed assessment too; return when."""
        with self._beside(assessment_id) as (connection, at):
            accepted_risks.set_risks(connection, assessment_id, risks, at)
        return at

    def incidents(self, assessment_id: int) -> tuple[Incident, ...]:
        """Return the incidents of the system that an assessment is of."""
        with self.database.reading() as connection:
            return incidents.incidents(connection, assessment_id)

    def set_incidents(self, assessment_id: int, logged: tuple[Incident, ...]) -> str:
        """Replace the incidents of the system that an assessment is of; return when."""
        with self._beside(assessment_id) as (connection, at):
            incidents.set_incidents(connection, assessment_id, logged, at)
        return at

    def set_facts(self, assessment_id: int, facts: tuple[OpenFact, ...]) -> str:
        """Replace the open facts, of a sealed assessment too; return when."""
        with self._beside(assessment_id) as (connection, at):
            open_facts.set_facts(connection, assessment_id, facts)
        return at

    def set_parked(self, assessment_id: int, parked: tuple[Parked, ...]) -> str:
        """Replace the parking lot, of a sealed assessment too; return when."""
        with self._beside(assessment_id) as (connection, at):
            open_facts.set_parked(connection, assessment_id, parked, at)
        return at

    def set_team(self, system: str, team: str) -> None:
        """Say which team has a system."""
        with self.database.transaction() as connection:
            systems.set_team(connection, system, team)

    def set_lanes(self, assessment_id: int, system: str, lanes: Lanes) -> str:
        """Replace what a system's lanes are called; return when."""
        with self._beside(assessment_id) as (connection, at):
            systems.set_lanes(connection, system, lanes)
        return at

    def text(self, assessment_id: int, name: str) -> str:
        """Return a text of an assessment; empty for none."""
        with self.database.reading() as connection:
            return texts.get(connection, assessment_id, name)

    def set_text(self, assessment_id: int, name: str, body: str) -> str:
        """Keep a text of an assessment, of a sealed one too; return when."""
        with self._beside(assessment_id) as (connection, at):
            texts.put(connection, assessment_id, name, body, at)
        return at

    def reveal(self, assessment_id: int, outcome: Outcome) -> str:
        """Show the private answers, for good, and put that on the trail; return when."""
        with self._changing(assessment_id, outcome) as (connection, at):
            connection.execute("UPDATE assessments SET revealed = 1 WHERE id = ?", (assessment_id,))
            answers.tell_reveal(connection, assessment_id, at)
        return at

    def set_aside(self, assessment_id: int, name: str, body: str) -> None:
        """Keep a text of an assessment that changes nothing of it: it stays as old as it was."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            texts.put(connection, assessment_id, name, body, at)

    def set_place(self, assessment_id: int, question: str) -> None:
        """Remember where an open assessment stands."""
        with self.database.transaction() as connection:
            connection.execute(
                "UPDATE assessments SET place = ? WHERE id = ? AND state = 'open'", (question, assessment_id)
            )

    def close(
        self, assessment_id: int, closed: Assessment, outcome: Outcome, document: Mapping[str, Any]
    ) -> Seal:
        """Write what closing makes of it, and seal that, in one transaction."""
        with self._changing(assessment_id, outcome) as (connection, at):
            before = answers.all_of(connection, assessment_id)["agreed"]
            for question, answer in closed.agreed.items():
                if question not in before or not before[question].says_the_same(answer):
                    answers.put(connection, assessment_id, question, "agreed", answer, at=at)
            frames.keep_parts(connection, assessment_id, outcome)
            standings.keep(connection, assessment_id, outcome)
            connection.execute(
                "UPDATE assessments SET state = 'closed', revealed = 1, closed_at = ? WHERE id = ?",
                (at, assessment_id),
            )
            standings.roll_up_of(connection, assessment_id)
            sealed = {**document, "participants": people.sealed_participants(connection, assessment_id)}
            return seals.add(connection, assessment_id, sealed, at)

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

    def purge(self, assessment_id: int, name: str) -> None:
        """Delete what has been in the trash for a year, for good.

        Raises:
            NotFoundError: there is none with that key.
            InputError: it may not go, or not yet, or its system is called otherwise.
        """
        with self.database.transaction() as connection:
            purging.purge(connection, assessment_id, name, self._clock())

    @contextmanager
    def _changing(self, assessment_id: int, outcome: Outcome) -> Iterator[tuple[sqlite3.Connection, str]]:
        """Change an open assessment: what is done inside, its new results, or nothing."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            assessments.refuse_sealed(connection, assessment_id)
            frames.set_results(connection, assessment_id, outcome, at)
            yield connection, at

    @contextmanager
    def _beside(self, assessment_id: int) -> Iterator[tuple[sqlite3.Connection, str]]:
        """Change what stands beside the answers, which no seal holds."""
        at = stamp(self._clock())
        with self.database.transaction() as connection:
            yield connection, at
            connection.execute("UPDATE assessments SET updated_at = ? WHERE id = ?", (at, assessment_id))

    def _set_trashed(self, assessment_id: int, at: str | None) -> None:
        with self.database.transaction() as connection:
            done = connection.execute(
                "UPDATE assessments SET trashed_at = ? WHERE id = ?", (at, assessment_id)
            )
            if done.rowcount == 0:
                raise NotFoundError(f"There is no assessment {assessment_id} in this workspace.")
            standings.roll_up_of(connection, assessment_id)

    def _value_of(self, text: Text) -> Questionnaire:
        if text.hash not in self._parsed:
            self._parsed[text.hash] = self._parse(text.body.encode("utf-8"))
        return self._parsed[text.hash]
