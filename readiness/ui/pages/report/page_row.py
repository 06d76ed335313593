"""One page of the report as a row: a grip, its name, how many pages it takes, and a switch."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.reports.options import FIRST, Page
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

_HEIGHT: Final = 42
_GRIP: Final = 28.0
_TRACK: Final = 44.0
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PageRow(PaintedButton):
    """A checkable row; Space switches it, Alt+↑ and Alt+↓ move it."""

    stepped = Signal(str, int)  # page, −1 up or 1 down

    def __init__(self, theme: Theme, icons: Icons, page: Page, name: str, parent: QWidget) -> None:
        self.page: Page = page
        self._icons = icons
        self._note = ""
        super().__init__(theme, name, parent)
        self.setObjectName(f"page-{page}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(page != "summary")

    def say(self, note: str) -> None:
        """Say how many pages it takes, or why it takes none."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        """A row as wide as there is room."""
        return QSize(240, self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(self.page, step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grip, name, count and switch, with a line beneath."""
        color, font = self._theme.color, self._theme.font("body")
        with drawing.painting(self) as painter:
            if self.page not in FIRST:
                place = QRectF(0, (self.height() - 18) / 2, 18, 18)
                self._icons.paint(painter, place, "grip", color("ink3"))
            right = self.width() - _TRACK - 12
            note_font = self._theme.font("caption")
            wide = QFontMetricsF(note_font).horizontalAdvance(self._note)
            at = QPointF(right - wide, drawing.baseline(note_font, 0, self.height()))
            drawing.words(painter, at, self._note, note_font, color("ink2"))
            tone = "ink" if self.isChecked() or self.page == "summary" else "ink2"
            name_at = QPointF(_GRIP, drawing.baseline(font, 0, self.height()))
            drawing.words(painter, name_at, self.words, font, color(tone), room=right - wide - 10 - _GRIP)
            if self.page == "summary":
                lock = QRectF(self.width() - 30, (self.height() - 18) / 2, 18, 18)
                self._icons.paint(painter, lock, "lock", color("ink2"))
            else:
                self._paint_switch(painter)
            y = self.height() - 0.5
            drawing.stroke(painter, QPointF(0, y), QPointF(self.width(), y), color("line"), 1)

    def _paint_switch(self, painter: QPainter) -> None:
        on, color = self.isChecked(), self._theme.color
        track = QRectF(self.width() - _TRACK - 1, (self.height() - 24) / 2, _TRACK, 24)
        line = "accent" if on else ("ink2" if self.underMouse() else "line2")
        drawing.box(
            painter, track, 12, fill=color("accent" if on else "surface"), line=color(line), width=1.5
        )
        knob = QPointF(track.left() + (32 if on else 12), track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("onAccent" if on else "line2"))
        painter.drawEllipse(knob, 8, 8)
        if on:
            drawing.tick(painter, QRectF(knob.x() - 6.5, knob.y() - 6.5, 13, 13), color("accent"), 2.0)
