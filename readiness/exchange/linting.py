"""What a questionnaire file may say and still be wrong: ids, needs, weights, anchors (domain §1.2)."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import normalize

from readiness.domain.questionnaire import ANCHOR_LIMIT, Questionnaire
from readiness.errors import Fault
from readiness.exchange.checking import Found, Suggestions, as_faults
from readiness.exchange.evolving import lineage_found
from readiness.exchange.finding import Find
from readiness.exchange.firing import impossible
from readiness.exchange.references import unknown_reference
from readiness.exchange.tree import Path, Tree
from readiness.exchange.wording import alike, anchor_warnings, prompt_warnings, the_same

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")

_EXPECTED_TEXTS: Final = ("why", "action", "consequence", "hint")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question as it stands in the file, whatever state it is in."""

    path: Path
    entry: dict[str, Any]

    @property
    def id(self) -> str:
        given = self.entry.get("id")
        return given if isinstance(given, str) else ""

    def get(self, key: str, kind: type | tuple[type, ...]) -> Any:
        value = self.entry.get(key)
        return (
            value if isinstance(value, kind) and not (kind is not bool and isinstance(value, bool)) else None
        )


def lint(tree: Tree, questionnaire: Questionnaire | None, find: Find | None = None) -> list[Fault]:
    """Return what the shape alone cannot see, read off the plain tree so that all faults come at once.

    ``find`` reaches other questionnaires: the core that this one extends, the version it came from.
    """
    asked = list(_questions(tree.value))
    core = _core(tree.value, find)
    outside = {q.id: q.hurts_at for q in core.questions} if core else {}
    is_alone = core is not None or not _extends(tree.value)
    errors = as_faults(
        tree,
        [
            *_bad_ids(tree.value),
            *_double_ids(tree.value, core),
            *_bad_needs(asked, outside, strict=is_alone),
            *_circles(asked),
            *_bad_anchors(asked),
            *_without_words(tree.value, asked),
            *_weights(asked),
            *_product_levels(asked),
            *_bad_conditions(tree.value, asked, core, strict=is_alone),
            *_many_pillars(tree.value),
        ],
    )
    found: list[Found] = []
    if questionnaire is not None:
        paths = {q.id: q.path for q in asked}
        errors += as_faults(tree, lineage_found(questionnaire, paths, find))
        found += [*_wording(asked), *_references(asked)]
    if not is_alone:
        found.append(_without_core(tree.value))
    return errors + [_as_warning(fault) for fault in as_faults(tree, found)]


def _extends(value: Any) -> str:
    given = value.get("extends") if isinstance(value, dict) else None
    return given if isinstance(given, str) else ""


def _core(value: Any, find: Find | None) -> Questionnaire | None:
    extends = _extends(value)
    return find(extends) if extends and find else None


def _without_core(value: Any) -> Found:
    extends = _extends(value)
    message = f"“{extends}” is not here, so nothing that is named of it was checked"
    return ("extends",), "unknown-core", message


def _many_pillars(value: Any) -> Iterator[Found]:
    pillars = len(list(_members(value, (), "pillars")))
    if _extends(value) and pillars > 1:
        message = f"a questionnaire that extends another has one pillar, not {pillars}"
        yield ("pillars",), "several-pillars", message


def _as_warning(fault: Fault) -> Fault:
    return Fault(
        code=fault.code,
        message=fault.message,
        severity="warning",
        line=fault.line,
        column=fault.column,
        id=fault.id,
    )


