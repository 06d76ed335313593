"""What lies between the two, or what became of it: one level a line, in full."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter.fit import FITS, LEAST, Fit, line_of
from readiness.ui.pages.presenter.scene import Line
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_BOX: Final = (48, 44)
_GAP: Final = 16


class StageLines(Painted):
    """A verdict stands in the accent with its tick; several lines between are set smaller."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lines: tuple[Line, ...] = ()
        self._fit = FITS[0]
        self.setObjectName("room-lines")

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self._lines = lines
        self.setAccessibleName(" ".join(self._spoken(line) for line in lines))
        self.update()

    def set_fit(self, fit: Fit) -> None:
        """Take other sizes."""
        self._fit = fit
        self.update()

    def height_at(self, width: int) -> int:
        """Return how high all lines are."""
        if not self._lines:
            return 0
        rows = sum(self._row_height(line, width) for line in self._lines)
        return rows + (len(self._lines) - 1) * self._between()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line under line."""
        top = 0.0
        with drawing.painting(self) as painter:
            for line in self._lines:
                high = self._row_height(line, self.width())
                self._paint_line(painter, line, QRectF(0, top, self.width(), high))
                top += high + self._between()

    def _paint_line(self, painter: QPainter, line: Line, place: QRectF) -> None:
        color, pad = self._theme.color, self._pad(line)
        if line.is_verdict:
            drawing.box(painter, place, 10, fill=color("accentTint"), line=color("accent"), width=3)
        x = place.left() + pad
        wide, high = self._box()
        if line.is_verdict:
            side = float(self._theme.px(30))
            tick = QRectF(x, place.center().y() - side / 2, side, side)
            drawing.tick(painter, tick, color("accent"), self._theme.px(3))
            x += side + self._theme.px(12)
        if line.number is not None:
            box = QRectF(x, place.center().y() - high / 2, wide, high)
            fill, ink = self._theme.ramp(line.number)
            drawing.box(painter, box, 6, fill=fill)
            font = self._theme.font("presentBody", weight=600, size=self._size())
            at = QPointF(box.center().x(), drawing.baseline(font, box.top(), box.height()))
            drawing.words(painter, at, str(line.number), font, ink, drawing.CENTER)
        layout = self._laid_out(line, self._room(line, place.width()))
        text = layout.boundingRect().height()
        painter.setPen(color("ink2"))
        left = place.right() - pad - self._room(line, place.width())
        layout.draw(painter, QPointF(left, place.center().y() - text / 2))

    def _laid_out(self, line: Line, room: float) -> QTextLayout:
        layout = QTextLayout(f"{line.lead} {line.text}", self._theme.font("presentBody", size=self._size()))
        lead = QTextLayout.FormatRange()
        lead.start, lead.length = 0, len(line.lead)
        strong = QTextCharFormat()
        strong.setFont(self._theme.font("presentBody", weight=600, size=self._size()))
        strong.setForeground(self._theme.color("ink"))
        lead.format = strong
        layout.setFormats([lead])
        layout.beginLayout()
        top, high = 0.0, self._theme.px(line_of(self._size()))
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(1.0, room))
            row.setPosition(QPointF(0, top + (high - row.height()) / 2))
            top += high
        layout.endLayout()
        return layout

    def _row_height(self, line: Line, width: float) -> int:
        text = round(self._laid_out(line, self._room(line, width)).boundingRect().height())
        least = self._box()[1] if line.number is not None else 0
        return max(text, round(least)) + (self._theme.px(16) if line.is_verdict else 0)

    def _room(self, line: Line, width: float) -> float:
        taken = 2 * self._pad(line)
        if line.number is not None:
            taken += round(self._box()[0]) + self._theme.px(_GAP)
        if line.is_verdict:
            taken += self._theme.px(42)
        return width - taken

    def _pad(self, line: Line) -> int:
        return self._theme.px(20) if line.is_verdict else 0

    def _size(self) -> int:
        if self._lines and self._lines[0].is_large:
            return self._fit.text
        return LEAST if self._is_list() else max(LEAST, self._fit.body - 2)

    def _is_list(self) -> bool:
        return sum(line.number is not None for line in self._lines) > 1

    def _box(self) -> tuple[float, float]:
        small = self._is_list() or self._fit.air < 0.5
        return self._theme.px(_BOX[0] - 8 * small), self._theme.px(_BOX[1] - 10 * small)

    def _between(self) -> int:
        return self._theme.px(8 if len(self._lines) > 1 else 0)

    def _spoken(self, line: Line) -> str:
        number = "" if line.number is None else f"{line.number}. "
        return f"{number}{line.lead} {line.text}"
