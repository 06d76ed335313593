"""One line of text in a row of a list: quiet until one writes in it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.frame import look_of, paint_frame

HEIGHT = 34


class RowField(Field):
    """A field with a line under it in place of a frame; the frame comes with the focus and with a fault."""

    def __init__(self, theme: Theme, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._most = most
        self.setMaxLength(most)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, whole even where it is longer than one may write."""
        self.setMaxLength(max(self._most, len(text)))
        self.setText(text)
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line or the frame, then the text."""
        look, rect = look_of(self), QRectF(self.rect())
        with drawing.painting(self) as painter:
            if look in {"focus", "faulty"}:
                paint_frame(painter, self._theme, self, look)
            else:
                if look == "hover":
                    drawing.box(painter, rect, 8, fill=self._theme.color("hover"))
                base = rect.bottom() - 0.5
                line = self._theme.color("line")
                drawing.stroke(painter, QPointF(0, base), QPointF(rect.right(), base), line)
        QLineEdit.paintEvent(self, event)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.setFixedHeight(self._theme.px(HEIGHT))
        side = self._theme.px(6)
        self.setTextMargins(side, 0, side, 0)
