"""Version numbers: how they are ordered, and which one comes next."""

import re
from typing import Final, Literal

Size = Literal["same", "minor", "major"]

_NUMBER: Final = re.compile(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){1,2}")


def version_key(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by: their numbers, not their letters."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def is_number(version: str) -> bool:
    """Say whether a version is written as we write them: 1.0, 2.3, 2.3.1."""
    return _NUMBER.fullmatch(version) is not None


def next_version(before: str, size: Size) -> str:
    """Return the number after a version; a publisher's name counts by the first numbers in it."""
    digits = "".join(char if char.isdigit() else " " for char in before).split()
    major, minor = (int(part) for part in (*digits, "0", "0")[:2])
    return f"{major + 1}.0" if size == "major" else f"{major}.{minor + 1}"
