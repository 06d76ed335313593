"""What one can do with a system of the Portfolio, as a menu over its row."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from readiness.ui.pages.system_changes import add_system_changes
from readiness.ui.quarters import shown_quarter

if TYPE_CHECKING:
    from readiness.services.portfolio import Standing


class PortfolioRowMenu(QMenu):
    """Open, start, rename, split, merge, archive; it goes when it is closed."""

    opened = Signal(int, str)  # assessment id, no pillar
    new_asked = Signal(str)  # system
    change_asked = Signal(str, int)  # what, system id

    def __init__(self, standing: "Standing", parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("portfolio-row-menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = standing.line
        if line.assessment_id is not None and line.period:
            text = self.tr("Open {0}").format(shown_quarter(line.period))
            self.addAction(text, partial(self.opened.emit, line.assessment_id, "")).setObjectName("row-open")
        if line.under_way is not None:
            text = self.tr("Go on with what is in progress")
            self.addAction(text, partial(self.opened.emit, line.under_way, "")).setObjectName("row-go-on")
        if not read_only:
            text = self.tr("New assessment…")
            self.addAction(text, partial(self.new_asked.emit, line.name)).setObjectName("row-new")
            add_system_changes(self, line.system_id, self.change_asked.emit)
        if self.actions():
            self.setActiveAction(self.actions()[0])
