"""One level of a question: key, steps, name and what one would see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.side_mark import mark_room, paint_side
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.wrapping import wrap

Choice = Literal["", "agreed", "guess", "carried"]
Last = Literal["", "shown", "offered"]
"""Last quarter's level: not to be seen, marked, or waiting to be said again."""

KEY: Final = 34
HEAD: Final = 38
LOW_KEY: Final = 28
LOW_NAME: Final = 18
LEAST_LINES: Final = 5
RING: Final = 22
_MARK: Final = 34
_LEAST_MARK: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a card says."""

    number: int
    name: str
    anchor: str


class LevelCard(PaintedButton):
    """A card that can be chosen; its row decides how high it is and how large the anchor is set."""

    def __init__(self, theme: Theme, level: Level, parent: QWidget | None = None) -> None:
        self._level = level
        self._choice: Choice = ""
        self._last: Last = ""
        self._views: tuple[SideView, ...] = ()
        self._is_read_only = False
        self._is_narrow = False
        self._is_low = False
        self._is_faulty = False
        super().__init__(theme, level.name, parent)
        self.setObjectName(f"level-{level.number}")
        self.setProperty("radius", 12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    @property
    def level(self) -> Level:
        """What the card says."""
        return self._level

    def set_level(self, level: Level) -> None:
        """Say something else."""
        self._level = level
        self._tell()
        self.update()

    def set_choice(self, choice: Choice) -> None:
        """Show that this level was chosen, and whether it was a guess."""
        self._choice = choice
        self._tell()
        self.update()

    def set_last(self, last: Last) -> None:
        """Mark the level of last quarter with a dashed ring, or offer it as what may still be true."""
        self._last = last
        self._tell()
        self.update()

    def set_views(self, views: Sequence[SideView]) -> None:
        """Show which sides chose this level."""
        self._views = tuple(views)
        self._tell()
        self.update()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the card without offering it."""
        self._is_read_only = read_only
        self.update()

    def set_faulty(self, faulty: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show that it says nothing yet, while the question is being written."""
        self._is_faulty = faulty
        self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Set the anchor smaller, as in a small window."""
        self._is_narrow = narrow
        self.update()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Put the name beside the key, where what both said has to be seen under the cards."""
        self._is_low = low
        self.update()

    def height_at(self, width: float, *, narrow: bool) -> int:
        """Return how high the card must be to show its whole anchor at a width."""
        self._is_narrow = narrow
        lines = max(0 if self._is_low else LEAST_LINES, len(self._lines(width)))
        return round(self._text_top() + lines * self._line_height()) + self._padding()

    def sizeHint(self) -> QSize:
        """A fifth of the designed width."""
        return QSize(203, self.height_at(203, narrow=self._is_narrow))

    def minimumSizeHint(self) -> QSize:
        """Room for the name, and for the anchor at the width of now."""
        least = self._theme.px(132)
        return QSize(least, self.height_at(max(self.width(), least), narrow=self._is_narrow))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, key, steps or mark, name and anchor."""
        with drawing.painting(self) as painter:
            self._paint_frame(painter)
            self._paint_head(painter)
            self._paint_text(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        color = self._theme.color
        rect = QRectF(self.rect())
        if self._choice == "carried":
            drawing.box(painter, rect, 12, fill=color("sunken"), line=color("ink3"), width=2)
        elif self._choice or self._views or self._last == "offered":
            ground, frame = self._chosen_colors()
            dash = (9.0, 6.0) if self._is_guess() else ()
            drawing.box(painter, rect, 12, fill=color(ground), line=color(frame), width=3, dash=dash)
        elif self._is_faulty:
            drawing.box(
                painter, rect, 12, fill=color("surface"), line=color("error"), width=2, dash=(6.0, 5.0)
            )
        elif self._is_read_only:
            drawing.box(painter, rect, 12, fill=color("paper"), line=color("line"), width=1.5)
        elif self._is_hovered:
            fill = color("sunken" if self.isDown() else "hover")
            drawing.box(painter, rect, 12, fill=fill, line=color("ink2"), width=1.5)
        else:
            drawing.box(painter, rect, 12, fill=color("surface"), line=color("line2"), width=1.5)

    def _paint_head(self, painter: QPainter) -> None:
        color = self._theme.color
        left, top = float(self._padding()), float(self._padding() - 2)
        side = float(self._key())
        head = float(self._head())
        key = QRectF(left, top + (head - side) / 2, side, side)
        drawing.box(painter, key, 5, fill=color("surface"), line=color("line2"), width=1.5)
        font = self._theme.font("bodyStrong", size=18 if self._is_low else 20)
        at = QPointF(key.center().x(), drawing.baseline(font, key.top(), side))
        drawing.words(painter, at, str(self._level.number), font, color("ink"), drawing.CENTER)
        start = key.right() + (self._paint_name(painter, key) if self._is_low else 0)
        self._paint_right(painter, start, top, head)

    def _paint_right(self, painter: QPainter, start: float, top: float, head: float) -> None:
        """Paint at the right of the head what was said of this level, else its steps."""
        right = float(self.width() - self._padding())
        says_last_alone = self._is_low and not (self._views or self._choice)
        if self._last and (says_last_alone or (self._last == "offered" and not self._choice)):
            self._paint_ring(painter, QPointF(right - RING / 2, top + head / 2))
            return
        if self._last and not self._is_low:
            self._paint_ring(painter, QPointF(start + 8 + RING / 2, top + head / 2))
            start += 8 + RING
        if self._views:
            self._paint_sides(painter, right, top + head / 2, room=right - start - 6)
        elif self._choice:
            self._paint_mark(painter, right, top, head, room=right - start - 6)
        elif not self._is_low:
            wide = min(44.0, right - start - 10)
            self._paint_steps(painter, QRectF(right - wide, top + (head - 22) / 2, wide, 22))

    def _paint_name(self, painter: QPainter, key: QRectF) -> float:
        """Paint the name beside the key, and return what that took."""
        font, gap = self._theme.font("levelName", size=LOW_NAME), 6.0
        at = QPointF(key.right() + gap, drawing.baseline(font, key.top(), key.height()))
        room = self.width() - self._padding() - at.x()
        return gap + drawing.words(painter, at, self._level.name, font, self._ink("ink"), room=room)

    def _chosen_colors(self) -> tuple[str, str]:
        """Return fill and line: agreed stands over the sides, both sides over one of them."""
        if self._choice or not self._views:
            return "accentTint", "accent"
        if len(self._views) > 1:
            return "surface", "ink"
        return f"{self._views[0].side}Tint", self._views[0].side

    def _is_guess(self) -> bool:
        if self._choice:
            return self._choice == "guess"
        return bool(self._views) and all(view.is_guess for view in self._views)

    def _paint_sides(self, painter: QPainter, right: float, middle: float, *, room: float) -> None:
        count = len(self._views)
        mark = self._key() if self._is_low else self._theme.px(_MARK)
        wide = min(mark_room(mark), room / count)
        if wide < _LEAST_MARK:
            return  # the frame says it, and the lane under the cards
        for place, view in enumerate(reversed(self._views)):
            center = QPointF(right - wide * (place + 0.5), middle)
            paint_side(painter, self._theme, view.side, center, wide / mark_room(1))

    def _paint_mark(self, painter: QPainter, right: float, top: float, height: float, *, room: float) -> None:
        word = self._word()
        font = self._theme.font("bodyStrong")
        accent = self._theme.color("ink2" if self._choice == "carried" else self._chosen_colors()[1])
        side = float(self._theme.px(20))
        wide = QFontMetricsF(font).horizontalAdvance(word) + 4
        shown = wide + side <= room  # the tick alone says it where the word has no room
        if shown:
            at = QPointF(right, drawing.baseline(font, top, height))
            drawing.words(painter, at, word, font, accent, drawing.RIGHT)
        if self._choice:
            place = QRectF(right - side - (wide if shown else 0), top + (height - side) / 2, side, side)
            drawing.tick(painter, place, accent, 2.1)

    def _paint_ring(self, painter: QPainter, center: QPointF) -> None:
        half = RING / 2
        rect = QRectF(center.x() - half, center.y() - half, RING, RING)
        drawing.box(painter, rect, half, line=self._theme.color("ghost"), width=2, dash=(4.0, 3.0))

    def _word(self) -> str:
        words = {"agreed": self.tr("agreed"), "guess": self.tr("guess"), "carried": self.tr("carried")}
        return words.get("guess" if self._is_guess() else self._choice, "")

    def _paint_steps(self, painter: QPainter, place: QRectF) -> None:
        gap = 3.0
        wide = (place.width() - 3 * gap) / 4
        for index in range(4):
            high = place.height() * (index + 1) / 4
            bar = QRectF(place.left() + index * (wide + gap), place.bottom() - high, wide, high)
            reached = index < self._level.number
            drawing.box(painter, bar, 1.5, fill=self._ink("ink") if reached else self._theme.color("line"))

    def _paint_title(self, painter: QPainter) -> None:
        left = float(self._padding())
        room = self.width() - 2 * left
        name = self._theme.font("levelName")
        name_line = self._theme.line("levelName")
        top = self._text_top() - 4 - name_line
        at = QPointF(left, drawing.line_baseline(name, top, name_line))
        taken = drawing.words(painter, at, self._level.name, name, self._ink("ink"), room=room)
        if self._views and (self._choice or self._is_guess()):
            self._paint_mark(painter, left + room, top, name_line, room=room - taken - 8)

    def _paint_text(self, painter: QPainter) -> None:
        if not self._is_low:
            self._paint_title(painter)
        left = float(self._padding())
        font = self._theme.font("anchor", size=self._anchor_size())
        height = self._line_height()
        ink = self._ink("ink" if self._choice or self._views else "ink2")
        for index, line in enumerate(self._lines(self.width())):
            base = drawing.line_baseline(font, self._text_top() + index * height, height)
            drawing.words(painter, QPointF(left, base), line, font, ink)

    def _lines(self, width: float) -> tuple[str, ...]:
        font = self._theme.font("anchor", size=self._anchor_size())
        return wrap(self._level.anchor, font, width - 2 * self._padding())

    def _text_top(self) -> float:
        name = 4 if self._is_low else 10 + self._theme.line("levelName") + 4
        return self._padding() - 2 + self._head() + name

    def _key(self) -> int:
        return self._theme.px(LOW_KEY if self._is_low else KEY)

    def _head(self) -> int:
        return self._theme.px(LOW_KEY if self._is_low else HEAD)

    def _anchor_size(self) -> int:
        return 16 if self._is_narrow else 18

    def _line_height(self) -> int:
        return self._theme.px(22) if self._is_narrow else self._theme.line("anchor")

    def _padding(self) -> int:
        return 12 if self._is_narrow else 16

    def _ink(self, tone: str) -> QColor:
        return self._theme.color(
            "ink2" if self._is_read_only and not self._choice and not self._views else tone
        )

    def _tell(self) -> None:
        level = self._level
        words = f"{level.number}, {level.name}. {level.anchor}"
        for view in self._views:
            said = self.tr("{0} guesses this.") if view.is_guess else self.tr("Chosen by {0}.")
            words += " " + said.format(view.name)
        if self._choice:
            words += f" {self._word().capitalize()}."
        if self._last:
            words += " " + self.tr("Last quarter’s level.")
        self.setAccessibleName(words)
