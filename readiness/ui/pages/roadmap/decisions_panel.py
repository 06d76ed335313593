"""What leadership is asked, and what it said: approved, declined or deferred, and why."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from readiness.ui.decision_facts import decision_rows
from readiness.ui.icons import Icons
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from readiness.domain.promises import Decision

_FEW = 4


class DecisionsPanel(Panel):
    """Enter edits a decision; every change is kept and can be undone."""

    resized = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Asked of leadership"), parent)
        self.setObjectName("decisions")
        self._session = session
        self._icons = icons
        self._list = ChangeList(theme, "decision", _FEW, self)
        self._add = Button(theme, self.tr("Add a decision"), "link", self)
        self._add.setObjectName("add-decision")
        self._add.set_size("small")
        self._add.clicked.connect(self._on_add)
        self._new = QAction(self.tr("Add a decision of leadership…"), self)
        self._new.triggered.connect(self._on_add)
        self._list.chosen.connect(self._on_chosen)
        self._list.resized.connect(self.resized)
        self.body.addWidget(self._list)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the decisions of the open assessment."""
        rows = decision_rows(self._decisions)
        self._list.set_rows(self.tr("Decisions"), rows, self.tr("Nothing is asked yet."))

    @property
    def _decisions(self) -> "tuple[Decision, ...]":
        assessment = self._session.assessment
        return assessment.decisions if assessment is not None else ()

    def _on_add(self) -> None:
        self._ask(len(self._decisions))

    def _on_chosen(self, key: str) -> None:
        self._ask(int(key) - 1)

    def _ask(self, place: int) -> None:
        from readiness.ui.dialogs.decision_dialog import DecisionDialog  # noqa: PLC0415 - when it is asked for

        known = self._decisions
        given = known[place] if place < len(known) else None
        today = self._session.now().date()
        dialog = DecisionDialog(self._theme, self._icons, given, today, self)
        dialog.kept.connect(partial(self._on_kept, place))
        dialog.removed.connect(partial(self._on_removed, place))
        dialog.open()

    def _on_kept(self, place: int, decision: "Decision") -> None:
        known = self._decisions
        name = self.tr("change of a decision") if place < len(known) else self.tr("new decision")
        self._session.set_decisions((*known[:place], decision, *known[place + 1 :]), name)

    def _on_removed(self, place: int) -> None:
        known = self._decisions
        self._session.set_decisions((*known[:place], *known[place + 1 :]), self.tr("removing a decision"))
