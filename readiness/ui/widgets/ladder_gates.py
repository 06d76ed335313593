"""The open gates of a growth ladder, named under the step that they keep shut."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Item:
    words: str
    is_gate: bool


class LadderGates:
    """One paragraph for each step that is still shut up to the target's; it begins where the step does."""

    def __init__(self, theme: Theme, value: Ladder) -> None:
        self._theme = theme
        self._value = value

    def height(self, bar: QRectF) -> int:
        """Return how high the paragraphs are together; nothing where no gate is named."""
        lines = sum(len(self._lines(step, bar)) for step in self._shut())
        return lines * self._theme.px(_LINE)

    def paint(self, painter: QPainter, bar: QRectF, top: float) -> None:
        """Paint the paragraphs from ``top`` down."""
        line = self._theme.px(_LINE)
        for step in self._shut():
            left = self._left(step, bar)
            for items in self._lines(step, bar):
                self._paint_line(painter, items, QRectF(left, top, bar.right() - left, line))
                top += line

    def _paint_line(self, painter: QPainter, items: list[_Item], place: QRectF) -> None:
        x = place.left()
        for item in items:
            font = self._theme.font("caption", weight=500 if item.is_gate else 400)
            base = drawing.line_baseline(font, place.top(), place.height())
            if item.is_gate:
                drawing.notch(painter, QPointF(x + 5.5, base), 10, None, self._theme.color("ink3"))
                x += _SIGN
            ink = self._theme.color("ink" if item.is_gate else "ink2")
            x += (
                drawing.words(painter, QPointF(x, base), item.words, font, ink, room=place.right() - x) + _GAP
            )

    def _shut(self) -> list[LadderStep]:
        """Return the steps whose open gates are named."""
        value = self._value
        if value.reading != "judged":
            return []
        goal = max(2, next((step for step in STEPS if step >= value.target), STEPS[-1]))
        return [step for step in value.steps if step.names and (value.practices or 1) < step.factor <= goal]

    def _left(self, step: LadderStep, bar: QRectF) -> float:
        """Return where a step's segment begins."""
        before = STEPS[STEPS.index(step.factor) - 1]
        return position(before, bar.left(), bar.width())

    def _items(self, step: LadderStep) -> list[_Item]:
        """Return the heading, the first names, and how many more there are."""
        heading = QCoreApplication.translate("Ladder", "open for {0}:").format(times(step.factor))
        names = step.names[:_SHOWN]
        more = step.gates_open - len(names)
        rest = [_Item(f"+{more}", is_gate=False)] if more > 0 else []
        return [_Item(heading, is_gate=False), *(_Item(name, is_gate=True) for name in names), *rest]

    def _lines(self, step: LadderStep, bar: QRectF) -> list[list[_Item]]:
        """Return the items of a step in lines that fit between its begin and the bar's end."""
        room = bar.right() - self._left(step, bar)
        metrics = QFontMetricsF(self._theme.font("caption", weight=500))
        lines: list[list[_Item]] = [[]]
        used = 0.0
        for item in self._items(step):
            wide = metrics.horizontalAdvance(item.words) + (_SIGN if item.is_gate else 0)
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append(item)
            used += wide + _GAP
        return lines
