"""Assess: one question at a time, by keyboard as fast as one can talk; each side alone, then together."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.bench import Bench
from readiness.ui.pages.assess.doing import Doing
from readiness.ui.pages.assess.going import Going
from readiness.ui.pages.assess.handover_page import HandoverPage
from readiness.ui.pages.assess.keys import is_reveal, meaning
from readiness.ui.pages.assess.offers import to_talk_about
from readiness.ui.pages.assess.showing import Showing
from readiness.ui.pages.assess.stage import Stage, is_met_about, lane_of, next_side
from readiness.ui.pages.assess.walk import Walk
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.counting import Side

_NUDGE = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class AssessPage(QWidget):
    """Everything is stored as it is answered; no score is shown, and before the reveal no other side."""

    results_asked = Signal()
    closing_asked = Signal()
    home_asked = Signal()
    pack_asked = Signal(str)  # a page for a side that answers elsewhere
    covered = Signal(bool)  # the hand-over fills the screen, or no longer

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._walk = Walk()
        self._stage: Stage = "meeting"
        self._last_side: Side | None = None
        self._is_following = False
        self._bench = Bench(theme, icons, self)
        self._handover = HandoverPage(session, theme, icons, self)
        self._whole = QStackedWidget(self)
        self._going = Going(session, self._walk, self)
        self._doing = Doing(session, self._walk, self._going, self._bench.view, self)
        self._showing = Showing(session, self._walk, self._bench)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect_session()
        self._connect_parts()

    @property
    def current(self) -> str:
        """The question that is asked; empty at the end of the list, and while the laptop is handed over."""
        return "" if self._walk.is_at_end or self.is_covered else self._walk.current

    @property
    def is_covered(self) -> bool:
        """Whether the hand-over fills the screen."""
        return self._stage == "hand_over"

    def go_to(self, id_: str) -> None:
        """Ask a question, where whoever answers now is asked it."""
        self._going.to(id_)

    def take_focus(self) -> None:
        """Take the keys."""
        if self.is_covered:
            self._handover.take_focus()
        elif self._walk.is_at_end:
            self._bench.finish.take_focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; anything else is somebody else's."""
        single = self._session.settings.single_keys
        if self._stage == "private" and is_reveal(event, single_keys=single):
            if not event.isAutoRepeat():
                self._bench.view.sides.reveal.begin()
            return
        asked = meaning(event, single_keys=single)
        if self.is_covered or not asked or not self._doing.do(asked):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the reveal."""
        if event.key() == Qt.Key.Key_R and not event.isAutoRepeat():
            self._bench.view.sides.reveal.end()
        super().keyReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep ← and → for the questions: Qt's buttons would take them to move the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _NUDGE:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # Slots

    def _on_opened(self, assessment: object) -> None:
        if not isinstance(assessment, Assessment):
            return
        self._walk.begin()
        self._take_sitting()
        self._last_side, self._stage = None, "meeting"
        if self._session.is_check_in:
            return
        self._walk.current = self._session.place
        alone = assessment.lanes.alone
        if alone is not None and self._going.stage == "hand_over":
            self._session.hand_over(alone)
        self._enter(assessment)

    def _on_side_changed(self) -> None:
        if self._session.assessment is not None and not self._session.is_check_in:
            self._enter(self._session.assessment)

    def _on_changed(self, assessment: object) -> None:
        self._is_following = False
        if self._session.is_check_in:
            return  # another page asks then
        if not isinstance(assessment, Assessment):
            return
        has_begun = self._walk.current in assessment.questionnaire.by_id
        if self._going.stage != self._stage or not (has_begun or self.is_covered):
            self._enter(assessment)
        else:
            self._refresh()

    def _on_sitting(self, _sitting: object) -> None:
        """Show what was left open or put off, here or before the room."""
        self._is_following = False
        if not self._session.is_check_in:
            self._refresh()

    def _take_sitting(self) -> None:
        self._walk.take(self._session.sitting, self._session.left_open)
        assessment = self._session.assessment
        self._walk.is_met_about = assessment is not None and is_met_about(assessment)

    def _on_outcome(self, _outcome: object) -> None:
        if self._session.is_check_in:
            return
        self._take_sitting()
        self._walk.set_talk(to_talk_about(self._session.outcome))
        self._session.keep_sitting(replace(self._session.sitting, talk=self._walk.agenda))
        if self._stage == "meeting":
            self._showing.show_talk()

    def _on_place_changed(self, id_: str) -> None:
        """Follow the room: the presenter walks through the same questions."""
        if id_ != self.current:
            self.go_to(id_)

    def _on_answer_changed(self, id_: str) -> None:
        """Show what undo changed, wherever it was; of several answers the first."""
        is_ours = not self._session.is_check_in and not self._doing.is_accepting
        if not self._is_following and is_ours and id_ != self.current:
            self.go_to(id_)
        self._is_following = True

    def _on_revealed(self, _assessment: object) -> None:
        """Begin with what is most worth talking about; one view has nobody to talk with."""
        self._on_outcome(self._session.outcome)
        if self._walk.to_talk and self._walk.is_met_about:
            self.go_to(self._walk.to_talk[0])
        self._bench.view.both.lane.slide()

    def _on_taken(self, side: str, who: str) -> None:
        self._session.hand_over("product" if side == "product" else "engineering", who)

    def _on_lane(self, lane: str) -> None:
        sides: dict[str, Side] = {"product": "product", "engineering": "engineering"}
        self._session.hand_over(sides.get(lane))

    def _on_side_ended(self) -> None:
        assessment = self._session.assessment
        if assessment is not None and assessment.lanes.alone is not None:
            self._doing.is_accepting = True  # so that the end, with its next step, stays on the screen
            self._session.use_answers(assessment.lanes.alone)
            self._doing.is_accepting = False
            self._on_arrived()
        else:
            self._hand_over()

    def _hand_over(self) -> None:
        self._session.hand_over(None)

    def _on_talk_toggled(self, only: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._session.keep_sitting(replace(self._session.sitting, everything=not only))
        self._take_sitting()
        if only and self._walk.to_talk and self.current not in self._walk.agenda:
            self._going.talk_after()
        self._refresh()
        self.take_focus()

    def _on_arrived(self) -> None:
        self._refresh()
        self.take_focus()

    def _on_refused(self, id_: str) -> None:
        if self._session.assessment is not None:
            self._showing.tell_not_asked(self._session.assessment, id_)

    # Showing

    def _enter(self, assessment: Assessment) -> None:
        """Begin in another stage, or in another lane."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # so that what is hidden passes its focus to nobody
        before = self._walk.lane
        self._stage = self._going.stage
        self._walk.lane = lane_of(assessment, self._session.side, read_only=self._session.read_only)
        if self.is_covered:
            self._bench.wipe()
            self.setAccessibleName("")
            self._handover.show_turn(assessment, next_side(assessment, self._last_side))
            self._whole.setCurrentWidget(self._handover)
        else:
            self._begin(assessment, is_new=self._walk.lane != before)
            self._whole.setCurrentWidget(self._bench)
        self.covered.emit(self.is_covered)
        self.take_focus()

    def _begin(self, assessment: Assessment, *, is_new: bool) -> None:
        course, walk = self._going.course(assessment), self._walk
        if self._stage == "private":
            self._last_side = self._session.side
            walk.current = walk.left_at if is_new else walk.current
        if walk.current not in course.marks:
            open_ = (id_ for id_ in course.ids if self._stage == "private" and not course.is_done(id_))
            walk.current = next(open_, course.ids[0])
            walk.is_at_end = False
        self._refresh()

    def _refresh(self) -> None:
        assessment = self._session.assessment
        if assessment is None or self.is_covered or self._walk.current not in assessment.questionnaire.by_id:
            return
        self._take_sitting()
        course = self._going.course(assessment)
        self._showing.show(assessment, course)
        self._showing.show_talk()
        self.setAccessibleName(self._bench.view.head.prompt.text())

    # Building

    def _build(self) -> None:
        self._whole.addWidget(self._bench)
        self._whole.addWidget(self._handover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        for button in self._bench.findChildren(QPushButton):
            button.installEventFilter(self)

    def _connect_session(self) -> None:
        session = self._session
        session.assessment_opened.connect(self._on_opened)
        session.assessment_changed.connect(self._on_changed)
        session.place_changed.connect(self._on_place_changed)
        session.outcome_changed.connect(self._on_outcome)
        session.answer_changed.connect(self._on_answer_changed)
        session.side_changed.connect(self._on_side_changed)
        session.revealed.connect(self._on_revealed)
        session.sitting_changed.connect(self._on_sitting)

    def _connect_parts(self) -> None:
        bench, going, doing = self._bench, self._going, self._doing
        going.arrived.connect(self._on_arrived)
        going.ended.connect(self._on_arrived)
        going.refused.connect(self._on_refused)
        doing.focus_wanted.connect(self.take_focus)
        doing.refresh_wanted.connect(self._refresh)
        doing.lane_wanted.connect(self._on_lane)
        self._handover.taken.connect(self._on_taken)
        self._handover.revealed.connect(self._session.reveal)
        self._handover.left.connect(self.home_asked)
        self._handover.pack_asked.connect(self.pack_asked)
        bench.view.sides.hand_over_asked.connect(self._hand_over)
        bench.view.sides.revealed.connect(self._session.reveal)
        bench.column.rail.topic_chosen.connect(going.to_topic)
        bench.column.rail.question_chosen.connect(going.to_square)
        bench.column.talk_toggled.connect(self._on_talk_toggled)
        bench.foot.went_back.connect(going.back)
        bench.foot.went_on.connect(going.on)
        bench.foot.put_off.connect(doing.come_back_later)
        bench.finish.results_asked.connect(self.results_asked)
        bench.finish.closing_asked.connect(self.closing_asked)
        bench.finish.question_asked.connect(going.to)
        bench.finish.hand_over_asked.connect(self._on_side_ended)
