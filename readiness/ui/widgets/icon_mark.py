"""An icon beside words that already say what it means."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted


class IconMark(Painted):
    """A small icon in one tone."""

    def __init__(
        self, theme: Theme, icons: Icons, name: str, size: int, parent: QWidget, tone: str = "ink2"
    ) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self._name = name
        self._tone = tone
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        with drawing.painting(self) as painter:
            self._icons.paint(painter, QRectF(self.rect()), self._name, self._theme.color(self._tone))
