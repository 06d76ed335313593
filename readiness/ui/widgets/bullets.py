"""Scores against what the target needs, one bullet bar a row."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_key import KeyMark, key_height, key_lines, paint_keys
from readiness.ui.widgets.chart_rows import ChartRows
from readiness.ui.widgets.numbers import half_up

_ROW: Final = 30
_TRACK: Final = 20
_BAR: Final = 10
_GAP: Final = 14
_NUMBER: Final = 44
_LEAST_BAR: Final = 200
_AXIS: Final = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One row, 0 to 100 throughout.

    ``displayed`` is the number printed, nothing where too little is known; the ``word`` then says why.
    ``is_weakest`` sets the name bold. ``last`` is where it stood before, and ``change`` what came of it in
    words. A row with a ``key`` leads somewhere.
    """

    name: str
    key: str = ""
    score: float | None = None
    low: float | None = None
    high: float | None = None
    needed: float | None = None
    last: float | None = None
    change: str = ""
    displayed: int | None = None
    word: str = ""
    is_weakest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """The rows, the words of the tick (“what 10× needs”) and of the ring, and what the list found."""

    rows: tuple[Bullet, ...] = ()
    needed_words: str = ""
    last_words: str = ""
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
    if value.last is not None:
        center = QPointF(track.left() + value.last * unit, track.center().y())
        drawing.ring(painter, center, 6, color("surface"), color("ink"))


class Bullets(Chart):
    """Name, bar, number; the range is a pale band, what is needed a thick tick, missing is dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = BulletList()
        self._rows = ChartRows(theme, self, "bullet")
        self._rows.chosen.connect(self.chosen)

    def set_value(self, value: BulletList) -> None:
        """Show other rows."""
        self._value = value
        self._rows.set_rows([(row.key, self._words(row)) for row in value.rows if row.key])
        self._tell(value.finding or self.tr("Scores"))
        self._place_rows()

    def table(self) -> ChartTable:
        """Return name, score, range and what is needed, with where it stood before where that is known."""
        headers: tuple[str, ...] = (
            self.tr("Name"),
            self.tr("Score"),
            self.tr("Plausible range"),
            self.tr("Needed"),
        )
        if self._value.last_words:
            headers = (*headers, self._value.last_words, self.tr("Change"))
        return ChartTable(headers, tuple(self._cells(row) for row in self._value.rows))

    def sizeHint(self) -> QSize:
        """Keys, axis and rows."""
        return QSize(self._theme.px(520), self.heightForWidth(max(self.width(), self._theme.px(340))))

    def minimumSizeHint(self) -> QSize:
        """Room for the names, up to long ones, and a short bar."""
        wanted = round(self._widest_name()) + self._theme.px(_LEAST_BAR)
        least = min(max(self._theme.px(340), wanted), self._theme.px(420))
        return QSize(least, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The keys wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as keys, axis and rows at a width."""
        return self._top(width) + len(self._value.rows) * self._pitch() + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows anew."""
        super().resizeEvent(event)
        self._place_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint keys, axis and rows."""
        left = self._names_width()
        track = QRectF(left, 0, self.width() - left - self._theme.px(_NUMBER), self._theme.px(_TRACK))
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._keys())
            self._paint_axis(painter, track)
            for index, row in enumerate(self._value.rows):
                top = self._top(self.width()) + index * self._pitch()
                self._paint_row(painter, row, track.translated(0, top + (self._pitch() - track.height()) / 2))

    def _paint_axis(self, painter: QPainter, track: QRectF) -> None:
        color = self._theme.color
        font = self._theme.font("caption")
        first = self._top(self.width())
        base = first - self._theme.px(6)
        bottom = first + len(self._value.rows) * self._pitch()
        for mark in _AXIS:
            x = round(track.left() + track.width() * mark / 100) + 0.5
            drawing.stroke(painter, QPointF(x, first), QPointF(x, bottom), color("line"))
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
        if self._value.last_words:
            keys.append(KeyMark("ring", self._value.last_words))
        return (*keys, KeyMark("band", self.tr("plausible range")))

    def _keys_of_rows(self) -> tuple[str, ...]:
        return tuple(row.key for row in self._value.rows)

    def _place_rows(self) -> None:
        top, pitch = self._top(self.width()), self._pitch()
        rects = [QRectF(0, top + i * pitch, self.width(), pitch) for i in range(len(self._value.rows))]
        self._rows.place(rects)

    def _names_width(self) -> float:
        return min(self._widest_name(), self.width() * 0.48)

    def _widest_name(self) -> float:
        metrics = QFontMetricsF(self._theme.font("bodyStrong"))
        return _GAP + max((metrics.horizontalAdvance(row.name) for row in self._value.rows), default=0.0)

    def _pitch(self) -> int:
        return self._theme.px(_ROW)

    def _top(self, width: int) -> int:
        return key_height(self._theme, key_lines(self._theme, width, self._keys())) + self._theme.px(24)

    def _words(self, row: Bullet) -> str:
        _, number, band, needed, *_ = self._cells(row)
        parts = [f"{row.name} {number}", self._value.needed_words and f"{self._value.needed_words} {needed}"]
        parts.append("" if band == "–" else self.tr("plausible range {0}").format(band))
        if row.last is not None:
            parts.append(f"{self._value.last_words} {half_up(row.last)}")
        return ", ".join(part for part in (*parts, row.change) if part)

    def _cells(self, row: Bullet) -> tuple[str, ...]:
        number = str(row.displayed) if row.displayed is not None else (row.word or "–")
        band = "–" if row.low is None or row.high is None else f"{half_up(row.low)}–{half_up(row.high)}"
        needed = "–" if row.needed is None else str(half_up(row.needed))
        cells = (row.name, number, band, needed)
        if not self._value.last_words:
            return cells
        return (*cells, "–" if row.last is None else str(half_up(row.last)), row.change or "–")
