"""The answers file, ``readiness-answers/1``: an assessment as a text that people and other tools can read."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from io import StringIO
from math import isfinite
from pathlib import Path as FilePath
from typing import Annotated, Any, Final, Literal

from annotated_types import Ge, Le, Len
from pydantic import BeforeValidator, TypeAdapter
from pydantic_core import PydanticCustomError
from ruamel.yaml import YAML

from readiness.domain.assessment import (
    MOST_REVISIONS,
    Answer,
    Assessment,
    Driver,
    Limit,
    Participant,
    Target,
)
from readiness.domain.combining import core_of, parts_of
from readiness.domain.journeys import Journey
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.questionnaire import STRICT, Lane, Questionnaire, Scope
from readiness.errors import Fault
from readiness.exchange.checking import Found, Suggestions, as_faults, did_you_mean, in_order, validate
from readiness.exchange.finding import Find, stays_here
from readiness.exchange.guard import read
from readiness.exchange.ticks import tick_faults, tick_warnings, with_levels
from readiness.exchange.tree import Path, Tree
from readiness.exchange.yaml_quotes import quoted

FORMAT: Final = "readiness-answers/1"
LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")

_MOST_DISAGREEMENT: Final = 0.01


def _as_mapping(entry: Any) -> Any:
    """Read a journey that is its name alone as the mapping that it stands for."""
    if isinstance(entry, dict):
        return entry
    if isinstance(entry, str):
        return {"name": entry}
    raise PydanticCustomError("string_type", "a journey is a text")


_Journey = Annotated[Journey, BeforeValidator(_as_mapping)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFile:
    """The file itself, field by field."""

    __pydantic_config__ = STRICT

    format: Literal["readiness-answers/1"]
    questionnaire: Annotated[str, Len(1)]
    system: Annotated[str, Len(1, 200)]
    period: str
    revision: Annotated[int, Ge(1), Le(MOST_REVISIONS)] = 1
    scope: Scope = "full"
    scope_in: str = ""
    scope_out: str = ""
    journeys: Annotated[tuple[_Journey, ...], Len(0, 5)] = ()
    target: Target | None = None
    assumed: bool = False
    load: Annotated[tuple[Driver, ...], Len(0, 3)] = ()
    limits: Annotated[tuple[Limit, ...], Len(0, 12)] = ()
    participants: tuple[Participant, ...] = ()
    actions: tuple[PlannedAction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreed: dict[str, Answer] = field(default_factory=dict)
    product: dict[str, Answer] = field(default_factory=dict)
    engineering: dict[str, Answer] = field(default_factory=dict)


_SHAPES: Final[dict[str, type]] = {
    "journeys": Journey,
    "target": Target,
    "load": Driver,
    "limits": Limit,
    "participants": Participant,
    "actions": PlannedAction,
    "decisions": Decision,
}

Result = tuple[Assessment | None, AnswersFile | None, tuple[Fault, ...]]


def read_answers(path: FilePath, find_questionnaire: Find) -> Result:
    """Read an answers file; ``find_questionnaire`` gets ``id@version`` or a path resolved beside the file."""

    def find(reference: str) -> Questionnaire | None:
        if "@" in reference:
            return find_questionnaire(reference)
        return find_questionnaire(str((path.parent / reference).resolve()))

    return parse_answers(path.read_bytes(), path.name, find)


def parse_answers(content: bytes, name: str, find_questionnaire: Find) -> Result:
    """Read an answers file from its bytes, returning every fault at once."""
    tree, faults = read(content, name)
    if not isinstance(tree.value, dict):
        plain = Fault(
            code="not-answers",
            message="an answers file is a mapping that begins with “format”",
            line=1,
            column=1,
        )
        return None, None, faults or (plain,)
    refused = _refuse_format(tree)
    if refused:
        return None, None, in_order([*faults, *refused])
    result = validate(_adapter(), tree.value)
    file, found = result
    told = [
        *_unknown_keys(tree.value),
        *(item for item in found if item[1] != "unknown-key"),
        *_names(tree.value),
    ]
    questionnaire = _questionnaire(tree, find_questionnaire, told)
    told += [*_answer_faults(tree.value, questionnaire), *tick_faults(tree.value, questionnaire)]
    errors = [*faults, *as_faults(tree, told)]
    warnings = [_as_warning(fault) for fault in as_faults(tree, _warnings(tree.value, questionnaire))]
    if errors or file is None or questionnaire is None:
        return None, None, in_order([*errors, *warnings])
    return to_assessment(file, questionnaire), file, in_order(warnings)


def _refuse_format(tree: Tree) -> list[Fault]:
    given = tree.value.get("format")
    if given == FORMAT:
        return []
    if given is None:
        return as_faults(tree, [((), "missing-key", f"format is missing; write “format: {FORMAT}”")])
    if isinstance(given, str) and re.fullmatch(r"readiness-answers/[0-9]+", given):
        return as_faults(tree, [(("format",), "newer-format", f"“{given}” is newer than this program reads")])
    return as_faults(tree, [(("format",), "unknown-format", f"format is “{FORMAT}”, not “{given}”")])


def _unknown_keys(value: dict[str, Any]) -> list[Found]:
    found = list(_unknown(value, (), AnswersFile))
    for key, shape in _SHAPES.items():
        inner = value.get(key)
        members = list(enumerate(inner)) if isinstance(inner, list) else [(None, inner)]
        for place, member in members:
            path: Path = (key,) if place is None else (key, place)
            found += _unknown(member, path, shape)
    for lane in LANES:
        entries = value.get(lane)
        for id_, entry in entries.items() if isinstance(entries, dict) else ():
            found += _unknown(entry, (lane, id_), Answer)
    return found


def _unknown(value: Any, path: Path, shape: type) -> list[Found]:
    if not isinstance(value, dict):
        return []
    known = {item.name for item in fields(shape)}
    return [
        ((*path, key), "unknown-key", f"“{key}” is not known here{did_you_mean(key, known)}")
        for key in value
        if key not in known
    ]


def _names(value: dict[str, Any]) -> list[Found]:
    found: list[Found] = []
    system = value.get("system")
    if isinstance(system, str) and ("@" in system or len(system.splitlines()) != 1 or not system.strip()):
        found.append((("system",), "bad-name", "a system’s name has no @ and no line break"))
    for path, period in _periods(value):
        if isinstance(period, str):
            try:
                Period.parse(period)
            except ValueError as error:
                found.append((path, "bad-period", str(error)))
    found += _target_against_load(value)
    return found


def _periods(value: dict[str, Any]) -> Iterator[tuple[Path, Any]]:
    yield ("period",), value.get("period")
    yield ("target", "by"), _inside(value.get("target"), "by")
    actions = value.get("actions")
    for place, action in enumerate(actions if isinstance(actions, list) else ()):
        yield ("actions", place, "period"), _inside(action, "period")


def _target_against_load(value: dict[str, Any]) -> list[Found]:
    factor = _inside(value.get("target"), "factor")
    load = value.get("load")
    if not isinstance(load, list):
        return []
    factors = [
        driver["target"] / driver["today"]
        for driver in load
        if isinstance(driver, dict) and _positive(driver.get("target")) and _positive(driver.get("today"))
    ]
    if not all(isfinite(one) and one > 0 for one in factors):
        message = "target ÷ today is too large or too small for a number; check the two"
        return [(("load",), "not-finite", message)]
    if (
        not factors
        or not _positive(factor)
        or abs(max(factors) - factor) <= _MOST_DISAGREEMENT * max(factors)
    ):
        return []
    message = f"factor is {factor:g}, but the load says target ÷ today = {max(factors):.4g}; take factor out"
    return [(("target", "factor"), "factor-disagrees", message)]


def _positive(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _inside(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _questionnaire(tree: Tree, find: Find, told: list[Found]) -> Questionnaire | None:
    reference = tree.value.get("questionnaire")
    if not isinstance(reference, str) or not reference:
        return None
    questionnaire = find(reference) if "@" in reference or stays_here(reference) else None
    if questionnaire is None:
        message = f"“{reference}” is neither shipped, nor in the workspace, nor a file beside this one"
        told.append((("questionnaire",), "unknown-questionnaire", message))
        return None
    if tree.value.get("scope") == "quick" and core_of(questionnaire) is not None:
        message = f"a quick check asks the core alone; write “{parts_of(reference)[0]}”"
        told.append((("questionnaire",), "quick-is-core", message))
        return None
    return questionnaire.within("quick") if tree.value.get("scope") == "quick" else questionnaire


def _answer_faults(value: dict[str, Any], questionnaire: Questionnaire | None) -> list[Found]:
    found: list[Found] = []
    if questionnaire is None:
        return []
    suggestions = Suggestions(questionnaire.by_id)
    for path, id_ in _named(value):
        if id_ not in questionnaire.by_id:
            message = f"“{id_}” is not in {questionnaire.reference}{suggestions.near(id_)}"
            found.append((path, "unknown-question", message))
    return found


def _named(value: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield every question that the file names, with where."""
    for lane in LANES:
        entries = value.get(lane)
        for id_ in entries if isinstance(entries, dict) else ():
            yield (lane, id_), id_
    actions = value.get("actions")
    for place, action in enumerate(actions if isinstance(actions, list) else ()):
        questions = _inside(action, "questions")
        for number, id_ in enumerate(questions if isinstance(questions, list) else ()):
            if isinstance(id_, str):
                yield ("actions", place, "questions", number), id_


