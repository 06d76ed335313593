"""What else one can do with the open assessment, behind one button; the palette finds the same."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from readiness.domain.assessment import Assessment
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button


class SystemMenu(Button):
    """The set-up, the agenda, a newer version, deleting; what is not possible now is not offered."""

    frame_asked = Signal()
    agenda_asked = Signal()
    version_asked = Signal()
    delete_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "quiet", parent)
        self.setObjectName("system-menu")
        self.set_icon(icons, "more")
        self.setAccessibleName(self.tr("More for this assessment"))
        self.setToolTip(self.tr("Set-up, agenda, version, delete"))
        self._frame = self._add("set-up", self.tr("Set-up of this assessment…"))
        self._frame.triggered.connect(self.frame_asked)
        self._agenda = self._add("print-agenda", self.tr("Print the agenda…"))
        self._agenda.triggered.connect(self.agenda_asked)
        self._version = self._add("move-version", self.tr("Move to a newer version…"))
        self._version.triggered.connect(self.version_asked)
        self._delete = self._add("delete-assessment", self.tr("Delete this assessment"))
        self._delete.triggered.connect(self.delete_asked)
        self.clicked.connect(self._on_clicked)

    def show_assessment(self, assessment: Assessment, *, read_only: bool) -> None:
        """Offer what is possible with an assessment."""
        is_open = not assessment.sealed
        self._frame.setEnabled(is_open and not read_only)
        self._agenda.setEnabled(is_open)
        self._version.setEnabled(is_open and not read_only)
        self._delete.setEnabled(not read_only)
        self.setEnabled(any(action.isEnabled() for action in self._actions()))

    def _add(self, name: str, text: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        return action

    def _actions(self) -> tuple[QAction, ...]:
        return (self._frame, self._agenda, self._version, self._delete)

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("system-menu-list")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._actions():
            if action is self._delete:
                menu.addSeparator()
            if action.isEnabled():
                menu.addAction(action)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
