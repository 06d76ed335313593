"""One action on the board: what it is, what it adds, who does it, how long it takes, what it waits for."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from readiness.ui.board_facts import CardFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

_CONFLICT: Final = 24
_PAD: Final = 12
_TOP: Final = 10
_TITLE: Final = 21
_LINE: Final = 20
_MOST_LINES: Final = 5
_COMFORTABLE: Final = 220
_LEAST: Final = 106
_SLIM: Final = 196
"""Below this width the title is set smaller, so that four quarters stand side by side in a small window."""
_SMALL: Final = 14
_MOST_SLIM_LINES: Final = 7
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
_SINGLE_KEYS: Final = {
    Qt.Key.Key_1: "state-planned",
    Qt.Key.Key_2: "state-under_way",
    Qt.Key.Key_3: "state-done",
    Qt.Key.Key_4: "state-slipped",
    Qt.Key.Key_5: "state-dropped",
    Qt.Key.Key_A: "accept",
}
SINGLE: Final = frozenset(_SINGLE_KEYS.values())
"""What letters and digits ask for: they can be switched off."""


def wish_of(event: QKeyEvent) -> str:
    """Return what a key asks of a card or a row, nothing for a key that means something else."""
    modifiers = event.modifiers() & ~_KEYPAD
    key = Qt.Key(event.key())
    if modifiers == _ALT:
        return _ALT_KEYS.get(key, "")
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return ""
    return _PLAIN_KEYS.get(key) or _SINGLE_KEYS.get(key, "")


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

    def height_at(self, width: int) -> int:
        """As high as its lines at a width: the whole title as far as that can be, and what else there is."""
        px = self._theme.px
        lines = len(self._title_lines(width)[0])
        rest = 1 + bool(self.facts.after or self._marks())
        height = px(_TOP) + lines * px(_TITLE) + px(4) + rest * px(_LINE) + px(_TOP)
        return height + (px(_CONFLICT) if self.facts.conflict else 0)

    def sizeHint(self) -> QSize:
        """The board gives the width."""
        return QSize(self._theme.px(_LEAST), self.height_at(self.width() or self._theme.px(_COMFORTABLE)))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the key means on a card."""
        wish = wish_of(event)
        if wish:
            self.asked.emit(wish, self.facts.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.asked.emit("menu", self.facts.key)
        event.accept()

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
            self._paint_rest(painter, rect, self._paint_head(painter, rect))

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

    def _title_lines(self, width: float) -> tuple[tuple[str, ...], float]:
        """Return the lines of the title and the room each has beside the gain."""
        strong = QFontMetricsF(self._theme.font("bodyStrong", size=18))
        taken = strong.horizontalAdvance(self.facts.gain) if self.facts.gain else 0.0
        room = max(40.0, width - 2 * self._theme.px(_PAD) - (taken + 8 if taken else 0))
        most = _MOST_SLIM_LINES if self._is_slim(width) else _MOST_LINES
        return wrap(self.facts.title, self._title_font(width), room, most), room

    def _title_font(self, width: float) -> QFont:
        return self._theme.font("body", size=_SMALL) if self._is_slim(width) else self._theme.font("body")

    def _is_slim(self, width: float) -> bool:
        return width < self._theme.px(_SLIM)

    def _paint_head(self, painter: QPainter, rect: QRectF) -> float:
        """Paint gain and title; return where they end."""
        px, ink = self._theme.px, self._theme.color(self._ink())
        strong = self._theme.font("bodyStrong", size=18)
        right = rect.right() - px(_PAD)
        line = px(_TITLE)
        top = rect.top() + px(_TOP)
        at = QPointF(right, drawing.line_baseline(strong, top, line))
        drawing.words(painter, at, self.facts.gain, strong, ink, drawing.RIGHT)
        title = self._title_font(rect.width())
        lines, room = self._title_lines(rect.width())
        for index, words in enumerate(lines):
            base = drawing.line_baseline(title, top + index * line, line)
            drawing.words(painter, QPointF(rect.left() + px(_PAD), base), words, title, ink, room=room)
        return top + len(lines) * line + px(4)

    def _paint_rest(self, painter: QPainter, rect: QRectF, top: float) -> None:
        px, facts = self._theme.px, self.facts
        left, right = rect.left() + px(_PAD), rect.right() - px(_PAD)
        font, quiet = self._theme.font("caption"), self._theme.color("ink3" if facts.is_out else "ink2")
        line = px(_LINE)
        base = drawing.line_baseline(font, top, line)
        taken = drawing.words(painter, QPointF(right, base), facts.weeks, font, quiet, drawing.RIGHT)
        room = right - left - taken - 8
        drawing.words(painter, QPointF(left, base), facts.who, font, quiet, room=room)
        base = drawing.line_baseline(font, top + line, line)
        label = self._theme.font("label")
        taken = drawing.words(
            painter, QPointF(right, base), self._marks(), label, quiet, drawing.RIGHT, room=right - left
        )
        room = right - left - (taken + 8 if taken else 0)
        after = self.tr("→ {0}").format(facts.after) if facts.after else ""
        drawing.words(painter, QPointF(left, base), after, font, quiet, room=room)
        if facts.conflict:
            under = top + (1 + bool(facts.after or self._marks())) * line
            self._paint_conflict(painter, QRectF(left, under, right - left, px(_CONFLICT)))

    def _paint_conflict(self, painter: QPainter, place: QRectF) -> None:
        color, font = self._theme.color, self._theme.font("label")
        size = self._theme.px(10)
        tip = QPointF(place.left() + size / 2, place.center().y() + size / 2)
        drawing.notch(painter, tip, size, color("attention"), color("attentionLine"))
        at = QPointF(place.left() + size + 6, drawing.line_baseline(font, place.top(), place.height()))
        room = place.width() - size - 6
        drawing.words(painter, at, self.facts.conflict, font, color("ink"), room=room)

    def _marks(self) -> str:
        fixed = self.tr("fixed") if self.facts.is_fixed else ""
        return " · ".join(part for part in (self.facts.state, fixed, self.facts.remark) if part)

    def _ink(self) -> str:
        return "ink3" if self.facts.is_out else "ink"