def _warnings(value: dict[str, Any], questionnaire: Questionnaire | None) -> list[Found]:
    found: list[Found] = list(tick_warnings(value, questionnaire))
    for lane in LANES:
        entries = value.get(lane)
        for id_, entry in entries.items() if isinstance(entries, dict) else ():
            if _inside(entry, "confidence") == "evidenced" and not _inside(entry, "evidence"):
                message = f"{id_} is evidenced without any evidence, so it counts as informed"
                found.append(((lane, id_), "no-evidence", message))
    return found


def _as_warning(fault: Fault) -> Fault:
    return Fault(
        code=fault.code,
        message=fault.message,
        severity="warning",
        line=fault.line,
        column=fault.column,
        id=fault.id,
    )


@cache
def _adapter() -> TypeAdapter[AnswersFile]:
    return TypeAdapter(AnswersFile)


def to_assessment(file: AnswersFile, questionnaire: Questionnaire) -> Assessment:
    """Return the file as the domain's value; ``questionnaire`` is what its scope sees."""
    return Assessment(
        questionnaire=questionnaire,
        system=file.system,
        period=Period.parse(file.period),
        scope=file.scope,
        scope_in=file.scope_in,
        scope_out=file.scope_out,
        journeys=file.journeys,
        target=file.target,
        assumed=file.assumed,
        load=file.load,
        limits=file.limits,
        participants=file.participants,
        actions=file.actions,
        decisions=file.decisions,
        agreed=with_levels(file.agreed, questionnaire),
        product=with_levels(file.product, questionnaire),
        engineering=with_levels(file.engineering, questionnaire),
        revision=file.revision,
    )


