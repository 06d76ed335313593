"""From what is due to where it is seen to."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from readiness.ui.models.due_rows import DueRow, Kind
from readiness.ui.session import Session

if TYPE_CHECKING:
    from readiness.ui.page_stack import PageStack

_PAGES: Final[dict[Kind, str]] = {
    "fact": "closing",
    "decision": "roadmap",
    "action": "roadmap",
    "risk": "roadmap",
}


class DueWays(QObject):
    """Opens the assessment at the page of the thing; for a check-in it asks for a new one."""

    new_asked = Signal(str)  # the system that is to be assessed

    def __init__(self, session: Session, pages: "PageStack", parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = pages
        self._wanted = ""
        pages.home.due.chosen.connect(self.go)
        session.failed.connect(self._on_failed)

    def go(self, due: object) -> None:
        """See to one thing."""
        if not isinstance(due, DueRow):
            return
        if due.assessment_id is None:
            self.new_asked.emit(due.system)
            return
        self._wanted = _PAGES[due.kind]
        self._session.open_assessment(due.assessment_id)

    def arrive(self) -> None:
        """Show the page that was asked for, after all pages have heard what is open."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._pages.system.show_page(wanted)

    def _on_failed(self, _error: object) -> None:
        self._wanted = ""
