"""Many systems as a table; sorted where they were read, never here."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from readiness.ui.models import portfolio_words as say
from readiness.ui.models.home_rows import growth_words, practice_words
from readiness.ui.widgets.tooltip import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.services.portfolio import Order, Portfolio, Standing

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["name", "team", "score", "pillar", "trend", "growth", "due"]

STANDING_ROLE: Final = Qt.ItemDataRole.UserRole
SORTABLE: Final = frozenset({"name", "team", "score", "pillar", "growth", "due"})
LEAST_SPAN: Final = 20.0
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it shows, how it is headed, and what it is sorted by."""

    key: str
    kind: Kind
    heading: str


class PortfolioModel(QAbstractTableModel):
    """One row a system, one column a pillar; the score is shown only where somebody asks for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Portfolio | None = None
        self.trend_range = (0.0, 100.0)
        self.columns: tuple[Column, ...] = ()
        self._rows: tuple[Standing, ...] = ()
        self._today = date.min

    @property
    def rows(self) -> "tuple[Standing, ...]":
        """The rows that are shown."""
        return self._rows

    @property
    def order(self) -> "Order | None":
        """What the rows are sorted by."""
        return None if self.found is None else self.found.asked.order

    def show(self, found: "Portfolio", rows: "Sequence[Standing]", today: date, *, with_score: bool) -> None:
        """Show rows of a quarter; scales come from all of its systems, so that finding moves none."""
        self.beginResetModel()
        self.found, self._rows, self._today = found, tuple(rows), today
        self.columns = self._columns_of(found, with_score=with_score)
        self.trend_range = _scale(found.trend_range)
        self.endResetModel()

    def extend(self, found: "Portfolio", rows: "Sequence[Standing]", *, with_score: bool) -> bool:
        """Add the rows that were read later; say whether what stands already only grows."""
        had = len(self._rows)
        same = self.found is not None and (self.columns, self._rows) == (
            self._columns_of(found, with_score=with_score),
            tuple(rows[:had]),
        )
        if not same or len(rows) <= had:
            return False
        self.beginInsertRows(_ROOT, had, len(rows) - 1)
        self.found, self._rows = found, tuple(rows)
        self.endInsertRows()
        return True

    def row(self, number: int) -> "Standing | None":
        """Return a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, system_id: int) -> int:
        """Return where a system stands; −1 if nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.line.system_id == system_id), -1)

    def column(self, number: int) -> Column | None:
        """Return a column."""
        return self.columns[number] if 0 <= number < len(self.columns) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as there are systems."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """System, team, pillars, quarters, growth, due."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column; the tooltip says how it is sorted."""
        column = self.column(section) if orientation == Qt.Orientation.Horizontal else None
        if column is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        return plain_tooltip(column.heading) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself to the delegate, and the words to everybody else."""
        row, column = self.row(index.row()), self.column(index.column())
        if row is None or column is None:
            return None
        if role == STANDING_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tip(row, column))
        return None

    def due(self, row: "Standing") -> say.Due:
        """Return what a row is due for."""
        return say.Due("", is_soon=False) if self.found is None else say.due(row, self.found, self._today)

    def words(self, row: "Standing", column: Column) -> str:
        """Return what a cell says."""
        if column.kind == "name":
            return ", ".join((row.line.name, *say.tags(row)))
        if column.kind == "pillar":
            return say.pillar_words(row, column.key)
        if column.kind == "due":
            return self.due(row).words
        return _figures(row, column.kind)

    def _spoken(self, row: "Standing", column: Column) -> str:
        if column.kind == "name" and self.found is not None:
            return say.row_sentence(row, self.found, self._today)
        return f"{column.heading}, {self.words(row, column)}"

    def _tip(self, row: "Standing", column: Column) -> str:
        if column.kind == "name":
            return ", ".join(part for part in (row.line.name, say.tag_words(row)) if part)
        if column.kind == "pillar":
            return f"{column.heading}: {self.words(row, column)}"
        if column.kind == "due" and row.line.left_because:
            return row.line.left_because
        return self.words(row, column)

    def _columns_of(self, found: "Portfolio", *, with_score: bool) -> tuple[Column, ...]:
        score = (Column("score", "score", self.tr("Score")),) if with_score else ()
        return (
            Column("name", "name", self.tr("System")),
            Column("team", "team", self.tr("Team")),
            *score,
            *(Column(pillar.id, "pillar", pillar.name) for pillar in found.pillars),
            Column("trend", "trend", self.tr("Quarters")),
            Column("growth", "growth", self.tr("Practices, of target")),
            Column("due", "due", self.tr("Next due")),
        )


def _scale(found: tuple[float, float] | None) -> tuple[float, float]:
    """Return the one scale of all sparklines: never so small that a ripple looks like a wave."""
    low, high = found or (0.0, 100.0)
    spare = max(0.0, (LEAST_SPAN - (high - low)) / 2)
    return low - spare, high + spare


def _figures(row: "Standing", kind: Kind) -> str:
    if kind == "trend":
        return ", ".join("–" if point is None else f"{point:.0f}" for point in row.trend)
    if kind == "growth":
        facts = say.growth(row)
        return "" if facts is None else ", ".join((practice_words(facts), *growth_words(facts)))
    if kind == "score":
        return "–" if row.line.displayed is None else str(row.line.displayed)
    return row.line.team
