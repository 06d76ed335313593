"""The colours of paper, from the design's tokens; in grey, their lightness alone."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from readiness.errors import InputError
from readiness.paths import bundled

Rgb = tuple[float, float, float]

_LUMA: Final = (0.2126, 0.7152, 0.0722)
_LINEAR: Final = 0.0031308
_GAMMA: Final = 2.4
_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
_SOFT: Final = 0.42
_TINT: Final = 0.12
LEAST_CONTRAST: Final = 4.5


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by token name; ``band-0`` … ``band-4`` are the maturity ramp, ``on-0`` … the text on it."""

    colours: Mapping[str, Rgb]

    def __getitem__(self, name: str) -> Rgb:
        return self.colours[name]


def read_palette(*, grey: bool = False, accent: str = "") -> Palette:
    """Read the light colours of the tokens, with an accent of the user’s own if one is given."""
    tokens = json.loads(bundled("assets", "tokens.json").read_text("utf-8"))
    named = {name: entry["v"] for name, entry in tokens["color"]["light"].items()}
    ramp = tokens["maturity"]
    named |= {f"band-{i}": colour for i, colour in enumerate(ramp["light"])}
    named |= {f"on-{i}": colour for i, colour in enumerate(ramp["lightOn"])}
    named |= own_accent(accent)
    solid = {name: _rgb(value) for name, value in named.items() if value.startswith("#")}
    return Palette({name: _grey(rgb) for name, rgb in solid.items()} if grey else solid)


def _rgb(text: str) -> Rgb:
    red, green, blue = (round(int(text[i : i + 2], 16) / 255, 3) for i in (1, 3, 5))
    return red, green, blue


def _grey(rgb: Rgb) -> Rgb:
    """Return the grey of the same luminance, so that the ramp keeps its order on a grey printer."""
    luminance = sum(share * _to_linear(part) for share, part in zip(_LUMA, rgb, strict=True))
    value = round(_from_linear(luminance), 4)
    return value, value, value


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR * 12.92 else ((part + 0.055) / 1.055) ** _GAMMA


def _from_linear(part: float) -> float:
    return part * 12.92 if part <= _LINEAR else 1.055 * part ** (1 / _GAMMA) - 0.055


def own_accent(accent: str) -> dict[str, str]:
    """Return the tokens that follow an accent ``#rrggbb``; nothing for none.

    Raises:
        InputError: it is no colour, or too light to be read on paper.
    """
    if not accent:
        return {}
    if not _COLOUR.fullmatch(accent):
        raise InputError(f"“{accent}” is no colour.", remedy="Write it like #0f5a78.")
    if contrast_on_white(accent) < LEAST_CONTRAST:
        raise InputError(
            f"{accent} is too light to be read on paper.", remedy="Choose a darker colour for the accent."
        )
    return {"accent": accent, "accentSoft": _mixed(accent, _SOFT), "accentTint": _mixed(accent, _TINT)}


def contrast_on_white(colour: str) -> float:
    """Return how far a colour ``#rrggbb`` stands out from white, 1 to 21."""
    luminance = sum(share * _to_linear(part) for share, part in zip(_LUMA, _rgb(colour), strict=True))
    return 1.05 / (luminance + 0.05)


def _mixed(colour: str, share: float) -> str:
    """Return a colour with so much of it left in white."""
    return "#" + "".join(f"{round(255 * (1 - share + share * part)):02x}" for part in _rgb(colour))
