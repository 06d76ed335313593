"""What each answer gives to a score: as long as what it could give, filled as far as it does."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_key import KeyMark, key_height, paint_keys
from readiness.ui.widgets.chart_rows import ChartRows

_ROW: Final = 34
_BAR: Final = 14
_GAP: Final = 14
_STATE: Final = 104
_ID: Final = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """One answer: the points it gives of the most it could, in figures and in words."""

    key: str
    name: str
    state: str
    points: float
    most: float
    points_words: str
    most_words: str
    share_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingList:
    """All answers, the largest first; the first ``shown`` are drawn, the table has all."""

    rows: tuple[Giving, ...] = ()
    shown: int = 0
    finding: str = ""


class Contributions(Chart):
    """Question, answer, bar and number, one row an answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = GivingList()
        self._rows = ChartRows(theme, self, "gives")
        self._rows.chosen.connect(self.chosen)

    def set_value(self, value: GivingList) -> None:
        """Show other rows."""
        self._value = value
        self._rows.set_rows([(row.key, self._words(row)) for row in self._drawn])
        self._tell(value.finding or self.tr("What the answers give"))
        self._place_rows()

    def table(self) -> ChartTable:
        """Return every answer: question, answer, share, what it gives, what it could."""
        headers = (
            self.tr("Question"),
            self.tr("Answer"),
            self.tr("Share"),
            self.tr("Gives"),
            self.tr("At most"),
        )
        rows = tuple(
            (f"{row.key} {row.name}", row.state, row.share_words, row.points_words, row.most_words)
            for row in self._value.rows
        )
        return ChartTable(headers, rows)

    def sizeHint(self) -> QSize:
        """Keys and rows."""
        return QSize(self._theme.px(640), self._top() + len(self._drawn) * self._pitch())

    def minimumSizeHint(self) -> QSize:
        """Room for a short bar."""
        return QSize(self._theme.px(420), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows anew."""
        super().resizeEvent(event)
        self._place_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint keys and rows."""
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._keys())
            for index, row in enumerate(self._drawn):
                self._paint_row(painter, row, self._top() + index * self._pitch())

    def _paint_row(self, painter: QPainter, row: Giving, top: float) -> None:
        color, px = self._theme.color, self._theme.px
        font, quiet = self._theme.font("caption", weight=500), self._theme.font("caption")
        base = drawing.baseline(font, top, self._pitch())
        names, number = self._names_width(), self._number_width()
        id_ = px(_ID)
        drawing.words(painter, QPointF(0, base), row.key, font, color("ink2"), room=id_ - 6)
        drawing.words(painter, QPointF(id_, base), row.name, font, color("ink"), room=names - _GAP - id_)
        drawing.words(painter, QPointF(names, base), row.state, quiet, color("ink2"), room=px(_STATE) - 8)
        left = names + px(_STATE)
        track = QRectF(left, top + (self._pitch() - px(_BAR)) / 2, self.width() - left - number, px(_BAR))
        self._paint_bar(painter, row, track)
        right = QPointF(self.width() - 2, base)
        drawing.words(
            painter, right, self._number(row), self._theme.font("label"), color("ink"), drawing.RIGHT
        )

    def _paint_bar(self, painter: QPainter, row: Giving, track: QRectF) -> None:
        widest = max((one.most for one in self._value.rows), default=0.0) or 1.0
        whole = QRectF(track.left(), track.top(), track.width() * row.most / widest, track.height())
        drawing.box(painter, whole, 3, fill=self._theme.color("sunken"))
        given = QRectF(track.left(), track.top(), track.width() * row.points / widest, track.height())
        if given.width() > 0:
            drawing.box(painter, given, 3, fill=self._theme.color("accent"))

    @property
    def _drawn(self) -> tuple[Giving, ...]:
        return self._value.rows[: self._value.shown]

    def _keys(self) -> tuple[KeyMark, ...]:
        return (KeyMark("full", self.tr("gives")), KeyMark("empty", self.tr("left up to Proven")))

    def _keys_of_rows(self) -> tuple[str, ...]:
        return tuple(row.key for row in self._value.rows)

    def _words(self, row: Giving) -> str:
        told = self.tr("{0} {1}, {2}, gives {3} of {4} points")
        return told.format(row.key, row.name, row.state, row.points_words, row.most_words)

    def _number(self, row: Giving) -> str:
        return self.tr("{0} of {1}").format(row.points_words, row.most_words)

    def _number_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font("label"))
        return _GAP + max((metrics.horizontalAdvance(self._number(row)) for row in self._drawn), default=0.0)

    def _names_width(self) -> float:
        return self.width() * 0.46

    def _place_rows(self) -> None:
        top, pitch = self._top(), self._pitch()
        self._rows.place([QRectF(0, top + i * pitch, self.width(), pitch) for i in range(len(self._drawn))])

    def _pitch(self) -> int:
        return self._theme.px(_ROW)

    def _top(self) -> int:
        return key_height(self._theme) + self._theme.px(8)
