"""One practice that can be ticked: its key, its words, whose tick it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.key_hint import is_shown, key_height, key_width, paint_key
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.side_mark import mark_room, paint_side
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

_PADDING: Final = 12
_BOX: Final = 20
_LINE: Final = 24
_LEAST: Final = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a row shows: the key that ticks it, its words, how to get there; ``alone`` is “none of these”."""

    id: str
    key: str
    title: str
    advice: str = ""
    alone: bool = False


class PracticeRow(PaintedButton):
    """A check box as wide as its column. Shift with Space says that the practice does not apply here."""

    left_out = Signal()

    def __init__(self, theme: Theme, shown: Shown, parent: QWidget | None = None) -> None:
        self._shown = shown
        self._is_left_out = self._is_read_only = False
        self._views: tuple[SideView, ...] = ()
        super().__init__(theme, shown.title, parent)
        self.setCheckable(True)
        self.setProperty("radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"practice-{shown.key}" if shown.key else f"practice-{shown.id}")
        self.setToolTip(plain_tooltip(shown.advice))
        self._tell()

    @property
    def shown(self) -> Shown:
        """What it shows."""
        return self._shown

    def show_state(self, *, ticked: bool, left_out: bool, views: Sequence[SideView] = ()) -> None:
        """Show whether it is ticked, or does not apply, and which side ticked it."""
        self.setChecked(ticked)
        self._is_left_out = left_out
        self._views = tuple(views)
        self._tell()
        self.update()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the tick without offering another."""
        self._is_read_only = read_only
        self.update()

    def height_at(self, width: float) -> int:
        """Return how high the words make the row."""
        lines = len(self._lines(width))
        return max(self._theme.px(_LEAST), lines * self._theme.px(_LINE) + 2 * self._theme.px(_PADDING) - 2)

    def sizeHint(self) -> QSize:
        """Half of a wide page."""
        return QSize(self._theme.px(420), self.height_at(self._theme.px(420)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words."""
        width = self._theme.px(240)
        return QSize(width, self.height_at(max(self.width(), width)))

    def nextCheckState(self) -> None:
        """Leave the tick to whoever stores the answer: it is shown once it is given."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Shift with Space for what does not apply."""
        is_space = event.key() == Qt.Key.Key_Space
        if is_space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.left_out.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, box, words, what stands at the right."""
        with drawing.painting(self) as painter:
            self._paint_frame(painter)
            self._paint_box(painter)
            self._paint_words(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        color, rect = self._theme.color, QRectF(self.rect())
        if self.isChecked():
            drawing.box(painter, rect, 10, fill=color("accentTint"), line=color("accent"), width=2.5)
        elif self._is_left_out or self._is_read_only:
            drawing.box(painter, rect, 10, fill=color("paper"), line=color("line2"), width=1.5)
        elif self._is_hovered:
            drawing.box(painter, rect, 10, fill=color("hover"), line=color("ink2"), width=1.5)
        else:
            drawing.box(painter, rect, 10, fill=color("surface"), line=color("line2"), width=1.5)

    def _paint_box(self, painter: QPainter) -> None:
        color, side = self._theme.color, float(self._theme.px(_BOX))
        square = QRectF(self._theme.px(_PADDING), self._middle() - side / 2, side, side)
        if self.isChecked():
            drawing.box(painter, square, 4, fill=color("accent"))
            drawing.tick(painter, square, color("onAccent"), 2.2)
        elif self._is_left_out:
            drawing.box(painter, square, 4, fill=color("sunken"), line=color("line2"), dash=(3, 3))
            drawing.stroke(
                painter,
                QPointF(square.left() + 5, square.center().y()),
                QPointF(square.right() - 5, square.center().y()),
                color("ink3"),
                2,
            )
        else:
            line = color("ink2" if self._is_hovered else "line2")
            drawing.box(painter, square, 4, fill=color("surface"), line=line, width=1.5)

    def _paint_words(self, painter: QPainter) -> None:
        color, font, line = self._theme.color, self._theme.font("body"), float(self._theme.px(_LINE))
        ink = color("ink3" if self._is_left_out else "ink")
        lines = self._lines(self.width())
        top = (self.height() - len(lines) * line) / 2
        for place, text in enumerate(lines):
            at = QPointF(self._left(), drawing.line_baseline(font, top + place * line, line))
            drawing.words(painter, at, text, font, ink)
        right = float(self.width() - self._theme.px(_PADDING))
        if is_shown(self._theme, self._shown.key):
            wide, high = key_width(self._theme, self._shown.key), key_height(self._theme)
            paint_key(
                painter,
                self._theme,
                QRectF(right - wide, self._middle() - high / 2, wide, high),
                self._shown.key,
            )
            right -= wide + 8
        self._paint_marks(painter, right)

    def _paint_marks(self, painter: QPainter, right: float) -> None:
        for view in reversed(self._views):
            wide = mark_room(self._theme.px(14))
            center = QPointF(right - wide / 2, self._middle())
            paint_side(painter, self._theme, view.side, center, wide / mark_room(1))
            right -= wide + 4
        if self._is_left_out:
            font = self._theme.font("caption")
            at = QPointF(right, drawing.baseline(font, 0, self.height()))
            drawing.words(
                painter, at, self.tr("does not apply"), font, self._theme.color("ink2"), drawing.RIGHT
            )

    def _lines(self, width: float) -> tuple[str, ...]:
        return wrap(self._shown.title, self._theme.font("body"), width - self._left() - self._taken())

    def _taken(self) -> float:
        """Return what stands at the right of the words."""
        key = key_width(self._theme, self._shown.key or "0") + 8
        apart = (
            self._theme.metrics("caption").horizontalAdvance(self.tr("does not apply")) + 8
            if self._is_left_out
            else 0
        )
        marks = len(self._views) * (mark_room(self._theme.px(14)) + 4)
        return key + apart + marks + self._theme.px(_PADDING)

    def _left(self) -> float:
        return float(self._theme.px(_PADDING) + self._theme.px(_BOX) + self._theme.px(10))

    def _middle(self) -> float:
        return self.height() / 2

    def _tell(self) -> None:
        words = self._shown.title
        if self._shown.key:
            words = f"{self._shown.key}, {words}"
        if self._is_left_out:
            words += f". {self.tr('Does not apply here.')}"
        for view in self._views:
            words = f"{words.rstrip('.')}. {self.tr('Ticked by {0}.').format(view.name)}"
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._shown.advice)
