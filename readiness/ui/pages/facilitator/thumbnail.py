"""What the room sees, small, as it changes."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter_view import PresenterView
from readiness.ui.theme import Theme
from readiness.ui.widgets.small_picture import SmallPicture

_SOON_MS, _SETTLED_MS = 30, 420


class Thumbnail(SmallPicture):
    """A picture of the room's window; readers hear what the window asks."""

    LEAST = 240
    RADIUS = 6.0
    FRAME = ("line2", 1.5)

    def __init__(self, theme: Theme, view: PresenterView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = view
        self._soon, self._settled = QTimer(self), QTimer(self)
        for timer, wait in ((self._soon, _SOON_MS), (self._settled, _SETTLED_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._take)
        self.setObjectName("room-thumbnail")
        view.shown.connect(self.refresh)

    def refresh(self) -> None:
        """Take another picture soon, and one more when all has settled."""
        self.setAccessibleName(self.tr("The room sees: {0}").format(self._view.accessibleName()))
        self.updateGeometry()
        self._soon.start()
        self._settled.start()

    def _shown_size(self) -> QSize:
        return self._view.size()

    def _take(self) -> None:
        """Let the room's window paint itself at the size that is seen here."""
        if self.width() < 1 or not self._view.isVisible():
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(picture.width() / self._view.width(), picture.height() / self._view.height())
        flags = QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.DrawWindowBackground
        self._view.render(painter, QPoint(), QRegion(), flags)
        painter.end()
        self._picture = picture
        self.update()
