"""One question of a check-in: what stood before, how old it is, and one key for “still true”."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.check_in import CheckIn, is_carried
from readiness.services.beginning import LastQuarter
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.checkin_lines import neighbours
from readiness.ui.pages.assess.checkin_neighbours import Neighbours
from readiness.ui.pages.assess.checkin_still_true import StillTrueRow
from readiness.ui.pages.assess.checkin_words import age_of, story
from readiness.ui.pages.assess.evidence_box import EvidenceBox
from readiness.ui.pages.assess.level_names import level_name
from readiness.ui.pages.assess.not_known_row import NotKnownRow
from readiness.ui.pages.assess.note_box import NoteBox
from readiness.ui.theme import Theme
from readiness.ui.ticks import shown_practices, ticked_before
from readiness.ui.widgets.carry_age import CarryAge
from readiness.ui.widgets.ghost_ring import GhostRing
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.practice_list import PracticeList
from readiness.ui.widgets.question_head import Heading, QuestionHead
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_ROOMY: Final = 760
_PAGES: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CheckInView(Scroller):
    """Shows a question with its past; what a user does leaves through the parts' own signals."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head = QuestionHead(theme, self)
        self._ring = GhostRing(theme, self)
        self._story = TextBlock(theme, "", "lead", "ink", self)
        self._story.setObjectName("last-answer")
        self._age = CarryAge(theme, self)
        self._age.setObjectName("carry-age")
        self.levels = LevelRow(theme, self)
        self.levels.setObjectName("levels")
        self.practices = PracticeList(theme, self)
        self.practices.setObjectName("practices")
        self._ticked = Text(theme, "", "caption", "ink2", self)
        self._ticked.setObjectName("ticked-count")
        self.still = StillTrueRow(theme, icons, self)
        self.neighbours = Neighbours(theme, self)
        self.not_known = NotKnownRow(theme, icons, self)
        self.note = NoteBox(theme, icons, self)
        self.evidence = EvidenceBox(theme, icons, self)
        self._shown = ""
        self._past = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def show_question(self, assessment: Assessment, last: LastQuarter, check: CheckIn, id_: str) -> None:
        """Ask a question, or show how it is answered; the one that is shown already keeps its place."""
        if id_ != self._shown:
            self._shown = id_
            self._ask(assessment, id_)
        question = assessment.questionnaire.by_id[id_]
        stood, answer = last.start.stood.get(id_), assessment.agreed.get(id_, NOT_ASKED)
        self._story.setText(story(check.asking(id_), question, last))
        self._ring.setVisible(stood is not None)
        is_asked = check.asking(id_) is not None
        self._age.set_value(age_of(question, stood, last, assessment.period, is_asked=is_asked))
        self._show_answer(answer, stood, is_asked=is_asked)
        if question.kind == "practices":
            self._show_ticks(answer, before=ticked_before(answer, stood))
        aged = last.start.last.get(id_, NOT_ASKED)
        is_guess = aged.level is not None and aged.sureness == "guess"
        self.still.show_stood(stood, is_guess=is_guess, ticks=question.kind == "practices")
        self.neighbours.show_neighbours(neighbours(assessment, check, id_))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show answers without taking any."""
        for part in (self.levels, self.practices, self.still, self.not_known, self.note, self.evidence):
            part.set_read_only(read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave pages and combinations to the page; Qt's scroll area would take them."""
        if event.key() in _PAGES or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put side by side what has the room for it."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= self._theme.px(_ROOMY)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (self._past, self._fields):
            row.setDirection(across if is_roomy else down)

    def _ask(self, assessment: Assessment, id_: str) -> None:
        question = assessment.questionnaire.by_id[id_]
        pillar, topic = next((p, t) for p, t, q in assessment.questionnaire.walk() if q.id == id_)
        self.head.show_question(
            Heading(pillar=pillar.name, topic=topic.name, place=id_, prompt=question.prompt, why="")
        )
        self.levels.set_levels(
            tuple(
                Level(number=number, name=level_name(number), anchor=anchor)
                for number, anchor in enumerate(question.levels)
            )
        )
        ticks = question.kind == "practices"
        self.levels.setVisible(not ticks)
        for part in (self.practices, self._ticked):
            part.setVisible(ticks)
        self.practices.set_practices(shown_practices(question))
        self.not_known.reset()
        self.verticalScrollBar().setValue(0)

    def _show_ticks(self, answer: Answer, *, before: Answer) -> None:
        """Show what is ticked; until something is said, what was, which a digit then changes."""
        self.practices.show_ticks(before.ticked, before.left_out)
        words = self.tr("{0} of {1} ticked").format(len(before.ticked), len(self.practices.rows))
        is_open = answer.state == "not_asked" and bool(before.ticked or before.left_out)
        self._ticked.setText(self.tr("{0} last quarter").format(words) if is_open else words)

    def _show_answer(self, answer: Answer, stood: Answer | None, *, is_asked: bool) -> None:
        """Show what was said this quarter; until something is, the level that may still be true.

        What is carried and not asked is grey.
        """
        is_open = answer.state == "not_asked" or is_carried(answer)
        given = NOT_ASKED if is_open and is_asked else answer
        self.levels.set_choice(given.level, given.sureness, is_carried=is_carried(given))
        before = None if stood is None or is_carried(given) else stood.level
        self.levels.set_last(before, is_offered=is_open)
        self.not_known.show_answer(given)
        self.note.show_answer(answer)
        self.evidence.show_answer(answer)

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 20, 40, 20)
        column.setSpacing(16)
        column.addWidget(self.head)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._story, 1, Qt.AlignmentFlag.AlignTop)
        self._past.setSpacing(16)
        self._past.addLayout(told, 1)
        self._past.addWidget(self._age)
        column.addLayout(self._past)
        for part in (
            self.levels,
            self.practices,
            self._ticked,
            self.still,
            self.neighbours,
            self.not_known,
        ):
            column.addWidget(part)
        self._fields.setSpacing(28)
        self._fields.addWidget(self.note, 1)
        self._fields.addWidget(self.evidence, 1)
        column.addLayout(self._fields)
        column.addStretch()
        self.set_content(inner)
