"""What an action, its gain, its weeks and its state are called on the screen; pure."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.actions import Action
from readiness.domain.offering import stem
from readiness.domain.scoring import half_up
from readiness.reports import plan_sentences as say
from readiness.reports.sentences import amount, capital

NOT_KNOWN: Final = "–"
NOTHING: Final = 0.05
"""Less than this is shown as nothing."""


def title_of(action: Action) -> str:
    """Return what an action is called on its card."""
    return capital(say.what(action).strip())


def gain_of(action: Action) -> str:
    """Return “+2.9”, the points of score it adds; nothing where it adds none."""
    return f"+{action.gain:.1f}" if action.gain >= NOTHING else ""


def weeks_of(weeks: float) -> str:
    """Return person-weeks to a tenth."""
    return amount(round(weeks, 1))


def price_of(action: Action) -> str:
    """Return “3 wk”; two sides settle the facts in half an hour (domain §3.1)."""
    if action.kind == "settle":
        return _tr("30 min")
    return _tr("{0} wk").format(weeks_of(action.price.weeks))


def who_of(action: Action) -> str:
    """Return the owner, or the question where nobody owns it, with what it raises: “DAT-04, 2 → 3”."""
    who = action.owner or stem(action.id)
    rise = say.rise(action).replace("→", " → ")
    return _tr("{0}, {1}").format(who, rise) if rise else who


def score_of(score: float | None) -> str:
    """Return a score as it is printed, a dash where too little is answered."""
    return NOT_KNOWN if score is None else str(half_up(score))


def step_of(ceiling: int | None) -> str:
    """Return the growth step that practices support."""
    return NOT_KNOWN if ceiling is None else f"{ceiling}×"


def plus(gain: str) -> str:
    """Return a gain as it is read aloud."""
    return _tr("plus {0}").format(gain[1:]) if gain else ""


def state_words(state: str) -> str:
    """Return how an action goes."""
    return {
        "planned": _tr("Planned"),
        "under_way": _tr("Under way"),
        "done": _tr("Done"),
        "slipped": _tr("Slipped"),
        "dropped": _tr("Dropped"),
    }[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
