"""An outcome → the scorecard: pillars, topics, the gates of the target step, the measured limits."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.outcome import Outcome
from readiness.domain.scoring import Part, PillarPart, half_up
from readiness.reports import sentences as say
from readiness.reports.cautions import cautions
from readiness.reports.facts import PillarRow, Scorecard, TopicCell, TopicRow
from readiness.reports.guard_content import gates, gates_title, limits, limits_title
from readiness.reports.pillar_content import gap, gates_in, shown_of

_LOW: Final = 40
"""Below it a topic is Fragile or Exposed, and its cell says so in words."""

_SCORE: Final = (
    "Each answer is a level from 0 to 4, worth 0 to 100. Topics and pillars are weighted means. Unknown "
    "counts as 0 until someone looks; the plausible range shows what it could be. What does not apply is "
    "left out."
)
_MARK: Final = (
    "The mark is where the score stands when everything that the growth step asks is met exactly. Past "
    "the mark with a gate open the step is still not reached: gates, not points, decide it."
)


def scorecard(outcome: Outcome) -> Scorecard:
    """Say everything that the scorecard says."""
    score, step = outcome.score, outcome.growth.target_step
    furthest = max(score.pillars, key=gap, default=None)
    open_gates = gates(outcome)
    return Scorecard(
        title=topics_title(score.pillars),
        columns=(
            "Pillar",
            "Weight",
            "Score",
            "Plausible",
            f"Mark for {step}×",
            "To go",
            "Gates open",
            "Evidenced",
        ),
        rows=tuple(
            _row(outcome, part, is_furthest=part is furthest and gap(part) > 0) for part in score.pillars
        ),
        total=_total(outcome),
        topics_title="Topics by score",
        topics=tuple(topic_row(outcome, pillar) for pillar in score.pillars),
        weak_note=weak_note(outcome),
        gates_title=gates_title(outcome, open_gates),
        gates=open_gates,
        limits_title=limits_title(outcome),
        limits=limits(outcome),
        cautions=cautions(outcome),
        reading=(("How to read the score.", _SCORE), ("How to read the mark.", _MARK)),
    )


def band(part: Part) -> int | None:
    """Return which of the five bands a shown score falls into."""
    return None if part.displayed is None else min(part.displayed // 20, 4)


def topics_title(pillars: Sequence[PillarPart]) -> str:
    """Say where the topics below Holding stand."""
    shown = [(pillar, topic) for pillar in pillars for topic in pillar.topics if topic.displayed is not None]
    low = [pillar for pillar, topic in shown if (topic.displayed or 0) < _LOW]
    if not shown:
        return "Scorecard: no topic has a score yet"
    if not low:
        return "No topic stands below Holding"
    most = max(pillars, key=low.count)
    here, count = low.count(most), len(low)
    if count == 1:
        return f"One topic stands below Holding, in {most.name}"
    topics = f"{say.in_words(count)} topics below Holding"
    if here == count:
        return f"All {topics} are in {most.name}"
    if here * 2 > count:
        return f"{say.capital(say.in_words(here))} of the {topics} are in {most.name}"
    return f"{say.capital(topics)}, in {say.in_words(len({p.id for p in low}))} pillars"


def _row(outcome: Outcome, part: Part, *, is_furthest: bool) -> PillarRow:
    weight = part.weight / (sum(p.weight for p in outcome.score.pillars) or 1)
    return PillarRow(
        name=part.name,
        cells=(
            f"{half_up(weight * 100)}%",
            shown_of(part),
            say.spread(part.range) or "–",
            "–" if part.needed is None else str(half_up(part.needed)),
            _to_go(part),
            str(gates_in(outcome, part.id)),
            _evidenced(part.sureness.evidenced, part.counts.levels),
        ),
        is_furthest=is_furthest,
    )


def _total(outcome: Outcome) -> PillarRow:
    score = outcome.score
    shown = score.displayed is not None
    to_go = "–"
    if shown and score.score is not None and score.needed is not None:
        to_go = _distance(score.needed - score.score)
    return PillarRow(
        name="All pillars",
        cells=(
            "100%",
            str(score.displayed) if shown else "–",
            say.spread(score.range) or "–",
            "–" if score.needed is None else str(half_up(score.needed)),
            to_go,
            str(len(outcome.growth.open_gates)),
            _evidenced(score.sureness.evidenced, score.counts.levels),
        ),
    )


def _to_go(part: Part) -> str:
    if part.displayed is None or part.score is None or part.needed is None:
        return "–"
    return _distance(part.needed - part.score)


def _distance(points: float) -> str:
    return "past" if half_up(points) <= 0 else str(half_up(points))


def _evidenced(evidenced: int, levels: int) -> str:
    return f"{evidenced} of {levels}"


def topic_row(outcome: Outcome, pillar: PillarPart) -> TopicRow:
    """Return a pillar's row of the heat map."""
    weak = outcome.growth.step(outcome.growth.target_step).weak_topics
    cells = tuple(_cell(topic, is_weak=topic.id in weak) for topic in pillar.topics)
    return TopicRow(name=pillar.name, cells=cells)


def _cell(topic: Part, *, is_weak: bool) -> TopicCell:
    found = band(topic)
    low = topic.displayed is not None and topic.displayed < _LOW
    return TopicCell(
        name=topic.name,
        shown=str(topic.displayed) if topic.displayed is not None else "",
        band=found,
        word=(topic.label or "") if low else ("" if found is not None else shown_of(topic)),
        is_weak=is_weak and topic.displayed is not None,
    )


def weak_note(outcome: Outcome) -> str:
    """Say what an outline means, where one is drawn, and what colour is."""
    step = outcome.growth.target_step
    outlined = any(t.is_weak for pillar in outcome.score.pillars for t in topic_row(outcome, pillar).cells)
    note = f"An outlined topic holds less than half of what {step}× asks. " if outlined else ""
    return f"{note}Colour repeats the number and keeps its order in grey."
