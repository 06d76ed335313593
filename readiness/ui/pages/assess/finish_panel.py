"""The end of the list: what is answered, what is still open, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.progress import Progress
from readiness.ui.pages.assess.question_list import Asked, QuestionList
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class FinishPanel(Scroller):
    """Says what is left by name; a click on one goes there."""

    results_asked = Signal()
    closing_asked = Signal()
    question_asked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, "", "page", "ink", self)
        self._title.setObjectName("finish-title")
        self._words = TextBlock(theme, "", "why", "ink2", self)
        self._lists = QVBoxLayout()
        self._panels: list[Panel] = []
        self._results = Button(theme, self.tr("See results"), "primary", self)
        self._results.setObjectName("see-results")
        self._results.set_key("Enter")
        self._results.set_size("large")
        self._close = Button(theme, self.tr("Close and seal…"), "plain", self)
        self._close.setObjectName("go-to-closing")
        self._close.set_icon(icons, "lock")
        self._close.set_size("large")
        self._build()

    def show_progress(
        self, assessment: Assessment, progress: Progress, later: frozenset[str], *, can_close: bool
    ) -> None:
        """Say how far it is."""
        if progress.open:
            self._title.setText(self.tr("{0} of {1} answered").format(progress.answered, progress.total))
        else:
            self._title.setText(self.tr("All {0} answered").format(progress.total))
        self._words.setText(self._next_words(assessment, progress, can_close=can_close))
        self._close.setVisible(can_close)
        self._clear()
        groups = (
            (self.tr("Come back later"), tuple(id_ for id_ in progress.open if id_ in later)),
            (self.tr("Not answered yet"), tuple(id_ for id_ in progress.open if id_ not in later)),
            (self.tr("Don’t know"), progress.unknown),
            (self.tr("Guesses"), progress.guesses),
        )
        for heading, ids in groups:
            if ids:
                self._add(assessment, heading, ids)
        self.measure_soon()

    def take_focus(self) -> None:
        """Offer the next step."""
        self._results.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_words(self, assessment: Assessment, progress: Progress, *, can_close: bool) -> str:
        if assessment.sealed:
            return self.tr("The assessment is sealed: it can be read and reported.")
        if not can_close:
            return self.tr("This file can be read, not changed.")
        if progress.open:
            return self.tr("What is open stays open until you close the assessment; then it becomes unknown.")
        return self.tr("Every question has an answer. Look at the results, then close the assessment.")

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
        column.addStretch()
        self.set_content(inner)
        self._results.clicked.connect(self.results_asked)
        self._close.clicked.connect(self.closing_asked)

    def _clear(self) -> None:
        for panel in self._panels:
            self._lists.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = []

    def _add(self, assessment: Assessment, heading: str, ids: tuple[str, ...]) -> None:
        panel = Panel(self._theme, heading, self)
        panel.set_heading(heading, self._count(len(ids)))
        asked = [Asked(id_, assessment.questionnaire.by_id[id_].prompt) for id_ in ids]
        listed = QuestionList(self._theme, asked, panel)
        listed.chosen.connect(self.question_asked)
        panel.body.addWidget(listed)
        self._panels.append(panel)
        self._lists.addWidget(panel)

    def _count(self, count: int) -> str:
        return self.tr("1 question") if count == 1 else self.tr("{0} questions").format(count)
