"""What changed, a row a question: its words, and “1 → 2” in bold at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

FEW: Final = 3
"""As many rows stand there before somebody asks for all."""

_PAD: Final = 7
_SIDE: Final = 4
_LINE: Final = 20
_TEXT: Final = 15
_MOST_LINES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One row; without a ``key`` it leads nowhere. ``note`` stands quietly before the ``value``."""

    name: str
    value: str
    key: str = ""
    note: str = ""


class _Row(PaintedButton):
    """One row, clickable as a whole where it leads somewhere, and in any case read in full."""

    def __init__(self, theme: Theme, row: ChangeRow, parent: QWidget) -> None:
        self.row = row
        self._laid_out = 0  # the width once a layout gave one
        super().__init__(theme, row.name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(plain_tooltip(row.name))
        self.setAccessibleName(", ".join(part for part in (row.name, row.note, row.value) if part))

    def hasHeightForWidth(self) -> bool:
        """The name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        return len(self._lines(width)) * self._theme.px(_LINE) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._theme.px(260), self.heightForWidth(self._laid_out or self._theme.px(260)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words and the value."""
        return QSize(self._theme.px(180), self._theme.px(_LINE) + 2 * _PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, the name, the note and the value."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            if self._is_hovered and self.row.key:
                drawing.box(painter, QRectF(self.rect()).adjusted(0, 1, 0, 0), 4, fill=color("hover"))
            drawing.stroke(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), color("line"))
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        color, line = self._theme.color, self._theme.px(_LINE)
        font, strong = self._font(), self._font(600)
        base = drawing.line_baseline(font, _PAD, line)
        right = self.width() - _SIDE
        wide = drawing.words(
            painter, QPointF(right, base), self.row.value, strong, color("ink"), drawing.RIGHT
        )
        quiet = self._theme.font("caption")
        before = QPointF(right - wide - 10, base)
        drawing.words(painter, before, self.row.note, quiet, color("ink2"), drawing.RIGHT)
        for index, words in enumerate(self._lines(self.width())):
            at = QPointF(_SIDE, drawing.line_baseline(font, _PAD + index * line, line))
            drawing.words(painter, at, words, font, color("ink"))

    def _font(self, weight: int = 400) -> QFont:
        return self._theme.font("caption", weight=weight, size=_TEXT)

    def _lines(self, width: float) -> tuple[str, ...]:
        value = self._theme.metrics("caption", weight=600, size=_TEXT).horizontalAdvance(self.row.value)
        note = self._theme.metrics("caption").horizontalAdvance(self.row.note)
        taken = value + 12 + (note + 10 if note else 0) + 2 * _SIDE
        return wrap(self.row.name, self._font(), max(40.0, width - taken), _MOST_LINES)


class ChangeList(QWidget):
    """A heading with its count and the rows; ↑ and ↓ move, Enter opens, and the last button shows all."""

    chosen = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, name: str, few: int = FEW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._few = few
        self._given: tuple[ChangeRow, ...] = ()
        self._is_whole = False
        self._rows: list[_Row] = []
        self._roving = Roving(self, "down")
        self._heading = Text(theme, "", "section", "ink", self)
        self._number = Text(theme, "", "section", "ink3", self)
        self._nothing = TextBlock(theme, "", "caption", "ink2", self)
        self._all = Button(theme, "", "link", self)
        self._all.setObjectName(f"{name}-all")
        self._all.set_size("small")
        self._all.clicked.connect(self._on_all)
        self._list = QVBoxLayout()
        self._build()

    def set_rows(
        self, heading: str, rows: Sequence[ChangeRow], nothing: str = "", *, is_counted: bool = True
    ) -> None:
        """Show other rows under a heading, with their number unless the heading says it, or why none."""
        self._given = tuple(rows)
        self._is_whole = False
        self._heading.setText(heading)
        self._number.setText(str(len(rows)) if rows and is_counted else "")
        self.setAccessibleName(f"{heading}, {len(rows)}" if is_counted else heading)
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing) and not rows)
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.setObjectName("")  # its successor may be asked for before it is gone
            row.hide()
            row.deleteLater()
        shown = self._given if self._is_whole else self._given[: self._few]
        self._rows = [self._made(row) for row in shown]
        self._roving.set_buttons(self._rows)
        more = len(self._given) > self._few
        self._all.setVisible(more)
        words = self.tr("Show fewer") if self._is_whole else self.tr("Show all {0}")
        self._all.setText(words.format(len(self._given)))
        self._all.setAccessibleName(f"{self._all.text()}: {self._heading.text()}")
        self.resized.emit()

    def _made(self, row: ChangeRow) -> _Row:
        made = _Row(self._theme, row, self)
        made.setObjectName(f"{self._name}-{row.key or len(self._rows)}")
        made.clicked.connect(self._on_clicked)
        self._list.addWidget(made)
        made.show()
        return made

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self._roving.set_stop(self._rows.index(row))
            if row.row.key:
                self.chosen.emit(row.row.key)

    def _on_all(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addWidget(self._number)
        head.addStretch(1)
        self._list.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
