"""A picture of a real widget, laid out at its own size and shown small."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QRegion, QShowEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.small_picture import SmallPicture

_SOON_MS: Final = 40


class Miniature(SmallPicture):
    """``faces`` are never windows of their own: they are only asked how they would look.

    Readers hear the editor instead, which says the same.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._face: QWidget | None = None
        self._size = QSize()
        self._high = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._take)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_face(self, face: QWidget, width: int, height: int = 0) -> None:
        """Show a widget as it looks at a width; without a height, as high as it asks to be."""
        self._face = face
        self._size = QSize(width, height)
        self.refresh()

    def refresh(self) -> None:
        """Take another picture soon."""
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take a picture as soon as somebody looks."""
        super().showEvent(event)
        self.refresh()

    def _shown_size(self) -> QSize:
        if self._face is None:
            return QSize(1440, 900)
        if self._size.height():
            return self._size
        return QSize(self._size.width(), max(1, self._high))

    def _take(self) -> None:
        if self._face is None or self.width() < 1 or not self.isVisible():
            return
        self._measure(self._face)
        size = self._shown_size()
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.heightForWidth(self.width()) * ratio))
        picture.fill(self._theme.color("surface"))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = picture.width() / max(1, size.width())
        painter.scale(scale, scale)
        flags = QWidget.RenderFlag.DrawChildren
        self._face.render(painter, QPoint(), QRegion(), flags)
        painter.end()
        self._picture = picture
        self.update()

    def _measure(self, face: QWidget) -> None:
        """Lay the face out at its width; what wraps asks for its height only once it has been that wide."""
        layout = face.layout()
        if self._size.height() or layout is None:
            face.resize(self._shown_size())
            return
        wide, before = self._size.width(), self._high
        for _ in range(2):
            least = layout.totalMinimumSize().height()
            self._high = max(face.heightForWidth(wide), least)
            face.resize(wide, self._high)
            layout.activate()
        if self._high != before:
            self.updateGeometry()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.refresh()
