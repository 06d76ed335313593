"""Draws on one canvas in points from the top left corner, in colours by their names."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from PIL.Image import Image
from reportlab.lib.utils import ImageReader

from readiness.reports.canvas import Decoration, TaggedCanvas
from readiness.reports.faces import seen
from readiness.reports.palette import Palette
from readiness.reports.structure import Node
from readiness.reports.text import Line, Style, baseline, fit, line

Align = Literal["left", "right", "centre"]
Point = tuple[float, float]


class Pen:
    """The one way onto paper."""

    def __init__(self, canvas: TaggedCanvas, palette: Palette, height: float) -> None:
        self._canvas = canvas
        self._palette = palette
        self._height = height

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """Draw what belongs to a structure element."""
        with self._canvas.content(node):
            yield

    @contextmanager
    def figure(self, node: Node, x: float, top: float, width: float, height: float) -> Iterator[None]:
        """Draw a figure within its box; its finding is its alternative text."""
        node.box = (x, self._height - top - height, x + width, self._height - top)
        with self._canvas.content(node):
            yield

    @contextmanager
    def decoration(self, kind: Decoration = "Layout") -> Iterator[None]:
        """Draw what a reader may skip."""
        with self._canvas.decoration(kind):
            yield

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
        made = line(text, style) if room is None else fit(text, style, room)
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
        self._prepare(fill, stroke, weight, dash)
        corner = min(radius, width / 2, height / 2)
        canvas, bottom = self._canvas, self._height - top - height
        if corner:
            canvas.roundRect(x, bottom, width, height, corner, stroke=int(bool(stroke)), fill=int(bool(fill)))
        else:
            canvas.rect(x, bottom, width, height, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def rule(self, start: Point, end: Point, colour: str, weight: float, *, cap: int = 0) -> None:
        """Draw a straight line."""
        self._prepare("", colour, weight, ())
        self._canvas.setLineCap(cap)
        self._canvas.line(start[0], self._height - start[1], end[0], self._height - end[1])
        self._canvas.setLineCap(0)

    def dashed(self, start: Point, end: Point, colour: str, weight: float) -> None:
        """Draw a straight line in dashes."""
        self._prepare("", colour, weight, (2.2, 1.8))
        self._canvas.line(start[0], self._height - start[1], end[0], self._height - end[1])

    def path(
        self, points: Sequence[Point], colour: str, weight: float, *, dash: Sequence[float] = ()
    ) -> None:
        """Draw a line through points."""
        self._prepare("", colour, weight, dash)
        path = self._canvas.beginPath()
        for index, (x, y) in enumerate(points):
            (path.lineTo if index else path.moveTo)(x, self._height - y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def dot(
        self, middle: Point, radius: float, *, fill: str = "", stroke: str = "", weight: float = 0.9
    ) -> None:
        """Draw a disc or a ring."""
        self._prepare(fill, stroke, weight, ())
        x, y = middle
        self._canvas.circle(x, self._height - y, radius, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def shape(
        self, points: Sequence[Point], *, fill: str = "", stroke: str = "", weight: float = 0.75
    ) -> None:
        """Draw a closed polygon."""
        self._prepare(fill, stroke, weight, ())
        path = self._canvas.beginPath()
        for index, (x, y) in enumerate(points):
            (path.lineTo if index else path.moveTo)(x, self._height - y)
        path.close()
        self._canvas.drawPath(path, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def hatch(self, box: tuple[float, float, float, float], colour: str, *, step: float = 3.2) -> None:
        """Draw diagonal lines through a box: a guess, in colour and in grey alike."""
        x, top, width, height = box
        if width <= 0:
            return
        canvas, bottom = self._canvas, self._height - top - height
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, bottom, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        self._prepare("", colour, 0.7, ())
        for index in range(int((width + height) / step) + 1):
            start = x - height + index * step
            canvas.line(start, bottom, start + height, bottom + height)
        canvas.restoreState()

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
        canvas = self._canvas
        for run in made.runs:
            text = canvas.beginText(round(x, 2), round(self._height - base, 2))
            text.setFont(run.face.name, run.style.size)
            text.setFillColorRGB(*self._palette[run.style.colour])
            if run.style.tracking:
                text.setCharSpace(run.style.tracking)
            text.textOut(run.text)
            if run.style.tracking:
                text.setCharSpace(0)
            canvas.drawText(text)
            x += run.width

    def _prepare(self, fill: str, stroke: str, weight: float, dash: Sequence[float]) -> None:
        canvas = self._canvas
        if fill:
            canvas.setFillColorRGB(*self._palette[fill])
        if stroke:
            canvas.setStrokeColorRGB(*self._palette[stroke])
            canvas.setLineWidth(weight)
            canvas.setDash(list(dash))
