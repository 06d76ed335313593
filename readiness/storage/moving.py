"""An open assessment put under another version of its questionnaire; what stood before stays on the trail."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Lane
from readiness.storage import (
    accepted_risks,
    answers,
    assessments,
    frames,
    frozen,
    open_facts,
    people,
    promises,
    texts,
)
from readiness.storage.clock import moment_or
from readiness.storage.frozen import Frozen

_LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")
_MOVE: Final = "UPDATE assessments SET questionnaire_id = ?, place = ? WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What goes along: texts by name, and questions under another name, for what single people said."""

    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def move(
    connection: sqlite3.Connection,
    assessment_id: int,
    whole: Frozen,
    outcome: Outcome,
    beside: Beside,
    at: str,
) -> None:
    """Make an open assessment what an outcome's assessment says, under a questionnaire.

    Raises:
        SealedError: it is closed.
    """
    after = outcome.assessment
    assessments.refuse_sealed(connection, assessment_id)
    questionnaire_id = frozen.keep(connection, whole, at)
    place = _place(connection, assessment_id, after)
    connection.execute(_MOVE, (questionnaire_id, place, assessment_id))
    answers.tell_move(connection, assessment_id, whole.questionnaire.reference, at)
    for lane in _LANES:
        said = answers.voices(connection, assessment_id, lane)
        _replace(connection, assessment_id, lane, after, at)
        for old, new in beside.names.items():
            for name, answer in said.get(old, {}).items():
                by = people.person(connection, name)
                answers.tell(
                    connection, assessment_id, new, lane, answer, at=moment_or(answer.at, at), person=by
                )
    promises.set_actions(connection, assessment_id, after.actions)
    accepted_risks.set_risks(connection, assessment_id, after.accepted, at)
    open_facts.set_facts(connection, assessment_id, after.facts)
    open_facts.set_parked(connection, assessment_id, after.parked, at)
    for name, body in beside.texts.items():
        texts.put(connection, assessment_id, name, body, at)
    frames.set_results(connection, assessment_id, outcome, at)


def _replace(
    connection: sqlite3.Connection, assessment_id: int, lane: Lane, after: Assessment, at: str
) -> None:
    """Make a lane’s answers those of the assessment; only what differs is written, and on the trail."""
    stood = answers.all_of(connection, assessment_id)[lane]
    stands = after.lane(lane)
    for question in dict.fromkeys((*stood, *stands)):
        answer = stands.get(question, NOT_ASKED)
        if stood.get(question, NOT_ASKED) != answer:
            by = people.person(connection, answer.by)
            answers.put(
                connection, assessment_id, question, lane, answer, at=moment_or(answer.at, at), person=by
            )


def _place(connection: sqlite3.Connection, assessment_id: int, after: Assessment) -> str:
    """Return the question where it was left, where that is asked still."""
    row = connection.execute("SELECT place FROM assessments WHERE id = ?", (assessment_id,)).fetchone()
    return str(row[0]) if row is not None and row[0] in after.questionnaire.by_id else ""
