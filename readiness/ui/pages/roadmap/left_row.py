"""One action or risk beside the board: its name, its gain, and what is said of it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.left_facts import LeftFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.action_card import wish_of
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

_PAD: Final = 6
_MOST_LINES: Final = 3
_MOST_NOTE: Final = 4
_COMFORTABLE: Final = 200


class LeftRow(PaintedButton):
    """As high as its words; ``asked`` carries what a key, a double click or the menu asks for."""

    asked = Signal(str, str)  # wish, key

    def __init__(self, theme: Theme, facts: LeftFacts, parent: QWidget) -> None:
        self.facts = facts
        self._laid_out = 0
        super().__init__(theme, facts.title, parent)
        self.setObjectName(f"{'risk' if facts.is_risk else 'left'}-{facts.key}")
        self.setAccessibleName(facts.spoken)
        self.setToolTip(plain_tooltip("\n".join(part for part in (facts.title, facts.note) if part)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        title, note = self._lines(width)
        return (len(title) + len(note)) * self._theme.px(20) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """As high as at the width of now."""
        width = self._laid_out or self._theme.px(_COMFORTABLE)
        return QSize(self._theme.px(160), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the key means on a row."""
        wish = wish_of(event)
        if wish:
            self.asked.emit(self._meant(wish), self.facts.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.asked.emit("menu", self.facts.key)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        self.asked.emit(self._meant("edit"), self.facts.key)
        event.accept()

    def _meant(self, wish: str) -> str:
        """Return what a wish means of a risk: it is edited and withdrawn, not planned."""
        if not self.facts.is_risk:
            return wish
        return {"edit": "risk", "accept": "risk", "drop": "withdraw"}.get(
            wish, wish if wish in {"up", "down", "home", "end"} else "none"
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a line above, the name, the gain, and what is said of it."""
        rect, color = QRectF(self.rect()), self._theme.color
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect, 6, fill=color("hover"))
            painter.fillRect(QRectF(0, 0, rect.width(), 1), color("line"))
            self._paint_words(painter, rect)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        color, line = self._theme.color, self._theme.px(20)
        font, strong = self._theme.font("caption"), self._theme.font("label")
        right = QPointF(rect.right() - 2, drawing.line_baseline(strong, _PAD, line))
        drawing.words(painter, right, self.facts.gain, strong, color("ink"), drawing.RIGHT)
        title, note = self._lines(self.width())
        for index, words in enumerate((*title, *note)):
            tone = "ink" if index < len(title) else "ink2"
            at = QPointF(2, drawing.line_baseline(font, _PAD + index * line, line))
            drawing.words(painter, at, words, font, color(tone))

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        font = self._theme.font("caption")
        taken = QFontMetricsF(self._theme.font("label")).horizontalAdvance(self.facts.gain)
        room = max(40.0, width - 4 - (taken + 10 if taken else 0))
        title = wrap(self.facts.title, font, room, _MOST_LINES)
        note = wrap(self.facts.note, font, width - 4.0, _MOST_NOTE) if self.facts.note else ()
        return title, note
