"""Nothing at all, for whoever stands behind the screen; any key or a click brings the page back."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted


class BlankScreen(Painted):
    """Covers a page; ``left`` is sent when somebody wants it back."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("blank-screen")
        self.setAccessibleName(self.tr("Blank screen; any key brings the page back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one dark colour."""
        dark = "ink" if self._theme.mode == "light" else "paper"
        with drawing.painting(self) as painter:
            painter.fillRect(QRectF(self.rect()), self._theme.color(dark))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come back; the key means nothing else."""
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.left.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Come back."""
        self.left.emit()
