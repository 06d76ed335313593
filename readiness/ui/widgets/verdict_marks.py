"""Within noise, probable, clear: the three verdicts, the one that holds filled."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_HEIGHT: Final = 30
_PADDING: Final = 13
_GAP: Final = 6


class VerdictMarks(Painted):
    """Nothing to press: it says which of its words holds, by fill and by weight."""

    def __init__(
        self, theme: Theme, verdicts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._verdicts = tuple(verdicts)
        self._current = ""
        self.setObjectName("noise-verdict")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_current(self, key: str) -> None:
        """Show which verdict holds."""
        self._current = key
        self.setAccessibleName(self.tr("Verdict: {0}").format(dict(self._verdicts).get(key, "")))
        self.setVisible(bool(key))
        self.update()

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        width = sum(self._width(words) for _, words in self._verdicts) + _GAP * (len(self._verdicts) - 1)
        return QSize(round(width), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As wide as they are."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pills."""
        color, height = self._theme.color, float(self.height())
        x = 0.0
        with drawing.painting(self) as painter:
            for key, words in self._verdicts:
                place = QRectF(x, 0, self._width(words), height)
                holds = key == self._current
                fill = color("accent") if holds else None
                drawing.box(painter, place, height / 2, fill=fill, line=color("accent" if holds else "line2"))
                font = self._theme.font("label" if holds else "caption")
                at = QPointF(place.center().x(), drawing.baseline(font, 0, height))
                ink = color("onAccent" if holds else "ink2")
                drawing.words(painter, at, words, font, ink, drawing.CENTER)
                x += place.width() + _GAP

    def _width(self, words: str) -> float:
        return self._theme.metrics("label").horizontalAdvance(words) + 2 * self._theme.px(_PADDING)
