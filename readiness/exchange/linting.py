"""What a questionnaire file may say and still be wrong: ids, needs, weights, anchors (domain §1.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import normalize

from readiness.domain.questionnaire import ANCHOR_LIMIT, Questionnaire
from readiness.errors import Fault
from readiness.exchange.checking import Suggestions, as_faults
from readiness.exchange.tree import Path, Tree

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
LONGEST_PROMPT: Final = 18
Found = tuple[Path, str, str]

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


def lint(tree: Tree, questionnaire: Questionnaire | None) -> list[Fault]:
    """Return what the shape alone cannot see, read off the plain tree so that all faults come at once."""
    asked = list(_questions(tree.value))
    errors = as_faults(
        tree,
        [
            *_bad_ids(tree.value),
            *_double_ids(tree.value),
            *_bad_needs(asked),
            *_circles(asked),
            *_long_anchors(asked),
            *_weights(asked),
            *_product_levels(asked),
            *_bad_conditions(tree.value, asked),
        ],
    )
    warnings = as_faults(tree, _wording(asked)) if questionnaire is not None else []
    return errors + [_as_warning(fault) for fault in warnings]


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


def _double_ids(value: Any) -> Iterator[Found]:
    seen: dict[tuple[str, str], str] = {}
    for family, path, given in _identified(value):
        if not isinstance(given, str):
            continue
        folded = (family, normalize("NFC", given).casefold())
        if folded in seen:
            same = "" if seen[folded] == given else f" (as “{seen[folded]}”: capitals do not tell ids apart)"
            yield path, "duplicate-id", f"the {family.split()[0]} id “{given}” is already taken{same}"
        seen.setdefault(folded, given)


def _bad_needs(asked: list[_Asked]) -> Iterator[Found]:
    tiers = {q.id: q.get("hurts_at", int) or 10 for q in asked}
    suggestions = Suggestions(tiers)
    for question in asked:
        for place, need in enumerate(question.get("needs", list) or ()):
            path = (*question.path, "needs", place)
            if not isinstance(need, str):
                continue
            if need not in tiers:
                yield (
                    path,
                    "unknown-need",
                    f"{question.id} needs “{need}”, which is not here{suggestions.near(need)}",
                )
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


def _long_anchors(asked: list[_Asked]) -> Iterator[Found]:
    for question in asked:
        for key in ("levels", "product_levels"):
            for level, text in enumerate(question.get(key, list) or ()):
                if not isinstance(text, str):
                    continue
                path = (*question.path, key, level)
                if len(text) > ANCHOR_LIMIT:
                    said = f"level {level} of {question.id} has {len(text)} characters"
                    message = f"{said}; {ANCHOR_LIMIT} are the most"
                    yield path, "long-anchor", message
                elif not text.strip():
                    yield path, "empty-anchor", f"level {level} of {question.id} has no description"


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


def _bad_conditions(value: Any, asked: list[_Asked]) -> Iterator[Found]:
    known = {q.id for q in asked}
    suggestions = Suggestions(q.id for q in asked)
    for path, combination in _members(value, (), "combinations"):
        for place, condition in _members(combination, path, "when"):
            yield from _bad_condition(place, condition, known, suggestions)


def _bad_condition(
    path: Path, condition: dict[str, Any], known: set[str], suggestions: Suggestions
) -> Iterator[Found]:
    question, limit = condition.get("question"), condition.get("limit")
    if bool(question) == bool(limit):
        yield path, "bad-condition", "a condition names a question or a limit, one of the two"
    elif limit and condition.get("below") is None:
        yield path, "bad-condition", "a limit’s condition says “below: target” or “below: tested”"
    elif isinstance(question, str) and question not in known:
        yield (
            (*path, "question"),
            "unknown-question",
            f"“{question}” is not here{suggestions.near(question)}",
        )
    elif question and condition.get("at_most") is None and condition.get("at_least") is None:
        yield path, "bad-condition", "a question’s condition says at_most or at_least"


def _wording(asked: list[_Asked]) -> Iterator[Found]:
    for question in asked:
        missing = [key for key in _EXPECTED_TEXTS if not str(question.entry.get(key) or "").strip()]
        if missing:
            yield question.path, "empty-text", f"{question.id} has no {', no '.join(missing)}"
        prompt = str(question.entry.get("prompt") or "")
        if len(prompt.split()) > LONGEST_PROMPT:
            message = (
                f"the prompt of {question.id} has {len(prompt.split())} words; {LONGEST_PROMPT} are plenty"
            )
            yield (*question.path, "prompt"), "long-prompt", message
        if _lacks_product_words(question):
            message = (
                f"{question.id} is a gate asked of engineering: write product_prompt and product_levels too"
            )
            yield question.path, "no-product-words", message


def _lacks_product_words(question: _Asked) -> bool:
    entry = question.entry
    is_theirs = entry.get("gate") is True and entry.get("asked_of") == "engineering"
    return is_theirs and not (entry.get("product_prompt") and entry.get("product_levels"))
