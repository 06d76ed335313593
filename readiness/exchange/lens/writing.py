"""A lens → its file: what was read goes out the same; for an upload, in the characters that are taken."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from readiness.domain.practices import Risk, written
from readiness.exchange.lens.limits import LONGEST, outside
from readiness.exchange.lens.values import SCHEMA, Choice, Lens, LensPillar, LensQuestion, Link

_RISKS: Final[dict[Risk, str]] = {"none": "NO_RISK", "medium": "MEDIUM_RISK", "high": "HIGH_RISK"}
_PLAINER: Final = {
    ";": ",",
    "%": " per cent",
    "<": " under ",
    ">": " over ",
    "=": " is ",
    "*": "",
    '"': "'",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "$": "USD ",
    "|": "/",
    "~": "about ",
    "–": "-",
    "—": "-",
    "“": "'",
    "”": "'",
    "‘": "'",
    "×": "x",
    "…": "...",
    "ß": "ss",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "æ": "ae",
    "Æ": "AE",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A text that had to be written otherwise: where it stands, as it was and as it went out."""

    where: str
    before: str
    after: str


def write_lens(lens: Lens) -> bytes:
    """Return the file as it came in, unknown keys and all."""
    return _file(_lens(lens, _Same()))


def write_for_upload(lens: Lens) -> tuple[bytes, tuple[Changed, ...]]:
    """Return the file in the characters and lengths that the console takes, and every text that changed."""
    plainer = _Plainer()
    return _file(_lens(lens, plainer)), tuple(plainer.changed)


class _Same:
    """Leaves every text as it is."""

    def text(self, where: str, key: str, text: str) -> str:  # noqa: ARG002 - the other one asks for them
        """Return the text."""
        return text


class _Plainer(_Same):
    """Writes titles in the few characters that are taken."""

    def __init__(self) -> None:
        self.changed: list[Changed] = []

    def text(self, where: str, key: str, text: str) -> str:
        """Return a text that is taken."""
        longest = LONGEST[key]
        if not any(outside(key, text, longest)):
            return text
        after = _shorter(" ".join("".join(_plain(text)).split()), longest)
        self.changed.append(Changed(where=where, before=text, after=after))
        return after


def _plain(text: str) -> Iterator[str]:
    for char in text:
        if not any(outside("", char, 1)):
            yield char
            continue
        bare = unicodedata.normalize("NFKD", char)
        kept = "".join(part for part in bare if not unicodedata.combining(part))
        yield _PLAINER.get(char, kept if not any(outside("", kept, len(kept))) else "?")


def _shorter(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 3].rstrip()}..."


def _lens(lens: Lens, how: _Same) -> dict[str, Any]:
    return {
        **lens.given,
        "schemaVersion": SCHEMA,
        "name": how.text("the lens", "name", lens.name),
        "description": how.text("the lens", "description", lens.description),
        "pillars": [_pillar(pillar, how) for pillar in lens.pillars],
    }


def _pillar(pillar: LensPillar, how: _Same) -> dict[str, Any]:
    return {
        **pillar.given,
        "id": pillar.id,
        "name": how.text(pillar.id, "name", pillar.name),
        "questions": [_question(question, how) for question in pillar.questions],
    }


def _question(question: LensQuestion, how: _Same) -> dict[str, Any]:
    out: dict[str, Any] = {**question.given, "id": question.id}
    if question.title or "title" not in out:
        out["title"] = how.text(question.id, "title", question.title)
    if question.description:
        out["description"] = how.text(question.id, "description", question.description)
    if question.help is not None:
        out["helpfulResource"] = _link(question.help)
    out["choices"] = [_choice(choice, question, how) for choice in question.choices]
    out["riskRules"] = [
        {"condition": written(rule.condition), "risk": _RISKS[rule.risk]} for rule in question.rules
    ]
    return out


def _choice(choice: Choice, question: LensQuestion, how: _Same) -> dict[str, Any]:
    out: dict[str, Any] = {**choice.given, "id": choice.id}
    out["title"] = how.text(f"{question.id}, {choice.id}", "title", choice.title)
    if choice.help is not None:
        out["helpfulResource"] = _link(choice.help)
    if choice.plan is not None:
        out["improvementPlan"] = _link(choice.plan)
    return out


def _link(link: Link) -> dict[str, Any]:
    return (
        dict(link.given)
        if link.given
        else {"displayText": link.text, **({"url": link.url} if link.url else {})}
    )


def _file(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
