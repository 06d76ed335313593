"""The files that were open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.two_line_row import TwoLineRow

_MOST = 4


class RecentCard(Panel):
    """Up to four files; one that is missing says so and stays where it is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._icons = icons
        self._rows: list[TwoLineRow] = []
        self._most = _MOST
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_heading(self.tr("Recent"))

    def set_most(self, most: int) -> None:
        """Show so many rows at most; the others are still known. None hides the card."""
        self._most = most
        for place, row in enumerate(self._rows):
            row.setVisible(place < most)
        self.setVisible(bool(self._rows) and most > 0)

    @property
    def count(self) -> int:
        """How many files there are to show."""
        return len(self._rows)

    def show_files(self, paths: Sequence[str], missing: frozenset[str]) -> None:
        """Show other files; none hides the card."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for path in paths[:_MOST]:
            name, folder = Path(path).name, str(Path(path).parent)
            detail = self.tr("not there any more") if path in missing else folder
            row = TwoLineRow(self._theme, self._icons, name, detail, self)
            row.setProperty("path", path)
            row.setToolTip(plain_tooltip(path))
            row.clicked.connect(self._on_clicked)
            self.body.addWidget(row)
            self._rows.append(row)
        self.set_most(self._most)

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("path")))
