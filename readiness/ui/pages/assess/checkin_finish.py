"""The end of a check-in: what is still open, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.domain.check_in import CheckIn
from readiness.reports.sentences import counted
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.checkin_words import progress_words
from readiness.ui.pages.assess.question_list import Asked, QuestionList
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class CheckInFinish(Scroller):
    """Says what is left by name; a click on one goes there."""

    results_asked = Signal()
    closing_asked = Signal()
    question_asked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, "", "page", "ink", self)
        self._title.setObjectName("check-in-end")
        self._words = TextBlock(theme, "", "why", "ink2", self)
        self._lists = QVBoxLayout()
        self._panels: list[Panel] = []
        self._results = Button(theme, self.tr("See results"), "primary", self)
        self._results.setObjectName("check-in-results")
        self._results.set_key("Enter")
        self._close = Button(theme, self.tr("Close and seal…"), "plain", self)
        self._close.setObjectName("check-in-closing")
        self._close.set_icon(icons, "lock")
        for button in (self._results, self._close):
            button.set_size("large")
        self._build()

    def show_progress(self, assessment: Assessment, check: CheckIn) -> None:
        """Say how far it is."""
        self._title.setText(progress_words(check.done, len(check.asked), check.carried))
        self._words.setText(self._next_words(check))
        for panel in self._panels:
            self._lists.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        unknown = tuple(id_ for id_, answer in assessment.agreed.items() if answer.unknown)
        groups = ((self.tr("Asked, not answered yet"), check.open), (self.tr("Don’t know"), unknown))
        self._panels = [self._panel(assessment, heading, ids) for heading, ids in groups if ids]
        for panel in self._panels:
            self._lists.addWidget(panel)
        self.measure_soon()

    def take_focus(self) -> None:
        """Offer the next step."""
        self._results.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_words(self, check: CheckIn) -> str:
        if check.open:
            return self.tr("What is open stays open until you close the assessment; then it becomes unknown.")
        return self.tr("Everything that is asked again has an answer. Look at the results, then close.")

    def _panel(self, assessment: Assessment, heading: str, ids: tuple[str, ...]) -> Panel:
        panel = Panel(self._theme, heading, self)
        panel.set_heading(heading, counted(len(ids), self.tr("question"), self.tr("questions")))
        asked = [Asked(id_, assessment.questionnaire.by_id[id_].prompt) for id_ in ids]
        listed = QuestionList(self._theme, asked, panel)
        listed.chosen.connect(self.question_asked)
        panel.body.addWidget(listed)
        return panel

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._results)
        row.addWidget(self._close)
        row.addStretch()
        column.addSpacing(8)
        column.addLayout(row)
        column.addSpacing(8)
        self._lists.setSpacing(14)
        column.addLayout(self._lists)
        column.addStretch(1)
        self.set_content(inner)
        self._results.clicked.connect(self.results_asked)
        self._close.clicked.connect(self.closing_asked)
