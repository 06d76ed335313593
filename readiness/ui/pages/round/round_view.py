"""The round: who has answered over many systems, what is due, and the packages that came in."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from readiness.domain.period import Period
from readiness.domain.reminding import reminder
from readiness.domain.rounds import ORDERS, RoundOrder, count_round, due_first, in_order
from readiness.services.round_files import waits_for_pages
from readiness.services.rounds import Round
from readiness.ui.icons import Icons
from readiness.ui.models.round_model import ORDER_OF, RoundModel
from readiness.ui.models.round_rows import RoundRow, counts_words, package_words, round_rows, round_title
from readiness.ui.months import current_quarter
from readiness.ui.pages.portfolio.nothing import Nothing
from readiness.ui.pages.portfolio.view import PortfolioView
from readiness.ui.pages.round.packages_panel import PackagesPanel
from readiness.ui.pages.round.reminder_panel import ReminderPanel
from readiness.ui.pages.round.round_acts import RoundActs
from readiness.ui.pages.round.round_key import RoundKey
from readiness.ui.pages.round.round_table import RoundTable
from readiness.ui.quarters import shown_quarter
from readiness.ui.round_ways import RoundWays
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text

_SIDE: Final = 408
_NARROW_SIDE: Final = 318
_NARROW: Final = 1150
_STACKED: Final = 900
_ANY_WIDTH: Final = 16_777_215
_QUARTER: Final = 124


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
        self.ways = RoundWays(session, theme, icons, self)
        self._model = RoundModel(self)
        self.table = RoundTable(self._model, theme, icons, self)
        self.acts = RoundActs(self.table, self._model, self.ways, theme, icons, self)
        self.reminder = ReminderPanel(theme, icons, self)
        self.packages = PackagesPanel(theme, icons, self)
        self.empty = Nothing(theme, "round-new", self.tr("New assessment"), "primary", self)
        self._counts = Text(theme, "", "body", "ink2", self)
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
        self._export.set_size("small")
        for part in (self._quarter, self._take_in):
            self.tool_row.addWidget(part)
        self.empty.say(
            self.tr("No system is in this round yet"),
            self.tr(
                "A round is one quarter over all systems: who has answered, what is due, "
                "and what other teams have sealed."
            ),
        )
        whole = QWidget(self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(16)
        self._halves.addLayout(self._left(), 3)
        self._build_side()
        self._halves.addWidget(self._side, 2)
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
        column.addWidget(self._counts)
        column.addWidget(self._panel, 1000)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._key, 1)
        foot.addStretch()
        foot.addWidget(self._export)
        column.addLayout(foot)
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
        self.table.sort_asked.connect(self.sort_by)
        self.acts.opened.connect(self.opened)
        self.acts.new_asked.connect(self.new_asked)
        self.reminder.save_asked.connect(self._on_save_asked)
        self.reminder.pages_asked.connect(self._on_pages_asked)
        self.reminder.copied.connect(self._on_copied)
        self.packages.opened.connect(self.opened)
        self.packages.take_in_asked.connect(self.ways.take_in)
        self.empty.asked.connect(self._on_new_asked)
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
        self.acts.period, self.acts.today = found.period, self._today()
        today, entries = self._today(), found.entries
        self._counts.setText(counts_words(count_round(entries, today)))
        self._say_title()
        text = reminder(found.period, entries, today)
        pages = 0 if self._session.read_only else sum(waits_for_pages(entry) for entry in entries)
        self.reminder.show_reminder(text, len(due_first(entries, today)), pages)
        packages = [package_words(one, today) for one in found.packages]
        self.packages.show_packages(packages, read_only=self._session.read_only)
        self._export.setEnabled(bool(found.lines))
        self._take_in.setEnabled(not self._session.read_only)
        self.empty.button.setEnabled(not self._session.read_only)
        self._show_rows()
        self._stack.setCurrentWidget(self._whole if found.lines else self.empty)
        self._side.measure_soon()

    def _show_rows(self) -> None:
        if self._round is None:
            return
        chosen = self._model.row(self.table.current_row)
        kept = -1 if chosen is None else chosen.entry.system_id
        lines = {line.entry.system_id: line for line in self._round.lines}
        order = in_order(self._round.entries, self._model.order, falling=self._model.falling)
        self._model.set_rows(round_rows([lines[entry.system_id] for entry in order], self._today()))
        self.table.select(max(0, self._model.row_of(kept)))
        self._key.setVisible(any(row.figures for row in self._model.rows))
        self._share_out()

    # What is done

    def _on_new_asked(self) -> None:
        self.new_asked.emit("")

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

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self._theme.px(_NARROW)

    def _share_out(self) -> None:
        """Leave the table what it needs; with very large text, stack the halves.

        Where the header has no room, the counts stand over the table.
        """
        narrow, stacked = self._is_narrow, self.width() < self._theme.px(_STACKED)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if stacked else across)
        side = self._theme.px(_NARROW_SIDE if narrow else _SIDE)
        self._side.setMinimumWidth(0 if stacked else side)
        self._side.setMaximumWidth(_ANY_WIDTH if stacked else side)
        self._take_in.setVisible(not stacked)  # the packages offer it too
        self.reminder.set_narrow(narrow=narrow and not stacked)
        self._quarter.setMinimumWidth(self._theme.px(_QUARTER))
        self._panel.setMaximumHeight(self.table.wished_height() + 6)
        if self._counts.isHidden() == narrow:
            self._counts.setVisible(narrow)
            self._say_title()

    def _say_title(self) -> None:
        if self._round is not None:
            note = "" if self._is_narrow else self._counts.text()
            self.titled.emit(round_title(self._round.period), note)
