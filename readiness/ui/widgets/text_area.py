"""Several lines of plain text that a user writes."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.frame import look_of, paint_frame
from readiness.ui.widgets.message_bar import Message, MessageBar

MOST: Final = 100_000
"""Characters that can be pasted; no more than paper and files take in a moment."""


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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self._on_theme_changed()
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

    def event(self, event: QEvent) -> bool:
        """Paint the frame around the viewport."""
        if event.type() == QEvent.Type.Paint:
            with drawing.painting(self) as painter:
                paint_frame(painter, self._theme, self, look_of(self))
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus in the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the frame at rest."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the text of what is pasted or dropped, nothing else of it, and no more than fits."""
        if not source.hasText():
            return
        text = source.text()
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        room = max(0, MOST - kept)
        self.insertPlainText(text[:room])
        if len(text) > room:
            self._tell_cut()

    def _tell_cut(self) -> None:
        """Say in the nearest bar that not all of it came in."""
        window: QWidget | None = self.window()
        while window is not None:
            bar = window.findChild(MessageBar)
            if bar is not None:
                bar.show_message(
                    Message(
                        kind="attention",
                        title=self.tr("A text has {0:,} characters at most.").format(MOST),
                        text=self.tr("What is beyond was not pasted. Keep it in a file, and link to that."),
                    )
                )
                return
            above = window.parentWidget()
            window = above.window() if above is not None else None

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.edited.emit(self.toPlainText())

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("body"))
        side = self._theme.px(8)
        self.setViewportMargins(side, 6, 4, 6)
        self.updateGeometry()
