"""The top line of the room's screen: where one is, how far the talk is, and the time."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter.scene import Scene
from readiness.ui.pages.presenter.stage_text import Face
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_HEIGHT = 32
_PILLAR = Face("presentMeta", 24, 600, "accent")
_PLAIN = Face("presentMeta", 24, 400, "ink2")
_ARROW = Face("presentMeta", 24, 400, "ink3")
_TIME = Face("presentMeta", 24, 600, "ink")


class StageHead(Painted):
    """Pillar and topic at the left, “talk 3 of 18” and “52 min left” at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scene = Scene()
        self.setObjectName("room-head")

    def show_scene(self, scene: Scene) -> None:
        """Show where the room stands."""
        self._scene = scene
        parts = (scene.pillar, scene.topic, scene.place, scene.time)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def height_at(self, _width: int) -> int:
        """Always one line."""
        return self._theme.px(_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both ends."""
        with drawing.painting(self) as painter:
            right = self._paint_right(painter)
            self._paint_left(painter, right - self._theme.px(40))

    def _paint_left(self, painter: QPainter, room: float) -> None:
        gap, x = self._theme.px(12), 0.0
        parts = [(self._scene.pillar, _PILLAR), ("\u203a", _ARROW), (self._scene.topic, _PLAIN)]
        for text, face in parts if self._scene.topic else parts[:1]:
            x += self._words(painter, face, x, text, room - x) + gap

    def _paint_right(self, painter: QPainter) -> float:
        """Paint from the right edge; return where the words begin."""
        scene, x, gap = self._scene, float(self.width()), self._theme.px(20)
        if scene.time:
            x -= _TIME.width(self._theme, scene.time)
            self._words(painter, _TIME, x, scene.time)
            if scene.is_time_up:
                x -= self._theme.px(28)
                tip = QPointF(x + self._theme.px(10), self.height() * 0.72)
                color = self._theme.color
                drawing.notch(painter, tip, self._theme.px(18), color("attention"), color("attentionLine"))
        if scene.time and scene.place:
            x -= gap
            high = self._theme.px(26)
            top = QPointF(x, (self.height() - high) / 2)
            drawing.stroke(painter, top, top + QPointF(0, high), self._theme.color("line2"), 1)
            x -= gap
        x -= _PLAIN.width(self._theme, scene.place)
        self._words(painter, _PLAIN, x, scene.place)
        return x

    def _words(self, painter: QPainter, face: Face, x: float, text: str, room: float | None = None) -> float:
        font = face.font(self._theme)
        base = drawing.line_baseline(font, 0, self.height())
        color = self._theme.color(face.tone)
        shown = drawing.words(painter, QPointF(x, base), text, font, color, room=room)
        return min(shown, QFontMetricsF(font).horizontalAdvance(text))
