"""What one can do with a system of a round, as a menu over its row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from readiness.ui.models.round_rows import RoundRow


class RoundMenu(QMenu):
    """Open or begin, the date, out of the round and back, and the package of what is sealed."""

    open_asked = Signal()
    due_asked = Signal()
    same_due_asked = Signal()
    leave_asked = Signal()
    package_asked = Signal()

    def __init__(self, row: RoundRow, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("round-menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.entry.answering is not None:
            self.addAction(self.tr("Open"), self.open_asked.emit).setObjectName("round-open")
        elif not read_only:
            self.addAction(self.tr("New assessment…"), self.open_asked.emit).setObjectName("round-new")
        if not read_only:
            self._add_changes(row)
        if row.entry.is_done:
            self.addAction(self.tr("Save as a sealed package…"), self.package_asked.emit).setObjectName(
                "round-package"
            )
        if self.actions():
            self.setActiveAction(self.actions()[0])

    def _add_changes(self, row: RoundRow) -> None:
        if row.entry.is_waiting:
            self.addAction(self.tr("Set the due date"), self.due_asked.emit).setObjectName("round-set-due")
        if row.entry.is_waiting and row.entry.due is not None:
            text = self.tr("Use {0} wherever no date is set").format(row.due.partition(",")[0])
            self.addAction(text, self.same_due_asked.emit).setObjectName("round-same-due")
        if row.entry.is_waiting:
            self.addAction(self.tr("Leave the round…"), self.leave_asked.emit).setObjectName("round-leave")
        elif row.entry.state == "left":
            text = self.tr("Take back into the round")
            self.addAction(text, self.leave_asked.emit).setObjectName("round-return")
