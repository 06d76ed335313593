"""A chart, or the same values as a table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
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
        row = self._theme.px(_ROW)
        self._table.verticalHeader().setDefaultSectionSize(row)
        self._table.setFixedHeight(row * (self._model.rowCount() + 1) + 6)

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
