"""One question that waits: its id, what it asks, and why it is worth the room's time."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

_HEIGHT = 44
_LINE = 18
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """``reason`` is the strongest of ``reasons``; ``is_apart`` gives it the notch."""

    id: str
    prompt: str
    reason: str
    reasons: str
    is_apart: bool = False


class NextRow(PaintedButton):
    """A click or Enter puts the question before the room; Alt with an arrow moves it."""

    moved = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.waiting = Waiting(id="", prompt="", reason="", reasons="")
        self._is_first = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_waiting(self, waiting: Waiting, *, is_first: bool) -> None:
        """Show another question."""
        self.waiting, self._is_first = waiting, is_first
        self.setObjectName(f"next-{waiting.id}")
        told = ", ".join(part for part in (waiting.id, waiting.prompt, waiting.reasons) if part)
        self.setAccessibleName(told)
        self.setToolTip(plain_tooltip(told))
        self.update()

    def sizeHint(self) -> QSize:
        """High enough to hit, and for two lines."""
        return QSize(self._theme.px(300), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Id, a few words, and the reason."""
        return QSize(self._theme.px(220), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the question on Alt with an arrow."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.waiting.id, step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint id, prompt and reason; the first one is tinted."""
        theme, rect = self._theme, QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self._is_first:
                drawing.box(painter, rect, 6, fill=theme.color("accentTint"))
            elif self._is_hovered or self.isDown():
                drawing.box(painter, rect, 6, fill=theme.color("hover"))
            else:
                bottom = rect.height() - 0.5
                line = QPointF(12, bottom), QPointF(rect.width() - 12, bottom)
                drawing.stroke(painter, *line, theme.color("line"))
            right = self._paint_reason(painter, rect.width() - 12)
            quiet = theme.font("caption")
            base = drawing.baseline(quiet, 0, rect.height())
            drawing.words(painter, QPointF(12, base), self.waiting.id, quiet, theme.color("ink2"))
            left = 12.0 + theme.px(68)
            self._paint_prompt(painter, left, right - left - 12)

    def _paint_prompt(self, painter: QPainter, left: float, room: float) -> None:
        """Paint what is asked in two lines where it takes them: its first words alone say too little."""
        font, line = self._theme.font("caption", weight=600 if self._is_first else 500), self._theme.px(_LINE)
        lines = wrap(self.waiting.prompt, font, room, 2)
        top = (self.height() - len(lines) * line) / 2
        for place, words in enumerate(lines):
            at = QPointF(left, drawing.line_baseline(font, top + place * line, line))
            drawing.words(painter, at, words, font, self._theme.color("ink"))

    def _paint_reason(self, painter: QPainter, right: float) -> float:
        theme = self._theme
        font = theme.font("caption")
        at = QPointF(right, drawing.baseline(font, 0, self.height()))
        left = right - drawing.words(
            painter, at, self.waiting.reason, font, theme.color("ink2"), drawing.RIGHT
        )
        if self.waiting.is_apart:
            left -= theme.px(16)
            tip = QPointF(left + theme.px(4), self.height() / 2 + theme.px(6))
            fill, line = theme.color("attention"), theme.color("attentionLine")
            drawing.notch(painter, tip, theme.px(12), fill, line)
        return left
