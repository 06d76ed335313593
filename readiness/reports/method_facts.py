"""The frozen values of the method page and of the cover."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the figures come about: a bold opening and a text each, the five levels, the seal."""

    title: str
    lead: str
    parts: tuple[tuple[str, str], ...]
    levels_title: str
    levels: tuple[tuple[str, str, str], ...]
    seal: str
    seal_title: str
    seal_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverBar:
    """One quarter: the growth step that practices supported, or will where it is planned."""

    name: str
    step: int
    shown: str
    is_planned: bool
    is_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The cover. Without bars it is words alone."""

    eyebrow: str
    system: str
    verdict: str
    company: str
    bars: tuple[CoverBar, ...]
    bars_title: str
    bars_note: str
    finding: str
    by: str
