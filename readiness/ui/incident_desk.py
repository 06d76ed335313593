"""Logging an incident of the open system, changing it and taking it off again; every step can be undone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.incidents import Incident


class IncidentDesk(QObject):
    """Opens the dialog and keeps what it says."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._parent = parent

    def log(self) -> None:
        """Log another incident."""
        self._ask(len(self._session.incidents))

    def edit(self, place: int) -> None:
        """Change an incident, or take it off the log."""
        if 0 <= place < len(self._session.incidents):
            self._ask(place)

    def _ask(self, place: int) -> None:
        from readiness.ui.dialogs.incident_dialog import IncidentDialog  # noqa: PLC0415 - when it is asked for

        assessment, known = self._session.assessment, self._session.incidents
        if assessment is None:
            return
        offered = [(q.id, q.prompt) for q in assessment.questionnaire.questions]
        given = known[place] if place < len(known) else None
        today = self._session.now().date()
        dialog = IncidentDialog(self._theme, self._icons, given, offered, today, self._parent)
        dialog.kept.connect(partial(self._on_kept, place))
        dialog.removed.connect(partial(self._on_removed, place))
        dialog.open()

    def _on_kept(self, place: int, incident: "Incident") -> None:
        known = self._session.incidents
        name = self.tr("change of an incident") if place < len(known) else self.tr("new incident")
        self._session.set_incidents((*known[:place], incident, *known[place + 1 :]), name)

    def _on_removed(self, place: int) -> None:
        known = self._session.incidents
        self._session.set_incidents((*known[:place], *known[place + 1 :]), self.tr("removing an incident"))
