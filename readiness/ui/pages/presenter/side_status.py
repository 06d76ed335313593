"""Who has answered, while answers are hidden: never what."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.presenter.fit import FITS, Fit
from readiness.ui.pages.presenter.scene import SideState
from readiness.ui.pages.presenter.stage_text import Face
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import mark_room, paint_side

_TINTS: Final = {"product": "productTint", "engineering": "engineeringTint"}


class SideStatus(Painted):
    """A part for each side: its mark, its name, “answered” with a lock, “your turn” in its colour."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self._sides: tuple[SideState, ...] = ()
        self._fit = FITS[0]
        self.setObjectName("room-sides")

    def show_sides(self, sides: tuple[SideState, ...]) -> None:
        """Show how far the sides are."""
        self._sides = sides
        self.setAccessibleName(", ".join(f"{side.name} {side.words}" for side in sides))
        self.update()

    def set_fit(self, fit: Fit) -> None:
        """Take other sizes."""
        self._fit = fit
        self.update()

    def height_at(self, _width: int) -> int:
        """Return how high a part is; nothing where no side is to be told of."""
        return self._theme.px(64 if self._fit.air >= 0.5 else 52) if self._sides else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint part beside part."""
        x, gap = 0.0, self._theme.px(20)
        with drawing.painting(self) as painter:
            for side in self._sides:
                room = (self.width() - gap * (len(self._sides) - 1)) / len(self._sides)
                x += self._paint_side(painter, side, x, room) + gap

    def _paint_side(self, painter: QPainter, side: SideState, left: float, room: float) -> float:
        theme, gap, high = self._theme, self._theme.px(14), float(self.height())
        strong, plain = (Face("presentBody", self._fit.body, weight, "") for weight in (600, 400))
        mark, lock = max(high * 0.6, float(theme.px(38))), high * 0.4
        beside = mark_room(mark) + 2 * gap + theme.px(40) + (lock + gap if side.is_locked else 0)
        words = plain.width(theme, side.words)
        name = min(strong.width(theme, side.name), room - beside - words)
        frame = QRectF(left, 0, name + words + beside, high)
        self._paint_frame(painter, frame, side)
        x = left + theme.px(16) + mark_room(mark) / 2
        paint_side(painter, theme, side.side, QPointF(x, high / 2), mark)
        x += mark_room(mark) / 2 + gap
        base = drawing.baseline(strong.font(theme), 0, high)
        ink, ink2 = theme.color("ink"), theme.color("ink2")
        drawing.words(painter, QPointF(x, base), side.name, strong.font(theme), ink, room=name + 1)
        x += name + gap
        drawing.words(painter, QPointF(x, base), side.words, plain.font(theme), ink2)
        if side.is_locked:
            place = QRectF(x + words + gap, (high - lock) / 2, lock, lock)
            self._icons.paint(painter, place, "lock", ink2)
        return frame.width()

    def _paint_frame(self, painter: QPainter, frame: QRectF, side: SideState) -> None:
        color = self._theme.color
        if side.is_turn:
            fill, line = color(_TINTS[side.side]), color(side.side)
            drawing.box(painter, frame, 12, fill=fill, line=line, width=3)
        else:
            drawing.box(painter, frame, 12, fill=color("surface"), line=color("line2"), width=1.5)
