"""What New assessment says of who is asked how much, and of how long a meeting takes; pure."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.meeting import side_progress
from readiness.domain.minutes import MeetingPlan, minutes_plan
from readiness.domain.scoring import half_up
from readiness.ui.models.setup_form import PersonLane
from readiness.ui.sides import side_name

LANES: Final[tuple[PersonLane, ...]] = ("product", "engineering", "facilitator", "guest", "agreed")
"""In the order they are offered; ``agreed`` is who is in the room and on neither side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What each lane is called and asked; ``words`` go from long to short, the first of a lane says most."""

    names: dict[PersonLane, str]
    first: dict[PersonLane, tuple[str, ...]]
    others: dict[PersonLane, tuple[str, ...]]


def shares(sketch: Assessment) -> Shares:
    """Say what everybody is asked in an assessment that is still being set up."""
    first: dict[PersonLane, tuple[str, ...]] = {side: _side_words(sketch, side) for side in SIDES}
    quiet: dict[PersonLane, tuple[str, ...]] = {
        "facilitator": (_tr("answers nothing"), ""),
        "guest": (_tr("adds notes"), ""),
        "agreed": (_tr("in the meeting"), ""),
    }
    others: dict[PersonLane, tuple[str, ...]] = {
        side: first[side][-1:] if first[side][-1] else first[side] for side in SIDES
    }
    return Shares(names=lane_names(sketch), first=first | quiet, others=others | quiet)


def lane_names(sketch: Assessment) -> dict[PersonLane, str]:
    """Return what the lanes of the system are called."""
    lanes = sketch.lanes
    return {
        "product": side_name(lanes, "product"),
        "engineering": side_name(lanes, "engineering"),
        "facilitator": _tr("Facilitator"),
        "guest": lanes.guest or _tr("Guest"),
        "agreed": _tr("In the room"),
    }


def meeting_words(sketch: Assessment) -> str:
    """Return how long the meeting is: “90 min”, or “two sessions of 75 min”."""
    return _sittings(minutes_plan(sketch))


def one_sitting_words(sketch: Assessment) -> str:
    """Return the minutes of all sittings together: “35 min”."""
    return _tr("{minutes} min").format(minutes=half_up(minutes_plan(sketch).minutes))


def _sittings(plan: MeetingPlan) -> str:
    if plan.sessions == 1:
        return _tr("{minutes} min").format(minutes=half_up(plan.minutes))
    count = {2: _tr("two"), 3: _tr("three"), 4: _tr("four")}.get(plan.sessions, str(plan.sessions))
    return _tr("{count} sessions of {minutes} min").format(count=count, minutes=plan.box)


def _side_words(sketch: Assessment, side: Side) -> tuple[str, ...]:
    if not sketch.lanes.answers(side):
        return (_tr("does not answer"),)
    if sketch.mode == "live":
        return (_tr("in the meeting"), "")  # the mode says it already: a name comes first
    progress = side_progress(sketch, side)
    one, many = _tr("1 question"), _tr("{count} questions").format(count=progress.asked)
    questions = one if progress.asked == 1 else many
    whole = _tr("{questions}, about {minutes} min").format(questions=questions, minutes=progress.minutes)
    return (whole, questions)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SetupPage", text)
