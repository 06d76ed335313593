"""The number of a step in its tinted circle."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted


class StepBadge(Painted):
    """A number; the heading beside it says what the step is."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A circle that holds the number."""
        return QSize(self._theme.px(30), self._theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle and number."""
        rect = QRectF(self.rect())
        font = self._theme.font("bodyStrong")
        with drawing.painting(self) as painter:
            drawing.box(painter, rect, rect.height() / 2, fill=self._theme.color("accentTint"))
            at = QPointF(rect.center().x(), drawing.baseline(font, 0, rect.height()))
            drawing.words(painter, at, str(self._number), font, self._theme.color("accent"), drawing.CENTER)
