"""What gives out first: when, what, and what the business feels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.wrapping import wrap

_FACTOR: Final = 78
_PAD: Final = 8
_COMFORTABLE: Final = 640
_MOST_LINES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakRow:
    """One row; ``factor`` is words like “1.3×”, ``note`` a short word at the right."""

    key: str
    factor: str
    title: str
    consequence: str = ""
    note: str = ""


class _Row(PaintedButton):
    """One row, clickable as a whole."""

    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, row: BreakRow, *, is_first: bool, parent: QWidget) -> None:
        self.row = row
        self._is_first = is_first
        self._laid_out = 0  # the width once a layout gave one
        super().__init__(theme, row.title, parent)
        self.setObjectName(f"breaks-{row.key}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        parts = (row.factor, row.title, row.consequence, row.note)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def hasHeightForWidth(self) -> bool:
        """Title and consequence wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        title, consequence = self._lines(width)
        line = self._theme.line("body")
        return (len(title) + len(consequence)) * line + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._theme.px(480), self.heightForWidth(self._laid_out or self._theme.px(_COMFORTABLE)))

    def minimumSizeHint(self) -> QSize:
        """Room for a narrow panel; the height follows the width that a layout gives."""
        return QSize(self._theme.px(260), self._theme.line("body") + 2 * _PAD)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, factor, title, consequence and note."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, QRectF(self.rect()).adjusted(0, 1, 0, 0), 6, fill=color("hover"))
            if not self._is_first:
                drawing.stroke(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), color("line"))
            factor = self._theme.font("levelName")
            line = self._theme.line("body")
            base = drawing.line_baseline(self._theme.font("bodyStrong"), _PAD, line)
            drawing.words(painter, QPointF(0, base + 2), self.row.factor, factor, color("ink"))
            quiet = self._theme.font("caption")
            right = QPointF(self.width(), base)
            drawing.words(painter, right, self.row.note, quiet, color("ink2"), drawing.RIGHT)
            self._paint_lines(painter, line)

    def _paint_lines(self, painter: QPainter, line: int) -> None:
        color = self._theme.color
        strong, body = self._theme.font("bodyStrong"), self._theme.font("body")
        title, consequence = self._lines(self.width())
        top = float(_PAD)
        for lines, font, ink in ((title, strong, "ink"), (consequence, body, "ink2")):
            for words in lines:
                at = QPointF(self._theme.px(_FACTOR), drawing.line_baseline(font, top, line))
                drawing.words(painter, at, words, font, color(ink))
                top += line

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        left = self._theme.px(_FACTOR)
        note = self._theme.metrics("caption").horizontalAdvance(self.row.note)
        strong, body = self._theme.font("bodyStrong"), self._theme.font("body")
        title = wrap(self.row.title, strong, width - left - (note + 16 if note else 0), _MOST_LINES)
        consequence = wrap(self.row.consequence, body, width - left, _MOST_LINES)
        return title, consequence if self.row.consequence else ()


class BreaksFirst(QWidget):
    """The rows; ↑ and ↓ move, Enter opens, the menu accepts. With no row it says so."""

    chosen = Signal(str)
    accept_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._roving = Roving(self, "down")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._nothing = TextBlock(
            theme, self.tr("Nothing is known to give out below the target."), parent=self
        )
        self._column.addWidget(self._nothing)
        self._column.addStretch()
        # Minimum would hold it at the height of its narrowest width; the width decides.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_empty_words(self, words: str) -> None:
        """Say something else while there is no row."""
        self._nothing.setText(words)

    def set_rows(self, rows: Sequence[BreakRow]) -> None:
        """Show other rows."""
        if tuple(rows) == tuple(row.row for row in self._rows):
            return
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [
            _Row(self._theme, row, is_first=index == 0, parent=self) for index, row in enumerate(rows)
        ]
        for index, button in enumerate(self._rows):
            self._column.insertWidget(index, button)
            button.clicked.connect(self._on_clicked)
            button.menu_asked.connect(self._on_menu)
        self._roving.set_buttons(self._rows)
        self._nothing.setVisible(not rows)

    def _on_menu(self, place: QPoint) -> None:
        """Offer to accept the risk; a measured limit cannot be accepted away."""
        row = self.sender()
        if not isinstance(row, _Row) or row.row.key.startswith("limit:"):
            return
        menu = QMenu(self)
        menu.setObjectName("break-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(self.tr("Accept the risk…"))
        action.setData(row.row.key)
        action.triggered.connect(self._on_accept)
        menu.setActiveAction(action)
        menu.popup(place)

    def _on_accept(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.accept_asked.emit(str(action.data()))

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self._roving.set_stop(self._rows.index(row))
            self.chosen.emit(row.row.key)
