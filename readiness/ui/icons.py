"""The shipped icons, recoloured from the theme; sharp at every scale."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from readiness.paths import bundled
from readiness.ui.theme import Theme

_SCALES = (1.0, 2.0, 3.0)
_MARK_TOKENS = ("accent", "onAccent", "attention")


class Icons:
    """Finds, recolours and keeps the icons. An icon is never the only label of a control."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str, float], QSvgRenderer] = {}

    def icon(self, name: str, tone: str = "ink2", size: int = 24) -> QIcon:
        """Return an icon in the colour of now; ask again when the theme has changed."""
        icon = QIcon()
        for scale in _SCALES:
            icon.addPixmap(self.pixmap(name, tone, size, scale=scale))
        return icon

    def pixmap(self, name: str, tone: str = "ink2", size: int = 24, *, scale: float = 1.0) -> QPixmap:
        """Return an icon as a picture, ``size`` logical pixels wide and high."""
        pixmap = QPixmap(QSize(round(size * scale), round(size * scale)))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size, size), name, self._theme.color(tone))
        painter.end()
        return pixmap

    def paint(
        self, painter: QPainter, place: QRectF, name: str, color: QColor, *, stroke: float = 1.75
    ) -> None:
        """Paint an icon into a square."""
        self._renderer(name, color, stroke).render(painter, place)

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """Paint the program's own mark."""
        source = self._source("mark")
        light = self._theme.tokens.colors["light"]
        for tone in _MARK_TOKENS:
            source = source.replace(light[tone], self._theme.color(tone).name())
        QSvgRenderer(QByteArray(source.encode())).render(painter, place)

    def mark(self) -> QIcon:
        """Return the program's mark as the window's icon."""
        icon = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint_mark(painter, QRectF(0, 0, size, size))
            painter.end()
            icon.addPixmap(pixmap)
        return icon

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = bundled("assets", "icons", f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]

    def _renderer(self, name: str, color: QColor, stroke: float) -> QSvgRenderer:
        key = (name, color.name(), stroke)
        if key not in self._renderers:
            drawn = self._source(name).replace("currentColor", color.name())
            drawn = drawn.replace('stroke-width="2"', f'stroke-width="{stroke}"')
            self._renderers[key] = QSvgRenderer(QByteArray(drawn.encode()))
        return self._renderers[key]
