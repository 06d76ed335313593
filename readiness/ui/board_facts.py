"""A roadmap → what its board shows: columns, cards, what is left out, each with the words for it; pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.actions import Action, Quarter
from readiness.domain.assessment import Assessment
from readiness.domain.offering import stem
from readiness.domain.roadmap import Roadmap
from readiness.domain.scoring import half_up
from readiness.reports import plan_sentences as say
from readiness.reports.sentences import amount, capital, counted
from readiness.ui.months import short_months
from readiness.ui.promising import promise_of
from readiness.ui.quarters import shown_quarter

LEAST_COLUMNS: Final = 4
NOT_KNOWN: Final = "–"
_NOTHING: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """One action on the board; ``conflict`` says why its quarter cannot be kept, ``state`` how it goes."""

    key: str
    title: str
    gain: str
    who: str
    weeks: str
    after: str = ""
    state: str = ""
    conflict: str = ""
    needs: tuple[str, ...] = ()
    period: str = ""
    is_fixed: bool = False
    is_out: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """One quarter; ``tried_score`` is where the trial leads, ``None`` where nothing is tried."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftFacts:
    """An action that is not planned, or is done, and why."""

    key: str
    title: str
    gain: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftGroup:
    """Actions that are left out for one reason."""

    heading: str
    rows: tuple[LeftFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """Everything that the page shows of the agreed plan."""

    headline: str
    price: str
    start: float | None
    start_step: str
    columns: tuple[ColumnFacts, ...]
    left: str
    groups: tuple[LeftGroup, ...]
    finding: str

    @property
    def cards(self) -> tuple[CardFacts, ...]:
        """Every card, column by column."""
        return tuple(card for column in self.columns for card in column.cards)


def board(
    roadmap: Roadmap, assessment: Assessment, tried: Roadmap | None = None, first_month: int = 1
) -> BoardFacts:
    """Return what the board shows of a plan, and beside it where a trial leads."""
    return _Board(roadmap, assessment, tried, first_month).facts()


class _Board:
    def __init__(
        self, roadmap: Roadmap, assessment: Assessment, tried: Roadmap | None, first_month: int
    ) -> None:
        self._roadmap = roadmap
        self._assessment = assessment
        self._tried = tried
        self._first_month = first_month
        self._conflicts: dict[str, str] = {}
        for entry in roadmap.infeasible:
            self._conflicts.setdefault(entry.id, entry.why)

    def facts(self) -> BoardFacts:
        start = self._roadmap.start
        columns = tuple(self._columns())
        return BoardFacts(
            headline=say.headline(self._roadmap),
            price=_price(self._roadmap),
            start=start.score,
            start_step=step_of(start.ceiling),
            columns=columns,
            left=say.left_out(self._roadmap),
            groups=tuple(self._groups()),
            finding=_finding(self._roadmap),
        )

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
        return ColumnFacts(
            key=period,
            title=title,
            months=short_months(quarter.period.quarter, self._first_month),
            used=quarter.used,
            capacity=quarter.capacity,
            load=load,
            short_load=_tr("{0} of {1} wk").format(weeks_of(quarter.used), weeks_of(quarter.capacity)),
            rest=rest,
            is_over=quarter.over > _NOTHING,
            score=quarter.score,
            step=step,
            tried_score=other,
            cards=cards,
            spoken=", ".join((title, load, rest, _tr("score {0}").format(score), step)),
        )

    def _card(self, action: Action, period: str) -> CardFacts:
        promise = promise_of(self._assessment.actions, action)
        out = self._tried is not None and not any(a.id == action.id for a in self._tried.actions)
        card = CardFacts(
            key=action.id,
            title=title_of(action),
            gain=gain_of(action),
            who=action.owner or action.id,
            weeks=_tr("{0} wk").format(weeks_of(action.price.weeks)),
            after=self._after(action),
            state=state_words(promise.state) if promise and promise.state != "planned" else "",
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
            return _tr("after {0}").format(action.needs[0])
        if action.conditions:
            return str(action.conditions[0])
        if begins is not None and action.finish is not None and begins < action.finish:
            return _tr("from {0}").format(shown_quarter(self._roadmap.period.plus(begins)))
        return action.reason

    def _conflict(self, action: Action) -> str:
        found = (self._conflicts[name] for name in action.names if name in self._conflicts)
        return next(found, "")

    def _groups(self) -> Iterator[LeftGroup]:
        for why, undone in say.reasons_left(self._roadmap):
            rows = tuple(_left(one.action, why) for one in undone)
            yield LeftGroup(heading=capital(why), rows=rows)
        known = {one.action.id for one in self._roadmap.undone}
        out = tuple(self._taken_out(known))
        if out:
            yield LeftGroup(heading=_tr("Taken out"), rows=out)
        done = tuple(self._done(id_) for id_ in self._roadmap.done)
        if done:
            yield LeftGroup(heading=_tr("Done"), rows=done)

    def _taken_out(self, known: set[str]) -> Iterator[LeftFacts]:
        """Yield what was taken out and the plan does not name any more, such as a talk about the facts."""
        for promise in self._assessment.actions:
            gone = promise.excluded or promise.state == "dropped"
            if gone and not known & {promise.id, stem(promise.id)}:
                question = self._assessment.questionnaire.by_id.get(stem(promise.id))
                title = promise.title or (question.prompt if question else promise.id)
                yield LeftFacts(
                    key=promise.id, title=title, gain="", spoken=_tr("{0}, taken out").format(title)
                )

    def _done(self, id_: str) -> LeftFacts:
        promise = next((p for p in self._assessment.actions if p.id == id_), None)
        title = (promise.title if promise else "") or id_
        return LeftFacts(key=id_, title=title, gain="", spoken=_tr("{0}, done").format(title))


def title_of(action: Action) -> str:
    """Return what an action is called on its card."""
    return capital(say.what(action).strip())


def gain_of(action: Action) -> str:
    """Return “+2.9”, the points of score it adds; nothing where it adds none."""
    return f"+{action.gain:.1f}" if action.gain >= _NOTHING else ""


def weeks_of(weeks: float) -> str:
    """Return person-weeks to a tenth."""
    return amount(round(weeks, 1))


def score_of(score: float | None) -> str:
    """Return a score as it is printed, a dash where too little is answered."""
    return NOT_KNOWN if score is None else str(half_up(score))


def step_of(ceiling: int | None) -> str:
    """Return the growth step that practices support."""
    return NOT_KNOWN if ceiling is None else f"{ceiling}×"


def state_words(state: str) -> str:
    """Return how an action goes."""
    return {
        "planned": _tr("Planned"),
        "under_way": _tr("Under way"),
        "done": _tr("Done"),
        "slipped": _tr("Slipped"),
        "dropped": _tr("Dropped"),
    }[state]


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


def _rest(quarter: Quarter) -> str:
    if quarter.over > _NOTHING:
        return _tr("{0} over").format(weeks_of(quarter.over))
    free = quarter.capacity - quarter.used
    return _tr("{0} free").format(weeks_of(free)) if free > _NOTHING else _tr("full")


def _left(action: Action, why: str) -> LeftFacts:
    title, gain = title_of(action), gain_of(action)
    weeks = counted(1, "person-week") if action.price.weeks == 1 else say.weeks(action.price.weeks)
    spoken = ", ".join(part for part in (title, action.id, weeks, _plus(gain), why) if part)
    return LeftFacts(key=action.id, title=title, gain=gain, spoken=spoken)


def _spoken(card: CardFacts, action: Action) -> CardFacts:
    """Give a card the words that a screen reader says: everything that is painted on it."""
    needs = _tr("after {0}").format(", ".join(action.needs)) if action.needs else card.after
    parts = (
        card.title,
        action.id,
        action.owner,
        say.weeks(action.price.weeks),
        _plus(card.gain),
        needs,
        card.state,
        _tr("fixed to {0}").format(shown_quarter(card.period)) if card.is_fixed else "",
        card.conflict,
        _tr("out of the what-if") if card.is_out else "",
    )
    return replace(card, spoken=", ".join(part for part in parts if part))


def _plus(gain: str) -> str:
    return _tr("plus {0}").format(gain[1:]) if gain else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
