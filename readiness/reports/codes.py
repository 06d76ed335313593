"""Characters that nobody can see: written as their codes, so that they are neither lost nor at work."""

import re
from typing import Final

_NONCHARACTERS: Final = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)

_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and line breaks are layout
    r"\u202a-\u202e\u2066-\u2069"  # what turns the direction of the text behind it
    rf"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"  # what no file can store
)


def code_of(char: str) -> str:
    """Return the code that stands for a character, ⟨U+0000⟩."""
    return f"⟨U+{ord(char):04X}⟩"


def with_codes(text: str) -> str:
    """Return a text as a file may hold it: what cannot be seen, or not be stored, as its code."""
    return _UNSEEN.sub(lambda found: code_of(found[0]), text)


def with_plain_breaks(text: str) -> str:
    """Return the same with one kind of line break."""
    return with_codes(text.replace("\r\n", "\n").replace("\r", "\n"))
