"""A paragraph that a user writes: as high as its lines, Enter goes on, and its page undoes."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.text_area import TextArea

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def leaves_undo(event: QEvent) -> bool:
    """Whether a key is one of undo or redo, which the page does for all of its fields."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _UNDOING)


class GrowingText(TextArea):
    """One paragraph; what is pasted loses its line breaks, and Enter moves to the next field."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, style: str = "body") -> None:
        self._style = style
        self._lines = 1
        super().__init__(theme, name, parent)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        """As high as the text at the width of now."""
        lines = max(self._lines, self._rows)
        high = round(lines * self.fontMetrics().lineSpacing()) + self._theme.px(20)
        return QSize(self._theme.px(160), max(self._theme.px(42), high))

    def minimumSizeHint(self) -> QSize:
        """The whole text: a part of it would be read as all of it."""
        return QSize(self._theme.px(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew at another width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the page."""
        if leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; the page hears of it with Ctrl or Alt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the text of what is pasted, in one line."""
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split()))

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._style == "prompt":
            self.setFont(self._theme.font("bodyStrong", size=20))
        self.set_rows(1 if self._rows == 3 else self._rows)
