"""A round as a table; the words are the rows’, how they look is the delegate’s."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from readiness.domain.counting import Side
from readiness.domain.rounds import RoundOrder, shared_asked
from readiness.ui.models.round_rows import RoundRow
from readiness.ui.widgets.tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
SYSTEM, ENGINEERING, PRODUCT, DUE, STATE = range(5)
ORDER_OF: Final[dict[int, RoundOrder]] = {
    SYSTEM: "system",
    ENGINEERING: "engineering",
    PRODUCT: "product",
    DUE: "due",
}
SIDE_OF: Final[dict[int, Side]] = {ENGINEERING: "engineering", PRODUCT: "product"}


class RoundModel(QAbstractTableModel):
    """One row a system; the due date of what is waited for can be typed over."""

    due_typed = Signal(int, str)  # row, and what was typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RoundRow, ...] = ()
        self._today = date.min
        self._shared: dict[Side, int | None] = {}
        self.order: RoundOrder = "due"
        self.falling = False
        self.read_only = False

    @property
    def rows(self) -> tuple[RoundRow, ...]:
        """The rows that are shown."""
        return self._rows

    def set_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        entries = [row.entry for row in self._rows]
        self._shared = {side: shared_asked(entries, side) for side in SIDE_OF.values()}
        self.endResetModel()

    def row(self, number: int) -> RoundRow | None:
        """Return a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, system_id: int) -> int:
        """Return where a system stands; −1 if nowhere."""
        return next((n for n, row in enumerate(self._rows) if row.entry.system_id == system_id), -1)

    def shared(self, side: Side) -> int | None:
        """Return how many questions a side is asked in most systems; none where nobody is asked."""
        return self._shared.get(side)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are systems."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """System, Engineering, Product, due, state."""
        return 0 if parent.isValid() else 5

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a due date be typed over while it is waited for."""
        plain = super().flags(index)
        row = self.row(index.row())
        may = row is not None and row.entry.is_waiting and not self.read_only and index.column() == DUE
        return plain | Qt.ItemFlag.ItemIsEditable if may else plain

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        return None

    def heading(self, section: int) -> str:
        """Return what stands over a column, beside the mark of a side."""
        if section in SIDE_OF:
            asked = self.shared(SIDE_OF[section])
            return "" if asked is None else self.tr("of {0}").format(asked)
        return {SYSTEM: self.tr("System"), DUE: self.tr("Due"), STATE: self.tr("Where it stands")}[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself to the delegate, and the words to everybody else."""
        row, column = self.row(index.row()), index.column()
        if row is None or role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(row) if column == DUE else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == SYSTEM:
            return row.sentence
        is_read = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.words(row, column) if is_read else None

    def _typed(self, row: RoundRow) -> str:
        """Return a date as a person would type it."""
        return "" if row.entry.due is None else row.due.partition(",")[0].replace("\u00a0", " ")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say what was typed; whether it is a day is for others to judge."""
        if role != Qt.ItemDataRole.EditRole or index.column() != DUE:
            return False
        if str(value).strip() != self.data(index, role):
            self.due_typed.emit(index.row(), str(value).strip())
        return True

    def words(self, row: RoundRow, column: int) -> str:
        """Return what a cell says."""
        if column in SIDE_OF:
            return self.count_words(row, SIDE_OF[column])
        return {SYSTEM: row.entry.system, DUE: row.due, STATE: row.state}[column]

    def count_words(self, row: RoundRow, side: Side) -> str:
        """Return how many a side answered, and of how many where the heading says something else."""
        count = row.entry.answering.side(side) if row.entry.answering else None
        if count is None:
            return "–"
        if self.is_other(row, side):
            return self.tr("{0} of {1}").format(count.given, count.asked)
        return str(count.given) if count.given else "–"

    def is_other(self, row: RoundRow, side: Side) -> bool:
        """Whether a side is asked another number of questions here than in most systems."""
        count = row.entry.answering.side(side) if row.entry.answering else None
        return count is not None and count.asked != self.shared(side)
