"""What many systems have in common: a gate that is open, a topic that is exposed."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_rows import ChartRows

_ROW: Final = 41
_BAR: Final = 6
_TRACK: Final = 64
_INSET: Final = 6
_ROOMY: Final = 330


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSpot:
    """One row: what, where it belongs, in how many of how many; ``words`` is all of it as a sentence."""

    key: str
    title: str
    detail: str
    count: int
    of: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSpots:
    """The rows and what they found."""

    rows: tuple[SharedSpot, ...] = ()
    finding: str = ""


class SharedSpotsChart(Chart):
    """Rows with a small bar; ↑ and ↓ move, Enter shows which systems a row is about."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = SharedSpots()
        self._rows = ChartRows(theme, self, name)
        self._rows.chosen.connect(self.chosen)

    def set_value(self, value: SharedSpots) -> None:
        """Show other rows."""
        self._value = value
        self._rows.set_rows([(row.key, f"{row.words}, {row.detail}") for row in value.rows])
        self._tell(value.finding)
        self._place_rows()

    def table(self) -> ChartTable:
        """Return the counts."""
        heads = (self.tr("What"), self.tr("Where"), self.tr("Systems"), self.tr("Of"))
        return ChartTable(
            heads, tuple((row.title, row.detail, str(row.count), str(row.of)) for row in self._value.rows)
        )

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(self._theme.px(280), max(1, len(self._value.rows)) * self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Room for short words and the bar."""
        return QSize(self._theme.px(220), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows over what is painted."""
        super().resizeEvent(event)
        self._place_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        with drawing.painting(self) as painter:
            for place, row in enumerate(self._value.rows):
                self._paint_row(painter, row, place * self._theme.px(_ROW))

    def _keys_of_rows(self) -> tuple[str, ...]:
        return tuple(row.key for row in self._value.rows)

    def _paint_row(self, painter: QPainter, row: SharedSpot, top: float) -> None:
        color, px = self._theme.color, self._theme.px
        strong, quiet = self._theme.font("bodyStrong"), self._theme.font("caption")
        right = float(self.width() - _INSET)
        of = self.tr("{0} of {1}").format(row.count, row.of)
        middle = top + px(_ROW) / 2
        base = drawing.baseline(strong, top, px(_ROW))
        wide = drawing.words(painter, QPointF(right, base), of, strong, color("ink"), drawing.RIGHT)
        room = right - max(wide, px(58)) - 12 - _INSET
        if self.width() >= px(_ROOMY):
            room -= px(_TRACK) + 12
            self._paint_bar(painter, row, QRectF(_INSET + room + 12, middle - _BAR / 2, px(_TRACK), _BAR))
        first, second = self._theme.line("body") * 0.84, self._theme.line("caption") * 0.84
        begin = middle - (first + second) / 2
        at = QPointF(_INSET, drawing.line_baseline(strong, begin, first))
        drawing.words(painter, at, row.title, strong, color("ink"), room=room)
        at = QPointF(_INSET, drawing.line_baseline(quiet, begin + first, second))
        drawing.words(painter, at, row.detail, quiet, color("ink2"), room=room)

    def _paint_bar(self, painter: QPainter, row: SharedSpot, track: QRectF) -> None:
        color = self._theme.color
        drawing.box(painter, track, 3, fill=color("sunken"))
        part = QRectF(track)
        part.setWidth(max(4.0, track.width() * row.count / max(1, row.of)))
        drawing.box(painter, part, 3, fill=color("accent"))

    def _place_rows(self) -> None:
        height = self._theme.px(_ROW)
        self._rows.place(
            [QRectF(0, place * height, self.width(), height) for place in range(len(self._value.rows))]
        )
