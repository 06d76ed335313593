"""How often the heavy tests try: fewer times at every submission, all of them in ``make soak``.

``READINESS_SOAK`` is empty or 0 for the counts of a submission, 1 for those of a release.

Each tells what it reached; ``make soak`` writes that into the table of SECURITY.md.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

SOAK: Final = os.environ.get("READINESS_SOAK", "") not in ("", "0")
_TALLY: Final = os.environ.get("READINESS_TALLY", "")


@dataclass(frozen=True, slots=True)
class Reached:
    """A line of the table: a promise of reliability.md, what was tried, how often, and what was lost."""

    promise: int
    what: str
    tried: int
    lost: int
    twin: str = ""
    counts: str = "release" if SOAK else "submission"


def rounds(ordinary: int, soak: int) -> int:
    """Return how often to try."""
    return soak if SOAK else ordinary


def tell(promise: int, what: str, tried: int, lost: int, twin: str = "") -> None:
    """Note what was reached, where a table is being made."""
    if _TALLY:
        line = json.dumps(asdict(Reached(promise, what, tried, lost, twin)))
        with Path(_TALLY).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
