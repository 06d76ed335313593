"""The picture of the first run: steps that climb to a ceiling."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_SIZE: Final = QSize(620, 220)
_GROUND: Final = 190.0
_CEILING: Final = 78.0
_WIDE: Final = 112.0
# left, height, whether the practices reach it
_STEPS: Final = ((30.0, 48.0, True), (180.0, 98.0, True), (330.0, 138.0, False), (480.0, 168.0, False))


class EmptyHomeArt(Painted):
    """Today and 2× stand under the ceiling; 10× and 100× are still dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Steps climbing to a ceiling"))

    def sizeHint(self) -> QSize:
        """As drawn."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """As drawn."""
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint steps, ceiling, ground and words."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            for left, height, reached in _STEPS:
                step = QRectF(left, _GROUND - height, _WIDE, height)
                if reached:
                    drawing.box(painter, step, 4, fill=color("accent"))
                else:
                    drawing.box(painter, step, 4, line=color("line2"), width=1.5, dash=(5, 5))
            ceiling = (QPointF(14, _CEILING), QPointF(614, _CEILING))
            drawing.stroke(painter, *ceiling, color("attentionLine"), 2.5, dash=(9, 7))
            drawing.stroke(painter, QPointF(10, _GROUND), QPointF(616, _GROUND), color("line2"), 1.5)
            tip = QPointF(_STEPS[1][0] + _WIDE / 2, _CEILING)
            drawing.notch(painter, tip, 18, color("attention"), color("attentionLine"))
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        color = self._theme.color
        names = (self.tr("today"), "2×", "10×", "100×")
        for (left, _, reached), name in zip(_STEPS, names, strict=True):
            font = self._theme.font("bodyStrong" if reached else "body", size=16 / self._theme.zoom)
            at = QPointF(left + _WIDE / 2, _GROUND + 22)
            drawing.words(painter, at, name, font, color("ink" if reached else "ink3"), drawing.CENTER)
        font = self._theme.font("body", weight=500, size=16 / self._theme.zoom)
        at = QPointF(14, _CEILING - 12)
        drawing.words(painter, at, self.tr("growth ceiling"), font, color("ink2"))
