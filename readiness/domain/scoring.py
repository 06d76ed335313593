"""Answers → score, range, coverage, shares (domain §2.2 to 2.4).

Every figure is a weighted mean over three levels, so a topic, a pillar and the whole are the same sums at
another height: ``Figures`` of the members become ``Figures`` of what holds them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import floor
from typing import Final, Literal

from readiness.domain.counting import Counted
from readiness.domain.figures import Figures, Tally, combine, mean, merge, points, topic_figures
from readiness.domain.questionnaire import TIERS, Questionnaire, Tier, TopicLayout, requirement

Label = Literal["Fragile", "Exposed", "Holding", "Solid", "Strong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The plausible range of a score, 0 to 100."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many questions are in each state; ``provisional`` are among the levels and unknowns."""

    levels: int = 0
    unknown: int = 0
    not_applicable: int = 0
    not_asked: int = 0
    provisional: int = 0

    @property
    def asked(self) -> int:
        """Questions with an answer of any kind."""
        return self.levels + self.unknown + self.not_applicable

    @property
    def total(self) -> int:
        """All questions of the questionnaire."""
        return self.asked + self.not_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """How many levels stand on evidence, on knowledge, on a guess."""

    evidenced: int = 0
    informed: int = 0
    guess: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures of one topic or pillar; ``None`` where nothing applies, never 0."""

    id: str
    name: str
    weight: float
    score: float | None
    displayed: int | None
    label: Label | None
    needed: float | None
    range: Range | None
    coverage: float | None
    counts: Counts
    sureness: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarPart(Part):
    """A pillar with its topics."""

    topics: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The compensatory result. All figures unrounded, but for ``displayed``.

    ``needed`` is where the score stands when every requirement of the target step is met. Under 80 %
    coverage, or 60 % in a pillar, ``displayed`` and ``label`` are ``None`` and only the range is shown.
    ``shares`` say how much of the score each scored question is (they sum to 1).
    """

    score: float | None
    displayed: int | None
    label: Label | None
    needed: float | None
    range: Range | None
    strict_score: float | None
    best_case: float | None
    coverage: float | None
    counts: Counts
    sureness: Sureness
    evidenced_share: float | None
    pillars: tuple[PillarPart, ...]
    shares: Mapping[str, float] = field(default_factory=dict)


LEAST_COVERAGE: Final = 0.8
LEAST_PILLAR_COVERAGE: Final = 0.6
SPREAD: Final = 1.28
"""Standard errors to each side of the plausible range (domain §2.4)."""

_LABELS: Final[tuple[Label, ...]] = ("Fragile", "Exposed", "Holding", "Solid", "Strong")


def half_up(value: float) -> int:
    """Round half up, once, for display; the ninth decimal absorbs what binary fractions add."""
    return floor(round(value, 9) + 0.5)


