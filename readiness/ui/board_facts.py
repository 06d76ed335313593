"""A roadmap → what its board shows: columns, cards, the curve over them, each with its words; pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.accepting import reopened
from readiness.domain.actions import Action, Quarter
from readiness.domain.offering import stem
from readiness.domain.outcome import Outcome
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import half_up
from readiness.reports import plan_sentences as say
from readiness.reports.sentences import capital, counted
from readiness.ui.action_words import (
    NOTHING,
    gain_of,
    plus,
    price_of,
    score_of,
    state_words,
    step_of,
    title_of,
    weeks_of,
    who_of,
)
from readiness.ui.left_facts import LeftGroup, left_groups
from readiness.ui.months import short_months
from readiness.ui.promising import promise_of
from readiness.ui.quarters import shown_quarter

LEAST_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """One action on the board; ``conflict`` says why its quarter cannot be kept.

    ``state`` says how it goes, ``remark`` why else it stands here: open again, or for the score alone.
    """

    key: str
    title: str
    gain: str
    who: str
    weeks: str
    owner: str = ""
    after: str = ""
    state: str = ""
    remark: str = ""
    conflict: str = ""
    needs: tuple[str, ...] = ()
    period: str = ""
    is_fixed: bool = False
    is_out: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """One quarter; ``tried_score`` is where the trial leads, ``None`` where nothing is tried.

    ``low`` and ``high`` are the ends of the plausible range. A quarter without anything is shown narrow.
    """

    key: str
    title: str
    months: str
    used: float
    capacity: float
    load: str
    short_load: str
    rest: str
    is_over: bool
    score: float | None
    step: str
    tried_score: float | None
    cards: tuple[CardFacts, ...]
    spoken: str
    low: float | None = None
    high: float | None = None
    is_reached: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is worked on in it."""
        return not self.cards and not self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveFacts:
    """Where the curve starts, the range today, the mark that the target step needs, and what the fan is."""

    start: float | None
    step: str
    low: float | None = None
    high: float | None = None
    mark: float | None = None
    mark_words: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """Everything that the page shows of the agreed plan."""

    headline: str
    price: str
    curve: CurveFacts
    columns: tuple[ColumnFacts, ...]
    left: str
    groups: tuple[LeftGroup, ...]
    finding: str

    @property
    def cards(self) -> tuple[CardFacts, ...]:
        """Every card, column by column."""
        return tuple(card for column in self.columns for card in column.cards)


def board(
    roadmap: Roadmap, outcome: Outcome, tried: Roadmap | None = None, first_month: int = 1
) -> BoardFacts:
    """Return what the board shows of a plan, and beside it where a trial leads."""
    return _Board(roadmap, outcome, tried, first_month).facts()


class _Board:
    def __init__(self, roadmap: Roadmap, outcome: Outcome, tried: Roadmap | None, first_month: int) -> None:
        self._roadmap = roadmap
        self._outcome = outcome
        self._assessment = outcome.assessment
        self._tried = tried
        self._first_month = first_month
        self._reopened = reopened(self._assessment.accepted, self._assessment.period)
        self._fan = _fan(roadmap, outcome)
        self._conflicts: dict[str, str] = {}
        for entry in roadmap.infeasible:
            self._conflicts.setdefault(entry.id, entry.why)

    def facts(self) -> BoardFacts:
        return BoardFacts(
            headline=say.headline(self._roadmap),
            price=_price(self._roadmap),
            curve=self._curve(),
            columns=tuple(self._columns()),
            left=_left_out(self._roadmap),
            groups=left_groups(self._roadmap, self._assessment),
            finding=_finding(self._roadmap),
        )

    def _curve(self) -> CurveFacts:
        start, needed = self._roadmap.start, self._outcome.score.needed
        low, high = self._ends(start.score, start.score)
        mark = _tr("{0}, mark for {1}×").format(score_of(needed), self._outcome.growth.target_step)
        share = half_up(100 * self._roadmap.what_if.completion)
        about = _tr("Pale: today’s plausible range, down to where {0} % of the plan would lead")
        return CurveFacts(
            start=start.score,
            step=step_of(start.ceiling),
            low=low,
            high=high,
            mark=needed,
            mark_words="" if needed is None else mark,
            about=about.format(share) if low is not None else "",
        )

    def _ends(self, scaled: float | None, score: float | None) -> tuple[float | None, float | None]:
        """Return the fan at one time: less than planned may get done, and today is not known to a point."""
        if self._fan is None or scaled is None or score is None:
            return None, None
        below, above = self._fan
        return max(0.0, scaled - below), min(100.0, score + above)

    def _columns(self) -> Iterator[ColumnFacts]:
        last = max((action.finish or 0 for action in self._roadmap.actions), default=0)
        pinned = max((q.index for q in self._roadmap.quarters if q.used), default=0)
        for quarter in self._roadmap.quarters[: max(LEAST_COLUMNS, last, pinned)]:
            yield self._column(quarter)

    def _column(self, quarter: Quarter) -> ColumnFacts:
        period = str(quarter.period)
        cards = tuple(self._card(a, period) for a in self._roadmap.actions if a.finish == quarter.index)
        title = shown_quarter(period)
        load = _tr("{0} of {1} person-weeks").format(weeks_of(quarter.used), weeks_of(quarter.capacity))
        rest = _rest(quarter)
        step = step_of(quarter.ceiling)
        score = score_of(quarter.score)
        tried = self._tried.quarters if self._tried else ()
        other = next((q.score for q in tried if q.index == quarter.index), None)
        low, high = self._ends(quarter.scaled, quarter.score)
        return ColumnFacts(
            key=period,
            title=title,
            months=short_months(quarter.period.quarter, self._first_month),
            used=quarter.used,
            capacity=quarter.capacity,
            load=load,
            short_load=_tr("{0} of {1} wk").format(weeks_of(quarter.used), weeks_of(quarter.capacity)),
            rest=rest,
            is_over=quarter.over > NOTHING,
            score=quarter.score,
            step=step,
            tried_score=other,
            cards=cards,
            spoken=", ".join((title, load, rest, _tr("score {0}").format(score), step)),
            low=low,
            high=high,
            is_reached=self._roadmap.reached == quarter.index,
        )

    def _card(self, action: Action, period: str) -> CardFacts:
        promise = promise_of(self._assessment.actions, action)
        out = self._tried is not None and not any(a.id == action.id for a in self._tried.actions)
        card = CardFacts(
            key=action.id,
            title=title_of(action),
            gain=gain_of(action),
            who=who_of(action),
            owner=action.owner,
            weeks=price_of(action),
            after=self._after(action),
            state=state_words(promise.state) if promise and promise.state != "planned" else "",
            remark=self._remark(action),
            conflict=capital(self._conflict(action)),
            needs=action.needs,
            period=period,
            is_fixed=action.pinned,
            is_out=out,
        )
        return _spoken(card, action)

    def _after(self, action: Action) -> str:
        begins = action.start
        if len(action.needs) > 1:
            return _tr("after {0} actions").format(len(action.needs))
        if action.needs:
            need = stem(action.needs[0])
            return _tr("after its own earlier step") if need == action.unit else _tr("after {0}").format(need)
        if action.conditions:
            return str(action.conditions[0])
        if begins is not None and action.finish is not None and begins < action.finish:
            return _tr("from {0}").format(shown_quarter(self._roadmap.period.plus(begins)))
        return action.reason

    def _conflict(self, action: Action) -> str:
        found = (self._conflicts[name] for name in action.names if name in self._conflicts)
        return next(found, "")

    def _remark(self, action: Action) -> str:
        if any(id_ in self._reopened for id_ in action.questions):
            return _tr("open again")
        is_beyond = action.kind == "raise" and action.stage is None
        return _tr("for the score") if is_beyond and self._roadmap.mode == "ceiling-first" else ""


