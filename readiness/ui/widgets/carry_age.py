"""How old an answer is: one stretch a quarter, dark where it was given, pale where it was carried."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

Age = Literal["before", "given", "carried", "now"]

_BAR: Final = 12
_GAP: Final = 6
_TOP: Final = 4
_LEAST: Final = 60
_PADDING: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryAgeValue:
    """The quarters, oldest first, each with what the answer was then; ``finding`` is what readers hear."""

    quarters: tuple[tuple[str, Age], ...]
    finding: str


class CarryAge(Painted):
    """The words beside it say the same, so it takes no focus and needs no table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = CarryAgeValue(quarters=(), finding="")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, value: CarryAgeValue | None) -> None:
        """Show the age of another answer; nothing hides the strip."""
        self.setVisible(value is not None)
        if value is not None:
            self._value = value
            self.setAccessibleName(value.finding)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its quarters, as high as bar and label."""
        count = len(self._value.quarters)
        width = count * self._stretch() + max(0, count - 1) * _GAP
        return QSize(width, self._theme.px(_TOP + _BAR + _GAP) + self._theme.line("caption"))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stretches and what each quarter is called."""
        with drawing.painting(self) as painter:
            for place, (label, age) in enumerate(self._value.quarters):
                self._paint_quarter(painter, place * (self._stretch() + _GAP), label, age)

    def _paint_quarter(self, painter: QPainter, left: float, label: str, age: Age) -> None:
        color, px = self._theme.color, self._theme.px
        bar = QRectF(left, px(_TOP), self._stretch(), px(_BAR))
        fills = {"before": "sunken", "given": "accent", "carried": "accentSoft", "now": "sunken"}
        dash = (4.0, 3.0) if age == "now" else ()
        line = color("ghost") if age == "now" else color("line") if age == "before" else None
        drawing.box(painter, bar, 3, fill=color(fills[age]), line=line, width=1, dash=dash)
        is_told = age in {"given", "now"}
        font = self._theme.font("caption", weight=600 if is_told else 400)
        line_height = self._theme.line("caption")
        at = QPointF(bar.center().x(), drawing.line_baseline(font, px(_TOP + _BAR + _GAP), line_height))
        drawing.words(painter, at, label, font, color("ink" if is_told else "ink2"), drawing.CENTER)

    def _stretch(self) -> int:
        metrics = self._theme.metrics("caption", weight=600)
        longest = max((metrics.horizontalAdvance(label) for label, _ in self._value.quarters), default=0)
        return max(self._theme.px(_LEAST), round(longest) + _PADDING)
