"""Just before and after: the questions around the one that is asked, with what they stand at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.tooltip import plain_tooltip

MOST: Final = 3
_HEIGHT: Final = 44
_ID: Final = 76
_STATE: Final = 116
_LEVEL: Final = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """One question near by: what it stands at (“2, one quarter”), and whether it is carried or comes next."""

    id: str
    prompt: str
    stands: str
    state: str


class _Row(PaintedButton):
    """One line; a click goes there."""

    def __init__(self, theme: Theme, place: int, parent: QWidget) -> None:
        self._shown = Neighbour(id="", prompt="", stands="", state="")
        super().__init__(theme, "", parent)
        self.setObjectName(f"neighbour-{place}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def id(self) -> str:
        """The question of the line."""
        return self._shown.id

    def show_neighbour(self, shown: Neighbour) -> None:
        """Show another question."""
        self._shown = shown
        self.set_words(shown.prompt)
        self.setToolTip(plain_tooltip(shown.prompt))
        self.setAccessibleName(f"{shown.id}, {shown.prompt} {shown.stands}, {shown.state}")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(480), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The prompt may elide."""
        return QSize(self._theme.px(240), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave ← and → to the page: Qt's buttons would take them to move the focus."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rule above, id, prompt, level and state."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, QRectF(self.rect()).adjusted(0, 1, 0, 0), 4, fill=color("hover"))
            drawing.stroke(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), color("line"))
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        color, px = self._theme.color, self._theme.px
        quiet, body = self._theme.font("caption"), self._theme.font("body", weight=500)
        height = float(self.height())
        base, low = drawing.baseline(body, 0, height), drawing.baseline(quiet, 0, height)
        right = float(self.width())
        stands_right = right - px(_STATE)
        drawing.words(painter, QPointF(0, low), self._shown.id, quiet, color("ink2"))
        drawing.words(painter, QPointF(right, low), self._shown.state, quiet, color("ink2"), drawing.RIGHT)
        plain = self._theme.font("body")
        at = QPointF(stands_right, base)
        drawing.words(painter, at, self._shown.stands, plain, color("ink2"), drawing.RIGHT, room=px(_LEVEL))
        room = stands_right - px(_LEVEL) - px(_ID) - 8
        drawing.words(painter, QPointF(px(_ID), base), self.words, body, color("ink"), room=room)


class Neighbours(QWidget):
    """At most three lines; ↑ and ↓ move inside, Enter goes. ``chosen`` carries the id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text(theme, self.tr("Just before and after"), "label", "ink2", self)
        self._rows = [_Row(theme, place, self) for place in range(MOST)]
        self._roving = Roving(self, "down")
        self._roving.set_buttons(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(8)
        for row in self._rows:
            column.addWidget(row)
            row.clicked.connect(self._on_clicked)

    def show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        """Show the questions near by."""
        self.setVisible(bool(neighbours))
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(neighbours))
            if place < len(neighbours):
                row.show_neighbour(neighbours[place])

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row) and row.id:
            self.chosen.emit(row.id)
