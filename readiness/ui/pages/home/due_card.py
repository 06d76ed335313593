"""What is due in this file: the first few, each a press from where it is seen to, and a link to the rest."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.domain.period import Period
from readiness.ui.due_row import due_row
from readiness.ui.icons import Icons
from readiness.ui.models.due_rows import AHEAD, DueRow, ahead_words, due_rows
from readiness.ui.months import current_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.two_line_row import TwoLineRow

if TYPE_CHECKING:
    from readiness.services.first_look import Due

_MOST: Final = 4


class DueCard(Panel):
    """Reads what is due whenever the systems change."""

    chosen = Signal(object)  # DueRow
    filled = Signal()  # other rows are there

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("due")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._session = session
        self._icons = icons
        self._now = now
        self._most = _MOST
        self._due: tuple[DueRow, ...] = ()
        self._rows: list[TwoLineRow] = []
        self._ahead = TextBlock(theme, "", "caption", "ink2", self)
        self._all = Button(theme, "", "link", self)
        self._all.setObjectName("all-due")
        self._all.set_size("small")
        self._all.clicked.connect(self.show_all)
        self.body.addWidget(self._ahead)
        self.corner.addWidget(self._all)
        self.hide()
        session.home_changed.connect(self.read)
        session.settings_changed.connect(self.read)

    @property
    def due(self) -> tuple[DueRow, ...]:
        """Everything that is due, what is late first."""
        return self._due

    def read(self) -> None:
        """Read what is due now."""
        now = self._now()
        until = (now.date() + AHEAD).isoformat()
        self._session.read_due(until, str(self._quarter(now)), self._on_read)

    def set_most(self, most: int) -> None:
        """Show so many rows; all of them are behind the link."""
        if most != self._most:
            self._most = most
            self._show()

    def show_all(self) -> None:
        """Show everything that is due."""
        from readiness.ui.dialogs.due_dialog import DueDialog  # noqa: PLC0415 - when it is asked for

        dialog = DueDialog(self._due, self._theme, self._icons, self)
        dialog.chosen.connect(self.chosen)
        dialog.open()

    def _on_read(self, due: "Due") -> None:
        now = self._now()
        self._due = due_rows(due, self._session.home, now.date(), self._quarter(now))
        self._show()

    def _show(self) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(place) for place in range(min(self._most, len(self._due)))]
        ahead = "" if self._due else ahead_words(self._session.home, self._quarter(self._now()))
        self._ahead.setText(ahead)
        self._ahead.setVisible(bool(ahead))
        self._all.setText(self.tr("All {0}").format(len(self._due)))
        self._all.setAccessibleName(self.tr("Show all {0} that are due").format(len(self._due)))
        self._all.setVisible(len(self._due) > len(self._rows))
        self.set_heading(self._words(self._due))
        self.setVisible(bool(self._due or ahead))
        self.filled.emit()

    def _row(self, place: int) -> TwoLineRow:
        due = self._due[place]
        row = due_row(due, self._theme, self._icons, self)
        row.setObjectName(f"due-{place + 1}")
        row.setProperty("place", place)
        row.clicked.connect(self._on_clicked)
        self.body.addWidget(row)
        row.show()
        return row

    def _words(self, due: Sequence[DueRow]) -> str:
        late = sum(row.is_late for row in due)
        if not due:
            return self.tr("Nothing is due")
        return self.tr("Due, {0} late").format(late) if late else self.tr("Due")

    def _quarter(self, now: datetime) -> Period:
        return current_quarter(now.year, now.month, self._session.settings.fiscal_year_start)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._due[int(self.sender().property("place"))])
