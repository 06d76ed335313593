"""How far something is, as a thin line."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_HEIGHT: Final = 6


class ProgressLine(Painted):
    """A track and the part of it that is done; the words stand beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, of: int) -> None:
        """Show how many of how many are done."""
        self._share = min(1.0, done / of) if of else 0.0
        self.setAccessibleName(f"{self._share:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and part."""
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        with drawing.painting(self) as painter:
            drawing.box(
                painter, rect, radius, fill=self._theme.color("sunken"), line=self._theme.color("line")
            )
            done = QRectF(rect.left(), rect.top(), rect.width() * self._share, rect.height())
            if done.width() >= rect.height():
                drawing.box(painter, done, radius, fill=self._theme.color("accent"))
