"""The round: who has answered over many systems, what is due, and the packages that came in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from readiness.domain.period import Period
from readiness.domain.reminding import reminder
from readiness.domain.rounds import ORDERS, RoundOrder, count_round, due_first, in_order
from readiness.services.round_files import waits_for_pages
from readiness.services.rounds import Round, Terms
from readiness.ui.days import parse_day
from readiness.ui.icons import Icons
from readiness.ui.models.round_model import ORDER_OF, RoundModel
from readiness.ui.models.round_rows import RoundRow, counts_words, package_words, round_rows, round_title
from readiness.ui.months import current_quarter
from readiness.ui.pages.portfolio.view import PortfolioView
from readiness.ui.pages.round.empty_round import EmptyRound
from readiness.ui.pages.round.packages_panel import PackagesPanel
from readiness.ui.pages.round.reminder_panel import ReminderPanel
from readiness.ui.pages.round.round_key import RoundKey
from readiness.ui.pages.round.round_menu import RoundMenu
from readiness.ui.pages.round.round_table import RoundTable
from readiness.ui.quarters import shown_quarter
from readiness.ui.round_ways import RoundWays
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.select import Select

_SIDE: Final = 408
_NARROW_SIDE: Final = 330
_NARROW: Final = 1240


class RoundView(PortfolioView):
    """The table, and beside it the reminder and the packages."""

    opened = Signal(int)  # assessment id
    new_asked = Signal(str)  # system

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._now = now
        self._period: Period | None = None
        self._path = ""
        self._round: Round | None = None
        self._wanted = -1
        self.ways = RoundWays(session, theme, icons, self)
        self._icons = icons
        self._model = RoundModel(self)
        self.table = RoundTable(self._model, theme, icons, self)
        self.reminder = ReminderPanel(theme, icons, self)
        self.packages = PackagesPanel(theme, icons, self)
        self.empty = EmptyRound(theme, self)
        self._key = RoundKey(theme, self)
        self._quarter = Select(theme, self.tr("Quarter of the round"), self)
        self._export = Button(theme, self.tr("Export the list"), "plain", self)
        self._take_in = Button(theme, self.tr("Take in a package"), "plain", self)
        self._actions: list[QAction] = []
        self._stack = QStackedLayout(self)
        self._side = Scroller(self)
        self._build(icons)
        self._connect()
        self._add_actions()

    @property
    def found(self) -> Round | None:
        """The round that is shown."""
        return self._round

    @property
    def rows(self) -> tuple[RoundRow, ...]:
        """The rows that are shown."""
        return self._model.rows

    def refresh(self) -> None:
        """Read the round again; another workspace begins at its current quarter."""
        if self._path != self._session.path:
            self._path, self._period = self._session.path, None
        period = self._period or self._default_period()
        self._period = period
        self._offer_quarters(period)
        self.ways.read(period, self._on_read)

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        place: QWidget = self.table if self._model.rows else self.empty.button
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_period(self, key: str) -> None:
        """Show the round of another quarter."""
        self._period = Period.parse(key)
        self.refresh()

    def sort_by(self, column: int) -> None:
        """Sort by a column, once more the other way round; −1 goes on to the next order."""
        model = self._model
        order: RoundOrder | None = ORDER_OF.get(column)
        if column < 0:
            order = ORDERS[(ORDERS.index(model.order) + 1) % len(ORDERS)]
        if order is None:
            return
        model.falling = order == model.order and not model.falling
        model.order = order
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table what it needs."""
        super().resizeEvent(event)
        self._share_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys of this view work."""
        super().showEvent(event)
        self._let_actions(work=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them rest while another view is shown."""
        super().hideEvent(event)
        self._let_actions(work=False)

    # Building

    def _build(self, icons: Icons) -> None:
        self.setObjectName("round")
        self._quarter.setObjectName("round-quarter")
        self._export.setObjectName("export-round")
        self._take_in.setObjectName("take-in-package")
        self._take_in.set_icon(icons, "plus")
        for part in (self._quarter, self._export, self._take_in):
            self.tool_row.addWidget(part)
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(self._left(), 1)
        self._build_side()
        row.addWidget(self._side)
        for page in (QWidget(self), whole, self.empty):
            self._stack.addWidget(page)
        self._whole = whole

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        self._panel = QFrame(self)
        self._panel.setProperty("kind", "panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(1, 1, 1, 3)
        inside.addWidget(self.table)
        column.addWidget(self._panel, 1000)
        column.addWidget(self._key)
        column.addStretch(1)
        return column

    def _build_side(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 2, 2)
        column.setSpacing(14)
        column.addWidget(self.reminder)
        column.addWidget(self.packages)
        column.addStretch(1)
        self._side.set_content(inner)

    def _connect(self) -> None:
        self.table.opened.connect(self._on_opened)
        self.table.menu_asked.connect(self._on_menu_asked)
        self.table.leave_asked.connect(self._on_leave_asked)
        self.table.sort_asked.connect(self.sort_by)
        self.table.refused.connect(self._on_no_date)
        self._model.due_typed.connect(self._on_due_typed)
        self.reminder.save_asked.connect(self._on_save_asked)
        self.reminder.pages_asked.connect(self._on_pages_asked)
        self.reminder.copied.connect(self._on_copied)
        self.packages.opened.connect(self.opened)
        self.packages.take_in_asked.connect(self.ways.take_in)
        self.empty.new_asked.connect(self._on_new_asked)
        self.empty.take_in_asked.connect(self.ways.take_in)
        self._quarter.chosen.connect(self.show_period)
        self._export.clicked.connect(self._on_export)
        self._take_in.clicked.connect(self.ways.take_in)
        self.ways.changed.connect(self.refresh)
        self._theme.changed.connect(self._on_theme_changed)

    def _add_actions(self) -> None:
        for name, text, then in (
            ("round-copy", self.tr("Copy the reminder"), self.reminder.copy),
            ("round-take-in", self.tr("Take in a package…"), self.ways.take_in),
            ("round-export", self.tr("Export the list of the round…"), self._on_export),
            ("round-make-pages", self.tr("Pages for who has not answered…"), self._on_pages_asked),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(then)
            action.setEnabled(False)
            self.addAction(action)
            self._actions.append(action)
        self._actions[0].setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))

    def _let_actions(self, *, work: bool) -> None:
        for action in self._actions:
            action.setEnabled(work)

    # Reading

    def _today(self) -> date:
        return self._now().date()

    def _default_period(self) -> Period:
        now = self._now()
        return current_quarter(now.year, now.month, self._session.settings.fiscal_year_start)

    def _offer_quarters(self, period: Period) -> None:
        found = {line.period for system in self._session.home for line in system.assessments}
        found |= {str(period), str(self._default_period())}
        self._quarter.set_options([(key, shown_quarter(key)) for key in sorted(found, reverse=True)])
        self._quarter.set_key_value(str(period))

    def _on_read(self, found: Round) -> None:
        if found.period != self._period:
            return  # another quarter was asked for meanwhile
        self._round = found
        self._model.read_only = self._session.read_only
        today, entries = self._today(), found.entries
        counts = count_round(entries, today)
        self.titled.emit(round_title(found.period), counts_words(counts))
        text = reminder(found.period, entries, today)
        pages = 0 if self._session.read_only else sum(waits_for_pages(entry) for entry in entries)
        self.reminder.show_reminder(text, len(due_first(entries, today)), pages)
        packages = [package_words(one, today) for one in found.packages]
        self.packages.show_packages(packages, read_only=self._session.read_only)
        self._export.setEnabled(bool(found.lines))
        self._take_in.setEnabled(not self._session.read_only)
        self.empty.let(read_only=self._session.read_only)
        self._show_rows()
        self._stack.setCurrentWidget(self._whole if found.lines else self.empty)
        self._side.measure_soon()

    def _show_rows(self) -> None:
        if self._round is None:
            return
        chosen = self._chosen()
        kept = self._wanted if self._wanted >= 0 else (chosen.entry.system_id if chosen else -1)
        lines = {line.entry.system_id: line for line in self._round.lines}
        order = in_order(self._round.entries, self._model.order, falling=self._model.falling)
        self._model.set_rows(round_rows([lines[entry.system_id] for entry in order], self._today()))
        self.table.select(max(0, self._model.row_of(kept)))
        self._wanted = -1
        self._share_out()

    def _chosen(self) -> RoundRow | None:
        return self._model.row(self.table.current_row)

    # What is done

    def _on_opened(self, number: int) -> None:
        row = self._model.row(number)
        if row is None:
            return
        if row.entry.answering is not None:
            self.opened.emit(row.entry.answering.assessment_id)
        elif not self._session.read_only:
            self.new_asked.emit(row.entry.system)

    def _on_new_asked(self) -> None:
        self.new_asked.emit("")

    def _on_menu_asked(self, number: int, at: QPoint) -> None:
        row = self._model.row(number)
        if row is None:
            return
        menu = RoundMenu(row, self, read_only=self._session.read_only)
        menu.open_asked.connect(self._on_menu_open)
        menu.due_asked.connect(self._on_menu_due)
        menu.same_due_asked.connect(self._on_same_due)
        menu.leave_asked.connect(self._on_menu_leave)
        menu.package_asked.connect(self._on_menu_package)
        menu.popup(at)

    def _on_menu_open(self) -> None:
        self._on_opened(self.table.current_row)

    def _on_menu_due(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.edit_due(self.table.current_row)

    def _on_menu_leave(self) -> None:
        self._on_leave_asked(self.table.current_row)

    def _on_menu_package(self) -> None:
        row = self._chosen()
        if row is not None and row.entry.answering is not None and self._period is not None:
            self.ways.save_package(row.entry.answering.assessment_id, row.entry.system, self._period)

    def _on_due_typed(self, number: int, text: str) -> None:
        row = self._model.row(number)
        if row is None:
            return
        try:
            due = parse_day(text, self._today()) if text else None
        except ValueError:
            self.ways.tell(self.tr("“{0}” is no day. Write it like 18 Sep, or 2026-09-18.").format(text))
            return
        name = self.tr("due date of {0}").format(row.entry.system)
        self._change(name, [(row, Terms(due=due, left_because=row.entry.left_because))])

    def _on_same_due(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.entry.due is None:
            return
        due = chosen.entry.due
        others = [row for row in self._model.rows if row.entry.is_waiting and row.entry.due is None]
        self._change(self.tr("due dates"), [(row, replace(_terms(row), due=due)) for row in others])

    def _on_leave_asked(self, number: int) -> None:
        row = self._model.row(number)
        if row is None or self._session.read_only or row.entry.is_done:
            return
        if row.entry.state == "left":
            name = self.tr("{0} back in the round").format(row.entry.system)
            self._change(name, [(row, Terms(due=row.entry.due))])
            return
        from readiness.ui.dialogs.leave_dialog import LeaveDialog  # noqa: PLC0415 - when it is asked for

        self._wanted = row.entry.system_id
        dialog = LeaveDialog(row.entry.system, self._theme, self._icons, self)
        dialog.told.connect(self._on_reason_told)
        dialog.open()

    def _on_reason_told(self, reason: str) -> None:
        row = self._model.row(self._model.row_of(self._wanted))
        if row is not None:
            name = self.tr("{0} leaving the round").format(row.entry.system)
            self._change(name, [(row, replace(_terms(row), left_because=reason))])

    def _change(self, name: str, changes: list[tuple[RoundRow, Terms]]) -> None:
        if self._period is not None:
            before = {row.entry.system_id: _terms(row) for row, _ in changes}
            after = {row.entry.system_id: terms for row, terms in changes}
            self.ways.set_terms(name, self._period, before, after)

    def _on_no_date(self) -> None:
        self.ways.tell(self.tr("A date is set for what is waited for; this system is done, or has left."))

    def _on_copied(self) -> None:
        self.ways.tell(self.tr("The reminder is copied. Paste it into a message; nothing is sent from here."))

    def _on_save_asked(self, text: str) -> None:
        if self._period is not None:
            self.ways.save_text(self._period, text)

    def _on_pages_asked(self) -> None:
        if self._period is not None:
            self.ways.make_pages(self._period)

    def _on_export(self) -> None:
        if self._round is not None and self._round.lines:
            self.ways.export_list(self._round, self._today())

    # Looks

    def _on_theme_changed(self) -> None:
        self._share_out()

    def _share_out(self) -> None:
        side = _NARROW_SIDE if self.width() < self._theme.px(_NARROW - 84) else _SIDE
        self._side.setFixedWidth(self._theme.px(side))
        self._panel.setMaximumHeight(self.table.wished_height() + 6)


def _terms(row: RoundRow) -> Terms:
    return Terms(due=row.entry.due, left_because=row.entry.left_because)
