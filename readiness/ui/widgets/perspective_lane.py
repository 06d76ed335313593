"""The lane under the cards: where each side stands on the scale, and how far they are apart."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.level_row import GAP
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import mark_room, paint_side
from readiness.ui.widgets.side_view import SideView

_LEVELS: Final = 5
_HEIGHT: Final = 52
_MARK: Final = 38
_PILL: Final = 36
_LOW: Final = 0.75
_APART: Final = 2
"""Levels from which a difference is worth the room's time."""
_SLIDE: Final = 0.65
"""The share of the motion in which the marks slide; then the bridge draws."""


class PerspectiveLane(Painted):
    """Ticks stand under the middles of the cards above; the finding is its accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._views: tuple[SideView, ...] = ()
        self._done = 1.0
        self._scale = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_moved)
        self.setObjectName("perspective-lane")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def finding(self) -> str:
        """What the pill says: “2 levels apart”, “Same answer”, “Product does not know”."""
        placed = self._placed()
        if len(self._views) > 1 and len(placed) == len(self._views):
            apart = abs(placed[0][1] - placed[1][1])
            return self._apart_words(apart)
        if len(self._views) > 1 and not placed and self._views[0].words == self._views[1].words:
            return self.tr("Same answer")
        silent = [self._spoken(view) for view in self._views if view.level is None]
        if len(self._views) == 1 and not silent:
            return self.tr("Only {0} answers this").format(self._views[0].name)
        return ", ".join(silent)

    def show_views(self, views: tuple[SideView, ...]) -> None:
        """Show where the sides stand, at once."""
        self._motion.stop()
        self._views, self._done = views, 1.0
        self.setAccessibleName(self._sentence() if views else "")
        self.update()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Draw it smaller, where the words below need the height."""
        self._scale = _LOW if low else 1.0
        self.updateGeometry()
        self.update()

    def slide(self) -> None:
        """Let the marks slide out from the middle, then draw the bridge; without motion they are there."""
        duration = self._theme.duration("reveal")
        if duration and self._placed():
            self._done = 0.0
            self._motion.setDuration(duration)
            self._motion.start()

    def sizeHint(self) -> QSize:
        """As wide as the cards."""
        return QSize(5 * 203 + 4 * GAP, self._high(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The row of cards decides."""
        return QSize(240, self._high(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, bridge, pill and marks."""
        with drawing.painting(self) as painter:
            self._paint_scale(painter)
            if self._done >= 1.0 or self._done > _SLIDE:
                self._paint_bridge(painter)
            if self._done >= 1.0:
                self._paint_pill(painter)
            for view, place in self._places():
                paint_side(painter, self._theme, view.side, place, self._mark(), halo=True)

    def _paint_scale(self, painter: QPainter) -> None:
        color, middle = self._theme.color("line2"), self.height() / 2
        drawing.stroke(painter, self._at(0), self._at(_LEVELS - 1), color, 1.5)
        for level in range(_LEVELS):
            x = self._at(level).x()
            drawing.stroke(painter, QPointF(x, middle - 6), QPointF(x, middle + 6), color, 1.5)

    def _paint_bridge(self, painter: QPainter) -> None:
        placed = self._placed()
        if len(placed) < len(self._views) or len(placed) < _APART or placed[0][1] == placed[1][1]:
            return
        start, end = self._at(placed[0][1]), self._at(placed[1][1])
        drawn = min(1.0, (self._done - _SLIDE) / (1 - _SLIDE))
        tip = start + (end - start) * drawn
        drawing.stroke(painter, start, tip, self._theme.color("ink"), 5)

    def _paint_pill(self, painter: QPainter) -> None:
        color, words, font = self._theme.color, self.finding, self._pill_font()
        is_wide_apart = self._gap() >= _APART
        fill, line = ("attention", "attentionLine") if is_wide_apart else ("surface", "line2")
        pill = self._pill(words, font)
        drawing.box(painter, pill, pill.height() / 2, fill=color(fill), line=color(line), width=1.25)
        ink = color("onAttention" if is_wide_apart else "ink")
        at = QPointF(pill.center().x(), drawing.baseline(font, pill.top(), pill.height()))
        drawing.words(painter, at, words, font, ink, drawing.CENTER, room=pill.width() - 16)

    def _pill(self, words: str, font: QFont) -> QRectF:
        """Between the marks where it has room, else beside them, where the scale is longer."""
        high = float(self._high(_PILL))
        wide = QFontMetricsF(font).horizontalAdvance(words) + self._theme.px(24)
        xs = sorted(place.x() for _, place in self._places())
        center = self.width() / 2
        if xs:
            clear = mark_room(self._mark()) / 2 + 6
            between = xs[-1] - xs[0] - 2 * clear
            if len(xs) > 1 and between >= wide:
                center = (xs[0] + xs[-1]) / 2
            elif self.width() - xs[-1] > xs[0]:
                center = xs[-1] + clear + 8 + wide / 2
            else:
                center = xs[0] - clear - 8 - wide / 2
        left = min(max(0.0, center - wide / 2), max(0.0, self.width() - wide))
        return QRectF(left, (self.height() - high) / 2, min(wide, self.width()), high)

    def _places(self) -> list[tuple[SideView, QPointF]]:
        """Return the middles of the marks; two on one spot stand beside each other."""
        placed, middle = self._placed(), self._at((_LEVELS - 1) / 2)
        slid = min(1.0, self._done / _SLIDE)
        found = []
        for place, (view, level) in enumerate(placed):
            goal = self._at(level)
            if len(placed) > 1 and placed[0][1] == placed[1][1]:
                goal.setX(goal.x() + (place - 0.5) * (mark_room(self._mark()) + 2))
            found.append((view, middle + (goal - middle) * slid))
        return found

    def _placed(self) -> list[tuple[SideView, int]]:
        return [(view, view.level) for view in self._views if view.level is not None]

    def _gap(self) -> int:
        placed = self._placed()
        return abs(placed[0][1] - placed[1][1]) if len(placed) > 1 else 0

    def _at(self, level: float) -> QPointF:
        card = (self.width() - (_LEVELS - 1) * GAP) / _LEVELS
        x = level * (card + GAP) + card / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QPointF(self.width() - x if mirrored else x, self.height() / 2)

    def _mark(self) -> float:
        return float(self._high(_MARK))

    def _high(self, designed: int) -> int:
        return round(self._theme.px(designed) * self._scale)

    def _pill_font(self) -> QFont:
        return self._theme.font("bodyStrong" if self._scale < 1 else "section")

    def _spoken(self, view: SideView) -> str:
        return f"{view.name} {view.said}"

    def _sentence(self) -> str:
        said, finding = ", ".join(self._spoken(view) for view in self._views), self.finding
        return said if finding in said else f"{said}, {finding[:1].lower()}{finding[1:]}"

    def _apart_words(self, apart: int) -> str:
        if not apart:
            return self.tr("Same answer")
        return self.tr("1 level apart") if apart == 1 else self.tr("{0} levels apart").format(apart)

    def _on_moved(self, value: object) -> None:
        if isinstance(value, float):
            self._done = value
            self.update()
