"""A chart, or the same values as a table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.chart import Chart
from readiness.ui.widgets.chart_table_model import ChartTableModel

_ROW = 34


class ChartView(QWidget):
    """Shows the chart; ``toggle_table`` (the key T of the page) shows its table instead, and back."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chart = chart
        self._model = ChartTableModel(self)
        self._table = QTableView(self)
        self._table.setModel(self._model)
        self._table.setObjectName("chart-table")
        self._table.hide()
        self._build()

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return not self._table.isHidden()

    @property
    def table(self) -> QTableView:
        """The table; its model is filled whenever it is shown."""
        return self._table

    def toggle_table(self) -> None:
        """Swap chart and table."""
        self.show_table(not self.is_table)

    def show_table(self, shown: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the table or the chart."""
        if shown:
            self.refresh()
        self._table.setVisible(shown)
        self.chart.setVisible(not shown)
        self.toggled.emit(shown)

    def refresh(self) -> None:
        """Fill the table anew, after the chart got other values."""
        self._model.set_table(self.chart.table())
        self._table.setAccessibleName(self.chart.accessibleName())
        self._table.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names from pushing the figures out of sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = self._theme.px(_ROW) * (self._model.rowCount() + 1) + 6
        bar = self._table.horizontalScrollBar().sizeHint().height() if self._fit_names() else 0
        self._table.setFixedHeight(rows + bar)

    def _fit_names(self) -> bool:
        """Give the names what the figures leave; say whether even that is more than there is room."""
        columns = self._model.columnCount()
        if not self.is_table or not columns:
            return False
        header, room = self._table.horizontalHeader(), self._table.viewport().width()
        names, *figures = (self._natural(column) for column in range(columns))
        is_wide = names + sum(figures) > room
        mode = QHeaderView.ResizeMode.Fixed if is_wide else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(0, mode)
        least = room * 2 // 5
        if is_wide:
            header.resizeSection(0, max(least, room - sum(figures)))
        return is_wide and least + sum(figures) > room

    def _natural(self, column: int) -> int:
        header = self._table.horizontalHeader()
        return max(self._table.sizeHintForColumn(column), header.sectionSizeHint(column)) + 1

    def _on_activated(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.chart.choose_row(index.row())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        column.addWidget(self._table)
        self._table.activated.connect(self._on_activated)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
