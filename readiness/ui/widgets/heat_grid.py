"""The heat map: every topic under its pillar, cell by cell with the arrows."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable
from readiness.ui.widgets.chart_key import KeyMark, Sign, key_height, key_lines, paint_keys
from readiness.ui.widgets.heat_delegate import CELL, GAP, HeatDelegate
from readiness.ui.widgets.heat_model import HeatModel, HeatRow

_NAMES: Final = 150
_LEAST: Final = 136
_MOST_ACROSS: Final = 6
_RAMP: Final[tuple[Sign, ...]] = ("ramp-0", "ramp-1", "ramp-2", "ramp-3", "ramp-4")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The pillars with their topics, and what they show together; ``bands`` are the words of the five."""

    rows: tuple[HeatRow, ...] = ()
    bands: tuple[str, ...] = ()
    finding: str = ""


class _View(QTableView):
    """Cells one can walk; Enter or a click opens."""

    opened = Signal(str)  # key

    def __init__(self, theme: Theme, model: HeatModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = model
        self._delegate = HeatDelegate(theme, self)
        self.setObjectName("heat-map")
        self.setProperty("radius", 4)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first pillar when one has not been here before."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._cells.index(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the cell under the pointer."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()))

    def leaveEvent(self, event: QEvent) -> None:
        """Outline none."""
        super().leaveEvent(event)
        self._hover((-1, -1))

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self._delegate.hovered:
            self._delegate.hovered = place
            self.viewport().update()

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        cell = self._cells.cell(index)
        if cell is not None:
            self.opened.emit(cell.key)


class HeatGrid(Chart):
    """The five bands in words, and the cells; as many across as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value = HeatMap()
        self._model = HeatModel(self)
        self._view = _View(theme, self._model, self)
        self._view.opened.connect(self.chosen)
        self.setFocusProxy(self._view)

    @property
    def view(self) -> QTableView:
        """The cells."""
        return self._view

    def set_value(self, value: HeatMap) -> None:
        """Show other cells; the focus stays on the topic it was on."""
        self._value = value
        self._tell(value.finding or self.tr("Topics by score"))
        self._view.setAccessibleName(self.accessibleName())
        self._fit()

    def table(self) -> ChartTable:
        """Return pillar, topic, score and what is said of it, one row a topic."""
        headers = (self.tr("Pillar"), self.tr("Topic"), self.tr("Score"), self.tr("In words"))
        rows = tuple(
            (row.name, cell.name, cell.shown or "–", cell.words)
            for row in self._value.rows
            for cell in row.cells
        )
        return ChartTable(headers, rows)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(900), self.heightForWidth(max(self.width(), self._theme.px(700))))

    def minimumSizeHint(self) -> QSize:
        """Room for the names and one topic."""
        least = self._theme.px(_NAMES) + self._theme.px(_LEAST)
        return QSize(least, self.heightForWidth(self.width() or self._theme.px(900)))

    def hasHeightForWidth(self) -> bool:
        """Topics wrap where there is no room for all in a row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the keys and all rows at a width."""
        across = self._across(width)
        lines = sum(max(1, -(-len(row.cells) // across)) for row in self._value.rows)
        return self._top(width) + lines * self._pitch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the keys; the cells paint themselves."""
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._keys())

    def _fit(self) -> None:
        top, across = self._top(self.width()), self._across(self.width())
        self._view.setGeometry(0, top, self.width(), max(0, self.height() - top))
        here = self._model.cell(self._view.currentIndex())
        self._model.set_rows(self._value.rows, across)
        if here is not None:
            self._view.setCurrentIndex(self._model.place_of(here.key))
        self._view.verticalHeader().setDefaultSectionSize(self._pitch())
        names = self._theme.px(_NAMES)
        self._view.setColumnWidth(0, names)
        for column in range(across):
            # Shared to the pixel, so that the last column ends where the panel does.
            left, right = ((self.width() + GAP - names) * place // across for place in (column, column + 1))
            self._view.setColumnWidth(column + 1, right - left)

    def _across(self, width: int) -> int:
        most = max((len(row.cells) for row in self._value.rows), default=1)
        fits = (width - self._theme.px(_NAMES)) // self._theme.px(_LEAST)
        return max(1, min(most, fits, _MOST_ACROSS))

    def _pitch(self) -> int:
        return self._theme.px(CELL + GAP)

    def _top(self, width: int) -> int:
        return key_height(self._theme, key_lines(self._theme, width, self._keys())) + self._theme.px(10)

    def _keys(self) -> tuple[KeyMark, ...]:
        return tuple(KeyMark(sign, words) for sign, words in zip(_RAMP, self._value.bands, strict=False))

    def _keys_of_rows(self) -> tuple[str, ...]:
        return tuple(cell.key for row in self._value.rows for cell in row.cells)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._fit()
