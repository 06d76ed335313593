"""Moving among the questions: one by one, topic by topic, or along what is worth talking about."""

from PySide6.QtCore import QObject, Signal

from readiness.domain.assessment import Assessment
from readiness.ui.pages.assess.progress import Course, first_of_topic, next_topic
from readiness.ui.pages.assess.stage import Stage, course_of, stage_of
from readiness.ui.pages.assess.walk import Walk
from readiness.ui.session import Session


class Going(QObject):
    """Moves the walk. A question that whoever answers alone is not asked, is not gone to."""

    arrived = Signal()
    ended = Signal()
    refused = Signal(str)  # a question that this side is not asked

    def __init__(self, session: Session, walk: Walk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._walk = walk

    @property
    def stage(self) -> Stage:
        """What the page is about now."""
        assessment = self._session.assessment
        if assessment is None:
            return "meeting"
        return stage_of(assessment, self._session.side, read_only=self._session.read_only)

    def course(self, assessment: Assessment) -> Course:
        """Return the questions one goes through."""
        return course_of(assessment, self._walk.lane)

    def to(self, id_: str) -> None:
        """Go to a question."""
        assessment = self._session.assessment
        if assessment is None or self.stage == "hand_over" or id_ not in assessment.questionnaire.by_id:
            return
        self._session.flush()
        if id_ not in self.course(assessment).marks:
            if self.stage == "private":
                self.refused.emit(id_)
                return
            self._session.hand_over(None)
        self._walk.current, self._walk.is_at_end = id_, False
        self._session.set_place(id_)
        self._session.keep_sitting(self._session.sitting.standing_at(self._walk.lane, id_))
        self._walk.sitting = self._session.sitting
        self.arrived.emit()

    def on(self) -> None:
        """Go to the question after, or to the end of the list."""
        self._step(1)

    def back(self) -> None:
        """Go to the question before."""
        self._step(-1)

    def topic_before(self) -> None:
        """Go to the topic before."""
        self._topic(-1)

    def topic_after(self) -> None:
        """Go to the topic after."""
        self._topic(1)

    def talk_before(self) -> None:
        """Go to what was to be talked about before."""
        self.to(self._walk.talk_step(-1))

    def talk_after(self) -> None:
        """Go to what is to be talked about next."""
        self.to(self._walk.talk_step(1))

    def to_topic(self, key: str) -> None:
        """Go to the beginning of a topic."""
        assessment = self._session.assessment
        if assessment is not None:
            self.to(first_of_topic(assessment.questionnaire, self.course(assessment), key))

    def to_square(self, pillar: str, index: int) -> None:
        """Go to a pillar's question by its place in the rail."""
        assessment = self._session.assessment
        if assessment is not None:
            marks = self.course(assessment).marks
            asked = [q.id for p, _, q in assessment.questionnaire.walk() if p.id == pillar and q.id in marks]
            self.to(asked[index])

    def _step(self, step: int) -> None:
        assessment = self._session.assessment
        if assessment is None:
            return
        following = self._walk.step(self.course(assessment), step)
        if following:
            self.to(following)
        elif not self._walk.is_at_end:
            self._session.flush()
            self._walk.is_at_end = True
            self.ended.emit()

    def _topic(self, step: int) -> None:
        assessment = self._session.assessment
        if assessment is not None:
            course = self.course(assessment)
            self.to(next_topic(assessment.questionnaire, course, self._walk.current, step))
