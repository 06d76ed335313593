"""The foot of the room's screen: a line of words, and the keys that do something now."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter.fit import LEAST
from readiness.ui.pages.presenter.stage_text import Face
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_WORDS: Final = Face("presentMeta", LEAST, 400, "ink2")
_KEY: Final = Face("presentMeta", LEAST, 500, "ink")
_HEIGHT: Final = 38
_LEAST_WORDS: Final = 360
"""The words give way to the keys down to this width; then keys are left out from the right, leave last."""


class StageFoot(Painted):
    """Words at the left, keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self.setObjectName("room-foot")

    @property
    def words(self) -> str:
        """What the room is told."""
        return self._words

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys and what they do."""
        return self._keys

    def show_words(self, words: str, keys: tuple[tuple[str, str], ...]) -> None:
        """Show other words and keys."""
        self._words, self._keys = words, keys
        self.setAccessibleName(words)
        self.setAccessibleDescription(", ".join(f"{key} {does}" for key, does in keys))
        self.update()

    def height_at(self, _width: int) -> int:
        """Always one line."""
        return self._theme.px(_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the keys from the right, the words into what is left."""
        theme = self._theme
        words = min(_WORDS.width(theme, self._words), float(theme.px(_LEAST_WORDS))) if self._words else 0.0
        with drawing.painting(self) as painter:
            x = float(self.width())
            for key, does in reversed(self._fitting(x - words)):
                x -= self._width(key, does)
                self._paint_key(painter, key, does, x)
                x -= theme.px(28)
            font = _WORDS.font(theme)
            at = QPointF(0, drawing.baseline(font, 0, self.height()))
            drawing.words(painter, at, self._words, font, theme.color("ink2"), room=x)

    def _fitting(self, room: float) -> list[tuple[str, str]]:
        """Return the keys there is room for: the last one tells the way out and stays."""
        keys = list(self._keys)
        while len(keys) > 1 and sum(self._width(*key) + self._theme.px(28) for key in keys) > room:
            keys.pop(-2)
        return keys

    def _width(self, key: str, does: str) -> float:
        return self._box(key) + self._theme.px(10) + _WORDS.width(self._theme, does)

    def _box(self, key: str) -> float:
        return max(float(self._theme.px(34)), _KEY.width(self._theme, key) + self._theme.px(18))

    def _paint_key(self, painter: QPainter, key: str, does: str, x: float) -> None:
        theme, high = self._theme, float(self._theme.px(34))
        box = QRectF(x, (self.height() - high) / 2, self._box(key), high)
        drawing.box(painter, box, 5, fill=theme.color("surface"), line=theme.color("line2"))
        font = _KEY.font(theme)
        at = QPointF(box.center().x(), drawing.baseline(font, box.top(), high))
        drawing.words(painter, at, key, font, theme.color("ink"), drawing.CENTER)
        plain = _WORDS.font(theme)
        beside = QPointF(box.right() + theme.px(10), drawing.baseline(plain, 0, self.height()))
        drawing.words(painter, beside, does, plain, theme.color("ink2"))
