"""The frozen values that the page of one pillar, and the page of the two views, are made of."""

from dataclasses import dataclass

from readiness.reports.bar_facts import PillarBars


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One question as the two sides see it, in levels; ``apart`` in words."""

    prompt: str
    id: str
    product: int
    engineering: int
    apart: str
    is_expectation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailLine:
    """One answer: what it was, what it is, what each side said. Texts that may not be told are empty."""

    id: str
    prompt: str
    weight: str
    before: str
    level: int | None
    stands: str
    product: str
    engineering: str
    sureness: str
    is_guess: bool
    is_short: bool
    is_gate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailTopic:
    """The answers of one topic."""

    name: str
    shown: str
    lines: tuple[DetailLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """The pillar's score in one quarter."""

    name: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The page of one pillar."""

    name: str
    title: str
    score: str
    score_words: str
    gates: str
    gates_words: str
    past: tuple[Spark, ...]
    adds_title: str
    adds: tuple[tuple[str, str], ...]
    topics: PillarBars
    views_title: str
    views: tuple[View, ...]
    lanes: tuple[str, str]
    before: str
    asks_lanes: bool
    answers: tuple[DetailTopic, ...]
    room: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The page of the two views."""

    title: str
    lead: str
    lanes: tuple[str, str]
    views: tuple[View, ...]
    same: str
    by_pillar: tuple[tuple[str, str, str], ...]
