"""The sample: a made-up company with three systems over four quarters, written as a workspace.

The story stands in ``assets/sample/*.yaml``, one file a system, each quarter as what changed since the one
before. Every moment in it is fixed, so the same program writes the same workspace.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from readiness import paths
from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import LANES, Answer, Assessment
from readiness.domain.incidents import Incident
from readiness.domain.promises import ActionState
from readiness.errors import Fault, OutputError, ReadinessError
from readiness.exchange.answers import FORMAT, parse_answers
from readiness.exchange.guard import read
from readiness.services.assessing import Assessing
from readiness.services.drafts import Draft
from readiness.services.library import Library

_OF_THE_STORY: Final = frozenset(
    {"met", "closed", "answered", "by", "source", "kept", "accepted", "incidents"}
)
"""Keys of a quarter that an answers file does not have."""

_OF_ONE_QUARTER: Final = ("actions", "decisions", "kept", "accepted", "incidents")
"""Keys that the next quarter does not take over."""

_ROWS: Final = ("load", "limits")
"""Lists that the story keeps by id, so that a quarter can change one row."""

_WHOLE_MINUTE: Final = ":00.000Z"
"""How every moment of the sample ends; a person's change practically never does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One assessment of the story. ``closed`` is absent while it is in progress, at ``place``.

    ``kept`` says by id what had become of the quarter before’s actions when this one was met. ``incidents``
    are the system’s, as logged by then.
    """

    team: str
    assessment: Assessment
    met: datetime
    closed: datetime | None = None
    place: str = ""
    kept: Mapping[str, ActionState] = field(default_factory=dict)
    accepted: tuple[AcceptedRisk, ...] = ()
    incidents: tuple[Incident, ...] = ()


def write_sample(path: Path) -> None:
    """Write the sample workspace; an older sample that nobody changed is replaced.

    Raises:
        OutputError: something else stands there, or nothing can be written there.
    """
    if path.exists() and not is_untouched_sample(path):
        raise OutputError(
            f"There is already a file at {path}.", safe="It is untouched.", remedy="Choose another name."
        )
    part = path.with_name(f".{path.name}.part")
    with suppress(OSError):
        part.unlink(missing_ok=True)
    try:
        _write(part)
        part.replace(path)
    except (OSError, OutputError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError(
            f"The sample could not be written to {path}.",
            safe="What was there before is untouched.",
            remedy="Choose another place, or make room.",
            details=str(error),
        ) from error


def is_untouched_sample(path: Path) -> bool:
    """Say whether a file is a sample as some version of this program wrote it."""
    try:
        assessing = Assessing.open(path)
    except ReadinessError:
        return False
    try:
        lines = [line for system in assessing.home() for line in system.assessments]
        is_as_written = all(line.updated_at.endswith(_WHOLE_MINUTE) for line in lines)
        return bool(lines) and is_as_written and "made-up" in assessing.load(lines[0].id).scope_in
    finally:
        assessing.workspace.database.close()


def chapters() -> tuple[Chapter, ...]:
    """Return the whole story, system by system, oldest quarter first."""
    files = sorted(paths.bundled("assets", "sample").glob("*.yaml"))
    return tuple(chapter for file in files for chapter in _story(file))


class _FixedClock:
    """Tells the moment of the story that is being written."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


def _write(path: Path) -> None:
    story = chapters()
    clock = _FixedClock(min(chapter.met for chapter in story))
    assessing = Assessing.create(path, clock, is_covered=False)
    try:
        for moment, happen in _in_time(assessing, story):
            clock.moment = moment
            happen()
    finally:
        assessing.close()


def _in_time(assessing: Assessing, story: tuple[Chapter, ...]) -> list[tuple[datetime, Callable[[], object]]]:
    """Return what happened, in the order it did: systems meet and close on days of their own."""
    events: list[tuple[datetime, Callable[[], object]]] = []
    before: _Writer | None = None
    for chapter in story:
        writer = _Writer(assessing, chapter)
        if before is not None and chapter.kept:
            events.append((chapter.met, partial(before.keep, chapter.kept)))
        before = writer
        events.append((chapter.met, writer.meet))
        if chapter.closed is not None:
            events.append((chapter.closed, writer.close))
    return sorted(events, key=lambda event: event[0])


