"""Finding by a few letters in order: what the command palette and “type to find” share. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

MOST_FOUND: Final = 50

_FIRST: Final = 10
_START: Final = 8
_RUN: Final = 6
_GAP: Final = -1
_WHOLE: Final = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """Something one can go to or do. ``kind`` is the word at the right, ``keys`` what does it directly."""

    title: str
    kind: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that are made only where their words come near what is typed; ``words`` hold all of theirs."""

    words: str
    entries: Callable[[], Iterable[Entry]]


def closeness(letters: str, text: str) -> int | None:
    """Return how well the letters stand in the text, in order; ``None`` if they do not. Higher is closer.

    Letters at the very beginning, at the starts of words and in a row count most, and all of them together.
    """
    wanted, inside = _typed(letters).replace(" ", ""), _typed(text)
    score, place = 0, -1
    for letter in wanted:
        found = _best_place(inside, letter, place)
        if found < 0:
            return None
        if found == place + 1:
            score += _RUN if found else _FIRST
        elif not inside[found - 1].isalnum():
            score += _START
        else:
            score += max(-8, _GAP * (found - place))
        place = found
    return score + (_WHOLE if _typed(letters).strip() in inside else 0)


def found(letters: str, entries: Iterable[Entry | Group]) -> tuple[Entry, ...]:
    """Return the entries that hold the letters, closest first; all of them, as given, for no letters."""
    given = list(_opened(letters, tuple(entries)))
    if not letters.strip():
        return tuple(given[:MOST_FOUND])
    ranked: list[tuple[int, int, Entry]] = []
    for place, entry in enumerate(given):
        close = closeness(letters, entry.title)
        in_detail = closeness(letters, entry.detail) if close is None else None
        if close is not None:
            ranked.append((-close - 4, place, entry))
        elif in_detail is not None and in_detail > 0:
            ranked.append((-in_detail // 2, place, entry))
    return tuple(entry for _, _, entry in nsmallest(MOST_FOUND, ranked, key=lambda row: row[:2]))


def _opened(letters: str, given: Sequence[Entry | Group]) -> Iterator[Entry]:
    """Yield the entries, and those of the groups that come nearest."""
    ranked = (
        (-close, place)
        for place, one in enumerate(given)
        if isinstance(one, Group) and (close := closeness(letters, one.words)) is not None
    )
    near = {place for _, place in nsmallest(MOST_FOUND, ranked)}
    for place, one in enumerate(given):
        if isinstance(one, Entry):
            yield one
        elif place in near:
            yield from one.entries()


def _typed(text: str) -> str:
    """Return the text as one would type it: quarters are shown with a hyphen that no keyboard has."""
    return text.casefold().replace("\u2011", "-")


def _best_place(inside: str, letter: str, after: int) -> int:
    """Return where the letter goes on: right here, else at the next start of a word, else anywhere after."""
    here = after + 1
    if here < len(inside) and inside[here] == letter:
        return here
    anywhere = place = inside.find(letter, here)
    while place > 0:
        if not inside[place - 1].isalnum():
            return place
        place = inside.find(letter, place + 1)
    return anywhere
