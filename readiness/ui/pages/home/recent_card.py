"""The files that were open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.home.recent_row import RecentRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.tooltip import plain_tooltip

_MOST = 4


class RecentCard(Panel):
    """Up to four files; one that is missing says so and stays where it is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._icons = icons
        self._rows: list[RecentRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_heading(self.tr("Recent"))

    def show_files(self, paths: Sequence[str], missing: frozenset[str]) -> None:
        """Show other files; none hides the card."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for path in paths[:_MOST]:
            name, folder = Path(path).name, str(Path(path).parent)
            detail = self.tr("not there any more") if path in missing else folder
            row = RecentRow(self._theme, self._icons, name, detail, self)
            row.setProperty("path", path)
            row.setToolTip(plain_tooltip(path))
            row.clicked.connect(self._on_clicked)
            self.body.addWidget(row)
            self._rows.append(row)
        self.setVisible(bool(self._rows))

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("path")))
