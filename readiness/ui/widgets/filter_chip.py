"""A filter that says how many it finds."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

_HEIGHT: Final = 34
_PADDING: Final = 13
_TICK: Final = 16
_GAP: Final = 6


class FilterChip(PaintedButton):
    """Off, on with a tick and in bold, or with nothing to find and so not to be chosen."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget | None = None) -> None:
        self._count = 0
        super().__init__(theme, text, parent)
        self.key = key
        self.setObjectName(f"filter-{key.replace('_', '-')}")
        self.setProperty("radius", 17)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tell)
        self._tell()

    def set_count(self, count: int) -> None:
        """Say how many it finds; what finds nothing can only be switched off."""
        self._count = count
        self._tell()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as when chosen, so that choosing moves nothing."""
        metrics = QFontMetricsF(self._theme.font("label"))
        width = metrics.horizontalAdvance(self.words) + metrics.horizontalAdvance(str(self._count)) + _GAP
        width += 2 * self._theme.px(_PADDING) + self._theme.px(_TICK)
        return QSize(round(width), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, tick, words and number."""
        color = self._theme.color
        rect = QRectF(self.rect())
        fill, line, ink, number = self._colors()
        font = self._theme.font("label", weight=600 if self.isChecked() else 500)
        metrics = QFontMetricsF(font)
        count = str(self._count)
        wide = metrics.horizontalAdvance(self.words) + _GAP + metrics.horizontalAdvance(count)
        tick = float(self._theme.px(_TICK)) if self.isChecked() else 0.0
        left = (rect.width() - wide - tick) / 2
        with drawing.painting(self) as painter:
            dash = () if self.isEnabled() else (3.0, 3.0)
            width = 1.5 if self.isChecked() else 1.0
            radius = rect.height() / 2
            drawing.box(painter, rect, radius, fill=color(fill), line=color(line), width=width, dash=dash)
            if tick:
                side = self._theme.px(14)
                place = QRectF(left - 2, (rect.height() - side) / 2, side, side)
                drawing.tick(painter, place, color(ink), 1.8)
            base = drawing.baseline(font, 0, rect.height())
            at = QPointF(left + tick, base)
            after = drawing.words(painter, at, self.words, font, color(ink))
            drawing.words(painter, QPointF(at.x() + after + _GAP, base), count, font, color(number))

    def _colors(self) -> tuple[str, str, str, str]:
        if not self.isEnabled():
            return "sunken", "line2", "ink3", "ink3"
        if self.isChecked():
            return "accentTint", "accent", "accent", "accent"
        return ("hover", "ink2", "ink", "ink2") if self._is_hovered else ("surface", "line2", "ink", "ink2")

    def _tell(self) -> None:
        self.setEnabled(self._count > 0 or self.isChecked())
        counted = self.tr("1 question") if self._count == 1 else self.tr("{0} questions").format(self._count)
        state = self.tr("on") if self.isChecked() else self.tr("off")
        self.setAccessibleName(f"{self.words}, {counted}, {state}")
        self.update()
