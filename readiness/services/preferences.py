"""What the user prefers: read plainly and fast before the first paint, written with care later.

Reading needs the standard library only and takes whatever it finds: a damaged file, an unknown word or a
newer program's keys cost a default, never the start. Writing goes through storage: atomic, unknown keys kept.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from annotated_types import Ge, Le

ThemeChoice = Literal["system", "light", "dark"]

_LARGEST: Final = 100_000
_THEMES: Final = ("system", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The preferences. ``fiscal_year_start`` is a month from 1; it changes only the printed months."""

    theme: ThemeChoice = "system"
    fiscal_year_start: Annotated[int, Ge(1), Le(12)] = 1
    company: str = ""
    single_keys: bool = True
    auto_advance: bool = False
    zoom: Annotated[int, Ge(70), Le(200)] = 100
    recent: tuple[str, ...] = ()
