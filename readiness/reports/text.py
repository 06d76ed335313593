"""Text on paper: measured, broken into lines, never markup.

What people type goes through here as plain characters from end to end, so nothing in it can become a tag, a
link or an image, and nothing is lost: a character without a glyph is printed as its code.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Final

from readiness.reports.faces import Face, Weight, is_covered, runs
from readiness.reports.right_to_left import is_turned, joined, turned

ASCENT: Final = 0.969
DESCENT: Final = 0.241
"""Of the text family, at size 1; lines are placed by them as a browser does."""

_SLACK: Final = 0.01
"""A room measured as a sum may differ from the text it was measured for, far below what a page can show."""

_MOST_JOINED: Final = 3
"""Lines that are tried in the room of the last one; more can never fit it."""

_LONG_WORD: Final = 24
_MOST_KNOWN: Final = 4096
"""Words that are kept for each style."""

_NARROWEST: Final = 0.3
"""Of a text’s size, what its characters take at least on average; wider texts are not even measured whole."""

_TAB: Final = "    "
_TOKENS: Final = re.compile(r" +|[^ ]+?[–/](?=[^\W\d]{4})|[^ ]+")
"""Gaps and words; a line may also end behind a dash or a stroke between two words, never within 2026-Q3."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: face, size and leading in points, a colour token, letter-spacing."""

    weight: Weight
    size: float
    leading: float
    colour: str = "ink"
    tracking: float = 0.0

    def tinted(self, colour: str) -> "Style":
        """Return the same in another colour."""
        return replace(self, colour=colour)


CAPTION: Final = Style("regular", 8.2, 11.3, "ink2")
CAPTION_STRONG: Final = Style("semibold", 8.2, 11.3)
META: Final = Style("regular", 8.2, 11.3, "ink3")
BODY: Final = Style("regular", 9.5, 13.6)
BODY_STRONG: Final = Style("semibold", 9.5, 13.6)
SECTION: Final = Style("semibold", 11.2, 15, tracking=-0.07)
TITLE: Final = Style("display", 19, 23.5, tracking=-0.3)
SUMMARY_TITLE: Final = Style("display", 23, 27.8, tracking=-0.5)
KEY_FIGURE: Final = Style("display", 38, 38, tracking=-1.3)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that one face draws."""

    face: Face
    style: Style
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ready to draw."""

    runs: tuple[Run, ...]
    width: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


_KNOWN: Final[dict[Style, tuple[Style, dict[str, tuple[Run, ...]]]]] = {}
"""Each style, as one and the same for all runs of it, with its words."""


def spans(*parts: tuple[str, Style]) -> tuple[Span, ...]:
    """Return the parts that say something."""
    return tuple(Span(text, style) for text, style in parts if text)


def width(text: str, style: Style) -> float:
    """Return how wide a text is on one line."""
    return sum(run.width for run in _runs(text, style))


def line(text: str, style: Style) -> Line:
    """Return a text as one line, however wide."""
    made = tuple(_runs(_plain(text).replace("\n", " "), style))
    return Line(made, sum(run.width for run in made))


def fit(text: str, style: Style, room: float) -> Line:
    """Return a text as one line, cut with an ellipsis where it does not fit."""
    whole = line(text, style)
    if whole.width <= room + _SLACK:
        return whole
    kept = text
    while kept and line(f"{kept}…", style).width > room + _SLACK:
        kept = kept[: max(0, min(len(kept) - 1, int(len(kept) * room / whole.width) + 1))]
        whole = line(kept, style)
    return line(f"{kept.rstrip()}…", style)


def wrap(parts: Iterable[Span], room: float) -> tuple[Line, ...]:
    """Break a text into lines no wider than the room; line breaks in it are kept."""
    lines: list[Line] = []
    for paragraph in _paragraphs(parts):
        lines.extend(_wrapped(paragraph, room))
    return tuple(lines)


def clamp(lines: Sequence[Line], most: int, room: float) -> tuple[Line, ...]:
    """Return at most so many lines; the last says with an ellipsis that it goes on."""
    if most < 1 or len(lines) <= most or not any(made.runs for made in lines[most:]):
        return tuple(lines[: max(most, 0)])
    rest = lines[most - 1 :]
    style = next(run.style for made in rest for run in made.runs)
    said = [made.text.strip() for made in rest if made.runs]
    more = "…" if len(said) > _MOST_JOINED else ""
    words = f"{' '.join(said[:_MOST_JOINED])}{more}"
    return (*lines[: most - 1], fit(words, style, room))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", _TAB)


def _paragraphs(parts: Iterable[Span]) -> Iterator[list[Span]]:
    current: list[Span] = []
    for span in parts:
        first, *rest = _plain(span.text).split("\n")
        current.append(Span(first, span.style))
        for text in rest:
            yield current
            current = [Span(text, span.style)]
    yield current


def _runs(text: str, style: Style) -> tuple[Run, ...]:
    """Return the stretches of a text; words come again and again, so theirs are kept for a while."""
    own, known = _KNOWN.setdefault(style, (style, {}))
    if len(text) > _LONG_WORD:
        return tuple(_made_runs(text, own))
    found = known.get(text)
    if found is None:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        found = known[text] = tuple(_made_runs(text, own))
    return found


