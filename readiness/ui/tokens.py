"""The design tokens as plain values: what a colour, a text style, a measure is called and what it is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from readiness.paths import bundled

Mode = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStyle:
    """One text style; sizes in logical pixels before zoom, tracking in pixels."""

    size: int
    line: int
    weight: int
    display: bool = False
    tracking: float = 0.0
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Everything that ``assets/tokens.json`` says about the window."""

    colors: Mapping[Mode, Mapping[str, str]]
    ramp: Mapping[Mode, tuple[tuple[str, str], ...]]
    styles: Mapping[str, TypeStyle]
    family: str
    display: str
    fallback: tuple[str, ...]
    motion: Mapping[str, int]


def read_tokens() -> Tokens:
    """Read the shipped tokens."""
    return parse_tokens(json.loads(bundled("assets", "tokens.json").read_text(encoding="utf-8")))


def parse_tokens(tree: Mapping[str, Any]) -> Tokens:
    """Return the tokens of a parsed file."""
    maturity, font = tree["maturity"], tree["font"]
    return Tokens(
        colors={
            "light": {name: entry["v"] for name, entry in tree["color"]["light"].items()},
            "dark": {name: entry["v"] for name, entry in tree["color"]["dark"].items()},
        },
        ramp={
            "light": tuple(zip(maturity["light"], maturity["lightOn"], strict=True)),
            "dark": tuple(zip(maturity["dark"], maturity["darkOn"], strict=True)),
        },
        styles={name: _style(entry) for name, entry in tree["type"].items() if "line" in entry},
        family=font["family"],
        display=font["display"],
        fallback=tuple(font["fallback"]),
        motion={name: value for name, value in tree["motion"].items() if isinstance(value, int)},
    )


def _style(entry: Mapping[str, Any]) -> TypeStyle:
    return TypeStyle(
        size=entry["size"],
        line=entry["line"],
        weight=entry["weight"],
        display=entry.get("family") == "display",
        tracking=entry.get("tracking", 0.0),
        steps=tuple(entry.get("steps", ())),
    )
