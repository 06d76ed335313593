"""A choice from a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.frame import look_of, paint_frame


class Select(QComboBox):
    """A combo box with our chevron; ``chosen`` is sent only for what a user does."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Unix, Qt names a combo box by what it shows
        self.view().setAccessibleName(name)
        self.setProperty("radius", 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.update)

    @property
    def key(self) -> str:
        """The key of the option that is shown; empty for none."""
        return str(self.currentData() or "")

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options, keeping the key that is shown where it is still offered."""
        kept = self.key
        self.clear()
        for key, text in options:
            self.addItem(text, key)
        self.set_key_value(kept)

    def set_key_value(self, key: str) -> None:
        """Show the option with a key without telling anybody."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the native text and the chevron."""
        with drawing.painting(self) as painter:
            paint_frame(painter, self._theme, self, look_of(self))
        super().paintEvent(event)
        right = self.width() - self._theme.px(20)
        middle = self.height() / 2
        with drawing.painting(self) as painter:
            pen = QPen(self._theme.color("ink2" if self.isEnabled() else "ink3"), 1.75)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            points = ((right - 5, middle - 2.5), (right, middle + 2.5), (right + 5, middle - 2.5))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def _on_activated(self, _index: int) -> None:
        self.chosen.emit(self.key)
