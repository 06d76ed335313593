"""What the palette offers of an open system beside its questions."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from readiness.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable


class SystemActions(QObject):
    """Actions of the page, which the palette finds; what is not possible now is not offered."""

    revision_asked = Signal(int)  # of which assessment; what a revision is, is said first

    def __init__(self, session: Session, show_page: "Callable[[str], object]", parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._show_page = show_page
        self._table = self._add("show-table", self.tr("Show the questions as a table"), "table")
        self._one = self._add("show-one-by-one", self.tr("Show the questions one by one"), "assess")
        self._closing = self._add("show-closing", "", "closing")
        self._revision = QAction(self.tr("Start a revision…"), self)
        self._revision.setObjectName("palette-revision")
        self._revision.triggered.connect(self._on_revision)
        self.refresh("")

    def refresh(self, shown: str) -> None:
        """Offer what leads somewhere else than the page that is shown."""
        assessment = self._session.assessment
        is_open = assessment is not None
        sealed = assessment is not None and assessment.sealed
        self._table.setEnabled(is_open and shown != "table")
        self._one.setEnabled(is_open and shown != "assess")
        self._closing.setText(self.tr("Facts and seal") if sealed else self.tr("Close and seal…"))
        self._closing.setEnabled(is_open and shown != "closing")
        self._revision.setEnabled(sealed and not self._session.read_only)

    def _add(self, name: str, text: str, page: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(partial(self._show_page, page))
        return action

    def _on_revision(self) -> None:
        id_ = self._session.assessment_id
        if id_ is not None:
            self.revision_asked.emit(id_)