def _made_runs(text: str, style: Style) -> Iterator[Run]:
    for used, part in runs(joined(text, is_covered), style.weight):
        own = _untracked(style) if style.tracking and _has_marks(used, part) else style
        yield Run(used, own, part, used.width(part) * own.size + own.tracking * len(part))


def _has_marks(used: Face, part: str) -> bool:
    """Say whether some of it has no width of its own, so that tracking would pull it to the left."""
    return not all(map(used.widths.__getitem__, map(ord, part)))


@cache
def _untracked(style: Style) -> Style:
    return replace(style, tracking=0.0)


@dataclass(slots=True)
class _Token:
    runs: list[Run]
    width: float
    is_gap: bool

    def add(self, other: "_Token") -> None:
        """Put another token's runs behind these."""
        self.runs += other.runs
        self.width += other.width


def _wrapped(paragraph: list[Span], room: float) -> Iterator[Line]:
    """Fill lines; the space a line was broken at is drawn at its end, so that copied words stay apart."""
    whole = _on_one_line(paragraph, room)
    if whole is not None:
        yield whole
        return
    current = _Token([], 0.0, is_gap=False)
    gap = _Token([], 0.0, is_gap=True)
    for token in _tokens(paragraph):
        if token.is_gap:
            gap = token
            continue
        if current.runs and current.width + gap.width + token.width > room + _SLACK:
            yield Line(_joined([*current.runs, *gap.runs]).runs, current.width)
            current = _Token([], 0.0, is_gap=False)
            gap = _Token([], 0.0, is_gap=True)
        if gap.width < room:
            current.add(gap)
        *full, rest = (
            _cut(token, room - current.width) if current.width + token.width > room + _SLACK else [token]
        )
        for part in full:
            current.add(part)
            yield _joined(current.runs)
            current = _Token([], 0.0, is_gap=False)
        current.add(rest)
        gap = _Token([], 0.0, is_gap=True)
    yield _joined(current.runs)


def _on_one_line(paragraph: list[Span], room: float) -> Line | None:
    """Return a paragraph that needs no breaking, which most cells of a table are."""
    if not paragraph or paragraph[-1].text.endswith(" "):
        return None  # the space at an end is not drawn
    if sum(len(span.text) for span in paragraph) * _NARROWEST * paragraph[0].style.size > room:
        return None
    made = [run for span in paragraph if span.text for run in _runs(span.text, span.style)]
    width = sum(run.width for run in made)
    return _joined(made) if width <= room + _SLACK else None


def _tokens(paragraph: list[Span]) -> Iterator[_Token]:
    """Yield words and the gaps between them; a word may go on from one style to the next."""
    word = _Token([], 0.0, is_gap=False)
    for span in paragraph:
        for text in _TOKENS.findall(span.text):
            made = list(_runs(text, span.style))
            size = sum(run.width for run in made)
            if text[0] != " ":
                word = _Token(word.runs + made, word.width + size, is_gap=False)
                if text[-1] in "–/":
                    yield word
                    word = _Token([], 0.0, is_gap=False)
                continue
            if word.runs:
                yield word
            word = _Token([], 0.0, is_gap=False)
            yield _Token(made, size, is_gap=True)
    if word.runs:
        yield word


def _cut(token: _Token, room: float) -> list[_Token]:
    """Cut a word that is wider than a line into pieces that are not."""
    parts = [_Token([], 0.0, is_gap=False)]
    for run in token.runs:
        text, size = "", 0.0
        for char in run.text:
            step = run.face.width(char) * run.style.size + run.style.tracking
            if parts[-1].width + size + step > room and (text or parts[-1].runs):
                _put(parts[-1], run, text, size)
                parts.append(_Token([], 0.0, is_gap=False))
                text, size = "", 0.0
            text += char
            size += step
        _put(parts[-1], run, text, size)
    return parts


def _put(token: _Token, run: Run, text: str, size: float) -> None:
    if text:
        token.runs.append(Run(run.face, run.style, text, size))
        token.width += size


def _joined(parts: list[Run]) -> Line:
    """Join neighbours of one face and style: fewer operators, and text that a search finds."""
    joined: list[Run] = []
    for run in parts:
        if joined and joined[-1].face is run.face and joined[-1].style is run.style:
            last = joined.pop()
            joined.append(Run(run.face, run.style, last.text + run.text, last.width + run.width))
        else:
            joined.append(run)
    return Line(tuple(joined), sum(run.width for run in joined))


def as_drawn(made: Line) -> Iterator[Run]:
    """Yield the stretches of a line from the left; what is written from the right comes turned.

    Nothing says beside it how it was typed: readers turn glyphs back by themselves, and would do so twice.
    """
    if not any(is_turned(run.text) for run in made.runs):
        yield from made.runs
        return
    for style, group in groupby(made.runs, key=lambda run: run.style):
        yield from _made_runs(turned("".join(run.text for run in group)), style)


def baseline(style: Style) -> float:
    """Return how far below the top of its line a text stands."""
    return (style.leading - (ASCENT + DESCENT) * style.size) / 2 + ASCENT * style.size
