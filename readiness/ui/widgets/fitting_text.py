"""One line in the longest of several wordings that has room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.text import Text


class FittingText(Text):
    """Says as much as fits; readers hear the longest wording."""

    def __init__(
        self, theme: Theme, style: str = "caption", tone: str = "ink2", parent: QWidget | None = None
    ) -> None:
        self._wordings: tuple[str, ...] = ("",)
        super().__init__(theme, "", style, tone, parent)

    def set_wordings(self, wordings: Sequence[str]) -> None:
        """Offer other wordings, longest first."""
        self._wordings = tuple(wordings) or ("",)
        self._choose()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the longest wording."""
        return QSize(self._width_of(self._wordings[0]), self._theme.line(self._style))

    def minimumSizeHint(self) -> QSize:
        """As wide as the shortest."""
        return QSize(self._width_of(self._wordings[-1]), self._theme.line(self._style))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the wording for the new width."""
        self._choose()
        super().resizeEvent(event)

    def _left(self) -> float:
        """Return where the wording of now begins; the hint is that of the longest."""
        spare = max(0, self.width() - self._width_of(self.text()))
        return spare if self.alignment() & Qt.AlignmentFlag.AlignRight else 0

    def _choose(self) -> None:
        fitting = (words for words in self._wordings if self._width_of(words) <= self.width())
        words = next(fitting, self._wordings[-1])
        if words != self.text():
            self.setText(words)
        self.setAccessibleName(self._wordings[0])

    def _width_of(self, words: str) -> int:
        return int(QFontMetricsF(self._theme.font(self._style)).horizontalAdvance(words)) + 2
