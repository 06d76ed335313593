"""The limits table as an item model: plain rows, smallest factor marked."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from readiness.domain.assessment import Limit
from readiness.reports.sentences import times
from readiness.ui.days import whole_day
from readiness.ui.numbers import shown_number
from readiness.ui.widgets.tooltip import plain_tooltip

RESOURCE, USED, LIMIT, FACTOR, MORE, SOURCE, DATE = range(7)
LIMIT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
FIRST_ROLE: Final = LIMIT_ROLE + 1
Index = QModelIndex | QPersistentModelIndex


class LimitsModel(QAbstractTableModel):
    """Shows limits in the order given, or by factor."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits: tuple[Limit, ...] = ()
        self._by_factor = True

    @property
    def by_factor(self) -> bool:
        """Whether the smallest factor stands on top."""
        return self._by_factor

    def set_limits(self, limits: Sequence[Limit]) -> None:
        """Show other limits."""
        self.beginResetModel()
        rows = list(limits)
        if self._by_factor:
            rows.sort(key=lambda limit: float("inf") if limit.factor is None else limit.factor)
        self._limits = tuple(rows)
        self.endResetModel()

    def sort_by_factor(self, *, wanted: bool, limits: Sequence[Limit]) -> None:
        """Put the smallest on top, or keep the order in which they were added."""
        self._by_factor = wanted
        self.set_limits(limits)

    def limit(self, row: int) -> Limit | None:
        """Return the limit in a row."""
        return self._limits[row] if 0 <= row < len(self._limits) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a limit."""
        return 0 if parent.isValid() else len(self._limits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Resource, use, limit, factor, more, source, date."""
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in {USED, LIMIT}
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Resource"),
            self.tr("Today’s peak"),
            self.tr("Limit"),
            self.tr("Factor ▲") if self._by_factor else self.tr("Factor"),
            self.tr("How more is added"),
            self.tr("Evidence"),
            self.tr("Measured"),
        )
        return names[section]

    def data(self, index: Index, role: int = 0) -> Any:
        """Return words for the eye, the limit itself for the delegate, a sentence for the ear."""
        limit = self.limit(index.row())
        if limit is None:
            return None
        ways: dict[int, Callable[[], object]] = {
            int(Qt.ItemDataRole.DisplayRole): lambda: self._words(limit, index.column()),
            int(Qt.ItemDataRole.AccessibleTextRole): lambda: self._sentence(limit),
            int(Qt.ItemDataRole.ToolTipRole): lambda: plain_tooltip(self._words(limit, index.column())),
            LIMIT_ROLE: lambda: limit,
            FIRST_ROLE: lambda: self._is_first(limit),
        }
        way = ways.get(int(role))
        return None if way is None else way()

    def _words(self, limit: Limit, column: int) -> str:
        unit = f" {limit.unit}" if limit.unit in {"%", "GB", "TB"} else ""
        lead = (
            ""
            if limit.lead_time_weeks is None
            else self.tr(", {0} weeks").format(shown_number(limit.lead_time_weeks))
        )
        more = {
            "none": self.tr("no way known"),
            "planned": self.tr("planned") + lead,
            "proven": self.tr("proven") + lead,
        }
        words = {
            RESOURCE: limit.resource,
            USED: "–" if limit.used is None else shown_number(limit.used) + unit,
            LIMIT: "–" if limit.limit is None else shown_number(limit.limit) + unit,
            FACTOR: self.tr("not known") if limit.factor is None else times(limit.factor),
            MORE: more[limit.more],
            SOURCE: limit.source or self.tr("no evidence yet"),
            DATE: whole_day(limit.measured_on) or "–",
        }
        return words[column]

    def _sentence(self, limit: Limit) -> str:
        parts = [limit.resource, self.tr("peak {0}").format(self._words(limit, USED))]
        parts.append(self.tr("limit {0}").format(self._words(limit, LIMIT)))
        parts.append(self._words(limit, FACTOR))
        if self._is_first(limit):
            parts.append(self.tr("smallest"))
        return ", ".join(parts)

    def _is_first(self, limit: Limit) -> bool:
        known = [row.factor for row in self._limits if row.factor is not None]
        return limit.factor is not None and limit.factor == min(known)