def _members(value: Any, path: Path, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    inside = value.get(key) if isinstance(value, dict) else None
    for place, member in enumerate(inside if isinstance(inside, list) else ()):
        if isinstance(member, dict):
            yield (*path, key, place), member


def _questions(value: Any) -> Iterator[_Asked]:
    for pillar_path, pillar in _members(value, (), "pillars"):
        for topic_path, topic in _members(pillar, pillar_path, "topics"):
            for path, entry in _members(topic, topic_path, "questions"):
                yield _Asked(path, entry)


def _identified(value: Any) -> Iterator[tuple[str, Path, Any]]:
    """Yield every id with the family in which it must be alone."""
    if isinstance(value, dict):
        yield "questionnaire", ("id",), value.get("id")
    for pillar_path, pillar in _members(value, (), "pillars"):
        yield "pillar", (*pillar_path, "id"), pillar.get("id")
        for topic_path, topic in _members(pillar, pillar_path, "topics"):
            yield f"topic of {pillar.get('id')}", (*topic_path, "id"), topic.get("id")
            for path, entry in _members(topic, topic_path, "questions"):
                yield "question", (*path, "id"), entry.get("id")
    for path, entry in _members(value, (), "combinations"):
        yield "combination", (*path, "id"), entry.get("id")


def _bad_ids(value: Any) -> Iterator[Found]:
    for _, path, given in _identified(value):
        if isinstance(given, str) and not ID.fullmatch(given):
            yield (
                path,
                "bad-id",
                f"“{given}” is no id: letters, digits, dots, hyphens, 128 at most, a letter or digit first",
            )


def _double_ids(value: Any, core: Questionnaire | None) -> Iterator[Found]:
    seen = _taken(core) if core else {}
    for family, path, given in _identified(value):
        if not isinstance(given, str):
            continue
        folded = (family, normalize("NFC", given).casefold())
        if folded in seen:
            same = "" if seen[folded] == given else f" (as “{seen[folded]}”: capitals do not tell ids apart)"
            yield path, "duplicate-id", f"the {family.split()[0]} id “{given}” is already taken{same}"
        seen.setdefault(folded, given)


def _taken(core: Questionnaire) -> dict[tuple[str, str], str]:
    """Return the ids of the core, with which a questionnaire that extends it is asked as one."""
    ids = [("question", question.id) for question in core.questions]
    ids += [("pillar", pillar.id) for pillar in core.pillars]
    ids += [("combination", combination.id) for combination in core.combinations]
    return {(family, normalize("NFC", id_).casefold()): id_ for family, id_ in ids}


def _bad_needs(asked: list[_Asked], outside: dict[str, Any], *, strict: bool) -> Iterator[Found]:
    """``outside`` holds the tiers of the core; without it (not ``strict``) an unknown need may be there."""
    tiers = {**outside, **{q.id: q.get("hurts_at", int) or 10 for q in asked}}
    suggestions = Suggestions(tiers)
    for question in asked:
        for place, need in enumerate(question.get("needs", list) or ()):
            path = (*question.path, "needs", place)
            if not isinstance(need, str):
                continue
            if need not in tiers:
                if strict:
                    message = f"{question.id} needs “{need}”, which is not here{suggestions.near(need)}"
                    yield path, "unknown-need", message
            elif need == question.id:
                yield path, "circular-need", f"{question.id} needs itself"
            elif tiers[need] > tiers[question.id]:
                own, later = tiers[question.id], tiers[need]
                message = f"{question.id} hurts at {own}× but needs {need}, which hurts at {later}×"
                yield path, "late-need", message


def _circles(asked: list[_Asked]) -> Iterator[Found]:
    needs = {q.id: [n for n in q.get("needs", list) or () if isinstance(n, str) and n != q.id] for q in asked}
    settled: set[str] = set()
    for question in asked:
        circle = _circle(question.id, needs, settled)
        if circle:
            yield (*question.path, "needs"), "circular-need", f"these need each other: {' → '.join(circle)}"


def _circle(start: str, needs: dict[str, list[str]], settled: set[str]) -> list[str]:
    trail: list[str] = []
    waiting = [(start, iter(needs.get(start, ())))]
    while waiting:
        id_, rest = waiting[-1]
        if not trail or trail[-1] != id_:
            trail.append(id_)
        following = next((n for n in rest if n in needs and n not in settled), None)
        if following is None:
            settled.add(id_)
            waiting.pop()
            trail.pop()
        elif following in trail:
            settled.update(trail)
            return [*trail[trail.index(following) :], following]
        else:
            waiting.append((following, iter(needs[following])))
    return []


def _bad_anchors(asked: list[_Asked]) -> Iterator[Found]:
    for question in asked:
        for key in ("levels", "product_levels"):
            given = enumerate(question.get(key, list) or ())
            levels = {level: text for level, text in given if isinstance(text, str)}
            for level, text in levels.items():
                path = (*question.path, key, level)
                yield from _bad_anchor(path, f"level {level} of {question.id}", text)
            for first, later in the_same(levels):
                message = f"levels {first} and {later} of {question.id} say the same"
                yield (*question.path, key, later), "same-anchor", message


def _bad_anchor(path: Path, named: str, text: str) -> Iterator[Found]:
    if len(text) > ANCHOR_LIMIT:
        yield path, "long-anchor", f"{named} has {len(text)} characters; {ANCHOR_LIMIT} are the most"
    elif not text.strip():
        yield path, "empty-anchor", f"{named} has no description"


def _without_words(value: Any, asked: list[_Asked]) -> Iterator[Found]:
    """Yield what has a place for its words and none in it: nobody could be asked that."""
    for question in asked:
        if _is_blank(question.entry.get("prompt")):
            yield (*question.path, "prompt"), "empty-prompt", f"{question.id} has no prompt"
    for pillar_path, pillar in _members(value, (), "pillars"):
        if _is_blank(pillar.get("name")):
            yield (*pillar_path, "name"), "empty-name", "this pillar has no name"
        for path, topic in _members(pillar, pillar_path, "topics"):
            if _is_blank(topic.get("name")):
                yield (*path, "name"), "empty-name", "this topic has no name"


def _is_blank(text: object) -> bool:
    return isinstance(text, str) and not text.strip()


def _weights(asked: list[_Asked]) -> Iterator[Found]:
    weights = [q.get("weight", (int, float)) for q in asked]
    if asked and all(weight == 0 for weight in weights):
        yield ("pillars",), "no-weight", "every question has weight 0, so nothing can be scored"
    for question, weight in zip(asked, weights, strict=True):
        if weight == 0 and question.entry.get("gate") is True:
            yield (*question.path, "gate"), "gate-without-weight", f"{question.id} is a gate but has weight 0"


def _product_levels(asked: list[_Asked]) -> Iterator[Found]:
    for question in asked:
        levels = question.get("product_levels", list)
        if levels and len(levels) != 5:  # noqa: PLR2004 - levels 0 to 4
            yield (
                (*question.path, "product_levels"),
                "too-few",
                f"product_levels of {question.id} has {len(levels)} entries; it needs five",
            )


def _bad_conditions(
    value: Any, asked: list[_Asked], core: Questionnaire | None, *, strict: bool
) -> Iterator[Found]:
    own = {q.id: q.entry for q in asked}
    outside = core.by_id if core else {}
    known = Suggestions([*own, *outside]) if strict else None
    for path, combination in _members(value, (), "combinations"):
        faults = [
            fault
            for place, condition in _members(combination, path, "when")
            for fault in _bad_condition(place, condition, own.keys() | outside.keys(), known)
        ]
        yield from faults
        why = "" if faults else impossible(combination, own, outside)
        if why:
            yield (*path, "when"), "never-fires", f"{combination.get('id')} can never fire: {why}"


def _bad_condition(
    path: Path, condition: dict[str, Any], ids: AbstractSet[str], known: Suggestions | None
) -> Iterator[Found]:
    """``known`` is absent where a question may stand in a core that is not here."""
    question, limit = condition.get("question"), condition.get("limit")
    if bool(question) == bool(limit):
        yield path, "bad-condition", "a condition names a question or a limit, one of the two"
    elif limit and condition.get("below") is None:
        yield path, "bad-condition", "a limit’s condition says “below: target” or “below: tested”"
    elif isinstance(question, str) and question not in ids:
        if known:
            message = f"“{question}” is not here{known.near(question)}"
            yield (*path, "question"), "unknown-question", message
    elif question and condition.get("at_most") is None and condition.get("at_least") is None:
        yield path, "bad-condition", "a question’s condition says at_most or at_least"


def _wording(asked: list[_Asked]) -> Iterator[Found]:
    for question in asked:
        missing = [key for key in _EXPECTED_TEXTS if not str(question.entry.get(key) or "").strip()]
        if missing:
            yield question.path, "empty-text", f"{question.id} has no {', no '.join(missing)}"
        for key in ("prompt", "product_prompt"):
            for code, message in prompt_warnings(question.id, str(question.entry.get(key) or "")):
                yield (*question.path, key), code, message
        for key in ("levels", "product_levels"):
            yield from _anchor_wording(question, key)
        if _lacks_product_words(question):
            message = (
                f"{question.id} is a gate asked of engineering: write product_prompt and product_levels too"
            )
            yield question.path, "no-product-words", message


def _anchor_wording(question: _Asked, key: str) -> Iterator[Found]:
    levels = [str(text) for text in question.get(key, list) or ()]
    for level, text in enumerate(levels):
        for code, message in anchor_warnings(question.id, level, text):
            yield (*question.path, key, level), code, message
    for level, message in alike(question.id, levels):
        yield (*question.path, key, level), "anchors-alike", message


def _references(asked: list[_Asked]) -> Iterator[Found]:
    for question in asked:
        for place, reference in enumerate(question.get("references", list) or ()):
            why = unknown_reference(reference) if isinstance(reference, dict) else ""
            if why:
                yield (*question.path, "references", place), "unknown-reference", f"{question.id}: {why}"


def _lacks_product_words(question: _Asked) -> bool:
    entry = question.entry
    is_theirs = entry.get("gate") is True and entry.get("asked_of") == "engineering"
    return is_theirs and not (entry.get("product_prompt") and entry.get("product_levels"))
