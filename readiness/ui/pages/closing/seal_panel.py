"""The seal: ready, blocked with the reason and the way on, being made, made."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.assessment import Assessment
from readiness.domain.lanes import Lanes
from readiness.domain.meeting import SideProgress
from readiness.domain.waiting import MOST_WORKING_DAYS, Wait
from readiness.reports.sentences import counted, in_words, listed
from readiness.ui.days import shown_day
from readiness.ui.icons import Icons
from readiness.ui.models.sealing import SealState
from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button, Kind
from readiness.ui.widgets.button_row import ButtonRow
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock

_BLOCKED: Final = frozenset({"hidden", "unanswered", "unsaved", "read_only"})


class SealPanel(Panel):
    """One button seals; what stands in the way is said, with the way to mend it."""

    seal_asked = Signal()
    wait_asked = Signal()
    answers_asked = Signal()
    retry_asked = Signal()
    revision_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("seal-panel")
        self.set_accented(True)
        self.set_heading_style("title")
        self.set_lead(IconMark(theme, icons, "lock", theme.px(24), self, "accent"))
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._words.setObjectName("seal-words")
        self._waiting = TextBlock(theme, "", "caption", "ink2", self)
        self._waiting.setObjectName("wait-words")
        self._seal = self._button("seal-now", self.tr("Seal now"), "primary")
        self._seal.set_key("Ctrl Enter")
        self._wait = self._button("wait-until", "", "plain")
        self._way = self._button("seal-way", "", "primary")
        self._revise = self._button("start-revision", self.tr("Start a revision"), "plain")
        self._buttons = ButtonRow(self)
        self._state: SealState | None = None
        self._furnish()
        self._seal.clicked.connect(self.seal_asked)
        self._wait.clicked.connect(self.wait_asked)
        self._way.clicked.connect(self._on_way)
        self._revise.clicked.connect(self.revision_asked)

    @property
    def can_seal(self) -> bool:
        """Whether sealing is offered now."""
        return not self._seal.isHidden() and self._seal.isEnabled()

    def show_state(self, assessment: Assessment, state: SealState, facts: int) -> None:
        """Show how sealing stands, and how many facts are open."""
        self._state = state
        quarter = shown_quarter(assessment.period, assessment.revision)
        is_sealed = state.kind == "sealed"
        heading = self.tr("{0} is sealed") if is_sealed else self.tr("Seal {0}")
        self.set_heading(heading.format(quarter))
        told = counted(facts, "fact") + " " + self.tr("open") if facts else self.tr("no fact open")
        self.setAccessibleName(f"{heading.format(quarter)}, {told}")
        self._words.setText(self._said(assessment, state))
        self._seal.setText(self.tr("Seal now"))
        self._seal.setVisible(state.kind in {"ready", "read_only"})
        self._seal.setEnabled(state.is_ready)
        self._revise.setVisible(is_sealed)
        self._show_way(state)

    def show_wait(self, wait: Wait | None, today: date) -> None:
        """Offer to wait for the open facts, and say where that ends sooner than they do."""
        is_offered = wait is not None and self._state is not None and self._state.is_ready
        self._wait.setVisible(is_offered)
        words = ""
        if wait is not None and is_offered:
            until = shown_day(wait.until, today)
            self._wait.setText(self.tr("Wait until {0}").format(until))
            if wait.beyond:
                late = (
                    self.tr("1 fact is") if wait.beyond == 1 else self.tr("{0} facts are").format(wait.beyond)
                )
                words = self.tr("An assessment waits {0} working days at most; {1} due later.").format(
                    in_words(MOST_WORKING_DAYS), late
                )
        self._buttons.arrange()
        self._waiting.setText(words)
        self._waiting.setVisible(bool(words))

    def show_revision(self, number: int) -> None:
        """Offer to go on in a revision that is open, or for 0 to start one."""
        words = self.tr("Go on in revision {0}").format(number) if number else self.tr("Start a revision")
        self._revise.setText(words)
        self._buttons.arrange()

    def set_can_revise(self, can: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Offer a revision, or not where the file can only be read."""
        self._revise.setEnabled(can)

    def show_sealing(self) -> None:
        """Say that the seal is being made."""
        self._seal.setText(self.tr("Sealing…"))
        self._seal.setEnabled(False)

    def take_focus(self) -> None:
        """Stand on the way on: what cannot be undone is never under the hands by itself."""
        for button in (self._way, self._wait, self._revise):
            if not button.isHidden() and button.isEnabled():
                button.setFocus()
                return

    def _show_way(self, state: SealState) -> None:
        ways = {
            "hidden": self.tr("Go to the reveal"),
            "unanswered": self.tr("Go to the questions"),
            "unsaved": self.tr("Try again"),
        }
        self._way.setText(ways.get(state.kind, ""))
        self._way.setVisible(state.kind in ways)
        self._buttons.arrange()

    def _said(self, assessment: Assessment, state: SealState) -> str:
        if state.kind == "sealed":
            return self.tr(
                "Facts found later are added beside the sealed answer, never over it. "
                "A revision is a copy with these answers that can be changed and sealed again; "
                "the sealed one stays as it is."
            )
        if state.kind in _BLOCKED:
            return self._blocked(assessment, state)
        questionnaire = f"{assessment.questionnaire.title} {assessment.questionnaire.version}"
        return self.tr(
            "A seal freezes the answers with {0}. Open facts stay beside it with owner and date; found "
            "later, they are added beside the sealed answer, never over it."
        ).format(questionnaire)

    def _blocked(self, assessment: Assessment, state: SealState) -> str:
        if state.kind == "read_only":
            return self.tr("This file can be read, not changed, so nothing can be sealed in it.")
        if state.kind == "unsaved":
            changes = counted(state.unsaved, "change") + (" is" if state.unsaved == 1 else " are")
            return self.tr("{0} not saved yet, and a seal would miss what is not on disk.").format(changes)
        sides = listed(tuple(self._side(assessment.lanes, side) for side in state.reveal.sides))
        if state.kind == "hidden":
            return self.tr(
                "Not before the reveal: {0}. A seal would freeze answers that nobody has seen."
            ).format(sides)
        return self.tr("Nobody has answered yet: {0}. There is nothing to seal.").format(sides)

    def _side(self, lanes: Lanes, progress: SideProgress) -> str:
        usual = {"product": self.tr("Product"), "engineering": self.tr("Engineering")}
        name = lanes.name(progress.side) or usual[progress.side]
        return self.tr("{0} has answered {1} of {2}").format(name, progress.answered, progress.asked)

    def _on_way(self) -> None:
        if self._state is not None and self._state.kind == "unsaved":
            self.retry_asked.emit()
        else:
            self.answers_asked.emit()

    def _button(self, name: str, words: str, kind: Kind) -> Button:
        button = Button(self._theme, words, kind, self)
        button.setObjectName(name)
        return button

    def _furnish(self) -> None:
        self.body.addWidget(self._words)
        self.body.addSpacing(14)
        for button in (self._way, self._seal, self._wait, self._revise):
            self._buttons.add(button)
        self.body.addWidget(self._buttons)
        self.body.addSpacing(6)
        self.body.addWidget(self._waiting)
