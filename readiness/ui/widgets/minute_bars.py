"""The minutes of a meeting by its parts, planned and used."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.numbers import half_up

_ROW: Final = 34
_TRACK: Final = 18
_BAR: Final = 8
_GAP: Final = 12
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteRow:
    """One part of the meeting; ``is_current`` is the one that the clock counts towards."""

    key: str
    name: str
    planned: float
    used: float = 0.0
    is_current: bool = False

    @property
    def words(self) -> str:
        """Return “16 of 15” once it has begun, “9 min” before."""
        planned, used = half_up(self.planned), int(self.used)
        return f"{used} of {planned}" if used or self.is_current else f"{planned} min"

    @property
    def is_over(self) -> bool:
        """Whether it took longer than planned."""
        return self.used > self.planned


class MinuteBars(Chart):
    """The tick is the plan, the bar what was used, hatched beyond the plan.

    ↑ and ↓ move, Enter lets the clock count towards that part.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[MinuteRow, ...] = ()
        self._at = 0
        self.setObjectName("minute-bars")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def rows(self) -> tuple[MinuteRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[MinuteRow, ...]) -> None:
        """Show other minutes."""
        if rows == self._rows:
            return
        if len(rows) != len(self._rows):
            self._at = next((place for place, row in enumerate(rows) if row.is_current), 0)
        self._rows = rows
        self._tell(self._finding())

    def table(self) -> ChartTable:
        """Return part, planned and used minutes."""
        headers = (self.tr("Part"), self.tr("Planned"), self.tr("Used"))
        rows = tuple((row.name, str(half_up(row.planned)), str(int(row.used))) for row in self._rows)
        return ChartTable(headers, rows)

    def sizeHint(self) -> QSize:
        """A row for each part."""
        return QSize(self._theme.px(390), len(self._rows) * self._pitch())

    def minimumSizeHint(self) -> QSize:
        """Names, short bars, numbers."""
        return QSize(self._theme.px(280), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or choose the part that is counted towards."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._at = min(max(0, self._at + step), len(self._rows) - 1)
            self.setAccessibleDescription(self._spoken(self._rows[self._at]) if self._rows else "")
            self.update()
        elif event.key() in _CHOOSE and self._rows:
            self.chosen.emit(self._rows[self._at].key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the part that is clicked."""
        place = int(event.position().y() // self._pitch())
        if 0 <= place < len(self._rows):
            self._at = place
            self.chosen.emit(self._rows[place].key)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint row under row."""
        left = self._names()
        with drawing.painting(self) as painter:
            for place, row in enumerate(self._rows):
                band = QRectF(0, place * self._pitch(), self.width(), self._pitch())
                if self.hasFocus() and place == self._at:
                    drawing.box(painter, band.adjusted(0, 2, 0, -2), 6, fill=self._theme.color("hover"))
                self._paint_row(painter, row, band, left)

    def _paint_row(self, painter: QPainter, row: MinuteRow, band: QRectF, left: float) -> None:
        color = self._theme.color
        font = self._theme.font("bodyStrong" if row.is_current else "body")
        base = drawing.baseline(font, band.top(), band.height())
        drawing.words(painter, QPointF(4, base), row.name, font, color("ink"), room=left - _GAP)
        room = self.width() - left - self._numbers()
        self._paint_bar(painter, row, QRectF(left, band.top(), room, band.height()))
        strong = int(row.used) > 0 or row.is_current
        number = self._theme.font("bodyStrong" if strong else "body")
        at = QPointF(self.width() - 4, drawing.baseline(number, band.top(), band.height()))
        tone = color("ink" if strong else "ink2")
        drawing.words(painter, at, row.words, number, tone, drawing.RIGHT)

    def _paint_bar(self, painter: QPainter, row: MinuteRow, place: QRectF) -> None:
        color = self._theme.color
        most = max((max(one.planned, one.used) for one in self._rows), default=1.0) or 1.0
        unit = place.width() / most
        track, bar = float(self._theme.px(_TRACK)), float(self._theme.px(_BAR))
        middle, planned = place.center().y(), row.planned * unit
        drawing.box(
            painter, QRectF(place.left(), middle - track / 2, planned, track), 2, fill=color("sunken")
        )
        within = min(row.used, row.planned) * unit
        if within > 0:
            drawing.box(painter, QRectF(place.left(), middle - bar / 2, within, bar), 1, fill=color("accent"))
        if row.is_over:
            beyond = QRectF(
                place.left() + planned, middle - bar / 2, max(6.0, (row.used - row.planned) * unit), bar
            )
            drawing.hatched(painter, beyond, 1, color("attention"), color("overHatch"), 4)
        x = place.left() + planned
        top, bottom = QPointF(x, middle - track / 2 - 3), QPointF(x, middle + track / 2 + 3)
        drawing.stroke(painter, top, bottom, color("ink"), 2.5)

    def _finding(self) -> str:
        over = [row for row in self._rows if row.is_over]
        if over:
            return "; ".join(self._spoken(row) for row in over)
        used = int(sum(row.used for row in self._rows))
        planned = half_up(sum(row.planned for row in self._rows))
        return self.tr("{0} of {1} minutes used, no part is over").format(used, planned)

    def _spoken(self, row: MinuteRow) -> str:
        words = self.tr("{0}, {1} of {2} minutes")
        return words.format(row.name, int(row.used), half_up(row.planned))

    def _names(self) -> float:
        metrics = QFontMetricsF(self._theme.font("bodyStrong"))
        widest = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        return min(widest + _GAP + 4, self.width() * 0.62)

    def _numbers(self) -> float:
        metrics = QFontMetricsF(self._theme.font("bodyStrong"))
        return max((metrics.horizontalAdvance(row.words) for row in self._rows), default=0.0) + _GAP + 8

    def _pitch(self) -> int:
        return self._theme.px(_ROW)
