"""Arabic and Hebrew on paper: letters joined as they are written, lines in the order they are read.

Paper is drawn glyph by glyph from the left. What is kept and measured stays in the order it was typed; only
what is drawn is turned, by the rules of the Unicode bidirectional algorithm without explicit embeddings,
which are printed as codes and so never reach a line.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Final

FIRST: Final = 0x0590
_FIRST: Final = chr(FIRST)
"""Below it no character is written from the right."""

_FORMS: Final = (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD))
_JOINING: Final = ((0x0620, 0x077F), (0x07C0, 0x07FF), (0x0840, 0x08FF))
"""Arabic and Syriac, N’Ko, Mandaic and more of both."""

_STRONG: Final = frozenset({"L", "R", "AL"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON"})
_JOINERS: Final = "\u0640"
"""The stroke that makes a word longer joins on both sides."""


def is_unjoinable(char: str) -> bool:
    """Say whether a letter belongs to a script that joins, and has no shapes to join with.

    It would be drawn as nobody writes it; such a letter is printed as its code and counted.
    """
    code = ord(char)
    joins = any(first <= code <= last for first, last in _JOINING)
    return joins and unicodedata.category(char) == "Lo" and char not in _shapes()


def is_turned(text: str) -> bool:
    """Say whether anything of a text is written from the right."""
    return bool(text) and max(text) >= _FIRST and any(_kind(char) in {"R", "AL"} for char in text)


def joined(text: str, has: Callable[[str], bool]) -> str:
    """Return a text with Arabic letters in the shapes that they have beside one another.

    ``has`` says whether there is a glyph; a letter without its shape stays as it stands alone.
    """
    if not text or max(text) < _FIRST:
        return text
    shapes, pairs = _shapes(), _pairs()
    letters = list(text)
    made: list[str] = []
    at = 0
    while at < len(letters):
        before, after = _beside(letters, at, -1), _beside(letters, at, 1)
        pair = letters[at] + (letters[at + 1] if at + 1 < len(letters) else "")
        linked = _gives(before) and _takes(letters[at])
        if pair in pairs:
            form = pairs[pair].get("final" if linked else "isolated", "")
            if form and has(form):
                made.append(form)
                at += 2
                continue
        reaches = _gives(letters[at]) and _takes(after)
        name = ("medial" if reaches else "final") if linked else "initial" if reaches else "isolated"
        form = shapes.get(letters[at], {}).get(name, letters[at])
        made.append(form if has(form) else letters[at])
        at += 1
    return "".join(made)


def as_typed(text: str) -> str:
    """Return the letters that joined ones were made of, for whoever reads or copies them."""
    plain = _plain()
    return "".join(plain.get(char, char) for char in text)


def turned(text: str) -> str:
    """Return a line in the order in which it stands on paper, from the left."""
    kinds = [_kind(char) for char in text]
    base = next((1 if kind != "L" else 0 for kind in kinds if kind in _STRONG), 0)
    levels = _levels(text, kinds, base)
    clusters = list(_clusters(text, levels))
    for level in range(max(levels, default=0), 0, -1):
        clusters = [
            cluster
            for is_deep, group in groupby(clusters, key=lambda one: one[1] >= level)
            for cluster in (reversed(list(group)) if is_deep else group)
        ]
    return "".join(_mirrored(part) if level % 2 else part for part, level in clusters)


def _kind(char: str) -> str:
    return unicodedata.bidirectional(char) or "L"


def _levels(text: str, kinds: list[str], base: int) -> list[int]:
    """Return how deeply each character is embedded: odd from the right, even from the left."""
    side = "R" if base else "L"
    found = _weak(kinds, side)
    _hold_brackets(text, found, side)
    at = 0
    for is_neutral, group in groupby(list(found), key=lambda kind: kind in _NEUTRAL):
        length = len(list(group))
        if is_neutral:
            before = _direction(found[at - 1]) if at else side
            after = _direction(found[at + length]) if at + length < len(found) else side
            found[at : at + length] = [before if before == after else side] * length
        at += length
    for index in range(len(found) - 1, -1, -1):  # the space at the end of a line stays at its end
        if kinds[index] not in {"WS", "S", "B"}:
            break
        found[index] = side
    return [_level(kind, base) for kind in found]


def _hold_brackets(text: str, kinds: list[str], side: str) -> None:
    """Give both brackets of a pair one direction: that of what they hold, or of what stands before them."""
    for first, last in _bracketed(text):
        held = {_direction(kind) for kind in kinds[first + 1 : last] if kind not in _NEUTRAL}
        if not held:
            continue
        before = next((_direction(kind) for kind in reversed(kinds[:first]) if kind not in _NEUTRAL), side)
        kinds[first] = kinds[last] = side if side in held else before


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Return where pairs of brackets open and close, in the order in which they open."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char in _CLOSED_BY:
            opened.append(at)
        elif char in _CLOSED_BY.values():
            pairs = (i for i in reversed(range(len(opened))) if _CLOSED_BY[text[opened[i]]] == char)
            match = next(pairs, None)
            if match is not None:
                found.append((opened[match], at))
                del opened[match:]
    return sorted(found)


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _direction(kind: str) -> str:
    return "R" if kind in {"R", "EN", "AN"} else "L"


def _weak(given: list[str], side: str) -> list[str]:
    """Resolve marks, numbers, and the signs around numbers."""
    kinds: list[str] = []
    strong = side
    for kind in given:
        own = (kinds[-1] if kinds else side) if kind in {"NSM", "BN"} else kind
        strong = own if own in _STRONG else strong
        kinds.append("AN" if own == "EN" and strong == "AL" else own)
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        between = {"CS": {"EN", "AN"}, "ES": {"EN"}}.get(kind, set())
        if before == after and before in between:
            kinds[at] = before
    kinds = list(_with_signs(kinds))
    strong = side
    for at, kind in enumerate(kinds):
        strong = kind if kind in {"L", "R"} else strong
        kinds[at] = "L" if kind == "EN" and strong == "L" else kind
    return kinds


def _with_signs(kinds: list[str]) -> Iterator[str]:
    """Let percent and currency go with the number beside them; other signs are neutral."""
    at = 0
    for kind, group in groupby(kinds):
        length = len(list(group))
        beside = {kinds[at - 1] if at else "", kinds[at + length] if at + length < len(kinds) else ""}
        made = "EN" if kind == "ET" and "EN" in beside else "ON" if kind in {"ET", "ES", "CS"} else kind
        yield from [made] * length
        at += length


def _clusters(text: str, levels: list[int]) -> Iterator[tuple[str, int]]:
    """Yield each character with the marks upon it, which stay behind it."""
    whole = ""
    deep = 0
    for char, level in zip(text, levels, strict=True):
        if whole and unicodedata.combining(char):
            whole += char
            continue
        if whole:
            yield whole, deep
        whole, deep = char, level
    if whole:
        yield whole, deep


def _mirrored(part: str) -> str:
    return _MIRRORS.get(part, part)


_CLOSED_BY: Final[Mapping[str, str]] = {"(": ")", "[": "]", "{": "}"}
_MIRRORS: Final[Mapping[str, str]] = {
    **_CLOSED_BY,
    **{closing: opening for opening, closing in _CLOSED_BY.items()},
    "<": ">",
    ">": "<",
    "«": "»",
    "»": "«",
    "≤": "≥",
    "≥": "≤",
}


def _beside(letters: list[str], at: int, step: int) -> str:
    """Return the neighbour that a letter may join; marks upon letters do not stand between."""
    at += step
    while 0 <= at < len(letters) and unicodedata.combining(letters[at]):
        at += step
    return letters[at] if 0 <= at < len(letters) else ""


def _gives(letter: str) -> bool:
    """Say whether a letter joins the one that follows it."""
    return bool(letter) and (letter in _JOINERS or "initial" in _shapes().get(letter, {}))


def _takes(letter: str) -> bool:
    """Say whether a letter joins the one before it."""
    return bool(letter) and (letter in _JOINERS or "final" in _shapes().get(letter, {}))


@cache
def _shapes() -> Mapping[str, Mapping[str, str]]:
    """Return letter → form → shape, as Unicode lists them."""
    return _listed(1)


@cache
def _pairs() -> Mapping[str, Mapping[str, str]]:
    """Return the pairs that are always written as one, lam with alef, in the same way."""
    return {pair: forms for pair, forms in _listed(2).items() if pair[0] == "\u0644"}


@cache
def _plain() -> Mapping[str, str]:
    tables = (_shapes(), _pairs())
    listed = [entry for table in tables for entry in table.items()]
    return {shape: letters for letters, forms in listed for shape in forms.values()}


def _listed(many: int) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        form, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        if len(parts) == many and form.startswith("<"):
            letters = "".join(chr(int(part, 16)) for part in parts)
            found.setdefault(letters, {})[form.strip("<>")] = chr(code)
    return found
