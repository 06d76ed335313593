"""What happened, in bold, and what is safe and what to do: beside or above each other, as they fit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock

_GAP = 12
_NARROW = 280
_SHORT = 0.4


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
        """As high as the lines of both, beside or above each other."""
        return self._besides(width) if self._is_beside(width) else sum(self._heights(width))

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
        width, left = self.width(), self._left()
        self._title.setVisible(bool(left))
        if self._is_beside(width):
            for block, across in ((self._title, (0, left)), (self._text, (left, width - left))):
                high = block.heightForWidth(across[1])
                block.setGeometry(across[0], max(0, (self.height() - high) // 2), across[1], high)
        else:
            high, low = self._heights(width)
            top = max(0, (self.height() - high - low) // 2)
            self._title.setGeometry(0, top, width, high)
            self._text.setGeometry(0, top + high, width, low)
        self.updateGeometry()

    def _left(self) -> int:
        """Return where the rest begins when it stands beside what happened."""
        return self._title.sizeHint().width() + self._theme.px(_GAP) if self._title.text() else 0

    def _is_beside(self, width: int) -> bool:
        """Whether one line holds both, or a short beginning leaves room for fewer lines."""
        if self._wanted() <= width:
            return True
        return self._left() <= width * _SHORT and self._besides(width) < sum(self._heights(width))

    def _besides(self, width: int) -> int:
        return max(self._theme.line("body"), self._text.heightForWidth(width - self._left()))

    def _wanted(self) -> int:
        return self._left() + (self._text.sizeHint().width() if self._text.text() else 0)

    def _heights(self, width: int) -> tuple[int, int]:
        return self._title.heightForWidth(width), self._text.heightForWidth(width)
