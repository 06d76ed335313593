"""What one can do with a system and its assessments, as a menu over its row."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from readiness.ui.pages.system_changes import add_system_changes
from readiness.ui.quarters import shown_quarter

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.assessing import AssessmentLine, SystemLine


class RowMenu(QMenu):
    """Open, new, revision, version, delete, and the way to what was deleted; it goes when it is closed."""

    opened = Signal(int)  # assessment id
    new_asked = Signal()
    revision_asked = Signal(int)  # assessment id
    version_asked = Signal(int)  # assessment id
    delete_asked = Signal(int)  # assessment id
    trash_asked = Signal()
    change_asked = Signal(str, int)  # what, system id

    def __init__(self, system: "SystemLine", parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("row-menu-list")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = tuple(reversed(system.assessments))
        if lines:
            text = self.tr("Open {0}").format(_named(lines[0]))
            self._add("row-open", text, self.opened.emit, lines[0].id)
        if not read_only:
            self.addAction(self.tr("New assessment…"), self.new_asked.emit).setObjectName("row-new")
            self._add_changes(system, lines)
            add_system_changes(self, system.id, self.change_asked.emit, archived=system.archived)
        self.addSeparator()
        self.addAction(self.tr("Deleted assessments…"), self.trash_asked.emit).setObjectName("row-trash")
        self.setActiveAction(self.actions()[0])

    def _add_changes(self, system: "SystemLine", lines: "tuple[AssessmentLine, ...]") -> None:
        sealed = revisable(system)
        if sealed is not None:
            text = self.tr("Start a revision of {0}…").format(_named(sealed))
            self._add("row-revision", text, self.revision_asked.emit, sealed.id)
        if not lines:
            return
        for line in [line for line in lines if line.state == "open"][:1]:
            text = self.tr("Move {0} to a newer version…").format(_named(line))
            self._add("row-version", text, self.version_asked.emit, line.id)
        self.addSeparator()
        if len(lines) == 1:
            text = self.tr("Delete {0}").format(_named(lines[0]))
            self._add("row-delete", text, self.delete_asked.emit, lines[0].id)
            return
        older = self.addMenu(self.tr("Delete"))
        older.setObjectName("row-delete-list")
        for line in lines:
            action = older.addAction(_named(line), partial(self.delete_asked.emit, line.id))
            action.setObjectName(f"row-delete-{line.id}")

    def _add(self, name: str, text: str, then: "Callable[[int], object]", assessment_id: int) -> None:
        self.addAction(text, partial(then, assessment_id)).setObjectName(name)


def revisable(system: "SystemLine") -> "AssessmentLine | None":
    """Return the newest sealed assessment of a system, unless a revision of it is open already."""
    sealed = [line for line in system.assessments if line.state == "closed"]
    if not sealed:
        return None
    newest = max(sealed, key=lambda line: (line.period, line.revision))
    is_open = any(line.state == "open" and line.period == newest.period for line in system.assessments)
    return None if is_open else newest


def _named(line: "AssessmentLine") -> str:
    return shown_quarter(line.period, line.revision)
