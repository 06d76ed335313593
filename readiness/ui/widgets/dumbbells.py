"""Two views of the same questions, in levels: product a circle, engineering a diamond, the gap between."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_key import KeyMark, key_height, key_lines, paint_keys
from readiness.ui.widgets.chart_rows import ChartRows
from readiness.ui.widgets.view_mark import paint_view
from readiness.ui.widgets.wrapping import wrap

_ROW: Final = 42
_LINE: Final = 18
_TEXT: Final = 15
_AXIS: Final = 22
_GAP: Final = 14
_EDGE: Final = 16
_RADIUS: Final = 10
_LEVELS: Final = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumbbell:
    """One question. ``words`` say how far apart; ``is_expectation``: product was not asked for the fact."""

    key: str
    name: str
    product: int
    engineering: int
    words: str
    is_expectation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellList:
    """All common answers, the widest gap first; the first ``shown`` are drawn, the table has all.

    ``index`` says how far the two are apart altogether.
    """

    rows: tuple[Dumbbell, ...] = ()
    shown: int = 0
    index: str = ""
    finding: str = ""


class Dumbbells(Chart):
    """Name and two marks a row on the scale 0 to 4; where both are the same they stand side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = DumbbellList()
        self._rows = ChartRows(theme, self, "apart")
        self._rows.chosen.connect(self.chosen)

    def set_value(self, value: DumbbellList) -> None:
        """Show other rows."""
        self._value = value
        self._rows.set_rows([(row.key, self._words(row)) for row in self._drawn])
        self._tell(value.finding or self.tr("Two views"))
        self._place_rows()

    def table(self) -> ChartTable:
        """Return every common answer: question, product, engineering, how far apart."""
        headers = (self.tr("Question"), self.tr("Product"), self.tr("Engineering"), self.tr("Apart"))
        rows = tuple(
            (
                f"{row.key} {row.name}",
                self.tr("expects {0}").format(row.product) if row.is_expectation else str(row.product),
                str(row.engineering),
                row.words,
            )
            for row in self._value.rows
        )
        return ChartTable(headers, rows)

    def sizeHint(self) -> QSize:
        """Keys, axis and rows."""
        return QSize(self._theme.px(360), self.heightForWidth(max(self.width(), self._theme.px(300))))

    def minimumSizeHint(self) -> QSize:
        """Room for short names and the scale."""
        return QSize(self._theme.px(300), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The keys wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as keys, axis and rows at a width."""
        return self._top(width) + len(self._drawn) * self._pitch() + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows anew."""
        super().resizeEvent(event)
        self._place_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint keys, axis and rows."""
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._keys())
            if self._drawn:
                self._paint_axis(painter)
            for index, row in enumerate(self._drawn):
                self._paint_row(painter, row, self._top(self.width()) + index * self._pitch())

    def _paint_axis(self, painter: QPainter) -> None:
        color, font = self._theme.color, self._theme.font("caption")
        top = self._top(self.width())
        bottom = top + len(self._drawn) * self._pitch()
        for level in _LEVELS:
            x = round(self._x(level)) + 0.5
            drawing.stroke(painter, QPointF(x, top), QPointF(x, bottom), color("line"))
            at = QPointF(x, top - self._theme.px(6))
            drawing.words(painter, at, str(level), font, color("ink3"), drawing.CENTER)

    def _paint_row(self, painter: QPainter, row: Dumbbell, top: float) -> None:
        font, line = self._theme.font("caption", weight=500, size=_TEXT), self._theme.px(_LINE)
        lines = wrap(row.name, font, self._names_width() - _GAP, 2)
        first = top + (self._pitch() - len(lines) * line) / 2
        for index, words in enumerate(lines):
            at = QPointF(0, drawing.line_baseline(font, first + index * line, line))
            drawing.words(painter, at, words, font, self._theme.color("ink"))
        self._paint_marks(painter, row, top + self._pitch() / 2)

    def _paint_marks(self, painter: QPainter, row: Dumbbell, y: float) -> None:
        radius = float(self._theme.px(_RADIUS))
        apart = 0.0 if row.product != row.engineering else radius * 1.1
        product = QPointF(self._x(row.product) + apart, y)
        engineering = QPointF(self._x(row.engineering) - apart, y)
        if not apart:
            drawing.stroke(painter, engineering, product, self._theme.color("line2"), 4)
        paint_view(painter, self._theme, engineering, "engineering", radius)
        paint_view(painter, self._theme, product, "expects" if row.is_expectation else "product", radius)

    @property
    def _drawn(self) -> tuple[Dumbbell, ...]:
        return self._value.rows[: self._value.shown]

    def _x(self, level: int) -> float:
        edge = self._theme.px(_EDGE)
        left, right = self._names_width() + edge, self.width() - edge
        return left + (right - left) * level / (len(_LEVELS) - 1)

    def _names_width(self) -> float:
        return self.width() * 0.54

    def _keys(self) -> tuple[KeyMark, ...]:
        keys = [KeyMark("product", self.tr("Product")), KeyMark("engineering", self.tr("Engineering"))]
        if any(row.is_expectation for row in self._drawn):
            keys.append(KeyMark("expects", self.tr("product expects, engineering knows")))
        if self._value.index:
            keys.insert(2, KeyMark("none", self._value.index))
        return tuple(keys)

    def _keys_of_rows(self) -> tuple[str, ...]:
        return tuple(row.key for row in self._value.rows)

    def _words(self, row: Dumbbell) -> str:
        told = self.tr("{0}, Product {1}, Engineering {2}, {3}")
        if row.is_expectation:
            told = self.tr("{0}, Product expects {1}, Engineering knows {2}, {3}")
        return told.format(row.name, row.product, row.engineering, row.words)

    def _place_rows(self) -> None:
        top, pitch = self._top(self.width()), self._pitch()
        rects = [QRectF(0, top + i * pitch, self.width(), pitch) for i in range(len(self._drawn))]
        self._rows.place(rects)

    def _pitch(self) -> int:
        return self._theme.px(_ROW)

    def _top(self, width: int) -> int:
        keys = key_height(self._theme, key_lines(self._theme, width, self._keys()))
        return keys + (self._theme.px(_AXIS) if self._drawn else 0)
