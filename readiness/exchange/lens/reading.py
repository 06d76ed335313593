"""A custom lens file → the lens, and everything that is wrong with it, errors apart from what one can bear.

What keeps a question from being asked or rated is an error. What is merely outside the published limits, or
repaired in reading, is a warning: real files have plenty of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from readiness.domain.conditions import ConditionError, parse_condition
from readiness.domain.practices import Risk, Rule
from readiness.errors import Fault, Severity
from readiness.exchange.checking import in_order
from readiness.exchange.json_tree import read_json
from readiness.exchange.lens.limits import ID, LONGEST, LONGEST_TEXT, MOST, SHORTEST_ID, outside
from readiness.exchange.lens.values import SCHEMA, Choice, Lens, LensPillar, LensQuestion, Link
from readiness.exchange.tree import Path, Tree

MOST_BYTES: Final = 500_000
RISKS: Final[dict[str, Risk]] = {"NO_RISK": "none", "MEDIUM_RISK": "medium", "HIGH_RISK": "high"}
_HELP: Final = "HELPFUL_RESOURCE"
_PLAN: Final = "IMPROVEMENT_PLAN"

Part = TypeVar("Part")


def means_lens(content: bytes) -> bool:
    """Whether a file means to be a lens, before anything of it is read."""
    return b'"schemaVersion"' in content and b'"pillars"' in content


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file says: the lens, or none where there is an error; the faults; where each question stands."""

    lens: Lens | None
    faults: tuple[Fault, ...]
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def read_lens(content: bytes) -> Reading:
    """Read a lens file."""
    tree, faults = read_json(content, most=MOST_BYTES, lenient=True)
    if any(fault.severity == "error" for fault in faults):
        return Reading(lens=None, faults=faults)
    reader = _Reader(tree)
    lens = reader.lens(tree.value)
    reader.refuse_unrated(lens)
    found = in_order((*faults, *reader.faults))
    is_whole = not any(fault.severity == "error" for fault in found)
    return Reading(lens=lens if is_whole else None, faults=found, places=reader.places)


