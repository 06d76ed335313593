"""The systems of a workspace as a table; the words are the model's, how they look is the delegate's."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from readiness.ui.models.home_rows import HomeRow, growth_words, practice_words, shared_range

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
SYSTEM, SCORE, TREND, GROWTH, STATE = range(5)


class HomeModel(QAbstractTableModel):
    """One row a system."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HomeRow, ...] = ()
        self.trend_range = (0.0, 100.0)

    @property
    def rows(self) -> tuple[HomeRow, ...]:
        """The rows that are shown."""
        return self._rows

    def set_rows(self, rows: Sequence[HomeRow], *, whole: Sequence[HomeRow] = ()) -> None:
        """Show other rows; ``whole`` are all there are, so that finding moves no scale."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.trend_range = shared_range(whole or rows)
        self.endResetModel()

    def row(self, number: int) -> HomeRow | None:
        """Return a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, system_id: int) -> int:
        """Return where a system stands; −1 if nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.system_id == system_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are systems."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """System, score, quarters, growth, latest."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings()[section]

    def headings(self) -> tuple[str, ...]:
        """Return the headings in order."""
        return (
            self.tr("System"),
            self.tr("Score"),
            self.tr("Quarters"),
            self.tr("Practices, of target"),
            self.tr("Latest"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself to the delegate, and the words to everybody else."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence if index.column() == SYSTEM else _words(row, index.column())
        return None


def _words(row: HomeRow, column: int) -> str:
    if column == SYSTEM:
        parts: tuple[str, ...] = (row.name, row.team)
    elif column == SCORE:
        parts = (row.score, row.label, row.stale)
    elif column == TREND:
        parts = tuple("–" if point is None else f"{point:.0f}" for point in row.trend)
    elif column == GROWTH:
        growth = row.growth
        parts = () if growth is None else (practice_words(growth), *growth_words(growth), growth.breaks_first)
    else:
        parts = (row.state, row.detail)
    return ", ".join(part for part in parts if part)
