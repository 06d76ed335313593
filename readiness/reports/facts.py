"""The frozen values that a report is made of: words and figures, no fonts, no places on paper.

Every text is final. A page draws what stands here and decides nothing but where.
"""

from dataclasses import dataclass
from typing import Literal

from readiness.reports.agenda_facts import Agenda
from readiness.reports.bar_facts import Bars, PillarBars
from readiness.reports.change_facts import Change, Promises
from readiness.reports.detail_facts import Detail, Sides
from readiness.reports.method_facts import Cover, Method
from readiness.reports.options import Page
from readiness.reports.plan_facts import Ask, Plan, PlanLine
from readiness.reports.portfolio_facts import PortfolioPages
from readiness.reports.risk_facts import Risks

FlagKind = Literal["limit", "tested", "practices", "target"]
Certainty = Literal["evidenced", "informed", "guess", "unknown", "not_asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One fact on the growth ladder: where it stands, its number and its words."""

    kind: FlagKind
    factor: float
    number: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """One step under the ladder: its number, a word, and the gates open for it, to be cut to "+2"."""

    factor: float
    number: str
    words: str = ""
    gates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The growth ladder, 1× to 100×. ``reached`` is the step the practices support, 1 for none.

    ``judged`` is false where no step can be named; then nothing is filled. ``next_words`` say the distance,
    longest first, to be cut to the room. ``absent`` are the facts that have no place on the ladder, in words.
    """

    reached: int
    judged: bool
    flags: tuple[Flag, ...]
    steps: tuple[StepMark, ...]
    next_words: tuple[str, ...]
    then_words: str
    absent: tuple[str, ...]
    finding: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One row of what breaks first: at which growth, what is felt, what it is, how it stands."""

    factor: str
    felt: str
    what: str
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One line of what would not be seen, or of what keeps the team slow."""

    factor: str
    felt: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFigure:
    """The score as one figure, or its range alone where too little is answered (``shown`` is empty)."""

    shown: str
    label: str
    plausible: str
    mark: str
    bars: Bars
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many answers of one certainty."""

    certainty: Certainty
    count: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSure:
    """What the answers stand on: the shares of the bar, and sentences beneath it."""

    shares: tuple[Share, ...]
    finding: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something a leader has to know beside the verdict: a bold opening and a sentence."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The ask on page 1: what each quarter costs and brings. ``nothing`` stands where no quarter has any."""

    title: str
    note: str
    lines: tuple[PlanLine, ...]
    rest: str
    nothing: str
    not_done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Page 1. It stands alone.

    ``limits`` and ``failures`` are what breaks first: measured limits below the target, then practices whose
    shortfall fails. All are here; the page shows the first few and says how many more there are.
    """

    headline: str
    ladder: Ladder
    limits: tuple[Break, ...]
    failures: tuple[Break, ...]
    nothing_breaks: str
    unseen: tuple[Consequence, ...]
    slow: tuple[Consequence, ...]
    score: ScoreFigure
    pillars: PillarBars
    sure: HowSure
    cautions: tuple[Caution, ...]
    left_out: tuple[str, ...]
    asked: Asked | None = None
    promises: Promises | None = None
    moved: str = ""
    decisions: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarRow:
    """One row of the scorecard's table; every cell is final."""

    name: str
    cells: tuple[str, ...]
    is_furthest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCell:
    """One topic of the heat map. ``band`` is 0 to 4, ``None`` where no score can be shown.

    ``word`` is printed in cells that need attention and where a number is missing.
    """

    name: str
    shown: str
    band: int | None
    word: str
    is_weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """The topics of one pillar."""

    name: str
    cells: tuple[TopicCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    """One gate of the target step: what it asks and how it stands."""

    id: str
    prompt: str
    stands: str
    asks: str
    state: Literal["open", "passed", "left out", "not asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine:
    """One measured limit, smallest first; ``is_short`` below the target."""

    factor: str
    resource: str
    measured: str
    source: str
    is_short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The scorecard page."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[PillarRow, ...]
    total: PillarRow
    topics_title: str
    topics: tuple[TopicRow, ...]
    weak_note: str
    gates_title: str
    gates: tuple[GateRow, ...]
    limits_title: str
    limits: tuple[LimitLine, ...]
    cautions: tuple[Caution, ...]
    reading: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One question as answered. ``level`` is what counts; ``stands`` its words or the state's.

    ``is_short`` says that it counts less than the target step asks. ``notes`` are labelled texts in the
    order they are printed.
    """

    id: str
    prompt: str
    weight: str
    level: int | None
    stands: str
    anchor: str
    asks: str
    sureness: str
    is_gate: bool
    is_guess: bool
    is_short: bool
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAnswers:
    """The answers of one topic."""

    name: str
    shown: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarAnswers:
    """The answers of one pillar."""

    name: str
    shown: str
    topics: tuple[TopicAnswers, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Every answer, with the frame it was given in, and whole what was ``written`` beside it."""

    title: str
    note: str
    frame: tuple[tuple[str, str], ...]
    asks_title: str
    pillars: tuple[PillarAnswers, ...]
    written_title: str = ""
    written: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """Everything a report says. A page is absent where it is not chosen, or where there is nothing to say.

    ``pages`` are the chosen ones in their order. An ``agenda`` stands alone, and so does a ``portfolio``.
    """

    title: str
    system: str
    period: str
    language: str
    made_on: str
    date: str
    foot: str
    draft: str
    seal: str
    summary: Summary | None
    scorecard: Scorecard | None
    answers: Answers | None
    agenda: Agenda | None = None
    pages: tuple[Page, ...] = ()
    change: Change | None = None
    plan: Plan | None = None
    risks: Risks | None = None
    sides: Sides | None = None
    details: tuple[Detail, ...] = ()
    method: Method | None = None
    cover: Cover | None = None
    portfolio: PortfolioPages | None = None