def label_of(displayed: int) -> Label:
    """Return the word for a displayed score: five bands of twenty."""
    return _LABELS[min(displayed // 20, 4)]


def is_weak(part: Part) -> bool:
    """Whether enough is known of a part to say that it is fragile or exposed."""
    return part.label in ("Fragile", "Exposed")


def score(
    questionnaire: Questionnaire,
    counted: Mapping[str, Counted],
    target_step: Tier,
    sides: Iterable[Mapping[str, Counted]] = (),
) -> Score:
    """Score what counts, against the mark of a growth step.

    ``sides`` are the same answers with everything provisional at one side's level: they widen the range
    (ruling 5). Not asked is left out, unknown counts 0 and 100 in the best case, not applicable is dropped.
    """
    marks = {tier: requirement(target_step, tier) or 0 for tier in TIERS}
    pillars = tuple(
        _pillar(questionnaire, index, counted, marks) for index in range(len(questionnaire.pillars))
    )
    whole = combine(
        (layout[0], part.figures) for layout, part in zip(questionnaire.layout, pillars, strict=True)
    )
    tally = merge(part.tally for part in pillars)
    headline = _is_headline(tally, [part.tally for part in pillars])
    displayed = _displayed(whole.score, tally) if headline else None
    return Score(
        score=whole.score,
        displayed=displayed,
        label=None if displayed is None else label_of(displayed),
        needed=whole.mark,
        range=_widened(whole, [score_alone(questionnaire, side) for side in sides]),
        strict_score=whole.strict,
        best_case=whole.best,
        coverage=tally.coverage,
        counts=_counts(tally),
        sureness=_sureness(tally),
        evidenced_share=tally.evidenced / tally.levels if tally.levels else None,
        pillars=tuple(part.pillar for part in pillars),
        shares=shares(questionnaire, counted),
    )


def score_alone(questionnaire: Questionnaire, counted: Mapping[str, Counted]) -> float | None:
    """Return nothing but the unrounded score."""
    return mean(
        (
            pillar_weight,
            mean((topic_weight, mean(points(questions, counted))) for topic_weight, questions in topics),
        )
        for pillar_weight, topics in questionnaire.layout
    )


def score_points(questionnaire: Questionnaire, given: Mapping[str, float]) -> float | None:
    """Return the score of points, 0 to 100 each, given by question; those not named are left out."""
    return mean(
        (
            pillar_weight,
            mean(
                (topic_weight, mean((weight, given.get(id_)) for id_, weight, _ in questions))
                for topic_weight, questions in topics
            ),
        )
        for pillar_weight, topics in questionnaire.layout
    )


def shares(questionnaire: Questionnaire, counted: Mapping[str, Counted]) -> dict[str, float]:
    """Return a_q, the share of the score that each scored question is; they sum to 1 (domain §2.3)."""
    return _shares(questionnaire, lambda id_: counted[id_].state in {"level", "unknown"})


def nominal_shares(questionnaire: Questionnaire) -> dict[str, float]:
    """Return a_q as if every question had a level."""
    return _shares(questionnaire, lambda _: True)


def _shares(questionnaire: Questionnaire, scored: Callable[[str], bool]) -> dict[str, float]:
    found: dict[str, float] = {}
    kept = [
        (pillar_weight, live)
        for pillar_weight, topics in questionnaire.layout
        if (live := [topic for t in topics if (topic := _scored(t, scored))[1]])
    ]
    all_pillars = sum(weight for weight, _ in kept)
    for pillar_weight, topics in kept:
        all_topics = sum(weight for weight, _ in topics)
        for topic_weight, questions in topics:
            all_questions = sum(weight for _, weight in questions)
            for id_, weight in questions:
                found[id_] = pillar_weight / all_pillars * topic_weight / all_topics * weight / all_questions
    return found


def _scored(topic: TopicLayout, scored: Callable[[str], bool]) -> tuple[float, list[tuple[str, float]]]:
    return topic[0], [(id_, weight) for id_, weight, _ in topic[1] if weight and scored(id_)]


@dataclass(frozen=True, slots=True)
class _Judged:
    pillar: PillarPart
    figures: Figures
    tally: Tally


def _pillar(
    questionnaire: Questionnaire, index: int, counted: Mapping[str, Counted], marks: Mapping[Tier, int]
) -> _Judged:
    pillar = questionnaire.pillars[index]
    weight, topics = questionnaire.layout[index]
    judged = [(topic_figures(layout, counted, marks)) for layout in topics]
    figures = combine((layout[0], part[0]) for layout, part in zip(topics, judged, strict=True))
    tally = merge(part[1] for part in judged)
    parts = tuple(
        _part(f"{pillar.id}.{topic.id}", topic.name, layout[0], part)
        for topic, layout, part in zip(pillar.topics, topics, judged, strict=True)
    )
    whole = _part(pillar.id, pillar.name, weight, (figures, tally))
    return _Judged(
        PillarPart(
            id=whole.id,
            name=whole.name,
            weight=whole.weight,
            score=whole.score,
            displayed=whole.displayed,
            label=whole.label,
            needed=whole.needed,
            range=whole.range,
            coverage=whole.coverage,
            counts=whole.counts,
            sureness=whole.sureness,
            topics=parts,
        ),
        figures,
        tally,
    )


def _part(id_: str, name: str, weight: float, judged: tuple[Figures, Tally]) -> Part:
    figures, tally = judged
    covered = (tally.coverage or 0.0) >= LEAST_PILLAR_COVERAGE
    displayed = _displayed(figures.score, tally) if covered else None
    return Part(
        id=id_,
        name=name,
        weight=weight,
        score=figures.score,
        displayed=displayed,
        label=None if displayed is None else label_of(displayed),
        needed=figures.mark,
        range=_widened(figures, []),
        coverage=tally.coverage,
        counts=_counts(tally),
        sureness=_sureness(tally),
    )


def _counts(tally: Tally) -> Counts:
    return Counts(
        levels=tally.levels,
        unknown=tally.unknown,
        not_applicable=tally.not_applicable,
        not_asked=tally.not_asked,
        provisional=tally.provisional,
    )


def _sureness(tally: Tally) -> Sureness:
    return Sureness(evidenced=tally.evidenced, informed=tally.informed, guess=tally.guess)


def _is_headline(whole: Tally, pillars: list[Tally]) -> bool:
    if whole.coverage is None or whole.coverage < LEAST_COVERAGE:
        return False
    return all(tally.coverage is None or tally.coverage >= LEAST_PILLAR_COVERAGE for tally in pillars)


def _displayed(value: float | None, tally: Tally) -> int | None:
    if value is None:
        return None
    return min(half_up(value), 99 if tally.below_proven else 100)


def _widened(figures: Figures, sides: list[float | None]) -> Range | None:
    if figures.score is None or figures.best is None:
        return None
    said = [value for value in sides if value is not None]
    margin = SPREAD * figures.error
    return Range(
        low=max(0.0, min([figures.score, *said]) - margin),
        high=min(100.0, max([figures.best, *said]) + margin),
    )
