"""The sealed package, ``readiness-package/1``: one closed assessment as a file for another workspace.

It holds what the seal sealed, word for word, and the evidence that proves it: the hash, the time, and the
seal before. Beside it stand the frozen questionnaire, and what may change after a seal: actions,
decisions, open facts, accepted risks. The file has one form only (keys sorted, no spaces), so that the same
package gives the same bytes.

Reading goes in two steps, because what was changed on the way must not be judged by what it says:
``read_envelope`` finds the parts, then the caller proves the seal, then ``open_envelope`` believes them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from typing import Annotated, Any, Final, Literal

from annotated_types import Ge, Le, Len
from pydantic import TypeAdapter

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import (
    MOST_REVISIONS,
    Answer,
    Assessment,
    Driver,
    Limit,
    Participant,
    Target,
)
from readiness.domain.journeys import Journey
from readiness.domain.open_facts import OpenFact
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.questionnaire import STRICT, Lane, Questionnaire, Scope
from readiness.errors import Fault
from readiness.exchange.checking import Found, as_faults, in_order, validate
from readiness.exchange.json_tree import read_json
from readiness.exchange.linting import lint
from readiness.exchange.questionnaires import questionnaire_from_json
from readiness.exchange.tree import Tree

FORMAT: Final = "readiness-package/1"

_FAMILY: Final = re.compile(r"readiness-package/[0-9]+")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")

Texts = tuple[str, str]
"""The canonical texts of a seal's body and of its questionnaire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What proves a seal: its hash over the seal before, the body and the time; its place in the chain."""

    __pydantic_config__ = STRICT

    hash: str
    previous: Annotated[str, Len(1, 64)]
    at: Annotated[str, Len(1, 40)]
    sequence: Annotated[int, Ge(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPerson:
    """Somebody who took part: a role, a lane, and a salted hash in place of a name."""

    __pydantic_config__ = STRICT

    role: str
    lane: Literal["product", "engineering", "agreed", "facilitator", "guest"]
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedBody:
    """What a seal seals, field by field."""

    __pydantic_config__ = STRICT

    format: Literal["readiness-seal/1"]
    system: Annotated[str, Len(1, 200)]
    period: str
    questionnaire: Annotated[str, Len(1)]
    questionnaire_hash: str
    answers: dict[Lane, dict[str, Answer]]
    results: dict[str, Any]
    revision: Annotated[int, Ge(1), Le(MOST_REVISIONS)] = 1
    scope: Scope = "full"
    scope_in: str = ""
    scope_out: str = ""
    journeys: Annotated[tuple[str | Journey, ...], Len(0, 5)] = ()
    target: Target | None = None
    assumed: bool = False
    load: Annotated[tuple[Driver, ...], Len(0, 3)] = ()
    limits: Annotated[tuple[Limit, ...], Len(0, 12)] = ()
    participants: tuple[SealedPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a seal and may change after it."""

    __pydantic_config__ = STRICT

    actions: tuple[PlannedAction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    facts: tuple[OpenFact, ...] = ()
    accepted: tuple[AcceptedRisk, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A package whose parts are found and whose seal nobody has proved yet."""

    tree: Tree
    system: str
    evidence: Evidence
    beside: Beside
    body: Mapping[str, Any]
    questionnaire: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A sealed assessment on its way between two workspaces.

    ``body`` is the text the seal seals and ``frozen`` that of its questionnaire, each as it was hashed;
    ``assessment`` and ``whole`` are what they say. The assessment has the system's name of now, the body
    that of then.
    """

    evidence: Evidence
    body: str
    frozen: str
    whole: Questionnaire
    assessment: Assessment
    participants: tuple[SealedPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The file itself, key by key."""

    __pydantic_config__ = STRICT

    format: Literal["readiness-package/1"]
    system: Annotated[str, Len(1, 200)]
    seal: Evidence
    body: dict[str, Any]
    questionnaire: dict[str, Any]
    actions: tuple[PlannedAction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    facts: tuple[OpenFact, ...] = ()
    accepted: tuple[AcceptedRisk, ...] = ()


def write_package(package: Package) -> bytes:
    """Return the file; the same package gives the same bytes."""
    assessment = package.assessment
    document = {
        "format": FORMAT,
        "system": assessment.system,
        "seal": asdict(package.evidence),
        "body": json.loads(package.body),
        "questionnaire": json.loads(package.frozen),
        "actions": [asdict(action) for action in assessment.actions],
        "decisions": [asdict(decision) for decision in assessment.decisions],
        "facts": [asdict(fact) for fact in assessment.facts],
    }
    if assessment.accepted:  # left out otherwise, as packages had none at first
        document["accepted"] = [asdict(risk) for risk in assessment.accepted]
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode()


def is_package(content: bytes) -> bool:
    """Say whether a file means to be a package; the reader then judges whether it is one."""
    return re.search(rb'"format"\s*:\s*"readiness-package', content) is not None


def read_envelope(content: bytes) -> tuple[Envelope | None, tuple[Fault, ...]]:
    """Find the parts of a package, returning every fault at once; what the seal seals is not judged yet."""
    tree, faults = read_json(content)
    if faults or not isinstance(tree.value, dict):
        plain = Fault(
            code="not-a-package", message="a package is one JSON object with a “format”", line=1, column=1
        )
        return None, faults or (plain,)
    refused = _refuse_format(tree)
    if refused:
        return None, tuple(refused)
    parts = validate(_parts_adapter(), tree.value)
    found, told = parts
    told = [*told, *_seal_faults(tree.value)]
    if found is None or told:
        return None, in_order(as_faults(tree, told))
    envelope = Envelope(
        tree=tree,
        system=found.system.strip(),
        evidence=found.seal,
        beside=Beside(
            actions=found.actions, decisions=found.decisions, facts=found.facts, accepted=found.accepted
        ),
        body=found.body,
        questionnaire=found.questionnaire,
    )
    return envelope, ()


def open_envelope(envelope: Envelope, texts: Texts) -> tuple[Package | None, tuple[Fault, ...]]:
    """Return what a package says, once its seal is proved; or every fault of it at once.

    ``texts`` are body and questionnaire as they were hashed.
    """
    tree = envelope.tree
    read = validate(_body_adapter(), envelope.body)
    body, told = read
    whole, further = _questionnaire(tree, texts[1])
    found: list[Found] = [(("body", *path), code, message) for path, code, message in told]
    if body is not None and whole is not None:
        found += _meanings(tree.value, body, whole)
    faults = [*as_faults(tree, found), *further]
    if faults or body is None or whole is None:
        return None, in_order(faults)
    package = Package(
        evidence=envelope.evidence,
        body=texts[0],
        frozen=texts[1],
        whole=whole,
        assessment=_assessment(envelope, body, whole),
        participants=body.participants,
    )
    return package, ()


def place_of(envelope: Envelope, part: str) -> tuple[int, int]:
    """Return where a part stands in the file."""
    return envelope.tree.where((part,))


def _refuse_format(tree: Tree) -> list[Fault]:
    given = tree.value.get("format")
    if given == FORMAT:
        return []
    if isinstance(given, str) and _FAMILY.fullmatch(given):
        message = f"“{given}” is newer than this program reads; it knows {FORMAT}"
        return as_faults(tree, [(("format",), "newer-format", message)])
    shown = "missing" if given is None else "another"
    return as_faults(tree, [(("format",), "unknown-format", f"the format is {shown}; it is “{FORMAT}”")])


def _seal_faults(value: Mapping[str, Any]) -> list[Found]:
    seal = value.get("seal")
    if not isinstance(seal, dict):
        return []
    found: list[Found] = []
    if isinstance(seal.get("hash"), str) and not _HASH.fullmatch(seal["hash"]):
        found.append((("seal", "hash"), "bad-hash", "a hash has 64 digits, 0 to 9 and a to f"))
    if isinstance(seal.get("at"), str) and not _is_moment(seal["at"]):
        found.append((("seal", "at"), "bad-moment", "the time of the seal is no time"))
    return found


def _questionnaire(tree: Tree, text: str) -> tuple[Questionnaire | None, list[Fault]]:
    """Read the frozen questionnaire, strictly and with the linter's errors."""
    try:
        whole = questionnaire_from_json(text.encode("utf-8"))
    except ValueError as error:
        first = str(error).splitlines()[0]
        message = f"the questionnaire cannot be read: {first}"
        return None, as_faults(tree, [(("questionnaire",), "bad-questionnaire", message)])
    errors = [
        fault
        for fault in lint(Tree(value=_said(tree.value["questionnaire"])), whole)
        if fault.severity == "error"
    ]
    messages = [(("questionnaire",), fault.code, fault.message) for fault in errors]
    return (None if messages else whole), as_faults(tree, messages)


def _said(value: Any) -> Any:
    """Return a canonical form as people would write it: without the keys that say nothing."""
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items() if inner is not None and inner != ""}
    return [_said(inner) for inner in value] if isinstance(value, list) else value


def _meanings(value: Mapping[str, Any], body: SealedBody, whole: Questionnaire) -> Iterator[Found]:
    """Yield what types cannot see: names, quarters, questions that are asked."""
    for name, path in ((value["system"], ("system",)), (body.system, ("body", "system"))):
        if "@" in name or len(name.splitlines()) != 1 or not name.strip():
            yield path, "bad-name", "a system’s name has no @ and no line break"
    if not _is_quarter(body.period):
        yield ("body", "period"), "bad-period", f"“{body.period[:20]}” is no quarter; it is like 2026-Q3"
    if body.questionnaire != whole.reference:
        message = f"it was answered under {body.questionnaire[:80]}, and {whole.reference} came with it"
        yield ("questionnaire",), "other-questionnaire", message
    asked = whole.within(body.scope).by_id
    for lane in _LANES:
        for id_ in body.answers.get(lane, {}):
            if id_ not in asked:
                yield ("body", "answers", lane, id_), "unknown-question", f"“{id_[:80]}” is not asked"
    yield from _promised(value, asked)


def _promised(value: Mapping[str, Any], asked: Mapping[str, object]) -> Iterator[Found]:
    seen: set[str] = set()
    for place, action in enumerate(value.get("actions", ())):
        where = ("actions", place)
        if action["id"] in seen:
            yield (*where, "id"), "duplicate-id", f"two actions are called {action['id'][:80]}"
        seen.add(action["id"])
        if action.get("period") is not None and not _is_quarter(action["period"]):
            yield (*where, "period"), "bad-period", "an action is promised for a quarter, like 2026-Q4"
        for id_ in action.get("questions", ()):
            if id_ not in asked:
                yield (*where, "questions"), "unknown-question", f"“{id_[:80]}” is not asked"
    for place, fact in enumerate(value.get("facts", ())):
        if fact["question"] not in asked:
            message = f"“{fact['question'][:80]}” is not asked"
            yield ("facts", place, "question"), "unknown-question", message
    yield from _accepted(value, asked)


def _accepted(value: Mapping[str, Any], asked: Mapping[str, object]) -> Iterator[Found]:
    for place, risk in enumerate(value.get("accepted", ())):
        if risk["question"] not in asked:
            message = f"“{risk['question'][:80]}” is not asked"
            yield ("accepted", place, "question"), "unknown-question", message
        if not _is_quarter(risk["expires"]):
            message = "a risk is accepted to the end of a quarter, like 2026-Q4"
            yield ("accepted", place, "expires"), "bad-period", message


def _assessment(envelope: Envelope, body: SealedBody, whole: Questionnaire) -> Assessment:
    return Assessment(
        questionnaire=whole.within(body.scope),
        system=envelope.system,
        period=Period.parse(body.period),
        revision=body.revision,
        scope=body.scope,
        scope_in=body.scope_in,
        scope_out=body.scope_out,
        journeys=tuple(one if isinstance(one, Journey) else Journey(one) for one in body.journeys),
        target=body.target,
        assumed=body.assumed,
        load=body.load,
        limits=body.limits,
        participants=tuple(Participant(role=one.role, lane=one.lane) for one in body.participants),
        actions=envelope.beside.actions,
        decisions=envelope.beside.decisions,
        facts=envelope.beside.facts,
        accepted=envelope.beside.accepted,
        agreed=body.answers.get("agreed", {}),
        product=body.answers.get("product", {}),
        engineering=body.answers.get("engineering", {}),
        sealed=True,
    )


def _is_quarter(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    """Whether a time is written as every workspace writes it; others would be kept, and read by none."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return _MOMENT.fullmatch(text) is not None


@cache
def _parts_adapter() -> TypeAdapter[_Parts]:
    return TypeAdapter(_Parts)


@cache
def _body_adapter() -> TypeAdapter[SealedBody]:
    return TypeAdapter(SealedBody)
