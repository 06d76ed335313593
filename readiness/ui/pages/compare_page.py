"""Compare: two sealed quarters of a system held against each other."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.services.preferences import Settings
from readiness.ui.pages.compare.overview import CompareOverview
from readiness.ui.pages.compare.pair_picker import PairPicker
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from readiness.services.looking_back import History
    from readiness.ui.comparing import Pair


class ComparePage(QWidget):
    """← and → move the later quarter, with Shift the earlier; ``picker`` stands in the page’s header."""

    question_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._history: History | None = None
        self._pair: Pair | None = None
        self._is_stale = True
        self.setObjectName("compare")
        self.picker = PairPicker(theme, self)
        self.overview = CompareOverview(theme, self)
        self._tables = QAction(self.tr("Show charts as tables, or as charts"), self)
        self._moves: list[QAction] = []
        self._build()
        self._connect()
        self._set_keys(session.settings)
        self._set_actions(work=False)

    @property
    def views(self) -> tuple[ChartView, ...]:
        """Every chart with its table."""
        return self.overview.views

    @property
    def has_pair(self) -> bool:
        """Whether there are two quarters to pick from."""
        return self._history is not None and len(self._history.assessments) > 1

    def toggle_tables(self) -> None:
        """Show every chart as a table, or as a chart again."""
        self.overview.toggle_tables()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the quarters when somebody looks; the keys of this page work then."""
        self._set_actions(work=True)
        if self._is_stale:
            self._is_stale = False
            self._session.read_history(partial(self._on_history, self._session.assessment_id))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the keys rest: they mean something else elsewhere."""
        self._set_actions(work=False)
        super().hideEvent(event)

    # Slots

    def _on_opened(self, _assessment: object) -> None:
        self._history = None
        self._pair = None
        self._is_stale = True
        self.picker.set_quarters((), (0, 0))
        self.picker.hide()
        self.overview.show_alone(self.tr("Reading the sealed quarters"), "")
        self.overview.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._is_stale = False
            self._session.read_history(partial(self._on_history, self._session.assessment_id))

    def _on_sealed(self, _sealed: object) -> None:
        self._on_opened(None)

    def _on_history(self, asked_by: int | None, history: "History") -> None:
        """Show the newest two quarters up to the open one, unless something else is open by now."""
        if asked_by != self._session.assessment_id:
            return
        self._history = history
        names = [shown_quarter(one.period, one.revision) for one in history.assessments]
        pair = self._first_pair(history)
        self.picker.set_quarters(names, pair)
        self.picker.setVisible(self.isVisible() and self.has_pair)
        self._show(*pair)

    def _first_pair(self, history: "History") -> tuple[int, int]:
        """Return the open quarter and the one before it; for an open assessment the last two."""
        periods = [one.period for one in history.assessments]
        own = self._session.assessment
        last = periods.index(own.period) if own is not None and own.period in periods else len(periods) - 1
        after = max(1, last)
        return after - 1, after

    def _show(self, before: int, after: int) -> None:
        from readiness.ui.comparing import alone, hold  # noqa: PLC0415 - when somebody looks

        history = self._history
        if history is None:
            return
        if len(history.assessments) <= 1:
            self.overview.show_alone(*alone(history))
            return
        self._pair = pair = hold(history, before, after)
        if pair is None:
            words = self.tr("Pick two quarters whose questionnaires follow each other.")
            self.overview.show_alone(self.tr("These two were asked with different questionnaires"), words)
        else:
            self.overview.show_pair(pair)

    def _on_switched(self) -> None:
        if self._pair is not None:
            self.overview.show_lines(self._pair)

    def _set_actions(self, *, work: bool) -> None:
        for action in (self._tables, *self._moves):
            action.setEnabled(work)

    def _set_keys(self, settings: Settings) -> None:
        """Keep the single key only where it is wanted; arrows are none."""
        self._tables.setShortcuts([QKeySequence("T")] if settings.single_keys else [])

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.overview)
        self.setFocusProxy(self.overview)
        later, earlier = self.picker.move_to, self.picker.move_from
        for words, keys, move, by in (
            (self.tr("Later quarter back"), Qt.Key.Key_Left, later, -1),
            (self.tr("Later quarter on"), Qt.Key.Key_Right, later, 1),
            (self.tr("Earlier quarter back"), Qt.Modifier.SHIFT | Qt.Key.Key_Left, earlier, -1),
            (self.tr("Earlier quarter on"), Qt.Modifier.SHIFT | Qt.Key.Key_Right, earlier, 1),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(partial(move, by))
            self._moves.append(action)
        for action in (self._tables, *self._moves):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def _connect(self) -> None:
        self._session.assessment_opened.connect(self._on_opened)
        self._session.sealed.connect(self._on_sealed)
        self._session.settings_changed.connect(self._set_keys)
        self._tables.triggered.connect(self.toggle_tables)
        self.picker.changed.connect(self._show)
        self.overview.question_asked.connect(self.question_asked)
        self.overview.tables_asked.connect(self.toggle_tables)
        self.overview.switched.connect(self._on_switched)
