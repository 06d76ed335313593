"""An exported review as it stands in its file, each part with the line it was read from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from readiness.domain.period import Period

_NONE: Final = "none of "


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the file says a category, or the whole, came to: “Critical”, “23/100”; empty if not assessed."""

    name: str
    band: str
    score: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What is recommended in a category, and the weight its maker gives it; none where the file has none."""

    category: str
    text: str
    link: str
    weight: float | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """One possible answer of a question, and whether it was selected."""

    text: str
    selected: bool
    note: str
    line: int

    @property
    def stands_alone(self) -> bool:
        """Whether it means “none of the above”."""
        return self.text.casefold().startswith(_NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with its possible answers."""

    category: str
    text: str
    answers: tuple[Possible, ...]

    @property
    def line(self) -> int:
        """The line of its first answer."""
        return self.answers[0].line

    @property
    def lists_practices(self) -> bool:
        """Whether every answer is a practice of its own, which a “none of the above” among them tells.

        Without one the answers exclude each other, and the file does not say which of them is better.
        """
        usual = [answer for answer in self.answers if not answer.stands_alone]
        return bool(usual) and len(usual) < len(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The whole; ``taken`` is the day it was exported, as far as the title says it."""

    title: str
    taken: str = ""
    period: Period | None = None
    results: tuple[Result, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    questions: tuple[Asked, ...] = ()

    def categories(self) -> Iterator[tuple[str, tuple[Asked, ...]]]:
        """Yield each category with its questions, in the order of the file."""
        order = {name: place for place, name in enumerate(dict.fromkeys(q.category for q in self.questions))}
        by_category = sorted(self.questions, key=lambda question: order[question.category])
        for name, asked in groupby(by_category, key=lambda question: question.category):
            yield name, tuple(asked)
