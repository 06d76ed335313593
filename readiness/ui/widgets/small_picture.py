"""The base of what shows something larger as a small picture of it."""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted


class SmallPicture(Painted):
    """Keeps the shape of what is shown; heirs say how large that is and take the picture on ``refresh``."""

    LEAST: ClassVar[int] = 200
    RADIUS: ClassVar[float] = 10.0
    FRAME: ClassVar[tuple[str, float]] = ("line", 1.0)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def refresh(self) -> None:
        """Take another picture soon."""
        raise NotImplementedError

    def _shown_size(self) -> QSize:
        """Return how large what is shown is by itself."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """What is shown has a shape of its own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as what is shown is by its width."""
        size = self._shown_size()
        return round(width * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        width = max(self.LEAST, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Still recognisable."""
        return QSize(self.LEAST, self.heightForWidth(max(self.LEAST, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another picture."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and its frame."""
        rect = QRectF(self.rect())
        colour, width = self.FRAME
        with drawing.painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if not self._picture.isNull():
                painter.drawPixmap(rect, self._picture, QRectF(self._picture.rect()))
            drawing.box(painter, rect, self.RADIUS, line=self._theme.color(colour), width=width)
