"""Which characters of a report no face can draw: they are printed as their codes, and counted aloud."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from readiness.reports import sentences as say
from readiness.reports.faces import is_covered
from readiness.reports.facts import ReportContent

_MOST_CODES: Final = 12
_LAYOUT: Final = frozenset("\n\r\t")


def missing_glyphs(content: ReportContent) -> str:
    """Return one sentence that counts them; nothing where every character is drawn."""
    every = Counter("".join(_texts(content)))
    found = Counter({char: count for char, count in every.items() if not _is_drawn(char)})
    if not found:
        return ""
    codes = [f"U+{ord(char):04X} ({count})" for char, count in sorted(found.items())]
    more = len(codes) - _MOST_CODES
    shown = ", ".join(codes[:_MOST_CODES]) + (f" and {more} more" if more > 0 else "")
    total = say.counted(found.total(), "character without a glyph", "characters without a glyph")
    return f"{total} in this report’s fonts, printed as codes: {shown}."


def _is_drawn(char: str) -> bool:
    return char in _LAYOUT or is_covered(char)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    else:
        kind: Any = type(value)
        for name in _names(kind):
            yield from _texts(getattr(value, name))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
