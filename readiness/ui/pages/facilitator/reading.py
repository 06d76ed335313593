"""The meeting → what the facilitator's lists and bars show; pure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from readiness.domain.pacing import ClockState, uses
from readiness.domain.triage import reasons
from readiness.ui.pages.facilitator.next_row import Waiting
from readiness.ui.widgets.minute_bars import MinuteRow

if TYPE_CHECKING:
    from readiness.domain.minutes import Slot
    from readiness.domain.outcome import Outcome
    from readiness.domain.triage import Reason
    from readiness.ui.talk import Talk


def minute_rows(state: ClockState) -> tuple[MinuteRow, ...]:
    """Return the parts of the meeting with their minutes."""
    return tuple(
        MinuteRow(
            key=use.slot.id,
            name=_slot_name(use.slot),
            planned=use.slot.minutes,
            used=use.used,
            is_current=use.is_current,
        )
        for use in uses(state)
    )


def waiting_rows(outcome: "Outcome", talk: "Talk") -> tuple[Waiting, ...]:
    """Return what is still to be talked about, with its reasons."""
    gaps = {gap.id: abs(gap.gap) for gap in outcome.alignment.questions}
    told = reasons(outcome.assessment, outcome)
    by_id = outcome.assessment.questionnaire.by_id
    return tuple(
        _waiting(id_, by_id[id_].prompt, told.get(id_, ()), gaps.get(id_, 0)) for id_ in talk.upcoming()
    )


def _waiting(id_: str, prompt: str, why: "tuple[Reason, ...]", gap: int) -> Waiting:
    words = {
        "gap": _tr("{0} apart").format(gap),
        "gate": _tr("failing gate"),
        "unknown": _tr("don’t know"),
        "combination": _tr("combination"),
        "heavy_guess": _tr("guess"),
    }
    is_apart = "gap" in why
    told = [words["gap"]] if is_apart else []
    told += [words[reason] for reason in why if reason != "gap"]
    return Waiting(
        id=id_,
        prompt=prompt,
        reason=told[0] if told else "",
        reasons=", ".join(told),
        is_apart=is_apart,
    )


def _slot_name(slot: "Slot") -> str:
    names = {
        "frame": _tr("Frame and growth"),
        "promises": _tr("Promises and limits"),
        "breaks_first": _tr("What breaks first"),
        "plan": _tr("First quarter’s plan"),
    }
    return slot.name or names[slot.kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facilitator", text)
