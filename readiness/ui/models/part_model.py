"""A pillar's or topic's questions as an item model: plain rows, topics between them."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from readiness.ui.part_facts import Line, QuestionLine, TopicLine
from readiness.ui.widgets.tooltip import plain_tooltip

QUESTION, ANSWER, SURE, SHARE, ADDS, GATE = range(6)
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PartModel(QAbstractTableModel):
    """In the order of the questionnaire."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: str) -> int:
        """Return where a question or topic stands; the first question where it does not."""
        keys = [line.key for line in self._lines]
        if key in keys:
            return keys.index(key)
        return next((row for row, line in enumerate(self._lines) if isinstance(line, QuestionLine)), 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a question, one a topic."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Question, answer, how sure, share, points, gate."""
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _tr(_HEADERS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in {SHARE, ADDS} else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, or the whole line for who paints it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(line, index.column())
        return plain_tooltip(_words(line, index.column())) if role == Qt.ItemDataRole.ToolTipRole else None


_HEADERS: Final = ("Question", "Answer", "How sure", "Share", "Adds", "Gate")


def _words(line: Line, column: int) -> str:
    if isinstance(line, TopicLine):
        return f"{line.name}, {line.words}" if column == QUESTION else ""
    answer = line.answer if line.level is None else f"{line.level} {line.answer}"
    return (
        f"{line.key} {line.prompt}",
        f"{answer}. {line.anchor}" if line.anchor else answer,
        line.sure,
        line.share,
        line.adds,
        line.gate,
    )[column]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Part", text)
