"""The score: a number, its band in words, the plausible range and the mark that the target needs."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.bullets import Bullet, paint_bullet
from readiness.ui.widgets.chart import Chart, ChartTable

_NUMBER: Final = 76
_TOP: Final = 66
_SWATCH: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Hero:
    """The score and its words.

    ``displayed`` is nothing under 80 % coverage; ``note`` then says “31 of 74 asked”. ``band`` is 0 to 4.
    """

    displayed: int | None = None
    label: str = ""
    band: int | None = None
    range_words: str = ""
    score: float | None = None
    low: float | None = None
    high: float | None = None
    needed: float | None = None
    needed_words: str = ""
    note: str = ""


class ScoreHero(Chart):
    """One large number and what it means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = Hero()
        self._tell(self._finding())

    def set_value(self, value: Hero) -> None:
        """Show another score."""
        self._value = value
        self._tell(self._finding())

    def table(self) -> ChartTable:
        """Return score, label, range and what is needed."""
        value = self._value
        rows = (
            (self.tr("Score"), self._number()),
            (self.tr("Label"), value.label or "–"),
            (self.tr("Range"), value.range_words or "–"),
            (self.tr("Needed"), value.needed_words or "–"),
        )
        noted = ((self.tr("Note"), value.note),) if value.note else ()
        return ChartTable((self.tr("Figure"), self.tr("Value")), rows + noted)

    def sizeHint(self) -> QSize:
        """Number, bar and foot."""
        px = self._theme.px
        return QSize(px(330), px(_TOP) + px(16) + px(26) + px(8) + px(24))

    def minimumSizeHint(self) -> QSize:
        """Room for number and label."""
        return QSize(self._theme.px(240), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number, label, bar and foot."""
        px = self._theme.px
        with drawing.painting(self) as painter:
            known = self._value.displayed is not None
            self._paint_label(painter, self._paint_number(painter) + px(16) if known else 0.0)
            track = QRectF(0, px(_TOP) + px(16) + 3, self.width(), px(20))
            paint_bullet(painter, self._theme, track, self._as_bullet())
            self._paint_foot(painter, track.bottom() + px(8))

    def _paint_number(self, painter: QPainter) -> float:
        font = self._theme.font("hero", size=_NUMBER)
        metrics = QFontMetricsF(font)
        base = (self._theme.px(_TOP) + metrics.capHeight()) / 2
        shift = self._theme.px(3)
        at = QPointF(-shift, base)
        return drawing.words(painter, at, self._number(), font, self._theme.color("ink")) - shift

    def _paint_label(self, painter: QPainter, left: float) -> None:
        color, px = self._theme.color, self._theme.px
        value = self._value
        title, quiet = self._theme.font("title"), self._theme.font("caption")
        first = px(10) + 0.0
        x = left
        if value.band is not None:
            side = float(px(_SWATCH))
            swatch = QRectF(x, first + (px(24) - side) / 2, side, side)
            drawing.box(painter, swatch, 4, fill=self._theme.ramp(value.band)[0])
            x += side + px(8)
        at = QPointF(x, drawing.baseline(title, first, px(24)))
        words = value.label or value.note
        drawing.words(painter, at, words, title, color("ink"), room=self.width() - x)
        at = QPointF(left, drawing.baseline(quiet, first + px(26), px(20)))
        drawing.words(painter, at, value.range_words, quiet, color("ink2"), room=self.width() - left)

    def _paint_foot(self, painter: QPainter, top: float) -> None:
        color, font = self._theme.color, self._theme.font("caption")
        base = drawing.line_baseline(font, top, self._theme.px(20))
        taken = drawing.words(
            painter, QPointF(self.width(), base), self._value.needed_words, font, color("ink2"), drawing.RIGHT
        )
        if self._value.label and self._value.note:
            room = self.width() - taken - 12
            drawing.words(painter, QPointF(0, base), self._value.note, font, color("ink2"), room=room)

    def _as_bullet(self) -> Bullet:
        value = self._value
        return Bullet(
            name="",
            score=value.score,
            low=value.low,
            high=value.high,
            needed=value.needed,
            displayed=value.displayed,
        )

    def _number(self) -> str:
        return "–" if self._value.displayed is None else str(self._value.displayed)

    def _finding(self) -> str:
        value = self._value
        number = (
            self.tr("No score yet")
            if value.displayed is None
            else self.tr("Score {0}").format(value.displayed)
        )
        return ", ".join(part for part in (number, value.label, value.range_words, value.note) if part)