class _Writer:
    """Writes one chapter as people would have: set up, answered, closed."""

    def __init__(self, assessing: Assessing, chapter: Chapter) -> None:
        self._assessing = assessing
        self._chapter = chapter
        self._id = 0

    def meet(self) -> None:
        told = self._chapter.assessment
        self._id = self._assessing.start(_draft(told, self._chapter.team))
        self._assessing.set_limits(self._id, told.limits)
        self._assessing.import_answers(told)
        self._assessing.set_promises(self._id, told.actions, told.decisions)
        self._assessing.set_accepted(self._id, self._chapter.accepted)
        if self._chapter.incidents:
            self._assessing.set_incidents(self._id, self._chapter.incidents)
        if self._chapter.place:
            self._assessing.set_place(self._id, self._chapter.place)

    def close(self) -> None:
        self._assessing.close_assessment(self._id)

    def keep(self, kept: Mapping[str, ActionState]) -> None:
        """Say what became of the actions."""
        told = self._chapter.assessment
        actions = tuple(replace(one, state=kept.get(one.id, one.state)) for one in told.actions)
        self._assessing.set_promises(self._id, actions, told.decisions)


def _draft(told: Assessment, team: str) -> Draft:
    return Draft(
        system=told.system,
        period=told.period,
        team=team,
        scope=told.scope,
        questionnaire=told.questionnaire.reference,
        scope_in=told.scope_in,
        scope_out=told.scope_out,
        journeys=told.journeys,
        load=told.load,
        target=told.target,
        assumed=told.assumed,
        participants=told.participants,
    )


def _story(file: Path) -> Iterator[Chapter]:
    tree, faults = read(file.read_bytes(), file.name)
    _refuse(file, faults)
    find = Library().find
    told: dict[str, Any] = {}
    for change in tree.value["quarters"]:
        told = _changed(told, change)
        document = {key: tree.value[key] for key in ("questionnaire", "system")} | _as_document(told)
        content = json.dumps(document).encode()
        assessment, _, faults = parse_answers(content, f"{file.stem}.json", find)
        if assessment is None:
            _refuse(file, faults)
        else:
            yield _chapter(tree.value["team"], assessment, change)


def _chapter(team: str, assessment: Assessment, change: Mapping[str, Any]) -> Chapter:
    chapter = Chapter(
        team=team,
        assessment=assessment,
        met=datetime.fromisoformat(change["met"]),
        kept=change.get("kept", {}),
        accepted=tuple(AcceptedRisk(**row) for row in change.get("accepted", ())),
        incidents=tuple(_incident(row) for row in change.get("incidents", ())),
    )
    if "closed" in change:
        return replace(chapter, closed=datetime.fromisoformat(change["closed"]))
    asked = [question.id for question in assessment.questionnaire.questions]
    done = asked[: int(change["answered"])]
    begun = replace(
        assessment,
        agreed=_only(assessment.agreed, done),
        product=_only(assessment.product, done),
        engineering=_only(assessment.engineering, done),
    )
    return replace(chapter, assessment=begun, place=asked[len(done)])


def _incident(row: Mapping[str, Any]) -> Incident:
    return Incident(on=row["on"], title=row["title"], questions=tuple(row["questions"]))


def _only(answers: Mapping[str, Answer], ids: list[str]) -> dict[str, Answer]:
    return {id_: answers[id_] for id_ in ids if id_ in answers}


def _changed(told: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Return a quarter as the one before with what changed: rows by field, answers whole."""
    after = {**{key: value for key, value in told.items() if key not in _OF_ONE_QUARTER}, **change}
    for lane in LANES:
        after[lane] = {**told.get(lane, {}), **change.get(lane, {})}
    for key in _ROWS:
        before: Mapping[str, Any] = told.get(key, {})
        rows = change.get(key, {})
        after[key] = {id_: {**before.get(id_, {}), **rows.get(id_, {})} for id_ in {**before, **rows}}
    return after


def _as_document(told: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in told.items() if key not in _OF_THE_STORY}
    rows = {key: [{"id": id_, **row} for id_, row in told[key].items()] for key in _ROWS}
    factor = max(row["target"] / row["today"] for row in rows["load"])
    target = {"factor": factor, "by": told["by"], "source": told.get("source", "")}
    return {"format": FORMAT, **kept, **rows, "target": target}


def _refuse(file: Path, faults: tuple[Fault, ...]) -> None:
    if faults:
        message = "\n".join(fault.as_line(file.name) for fault in faults)
        raise ValueError(message)
