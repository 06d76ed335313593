"""The row of one thing that is due, on Home and in the list of all."""

from typing import Final

from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.due_rows import DueRow, Kind
from readiness.ui.theme import Theme
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.two_line_row import TwoLineRow

_ICONS: Final[dict[Kind, str]] = {
    "fact": "search",
    "decision": "flag",
    "action": "checklist",
    "risk": "warning",
    "check-in": "calendar",
}


def due_row(due: DueRow, theme: Theme, icons: Icons, parent: QWidget) -> TwoLineRow:
    """Return the row of one thing that is due."""
    row = TwoLineRow(theme, icons, due.title, due.detail, parent, icon=_ICONS[due.kind], late=due.is_late)
    row.let_name_take(2)
    row.setToolTip(plain_tooltip(due.sentence))
    return row
