"""What the hand-over says: whose turn it is, how far each side is, what is hidden."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Assessment
from readiness.domain.counting import Side
from readiness.domain.meeting import RevealState, SideProgress, reveal_state
from readiness.ui.sides import other_side, side_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One side as it stands on the hand-over."""

    side: Side
    name: str
    state: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """The whole hand-over in words. ``reason`` says why nothing can be revealed yet."""

    heading: str
    text: str
    left: Plate
    right: Plate
    is_passing: bool
    reason: str
    reveal_heading: str
    reveal_text: str


def handing(assessment: Assessment, to: Side | None) -> Handing:
    """Return what the hand-over to a side says; to nobody, what the reveal says."""
    state = reveal_state(assessment)
    far = {progress.side: progress for progress in state.sides}
    right: Side = to or "product"
    left = other_side(right)
    name = side_name(assessment.lanes, right)
    return Handing(
        heading=_tr("Please hand the laptop to {0}.").format(name) if to else _reveal_heading(state),
        text=_turn_text(assessment, far[to], far.get(other_side(to)))
        if to
        else _tr("The answers are hidden until you reveal them together."),
        left=_plate(assessment, far.get(left), left),
        right=_plate(assessment, far.get(right), right, is_next=to is not None),
        is_passing=to is not None and left in far and far[left].answered > 0,
        reason=reveal_reason(assessment),
        reveal_heading=_missing(state),
        reveal_text=_tr("It cannot be undone, and the private answers stay as they were given."),
    )


def reveal_reason(assessment: Assessment) -> str:
    """Say why the answers cannot be revealed yet; nothing where they can."""
    silent = [progress.side for progress in reveal_state(assessment).sides if not progress.answered]
    if not silent:
        return ""
    if len(silent) > 1:
        return _tr("Nobody has answered")
    return _tr("{0} has not answered").format(side_name(assessment.lanes, silent[0]))


def progress_words(progress: SideProgress) -> str:
    """Say how far a side is, and how long it will still take."""
    if progress.is_complete:
        return _tr("All {0} answered").format(progress.asked)
    return _tr("{0} of {1} answered, {2} min left").format(
        progress.answered, progress.asked, progress.minutes_left
    )


def _turn_text(assessment: Assessment, own: SideProgress, other: SideProgress | None) -> str:
    if other is not None and other.answered:
        hidden = _tr("The answers of {0} are hidden until both sides have answered.")
        hidden = hidden.format(side_name(assessment.lanes, other.side))
    else:
        hidden = _tr("Each side answers alone; the answers are hidden until both have answered.")
    return f"{hidden}\n{_length(own)}"


def _length(own: SideProgress) -> str:
    if own.is_complete:
        return _tr("All {0} questions are answered; until the reveal they can be changed.").format(own.asked)
    if not own.answered:
        return _tr("{0} questions, about {1} minutes.").format(own.asked, own.minutes)
    if len(own.open) == 1:
        return _tr("1 of {0} questions is open, about a minute.").format(own.asked)
    words = _tr("{0} of {1} questions are open, about {2} minutes.")
    if own.minutes_left == 1:
        words = _tr("{0} of {1} questions are open, about a minute.")
    return words.format(len(own.open), own.asked, own.minutes_left)


def _reveal_heading(state: RevealState) -> str:
    return _tr("Both sides have answered.") if state.may else _tr("Not everybody has answered.")


def _missing(state: RevealState) -> str:
    if not state.missing:
        return _tr("Reveal both sides’ answers")
    if state.missing == 1:
        return _tr("Reveal now, with 1 question unanswered")
    return _tr("Reveal now, with {0} questions unanswered").format(state.missing)


def _plate(
    assessment: Assessment, progress: SideProgress | None, side: Side, *, is_next: bool = False
) -> Plate:
    name = side_name(assessment.lanes, side)
    if is_next:
        return Plate(side=side, name=name, state=_tr("next"))
    if progress is None or not progress.answered:
        return Plate(side=side, name=name, state=_tr("not answered yet"))
    if progress.is_complete:
        return Plate(side=side, name=name, state=_tr("answered, hidden"), is_hidden=True)
    state = _tr("{0} of {1} answered, hidden").format(progress.answered, progress.asked)
    return Plate(side=side, name=name, state=state, is_hidden=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Handover", text)
