"""The two pages of a portfolio, whatever the data: what has no room is counted, and stays in the sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from readiness.reports.blocks import note
from readiness.reports.flow import Piece, Placed, height_of
from readiness.reports.logo import Logo
from readiness.reports.portfolio_ask_blocks import AskFit, ask_blocks, matrix_rows
from readiness.reports.portfolio_facts import PortfolioPages
from readiness.reports.portfolio_stand_blocks import StandFit, stand_blocks
from readiness.reports.sheets import WIDTH, Sheet, Stationery
from readiness.reports.structure import Node

_WIDEST_GAP: Final = 16.0

_STAND_FITS: Final = (
    StandFit(blockers=9, changes=10, lines=2),
    StandFit(blockers=8, changes=8, lines=2),
    StandFit(blockers=7, changes=6, lines=2),
    StandFit(blockers=6, changes=5, lines=2),
    StandFit(blockers=5, changes=4, lines=2),
    StandFit(blockers=4, changes=3, lines=2),
    StandFit(blockers=4, changes=3, lines=1),
    StandFit(blockers=3, changes=2, lines=1, known=2),
    StandFit(blockers=2, changes=1, lines=1, known=1),
)
_ASK_FITS: Final = (
    AskFit(teams=14, buys=2, decisions=4, lines=2, rows=24, sure=5),
    AskFit(teams=12, buys=2, decisions=4, lines=2, rows=12, sure=5),
    AskFit(teams=10, buys=2, decisions=3, lines=2, rows=10, sure=5),
    AskFit(teams=10, buys=1, decisions=3, lines=2, rows=10, sure=4),
    AskFit(teams=8, buys=1, decisions=3, lines=1, rows=8, sure=4),
    AskFit(teams=6, buys=1, decisions=3, lines=1, rows=6, sure=3),
    AskFit(teams=5, buys=1, decisions=2, lines=1, rows=4, sure=3),
    AskFit(teams=4, buys=1, decisions=2, lines=1, rows=3, sure=2),
    AskFit(teams=2, buys=1, decisions=1, lines=1, rows=1, sure=1),
)
"""How the pages give way, from everything to what always fits."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """One page to fill: the paper around it, where it stands in the document, its place in the outline."""

    stationery: Stationery
    root: Node
    bookmark: Piece
    is_first: bool

    @property
    def room(self) -> float:
        return self.stationery.room(is_first=self.is_first)

    def sheet(self, label: str, section: Node, blocks: Sequence[Piece]) -> Sheet:
        """Place the blocks, with the air that is left between them."""
        self.root.children.append(section)
        spare = max(self.room - height_of(blocks), 0.0)
        air = min(spare / max(len(blocks) - 1, 1), _WIDEST_GAP)
        at = self.stationery.top(is_first=self.is_first)
        placed = [Placed(at, self.bookmark)]
        for index, block in enumerate(blocks):
            at += block.before + (air if index and block.before else 0.0) if index else 0.0
            placed.append(Placed(at, block))
            at += block.height
        return Sheet(label, tuple(placed), is_first=self.is_first)


def portfolio_sheets(
    facts: PortfolioPages,
    stationery: Stationery,
    root: Node,
    bookmarks: tuple[Piece, Piece],
    last_words: str,
    logo: Logo | None,
) -> list[Sheet]:
    """Lay both pages out."""
    first = _Frame(stationery, root, bookmarks[0], is_first=True)
    second = _Frame(stationery, root, bookmarks[1], is_first=False)
    return [_stand_sheet(facts, first, logo), _ask_sheet(facts, second, last_words)]


def _stand_sheet(facts: PortfolioPages, frame: _Frame, logo: Logo | None) -> Sheet:
    for fit in _STAND_FITS:
        section = Node("Sect")
        blocks = stand_blocks(facts.stand, section, fit, logo)
        if height_of(blocks) <= frame.room:
            break
    return frame.sheet("How the systems stand", section, blocks)


def _ask_sheet(facts: PortfolioPages, frame: _Frame, last_words: str) -> Sheet:
    for fit in _ASK_FITS:
        bare = [*ask_blocks(facts.ask, Node("Sect"), fit, 0), *_last(last_words, Node("Sect"))]
        rows = matrix_rows(facts.ask.matrix, frame.room - height_of(bare))
        if rows >= min(fit.rows, len(facts.ask.matrix.rows)):
            break
    section = Node("Sect")
    blocks = [*ask_blocks(facts.ask, section, fit, rows), *_last(last_words, section)]
    return frame.sheet("The ask", section, blocks)


def _last(words: str, section: Node) -> list[Piece]:
    return [note(words, section, WIDTH).after(4)] if words else []
