"""Scores against what the target needs, one bullet bar a row."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_key import KeyMark, key_height, paint_keys
from readiness.ui.widgets.numbers import half_up

_ROW: Final = 30
_TRACK: Final = 20
_BAR: Final = 10
_GAP: Final = 14
_NUMBER: Final = 44
_AXIS: Final = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One row, 0 to 100 throughout.

    ``displayed`` is the number printed, nothing where too little is known; the ``word`` then says why.
    ``is_weakest`` sets the name bold.
    """

    name: str
    score: float | None = None
    low: float | None = None
    high: float | None = None
    needed: float | None = None
    displayed: int | None = None
    word: str = ""
    is_weakest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """The rows, the words of the tick (“what 10× needs”) and what the list found."""

    rows: tuple[Bullet, ...] = ()
    needed_words: str = ""
    finding: str = ""


def paint_bullet(painter: QPainter, theme: Theme, track: QRectF, value: Bullet) -> None:
    """Paint one bar into its track: range band, bar, and the mark that is needed."""
    color = theme.color
    unit = track.width() / 100
    known = value.displayed is not None and value.score is not None
    if known or value.low is not None:
        drawing.box(painter, track, 3, fill=color("sunken"))
    else:
        drawing.box(painter, track, 3, line=color("line2"), dash=(3, 3))
    if value.low is not None and value.high is not None:
        band = QRectF(
            track.left() + value.low * unit, track.top(), (value.high - value.low) * unit, track.height()
        )
        drawing.box(painter, band, 2, fill=color("accentSoft"))
    if known:
        thick = track.height() / 2
        bar = QRectF(track.left(), track.center().y() - thick / 2, (value.score or 0) * unit, thick)
        drawing.box(painter, bar, 1.5, fill=color("accent"))
    if value.needed is not None:
        x = track.left() + value.needed * unit
        top, bottom = QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3)
        drawing.stroke(painter, top, bottom, color("ink"), 3, rounded=True)


class Bullets(Chart):
    """Name, bar, number; the range is a pale band, what is needed a thick tick, missing is dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = BulletList()

    def set_value(self, value: BulletList) -> None:
        """Show other rows."""
        self._value = value
        self._tell(value.finding or self.tr("Scores"))

    def table(self) -> ChartTable:
        """Return name, score, range and what is needed."""
        headers = (self.tr("Name"), self.tr("Score"), self.tr("Plausible range"), self.tr("Needed"))
        return ChartTable(headers, tuple(self._cells(row) for row in self._value.rows))

    def sizeHint(self) -> QSize:
        """Keys, axis and rows."""
        return QSize(self._theme.px(520), self._top() + len(self._value.rows) * self._pitch() + 4)

    def minimumSizeHint(self) -> QSize:
        """Room for a short bar."""
        return QSize(self._theme.px(300), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint keys, axis and rows."""
        left = self._names_width()
        track = QRectF(left, 0, self.width() - left - self._theme.px(_NUMBER), self._theme.px(_TRACK))
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._keys())
            self._paint_axis(painter, track)
            for index, row in enumerate(self._value.rows):
                top = self._top() + index * self._pitch()
                self._paint_row(painter, row, track.translated(0, top + (self._pitch() - track.height()) / 2))

    def _paint_axis(self, painter: QPainter, track: QRectF) -> None:
        color = self._theme.color
        font = self._theme.font("caption")
        base = self._top() - self._theme.px(6)
        bottom = self._top() + len(self._value.rows) * self._pitch()
        for mark in _AXIS:
            x = round(track.left() + track.width() * mark / 100) + 0.5
            drawing.stroke(painter, QPointF(x, self._top()), QPointF(x, bottom), color("line"))
            drawing.words(painter, QPointF(x, base), str(mark), font, color("ink3"), drawing.CENTER)

    def _paint_row(self, painter: QPainter, row: Bullet, track: QRectF) -> None:
        color = self._theme.color
        font = self._theme.font("bodyStrong" if row.is_weakest else "body")
        base = drawing.baseline(font, track.top(), track.height())
        drawing.words(painter, QPointF(0, base), row.name, font, color("ink"), room=track.left() - _GAP)
        paint_bullet(painter, self._theme, track, row)
        if row.displayed is None and row.word:
            quiet = self._theme.font("caption")
            at = QPointF(track.left() + 8, drawing.baseline(quiet, track.top(), track.height()))
            if row.low is None or row.low > 45:
                drawing.words(painter, at, row.word, quiet, color("ink2"), room=track.width() - 16)
            else:
                right = QPointF(track.right() - 8, at.y())
                drawing.words(painter, right, row.word, quiet, color("ink2"), drawing.RIGHT)
        number = "–" if row.displayed is None else str(row.displayed)
        strong = self._theme.font("section")
        tone = color("ink3" if row.displayed is None else "ink")
        drawing.words(painter, QPointF(self.width() - 2, base), number, strong, tone, drawing.RIGHT)

    def _keys(self) -> tuple[KeyMark, ...]:
        keys = [KeyMark("tick", self._value.needed_words)] if self._value.needed_words else []
        return (*keys, KeyMark("band", self.tr("plausible range")))

    def _names_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font("bodyStrong"))
        widest = max((metrics.horizontalAdvance(row.name) for row in self._value.rows), default=0.0)
        return min(widest + _GAP, self.width() * 0.4)

    def _pitch(self) -> int:
        return self._theme.px(_ROW)

    def _top(self) -> int:
        return key_height(self._theme) + self._theme.px(24)

    def _cells(self, row: Bullet) -> tuple[str, ...]:
        number = str(row.displayed) if row.displayed is not None else (row.word or "–")
        band = "–" if row.low is None or row.high is None else f"{half_up(row.low)}–{half_up(row.high)}"
        needed = "–" if row.needed is None else str(half_up(row.needed))
        return row.name, number, band, needed
