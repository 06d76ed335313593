"""What became of a quarter’s promises: done and moved, done and not moved, slipped, dropped; decisions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from readiness.reports.change_words import PROMISE_LISTS
from readiness.ui.pages.compare.columns import Columns
from readiness.ui.promise_facts import Promises
from readiness.ui.theme import Theme
from readiness.ui.widgets.change_list import ChangeList
from readiness.ui.widgets.decision_note import DecisionNote
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.promise_bar import PromiseBar
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_COLUMN = 225
_DECISION = 300


class PromisePanel(Panel):
    """Done and moved nothing is the most useful list of a second quarter."""

    question_asked = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("compare-promises")
        self._bar = PromiseBar(theme, self)
        self._words = TextBlock(theme, "", "caption", "ink2", self)
        self._lists = {key: ChangeList(theme, f"promises-{key}", parent=self) for key, *_ in PROMISE_LISTS}
        self._columns = Columns(theme.px(_COLUMN))
        self._line = QFrame(self)
        self._line.setProperty("kind", "line")
        self._decided = Text(theme, self.tr("Leadership’s decisions"), "label", "ink2", self)
        self._step = TextBlock(theme, "", "body", "ink", self)
        self._notes: list[DecisionNote] = []
        self._decisions = Columns(theme.px(_DECISION))
        self._build_promises()

    def show_promises(self, value: Promises) -> None:
        """Show what became of a quarter’s promises."""
        self.set_heading(value.heading)
        self._words.setText(value.note)
        self._words.setVisible(bool(value.note))
        self._bar.set_value(value.shares, value.heading)
        self._bar.setVisible(bool(value.lists))
        shown = {one.key: one for one in value.lists}
        for key, part in self._lists.items():
            part.setVisible(key in shown)
            if key in shown:
                part.set_rows(shown[key].heading, shown[key].rows, shown[key].nothing)
        self._columns.set_parts([self._lists[key] for key in shown])
        self._show_decisions(value)
        self._step.setText(value.step)
        self._step.setVisible(bool(value.step))
        self._fit_columns(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns for the new width."""
        super().resizeEvent(event)
        self._fit_columns(event.size().width())
        self.resized.emit()

    def _fit_columns(self, width: int) -> None:
        self._columns.fit(width - 48)
        self._decisions.fit(width - 48)

    def _show_decisions(self, value: Promises) -> None:
        self._decisions.set_parts(())
        for note in self._notes:
            note.hide()
            note.deleteLater()
        self._notes = [
            DecisionNote(self._theme, one.text, one.verdict, one.words, self) for one in value.decisions
        ]
        self._decisions.set_parts(self._notes)
        for note in self._notes:
            note.show()
        self._line.setVisible(bool(self._notes))
        self._decided.setVisible(bool(self._notes))

    def _build_promises(self) -> None:
        for part in self._lists.values():
            part.chosen.connect(self.question_asked)
            part.resized.connect(self.resized)
        self.corner.addWidget(self._bar)
        self.body.setSpacing(10)
        self.body.addWidget(self._words)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._line)
        self.body.addWidget(self._decided)
        self.body.addLayout(self._decisions)
        self.body.addWidget(self._step)
        self.body.addStretch()
