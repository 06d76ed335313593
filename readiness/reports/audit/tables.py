"""Audit facts → tables: the trail, the evidence, and what stands beside the answers; the trail as lines."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from readiness.domain.trail import TrailLine
from readiness.reports.audit.facts import AuditFacts
from readiness.reports.book.values import Cell, Column, Figure, Row, Sheet, figure, yes

_LANES: Final = ("agreed", "product", "engineering")
_WIDTH: Final = 20
_TRAIL: Final = (
    "Sequence",
    "Time (UTC)",
    "Zone",
    "Lane",
    "Question",
    "Asked",
    "State",
    "Level",
    "Confidence",
    "Does not apply because",
    "Because",
    "Note",
    "Note is for",
    "Evidence",
    "Ticked",
    "Left out",
    "Carried from",
    "Restated as",
    "Role",
    "Stands",
)
_EVIDENCE: Final = ("Question", "Asked", "Lane", "Level", "Confidence", "Number", "Evidence")
_ACTIONS: Final = (
    "Action",
    "Kind",
    "Questions",
    "Title",
    "Goal",
    "Person-weeks",
    "Owner",
    "Promised for",
    "State",
    "Left out",
    "Note",
)
_DECISIONS: Final = ("Number", "To decide", "Verdict", "Reason", "Due", "Decided on")
_ACCEPTED: Final = ("Question", "Role", "Reason", "To the end of", "Accepted at")
_FACTS: Final = ("Question", "To find out", "Role", "Due", "State", "Found")
_REVISIONS: Final = ("Revision", "State", "Sealed at", "Seal")


def tables(facts: AuditFacts) -> dict[str, Sheet]:
    """Return every table by the name of its file."""
    given = facts.assessment
    actions = (
        (
            one.id,
            one.kind,
            _joined(one.questions),
            one.title,
            figure(one.goal),
            figure(one.effort),
            one.owner,
            one.period,
            one.state.replace("_", " "),
            yes(one.excluded),
            one.note,
        )
        for one in given.actions
    )
    decisions = (
        (figure(number), one.text, one.verdict, one.reason, one.due, one.at)
        for number, one in enumerate(given.decisions, 1)
    )
    accepted = ((one.question, one.role, one.reason, one.expires, one.at) for one in given.accepted)
    found = (
        (one.question, one.text, one.who, one.due, one.state.replace("_", " "), one.note)
        for one in given.facts
    )
    revisions = ((figure(one.number), one.state, one.sealed_at, one.seal) for one in facts.revisions)
    return {
        "trail.csv": _sheet("Trail", _TRAIL, _trail(facts)),
        "evidence.csv": _sheet("Evidence", _EVIDENCE, _evidence(facts)),
        "actions.csv": _sheet("Actions", _ACTIONS, actions),
        "decisions.csv": _sheet("Decisions", _DECISIONS, decisions),
        "accepted-risks.csv": _sheet("Accepted risks", _ACCEPTED, accepted),
        "open-facts.csv": _sheet("Open facts", _FACTS, found),
        "revisions.csv": _sheet("Revisions", _REVISIONS, revisions),
    }


def trail_line(line: TrailLine) -> dict[str, Any]:
    """Return a line of the trail as a document: what was said, word for word."""
    moment = {"sequence": line.sequence, "at": line.at, "zone": line.zone}
    if not line.lane:
        return {**moment, "event": "revealed"}
    who = {"role": line.role} if line.role else {}
    return {
        **moment,
        "lane": line.lane,
        "question": line.question,
        "answer": json.loads(line.said),
        "stands": line.stands,
        **who,
    }


def _sheet(name: str, titles: tuple[str, ...], rows: Iterator[Row]) -> Sheet:
    columns = tuple(Column(title, _WIDTH) for title in titles)
    return Sheet(name=name, layout="table", columns=columns, rows=tuple(rows))


def _trail(facts: AuditFacts) -> Iterator[Row]:
    asked = facts.assessment.questionnaire.by_id
    for line in facts.trail:
        said = json.loads(line.said)
        prompt = asked[line.question].prompt if line.question in asked else ""
        yield (
            figure(line.sequence),
            line.at,
            line.zone,
            line.lane,
            line.question,
            prompt,
            _state(said),
            *_answer(said),
            line.role,
            yes(line.stands),
        )


def _answer(said: Mapping[str, Any]) -> Iterator[Cell]:
    yield figure(said.get("level"))
    yield said.get("confidence")
    yield said.get("not_applicable")
    yield said.get("because")
    yield said.get("note")
    yield said.get("note_for")
    yield _joined(said.get("evidence", ()))
    yield _joined(said.get("ticked", ()))
    yield _joined(said.get("left_out", ()))
    yield said.get("carried_from")
    yield figure(said.get("restated"))


def _state(said: Mapping[str, Any]) -> str:
    """Return which of the four states an answer is in, or that the private answers were revealed."""
    if said.get("revealed"):
        return "revealed"
    if said.get("level") is not None:
        return "answered"
    if said.get("unknown"):
        return "unknown"
    return "not asked" if said.get("not_applicable") is None else "does not apply"


def _evidence(facts: AuditFacts) -> Iterator[Row]:
    """Yield each link and text under its question, from the text that is sealed."""
    answers = json.loads(facts.text)["answers"]
    for question in facts.assessment.questionnaire.questions:
        for lane in _LANES:
            said = answers.get(lane, {}).get(question.id, {})
            for number, text in enumerate(said.get("evidence", ()), 1):
                level: Figure | None = figure(said.get("level"))
                yield question.id, question.prompt, lane, level, said.get("confidence"), figure(number), text


def _joined(texts: tuple[str, ...]) -> str:
    return "\n".join(texts)
