"""Step 4: what is asked, and how people answer."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment, Mode
from readiness.domain.combining import combine
from readiness.domain.lanes import Lanes
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire, Scope
from readiness.domain.weighing import weighs_equally
from readiness.ui.models.setup_words import meeting_words, one_sitting_words
from readiness.ui.pages.setup.others_row import OthersRow
from readiness.ui.pages.setup.parts_row import PartsRow
from readiness.ui.pages.setup.start_as_row import StartAsRow
from readiness.ui.sides import side_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.beginning import StartOffer

_NEAR, _FAR = 148, 208
_THREE = 1140
_NO_PERIOD = Period(1970, 1)


class QuestionsPanel(Panel):
    """What a new quarter starts from, where there is one; questionnaire and mode beside each other.

    The numbers come from the questionnaires themselves.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._core: Questionnaire | None = None
        self._lanes = Lanes()
        self.set_number(4)
        self.set_heading(self.tr("Questions and mode"), self.tr("locked once the first answer is in"))
        self.start_as = StartAsRow(theme, self)
        self._is_held = self._is_stacked = False
        self._was_apart = True
        self._asked = self._half(self.tr("Questionnaire"))
        self._answered = self._half(self.tr("How people answer"))
        self._others = OthersRow(theme, self)
        self._others.edited.connect(self._on_edited)
        self._quick = self._choice("scope-quick", self.tr("Quick check"), self._asked)
        self._full = self._choice("scope-full", self.tr("Full"), self._asked)
        self._parts = PartsRow(theme, self)
        self._private = self._choice("mode-private", self.tr("Private first"), self._answered)
        self._live = self._choice("mode-live", self.tr("All live"), self._answered)
        self._hidden = TextBlock(theme, "", "caption", "ink2", self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    @property
    def scope(self) -> Scope:
        """What was chosen."""
        return "quick" if self._quick.isChecked() and self._others.chosen is None else "full"

    @property
    def mode(self) -> Mode:
        """How people answer."""
        return "live" if self._live.isChecked() else "private"

    @property
    def questionnaire(self) -> str:
        """The reference of what will be asked; empty is the newest core alone."""
        other, chosen = self._others.chosen, self._parts.chosen
        if other is not None:
            return other.reference
        return combine(self._core, chosen).reference if self._core and chosen else ""

    @property
    def sketch(self) -> Assessment | None:
        """An empty assessment of what is chosen, to count on; nothing while the questionnaires are read."""
        if self._core is None:
            return None
        parts = self._parts.chosen if self.scope == "full" else ()
        whole = self._others.chosen or combine(self._core, parts)
        return Assessment(
            questionnaire=whole.within(self.scope),
            system="",
            period=_NO_PERIOD,
            scope=self.scope,
            mode=self.mode,
            lanes=self._lanes,
        )

    def offer_others(self, others: tuple[Questionnaire, ...]) -> None:
        """Offer questionnaires that were taken in, instead of the core."""
        self._others.offer(others)
        self._show_counts()

    def fill(self, scope: Scope, mode: Mode, parts: Iterable[str] = (), asked: str = "") -> None:
        """Choose a scope, a mode, the specialised questionnaires of these ids, or another one instead."""
        self._others.choose(asked)
        (self._quick if scope == "quick" else self._full).setChecked(True)
        self._is_held = False
        (self._live if mode == "live" else self._private).setChecked(True)
        self._parts.choose(parts)
        self._show_counts()

    def show_questionnaires(self, core: Questionnaire, specialised: tuple[Questionnaire, ...]) -> None:
        """Say how many questions each choice asks, and offer what can be asked with the core."""
        self._core = core
        self._parts.offer(specialised)
        self._parts.follow(self._full)
        self._show_counts()

    def show_offer(self, offer: "StartOffer | None") -> None:
        """Say what a new quarter can start from."""
        self.start_as.show_offer(offer)
        self._arrange()
        self._show_counts()

    def show_lanes(self, lanes: Lanes) -> None:
        """Say in the system's own words who does not see whose answers."""
        self._lanes = lanes
        self._show_counts()

    def set_fixed(self, *, questions: bool, mode: bool) -> None:
        """Leave the questions, and once somebody answered the mode, as they are."""
        note = self.tr("locked once the first answer is in")
        if questions:
            note = (
                self.tr("fixed: answers belong to these questions, and to how they were given")
                if mode
                else self.tr("the questions are fixed; the mode can change until somebody answers")
            )
        self.set_heading(self.tr("Questions and mode"), note)
        self._others.setEnabled(not questions)
        for choice in (self._quick, self._full):
            choice.setEnabled(not questions or choice.isChecked())
        self._parts.setEnabled(not questions and self.scope == "full")
        for choice in (self._private, self._live):
            choice.setEnabled(not mode or choice.isChecked())
        self._hold_in_the_room()

    def focus_first(self) -> None:
        """Put the focus on what is chosen of the questionnaire."""
        chosen = self._quick if self._quick.isChecked() else self._full
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stack(self, *, stacked: bool) -> None:
        """Put the halves under each other where there is too little room beside."""
        self._is_stacked = stacked
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what a quarter starts from above the halves where three columns have no room."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._full.setChecked(True)
        self._private.setChecked(True)
        self._parts.edited.connect(self._on_edited)
        column = self._asked.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self._others)
            column.addWidget(self._parts)
        column = self._answered.layout()
        if isinstance(column, QVBoxLayout):
            column.addSpacing(6)
            column.addWidget(self._hidden)
        self._halves.setSpacing(20)
        self._columns.setSpacing(20)
        self._columns.addWidget(self.start_as, 10, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(self._halves, 22)
        for half, stretch in ((self._asked, 17), (self._answered, 14)):
            self._halves.addWidget(half, stretch, Qt.AlignmentFlag.AlignTop)
        self.start_as.edited.connect(self._on_edited)
        self.body.addLayout(self._columns)
        self.body.addStretch()

    def _arrange(self) -> None:
        """Begin the details nearer to the titles where three columns share the width."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        is_beside = self.width() >= self._theme.px(_THREE) and not self._is_stacked
        self._columns.setDirection(across if is_beside else down)
        self._halves.setDirection(down if self._is_stacked else across)
        is_narrow = self.start_as.is_offered and is_beside
        self.start_as.set_column(_NEAR if is_narrow else _FAR)
        for choice in (self._quick, self._full, self._private, self._live):
            choice.set_column(_NEAR if is_narrow else _FAR)

    def _half(self, title: str) -> QWidget:
        half = QWidget(self)
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self._theme, title, "label", "ink2", half))
        return half

    def _choice(self, name: str, title: str, half: QWidget) -> ChoiceRow:
        choice = ChoiceRow(self._theme, title, "", half)
        choice.setObjectName(name)
        choice.clicked.connect(self._on_edited)
        column = half.layout()
        if column is not None:
            column.addWidget(choice)
        return choice

    def _hold_in_the_room(self) -> None:
        """Have a check-in answered live: last quarter's answers are on the screen; and back, as it was."""
        is_check_in = self.start_as.how == "check-in"
        if is_check_in != self._is_held:
            self._is_held = is_check_in
            if is_check_in:
                self._was_apart = self._private.isChecked()
                self._live.setChecked(True)
            elif self._was_apart:
                self._private.setChecked(True)
            self._private.setEnabled(not is_check_in)
        elif is_check_in:
            self._private.setEnabled(False)

    def _show_counts(self) -> None:
        self._hold_in_the_room()
        sketch, core = self.sketch, self._core
        if sketch is None or core is None:
            return
        other = self._others.chosen
        for part in (self._quick, self._parts):
            part.setVisible(other is None)
        self._parts.setEnabled(self.scope == "full" and self._full.isEnabled() and self._quick.isEnabled())
        if other is not None:
            self._show_other(other)
            self._show_modes(sketch)
            return
        whole = combine(core, self._parts.chosen)
        quick = replace(sketch, questionnaire=whole.within("quick"), scope="quick")
        asked, minutes = len(quick.questionnaire.questions), one_sitting_words(quick)
        self._quick.set_detail(
            self.tr("{0} questions, {1}, no growth step").format(asked, minutes),
            self.tr("{0} questions, {1}").format(asked, minutes),
        )
        self._full.set_words(self.tr("Full, {0} {1}").format(core.title.split()[0].casefold(), core.version))
        self._full.set_detail(
            self.tr("{0} questions, {1} gates").format(len(whole.questions), len(whole.gates)),
            self.tr("{0} questions").format(len(whole.questions)),
        )
        self._show_modes(sketch)

    def _show_other(self, other: Questionnaire) -> None:
        self._full.setChecked(True)
        self._full.set_words(self.tr("Full"))
        practices = sum(len(question.practices) for question in other.questions)
        counted = self.tr("{0} questions, {1} practices; own weights")
        if weighs_equally(other):
            counted = self.tr("{0} questions, {1} practices; equal weights")
        plain = self.tr("{0} questions, {1} gates").format(len(other.questions), len(other.gates))
        words = counted.format(len(other.questions), practices) if practices else plain
        self._full.set_detail(self.tr("{0}; a quick check asks the core alone").format(words), words)

    def _show_modes(self, sketch: Assessment) -> None:
        private = meeting_words(replace(sketch, mode="private"))
        self._private.set_detail(
            self.tr("apart and hidden, then {0}").format(private), self.tr("apart, then {0}").format(private)
        )
        live = meeting_words(replace(sketch, mode="live"))
        self._live.set_detail(self.tr("about 30 min") if self._is_held else live)
        alone = self._lanes.alone
        if self._is_held:
            words = self.tr("A check-in is held in the room: last quarter’s answers are on the screen.")
        elif self.mode == "live":
            words = self.tr("Both sides answer aloud, one question at a time.")
        elif alone is not None:
            words = self.tr("{0} answers alone, and the meeting agrees on it.").format(
                side_name(self._lanes, alone)
            )
        else:
            words = self.tr("Neither side sees the other’s answers until both are in.")
        self._hidden.setText(words)

    def _on_edited(self) -> None:
        self._show_counts()
        self.edited.emit()
