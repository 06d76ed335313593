"""Rows of a chart that lead somewhere: clear buttons over what is painted, one Tab stop for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving


class _Row(PaintedButton):
    def __init__(self, theme: Theme, key: str, words: str, parent: QWidget) -> None:
        super().__init__(theme, words, parent)
        self.key = key
        self.setProperty("radius", 3)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The chart decides."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint an outline under the pointer; the chart paints the rest."""
        if self._is_hovered:
            with drawing.painting(self) as painter:
                drawing.box(painter, QRectF(self.rect()), 5, line=self._theme.color("line2"))


class ChartRows(QObject):
    """↑ and ↓ move, Enter or a click chooses; a screen reader hears each row in words."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, chart: QWidget, name: str) -> None:
        super().__init__(chart)
        self._theme = theme
        self._chart = chart
        self._name = name
        self._buttons: list[_Row] = []
        self._told: tuple[tuple[str, str], ...] = ()
        self._roving = Roving(self, "down")

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Take other rows: their keys, and what is said of each; the focus stays in its place."""
        if tuple(rows) == self._told:
            return
        self._told = tuple(rows)
        if [key for key, _ in rows] == [button.key for button in self._buttons]:
            for button, (_, words) in zip(self._buttons, rows, strict=True):
                button.set_words(words)
            return
        for button in self._buttons:
            button.setObjectName("")  # its successor may be asked for before it is gone
            button.hide()
            button.deleteLater()
        self._buttons = [self._made(key, words) for key, words in rows]
        self._roving.set_buttons(self._buttons)

    def place(self, rects: Sequence[QRectF]) -> None:
        """Lay the rows over the chart, in their order."""
        for button, rect in zip(self._buttons, rects, strict=False):
            button.setGeometry(rect.toAlignedRect())

    def _made(self, key: str, words: str) -> _Row:
        button = _Row(self._theme, key, words, self._chart)
        button.setObjectName(f"{self._name}-{key}")
        button.clicked.connect(self._on_clicked)
        button.show()
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Row):
            self._roving.set_stop(self._buttons.index(button))
            self.chosen.emit(button.key)
