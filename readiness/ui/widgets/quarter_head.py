"""The head of a quarter's column: its name, how full it is, in a bar and in words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.board_facts import ColumnFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

HEIGHT: Final = 72
_BAR: Final = 12
_LEAST: Final = 106


class QuarterHead(Painted):
    """Beyond the capacity the bar is hatched and the words say how much it is over."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._facts: ColumnFacts | None = None
        self._most = 1.0
        self._is_held = False

    def hold(self, *, held: bool) -> None:
        """Say whether cards pass below it; then it covers them."""
        if held != self._is_held:
            self._is_held = held
            self.update()

    def set_facts(self, facts: ColumnFacts, most: float) -> None:
        """Show a quarter; ``most`` person-weeks fill the width, the same for all quarters."""
        self._facts = facts
        self._most = max(most, 1.0)
        self.setObjectName(f"quarter-{facts.key}")
        self.setAccessibleName(facts.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """The board gives the width."""
        return QSize(self._theme.px(_LEAST), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, the bar, and the words under it."""
        if self._facts is None:
            return
        with drawing.painting(self) as painter:
            if self._is_held:
                painter.fillRect(self.rect(), self._theme.color("paper"))
            self._paint_name(painter, self._facts)
            self._paint_bar(painter, self._facts)
            self._paint_words(painter, self._facts)

    def _paint_name(self, painter: QPainter, facts: ColumnFacts) -> None:
        color, strong, quiet = self._theme.color, self._theme.font("section"), self._theme.font("caption")
        base = drawing.line_baseline(strong, 0, self._theme.px(24))
        width = drawing.words(painter, QPointF(0, base), facts.title, strong, color("ink"))
        at, room = QPointF(width + 8, base), self.width() - width - 8
        if QFontMetricsF(quiet).horizontalAdvance(facts.months) <= room:
            drawing.words(painter, at, facts.months, quiet, color("ink2"))

    def _paint_bar(self, painter: QPainter, facts: ColumnFacts) -> None:
        color, px = self._theme.color, self._theme.px
        top, height = float(px(28)), float(px(_BAR))
        scale = (self.width() - 3) / self._most
        room = facts.capacity * scale
        drawing.box(painter, QRectF(0, top, room, height), 3, fill=color("sunken"))
        if facts.used:
            inside = min(facts.used, facts.capacity) * scale
            drawing.box(painter, QRectF(0, top, inside, height), 3, fill=color("accent"))
        if facts.is_over:
            tail = QRectF(room, top, (facts.used - facts.capacity) * scale, height)
            drawing.hatched(painter, tail, 2, color("attention"), color("overHatch"))
        mark = QPointF(room + 1, top - 2), QPointF(room + 1, top + height + 2)
        drawing.stroke(painter, *mark, color("ink"), 2)

    def _paint_words(self, painter: QPainter, facts: ColumnFacts) -> None:
        color, px = self._theme.color, self._theme.px
        font, label = self._theme.font("caption"), self._theme.font("label")
        base = drawing.line_baseline(font, px(46), px(20))
        right = QPointF(self.width(), base)
        tone = color("ink" if facts.is_over else "ink2")
        taken = drawing.words(
            painter, right, facts.rest, label if facts.is_over else font, tone, drawing.RIGHT
        )
        if facts.is_over:
            size = px(10)
            tip = QPointF(self.width() - taken - 6 - size / 2, px(56) + size / 2)
            drawing.notch(painter, tip, size, color("attention"), color("attentionLine"))
            taken += size + 8
        room = self.width() - taken - 8
        fits = QFontMetricsF(font).horizontalAdvance
        load = next((load for load in (facts.load, facts.short_load) if fits(load) <= room), "")
        drawing.words(painter, QPointF(0, base), load, font, color("ink2"))
