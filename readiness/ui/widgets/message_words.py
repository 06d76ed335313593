"""What happened, in bold, and what is safe and what to do: on one line where they fit, else one above the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock

_GAP = 12
_NARROW = 280


class MessageWords(QWidget):
    """Two texts of a message; nothing of them is cut off."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = TextBlock(theme, "", "bodyStrong", "ink", self)
        self._text = TextBlock(theme, "", "body", "ink2", self)
        for block in (self._title, self._text):
            block.prefer_one_line()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._place)

    def say(self, title: str, text: str) -> None:
        """Show another message."""
        self._title.setText(title)
        self._text.setText(text)
        self._place()

    def heightForWidth(self, width: int) -> int:
        """As high as one line, or as the lines of both."""
        return self._one_line() if self._is_on_one_line(width) else sum(self._heights(width))

    def sizeHint(self) -> QSize:
        """As wide as both beside each other."""
        return QSize(self._wanted(), self.heightForWidth(self._wanted()))

    def minimumSizeHint(self) -> QSize:
        """A few words wide, and high enough for the width of now."""
        return QSize(self._theme.px(_NARROW), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay them out again."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, title = self.width(), self._title.sizeHint().width() if self._title.text() else 0
        self._title.setVisible(bool(title))
        high, low = self._heights(width)
        if self._is_on_one_line(width):
            left = title + self._theme.px(_GAP) if title else 0
            top = (self.height() - self._one_line()) // 2
            self._title.setGeometry(0, top, title, high)
            self._text.setGeometry(left, top, width - left, low)
        else:
            top = max(0, (self.height() - high - low) // 2)
            self._title.setGeometry(0, top, width, high)
            self._text.setGeometry(0, top + high, width, low)
        self.updateGeometry()

    def _is_on_one_line(self, width: int) -> bool:
        return self._wanted() <= width

    def _wanted(self) -> int:
        widths = [block.sizeHint().width() for block in (self._title, self._text) if block.text()]
        return sum(widths) + self._theme.px(_GAP) * (len(widths) - 1)

    def _heights(self, width: int) -> tuple[int, int]:
        return self._title.heightForWidth(width), self._text.heightForWidth(width)

    def _one_line(self) -> int:
        return self._theme.line("body")
