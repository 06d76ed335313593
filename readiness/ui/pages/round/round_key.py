"""What the marks of the ladders mean, under the table."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_GAP: Final = 20
_AFTER: Final = 8
_SIGNS: Final = (22.0, 12.0, 3.0, 3.0)

Paint = Callable[[QPainter, QRectF], None]


class RoundKey(Painted):
    """The bar, the notch, the line of what was tested, and the mark of the target."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = (
            self.tr("practices support"),
            self.tr("first known limit"),
            self.tr("tested to"),
            self.tr("target"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self._words))

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = self._theme.metrics("caption")
        words = sum(metrics.horizontalAdvance(text) for text in self._words)
        return QSize(round(words + sum(_SIGNS) + 4 * _AFTER + 3 * _GAP) + 2, self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """It may be cut, rather than widen the page."""
        return QSize(120, self._theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each mark and its words."""
        font, left = self._theme.font("caption"), 0.0
        base = drawing.baseline(font, 0, self.height())
        signs = (self._bar, self._notch, self._tested, self._target)
        with drawing.painting(self) as painter:
            for sign, width, text in zip(signs, _SIGNS, self._words, strict=True):
                sign(painter, QRectF(left, 0, width, self.height()))
                at = QPointF(left + width + _AFTER, base)
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
