"""One action on the board: what it is, what it adds, who does it, how long it takes, what it waits for."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from readiness.ui.board_facts import CardFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

HEIGHT: Final = 108
_CONFLICT: Final = 24
_PAD: Final = 12
_TITLE: Final = 21
_ALT: Final = Qt.KeyboardModifier.AltModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_PLAIN_KEYS: Final = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_Space: "try",
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_Delete: "drop",
    Qt.Key.Key_Backspace: "drop",
}
_ALT_KEYS: Final = {
    Qt.Key.Key_Left: "sooner",
    Qt.Key.Key_Right: "later",
    Qt.Key.Key_Up: "release",
    Qt.Key.Key_Down: "fix",
}


def wish_of(event: QKeyEvent) -> str:
    """Return what a key asks of a card or a row, nothing for a key that means something else."""
    modifiers = event.modifiers() & ~_KEYPAD
    key = Qt.Key(event.key())
    if modifiers == _ALT:
        return _ALT_KEYS.get(key, "")
    return _PLAIN_KEYS.get(key, "") if modifiers == Qt.KeyboardModifier.NoModifier else ""


class ActionCard(PaintedButton):
    """``asked`` carries what a key or a double click asks for, ``lifted`` that the mouse drags it."""

    asked = Signal(str, str)  # wish, key
    reached = Signal(str)
    lifted = Signal(str)

    def __init__(self, theme: Theme, facts: CardFacts, parent: QWidget) -> None:
        super().__init__(theme, facts.title, parent)
        self.facts = facts
        self.is_current = False
        self.is_needed = False
        self._pressed_at: QPointF | None = None
        self.setProperty("radius", 10)
        self.setObjectName(f"action-{facts.key}")
        self.set_facts(facts)

    def set_facts(self, facts: CardFacts) -> None:
        """Show other values of the same action."""
        self.facts = facts
        self.set_words(facts.title)
        self.setAccessibleName(facts.spoken)
        tip = "\n".join(part for part in (facts.title, facts.conflict) if part)
        self.setToolTip(plain_tooltip(tip))

    def mark(self, *, current: bool, needed: bool) -> None:
        """Show whether it is the chosen card, or one that the chosen one needs first."""
        if (current, needed) != (self.is_current, self.is_needed):
            self.is_current, self.is_needed = current, needed
            self.update()

    def height_wanted(self) -> int:
        """As high as its lines; a conflict takes one more."""
        return self._theme.px(HEIGHT + (_CONFLICT if self.facts.conflict else 0))

    def sizeHint(self) -> QSize:
        """The board gives the width."""
        return QSize(self._theme.px(200), self.height_wanted())

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the key means on a card."""
        wish = wish_of(event)
        if wish:
            self.asked.emit(wish, self.facts.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that it is the chosen card now."""
        super().focusInEvent(event)
        self.reached.emit(self.facts.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at = event.position()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the card once it has been dragged far enough."""
        start = self._pressed_at
        far = QApplication.startDragDistance()
        if start is not None and (event.position() - start).manhattanLength() >= far:
            self._pressed_at = None
            self.setDown(False)
            self.lifted.emit(self.facts.key)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """No drag began."""
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        self._pressed_at = None
        self.asked.emit("edit", self.facts.key)
        event.accept()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, title, gain, and the lines under them."""
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            self._paint_frame(painter, rect)
            self._paint_head(painter, rect)
            self._paint_rest(painter, rect)

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        color = self._theme.color
        fill = color("hover" if self._is_hovered else "surface")
        if self.is_current:
            drawing.box(painter, rect, 10, fill=fill, line=color("accent"), width=2.5)
        elif self.is_needed:
            drawing.box(painter, rect, 10, fill=fill, line=color("accent"), width=2, dash=(5, 4))
        elif self.facts.is_out:
            drawing.box(painter, rect, 10, fill=color("paper"), line=color("ink3"), width=1.5, dash=(3, 3))
        else:
            drawing.box(painter, rect, 10, fill=fill, line=color("line2"))

    def _paint_head(self, painter: QPainter, rect: QRectF) -> None:
        px, ink = self._theme.px, self._theme.color(self._ink())
        strong = self._theme.font("bodyStrong", size=18)
        right = rect.right() - px(_PAD)
        line = px(_TITLE)
        top = rect.top() + px(10)
        at = QPointF(right, drawing.line_baseline(strong, top, line))
        taken = drawing.words(painter, at, self.facts.gain, strong, ink, drawing.RIGHT)
        title = self._theme.font("body")
        room = right - rect.left() - px(_PAD) - (taken + 8 if taken else 0)
        for index, words in enumerate(wrap(self.facts.title, title, room, 2)):
            base = drawing.line_baseline(title, top + index * line, line)
            drawing.words(painter, QPointF(rect.left() + px(_PAD), base), words, title, ink, room=room)

    def _paint_rest(self, painter: QPainter, rect: QRectF) -> None:
        px, facts = self._theme.px, self.facts
        left, right = rect.left() + px(_PAD), rect.right() - px(_PAD)
        font, quiet = self._theme.font("caption"), self._theme.color("ink3" if facts.is_out else "ink2")
        line, top = px(20), rect.top() + px(56)
        base = drawing.line_baseline(font, top, line)
        taken = drawing.words(painter, QPointF(right, base), facts.weeks, font, quiet, drawing.RIGHT)
        room = right - left - taken - 8
        drawing.words(painter, QPointF(left, base), facts.who, font, quiet, room=room)
        base = drawing.line_baseline(font, top + line, line)
        label = self._theme.font("label")
        marks = " · ".join(part for part in (facts.state, self._fixed()) if part)
        taken = drawing.words(
            painter, QPointF(right, base), marks, label, quiet, drawing.RIGHT, room=right - left
        )
        room = right - left - (taken + 8 if taken else 0)
        after = self.tr("→ {0}").format(facts.after) if facts.after else ""
        drawing.words(painter, QPointF(left, base), after, font, quiet, room=room)
        if facts.conflict:
            self._paint_conflict(painter, QRectF(left, top + 2 * line, right - left, px(_CONFLICT)))

    def _paint_conflict(self, painter: QPainter, place: QRectF) -> None:
        color, font = self._theme.color, self._theme.font("label")
        size = self._theme.px(10)
        tip = QPointF(place.left() + size / 2, place.center().y() + size / 2)
        drawing.notch(painter, tip, size, color("attention"), color("attentionLine"))
        at = QPointF(place.left() + size + 6, drawing.line_baseline(font, place.top(), place.height()))
        room = place.width() - size - 6
        drawing.words(painter, at, self.facts.conflict, font, color("ink"), room=room)

    def _fixed(self) -> str:
        return self.tr("fixed") if self.facts.is_fixed else ""

    def _ink(self) -> str:
        return "ink3" if self.facts.is_out else "ink"