class _Reader:
    """Builds the parts, and gathers what is wrong with them."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.faults: list[Fault] = []
        self.places: dict[str, tuple[int, int]] = {}

    def lens(self, value: Any) -> Lens:
        top = self._object(value, ())
        if top.get("schemaVersion") != SCHEMA:
            self._tell(("schemaVersion",), "unknown-format", f"schemaVersion is not “{SCHEMA}”")
        pillars = tuple(self._parts(top, "pillars", (), self._pillar))
        self._unique([pillar.id for pillar in pillars], ("pillars",), "pillar")
        ids = [question.id for pillar in pillars for question in pillar.questions]
        self._unique(ids, ("pillars",), "question")
        return Lens(
            name=self._text(top, "name", ()),
            description=self._text(top, "description", (), needed=False),
            pillars=pillars,
            given=_beyond(top, {"schemaVersion", "name", "description", "pillars"}),
        )

    def refuse_unrated(self, lens: Lens) -> None:
        """Tell of what keeps questions from being rated, where there is no question that can be.

        A published lens with a few such questions is taken in, and they are named when it is checked.
        """
        if any(question.can_be_rated for question in lens.questions):
            return
        for question in lens.questions:
            strangers = question.strangers
            code, told = "no-default", "no rule holds for everything else, and none is for a risk"
            if strangers:
                code, told = "unknown-choice", f"a rule names “{strangers[0]}”, which is no choice"
            line, column = self.places.get(question.id, (1, 1))
            self.faults.append(Fault(code=code, message=told, line=line, column=column, id=question.id))

    def _pillar(self, value: Any, path: Path) -> LensPillar:
        given = self._object(value, path)
        return LensPillar(
            id=self._id(given, path),
            name=self._text(given, "name", path),
            questions=tuple(self._parts(given, "questions", path, self._question)),
            given=_beyond(given, {"id", "name", "questions"}),
        )

    def _question(self, value: Any, path: Path) -> LensQuestion:
        given = self._object(value, path)
        id_ = self._id(given, path)
        choices = tuple(self._parts(given, "choices", path, self._choice, id_))
        self._unique([choice.id for choice in choices], (*path, "choices"), "choice", id_)
        self.places[id_] = self._tree.where(path)
        return LensQuestion(
            id=id_,
            title=self._text(given, "title", path, id_=id_),
            description=self._text(given, "description", path, needed=False, id_=id_),
            help=self._link(given, "helpfulResource", path, id_),
            choices=choices,
            rules=tuple(self._rules(given, path, id_)),
            given=_beyond(given, {"id", "title", "description", "helpfulResource", "choices", "riskRules"}),
        )

    def _choice(self, value: Any, path: Path) -> Choice:
        given = self._object(value, path)
        id_ = self._id(given, path)
        more = dict(self._additional(given, path, id_))
        return Choice(
            id=id_,
            title=self._text(given, "title", path, id_=id_),
            help=self._link(given, "helpfulResource", path, id_),
            plan=self._link(given, "improvementPlan", path, id_),
            more_help=more.get(_HELP, ()),
            more_plans=more.get(_PLAN, ()),
            given=_beyond(given, {"id", "title", "helpfulResource", "improvementPlan"}),
        )

    def _additional(
        self, given: dict[str, Any], path: Path, id_: str
    ) -> Iterator[tuple[str, tuple[Link, ...]]]:
        listed = given.get("additionalResources")
        for place, entry in enumerate(listed if isinstance(listed, list) else []):
            at = (*path, "additionalResources", place)
            kind = entry.get("type") if isinstance(entry, dict) else None
            content = entry.get("content") if isinstance(entry, dict) else None
            if kind not in {_HELP, _PLAN} or not isinstance(content, list):
                self._tell(
                    at, "not-one-of", "an additional resource has no type that is known", "warning", id_
                )
                continue
            links = [self._link({"": one}, "", (*at, "content"), id_) for one in content]
            yield kind, tuple(link for link in links if link is not None)

    def _rules(self, given: dict[str, Any], path: Path, id_: str) -> Iterator[Rule]:
        listed = given.get("riskRules")
        if not isinstance(listed, list) or not listed:
            self._tell((*path, "riskRules"), "missing-key", "riskRules has no rule", id_=id_)
            return
        for place, entry in enumerate(listed):
            rule = self._rule(entry, (*path, "riskRules", place), id_)
            if rule is not None:
                yield rule

    def _rule(self, entry: Any, path: Path, id_: str) -> Rule | None:
        given = self._object(entry, path)
        risk = RISKS.get(str(given.get("risk")))
        condition = given.get("condition")
        if risk is None:
            told = f"the risk is one of {', '.join(RISKS)}, not “{str(given.get('risk'))[:40]}”"
            self._tell((*path, "risk"), "not-one-of", told, id_=id_)
        if not isinstance(condition, str):
            self._tell((*path, "condition"), "missing-key", "a rule has no condition", id_=id_)
            return None
        try:
            found = parse_condition(condition)
        except ConditionError as error:
            self._tell((*path, "condition"), "not-a-condition", str(error), id_=id_)
            return None
        return None if risk is None else Rule(condition=found, risk=risk)

    def _link(self, given: dict[str, Any], key: str, path: Path, id_: str) -> Link | None:
        value = given.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._tell((*path, key), "not-a-mapping", f"{key or 'a resource'} is no object", "warning", id_)
            return None
        url = value.get("url")
        text = value.get("displayText")
        address = url.strip() if isinstance(url, str) else ""
        is_web = address.startswith(("http://", "https://"))
        if address and not is_web:
            self._tell(
                (*path, key), "not-an-address", "an address begins with http:// or https://", "warning", id_
            )
        if " " in address:
            self._tell((*path, key), "not-an-address", "an address has a space in it", "warning", id_)
        if isinstance(text, str) and len(text) > LONGEST_TEXT:
            told = f"displayText has {len(text):,} characters; {LONGEST_TEXT:,} are the most"
            self._tell((*path, key), "outside-the-format", told, "warning", id_)
        return Link(
            text=text if isinstance(text, str) else "", url=address if is_web else "", given=dict(value)
        )

    def _parts(
        self, given: dict[str, Any], key: str, path: Path, read: Callable[[Any, Path], Part], id_: str = ""
    ) -> Iterator[Part]:
        listed = given.get(key)
        if not isinstance(listed, list) or not listed:
            self._tell((*path, key), "missing-key", f"{key} has no entry", id_=id_)
            return
        if len(listed) > MOST[key]:
            told = f"{key} has {len(listed)} entries; {MOST[key]} are the most"
            self._tell((*path, key), "too-many", told, "error" if key == "choices" else "warning", id_)
        for place, entry in enumerate(listed):
            yield read(entry, (*path, key, place))

    def _object(self, value: Any, path: Path) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self._tell(path, "not-a-mapping", "an object was expected here")
        return {}

    def _id(self, given: dict[str, Any], path: Path) -> str:
        value = given.get("id")
        id_ = value if isinstance(value, str) else ""
        is_id = ID.fullmatch(id_) is not None
        if not is_id or len(id_) < SHORTEST_ID:
            told = "an id has 3 to 128 letters, digits or underscores"
            self._tell((*path, "id"), "not-an-id", told, "warning" if is_id else "error", str(value)[:64])
        return id_

    def _text(
        self, given: dict[str, Any], key: str, path: Path, *, needed: bool = True, id_: str = ""
    ) -> str:
        value = given.get(key)
        if not isinstance(value, str):
            if needed:
                told = f"{key} is missing" if value is None else f"{key} is no text"
                severity: Severity = "warning" if value is None else "error"
                self._tell((*path, key), "missing-key", told, severity, id_)
            return ""
        for told in outside(key, value, LONGEST[key]):
            self._tell((*path, key), "outside-the-format", told, "warning", id_)
        return value

    def _unique(self, ids: list[str], path: Path, what: str, id_: str = "") -> None:
        seen: set[str] = set()
        for one in ids:
            if one and one in seen:
                severity: Severity = "error" if what == "choice" else "warning"
                self._tell(path, "duplicate-id", f"the {what} id “{one}” stands twice", severity, id_ or one)
            seen.add(one)

    def _tell(self, path: Path, code: str, message: str, severity: Severity = "error", id_: str = "") -> None:
        line, column = self._tree.where(path)
        self.faults.append(
            Fault(code=code, message=message, severity=severity, line=line, column=column, id=id_)
        )


def _beyond(given: dict[str, Any], known: set[str]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key not in known or value is None}
