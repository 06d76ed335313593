"""The dashed ring: last quarter, wherever it stands beside this one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

SIDE = 24


class GhostRing(Painted):
    """A mark beside words that say the same; hidden from readers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        with drawing.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            drawing.box(
                painter, rect, rect.width() / 2, line=self._theme.color("ghost"), width=2, dash=(4.0, 3.0)
            )
