"""Draws on one canvas in points from the top left corner, in colours by their names."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Literal

from PIL.Image import Image
from reportlab.lib.utils import ImageReader

from readiness.reports.canvas import Decoration, TaggedCanvas
from readiness.reports.faces import seen
from readiness.reports.ink import Ink, circle, line, rectangle, rounded
from readiness.reports.palette import Palette
from readiness.reports.structure import Node
from readiness.reports.text import Line, Style, as_drawn, baseline, fit
from readiness.reports.text import line as one_line

Align = Literal["left", "right", "centre"]
Point = tuple[float, float]
Draw = Callable[["Pen"], None]


class Pen:
    """The one way onto paper."""

    def __init__(self, canvas: TaggedCanvas, palette: Palette, height: float) -> None:
        self._canvas = canvas
        self._ink = Ink(canvas)
        self._palette = palette
        self._height = height

    def content(self, node: Node) -> AbstractContextManager[None]:
        """Draw what belongs to a structure element."""
        return self._canvas.content(node)

    def figure(
        self, node: Node, x: float, top: float, width: float, height: float
    ) -> AbstractContextManager[None]:
        """Draw a figure within its box; its finding is its alternative text."""
        node.box = (x, self._height - top - height, x + width, self._height - top)
        return self._canvas.content(node)

    def decoration(self, kind: Decoration = "Layout") -> AbstractContextManager[None]:
        """Draw what a reader may skip."""
        return self._canvas.decoration(kind)

    def line_of_text(self, made: Line, x: float, top: float) -> None:
        """Draw a prepared line whose top is given."""
        if not made.runs:
            return
        tallest = max((run.style for run in made.runs), key=lambda style: style.size)
        self._write(made, x, top + baseline(tallest))

    def text(
        self, text: str, style: Style, x: float, base: float, align: Align = "left", room: float | None = None
    ) -> float:
        """Draw a short text on a baseline, cut to the room if one is given, and return its width."""
        made = one_line(text, style) if room is None else fit(text, style, room)
        start = {"left": x, "right": x - made.width, "centre": x - made.width / 2}[align]
        self._write(made, start, base)
        return made.width

    def rect(
        self,
        box: tuple[float, float, float, float],
        *,
        fill: str = "",
        stroke: str = "",
        weight: float = 0.75,
        radius: float = 0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a box given by its left, top, width and height."""
        x, top, width, height = box
        if width <= 0 or height <= 0:
            return
        corner = min(radius, width / 2.01, height / 2.01)
        bottom = self._height - top - height
        if corner and fill and not stroke:
            self._soft((x, bottom, width, height), corner, fill)
            return
        path = rounded(x, bottom, width, height, corner) if corner else rectangle(x, bottom, width, height)
        self._paint(path, fill, stroke, weight, dash)

    def rule(self, start: Point, end: Point, colour: str, weight: float, *, cap: int = 0) -> None:
        """Draw a straight line."""
        self._paint(line((self._place(start), self._place(end))), "", colour, weight, cap=cap)

    def dashed(self, start: Point, end: Point, colour: str, weight: float) -> None:
        """Draw a straight line in dashes."""
        self._paint(line((self._place(start), self._place(end))), "", colour, weight, (2.2, 1.8))

    def path(
        self, points: Sequence[Point], colour: str, weight: float, *, dash: Sequence[float] = ()
    ) -> None:
        """Draw a line through points."""
        self._paint(line([self._place(point) for point in points]), "", colour, weight, dash)

    def dot(
        self, middle: Point, radius: float, *, fill: str = "", stroke: str = "", weight: float = 0.9
    ) -> None:
        """Draw a disc or a ring."""
        self._paint(circle(*self._place(middle), radius), fill, stroke, weight)

    def shape(
        self, points: Sequence[Point], *, fill: str = "", stroke: str = "", weight: float = 0.75
    ) -> None:
        """Draw a closed polygon."""
        path = line([self._place(point) for point in points], is_closed=True)
        self._paint(path, fill, stroke, weight)

    def hatch(self, box: tuple[float, float, float, float], colour: str, *, step: float = 3.2) -> None:
        """Draw diagonal lines through a box: a guess, in colour and in grey alike."""
        x, top, width, height = box
        if width <= 0:
            return
        bottom = self._height - top - height
        before = self._ink.clipped((x, bottom, width, height))
        starts = [x - height + index * step for index in range(int((width + height) / step) + 1)]
        path = " ".join(line(((at, bottom), (at + height, bottom + height))) for at in starts)
        self._paint(path, "", colour, 0.7)
        self._ink.unclipped(before)

    def stamp(self, name: str, x: float, top: float, size: tuple[float, float], draw: Draw) -> None:
        """Draw what is drawn often: once into a form of the document, and from there wherever it stands.

        ``name`` has to tell it from every other; ``draw`` is given a pen whose corner is at 0, 0.
        """
        width, height = size
        if not self._canvas.hasForm(name):
            self._canvas.beginForm(name, -1, -1, width + 1, height + 1)
            draw(Pen(self._canvas, self._palette, height))
            self._canvas.endForm()
        self._ink.stamp(name, x, self._height - top - height)

    def link(self, url: str, box: tuple[float, float, float, float], node: Node) -> None:
        """Make a box open a web address."""
        x, top, width, height = box
        self._canvas.link(url, (x, self._height - top - height, x + width, self._height - top), node)

    def goto(self, key: str, title: str, box: tuple[float, float, float, float], node: Node) -> None:
        """Make a box lead to another place of the document."""
        x, top, width, height = box
        sides = (x, self._height - top - height, x + width, self._height - top)
        self._canvas.goto(seen(key), seen(title), sides, node)

    def picture(self, picture: Image, box: tuple[float, float, float, float]) -> None:
        """Draw a picture that was checked before."""
        x, top, width, height = box
        self._canvas.drawImage(ImageReader(picture), x, self._height - top - height, width, height)

    def bookmark(self, title: str, key: str, level: int, top: float) -> None:
        """Put a place of this page into the outline."""
        self._canvas.bookmarkHorizontalAbsolute(seen(key), self._height - top)
        self._canvas.addOutlineEntry(seen(title), seen(key), level, closed=False)

    def _write(self, made: Line, x: float, base: float) -> None:
        for run in as_drawn(made):
            style = run.style
            self._ink.fill(self._palette[style.colour])
            at = self._height - base
            self._ink.text(run.face.name, style.size, style.tracking, run.text, x, at)
            x += run.width

    def _soft(self, box: tuple[float, float, float, float], corner: float, fill: str) -> None:
        """Fill a box with round corners: a smaller one with a wide, round edge is a fifth of the curves."""
        x, bottom, width, height = box
        colour = self._palette[fill]
        self._ink.fill(colour)
        self._ink.stroke(colour, 2 * corner, join=1)
        inner = rectangle(x + corner, bottom + corner, width - 2 * corner, height - 2 * corner, digits=2)
        self._ink.path(inner, is_filled=True, is_stroked=True)

    def _place(self, point: Point) -> Point:
        return point[0], self._height - point[1]

    def _paint(
        self, path: str, fill: str, stroke: str, weight: float, dash: Sequence[float] = (), cap: int = 0
    ) -> None:
        if fill:
            self._ink.fill(self._palette[fill])
        if stroke:
            self._ink.stroke(self._palette[stroke], weight, dash, cap)
        if fill or stroke:
            self._ink.path(path, is_filled=bool(fill), is_stroked=bool(stroke))
