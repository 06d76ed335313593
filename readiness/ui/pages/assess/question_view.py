"""One question on the screen: head, who answers, levels, what both said, not known, note, evidence, aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.check_in import is_carried
from readiness.domain.hindsight import Hindsight
from readiness.domain.meeting import Wording, wording
from readiness.domain.questionnaire import Lane, Question
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.aside import Aside
from readiness.ui.pages.assess.evidence_box import EvidenceBox
from readiness.ui.pages.assess.level_names import level_name
from readiness.ui.pages.assess.not_known_row import NotKnownRow
from readiness.ui.pages.assess.note_box import NoteBox
from readiness.ui.pages.assess.past_row import PastRow
from readiness.ui.pages.assess.progress import Course
from readiness.ui.pages.assess.revealed_view import RevealedView
from readiness.ui.pages.assess.side_row import SideRow
from readiness.ui.theme import Theme
from readiness.ui.ticks import shown_practices
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.practice_list import PracticeList
from readiness.ui.widgets.question_head import Heading, QuestionHead
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.text import Text

_LEAST_WIDTHS: Final = (700, 960)
"""Where a second and a third column begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How a question is asked: in whose lane, and what it is called where a side says what it expects."""

    lane: Lane
    course: Course
    expects: str = ""


class QuestionView(Scroller):
    """Shows a question and its answer; what a user does leaves through the parts' own signals."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head = QuestionHead(theme, self)
        self.sides = SideRow(theme, icons, self)
        self.levels = LevelRow(theme, self)
        self.levels.setObjectName("levels")
        self.practices = PracticeList(theme, self)
        self.practices.setObjectName("practices")
        self.ticks = False
        self._ticked = Text(theme, "", "caption", "ink2", self)
        self._ticked.setObjectName("ticked-count")
        self.past = PastRow(theme, self)
        self.both = RevealedView(theme, icons, self)
        self.not_known = NotKnownRow(theme, icons, self)
        self.note = NoteBox(theme, icons, self)
        self.evidence = EvidenceBox(theme, icons, self)
        self.aside = Aside(theme, self)
        self._shown: tuple[str, Lane] | None = None
        self._grid = QGridLayout()
        self._columns = 0
        self._is_low = False
        self._build()
        self.aside.hint_asked.connect(self._on_hint_asked)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Take less height where agreeing leaves little: what both said has to be seen with the levels."""
        self._is_low = low
        self._make_room()

    def show_both(self, *, shown: bool) -> None:
        """Show under the levels what both said, or nothing of it."""
        self.both.setVisible(shown)
        self._make_room()

    def show_question(self, assessment: Assessment, id_: str, asking: Asking) -> None:
        """Ask a question; the one that is shown already keeps its place and its cursor."""
        question = assessment.questionnaire.by_id[id_]
        if (id_, asking.lane) != self._shown:
            self._shown = (id_, asking.lane)
            said = Wording(prompt=question.prompt, levels=question.levels)
            if asking.lane != "agreed":
                said = wording(question, asking.lane)
            place = asking.expects or self.tr("question {0} of {1}")
            self.head.show_question(_heading(assessment, id_, asking.course, place, said.prompt))
            self._ask(question, said.levels)
            self.not_known.reset()
            self.both.reset()
            self.verticalScrollBar().setValue(0)
        self.aside.show_question(question, assessment.journeys, shows_who=asking.lane == "agreed")

    def show_answer(self, answer: Answer, lane: Lane, views: Sequence[SideView]) -> None:
        """Show what a lane answered, and on the cards what may be seen of the sides."""
        if self.ticks:
            self._show_ticks(answer, views, is_hidden=lane != "agreed" and not views)
        is_agreed = lane == "agreed"
        chosen = answer.level if is_agreed else None
        self.levels.set_choice(chosen, answer.sureness, is_carried=is_agreed and is_carried(answer))
        self.levels.set_views(views)
        if not is_agreed:
            self.levels.set_stop(answer.level or 0)
        self.not_known.show_answer(answer)
        self.note.show_answer(answer)
        self.evidence.show_answer(answer)

    def show_past(self, answer: Answer, seen: Hindsight | None) -> None:
        """Show what stands from an earlier quarter, as far as it may be seen by now."""
        self.levels.set_last(None if seen is None else seen.level)
        self.past.show_past(answer, seen)

    def wipe(self) -> None:
        """Forget everything that was shown: somebody else sits down."""
        self._shown = None
        self.head.show_question(Heading(pillar="", topic="", place="", prompt="", why=""))
        self.sides.wipe()
        self.levels.set_levels(_levels(("",) * 5))
        self.practices.set_practices(())
        self.both.wipe()
        self.show_past(Answer(), None)
        self.not_known.reset()
        self.not_known.show_answer(Answer())
        self.note.wipe()
        self.evidence.wipe()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show answers without taking any."""
        for part in (
            self.levels,
            self.practices,
            self.past,
            self.both,
            self.not_known,
            self.note,
            self.evidence,
        ):
            part.set_read_only(read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place note, evidence and what helps beside each other, or below where there is no room."""
        super().resizeEvent(event)
        width = event.size().width()
        columns = 1 + sum(width >= self._theme.px(least) for least in _LEAST_WIDTHS)
        if columns != self._columns:
            self._columns = columns
            self._arrange(columns)

    def _make_room(self) -> None:
        is_read = not self.both.isHidden()
        is_tight = is_read and self._is_low
        self.head.set_room(is_read=is_read, is_low=self._is_low)
        self.levels.set_low(is_tight)
        self.both.set_low(is_tight)
        self._column.setContentsMargins(40, 6 if is_tight else 16, 40, 20)
        self._column.setSpacing(6 if is_tight else 14)

    def _ask(self, question: Question, anchors: tuple[str, ...]) -> None:
        """Offer levels to choose from, or practices to tick."""
        self.ticks = question.kind == "practices"
        self.levels.setVisible(not self.ticks)
        for part in (self.practices, self._ticked):
            part.setVisible(self.ticks)
        self.both.strip.agree.set_ticking(ticking=self.ticks)
        self.levels.set_levels(_levels(anchors))
        self.practices.set_practices(shown_practices(question))

    def _show_ticks(self, answer: Answer, views: Sequence[SideView], *, is_hidden: bool) -> None:
        """Show what is ticked, and how much of it; what risk that is stands in the results alone."""
        ticked, left_out = ((), ()) if is_hidden else (answer.ticked, answer.left_out)
        self.practices.show_ticks(ticked, left_out, _ticked_by(views))
        words = [self.tr("{0} of {1} ticked").format(len(ticked), len(self.practices.rows))]
        if len(left_out) == 1:
            words.append(self.tr("1 does not apply"))
        elif left_out:
            words.append(self.tr("{0} do not apply").format(len(left_out)))
        if is_carried(answer):
            words.append(self.tr("carried from {0}").format(answer.carried_from))
        if not ticked and not left_out and not is_hidden:
            words.append(self.tr("Shift with a number: that practice does not apply"))
        self._ticked.setText("  ·  ".join(words))

    def _arrange(self, columns: int) -> None:
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for place, part in enumerate((self.note, self.evidence, self.aside)):
            grid.removeWidget(part)
            row, column = divmod(place, columns)
            grid.addWidget(part, row, column, 1, columns if place == columns else 1, top)
        for place, share in enumerate((4, 4, 3)):
            grid.setColumnStretch(place, share if place < columns else 0)

    def _on_hint_asked(self) -> None:
        self.bring_into_sight(self.aside)

    def _build(self) -> None:
        inner = QWidget(self)
        column = self._column = QVBoxLayout(inner)
        self.head.corner.addWidget(self.both.accept)
        column.addWidget(self.head)
        column.addWidget(self.sides)
        column.addWidget(self.levels)
        column.addWidget(self.practices)
        column.addWidget(self._ticked)
        column.addWidget(self.past)
        column.addWidget(self.both)
        column.addWidget(self.not_known)
        column.addSpacing(4)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(16)
        column.addLayout(self._grid)
        column.addStretch()
        self.set_content(inner)
        self.sides.hide()
        self.show_both(shown=False)
        self.both.show_undisputed(0)


def _levels(anchors: tuple[str, ...]) -> tuple[Level, ...]:
    return tuple(
        Level(number=number, name=level_name(number), anchor=anchor) for number, anchor in enumerate(anchors)
    )


def _ticked_by(views: Sequence[SideView]) -> dict[str, tuple[SideView, ...]]:
    """Return by practice the sides that ticked it; one side alone sees its own tick and no mark."""
    found: dict[str, tuple[SideView, ...]] = {}
    for view in views if len(views) > 1 else ():
        for id_ in view.ticked:
            found[id_] = (*found.get(id_, ()), view)
    return found


def _heading(assessment: Assessment, id_: str, course: Course, place: str, prompt: str) -> Heading:
    """Return the words above the levels; a place counts what is asked here, an expectation says so."""
    found = next((p, t, q) for p, t, q in assessment.questionnaire.walk() if q.id == id_)
    pillar, topic, question = found
    asked = [q.id for q in topic.questions if q.id in course.marks]
    number = 1 + asked.index(id_) if id_ in asked else 1
    return Heading(
        pillar=pillar.name,
        topic="" if topic.name == pillar.name else topic.name,
        place=place.format(number, max(1, len(asked))),
        prompt=prompt,
        why=question.why,
    )
