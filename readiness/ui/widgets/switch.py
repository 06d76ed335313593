"""An on-off switch with its words."""

from typing import Final

from PySide6.QtCore import Property, QEasingCurve, QPointF, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

_TRACK: Final = QSize(46, 26)
_GAP: Final = 12


class Switch(PaintedButton):
    """A checkable switch; on shows a tick in the knob, so that colour is not the only sign."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        self._place = 0.0
        super().__init__(theme, text, parent)
        self.setProperty("radius", 14)
        self.setCheckable(True)
        self._motion = QPropertyAnimation(self, b"knob", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        """The track and the words beside it."""
        width = _TRACK.width()
        if self.words:
            width += _GAP + round(QFontMetricsF(self._theme.font("body")).horizontalAdvance(self.words))
        return QSize(width + 2, max(self._theme.px(40), _TRACK.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, the knob and the words."""
        with drawing.painting(self) as painter:
            track = QRectF(1, (self.height() - 24) / 2, 44, 24)
            self._paint_track(painter, track)
            font = self._theme.font("body")
            at = QPointF(_TRACK.width() + _GAP, drawing.baseline(font, 0, self.height()))
            color = self._theme.color("ink" if self.isEnabled() else "ink3")
            drawing.words(painter, at, self.words, font, color, room=self.width() - at.x())

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        on = self.isChecked()
        color = self._theme.color
        knob = QPointF(track.left() + 12 + 20 * self._place, track.center().y())
        if not self.isEnabled():
            drawing.box(painter, track, 12, fill=color("sunken"), line=color("line2"), width=1.5, dash=(3, 3))
        else:
            line = "accent" if on else ("ink2" if self._is_hovered else "line2")
            drawing.box(
                painter, track, 12, fill=color("accent" if on else "surface"), line=color(line), width=1.5
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("onAccent" if on and self.isEnabled() else "line2"))
        painter.drawEllipse(knob, 8, 8)
        if on:
            ground = "accent" if self.isEnabled() else "sunken"
            drawing.tick(painter, QRectF(knob.x() - 6.5, knob.y() - 6.5, 13, 13), color(ground), 2.0)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt sends it so
        duration = self._theme.duration("quick") if self.isVisible() else 0
        self._motion.stop()
        if not duration:
            self._set_knob(float(on))
            return
        self._motion.setDuration(duration)
        self._motion.setStartValue(self._place)
        self._motion.setEndValue(float(on))
        self._motion.start()

    def _knob(self) -> float:
        return self._place

    def _set_knob(self, place: float) -> None:
        self._place = place
        self.update()

    knob = Property(float, _knob, _set_knob)
