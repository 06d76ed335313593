"""The small key beside what it does."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_HEIGHT = 24


def is_shown(theme: Theme, key: str) -> bool:
    """Whether the hint is shown: single keys may be switched off, combinations never are."""
    return bool(key) and (theme.single_keys or len(key) > 1)


def key_width(theme: Theme, key: str) -> int:
    """Return how wide a key is."""
    metrics = theme.metrics("caption", weight=500)
    return max(theme.px(_HEIGHT), round(metrics.horizontalAdvance(key)) + theme.px(12))


def key_height(theme: Theme) -> int:
    """Return how high a key is."""
    return theme.px(_HEIGHT)


def paint_key(painter: QPainter, theme: Theme, rect: QRectF, key: str, *, tone: str = "ink2") -> None:
    """Paint a key; ``tone`` colours the letter, and a letter that is not ink2 colours the frame too."""
    plain = tone == "ink2"
    line = theme.color("line2" if plain else tone)
    drawing.box(painter, rect, 5, fill=theme.color("surface") if plain else None, line=line)
    font = theme.font("caption", weight=500)
    at = QPointF(rect.center().x(), drawing.baseline(font, rect.top(), rect.height()))
    drawing.words(painter, at, key, font, theme.color(tone), drawing.CENTER)


class KeyHint(Painted):
    """A key on its own; hidden from readers, who hear the shortcut of the control it belongs to."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the key; nothing while single keys are off."""
        if not is_shown(self._theme, self._key):
            return QSize(0, key_height(self._theme))
        return QSize(key_width(self._theme, self._key), key_height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        if is_shown(self._theme, self._key):
            with drawing.painting(self) as painter:
                paint_key(painter, self._theme, QRectF(self.rect()), self._key)
