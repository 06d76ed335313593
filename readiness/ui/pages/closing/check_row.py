"""One line of closing: what it is about, who has it, until when, and how it stands."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.models.closing_rows import DONE, CheckItem
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.view_mark import paint_view
from readiness.ui.widgets.wrapping import wrap

_ID: Final = 76
_PAD: Final = 14
_OWNER: Final = 148
_RIGHT: Final = 104
_STACKED: Final = 470
_MOST_LINES: Final = 3


class CheckRow(PaintedButton):
    """The whole row answers to a click and to Enter; where it is narrow the owner stands below the words."""

    def __init__(self, theme: Theme, item: CheckItem, parent: QWidget) -> None:
        self._item = item
        self._laid_out = 0  # the width once a layout gave one
        self.is_edited = False
        super().__init__(theme, item.words, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("row", True)
        self.set_item(item)

    @property
    def item(self) -> CheckItem:
        """What the row says."""
        return self._item

    def set_item(self, item: CheckItem) -> None:
        """Say something else."""
        self._item = item
        own = item.key if item.place >= 0 or item.state == "unassigned" else f"open-{item.id}"
        self.setObjectName(own)
        self.set_words(item.words)
        nobody = self.tr("nobody looks into it yet") if item.state == "unassigned" and not item.who else ""
        said = (item.id, item.words, *self._sides(), item.who, nobody, self._right())
        self.setAccessibleName(", ".join(part for part in said if part))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        lines = len(self._lines(width)) + (self._is_stacked(width) and self._has_right())
        return lines * self._theme.line("body") + 2 * self._theme.px(_PAD)

    def sizeHint(self) -> QSize:
        """One line, or two."""
        return QSize(self._theme.px(480), self.heightForWidth(self._laid_out or self._theme.px(640)))

    def minimumSizeHint(self) -> QSize:
        """Room for a narrow panel, and high enough for the width of now."""
        return QSize(self._theme.px(220), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint id, words, owner and state, with a line above."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            if self._is_hovered or self.is_edited:
                ground = QRectF(self.rect()).adjusted(0, 1, 0, 0)
                painter.fillRect(ground, color("accentTint" if self.is_edited else "hover"))
            drawing.stroke(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), color("line"))
            self._paint_words(painter)
            if self._is_stacked(self.width()):
                top = self.height() - self._theme.px(_PAD) - self._theme.line("body")
                self._paint_right(painter, self._theme.px(_ID), self._middle_of(top))
            else:
                left = self.width() - self._theme.px(_OWNER + _RIGHT)
                self._paint_right(painter, left, self._middle_of(self._theme.px(_PAD)))

    def _paint_words(self, painter: QPainter) -> None:
        color, line = self._theme.color, self._theme.line("body")
        quiet, body = self._theme.font("caption"), self._theme.font("body")
        base = drawing.line_baseline(body, self._theme.px(_PAD), line)
        drawing.words(painter, QPointF(0, base), self._item.id, quiet, color("ink2"))
        ink = color("ink2" if self._item.state in DONE else "ink")
        for place, words in enumerate(self._lines(self.width())):
            drawing.words(painter, QPointF(self._theme.px(_ID), base + place * line), words, body, ink)

    def _paint_right(self, painter: QPainter, left: float, middle: float) -> None:
        if self._item.levels is not None:
            self._paint_levels(painter, left, middle, self._item.levels)
        else:
            self._paint_owner(painter, left, middle)
        self._paint_state(painter, left + self._theme.px(_OWNER), middle)

    def _paint_levels(self, painter: QPainter, left: float, middle: float, levels: tuple[int, int]) -> None:
        font, radius = self._theme.font("body"), self._theme.px(9)
        base = drawing.baseline(font, middle - 12, 24)
        for side, level in zip(("product", "engineering"), levels, strict=True):
            paint_view(painter, self._theme, QPointF(left + radius, middle), side, radius)
            at = QPointF(left + 2 * radius + 10, base)
            left = at.x() + drawing.words(painter, at, str(level), font, self._theme.color("ink")) + 14

    def _paint_owner(self, painter: QPainter, left: float, middle: float) -> None:
        radius, color = self._theme.px(9), self._theme.color
        room = float(self._theme.px(_OWNER - 10))
        if self._item.side is not None:
            paint_view(painter, self._theme, QPointF(left + radius, middle), self._item.side, radius)
            left, room = left + 2 * radius + 10, room - 2 * radius - 10
        is_offer = self._item.state == "unassigned"
        words = self.tr("Who finds out?") if is_offer and not self._item.who else self._item.who
        font = self._theme.font("body", weight=600 if is_offer else 400)
        at = QPointF(left, drawing.baseline(font, middle - 12, 24))
        drawing.words(painter, at, words, font, color("accent" if is_offer else "ink"), room=room)

    def _paint_state(self, painter: QPainter, left: float, middle: float) -> None:
        color, item = self._theme.color, self._item
        font = self._theme.font("bodyStrong" if item.state == "late" else "body")
        if item.state == "late":
            tip = QPointF(left + 6, middle + 6)
            drawing.notch(painter, tip, 12, color("attention"), color("attentionLine"))
            left += 20
        elif item.state in DONE:
            side = float(self._theme.px(16))
            drawing.tick(painter, QRectF(left, middle - side / 2, side, side), color("accent"), 1.8)
            left += side + 6
        at = QPointF(left, drawing.baseline(font, middle - 12, 24))
        tone = color("ink" if item.state == "late" else "ink2")
        drawing.words(painter, at, self._right(), font, tone, room=self.width() - left)

    def _right(self) -> str:
        item = self._item
        words = {
            "late": self.tr("{0}, late").format(item.due),
            "found": self.tr("found"),
            "passed_on": self.tr("passed on"),
            "settled": self.tr("settled"),
            "apart": self.tr("left open"),
            "open": item.due or ("" if item.key.startswith("parked") else self.tr("no date")),
        }
        return words.get(item.state, "")

    def _sides(self) -> tuple[str, ...]:
        if self._item.levels is None:
            return ()
        product, engineering = self._item.levels
        return (self.tr("Product {0}").format(product), self.tr("Engineering {0}").format(engineering))

    def _has_right(self) -> bool:
        return self._item.state != "question"

    def _is_stacked(self, width: float) -> bool:
        return width < self._theme.px(_STACKED)

    def _lines(self, width: float) -> tuple[str, ...]:
        taken = _ID if self._is_stacked(width) or not self._has_right() else _ID + _OWNER + _RIGHT + 12
        return wrap(self._item.words, self._theme.font("body"), width - self._theme.px(taken), _MOST_LINES)

    def _middle_of(self, top: float) -> float:
        return top + self._theme.line("body") / 2
