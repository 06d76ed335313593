"""The five anchors in full, side by side, with their keys: what the room reads before it answers."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter.fit import FITS, LEAST, Fit
from readiness.ui.pages.presenter.scene import Anchor
from readiness.ui.pages.presenter.stage_text import Face
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import mark_room, paint_side

_LEVELS: Final = 5
_PADDING: Final = 22
_STEPS: Final = (64, 34)
_MARK: Final = 44
_DESIGNED: Final = 330


class StageAnchors(Painted):
    """Cells of one frame; the level that the room agreed on is tinted and ticked, a private one never."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._anchors: tuple[Anchor, ...] = ()
        self._fit = FITS[0]
        self.setObjectName("room-levels")

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What is shown."""
        return self._anchors

    def show_anchors(self, anchors: tuple[Anchor, ...]) -> None:
        """Show the levels of a question."""
        self._anchors = anchors
        self.setAccessibleName(" ".join(self._spoken(anchor) for anchor in anchors))
        self.update()

    def set_fit(self, fit: Fit) -> None:
        """Take other sizes."""
        self._fit = fit
        self.update()

    def height_at(self, width: int) -> int:
        """Return how high the longest anchor makes the row."""
        room = self._cell(width) - 2 * self._padding()
        text = max((self._text().height(self._theme, one.text, room) for one in self._anchors), default=0)
        name = self._name().line(self._theme)
        return (
            self._padding() * 2 + self._head() + self._gap() + name + self._theme.px(6 * self._fit.air) + text
        )

    def designed_height(self) -> int:
        """Return how high it stands where there is room."""
        return self._theme.px(_DESIGNED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and its five cells."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            whole = QRectF(self.rect())
            drawing.box(painter, whole, 12, fill=color("surface"), line=color("line2"), width=1.5)
            for place, anchor in enumerate(self._anchors):
                left = place * self._cell(self.width())
                if place:
                    top = QPointF(left, 1.5)
                    drawing.stroke(painter, top, QPointF(left, self.height() - 1.5), color("line2"), 1.5)
                cell = QRectF(left, 0, self._cell(self.width()), self.height())
                self._paint_cell(painter, cell, anchor)

    def _paint_cell(self, painter: QPainter, cell: QRectF, anchor: Anchor) -> None:
        if anchor.is_chosen:
            color = self._theme.color
            inner = cell.adjusted(1, 1, -1, -1)
            drawing.box(painter, inner, 11, fill=color("accentTint"), line=color("accent"), width=4)
        pad = self._padding()
        left, room = cell.left() + pad, cell.width() - 2 * pad
        head = QRectF(left, pad, room, self._head())
        font = self._theme.font("presentNumber", size=self._fit.number)
        base = drawing.baseline(font, head.top(), head.height())
        drawing.words(painter, QPointF(left, base), str(anchor.number), font, self._theme.color("ink"))
        self._paint_corner(painter, head, anchor)
        top = head.bottom() + self._gap()
        end = self._name().paint(painter, self._theme, QPointF(left, top), anchor.name, room)
        end += self._theme.px(6 * self._fit.air)
        self._text().paint(painter, self._theme, QPointF(left, end), anchor.text, room)

    def _paint_corner(self, painter: QPainter, head: QRectF, anchor: Anchor) -> None:
        theme = self._theme
        if anchor.views:
            size = min(float(theme.px(_MARK)), head.height())
            x = head.right() - mark_room(size) / 2
            for view in reversed(anchor.views):
                paint_side(painter, theme, view.side, QPointF(x, head.center().y()), size)
                x -= mark_room(size) + 4
        elif anchor.is_chosen:
            side = min(float(theme.px(40)), head.height())
            place = QRectF(head.right() - side, head.center().y() - side / 2, side, side)
            drawing.tick(painter, place, theme.color("accent"), theme.px(4))
        else:
            self._paint_steps(painter, head, anchor.number)

    def _paint_steps(self, painter: QPainter, head: QRectF, number: int) -> None:
        share = min(1.0, head.height() / self._theme.px(56))
        wide, high = (self._theme.px(length) * share for length in _STEPS)
        gap = 3.0 * share
        one = (wide - 3 * gap) / 4
        for step in range(4):
            tall = high * (step + 1) / 4
            left = head.right() - wide + step * (one + gap)
            bar = QRectF(left, head.center().y() + high / 2 - tall, one, tall)
            drawing.box(painter, bar, 1.5, fill=self._theme.color("ink" if step < number else "line"))

    def _name(self) -> Face:
        return Face("presentBody", self._fit.body, 600, "ink")

    def _text(self) -> Face:
        return Face("presentBody", max(LEAST, self._fit.body - 3), 400, "ink2")

    def _head(self) -> int:
        return self._theme.px(max(self._fit.number, 38))

    def _gap(self) -> int:
        return self._theme.px(14 * self._fit.air)

    def _padding(self) -> int:
        return self._theme.px(max(12, _PADDING * self._fit.air))

    def _cell(self, width: float) -> float:
        return width / _LEVELS

    def _spoken(self, anchor: Anchor) -> str:
        who = ", ".join(view.name for view in anchor.views)
        chosen = self.tr("Agreed.") if anchor.is_chosen else ""
        words = f"{anchor.number}, {anchor.name}. {anchor.text}"
        return " ".join(part for part in (words, f"({who})" if who else "", chosen) if part)
