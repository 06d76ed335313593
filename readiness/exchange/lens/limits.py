"""What a published lens may hold: lengths, counts, and the characters of titles, which no page documents."""

import re
from collections.abc import Iterator
from typing import Final

ID: Final = re.compile("[A-Za-z0-9_]{1,128}")
SHORTEST_ID: Final = 3
LONGEST: Final = {"name": 128, "title": 128, "description": 2048}
LONGEST_TEXT: Final = 2048
MOST: Final = {"pillars": 10, "questions": 20, "choices": 15}
_PLAIN: Final = re.compile(r"[A-Za-z0-9\s\-_.,:/()@!&#+'?’]*")


def outside(key: str, text: str, longest: int) -> Iterator[str]:
    """Yield what the console would refuse in a text."""
    if len(text) > longest:
        yield f"{key} has {len(text):,} characters; {longest:,} are the most"
    strange = sorted({char for char in text if not _PLAIN.fullmatch(char)})
    if strange:
        yield f"{key} has characters that the console refuses: {' '.join(strange[:10])}"
