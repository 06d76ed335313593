"""What the marks of the ladders mean, under the table."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_GAP: Final = 20
_AFTER: Final = 8
_SIGNS: Final = (22.0, 12.0, 3.0, 3.0)

_LINE: Final = 22
_FOLD: Final = 2
"""What comes from here on stands in the second line."""

Paint = Callable[[QPainter, QRectF], None]


class RoundKey(Painted):
    """The bar, the notch, the line of what was tested, and the mark of the target."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._is_folded = False
        self._words = (
            self.tr("practices support"),
            self.tr("first known limit"),
            self.tr("tested to"),
            self.tr("target"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self._words))

    def sizeHint(self) -> QSize:
        """One line, two where large text leaves it no room."""
        return QSize(self._whole(), self._theme.px(_LINE) * (2 if self._is_folded else 1))

    def minimumSizeHint(self) -> QSize:
        """It may be folded, rather than widen the page."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold it where it has no room."""
        super().resizeEvent(event)
        if (self.width() < self._whole()) != self._is_folded:
            self._is_folded = not self._is_folded
            self.updateGeometry()

    def _whole(self) -> int:
        metrics = self._theme.metrics("caption")
        words = sum(metrics.horizontalAdvance(text) for text in self._words)
        return round(words + sum(_SIGNS) + 4 * _AFTER + 3 * _GAP) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each mark and its words."""
        font, left, top, line = self._theme.font("caption"), 0.0, 0.0, float(self._theme.px(_LINE))
        signs = (self._bar, self._notch, self._tested, self._target)
        with drawing.painting(self) as painter:
            for place, (sign, width, text) in enumerate(zip(signs, _SIGNS, self._words, strict=True)):
                if self._is_folded and place == _FOLD:
                    left, top = 0.0, line
                sign(painter, QRectF(left, top, width, line))
                at = QPointF(left + width + _AFTER, drawing.baseline(font, top, line))
                left = at.x() + drawing.words(painter, at, text, font, self._theme.color("ink2")) + _GAP

    def _bar(self, painter: QPainter, place: QRectF) -> None:
        bar = QRectF(place.left(), place.center().y() - 4, place.width(), 8)
        drawing.box(painter, bar, 4, fill=self._theme.color("accent"))

    def _notch(self, painter: QPainter, place: QRectF) -> None:
        color = self._theme.color
        tip = QPointF(place.center().x(), place.center().y() + 5)
        drawing.notch(painter, tip, 10, color("attention"), color("attentionLine"))

    def _tested(self, painter: QPainter, place: QRectF) -> None:
        x, middle = place.center().x(), place.center().y()
        drawing.stroke(painter, QPointF(x, middle - 4), QPointF(x, middle + 4), self._theme.color("ink2"), 2)

    def _target(self, painter: QPainter, place: QRectF) -> None:
        x, middle = place.center().x(), place.center().y()
        top, bottom = QPointF(x, middle - 10), QPointF(x, middle + 10)
        drawing.stroke(painter, top, bottom, self._theme.color("ink"), 2.5)
