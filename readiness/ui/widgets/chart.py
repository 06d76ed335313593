"""The base of every chart: a finding as its name, its values as description and as a table."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.painted import Painted


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The same values as a table."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chart(Painted):
    """A painted chart; ``table`` is what a screen reader, and anybody who asks, gets instead."""

    chosen = Signal(str)  # the key of a row, where rows lead somewhere

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width decides it."""
        super().resizeEvent(event)
        if self.hasHeightForWidth() and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def table(self) -> ChartTable:
        """Return the chart's values as a table."""
        return ChartTable((), ())

    def choose_row(self, row: int) -> None:
        """Choose what a row of the table stands for, where it leads somewhere."""
        keys = self._keys_of_rows()
        if 0 <= row < len(keys) and keys[row]:
            self.chosen.emit(keys[row])

    def _keys_of_rows(self) -> tuple[str, ...]:
        return ()

    def _tell(self, finding: str) -> None:
        """Name the chart by what it found and describe it by its values in order."""
        self.setAccessibleName(finding)
        rows = self.table().rows
        self.setAccessibleDescription("; ".join(", ".join(cell for cell in row if cell) for row in rows))
        self.updateGeometry()
        self.update()
