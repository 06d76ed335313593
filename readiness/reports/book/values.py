"""The frozen values that a book is made of: sheets of plain cells, the same for every format."""

from dataclasses import dataclass
from typing import Literal

from readiness.domain.scoring import Part, Score

Kind = Literal["plain", "count", "score", "share", "times", "step"]
"""How a number is shown: as it is, whole, points with a decimal, per cent, a factor, a growth step."""

Role = Literal["group", "id", "name", "field"]
"""What a column is to its row: what it stands under, what it is called, its title, or something about it."""

Layout = Literal["facts", "records", "table", "page"]
"""How a sheet reads as a page: lines under headings, a block a row, a table, a page of our own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, unrounded."""

    value: float
    kind: Kind = "plain"


Cell = str | Figure | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, its width in characters, what it is to its row."""

    title: str
    width: float
    role: Role = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table under one row of titles. ``kept`` columns stay in view at the left.

    ``page`` is what our own page says, in Markdown, where the rows are its paragraphs.
    """

    name: str
    layout: Layout
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    kept: int = 0
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything an assessment says.

    ``made_on`` is an ISO date, or nothing where none is known; ``draft`` says that the assessment is open.
    """

    title: str
    made_on: str
    draft: str
    sheets: tuple[Sheet, ...]


def figure(value: float | None, kind: Kind = "plain") -> Figure | None:
    """Return a number as a cell, an empty one where there is none."""
    return None if value is None else Figure(float(value), kind)


def yes(claim: bool) -> str:  # noqa: FBT001 - the claim is all there is
    """Return a claim as a word that a filter can pick."""
    return "yes" if claim else "no"


def shown_score(figures: Part | Score) -> Figure | None:
    """Return a score, unrounded, only where enough is answered for one to be shown."""
    return None if figures.displayed is None else figure(figures.score, "score")
