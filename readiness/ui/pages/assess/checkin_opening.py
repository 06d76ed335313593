"""How a check-in begins: what was promised, and which limits are older than a quarter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment, Limit
from readiness.domain.check_in import CheckIn
from readiness.reports.sentences import amount, counted
from readiness.services.beginning import LastQuarter
from readiness.ui.pages.assess.checkin_limits import OldLimits
from readiness.ui.pages.assess.checkin_promises import Promises
from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class CheckInOpening(Scroller):
    """Promises come first: what was done decides what is asked."""

    begun = Signal()
    peak_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, self.tr("First, what was promised"), "page", "ink", self)
        self._title.setObjectName("opening-title")
        self._words = TextBlock(theme, "", "why", "ink2", self)
        self._words.setObjectName("opening-words")
        self.promises = Promises(theme, self)
        self.limits = OldLimits(theme, self)
        self._promised = Panel(theme, "", self)
        self._old = Panel(theme, "", self)
        self._peak = TextBlock(theme, "", "body", "ink2", self)
        self._peak.setObjectName("opening-peak")
        self._change = Button(theme, self.tr("Change…"), "plain", self)
        self._change.setObjectName("change-peak")
        self._change.setAccessibleName(self.tr("Change today’s peak"))
        self._begin = Button(theme, "", "primary", self)
        self._begin.setObjectName("begin-check-in")
        self._begin.set_size("large")
        self._begin.set_key("Ctrl Enter")
        self._build()

    def show_quarter(
        self, assessment: Assessment, last: LastQuarter, check: CheckIn, old: Sequence[Limit]
    ) -> None:
        """Show what stands from last quarter."""
        actions = [action for action in last.assessment.actions if not action.excluded]
        quarter = shown_quarter(last.assessment.period)
        self._title.setText(
            self.tr("First, what was promised")
            if actions
            else self.tr("A check-in, from {0}").format(quarter)
        )
        self._words.setText(
            self.tr("{0} of {1} questions are asked again, {2} are carried from {3}.").format(
                len(check.asked), check.total, check.carried, quarter
            )
        )
        told = sum(action.state != "planned" for action in actions)
        self._promised.set_heading(
            self.tr("Promised in {0}").format(quarter),
            self.tr("{0} of {1} looked at").format(told, len(actions)),
        )
        self._promised.setVisible(bool(actions))
        self.promises.show_actions(last.assessment.actions)
        self._show_limits(assessment, old)
        self._begin.setText(self._begin_words(check))
        self.measure_soon()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show it all without taking anything."""
        self.promises.setEnabled(not read_only)
        self.limits.setEnabled(not read_only)
        self._change.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave combinations to the page; Qt's scroll area would take the arrows."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Begin at the first promise that nobody has spoken of, else offer the next step."""
        first = next((row for row in self.promises.rows if not row.value), None)
        if first is not None:
            first.focus_chosen()
        else:
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_limits(self, assessment: Assessment, old: Sequence[Limit]) -> None:
        note = self.tr("confirm them, or measure again")
        many = counted(len(old), self.tr("limit is"), self.tr("limits are"))
        self._old.set_heading(self.tr("{0} older than a quarter").format(many), note if old else "")
        self.limits.show_limits(old)
        peaks = [f"{amount(driver.today)} {driver.unit}" for driver in assessment.load]
        self._peak.setText(self.tr("Today’s peak is {0}. Is it still?").format(", ".join(peaks)))
        self._peak.setVisible(bool(peaks))
        self._change.setVisible(bool(peaks))
        self._old.setVisible(bool(old or peaks))
        self.limits.setVisible(bool(old))

    def _begin_words(self, check: CheckIn) -> str:
        count = len(check.open)
        if not count:
            return self.tr("To the end")
        return self.tr("Ask 1 question") if count == 1 else self.tr("Ask {0} questions").format(count)

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 28, 40, 24)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        self._promised.body.addWidget(self.promises)
        self._old.body.addWidget(self.limits)
        peak = QHBoxLayout()
        peak.setContentsMargins(0, 10, 0, 0)
        peak.addWidget(self._peak, 1, Qt.AlignmentFlag.AlignVCenter)
        peak.addWidget(self._change)
        self._old.body.addLayout(peak)
        column.addWidget(self._promised)
        column.addWidget(self._old)
        column.addStretch(1)
        self.set_content(inner)
        self._begin.clicked.connect(self.begun)
        self._change.clicked.connect(self.peak_asked)
