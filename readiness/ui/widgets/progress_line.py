"""How far something has come, as a bar under the line of text that says it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted


class ProgressLine(Painted):
    """A share of the whole; the words beside it are what is read aloud."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return self._share

    def set_share(self, done: int, whole: int) -> None:
        """Show that so much of the whole is done."""
        self._share = min(done / whole, 1.0) if whole else 0.0
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(160), self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar over its track."""
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        with drawing.painting(self) as painter:
            painter.setPen(self._theme.color("line2"))
            painter.setBrush(self._theme.color("sunken"))
            painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            done = QRectF(whole.left(), whole.top(), whole.width() * self._share, whole.height())
            painter.setPen(self._theme.color("accent"))
            painter.setBrush(self._theme.color("accent"))
            if self._share:
                painter.drawRoundedRect(done.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
