"""Limits: what each resource carries, as measured; the smallest is the first to give way."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from readiness.domain.assessment import MOST_LIMITS, Assessment, Limit
from readiness.domain.outcome import Outcome
from readiness.domain.scoring import half_up
from readiness.reports.sentences import times
from readiness.ui import facts
from readiness.ui.icons import Icons
from readiness.ui.models.limit_form import LimitForm, form_of, limit_from
from readiness.ui.models.limits_model import DATE, FACTOR, LIMIT, MORE, RESOURCE, SOURCE, USED, LimitsModel
from readiness.ui.pages.limits.limit_delegate import ROW_HEIGHT, LimitDelegate
from readiness.ui.pages.limits.limit_dialog import LimitDialog
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.growth_ladder import GrowthLadder
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.page_scroller import fill
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_WIDTHS = {USED: 128, LIMIT: 100, FACTOR: 210, MORE: 172, SOURCE: 196, DATE: 126}
_NARROW = {USED: 112, LIMIT: 78, FACTOR: 104, MORE: 162, SOURCE: 140, DATE: 122}
_ROOMY = 1200
_PADDED = 28
_LEAST = 160
_SIDE = 32
_CORNER = 10  # above and under the table, so that no head or row crosses the rounded corners


class LimitsPage(QWidget):
    """Ins adds, Enter edits, Delete removes and can be undone, S sorts."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._icons = icons
        self.setObjectName("limits")
        self._panel = Panel(theme, "", self)
        self._panel.set_heading_style("title")
        self._ladder = GrowthLadder(theme, self)
        self._model = LimitsModel(self)
        self._frame = QFrame(self)
        self._table = QTableView(self._frame)
        self._delegate = LimitDelegate(theme, self)
        self._empty = Panel(theme, self.tr("Nothing is measured yet"), self)
        self._add = Button(theme, self.tr("Add a limit"), "primary", self)
        self._warning = TextBlock(theme, "", "body", "ink", self)
        self._warning.setObjectName("limits-warning")
        self._count = Text(theme, "", "caption", "ink3", self)
        self._build()
        self._connect()

    @property
    def table(self) -> QTableView:
        """The table."""
        return self._table

    def add(self) -> None:
        """Ask for a new limit."""
        if self._can_change() and len(self._limits()) < MOST_LIMITS:
            self._ask(LimitForm())

    def edit(self) -> None:
        """Edit the limit that is selected."""
        limit = self._model.limit(self._table.currentIndex().row())
        if limit is not None and self._can_change():
            self._ask(form_of(limit))

    def remove(self) -> None:
        """Take the selected limit out; Undo brings it back."""
        limit = self._model.limit(self._table.currentIndex().row())
        if limit is not None and self._can_change():
            self._session.set_limits(tuple(row for row in self._limits() if row.id != limit.id))

    def sort(self) -> None:
        """Sort by factor, or by the order in which they were added."""
        self._model.sort_by_factor(wanted=not self._model.by_factor, limits=self._limits())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the columns."""
        super().resizeEvent(event)
        self._size_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        ways = {
            Qt.Key.Key_Insert: self.add,
            Qt.Key.Key_Return: self.edit,
            Qt.Key.Key_Enter: self.edit,
            Qt.Key.Key_Delete: self.remove,
        }
        if self._session.settings.single_keys:
            ways[Qt.Key.Key_S] = self.sort
        way = None if event.modifiers() else ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            way()

    # Slots

    def _on_outcome(self, outcome: object) -> None:
        if not isinstance(outcome, Outcome):
            return
        given = outcome.assessment
        ladder = facts.ladder(outcome)
        plain = tuple(replace(step, names=()) for step in ladder.steps)
        self._ladder.set_value(replace(ladder, steps=plain))
        self._delegate.target = outcome.growth.target_factor
        row = self._table.currentIndex().row()
        self._model.set_limits(given.limits)
        if row >= 0:
            self._table.selectRow(min(row, self._model.rowCount() - 1))
        self._panel.set_heading(self._heading(outcome), self.tr("a limit is what a resource can carry"))
        warning = contradiction(outcome)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._size_columns()
        self._show_count(given)

    def _on_kept(self, form: object) -> None:
        if not isinstance(form, LimitForm):
            return
        limits = self._limits()
        dialog = self.sender()
        hint = dialog.suggested_id if isinstance(dialog, LimitDialog) else ""
        taken = {row.id for row in limits}
        limit = limit_from(replace(form, id=form.id or (hint if hint not in taken else "")), taken)
        if limit.id in taken:
            after = tuple(limit if row.id == limit.id else row for row in limits)
        else:
            after = (*limits, limit)
        self._session.set_limits(after)

    def _ask(self, form: LimitForm) -> None:
        taken = frozenset(row.id for row in self._limits())
        dialog = LimitDialog(self._theme, self._icons, form, taken, self.window())
        dialog.kept.connect(self._on_kept)
        dialog.open()

    # Showing

    def _limits(self) -> tuple[Limit, ...]:
        assessment = self._session.assessment
        return () if assessment is None else assessment.limits

    def _can_change(self) -> bool:
        assessment = self._session.assessment
        return assessment is not None and not assessment.sealed and not self._session.read_only

    def _heading(self, outcome: Outcome) -> str:
        known = outcome.growth.first_known_limit
        if known is None:
            return self.tr("No limit is measured yet")
        return self.tr("{0}: the first to give way, at {1}").format(known.resource, times(known.factor))

    def _show_count(self, assessment: Assessment) -> None:
        known = sum(limit.factor is not None for limit in assessment.limits)
        rest = len(assessment.limits) - known
        told = self.tr("{0} known, {1} not known. Never averaged.").format(known, rest)
        if assessment.sealed:
            told = self.tr("{0} Sealed: limits can be read, not changed.").format(told)
        self._count.setText(told if assessment.limits else "")
        self._frame.setVisible(bool(assessment.limits))
        self._empty.setVisible(not assessment.limits)
        self._add.setVisible(self._can_change())
        self._add.setEnabled(len(assessment.limits) < MOST_LIMITS)

    # Building

    def _build(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(_SIDE, 16, _SIDE, 20)
        column.setSpacing(14)
        self._panel.body.addWidget(self._ladder)
        column.addWidget(self._panel)
        self._set_up_table()
        words = self.tr(
            "For each resource: what is used at today’s peak, and where it ends. "
            "Begin with the main database and its connections; the smallest factor gives way first."
        )
        self._empty.body.addWidget(TextBlock(self._theme, words, "lead", "ink2", self._empty))
        column.addWidget(self._empty)
        self._frame.setProperty("kind", "panel")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, _CORNER, 1, _CORNER)
        inside.addWidget(self._table)
        column.addWidget(self._frame, 1)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        self._add.setObjectName("add-limit")
        self._add.set_icon(self._icons, "plus")
        self._add.set_key("Ins")
        row.addWidget(self._add)
        row.addWidget(self._warning, 1)
        row.addStretch()
        row.addWidget(self._count)
        column.addLayout(row)
        fill(self, whole)

    def _set_up_table(self) -> None:
        table = self._table
        table.setObjectName("limits-table-view")
        table.setAccessibleName(self.tr("Limits"))
        table.setModel(self._model)
        table.setItemDelegate(self._delegate)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        Measure(self._theme, header, height=36)
        Measure(self._theme, table, least_height=150)
        self._size_columns()

    def _size_columns(self) -> None:
        """Give the resource what is left; where that is no name any more, the table scrolls sideways."""
        self._table.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        widths = _WIDTHS if self.width() >= self._theme.px(_ROOMY) else _NARROW
        for column, width in widths.items():
            least = self._longest(column) if column in {USED, LIMIT} else 0
            self._table.setColumnWidth(column, max(self._theme.px(width), least))
        rest = self.width() - 2 * (_SIDE + 1) - sum(map(self._table.columnWidth, widths))
        least = self._theme.px(_LEAST)
        mode = QHeaderView.ResizeMode.Stretch if rest >= least else QHeaderView.ResizeMode.Fixed
        self._table.horizontalHeader().setSectionResizeMode(RESOURCE, mode)
        if rest < least:
            self._table.setColumnWidth(RESOURCE, least)

    def _longest(self, column: int) -> int:
        """Return the width that a column's numbers need: half a number would be another number."""
        metrics, model = self._theme.metrics("body"), self._model
        texts = [str(model.index(row, column).data() or "") for row in range(model.rowCount())]
        return int(max(map(metrics.horizontalAdvance, texts), default=0)) + self._theme.px(_PADDED)

    def _connect(self) -> None:
        self._session.outcome_changed.connect(self._on_outcome)
        self._theme.changed.connect(self._size_columns)
        self._add.clicked.connect(self.add)
        self._table.doubleClicked.connect(self.edit)
        self._table.horizontalHeader().sectionClicked.connect(self._on_header)
        self._table.horizontalHeader().setSectionsClickable(True)

    def _on_header(self, section: int) -> None:
        if section == FACTOR:
            self.sort()


_HEADROOM = ((1.0, 0), (0.85, 1), (0.70, 2), (0.50, 3), (0.0, 4))


def contradiction(outcome: Outcome) -> str:
    """Say where the answer about the database's headroom and its measured row disagree; else nothing."""
    fact = outcome.counted.get("DAT-04")
    rows = [
        limit for limit in outcome.assessment.limits if "database" in limit.id or limit.id.startswith("db")
    ]
    known = [limit for limit in rows if limit.factor is not None]
    if fact is None or fact.level is None or not known:
        return ""
    worst = min(known, key=lambda limit: limit.factor or 0.0)
    share = 1 / (worst.factor or 1.0)
    level = next(level for least, level in _HEADROOM if share >= least)
    if level == fact.level:
        return ""
    return (
        f"DAT-04 is answered {fact.level}, but {worst.resource} stands at {half_up(100 * share)} % "
        f"of its limit, which is level {level}. One of the two is out of date."
    )
