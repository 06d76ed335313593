"""Handing a workspace over to somebody else: a verified copy, and in plain words what is still open in it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.domain.assessment import Assessment
from readiness.errors import OutputError
from readiness.exchange.atomic import atomic_write
from readiness.services.assessing import Assessing
from readiness.services.file_names import cleaned

OPEN_POINTS: Final = "Open points.txt"
_ENDED: Final = ("done", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What was written: the folder, the copy in it, and how many open points are told."""

    folder: Path
    copy: Path
    points: int


def hand_over(assessing: Assessing, place: Path) -> HandedOver:
    """Write a folder with a verified copy and the open points into a place; return what was written.

    Raises:
        OutputError: it could not be written, or the workspace is not sound; what was there is untouched.
    """
    today = assessing.now()[:10]
    tail = f" hand-over {today}"
    folder = place / f"{cleaned(assessing.path.stem, tail, 'Workspace')}{tail}"
    told = [part for part in map(_part, _assessments(assessing)) if len(part) > 1]
    text = _text(assessing, told, today).encode()
    try:
        folder.mkdir()
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be made: {error.strerror}.",
            safe="Nothing was written.",
            remedy="Choose another folder.",
            details=repr(error),
        ) from error
    try:
        copy = assessing.backup(folder / assessing.path.name)
        atomic_write(folder / OPEN_POINTS, text)
    except OutputError:
        with suppress(OSError):
            (folder / assessing.path.name).unlink(missing_ok=True)
            folder.rmdir()  # only where nothing else is in it
        raise
    points = sum(line.startswith("  - ") for part in told for line in part)
    return HandedOver(folder=folder, copy=copy, points=points)


def _assessments(assessing: Assessing) -> Iterator[Assessment]:
    """Return every assessment, by system and newest first."""
    for system in assessing.home():
        for line in reversed(system.assessments):
            yield assessing.load(line.id)


def _text(assessing: Assessing, told: list[list[str]], today: str) -> str:
    head = assessing.verify().head
    lines = [
        f"{assessing.path.name}, handed over on {today}",
        f"Newest seal: {head}. “readiness verify” prints the same." if head else "Nothing is sealed yet.",
        "The copy beside this text was checked against the original when it was made.",
    ]
    for part in told or [["Nothing is open."]]:
        lines += ["", *part]
    return "\n".join(lines) + "\n"


def _part(assessment: Assessment) -> list[str]:
    """Return what is open of an assessment, under its name; its name alone where nothing is."""
    state = "closed" if assessment.sealed else "open"
    revision = f", revision {assessment.revision}" if assessment.revision > 1 else ""
    lines = [f"{assessment.system}, {assessment.period}{revision} ({state})"]
    for title, points in (
        ("To find out", _facts(assessment)),
        ("Parked", _parked(assessment)),
        ("Promised", _promised(assessment)),
        ("To be decided", _to_decide(assessment)),
    ):
        if points:
            lines += [f" {title}", *(f"  - {point}" for point in points)]
    return lines


def _facts(assessment: Assessment) -> list[str]:
    return [
        _point(f"{fact.question}: {fact.text or _prompt(assessment, fact.question)}", fact.who, fact.due)
        for fact in assessment.facts
        if fact.state == "open"
    ]


def _parked(assessment: Assessment) -> list[str]:
    return [_point(item.text, item.who) for item in assessment.parked if not item.settled]


def _promised(assessment: Assessment) -> list[str]:
    return [
        _point(action.title or action.id, action.owner, action.period or "", action.state.replace("_", " "))
        for action in assessment.actions
        if action.state not in _ENDED and not action.excluded
    ]


def _to_decide(assessment: Assessment) -> list[str]:
    return [_point(one.text, "leadership", one.due) for one in assessment.decisions if one.verdict == "open"]


def _prompt(assessment: Assessment, question: str) -> str:
    found = assessment.questionnaire.by_id.get(question)
    return found.prompt if found else ""


def _point(text: str, who: str, due: str = "", state: str = "") -> str:
    """Return a point in one line: what, who, until when, how it stands."""
    facts = ", ".join(part for part in (who or "nobody yet", due and f"due {due}", state) if part)
    return f"{' '.join(text.split())} ({facts})"
