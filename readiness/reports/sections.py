"""What stands in a report: one entry a section, in the order chosen, each with its name and its pieces."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from readiness.reports.answers_page import answers_pieces
from readiness.reports.change_page import change_pieces
from readiness.reports.detail_page import detail_pieces
from readiness.reports.facts import ReportContent
from readiness.reports.flow import Piece
from readiness.reports.method_page import method_pieces
from readiness.reports.options import Page
from readiness.reports.plan_page import plan_pieces
from readiness.reports.risk_page import risk_pieces
from readiness.reports.scorecard_page import guard_pieces, scorecard_pieces
from readiness.reports.sides_page import sides_pieces
from readiness.reports.structure import Node


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name in head and outline, its finding, its pieces, and the entry it belongs under."""

    title: str
    finding: str
    pieces: list[Piece]
    level: int = 0


_Maker = Callable[[ReportContent, Node], Iterator[Section]]


def sections(content: ReportContent, root: Node, room: float) -> list[Section]:
    """Return the sections that there is something to say in; page 1 and the contents are none.

    ``room`` is the height of a page: some sections say the same more closely where that makes them one page.
    """
    made: Mapping[Page, _Maker] = {**_MADE, "pillars": partial(_pillars, room=room)}
    return [section for page in content.pages if page in made for section in made[page](content, root)]


def _scorecard(content: ReportContent, root: Node) -> Iterator[Section]:
    facts = content.scorecard
    if facts is not None:
        yield Section("Scorecard", facts.title, scorecard_pieces(facts, root))
        yield Section(
            "Gates and limits", facts.gates_title, guard_pieces(facts, root, cautions=content.risks is None)
        )


def _change(content: ReportContent, root: Node) -> Iterator[Section]:
    facts = content.change
    if facts is not None:
        yield Section(f"Changes since {facts.since}", facts.title, change_pieces(facts, root))


def _risks(content: ReportContent, root: Node) -> Iterator[Section]:
    if content.risks is not None:
        yield Section("Top risks", content.risks.title, risk_pieces(content.risks, root))


def _roadmap(content: ReportContent, root: Node) -> Iterator[Section]:
    if content.plan is not None:
        yield Section("Roadmap by quarter", content.plan.title, plan_pieces(content.plan, root))


def _alignment(content: ReportContent, root: Node) -> Iterator[Section]:
    if content.sides is not None:
        yield Section("Two views", content.sides.title, sides_pieces(content.sides, root))


def _pillars(content: ReportContent, root: Node, room: float) -> Iterator[Section]:
    for facts in content.details:
        yield Section(f"Pillar: {facts.name}", facts.title, detail_pieces(facts, root, room))


def _method(content: ReportContent, root: Node) -> Iterator[Section]:
    if content.method is not None:
        yield Section("Method", content.method.title, method_pieces(content.method, root))


def _answers(content: ReportContent, root: Node) -> Iterator[Section]:
    if content.answers is not None:
        yield Section("All answers", content.answers.note, answers_pieces(content.answers, root))


_MADE: Final[Mapping[Page, _Maker]] = {
    "scorecard": _scorecard,
    "change": _change,
    "risks": _risks,
    "roadmap": _roadmap,
    "alignment": _alignment,
    "method": _method,
    "answers": _answers,
}
