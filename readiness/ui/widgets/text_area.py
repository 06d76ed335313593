"""Several lines of plain text that a user writes."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from readiness.ui.theme import Theme


class TextArea(QPlainTextEdit):
    """Plain text; Esc leaves it and Tab moves on. ``edited`` is sent only for what a user does."""

    left = Signal()
    edited = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = 3
        self._is_filling = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(theme.font("body"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)

    def set_rows(self, rows: int) -> None:
        """Ask for room for this many lines."""
        self._rows = rows
        self.updateGeometry()

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; the cursor stays where the text stays the same."""
        if text == self.toPlainText():
            return
        self._is_filling = True
        self.setPlainText(text)
        self._is_filling = False

    def sizeHint(self) -> QSize:
        """Room for the lines asked for."""
        height = round(self._rows * self.fontMetrics().lineSpacing())
        return QSize(self._theme.px(240), height + self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(self._theme.px(120), self._theme.px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the text of what is pasted or dropped, and nothing else of it."""
        if source.hasText():
            self.insertPlainText(source.text())

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.edited.emit(self.toPlainText())

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
