"""The plan as a table: every quarter and every action in it, for people who would rather read."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from readiness.ui.action_words import score_of
from readiness.ui.board_facts import BoardFacts, CardFacts, ColumnFacts
from readiness.ui.left_facts import LeftFacts
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart import ChartTable
from readiness.ui.widgets.chart_table_model import ChartTableModel

_ROW = 34
_WIDTHS = (300, 140, 112, 80, 120, 190, 110, 140)


class PlanTable(QTableView):
    """Enter edits the action of a row."""

    asked = Signal(str, str)  # wish, key

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = ChartTableModel(self)
        self._asks: tuple[tuple[str, str], ...] = ()
        self._is_laid_out = False
        self.setObjectName("plan-table")
        self.setModel(self._model)
        self._build()

    def set_facts(self, facts: BoardFacts) -> None:
        """Show another plan."""
        headers = (
            self.tr("Action"),
            self.tr("Id"),
            self.tr("Quarter"),
            self.tr("Gain"),
            self.tr("Who"),
            self.tr("Effort"),
            self.tr("State"),
            self.tr("After"),
            self.tr("Remark"),
        )
        rows = []
        for column in facts.columns:
            rows.append((("", ""), self._of_column(column)))
            rows += [(("edit", card.key), _of_card(card, column.title)) for card in column.cards]
        for group in facts.groups:
            rows += [(_asks(row), _of_left(row, group.heading)) for row in group.rows]
        self._asks = tuple(asks for asks, _ in rows)
        current = self.currentIndex().row()
        self._model.set_table(ChartTable(headers, tuple(cells for _, cells in rows)))
        self.setAccessibleName(facts.finding)
        self._set_widths()
        if rows:
            self.setCurrentIndex(self._model.index(min(max(0, current), len(rows) - 1), 0))

    def _of_column(self, column: ColumnFacts) -> tuple[str, ...]:
        score = self.tr("Score {0}, practices support {1}").format(score_of(column.score), column.step)
        return (score, "", column.title, "", "", column.load, "", "", column.rest)

    def _set_widths(self) -> None:
        """Give the columns their widths once, when there are any; then they are the user's."""
        if not self._is_laid_out:
            self._is_laid_out = True
            for column, width in enumerate(_WIDTHS):
                self.horizontalHeader().resizeSection(column, self._theme.px(width))

    def _on_activated(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.row()
        wish, key = self._asks[row] if 0 <= row < len(self._asks) else ("", "")
        if wish:
            self.asked.emit(wish, key)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self.activated.connect(self._on_activated)


def _asks(row: LeftFacts) -> tuple[str, str]:
    return "risk" if row.is_risk else "edit", row.key


def _of_left(row: LeftFacts, heading: str) -> tuple[str, ...]:
    return (row.title, row.key, "", row.gain, "", "", "", "", row.note or heading)


def _of_card(card: CardFacts, quarter: str) -> tuple[str, ...]:
    return (
        card.title,
        card.key,
        quarter,
        card.gain,
        card.owner,
        card.weeks,
        card.state or card.remark,
        card.after,
        card.conflict,
    )
