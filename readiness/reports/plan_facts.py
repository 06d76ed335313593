"""The frozen values that the roadmap’s page is made of; every text is final."""

from dataclasses import dataclass

from readiness.reports.change_facts import ChangeLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanQuarter:
    """One column: its name and months, where the practices and the score stand at its end, its load.

    ``used`` and ``capacity`` are person-weeks, ``over`` what is planned beyond it. ``scaled`` is the score
    where only the usual share of the plan gets done.
    """

    name: str
    months: str
    ceiling: str
    score: str
    value: float | None
    scaled: float | None
    used: float
    capacity: float
    load: str
    over: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBar:
    """One action: where it begins and ends, in quarters from 0, and what is written beside it.

    ``needs`` are the rows, by their number in the plan, that come first.
    """

    name: str
    detail: str
    start: float
    end: float
    words: str
    told: str
    needs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One quarter of the ask, as page 1 says it."""

    quarter: str
    weeks: str
    used: float
    most: float
    capacity: float
    what: str
    leads: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Why some actions are not planned, and which those are."""

    why: str
    count: str
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoneRow:
    """One action that is not done: what, of which questions, at which price, for which gain."""

    name: str
    questions: str
    weeks: str
    gain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a decision is needed for: a number in the order they are asked, a text, and by when."""

    key: str
    text: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The roadmap’s page; without any quarter only the sentences remain."""

    title: str
    lead: str
    price: str
    today: PlanQuarter
    quarters: tuple[PlanQuarter, ...]
    bars: tuple[PlanBar, ...]
    scaled_words: str
    finding: str
    notes: tuple[tuple[str, str], ...]
    left_title: str
    left: tuple[LeftOut, ...]
    undone: tuple[UndoneRow, ...]
    undone_more: str
    pins: tuple[ChangeLine, ...]
    ask_title: str
    ask: tuple[PlanLine, ...]
    ask_rest: str
    not_done: str