def _left_out(roadmap: Roadmap) -> str:
    """Return how much is not done; its heading says why."""
    if not roadmap.undone:
        return say.left_out(roadmap)
    price = say.weeks(roadmap.undone_effort)
    return _tr("{0}, {1}").format(counted(len(roadmap.undone), "action"), price)


def _fan(roadmap: Roadmap, outcome: Outcome) -> tuple[float, float] | None:
    """Return how far the plausible range of today lies below and above the score."""
    score, known = outcome.score.score, outcome.score.range
    if score is None or known is None or roadmap.start.score is None:
        return None
    return max(0.0, score - known.low), max(0.0, known.high - score)


def _finding(roadmap: Roadmap) -> str:
    count = counted(len(roadmap.actions), "action")
    if not roadmap.actions:
        return _tr("No action is planned")
    start, end = score_of(roadmap.start.score), score_of(roadmap.quarters[-1].score)
    if roadmap.start.score is None:
        return _tr("{0} planned").format(capital(count))
    if start == end:
        return _tr("{0}; the score stays at {1}").format(capital(count), start)
    return _tr("{0} take the score from {1} to {2}").format(capital(count), start, end)


def _price(roadmap: Roadmap) -> str:
    """Return what the plan costs; what is only found out or settled is not estimated by anybody."""
    if roadmap.estimated[1]:
        return say.price(roadmap)
    return _tr("{0}.").format(capital(say.weeks(roadmap.effort))) if roadmap.actions else ""


def free_words(roadmap: Roadmap) -> str:
    """Return how much of the capacity stays free up to the horizon; nothing where none does."""
    free = free_weeks(roadmap)
    if free <= NOTHING:
        return ""
    whole = say.weeks(sum(quarter.capacity for quarter in roadmap.quarters))
    return _tr("{0} of {1} stay free.").format(weeks_of(free), whole)


def free_weeks(roadmap: Roadmap) -> float:
    """Return the person-weeks of the horizon that the plan has no use for."""
    return sum((max(0.0, quarter.capacity - quarter.used) for quarter in roadmap.quarters), 0.0)


def _rest(quarter: Quarter) -> str:
    if quarter.over > NOTHING:
        return _tr("{0} over").format(weeks_of(quarter.over))
    free = quarter.capacity - quarter.used
    return _tr("{0} free").format(weeks_of(free)) if free > NOTHING else _tr("full")


def _spoken(card: CardFacts, action: Action) -> CardFacts:
    """Give a card the words that a screen reader says: everything that is painted on it."""
    needs = _tr("after {0}").format(", ".join(action.needs)) if action.needs else card.after
    parts = (
        card.title,
        action.id,
        action.owner,
        say.weeks(action.price.weeks),
        plus(card.gain),
        needs,
        card.state,
        card.remark,
        _tr("fixed to {0}").format(shown_quarter(card.period)) if card.is_fixed else "",
        card.conflict,
        _tr("out of the what-if") if card.is_out else "",
    )
    return replace(card, spoken=", ".join(part for part in parts if part))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
