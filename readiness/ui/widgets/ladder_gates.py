"""The open gates of a growth ladder, named under the step that they keep shut."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.ladder import STEPS, Ladder, LadderStep
from readiness.ui.widgets.ladder_layout import position
from readiness.ui.widgets.numbers import times

_SHOWN: Final = 3
_LINE: Final = 20
_SIGN: Final = 18
_GAP: Final = 16


class LadderGates:
    """Columns of names, one for each step that is still shut up to the target's."""

    def __init__(self, theme: Theme, value: Ladder) -> None:
        self._theme = theme
        self._value = value

    def height(self, bar: QRectF) -> int:
        """Return how high the highest column is; nothing where no gate is named."""
        lines = max((1 + len(self._lines(step, room)) for step, _, room in self._columns(bar)), default=0)
        return lines * self._theme.px(_LINE)

    def paint(self, painter: QPainter, bar: QRectF, top: float) -> None:
        """Paint the columns from ``top`` down."""
        quiet = self._theme.font("caption")
        line = self._theme.px(_LINE)
        for step, left, room in self._columns(bar):
            at = QPointF(left, drawing.line_baseline(quiet, top, line))
            words = QCoreApplication.translate("Ladder", "open for {0}:").format(times(step.factor))
            drawing.words(painter, at, words, quiet, self._theme.color("ink2"), room=room)
            for index, names in enumerate(self._lines(step, room)):
                self._paint_line(painter, names, QRectF(left, top + (index + 1) * line, room, line))

    def _paint_line(self, painter: QPainter, names: list[str], place: QRectF) -> None:
        font = self._theme.font("caption", weight=500)
        base = drawing.line_baseline(font, place.top(), place.height())
        x = place.left()
        for name in names:
            if not name.startswith("+"):
                drawing.notch(painter, QPointF(x + 5.5, base), 10, None, self._theme.color("ink3"))
                x += _SIGN
            room = place.right() - x
            x += (
                drawing.words(painter, QPointF(x, base), name, font, self._theme.color("ink"), room=room)
                + _GAP
            )

    def _columns(self, bar: QRectF) -> list[tuple[LadderStep, float, float]]:
        """Return the steps whose gates are named, with left and width of their column."""
        value = self._value
        if value.reading != "judged":
            return []
        goal = next((step for step in STEPS if step >= value.target), STEPS[-1])
        columns = []
        for step in value.steps:
            if step.names and (value.practices or 1) < step.factor <= max(2, goal):
                before = STEPS[STEPS.index(step.factor) - 1]
                left = position(before, bar.left(), bar.width())
                columns.append((step, left, position(step.factor, bar.left(), bar.width()) - left - _GAP))
        return columns

    def _lines(self, step: LadderStep, room: float) -> list[list[str]]:
        """Return the first names of a step and how many more there are, in lines that fit."""
        metrics = QFontMetricsF(self._theme.font("caption", weight=500))
        names = list(step.names[:_SHOWN])
        if step.gates_open > len(names):
            names.append(f"+{step.gates_open - len(names)}")
        lines: list[list[str]] = [[]]
        used = 0.0
        for name in names:
            wide = metrics.horizontalAdvance(name) + (0 if name.startswith("+") else _SIGN)
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append(name)
            used += wide + _GAP
        return lines
