"""Why a score is what it is: what the answers give, and the three that would move it most."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.why_facts import Why
from readiness.ui.widgets.breaks_first import BreaksFirst
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.contributions import Contributions
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_WIDTH: Final = 860
_HEIGHT: Final = 700
_SPARE: Final = 40


class WhySheet(Sheet):
    """Enter on an answer goes to its question; ``T`` shows all answers as a table."""

    question_asked = Signal(str)

    def __init__(self, theme: Theme, why: Why, parent: QWidget, *, single_keys: bool = True) -> None:
        super().__init__(theme, why.title, parent)
        self.setObjectName("why-sheet")
        self._why = why
        self._chart = Contributions(theme, self)
        self._view = ChartView(theme, self._chart, self)
        self._moves = BreaksFirst(theme, self)
        self._page = Scroller(self)
        self._page.setObjectName("why-page")
        self._table = self.add_button("why-table", self.tr("Show as table"))
        self._table.set_key("T")
        self._close = self.add_button("why-close", self.tr("Close"), "primary")
        self._fill()
        self._connect(single_keys=single_keys)
        self._fit(parent.window().size())
        self._close.setFocus()

    @property
    def view(self) -> ChartView:
        """What the answers give, as a chart or as a table."""
        return self._view

    def toggle_table(self) -> None:
        """Show the answers as a table, or as a chart again."""
        if self._why.gives.rows:
            self._view.toggle_table()
            is_table = self._view.is_table
            self._table.setText(self.tr("Show as chart") if is_table else self.tr("Show as table"))
            self._page.measure_soon()

    def _fill(self) -> None:
        why, theme = self._why, self._theme
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(TextBlock(theme, why.sentence, "body", "ink2", inner))
        self._moves.set_rows(why.moves)
        self._chart.set_value(why.gives)
        self._add(column, why.moves_heading, self._moves, shown=bool(why.moves))
        if why.note:
            column.addWidget(TextBlock(theme, why.note, "caption", "ink2", inner))
        self._add(column, why.gives_heading, self._view, shown=bool(why.gives.rows))
        if why.rest:
            column.addWidget(TextBlock(theme, why.rest, "caption", "ink2", inner))
        column.addStretch()
        self._page.set_content(inner)
        self.body.addWidget(self._page, 1)
        self._table.setVisible(bool(why.gives.rows))

    def _add(self, column: QVBoxLayout, heading: str, part: QWidget, *, shown: bool) -> None:
        if heading:
            column.addSpacing(8)
            column.addWidget(Text(self._theme, heading, "section", "ink", self))
        part.setVisible(shown)
        column.addWidget(part)

    def _fit(self, room: QSize) -> None:
        px = self._theme.px
        wide = min(px(_WIDTH), room.width() - _SPARE)
        high = min(px(_HEIGHT if self._why.gives.rows else 230), room.height() - _SPARE)
        self.setMinimumWidth(0)
        self.setFixedSize(wide, high)

    def _connect(self, *, single_keys: bool) -> None:
        self._table.clicked.connect(self.toggle_table)
        self._close.clicked.connect(self.accept)
        self._moves.chosen.connect(self._on_chosen)
        self._chart.chosen.connect(self._on_chosen)
        if single_keys:
            action = QAction(self)
            action.setShortcut(QKeySequence("T"))
            action.triggered.connect(self.toggle_table)
            self.addAction(action)

    def _on_chosen(self, question: str) -> None:
        self.accept()
        self.question_asked.emit(question)
