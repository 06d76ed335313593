"""Which quarter the report is held against: the one before, or one further back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text

_CHOICE = 2
"""Quarters from which there is something to choose."""


class Since(QWidget):
    """Shown where a system has more than one earlier quarter; ``chosen`` is empty for the one before."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._quarters: tuple[str, ...] = ()
        self._select = Select(theme, self.tr("Compared with"), self)
        self._select.setObjectName("compared-quarter")
        self._select.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(theme, self.tr("Compared with"), "label", "ink2", self))
        column.addWidget(self._select, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_quarters(self, quarters: Sequence[str]) -> None:
        """Offer quarters, newest first."""
        if tuple(quarters) == self._quarters:
            return
        self._quarters = tuple(quarters)
        before = [("", self.tr("the quarter before, {0}").format(shown_quarter(one))) for one in quarters[:1]]
        self._select.set_options([*before, *((one, shown_quarter(one)) for one in quarters[1:])])
        self.setVisible(len(quarters) >= _CHOICE)
        self.show_choice(self._kept)

    def show_choice(self, quarter: str) -> None:
        """Show the quarter that is chosen; one that is not offered is the one before."""
        self._kept = quarter
        self._select.set_key_value(quarter if quarter in self._quarters[1:] else "")
