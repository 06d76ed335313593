"""One page on the desk: fitted, or in its own size; an old page stays, veiled, until the new one is drawn."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.pages.report.drawing import Picture
from readiness.ui.theme import Theme

_A4: Final = 210 / 297
_AIR: Final = 32
_OWN_WIDTH: Final = 794
"""Pixels that an A4 page is wide at 96 to the inch."""

_STALE: Final = 0.45


class Paper(QWidget):
    """The sheet with its line around it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._is_stale = False
        self.is_fitted = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("page-preview")

    def show_picture(self, picture: Picture, part: str) -> None:
        """Show a drawn page."""
        drawn = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        )
        self._image = drawn.copy()
        self._is_stale = False
        place = self.tr("Page {0} of {1}").format(picture.page + 1, picture.pages)
        self.setAccessibleName(f"{place}, {part}" if part else place)
        self.updateGeometry()
        self.update()

    def set_stale(self) -> None:
        """Show that another page is coming."""
        self._is_stale = not self._image.isNull()
        self.update()

    def set_ready(self) -> None:
        """Show that what is here is what there is."""
        self._is_stale = False
        self.update()

    def clear(self) -> None:
        """Show no page."""
        self._image = QImage()
        self._is_stale = False
        self.setAccessibleName("")
        self.update()

    @property
    def wanted_width(self) -> int:
        """How many pixels wide a page should be drawn."""
        if not self.is_fitted:
            return round(self._theme.px(_OWN_WIDTH) * self.devicePixelRatioF())
        room = self.size()
        width = min(room.width() - _AIR, (room.height() - _AIR) * self._ratio())
        return max(64, round(width * self.devicePixelRatioF()))

    def own_size(self) -> QSize:
        """The size of the sheet in its own size, with the air around it."""
        width = self._theme.px(_OWN_WIDTH)
        return QSize(width + _AIR, round(width / self._ratio()) + _AIR)

    def sizeHint(self) -> QSize:
        """Room for an A4 page."""
        return QSize(560, 790)

    def minimumSizeHint(self) -> QSize:
        """A page one can still make out."""
        return QSize(280, 380)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper in the middle, with the line around it."""
        if self._image.isNull():
            return
        ratio = self._ratio()
        height = min(self.height() - float(_AIR), (self.width() - float(_AIR)) / ratio)
        width = height * ratio
        place = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(place, self._theme.color("surface"))
        painter.setOpacity(_STALE if self._is_stale else 1.0)
        painter.drawImage(place, self._image)
        painter.setOpacity(1.0)
        painter.setPen(self._theme.color("line"))
        painter.drawRect(place)
        painter.end()

    def _ratio(self) -> float:
        return _A4 if self._image.isNull() else self._image.width() / self._image.height()
