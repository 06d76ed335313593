"""The table review: all questions at once, filtered to what is worth a look, agreed by keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from readiness.domain.agreeing import agreed_at, undisputed
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.meeting import side_progress
from readiness.domain.questionnaire import Question
from readiness.domain.reviewing import FLAGS, Flag, talk_minutes
from readiness.ui.icons import Icons
from readiness.ui.models.own_rows import OWN_FLAGS, own_rows
from readiness.ui.models.review_model import ENGINEERING, PRODUCT, ReviewModel
from readiness.ui.models.review_rows import review_rows, sides_shown
from readiness.ui.pages.assess import answering
from readiness.ui.pages.assess.stage import is_disputable
from readiness.ui.pages.review.filter_bar import FilterBar
from readiness.ui.pages.review.review_foot import ReviewFoot
from readiness.ui.pages.review.review_table import ReviewTable
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.ticks import keyed
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.agreeing import Pair
    from readiness.domain.counting import Side


class ReviewPage(Scroller):
    """Shows what is agreed and, after the reveal, what both sides said; U accepts what nobody disputes."""

    question_asked = Signal(str)
    closing_asked = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._accepted = 0
        self._is_accepting = False
        self._undisputed: tuple[Pair, ...] = ()
        self._model = ReviewModel(self)
        self._filters = FilterBar(theme, self)
        self._table = ReviewTable(self._model, theme, icons, self)
        self._empty = TextBlock(
            theme, self.tr("No question is left under these filters."), "lead", "ink2", self
        )
        self._foot = ReviewFoot(theme, icons, self)
        self._build()
        self._connect()

    @property
    def table(self) -> ReviewTable:
        """The table."""
        return self._table

    @property
    def model(self) -> ReviewModel:
        """What the table shows."""
        return self._model

    def begin(self, question: str = "") -> None:
        """Decide anew what the filters show, go to a question’s row, and take the keys."""
        self._accepted = 0
        self._refresh()
        self._model.arrange_anew()
        self._show_shown()
        self._table.select(question or self._session.place)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Agree what nobody disputes, as one step to undo."""
        if self._undisputed and self._can_change():
            self._accepted = len(self._undisputed)
            self._is_accepting = True
            self._session.accept(self._undisputed)
            self._is_accepting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept with U; anything else is somebody else’s."""
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_U and is_plain and self._session.settings.single_keys:
            self.accept()
        else:
            super().keyPressEvent(event)

    # Slots

    def _on_opened(self, _assessment: object) -> None:
        self._accepted = 0
        self._filters.reset()
        self._model.choose(())

    def _on_outcome(self, _outcome: object) -> None:
        if self.isVisible():
            self._refresh()

    def _on_answer_changed(self, question: str) -> None:
        """Show what undo changed, wherever it was; what is accepted at once leaves one where one is."""
        if self.isVisible() and not self._is_accepting:
            self._refresh()  # a note changes no outcome, but it is counted here
            self._table.select(question)

    def _on_filters(self, flags: object) -> None:
        if isinstance(flags, frozenset):
            kept = self._table.current
            self._model.choose(flags)
            self._table.select(kept.id if kept is not None else "")
            self._show_shown()

    def _on_answered(self, question: str, asked: str) -> None:
        assessment = self._session.assessment
        if assessment is None or not self._can_change() or not _means(assessment, question, asked):
            return
        self._accepted = 0
        self._give(assessment, question, asked)
        if self._session.settings.auto_advance:
            self._table.step(1)

    def _give(self, assessment: Assessment, question: str, asked: str) -> None:
        side = self._own_side
        if side is not None:
            own = assessment.lane(side).get(question, NOT_ASKED)
            asked_one = assessment.questionnaire.by_id[question]
            self._session.answer(question, _own_answer(asked_one, own, asked), side)
        elif asked == "open" and is_disputable(assessment, question):
            own = assessment.agreed.get(question, NOT_ASKED)
            self._session.leave_open(question, answering.without_answer(own))
        else:
            self._session.answer(question, _answer(assessment, question, asked))

    def _on_moved(self, question: str) -> None:
        if self.isVisible():
            self._session.set_place(question)

    def _on_left_filters(self) -> None:
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing

    def _refresh(self) -> None:
        assessment, outcome = self._session.assessment, self._session.outcome
        if assessment is None or outcome is None:
            return
        side = self._own_side
        self._undisputed = undisputed(assessment, outcome) if side is None else ()
        self._model.set_names(assessment.lanes.product, assessment.lanes.engineering)
        self._model.set_own(own=side is not None)
        self._offer(FLAGS if side is None else OWN_FLAGS)
        rows = review_rows(assessment, outcome) if side is None else own_rows(assessment, side)
        self._model.set_rows(rows)
        columns = {"product": PRODUCT, "engineering": ENGINEERING}
        shown = {columns[one] for one in sides_shown(assessment)} if side is None else set()
        self._table.hide_columns(frozenset({PRODUCT, ENGINEERING} - shown))
        self._table.set_takes_answers(self._can_change())
        self._filters.set_counts(self._model.total, self._model.counts())
        self._show_shown()
        self._show_foot(assessment)

    def _offer(self, flags: tuple[Flag, ...]) -> None:
        before = self._filters.flags
        self._filters.offer(flags)
        if before != self._filters.flags:
            self._model.choose(self._filters.flags)

    def _show_shown(self) -> None:
        assessment = self._session.assessment
        if assessment is None:
            return
        shown = self._model.shown
        told = self.tr("showing {0} of {1}").format(len(shown), self._model.total)
        is_private = self._own_side is not None
        minutes = 0 if assessment.sealed or is_private else talk_minutes(assessment, shown)
        if minutes:
            told = self.tr("{0}, about {1} min").format(told, minutes)
        self._filters.set_told(told)
        self._table.setVisible(bool(shown))
        self._empty.setVisible(not shown)

    def _show_foot(self, assessment: Assessment) -> None:
        can_change = self._can_change()
        self._foot.set_offers_keys(can_change)
        self._foot.set_private(private=self._own_side is not None)
        self._foot.set_ticks(ticks=any(q.kind == "practices" for q in assessment.questionnaire.questions))
        if self._own_side is not None:
            self._foot.offer_nothing(self._own_words(assessment, self._own_side))
            return
        if self._undisputed and can_change:
            alike = self.tr("Both sides gave the same level, with evidence, and no gate fails.")
            undo = self.tr("One step of Undo takes them all back.")
            self._foot.offer_accepting(len(self._undisputed), f"{alike}\n{undo}")
            return
        still = self._model.counts()["open"]
        closing = self.tr("Facts and seal") if assessment.sealed else self.tr("Close and seal…")
        self._foot.offer_closing(closing, self._words(assessment, still), is_next=can_change and not still)

    def _words(self, assessment: Assessment, still: int) -> str:
        if not self._can_change():
            return self._words_of_reading(assessment)
        if self._accepted:
            return self.tr("{0} accepted. One step of Undo takes them all back.").format(self._accepted)
        if not still:
            return self.tr("Every question is agreed.")
        if not assessment.revealed:
            return self.tr("The sides’ answers are hidden until the reveal; the table shows what is agreed.")
        return (
            self.tr("1 question is open.") if still == 1 else self.tr("{0} questions are open.").format(still)
        )

    def _own_words(self, assessment: Assessment, side: "Side") -> str:
        progress = side_progress(assessment, side)
        words = self.tr("{0} of {1} answered. Only your own answers are here; the rest is hidden.")
        return words.format(progress.answered, progress.asked)

    def _words_of_reading(self, assessment: Assessment) -> str:
        if assessment.sealed:
            return self.tr("Sealed: answers can be read, not changed.")
        return self.tr("This file can be read, not changed.")

    @property
    def _own_side(self) -> "Side | None":
        """The side that answers privately now: the table is its own then."""
        assessment, session = self._session.assessment, self._session
        if assessment is None or assessment.revealed or assessment.sealed or session.read_only:
            return None
        return session.side

    def _can_change(self) -> bool:
        """Say whether digits answer here, for one side or for all."""
        assessment = self._session.assessment
        return assessment is not None and not assessment.sealed and not self._session.read_only

    # Building

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 16, 32, 20)
        column.setSpacing(14)
        column.addWidget(self._filters)
        frame = QFrame(self)
        frame.setProperty("kind", "panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 8)
        inside.addWidget(self._table)
        self._empty.setObjectName("review-empty")
        self._empty.hide()
        inside.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(frame, 1)
        column.addWidget(self._foot)
        self.set_content(inner)

    def _connect(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._on_opened)
        session.outcome_changed.connect(self._on_outcome)
        session.answer_changed.connect(self._on_answer_changed)
        session.side_changed.connect(self._refresh)
        self._filters.chosen.connect(self._on_filters)
        self._filters.left.connect(self._on_left_filters)
        self._table.answered.connect(self._on_answered)
        self._table.opened.connect(self.question_asked)
        self._table.moved.connect(self._on_moved)
        self._foot.accept_asked.connect(self.accept)
        self._foot.closing_asked.connect(self.closing_asked)


def _means(assessment: Assessment, question: str, asked: str) -> bool:
    """Say whether a digit means anything: a level, or a practice that has it."""
    number, found = asked.partition("-")[2], assessment.questionnaire.by_id[question]
    if not number.isdigit():
        return True
    return number in keyed(found) if found.kind == "practices" else int(number) < len(found.levels)


def _answer(assessment: Assessment, question: str, asked: str) -> Answer:
    """Return the agreed answer that a key asks for."""
    own = assessment.agreed.get(question, NOT_ASKED)
    word, _, number = asked.partition("-")
    asked_one = assessment.questionnaire.by_id[question]
    if word == "level" and asked_one.kind == "levels" and int(number) < len(asked_one.levels):
        return agreed_at(assessment, question, int(number))
    return _own_answer(asked_one, own, asked)


def _own_answer(question: Question, own: Answer, asked: str) -> Answer:
    """Return the answer that a key asks for, from what stood before alone."""
    word, _, number = asked.partition("-")
    if word == "unknown":
        return answering.with_unknown(own)
    if word in {"clear", "open"}:
        return answering.without_answer(own)
    return answering.by_digit(question, own, int(number), guess=word == "guess") or own
