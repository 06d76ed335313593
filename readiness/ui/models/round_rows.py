"""What a round says of each system, in words and numbers; pure, so that the words can be tested alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from readiness.domain.counting import SIDES
from readiness.domain.period import Period
from readiness.domain.reminding import in_words
from readiness.domain.rounds import RoundCounts, RoundEntry, Urgency
from readiness.services.rounds import Figures, Received, RoundLine
from readiness.services.sealed_packages import core_version
from readiness.ui.days import shown_day
from readiness.ui.models.home_rows import GrowthFacts, growth_words, practice_words
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.numbers import times


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One system as a row: ``state`` are words, or nothing where the figures stand as a ladder."""

    entry: RoundEntry
    figures: Figures | None
    due: str
    urgency: Urgency
    state: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageWords:
    """One package that came in, in words."""

    assessment_id: int
    system: str
    state: str
    day: str
    seal: str


def round_rows(lines: Iterable[RoundLine], today: date) -> tuple[RoundRow, ...]:
    """Return the rows of a round, in the order given."""
    return tuple(_row(line, today) for line in lines)


def round_title(period: Period) -> str:
    """Return what the page is called."""
    return _tr("Round {quarter}").format(quarter=shown_quarter(period))


def counts_words(counts: RoundCounts) -> str:
    """Return “20 systems: 11 done, 6 answering, 2 due first, 1 left the round”, without what is none."""
    if not counts.systems:
        return ""
    told = (
        (counts.done, _tr("{0} done")),
        (counts.answering, _tr("{0} answering")),
        (counts.not_started, _tr("{0} not started")),
        (counts.due_first, _tr("{0} due first")),
        (counts.left, _tr("{0} left the round")),
    )
    parts = ", ".join(words.format(count) for count, words in told if count)
    systems = _tr("1 system") if counts.systems == 1 else _tr("{0} systems").format(counts.systems)
    return f"{systems}: {parts}"


def packages_heading(count: int) -> str:
    """Return “Five sealed packages received”."""
    if not count:
        return _tr("No sealed package received")
    if count == 1:
        return _tr("One sealed package received")
    return _tr("{0} sealed packages received").format(in_words(count).capitalize())


def package_words(one: Received, today: date) -> PackageWords:
    """Return a package in words."""
    return PackageWords(
        assessment_id=one.assessment_id,
        system=one.system if one.revision == 1 else f"{one.system} #{one.revision}",
        state=_seal_words(one),
        day=shown_day(date.fromisoformat(one.received_at[:10]), today),
        seal=one.seal,
    )


def _seal_words(one: Received) -> str:
    if one.seal == "broken":
        return _tr("seal broken: it was changed in this file")
    if one.seal == "older_core":
        core = core_version(one.questionnaire)
        return _tr("made with core {core}, compared like for like").format(core=core)
    return _tr("seal matches")


def _row(line: RoundLine, today: date) -> RoundRow:
    entry = line.entry
    due, state = _due(entry, today), _state(entry, today)
    return RoundRow(
        entry=entry,
        figures=line.figures if entry.is_done else None,
        due=due,
        urgency=entry.urgency(today),
        state=state,
        sentence=", ".join(part for part in _said(line, due, state) if part),
    )


def _said(line: RoundLine, due: str, state: str) -> Iterable[str]:
    entry = line.entry
    yield entry.system
    sides = dict(entry.answering.sides) if entry.answering else {}
    for side in reversed(SIDES):
        if side in sides:
            name, count = entry.lanes.called(side), sides[side]
            yield _tr("{side} {given} of {asked}").format(side=name, given=count.given, asked=count.asked)
    yield _tr("due {day}").format(day=due) if entry.due is not None and entry.is_waiting else due
    yield state
    if line.figures is not None and entry.is_done:
        yield from _ladder_words(line.figures)


def _ladder_words(figures: Figures) -> Iterable[str]:
    facts = GrowthFacts(
        practice=figures.practices,
        tested=figures.tested,
        limit=figures.limit,
        target=figures.target,
        is_quick=figures.is_quick,
        breaks_first="",
    )
    yield practice_words(facts)
    yield from growth_words(facts)
    yield _tr("target {factor}").format(factor=times(figures.target))


def _due(entry: RoundEntry, today: date) -> str:
    state, ended = entry.state, entry.answering.ended if entry.answering else None
    day = "" if ended is None else shown_day(ended, today)
    if state == "left":
        return _tr("left")
    if state == "package":
        return _tr("package {day}").format(day=day).strip()
    if state == "sealed":
        return _tr("sealed {day}").format(day=day).strip()
    if entry.due is None:
        return _tr("no date")
    shown = shown_day(entry.due, today)
    return _tr("{day}, late").format(day=shown) if entry.urgency(today) == "late" else shown


def _state(entry: RoundEntry, today: date) -> str:
    state = entry.state
    if state == "left":
        return _tr("not in this round: {why}").format(why=entry.left_because)
    if state == "both_in":
        return _both_in(entry, today)
    if state == "answering":
        return _hidden(entry)
    if state == "together" and entry.answering is not None and entry.answering.together is not None:
        count = entry.answering.together
        return _tr("answered live, {given} of {asked}").format(given=count.given, asked=count.asked)
    return {
        "not_started": _tr("not started"),
        "unanswered": _tr("nobody has answered yet"),
        "revealed": _tr("revealed, to be agreed and sealed"),
    }.get(state, "")


def _hidden(entry: RoundEntry) -> str:
    if entry.lanes.alone is None:
        return _tr("hidden until both have answered")
    return _tr("hidden until {side} has answered").format(side=entry.lanes.called(entry.lanes.alone))


def _both_in(entry: RoundEntry, today: date) -> str:
    if entry.lanes.alone is not None:
        return _tr("all in, ready to reveal")
    if entry.due is None:
        return _tr("both in, ready to reveal")
    return _tr("both in, reveal on {day}").format(day=shown_day(entry.due, today))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Round", text)
