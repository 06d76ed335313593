"""What a report knows beside its own assessment: the quarters before it, its plan, and its edited words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from readiness.domain.comparison import Comparison
from readiness.domain.outcome import Outcome
from readiness.domain.roadmap import Roadmap
from readiness.domain.trend import Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Each is absent where there is none: a first quarter has no comparison, terms may make no plan.

    ``before`` is the older outcome of the comparison. ``words`` are people’s own words by the key of the
    sentence that they stand for; ``ready`` names the sides that pressed “ready to send”. ``completion`` is
    the share of last quarter’s plan that was delivered, where that was measured.
    """

    comparison: Comparison | None = None
    before: Outcome | None = None
    trend: Trend | None = None
    roadmap: Roadmap | None = None
    completion: float | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    ready: tuple[str, ...] = ()

    def said(self, key: str, generated: str) -> str:
        """Return what people wrote in place of a sentence, or the sentence."""
        return self.words.get(key) or generated


NOTHING: Background = Background()
