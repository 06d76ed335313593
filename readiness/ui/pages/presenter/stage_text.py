"""Text for the room: wrapped, at a size of its own, painted line by line."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter.fit import line_of
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.wrapping import wrap


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: its style, its size before scaling, its weight, its colour."""

    style: str
    size: int
    weight: int
    tone: str

    def font(self, theme: Theme) -> QFont:
        """Return the font."""
        return theme.font(self.style, weight=self.weight, size=self.size)

    def line(self, theme: Theme) -> int:
        """Return the height of a line."""
        return theme.px(line_of(self.size))

    def lines(self, theme: Theme, text: str, width: float) -> tuple[str, ...]:
        """Return the lines of a text at a width."""
        return wrap(text, self.font(theme), width) if text else ()

    def height(self, theme: Theme, text: str, width: float) -> int:
        """Return how high a text is at a width."""
        return len(self.lines(theme, text, width)) * self.line(theme)

    def width(self, theme: Theme, text: str) -> float:
        """Return how wide a text is on one line."""
        return QFontMetricsF(self.font(theme)).horizontalAdvance(text)

    def paint(self, painter: QPainter, theme: Theme, at: QPointF, text: str, width: float) -> float:
        """Paint a wrapped text with its top left at a point; return where it ends."""
        high, font, color = self.line(theme), self.font(theme), theme.color(self.tone)
        top = at.y()
        for line in self.lines(theme, text, width):
            base = drawing.line_baseline(font, top, high)
            drawing.words(painter, QPointF(at.x(), base), line, font, color)
            top += high
        return top


class StageText(Painted):
    """A text that is as high as its lines."""

    def __init__(self, theme: Theme, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._face = face
        self._text = ""

    @property
    def text(self) -> str:
        """What is read."""
        return self._text

    @property
    def face(self) -> Face:
        """How it is set."""
        return self._face

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def set_face(self, face: Face) -> None:
        """Set it otherwise."""
        self._face = face
        self.update()

    def height_at(self, width: int) -> int:
        """Return how high the text is at a width."""
        return self._face.height(self._theme, self._text, width)

    def sizeHint(self) -> QSize:
        """The layout of the screen decides."""
        return QSize(self.width(), self.height_at(max(1, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        with drawing.painting(self) as painter:
            self._face.paint(painter, self._theme, QPointF(0, 0), self._text, self.width())