def write_answers(assessment: Assessment, style: Literal["yaml", "json"] = "yaml") -> str:
    """Return an assessment as an answers file; hidden answers stay where they are until the reveal."""
    plain = _document(assessment)
    if style == "json":
        return json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    yaml = YAML(typ="rt", pure=True)
    # Folding a long text in quotes can bring it back with other spaces: a note stays on its line.
    yaml.width = 1 << 20
    out = StringIO()
    yaml.dump(quoted(plain), out)
    return out.getvalue()


def _document(assessment: Assessment) -> dict[str, Any]:
    document: dict[str, Any] = {
        "format": FORMAT,
        "questionnaire": assessment.questionnaire.reference,
        "system": assessment.system,
        "period": str(assessment.period),
    }
    for name in ("revision", "scope", "scope_in", "scope_out", "journeys", "target", "assumed"):
        _keep(document, name, getattr(assessment, name), _DEFAULTS[name])
    for name in ("load", "limits", "participants", "actions", "decisions"):
        _keep(document, name, getattr(assessment, name), ())
    for lane in LANES if assessment.revealed else LANES[:1]:
        entries = {id_: _plain(a) for id_, a in assessment.lane(lane).items() if a != Answer()}
        if entries:
            document[lane] = entries
    return document


_DEFAULTS: Final[Mapping[str, object]] = {
    "revision": 1,
    "scope": "full",
    "scope_in": "",
    "scope_out": "",
    "journeys": (),
    "target": None,
    "assumed": False,
}


def _keep(document: dict[str, Any], name: str, value: Any, default: object) -> None:
    if value != default:
        document[name] = _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Journey):
        return value.plain
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        kept = {item.name: getattr(value, item.name) for item in fields(value)}
        return {
            item.name: _plain(kept[item.name]) for item in fields(value) if kept[item.name] != item.default
        }
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value  # noqa: PLR2004 - exact in both
