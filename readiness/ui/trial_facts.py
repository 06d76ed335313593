"""A plan and what is tried beside it → the sentences that tell them apart; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from readiness.domain.contrasting import contrast
from readiness.domain.roadmap import Roadmap
from readiness.domain.terms import QUICK_WEEKS
from readiness.reports import plan_sentences as say
from readiness.reports.sentences import capital, counted
from readiness.ui.action_words import NOT_KNOWN, score_of, step_of, weeks_of
from readiness.ui.board_facts import free_words
from readiness.ui.quarters import shown_quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One order of the same actions: what it reaches, when, and for how much."""

    mode: str
    title: str
    is_agreed: bool
    lines: tuple[str, ...]


def quick_ids(roadmap: Roadmap) -> tuple[str, ...]:
    """Return what takes no longer than a quick win, every stage of it."""
    going = (*roadmap.actions, *(left.action for left in roadmap.undone))
    longest: dict[str, float] = {}
    for action in going:
        longest[action.unit] = max(longest.get(action.unit, 0.0), action.price.weeks)
    return tuple(id_ for id_, weeks in longest.items() if weeks <= QUICK_WEEKS)


def trial_words(agreed: Roadmap, tried: Roadmap) -> str:
    """Return “72 becomes 67, 10× becomes 2×; 3 fewer actions.”."""
    return f"{capital('; '.join(_differences(agreed, tried)))}."


def effect_words(agreed: Roadmap, alone: Roadmap) -> str:
    """Return what one trial does on its own: “72 becomes 67, stops at 2×”."""
    (score, step), (other, other_step) = _end(agreed), _end(alone)
    parts = [
        _weeks_apart(agreed, alone),
        _tr("{0} becomes {1}").format(score, other) if score != other else "",
        _step_apart(alone) if (step, agreed.reached) != (other_step, alone.reached) else "",
    ]
    told = [part for part in parts if part]
    return ", ".join(told if any(parts[1:]) else [*told, _moves(agreed, alone)])


def fill_words(agreed: Roadmap, filled: Roadmap | None, *, is_on: bool) -> str:
    """Return what stays free, and what spending it on the score does, or does already."""
    free = free_words(agreed)
    if is_on:
        told = _tr("What {0} does not need is spent on what adds the most score.")
        return " ".join(part for part in (told.format(step_of(agreed.target_step)), free) if part)
    more = len(filled.actions) - len(agreed.actions) if filled is not None else 0
    if filled is None or more <= 0:
        return ""
    (score, _), (other, _) = _end(agreed), _end(filled)
    told = _tr("{0} Filled, {1} for the score alone take {2} to {3}.")
    if filled.reached is not None and filled.reached != agreed.reached:
        told = _tr("{0} Filled, {1} for the score alone take {2} to {3}, with {4}.")
    return told.format(free, counted(more, "action"), score, other, _reached(filled))


def scenarios(agreed: Roadmap, other: Roadmap) -> tuple[Scenario, Scenario]:
    """Return both orders, ceiling first at the left, with what the other one gains and loses."""
    plans = sorted((agreed, other), key=lambda plan: plan.mode)
    one, two = (_scenario(plan, is_agreed=plan is agreed) for plan in plans)
    return one, two


def apart(agreed: Roadmap, other: Roadmap) -> str:
    """Return what the other order does that the agreed one does not, and the other way round."""
    change = contrast(agreed, other)
    name = mode_words(other.mode)
    parts = [
        _tr("finishes {0} more").format(counted(len(change.gained), "action")) if change.gained else "",
        _tr("leaves out {0}").format(counted(len(change.lost), "action")) if change.lost else "",
        _tr("{0} sooner").format(len(change.sooner)) if change.sooner else "",
        _tr("{0} later").format(len(change.later)) if change.later else "",
    ]
    told = ", ".join(part for part in parts if part)
    if not told:
        return _tr("Both do the same in the same quarters.")
    return _tr("{0}: {1}.").format(name, told)


def mode_words(mode: str) -> str:
    """Return what an order is called."""
    return _tr("Ceiling first") if mode == "ceiling-first" else _tr("Score first")


def _scenario(plan: Roadmap, *, is_agreed: bool) -> Scenario:
    score, step = _end(plan)
    return Scenario(
        mode=plan.mode,
        title=mode_words(plan.mode),
        is_agreed=is_agreed,
        lines=(
            _end_words(score, step),
            _reached(plan),
            _tr("{0}, {1}").format(counted(len(plan.actions), "action"), say.weeks(plan.effort)),
        ),
    )


def _end_words(score: str, step: str) -> str:
    known = [part for part in (step, score) if part != NOT_KNOWN]
    if not known:
        return _tr("no score yet")
    return _tr("{0} at the end").format(_tr(" and ").join(known))


def _reached(plan: Roadmap) -> str:
    step = step_of(plan.target_step)
    if plan.reached is None:
        return _tr("{0} not reached").format(step)
    if plan.reached == 0:
        return _tr("{0} today").format(step)
    return _tr("{0} in {1}").format(step, shown_quarter(plan.period.plus(plan.reached)))


def _differences(agreed: Roadmap, tried: Roadmap) -> Iterator[str]:
    (score, step), (other_score, other_step) = _end(agreed), _end(tried)
    if score == other_score:
        yield _tr("the score stays at {0}").format(score)
    else:
        yield _tr("{0} becomes {1}").format(score, other_score)
    if step != other_step:
        yield _tr("practices support {0} in place of {1}").format(other_step, step)
    if agreed.reached != tried.reached or agreed.target_step != tried.target_step:
        yield _reached(tried)
    change = contrast(agreed, tried)
    if change.lost:
        yield _tr("{0} not done").format(counted(len(change.lost), "action"))
    if change.gained:
        yield _tr("{0} more").format(counted(len(change.gained), "action"))
    if change.later:
        yield _tr("{0} later").format(len(change.later))
    if change.sooner:
        yield _tr("{0} sooner").format(len(change.sooner))


def _weeks_apart(agreed: Roadmap, alone: Roadmap) -> str:
    weeks, other = sum(agreed.what_if.quarters()), sum(alone.what_if.quarters())
    if weeks == other:
        return ""
    return _tr("{0} weeks become {1}").format(weeks_of(weeks), weeks_of(other))


def _step_apart(alone: Roadmap) -> str:
    """Return where practices stop, or when the step is reached instead."""
    if alone.reached is None:
        return _tr("stops at {0}").format(_end(alone)[1])
    return _reached(alone)


def _moves(agreed: Roadmap, alone: Roadmap) -> str:
    change = contrast(agreed, alone)
    moved = len(change.sooner) + len(change.later)
    if change.lost:
        return _tr("{0} not done").format(counted(len(change.lost), "action"))
    return _tr("moves {0}").format(counted(moved, "action")) if moved else _tr("no action moves")


def _end(plan: Roadmap) -> tuple[str, str]:
    last = plan.quarters[-1] if plan.quarters else plan.start
    return score_of(last.score), step_of(last.ceiling)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
