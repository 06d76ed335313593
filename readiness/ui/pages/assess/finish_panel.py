"""The end of the list: what is answered, what is still open, and the one next step."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.assess.progress import Progress
from readiness.ui.pages.assess.question_list import Asked, QuestionList
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEnd:
    """How it goes on for a side that answers alone: the words, and what its button says."""

    words: str
    button: str


class FinishPanel(Scroller):
    """Says what is left by name; a click on one goes there."""

    results_asked = Signal()
    closing_asked = Signal()
    question_asked = Signal(str)
    hand_over_asked = Signal()

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
        self._hand_over = Button(theme, "", "primary", self)
        self._hand_over.setObjectName("end-of-side")
        self._hand_over.set_key("Enter")
        self._hand_over.set_size("large")
        self._close = Button(theme, self.tr("Close and seal…"), "plain", self)
        self._close.setObjectName("go-to-closing")
        self._close.set_icon(icons, "lock")
        self._close.set_size("large")
        self._build()

    def show_progress(
        self,
        progress: Progress,
        later: frozenset[str],
        prompts: Mapping[str, str],
        *,
        words: str,
        can_close: bool,
        left_open: frozenset[str] | None = None,
    ) -> None:
        """Say how far it is, and what comes next; after a reveal also what was left open."""
        self._show_count(progress, is_met=left_open is not None)
        self._words.setText(words)
        self._results.show()
        self._close.setVisible(can_close)
        self._hand_over.hide()
        self._show_lists(progress, later, prompts, left_open)

    def show_side(
        self, progress: Progress, later: frozenset[str], prompts: Mapping[str, str], end: SideEnd
    ) -> None:
        """Say how far a side is that answers alone."""
        self._show_count(progress)
        self._words.setText(end.words)
        self._hand_over.setText(end.button)
        self._hand_over.show()
        self._results.hide()
        self._close.hide()
        self._show_lists(progress, later, prompts)

    def wipe(self) -> None:
        """Forget what was listed: somebody else sits down."""
        self._title.setText("")
        self._words.setText("")
        self._clear()

    def take_focus(self) -> None:
        """Offer the next step."""
        first = self._results if self._hand_over.isHidden() else self._hand_over
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self, progress: Progress, *, is_met: bool = False) -> None:
        if progress.open and is_met:
            self._title.setText(self.tr("{0} of {1} settled").format(progress.answered, progress.total))
        elif progress.open:
            self._title.setText(self.tr("{0} of {1} answered").format(progress.answered, progress.total))
        else:
            self._title.setText(self.tr("All {0} answered").format(progress.total))

    def _show_lists(
        self,
        progress: Progress,
        later: frozenset[str],
        prompts: Mapping[str, str],
        left_open: frozenset[str] | None = None,
    ) -> None:
        self._clear()
        is_met, left = left_open is not None, left_open or frozenset()
        still = self.tr("Not agreed yet") if is_met else self.tr("Not answered yet")
        groups = (
            (self.tr("Come back later"), tuple(id_ for id_ in progress.open if id_ in later)),
            (self.tr("Left open"), tuple(id_ for id_ in progress.open if id_ in left - later)),
            (still, tuple(id_ for id_ in progress.open if id_ not in later | left)),
            (self.tr("Don’t know"), progress.unknown),
            (self.tr("Guesses"), progress.guesses),
        )
        for heading, ids in groups:
            if ids:
                self._add(prompts, heading, ids)
        self.measure_soon()

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._hand_over)
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
        self._hand_over.hide()
        self._hand_over.clicked.connect(self.hand_over_asked)
        self._results.clicked.connect(self.results_asked)
        self._close.clicked.connect(self.closing_asked)

    def _clear(self) -> None:
        for panel in self._panels:
            self._lists.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = []

    def _add(self, prompts: Mapping[str, str], heading: str, ids: tuple[str, ...]) -> None:
        panel = Panel(self._theme, heading, self)
        panel.set_heading(heading, self._count(len(ids)))
        asked = [Asked(id_, prompts[id_]) for id_ in ids]
        listed = QuestionList(self._theme, asked, panel)
        listed.chosen.connect(self.question_asked)
        panel.body.addWidget(listed)
        self._panels.append(panel)
        self._lists.addWidget(panel)

    def _count(self, count: int) -> str:
        return self.tr("1 question") if count == 1 else self.tr("{0} questions").format(count)
