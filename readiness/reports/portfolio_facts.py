"""The frozen values that the two pages of a portfolio are made of; every text is final.

Where a page may have room for some of them only, the words for the rest are in ``portfolio_words``.
"""

from dataclasses import dataclass

from readiness.reports.change_facts import ChangeLine
from readiness.reports.plan_facts import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBar:
    """So many systems at a step or under a label; ``short`` of them below what their target needs.

    ``band`` is 0 to 4 for a label, ``None`` for anything else; ``is_open`` for systems without any figure.
    """

    name: str
    count: int
    short: int = 0
    words: str = ""
    band: int | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBars:
    """A distribution: one bar a row, in the order of the scale. ``most`` is the length of a full bar."""

    title: str
    bars: tuple[CountBar, ...]
    most: int
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """A gate that is open in ``count`` of the systems that were asked about it."""

    id: str
    prompt: str
    pillar: str
    count: int
    of: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandPage:
    """Page 1: how the systems stand, what blocks many of them, and what changed."""

    title: str
    lead: str
    steps: CountBars
    labels: CountBars
    known: tuple[str, ...]
    blockers_title: str
    blockers_note: str
    blockers: tuple[Blocker, ...]
    changes_title: str
    rises: tuple[ChangeLine, ...]
    falls: tuple[ChangeLine, ...]
    rises_title: str
    falls_title: str
    changes_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAsk:
    """What one team is asked for: person-weeks by column, unrounded, and in all; what that buys.

    ``reaches`` are systems with the step they get to, ``stay`` how many get to no further one. ``actions`` is
    what is done, what is worth most first and each thing once; ``count`` how many they are in all systems.
    """

    team: str
    weeks: tuple[float, ...]
    reaches: tuple[str, ...]
    stay: int
    actions: tuple[str, ...]
    count: int
    is_named: bool = True

    @property
    def total(self) -> float:
        """Person-weeks over all columns."""
        return sum(self.weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What is not done at that price: how much, which actions, and the systems short of a target.

    ``actions`` says each thing once; ``count`` is how many they are in all systems.
    """

    lead: str
    actions: tuple[str, ...]
    count: int
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarCell:
    """One pillar of one system: what is printed, its band (``None`` for no figure), and a word if weak."""

    shown: str
    band: int | None
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemRow:
    """One system of the matrix; ``weak`` counts its weak pillars, ``seal`` begins its head hash.

    ``since`` is the quarter it was last sealed in, where that is an earlier one.
    """

    system: str
    since: str
    step: str
    cells: tuple[PillarCell, ...]
    seal: str
    weak: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Systems by pillar, by name; ``sums`` say how many of all are weak, ``seal`` is that of all together."""

    title: str
    columns: tuple[str, ...]
    more_pillars: str
    rows: tuple[SystemRow, ...]
    sums: tuple[str, ...]
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """Page 2: the ask by team and quarter, what it leaves undone, what to sign, the matrix, how sure."""

    title: str
    note: str
    columns: tuple[str, ...]
    teams: tuple[TeamAsk, ...]
    whole: TeamAsk
    nothing: str
    undone: Undone | None
    decisions: tuple[Ask, ...]
    matrix: Matrix
    sure: tuple[str, ...]
    seals: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioPages:
    """Both pages."""

    stand: StandPage
    ask: AskPage
