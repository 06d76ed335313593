"""Questionnaire files of one’s own: which there are, as their first lines tell, and names for new ones."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.errors import InputError

LENS: Final = ".lens.json"
"""How the file ends that holds the weights of a custom lens."""

_SHOWN: Final = re.compile(rb"^(id|version|title)[ \t]*:[ \t]*(.+?)[ \t\r]*(?: #.*)?$", re.MULTILINE)
_LOOKED_AT: Final = 4096
_TRIES: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """A questionnaire file of one's own, as its first lines tell."""

    path: Path
    title: str
    version: str
    id: str
    changed: float


def own_files(folder: Path) -> tuple[OwnFile, ...]:
    """Return the questionnaires in a folder, the one changed last first."""
    found = [glance(path) for path in folder.glob("*.y*ml")] if folder.is_dir() else []
    found += [_glance_lens(path) for path in folder.glob(f"*{LENS}")] if folder.is_dir() else []
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.changed))


def glance(path: Path) -> OwnFile | None:
    """Return what the first lines of a questionnaire file tell; ``None`` where they tell nothing."""
    if not path.is_file():  # at a pipe one would wait for ever
        return None
    with suppress(OSError), path.open("rb") as file:
        told = dict(reversed(_SHOWN.findall(file.read(_LOOKED_AT))))
        words = {key.decode(): _bare(value) for key, value in told.items()}
        if "id" in words:
            return OwnFile(
                path=path,
                title=words.get("title", path.stem),
                version=words.get("version", ""),
                id=words["id"],
                changed=path.stat().st_mtime,
            )
    return None


def _glance_lens(path: Path) -> OwnFile | None:
    from readiness.exchange.bounded import read_content  # noqa: PLC0415 - most files are no lens
    from readiness.exchange.json_tree import read_json  # noqa: PLC0415 - likewise

    with suppress(OSError, InputError):
        told = read_json(read_content(path))[0].value
        if isinstance(told, dict) and isinstance(told.get("id"), str):
            return OwnFile(
                path=path,
                title=str(told.get("title", "")),
                version=str(told.get("version", "")),
                id=told["id"],
                changed=path.stat().st_mtime,
            )
    return None


def _bare(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def free_path(folder: Path, stem: str, ending: str = ".yaml") -> Path:
    """Return the path of a file that is not there yet."""
    named = (folder / f"{name}{ending}" for name in numbered(stem))
    return next(path for path in named if not path.exists())


def numbered(stem: str) -> Iterator[str]:
    """Yield a name, then the same with a number behind it."""
    yield stem
    yield from (f"{stem}-{number}" for number in range(2, _TRIES))


def slug(title: str) -> str:
    """Return a title in the letters of an id."""
    words = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")
    return words[:40].strip("-") or "questions"
