"""Assessments as rows, and back: what surrounds the answers."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any, Final

from readiness.domain import journeys
from readiness.domain.assessment import Assessment, Target
from readiness.domain.lanes import USUAL
from readiness.domain.period import Period
from readiness.domain.questionnaire import Lane
from readiness.errors import InputError, NotFoundError, SealedError
from readiness.storage import accepted_risks, answers, frames, open_facts, people, promises, systems
from readiness.storage.canonical import canonical
from readiness.storage.clock import moment_or
from readiness.storage.frozen import Text

_ADD: Final = (
    "INSERT INTO assessments (system_id, year, quarter, revision, questionnaire_id, scope, mode, revealed,"
    " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FRAME: Final = (
    "UPDATE assessments SET scope_in = ?, scope_out = ?, journeys = ?, target_factor = ?, target_by = ?,"
    " target_source = ?,"
    " assumed = ?, mode = ?, revealed = ?, updated_at = ? WHERE id = ?"
)
_GET: Final = (
    "SELECT s.name, a.year, a.quarter, a.revision, a.scope, a.scope_in, a.scope_out, a.journeys,"
    " a.target_factor, a.target_by, a.target_source, a.assumed, a.revealed, a.state,"
    " a.mode, s.lanes, q.hash, q.body"
    " FROM assessments AS a JOIN systems AS s ON s.id = a.system_id"
    " JOIN questionnaires AS q ON q.id = a.questionnaire_id WHERE a.id = ?"
)
_LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An assessment as it is kept, still without the value of its questionnaire."""

    text: Text
    fields: dict[str, Any]


def add(connection: sqlite3.Connection, keys: tuple[int, int], assessment: Assessment, at: str) -> int:
    """Write a new assessment of a system under a questionnaire, with all it holds; return its key."""
    system_id, questionnaire_id = keys
    period = assessment.period
    _refuse_second(connection, system_id, assessment)
    made = connection.execute(
        _ADD,
        (
            system_id,
            period.year,
            period.quarter,
            assessment.revision,
            questionnaire_id,
            assessment.scope,
            assessment.mode,
            int(assessment.revealed),
            at,
            at,
        ),
    )
    id_ = int(made.lastrowid or 0)
    put_frame(connection, id_, assessment, at)
    if assessment.lanes != USUAL:  # lanes that nobody named leave the system's as they are
        systems.set_lanes(connection, assessment.system, assessment.lanes)
    frames.set_limits(connection, id_, assessment.limits)
    promises.set_actions(connection, id_, assessment.actions)
    promises.set_decisions(connection, id_, assessment.decisions)
    accepted_risks.set_risks(connection, id_, assessment.accepted, at)
    open_facts.set_facts(connection, id_, assessment.facts)
    open_facts.set_parked(connection, id_, assessment.parked, at)
    for lane in _LANES:
        for question, answer in assessment.lane(lane).items():
            by = people.person(connection, answer.by)
            answers.put(connection, id_, question, lane, answer, at=moment_or(answer.at, at), person=by)
    return id_


def put_frame(connection: sqlite3.Connection, id_: int, assessment: Assessment, at: str) -> None:
    """Replace scope lines, journeys, target, drivers, people, and how people answer."""
    target = assessment.target
    values = (
        assessment.scope_in,
        assessment.scope_out,
        canonical(journeys.written(assessment.journeys)),
        target.factor if target else None,
        target.by if target else None,
        target.source if target else "",
        int(assessment.assumed),
        assessment.mode,
        int(assessment.revealed),
        at,
        id_,
    )
    connection.execute(_FRAME, values)
    frames.set_drivers(connection, id_, assessment.load)
    people.set_participants(connection, id_, assessment.participants)


def get(connection: sqlite3.Connection, id_: int) -> Stored:
    """Return an assessment.

    Raises:
        NotFoundError: there is none with that key.
    """
    row = connection.execute(_GET, (id_,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no assessment {id_} in this workspace.")
    lanes = answers.all_of(connection, id_)
    around: dict[str, Any] = {
        "load": frames.drivers(connection, id_),
        "limits": frames.limits(connection, id_),
        "participants": people.participants(connection, id_),
        "actions": promises.actions(connection, id_),
        "decisions": promises.decisions(connection, id_),
        "accepted": accepted_risks.risks(connection, id_),
        "facts": open_facts.facts(connection, id_),
        "parked": open_facts.parked(connection, id_),
        **{lane: lanes[lane] for lane in _LANES},
    }
    return Stored(text=Text(*row[16:]), fields={**_fields(row), **around})


def refuse_sealed(connection: sqlite3.Connection, id_: int) -> None:
    """Let nothing change a closed assessment.

    Raises:
        SealedError: it is closed.
    """
    row = connection.execute("SELECT state FROM assessments WHERE id = ?", (id_,)).fetchone()
    if row is not None and row[0] == "closed":
        raise SealedError(
            "This assessment is sealed, so it cannot change.",
            safe="Nothing was changed.",
            remedy="Start a revision to correct it.",
        )


def _fields(row: tuple[Any, ...]) -> dict[str, Any]:
    system, year, quarter, revision, scope, inside, outside, ranked, factor, by, source, assumed = row[:12]
    revealed, state, mode, lanes = row[12:16]
    return {
        "system": system,
        "period": Period(year, quarter),
        "revision": revision,
        "scope": scope,
        "scope_in": inside,
        "scope_out": outside,
        "journeys": journeys.read_from(json.loads(ranked)),
        "target": None if factor is None else Target(factor=factor, by=by, source=source),
        "assumed": bool(assumed),
        "revealed": bool(revealed),
        "mode": mode,
        "lanes": systems.lanes_from(lanes),
        "sealed": state == "closed",
    }


def _refuse_second(connection: sqlite3.Connection, system_id: int, assessment: Assessment) -> None:
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
