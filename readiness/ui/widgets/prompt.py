"""A question's prompt: as large as one line allows, then two lines of the smallest step."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.wrapping import wrap

_COMFORTABLE = 900
_LOW_STEP = 26


class Prompt(QLabel):
    """The page's heading; it steps down in size before it wraps, and never clips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid_out = 0  # the width once a layout gave one
        self._is_low = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.setWordWrap(True)  # else QLabel takes height-for-width back
        theme.changed.connect(self._on_theme_changed)

    def setText(self, text: str) -> None:
        """Ask another question."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Take one smaller step before a second line, where height is dear."""
        if low != self._is_low:
            self._is_low = low
            self._on_theme_changed()

    def size_at(self, width: float) -> int:
        """Return the text size, before zoom, that is taken at a width."""
        steps = self._steps()
        fitting = (step for step in steps if self._natural(step) <= width)
        return next(fitting, steps[-1])

    def heightForWidth(self, width: int) -> int:
        """As high as the lines at a width."""
        size = self.size_at(width)
        return len(wrap(self.text(), self._font(size), width)) * self._line(size)

    def sizeHint(self) -> QSize:
        """One line of the largest step."""
        largest = self._theme.style("prompt").steps[0]
        return QSize(round(self._natural(largest)) + 2, self._line(largest))

    def minimumSizeHint(self) -> QSize:
        """A few words wide, and high enough for the width of now."""
        least = self._theme.px(200)
        return QSize(least, self.heightForWidth(self._laid_out or self._theme.px(_COMFORTABLE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        size = self.size_at(self.width())
        font, height = self._font(size), self._line(size)
        ink = self._theme.color("ink")
        with drawing.painting(self) as painter:
            for index, line in enumerate(wrap(self.text(), font, self.width())):
                at = QPointF(0, drawing.line_baseline(font, index * height, height))
                drawing.words(painter, at, line, font, ink)

    def _steps(self) -> tuple[int, ...]:
        steps = tuple(self._theme.style("prompt").steps)
        return (*steps, _LOW_STEP) if self._is_low else steps

    def _font(self, size: int) -> QFont:
        return self._theme.font("prompt", size=size)

    def _natural(self, size: int) -> float:
        return QFontMetricsF(self._font(size)).horizontalAdvance(self.text())

    def _line(self, size: int) -> int:
        return self._theme.px(size + 8)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
