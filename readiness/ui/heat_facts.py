"""An outcome → the heat map of pillars and topics, in the words of the scorecard."""

from typing import Final

from readiness.domain.outcome import Outcome
from readiness.domain.scoring import Part, half_up
from readiness.reports import sentences as say
from readiness.reports.facts import TopicCell
from readiness.reports.pillar_content import shown_of
from readiness.reports.scorecard_content import topic_row, topics_title, weak_note
from readiness.ui.widgets.heat_grid import HeatMap
from readiness.ui.widgets.heat_model import HeatCell, HeatRow

BANDS: Final = ("Fragile 0–19", "Exposed 20–39", "Holding 40–59", "Solid 60–79", "Strong 80–100")


def heat(outcome: Outcome) -> tuple[str, HeatMap, str]:
    """Return the finding about the topics, the cells, and the note that says what an outline means."""
    heading = _heading(outcome)
    step = outcome.growth.target_step
    rows = tuple(
        HeatRow(
            key=pillar.id,
            name=pillar.name,
            words=f"{pillar.name}, {_standing(pillar)}",
            cells=tuple(
                _cell(topic, printed, f"{pillar.name}, {topic.name}, {_standing(topic)}", step)
                for topic, printed in zip(pillar.topics, topic_row(outcome, pillar).cells, strict=True)
            ),
        )
        for pillar in outcome.score.pillars
    )
    return heading, HeatMap(rows=rows, bands=BANDS, finding=heading), weak_note(outcome)


def _heading(outcome: Outcome) -> str:
    if not any(topic.displayed is not None for pillar in outcome.score.pillars for topic in pillar.topics):
        return "No topic has a score yet"
    return topics_title(outcome.score.pillars)


def _cell(topic: Part, printed: TopicCell, words: str, step: int) -> HeatCell:
    outlined = f", holds less than half of what {step}× asks" if printed.is_weak else ""
    return HeatCell(
        key=topic.id,
        name=printed.name,
        shown=printed.shown,
        band=printed.band,
        word=printed.word,
        is_weak=printed.is_weak,
        words=f"{words}{outlined}",
    )


def _standing(part: Part) -> str:
    """Return “32, Exposed, mark 57”, or the word that stands for a number."""
    if part.displayed is None:
        plausible = say.spread(part.range)
        return f"{shown_of(part)}, plausible {plausible}" if plausible else shown_of(part)
    mark = "" if part.needed is None else f", mark {half_up(part.needed)}"
    return f"{part.displayed}, {part.label}{mark}"
