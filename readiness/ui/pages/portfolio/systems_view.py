"""The systems of a quarter: how they stand, what they share, and the table of their pillars."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from readiness.domain.period import Period
from readiness.services.portfolio import Asked, Order, SpotKey
from readiness.services.preferences import Settings
from readiness.ui.desk import read_portfolio
from readiness.ui.icons import Icons
from readiness.ui.models import portfolio_words as say
from readiness.ui.models.portfolio_model import SORTABLE, PortfolioModel
from readiness.ui.months import current_quarter
from readiness.ui.pages.portfolio.first_view import FirstView
from readiness.ui.pages.portfolio.nothing import Nothing
from readiness.ui.pages.portfolio.row_menu import PortfolioRowMenu
from readiness.ui.pages.portfolio.systems_key import SystemsKey
from readiness.ui.pages.portfolio.systems_table import SystemsTable
from readiness.ui.pages.portfolio.table_bar import TableBar
from readiness.ui.pages.portfolio.view import PortfolioView
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.select import Select

if TYPE_CHECKING:
    from readiness.services.portfolio import Portfolio, Standing


FIRST_ROWS: Final = 80
"""Rows that are read before the others: more than a screen holds."""


_TEAM: Final = 240


class PortfolioSystemsView(PortfolioView):
    """First the distribution and what blocks many, then the table; never a ranking.

    T shows the charts as tables, Esc shows all systems again.
    """

    new_asked = Signal(str)
    opened = Signal(int, str)  # assessment id, pillar or nothing
    change_asked = Signal(str, int)  # what, system id
    report_asked = Signal()

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
        self._icons = icons
        self._now = now
        self._asked = Asked()
        self._asking = 0
        self._found: Portfolio | None = None
        self._path = ""
        self._quarter = Select(theme, self.tr("Quarter"), self)
        self._team = Select(theme, self.tr("Team"), self)
        self._first = FirstView(theme, self)
        self._bar = TableBar(theme, self)
        self._model = PortfolioModel(self)
        self.table = SystemsTable(self._model, theme, self)
        self._nothing = Nothing(theme, "portfolio-clear-find", self.tr("Show all systems"), parent=self)
        self._empty = Nothing(theme, "portfolio-new", self.tr("New assessment"), "primary", self)
        self._tables = QAction(self.tr("Show charts as tables, or as charts"), self)
        self._all = QAction(self.tr("Show all systems"), self)
        self._page = QStackedLayout(self)
        self._build()
        self._connect()
        self._set_keys(session.settings)
        self._set_actions(work=False)

    @property
    def found(self) -> "Portfolio | None":
        """What is shown."""
        return self._found

    @property
    def model(self) -> PortfolioModel:
        """The table’s model."""
        return self._model

    @property
    def first(self) -> FirstView:
        """What one sees first."""
        return self._first

    def refresh(self) -> None:
        """Read the quarter again, as it was asked for."""
        if self._path != self._session.path:
            self._path, self._asked = self._session.path, Asked(order=Order())
            self._bar.field.clear()
        self._ask(self._asked)

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        place = self._empty.button if self._page.currentWidget() is self._empty else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_tables(self) -> None:
        """Show every chart as a table, or as a chart again."""
        shown = not self._first.views[0].is_table
        for view in self._first.views:
            view.show_table(shown)
        self._scroller.measure_soon()

    def sort_by(self, number: int) -> None:
        """Sort by a column; once more turns it round."""
        column = self._model.column(number)
        if column is None or column.kind not in SORTABLE:
            return
        before, is_pillar = self._asked.order, column.kind == "pillar"
        again = (before.by, before.is_pillar) == (column.key, is_pillar)
        order = Order(by=column.key, is_pillar=is_pillar, descending=again and not before.descending)
        self._ask(replace(self._asked, order=order))

    def show_spot(self, kind: str, spot: str) -> None:
        """Show only the systems where a gate is open, or a topic exposed."""
        self._ask(replace(self._asked, spot=SpotKey(kind, spot)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Show all systems of the quarter and team again."""
        self._bar.field.clear()
        if self._asked.spot is not None:
            self._ask(replace(self._asked, spot=None))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys of this view work."""
        super().showEvent(event)
        self._set_actions(work=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them rest: they mean something else elsewhere."""
        super().hideEvent(event)
        self._set_actions(work=False)

    # Reading

    def _ask(self, asked: Asked) -> None:
        """Read the first rows, and behind them the others."""
        self._asked = asked
        self._asking += 1
        self._read(replace(asked, most=FIRST_ROWS), self._on_read)

    def _read(self, asked: Asked, then: "Callable[[int, Portfolio], None]") -> None:
        now = self._now()
        today = current_quarter(now.year, now.month, self._session.settings.fiscal_year_start)
        errand = partial(read_portfolio, asked=asked, today=today)
        self._session.run_errand(errand, partial(then, self._asking))

    def _on_read(self, number: int, found: "Portfolio") -> None:
        """Show what was read, unless something else has been asked for since."""
        if number != self._asking:
            return
        self._found = found
        is_empty = found.is_empty and not found.systems
        self._page.setCurrentWidget(self._empty if is_empty else self._scroller)
        self._say(found, is_empty=is_empty)
        self._fill_tools(found)
        self._first.show_portfolio(found)
        self.table.setAccessibleDescription(say.finding(found))
        self._show_rows()
        if is_empty and self.table.hasFocus():
            self.take_focus()
        if not found.is_whole:
            self._read(self._asked, self._on_rest)

    def _on_rest(self, number: int, found: "Portfolio") -> None:
        """Show all rows where the first ones stand already."""
        if number == self._asking:
            self._found = found
            self._show_rows()

    def _say(self, found: "Portfolio", *, is_empty: bool) -> None:
        if is_empty:
            self.titled.emit(self.tr("Portfolio"), "")
            self._empty.say(
                self.tr("No systems yet"),
                self.tr("Here you see many systems at once, as soon as one assessment is sealed."),
            )
        else:
            self.titled.emit(say.finding(found), "")

    def _fill_tools(self, found: "Portfolio") -> None:
        quarters = [(str(Period(one.year, one.quarter)), one.assessed) for one in found.quarters]
        options = [(key, shown_quarter(key)) for key, _ in quarters]
        if str(found.quarter) not in dict(quarters):
            options.insert(0, (str(found.quarter), shown_quarter(found.quarter)))
        self._quarter.set_options(options)
        self._quarter.set_key_value(str(found.quarter))
        self._team.set_options([("", self.tr("All teams")), *((f"={team}", team) for team in found.teams)])
        self._team.set_key_value("" if found.asked.team is None else f"={found.asked.team}")
        self._quarter.setVisible(bool(found.systems) or not found.is_empty)
        self._team.setVisible(bool(found.teams))

    def _show_rows(self) -> None:
        found = self._found
        if found is None:
            return
        selected = self.table.selected_system
        rows = say.matching(found.systems, self._bar.field.text())
        if not self._model.extend(found, rows, with_score=self._bar.score.isChecked()):
            self._model.show(found, rows, self._now().date(), with_score=self._bar.score.isChecked())
        if selected >= 0 or self.table.hasFocus():
            self.table.select(selected)
        self._tell(found, rows)

    def _tell(self, found: "Portfolio", rows: "tuple[Standing, ...]") -> None:
        count, only = say.count(found, rows), say.only(found)
        is_whole = not only and not self._bar.field.text()
        self._bar.tell("; ".join(part for part in (count, say.note(found) * is_whole) if part), only)
        self._frame.setMaximumHeight(self.table.wished_height() + 10)
        self._frame.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if not rows:
            self._nothing.say(self.tr("No system is found"), say.nothing_found(self._bar.field.text()))

    # Slots

    def _on_opened(self, number: int, place: int) -> None:
        row, column = self._model.row(number), self._model.column(place)
        if row is None or column is None:
            return
        if row.line.assessment_id is None:
            self._open_unsealed(row)
            return
        pillar = column.key if column.kind == "pillar" and column.key in row.pillars else ""
        self.opened.emit(row.line.assessment_id, pillar)

    def _open_unsealed(self, row: "Standing") -> None:
        if row.line.under_way is not None:
            self.opened.emit(row.line.under_way, "")
        elif not self._session.read_only:
            self.new_asked.emit(row.line.name)

    def _on_menu_asked(self, number: int, at: QPoint) -> None:
        row = self._model.row(number)
        if row is not None:
            menu = PortfolioRowMenu(row, self, read_only=self._session.read_only)
            menu.opened.connect(self.opened)
            menu.new_asked.connect(self.new_asked)
            menu.change_asked.connect(self.change_asked)
            menu.popup(at)

    def _on_quarter(self, key: str) -> None:
        self._ask(replace(self._asked, quarter=Period.parse(key)))

    def _on_team(self, key: str) -> None:
        self._ask(replace(self._asked, team=key[1:] if key else None, spot=None))

    def _on_find(self, _text: str) -> None:
        self._show_rows()

    def _on_find_left(self) -> None:
        self._bar.field.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_find_entered(self) -> None:
        if self._model.rows:
            self._on_opened(0, 0)

    def _on_score_switched(self, _shown: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._show_rows()

    def _on_new(self) -> None:
        self.new_asked.emit("")

    def _set_actions(self, *, work: bool) -> None:
        for action in (self._tables, self._all):
            action.setEnabled(work)

    def _set_keys(self, settings: Settings) -> None:
        self._tables.setShortcuts([QKeySequence("T")] if settings.single_keys else [])

    # Building

    def _build(self) -> None:
        self._quarter.setObjectName("portfolio-quarter")
        self._team.setObjectName("portfolio-team")
        self._team.setMaximumWidth(_TEAM)
        self.tool_row.addWidget(self._quarter)
        self.tool_row.addWidget(self._team)
        self._frame = QFrame(self)
        self._frame.setProperty("kind", "panel")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 6)
        inside.addWidget(self.table)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._first, self._bar, SystemsKey(self._theme, self)):
            column.addWidget(part)
        column.addWidget(self._frame, 1000)
        column.addWidget(self._nothing)
        column.addStretch(1)
        self._scroller = Scroller(self)
        self._scroller.set_content(whole)
        for page in (QWidget(self), self._empty, self._scroller):
            self._page.addWidget(page)
        self._all.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        for action in (self._tables, self._all):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def _connect(self) -> None:
        self._session.settings_changed.connect(self._set_keys)
        self._tables.triggered.connect(self.toggle_tables)
        self._all.triggered.connect(self.show_all)
        self._first.spot_chosen.connect(self.show_spot)
        self._quarter.chosen.connect(self._on_quarter)
        self._team.chosen.connect(self._on_team)
        self.table.opened.connect(self._on_opened)
        self.table.sort_asked.connect(self.sort_by)
        self.table.letters_typed.connect(self._bar.type)
        self.table.menu_asked.connect(self._on_menu_asked)
        self._bar.found.connect(self._on_find)
        self._bar.left.connect(self._on_find_left)
        self._bar.entered.connect(self._on_find_entered)
        self._bar.all_asked.connect(self.show_all)
        self._bar.score_switched.connect(self._on_score_switched)
        self._bar.report.clicked.connect(self.report_asked)
        self._nothing.asked.connect(self.show_all)
        self._empty.asked.connect(self._on_new)
