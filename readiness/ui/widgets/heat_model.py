"""The heat map as an item model: pillars down, their topics across, wrapped where a row is full."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from readiness.ui.widgets.tooltip import plain_tooltip

CELL_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One topic. ``shown`` is its number; ``band`` 0 to 4, ``None`` where there is no number.

    ``word`` is printed in cells that need attention and where a number is missing. ``is_weak`` outlines it.
    ``words`` is all of it as a sentence.
    """

    key: str
    name: str
    shown: str = ""
    band: int | None = None
    word: str = ""
    is_weak: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """A pillar and its topics."""

    key: str
    name: str
    words: str
    cells: tuple[HeatCell, ...]


class HeatModel(QAbstractTableModel):
    """Column 0 is the pillar; a pillar with more topics than ``across`` goes on in the next row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HeatRow, ...] = ()
        self._across = 1
        self._lines: list[tuple[HeatRow | None, tuple[HeatCell, ...]]] = []

    def set_rows(self, rows: tuple[HeatRow, ...], across: int) -> None:
        """Show other rows, at most so many topics across."""
        if (rows, across) == (self._rows, self._across):
            return
        self.beginResetModel()
        self._rows, self._across = rows, across
        self._lines = [
            (row if start == 0 else None, row.cells[start : start + across])
            for row in rows
            for start in range(0, max(1, len(row.cells)), across)
        ]
        self.endResetModel()

    def cell(self, index: Index) -> HeatCell | HeatRow | None:
        """Return what stands in a cell: a pillar, a topic or nothing."""
        if not index.isValid():
            return None
        head, cells = self._lines[index.row()]
        if index.column() == 0:
            return head
        place = index.column() - 1
        return cells[place] if place < len(cells) else None

    def place_of(self, key: str) -> QModelIndex:
        """Return where a pillar or topic stands."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                index = self.index(row, column)
                found = self.cell(index)
                if found is not None and found.key == key:
                    return index
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a pillar, more where its topics wrap."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The pillar and its topics."""
        return 0 if parent.isValid() or not self._lines else 1 + self._across

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let arrows pass over what is empty."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's name, its sentence, or the cell itself."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.words
        return plain_tooltip(cell.words) if role == Qt.ItemDataRole.ToolTipRole else None
