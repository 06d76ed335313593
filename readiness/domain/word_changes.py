"""Two wordings of one text → which words differ, for reading them beside each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from readiness.domain.questionnaire import LEVEL_NAMES, Question

_TOKENS: Final = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, and whether the other text has others there."""

    text: str
    differs: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One text of a question as it was and as it is; ``what`` says which text it is."""

    what: str
    old: Pieces
    new: Pieces


def wordings(old: Question, new: Question) -> tuple[Wording, ...]:
    """Return the texts one answers to, where they differ."""
    return tuple(
        Wording(what=what, old=was, new=now)
        for what, before, after in _texts(old, new)
        if before != after
        for was, now in (word_changes(before, after),)
    )


def word_changes(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces; what differs is marked on either side. Joined they are the texts again."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    was: list[Piece] = []
    now: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        was += [Piece("".join(before[i:j]), tag != "equal")] if i < j else []
        now += [Piece("".join(after[k:m]), tag != "equal")] if k < m else []
    return _joined(was), _joined(now)


def _joined(pieces: list[Piece]) -> Pieces:
    """Mark the gap between two marked words too, so that they read as one change."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        around = pieces[place - 1 : place] + pieces[place + 1 : place + 2]
        is_gap = not piece.text.strip() and len(around) > 1 and all(one.differs for one in around)
        differs = piece.differs or is_gap
        if found and found[-1].differs == differs:
            found[-1] = Piece(found[-1].text + piece.text, differs)
        else:
            found.append(Piece(piece.text, differs))
    return tuple(found)


def _texts(old: Question, new: Question) -> Iterator[tuple[str, str, str]]:
    yield "Prompt", old.prompt, new.prompt
    yield from _by_level("", old.levels, new.levels)
    yield "For product", old.product_prompt, new.product_prompt
    yield from _by_level(", for product", old.product_levels, new.product_levels)
    was = {practice.id: practice.title for practice in old.practices}
    for practice in new.practices:
        yield "Practice", was.get(practice.id, ""), practice.title


def _by_level(whose: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for level, name in enumerate(LEVEL_NAMES):
        before, after = (texts[level] if level < len(texts) else "" for texts in (old, new))
        yield f"{level} {name}{whose}", before, after
