"""What is done with a system of a round: opened, dated, out of the round and back, handed on."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from readiness.services.rounds import Terms
from readiness.ui.days import parse_day
from readiness.ui.icons import Icons
from readiness.ui.models.round_model import RoundModel
from readiness.ui.models.round_rows import RoundRow
from readiness.ui.pages.round.round_menu import RoundMenu
from readiness.ui.pages.round.round_table import RoundTable
from readiness.ui.round_ways import RoundWays
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.period import Period

Change = tuple[RoundRow, Terms]


class RoundActs(QObject):
    """Answers to the table; every change of dates and reasons is one step that can be undone."""

    opened = Signal(int)  # assessment id
    new_asked = Signal(str)  # system

    def __init__(
        self, table: RoundTable, model: RoundModel, ways: RoundWays, theme: Theme, icons: Icons, view: QWidget
    ) -> None:
        super().__init__(view)
        self._table = table
        self._model = model
        self._ways = ways
        self._theme = theme
        self._icons = icons
        self._view = view
        self._leaving = -1
        self.period: Period | None = None
        self.today = date.min
        table.opened.connect(self.open)
        table.menu_asked.connect(self.show_menu)
        table.leave_asked.connect(self.leave_or_return)
        table.refused.connect(self._on_no_date)
        model.due_typed.connect(self._on_due_typed)

    def open(self, number: int) -> None:
        """Open the assessment of a row, or begin one."""
        row = self._model.row(number)
        if row is None:
            return
        if row.entry.answering is not None:
            self.opened.emit(row.entry.answering.assessment_id)
        elif not self._model.read_only:
            self.new_asked.emit(row.entry.system)

    def show_menu(self, number: int, at: QPoint) -> None:
        """Show what can be done with a row."""
        row = self._model.row(number)
        if row is None:
            return
        menu = RoundMenu(row, self._view, read_only=self._model.read_only)
        menu.open_asked.connect(self._on_menu_open)
        menu.due_asked.connect(self._on_menu_due)
        menu.same_due_asked.connect(self._on_same_due)
        menu.leave_asked.connect(self._on_menu_leave)
        menu.package_asked.connect(self._on_menu_package)
        menu.popup(at)

    def leave_or_return(self, number: int) -> None:
        """Ask why a system leaves the round, or take it back."""
        row = self._model.row(number)
        if row is None or self._model.read_only or row.entry.is_done:
            return
        if row.entry.state == "left":
            name = self.tr("{0} back in the round").format(row.entry.system)
            self._change(name, [(row, Terms(due=row.entry.due))])
            return
        from readiness.ui.dialogs.leave_dialog import LeaveDialog  # noqa: PLC0415 - when it is asked for

        self._leaving = row.entry.system_id
        dialog = LeaveDialog(row.entry.system, self._theme, self._icons, self._view)
        dialog.told.connect(self._on_reason_told)
        dialog.open()

    def _on_reason_told(self, reason: str) -> None:
        row = self._model.row(self._model.row_of(self._leaving))
        if row is not None:
            name = self.tr("{0} leaving the round").format(row.entry.system)
            self._change(name, [(row, replace(_terms(row), left_because=reason))])

    def _on_menu_open(self) -> None:
        self.open(self._table.current_row)

    def _on_menu_due(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._table.edit_due(self._table.current_row)

    def _on_menu_leave(self) -> None:
        self.leave_or_return(self._table.current_row)

    def _on_menu_package(self) -> None:
        row = self._chosen()
        if row is not None and row.entry.answering is not None:
            self._ways.save_package(row.entry.answering.assessment_id)

    def _on_due_typed(self, number: int, text: str) -> None:
        row = self._model.row(number)
        if row is None:
            return
        try:
            due = parse_day(text, self.today) if text else None
        except ValueError:
            self._ways.tell(self.tr("“{0}” is no day. Write it like 18 Sep, or 2026-09-18.").format(text))
            return
        name = self.tr("due date of {0}").format(row.entry.system)
        self._change(name, [(row, replace(_terms(row), due=due))])

    def _on_same_due(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.entry.due is None:
            return
        due = chosen.entry.due
        others = [row for row in self._model.rows if row.entry.is_waiting and row.entry.due is None]
        self._change(self.tr("due dates"), [(row, replace(_terms(row), due=due)) for row in others])

    def _on_no_date(self) -> None:
        self._ways.tell(self.tr("A date is set for what is waited for; this system is done, or has left."))

    def _change(self, name: str, changes: list[Change]) -> None:
        if self.period is not None:
            before = {row.entry.system_id: _terms(row) for row, _ in changes}
            after = {row.entry.system_id: terms for row, terms in changes}
            self._ways.set_terms(name, self.period, before, after)

    def _chosen(self) -> RoundRow | None:
        return self._model.row(self._table.current_row)


def _terms(row: RoundRow) -> Terms:
    return Terms(due=row.entry.due, left_because=row.entry.left_because)
