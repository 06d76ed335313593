"""Questions by name, one under another; each leads to where it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.wrapping import wrap

_ID: Final = 74
_PAD: Final = 5
_COMFORTABLE: Final = 640
_MOST_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is listed."""

    id: str
    prompt: str


class _Row(PaintedButton):
    """One question, clickable as a whole."""

    def __init__(self, theme: Theme, asked: Asked, parent: QWidget) -> None:
        self.asked = asked
        self._laid_out = 0  # the width once a layout gave one
        super().__init__(theme, asked.prompt, parent)
        self.setObjectName(f"open-{asked.id}")
        self.setAccessibleName(f"{asked.id}, {asked.prompt}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """A long prompt wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        return len(self._lines(width)) * self._theme.line("body") + 2 * _PAD

    def sizeHint(self) -> QSize:
        """One line, or two."""
        return QSize(self._theme.px(480), self.heightForWidth(self._laid_out or self._theme.px(_COMFORTABLE)))

    def minimumSizeHint(self) -> QSize:
        """Room for a narrow panel, and high enough for the width of now."""
        return QSize(self._theme.px(240), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave ← and → to the page: Qt's buttons would take them to move the focus."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the id and the prompt, which answers to the pointer."""
        with drawing.painting(self) as painter:
            if self._is_hovered:
                ground = QRectF(self.rect()).adjusted(-6, 0, 6, 0)
                drawing.box(painter, ground, 6, fill=self._theme.color("hover"))
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        color, line = self._theme.color, self._theme.line("body")
        quiet, body = self._theme.font("caption"), self._theme.font("body")
        base = drawing.line_baseline(body, _PAD, line)
        drawing.words(painter, QPointF(0, base), self.asked.id, quiet, color("ink2"))
        ink = color("accent" if self._is_hovered else "ink")
        for place, words in enumerate(self._lines(self.width())):
            drawing.words(painter, QPointF(self._theme.px(_ID), base + place * line), words, body, ink)

    def _lines(self, width: float) -> tuple[str, ...]:
        room = width - self._theme.px(_ID)
        return wrap(self.asked.prompt, self._theme.font("body"), room, _MOST_LINES)


class QuestionList(QWidget):
    """The rows; ↑ and ↓ move, Enter opens. ``chosen`` carries the id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, questions: Sequence[Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = [_Row(theme, asked, self) for asked in questions]
        for row in self._rows:
            column.addWidget(row)
            row.clicked.connect(self._on_clicked)
        self._roving = Roving(self, "down")
        self._roving.set_buttons(self._rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self._roving.set_stop(self._rows.index(row))
            self.chosen.emit(row.asked.id)
