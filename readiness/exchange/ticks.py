"""What an answers file says about practices: ticked, left out, and the level that follows."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from readiness.domain.assessment import LANES, Answer
from readiness.domain.questionnaire import Question, Questionnaire
from readiness.domain.ticking import as_told, clashing
from readiness.exchange.checking import Found, Suggestions
from readiness.exchange.tree import Path

_KEYS: Final = ("ticked", "left_out")


def with_levels(answers: Mapping[str, Answer], questionnaire: Questionnaire) -> dict[str, Answer]:
    """Return answers with the levels that what is ticked makes."""
    return {id_: as_told(questionnaire.by_id[id_], answer) for id_, answer in answers.items()}


def tick_faults(value: dict[str, Any], questionnaire: Questionnaire | None) -> Iterator[Found]:
    """Yield what is wrong with ticks, read off the plain tree so that all faults come at once."""
    for path, question, entry in _entries(value, questionnaire):
        said = {key: _texts(entry.get(key)) for key in _KEYS}
        if question.kind == "practices":
            yield from _practice_faults(path, question, said)
            yield from _level_faults(path, question, entry, said)
        else:
            for key in (key for key in _KEYS if key in entry):
                yield (*path, key), "no-practices", f"{question.id} has levels and no practices; give a level"


def tick_warnings(value: dict[str, Any], questionnaire: Questionnaire | None) -> Iterator[Found]:
    """Yield answers that contradict themselves and are kept as they are."""
    for path, question, entry in _entries(value, questionnaire):
        for id_ in clashing(question, _texts(entry.get("ticked"))):
            told = f"{question.id} has “{id_}”, none of these, ticked beside others; only those count"
            yield (*path, "ticked"), "none-and-others", told


def _entries(
    value: dict[str, Any], questionnaire: Questionnaire | None
) -> Iterator[tuple[Path, Question, dict[str, Any]]]:
    known = questionnaire.by_id if questionnaire else {}
    for lane in LANES:
        entries = value.get(lane)
        for id_, entry in entries.items() if isinstance(entries, dict) else ():
            if id_ in known and isinstance(entry, dict):
                yield (lane, id_), known[id_], entry


def _practice_faults(path: Path, question: Question, said: Mapping[str, tuple[str, ...]]) -> Iterator[Found]:
    names = {practice.id: practice for practice in question.practices}
    suggestions = Suggestions(names)
    for key, ids in said.items():
        for place, id_ in enumerate(ids):
            where = (*path, key, place)
            if id_ not in names:
                told = f"“{id_}” is no practice of {question.id}{suggestions.near(id_)}"
                yield where, "unknown-practice", told
            elif id_ in ids[:place]:
                yield where, "ticked-twice", f"“{id_}” stands twice"
            elif key == "left_out" and names[id_].alone:
                yield where, "none-left-out", f"“{id_}” means none of these; it always applies"
            elif key == "left_out" and id_ in said["ticked"]:
                yield where, "ticked-and-left-out", f"“{id_}” is ticked and does not apply; it is one of them"


def _level_faults(
    path: Path, question: Question, entry: dict[str, Any], said: Mapping[str, tuple[str, ...]]
) -> Iterator[Found]:
    level = entry.get("level")
    if level is None:
        return
    follows = as_told(question, Answer(ticked=said["ticked"], left_out=said["left_out"])).level
    if not said["ticked"] and not said["left_out"]:
        told = f"{question.id} is answered by ticking practices: write “ticked”, and no level"
        yield (*path, "level"), "level-without-ticks", told
    elif level != follows:
        makes = "no level" if follows is None else f"level {follows}"
        told = f"what is ticked for {question.id} makes {makes}, not {level}; take the level out"
        yield (*path, "level"), "level-disagrees", told


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
