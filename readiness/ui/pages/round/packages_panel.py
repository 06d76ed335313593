"""The sealed packages of a round that came in, and the way to another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.round_rows import PackageWords, packages_heading
from readiness.ui.pages.round.package_row import PackageRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock


class PackagesPanel(Panel):
    """One row a package, the newest first."""

    opened = Signal(int)  # assessment id
    take_in_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("round-packages")
        self._icons = icons
        self._rows: list[PackageRow] = []
        self._none = TextBlock(
            theme,
            self.tr(
                "A team that assesses in a file of its own can hand over what it sealed: the answers with "
                "their proof, its actions and decisions."
            ),
            "body",
            "ink2",
            self,
        )
        self._another = Button(theme, "", "link", self)
        self._another.setObjectName("take-in-another")
        self._another.set_size("small")
        self._another.clicked.connect(self.take_in_asked)
        self.body.addWidget(self._none)
        self.body.addSpacing(4)
        self.body.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)

    def show_packages(self, packages: Sequence[PackageWords], *, read_only: bool) -> None:
        """Show other packages."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = [PackageRow(self._theme, self._icons, one, self) for one in packages]
        for place, row in enumerate(self._rows):
            row.clicked.connect(self._on_clicked)
            self.body.insertWidget(place, row)
        self.set_heading(packages_heading(len(packages)))
        self._none.setVisible(not packages)
        first, another = self.tr("Take in a package…"), self.tr("Take in another package…")
        self._another.setText(another if packages else first)
        self._another.setVisible(not read_only)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PackageRow):
            self.opened.emit(row.assessment_id)
