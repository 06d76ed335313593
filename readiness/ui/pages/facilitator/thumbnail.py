"""What the room sees, small, as it changes."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.pages.presenter_view import PresenterView
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_SOON_MS, _SETTLED_MS = 30, 420
_LEAST: Final = 240


class Thumbnail(Painted):
    """A picture of the room's window; readers hear what the window asks."""

    def __init__(self, theme: Theme, view: PresenterView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = view
        self._picture = QPixmap()
        self._soon, self._settled = QTimer(self), QTimer(self)
        for timer, wait in ((self._soon, _SOON_MS), (self._settled, _SETTLED_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._take)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("room-thumbnail")
        view.shown.connect(self._on_shown)

    def hasHeightForWidth(self) -> bool:
        """The room's screen has a shape of its own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the room's screen is by its width."""
        size = self._view.size()
        return round(width * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        width = max(_LEAST, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Still recognisable."""
        return QSize(_LEAST, self.heightForWidth(max(_LEAST, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another picture."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._on_shown()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and its frame."""
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if not self._picture.isNull():
                painter.drawPixmap(rect, self._picture, QRectF(self._picture.rect()))
            drawing.box(painter, rect, 6, line=self._theme.color("line2"), width=1.5)

    def _on_shown(self) -> None:
        self.setAccessibleName(self.tr("The room sees: {0}").format(self._view.accessibleName()))
        self.updateGeometry()
        self._soon.start()
        self._settled.start()

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
