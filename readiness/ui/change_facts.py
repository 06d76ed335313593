"""An outcome and the assessment before it → what really changed, in the words of the report.

Nothing “rose” or “fell”, and no arrow is drawn, unless the change is at least probable (domain §4.3).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from readiness.domain.assessment import Assessment
from readiness.domain.comparison import Comparison, compare
from readiness.domain.lineage import between
from readiness.domain.noise import Noise
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import IncomparableError, LineageError
from readiness.reports import sentences as say
from readiness.ui.part_facts import points
from readiness.ui.quarters import shown_quarter

Direction = Literal["up", "down", ""]

_FIRST: Final = "A second assessment will add what really changed, question by question."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """Where a pillar stood on the same questions, 0 to 100, and what came of it in words."""

    stood: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChange:
    """What stands beside the score. ``direction`` is empty while no arrow may be drawn.

    ``rings`` are by pillar id; ``last_words`` name the quarter they come from.
    """

    words: str
    direction: Direction = ""
    details: tuple[str, ...] = ()
    last_words: str = ""
    rings: Mapping[str, Ring] = field(default_factory=dict)


def first_change() -> ScoreChange:
    """Return what a first assessment says of change."""
    return ScoreChange(words=_FIRST)


def change_since(outcome: Outcome, before: Assessment, versions: Iterable[Questionnaire] = ()) -> ScoreChange:
    """Return what changed since an earlier assessment of the same system."""
    after = outcome.assessment
    since = shown_quarter(before.period, before.revision)
    try:
        found = compare(before, after, between(before.questionnaire, after.questionnaire, versions))
    except (LineageError, IncomparableError):
        return ScoreChange(words=f"{since} was asked with another questionnaire, so nothing is compared.")
    if found.like_for_like is None or found.noise is None:
        return ScoreChange(words=f"No question has a level both here and in {since}.")
    return ScoreChange(
        words=_words(found.like_for_like, found.noise, since),
        direction=_direction(found.like_for_like, found.noise),
        details=tuple(_details(found)),
        last_words=f"{since}, like for like",
        rings=_rings(outcome, found),
    )


def _words(change: float, noise: Noise, since: str) -> str:
    if not noise.may_be_said:
        clear = f", clear from {points(noise.clear_from)} on"
        return f"No clear change since {since}: {_signed(change)} like for like{clear}"
    return f"{say.capital(_moved(change, noise))} like for like since {since}, {noise.verdict}"


def _moved(change: float, noise: Noise) -> str:
    """Return “rose 6.1”, only where that may be said."""
    if not noise.may_be_said:
        return "no clear change"
    return f"{'rose' if change > 0 else 'fell'} {points(abs(change))}"


def _direction(change: float, noise: Noise) -> Direction:
    if not noise.may_be_said:
        return ""
    return "up" if change > 0 else "down"


def _details(found: Comparison) -> Iterable[str]:
    up, down, same = (found.count(change) for change in ("up", "down", "same"))
    matched = say.counted(len(found.matched), "question")
    yield f"{up} up, {down} down, {same} the same, on the {matched} that both have answered"
    drops = tuple(row.id for row in found.grave_drops)
    if drops:
        yield f"Fell, and weighs: {say.listed(drops)}"


def _rings(outcome: Outcome, found: Comparison) -> dict[str, Ring]:
    scores = {part.id: part.score for part in outcome.score.pillars if part.displayed is not None}
    rings: dict[str, Ring] = {}
    for pillar in found.pillars:
        now = scores.get(pillar.id)
        if now is not None and pillar.like_for_like is not None and pillar.noise is not None:
            moved = _moved(pillar.like_for_like, pillar.noise)
            verdict = f", {pillar.noise.verdict}" if pillar.noise.may_be_said else ""
            stood = min(100.0, max(0.0, now - pillar.like_for_like))
            rings[pillar.id] = Ring(stood=stood, words=f"{moved}{verdict}")
    return rings


def _signed(change: float) -> str:
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{points(abs(change))}"
