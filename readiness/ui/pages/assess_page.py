"""Assess: one question at a time, by keyboard as fast as one can talk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.hindsight import Hindsight, hindsight
from readiness.ui.icons import Icons
from readiness.ui.pages.assess import answering
from readiness.ui.pages.assess.finish_panel import FinishPanel
from readiness.ui.pages.assess.keys import meaning
from readiness.ui.pages.assess.note_box import audience
from readiness.ui.pages.assess.progress import first_of_topic, next_topic, pillar_lines, progress_of
from readiness.ui.pages.assess.question_view import QuestionView
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.topic_rail import TopicRail

if TYPE_CHECKING:
    from collections.abc import Callable

_NUDGE = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class AssessPage(QWidget):
    """The agreed lane. Everything is stored as it is answered; nothing here shows a score."""

    results_asked = Signal()
    closing_asked = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._current = ""
        self._later: set[str] = set()
        self._rail = TopicRail(theme, self)
        self._view = QuestionView(theme, icons, self)
        self._finish = FinishPanel(theme, icons, self)
        self._stack = QStackedWidget(self)
        self._previous = Button(theme, self.tr("Previous"), "plain", self)
        self._next = Button(theme, self.tr("Next"), "plain", self)
        self._later_button = Button(theme, self.tr("Come back later"), "plain", self)
        self._place = Text(theme, "", "lead", "ink2", self)
        self._state = Text(theme, "", "body", "ink3", self)
        self._icons = icons
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect()

    @property
    def current(self) -> str:
        """The question that is asked; empty at the end of the list."""
        return "" if self._stack.currentWidget() is self._finish else self._current

    def go_to(self, id_: str) -> None:
        """Ask a question."""
        assessment = self._session.assessment
        if assessment is None or id_ not in assessment.questionnaire.by_id:
            return
        self._session.flush()
        self._current = id_
        self._stack.setCurrentWidget(self._view)
        self._session.set_place(id_)
        self._refresh(assessment)
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keys."""
        if self._stack.currentWidget() is self._finish:
            self._finish.take_focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; anything else is somebody else's."""
        asked = meaning(event, single_keys=self._session.settings.single_keys)
        if not asked or not self._do(asked):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep ← and → for the questions: Qt's buttons would take them to move the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _NUDGE:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # Doing

    def _do(self, asked: str) -> bool:
        word, _, number = asked.partition("-")
        if word in {"level", "guess"} and number.isdigit():
            return self._answer_level(int(number), guess=word == "guess")
        ways: dict[str, Callable[[], object]] = {
            "previous": self._go_back,
            "next": self._go_on,
            "topic-before": self._go_topic_before,
            "topic-after": self._go_topic_after,
            "unknown": self._answer_unknown,
            "not-applicable": self._ask_reason,
            "clear": self._clear,
            "note": self._view.note.take_focus,
            "evidence": self._view.evidence.take_focus,
            "sureness": self._next_sureness,
            "later": self._come_back_later,
            "hint": self._view.aside.toggle_hint,
            "restate": self._view.past.toggle,
        }
        moving = asked in {"previous", "next", "topic-before", "topic-after"}
        if not moving and not self.current:
            return False
        ways[asked]()
        return True

    def _answer_level(self, level: int, *, guess: bool) -> bool:
        if not self.current:
            return False
        self._give(answering.with_level(self._answer(), level, guess=guess))
        self._advance()
        return True

    def _answer_unknown(self) -> None:
        self._give(answering.with_unknown(self._answer()))
        self._advance()

    def _ask_reason(self) -> None:
        if self._can_change():
            self._view.not_known.ask_reason()

    def _clear(self) -> None:
        self._give(answering.without_answer(self._answer()))

    def _next_sureness(self) -> None:
        following = self._view.evidence.next_sureness()
        if following:
            self._on_sureness(following)

    def _come_back_later(self) -> None:
        if self._current in self._later:
            self._later.discard(self._current)
        else:
            self._later.add(self._current)
        self._go_on()

    def _advance(self) -> None:
        if self._session.settings.auto_advance and self._can_change():
            self._go_on()

    def _go_on(self) -> None:
        self._step(1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        assessment = self._session.assessment
        if assessment is None:
            return
        ids = [question.id for question in assessment.questionnaire.questions]
        if not self.current:
            if step < 0:
                self.go_to(ids[-1])
            return
        place = ids.index(self._current) + step
        if place >= len(ids):
            self._show_finish(assessment)
        elif place >= 0:
            self.go_to(ids[place])

    def _go_topic_before(self) -> None:
        self._go_topic(-1)

    def _go_topic_after(self) -> None:
        self._go_topic(1)

    def _go_topic(self, step: int) -> None:
        assessment = self._session.assessment
        if assessment is not None:
            self.go_to(next_topic(assessment.questionnaire, self._current, step))

    # Slots

    def _on_opened(self, assessment: object) -> None:
        if not isinstance(assessment, Assessment) or self._session.is_check_in:
            return
        self._later.clear()
        ids = assessment.questionnaire.by_id
        self.go_to(self._session.place if self._session.place in ids else next(iter(ids)))

    def _on_changed(self, assessment: object) -> None:
        if isinstance(assessment, Assessment) and self._current in assessment.questionnaire.by_id:
            self._refresh(assessment)

    def _on_answer_changed(self, id_: str) -> None:
        """Show what undo changed, wherever it was."""
        if id_ != self.current and not self._session.is_check_in:
            self.go_to(id_)

    def _on_level_chosen(self, level: int) -> None:
        self._answer_level(level, guess=False)

    def _on_reason(self, reason: str) -> None:
        self._give(answering.with_reason(self._answer(), reason))

    def _on_restated(self, level: int) -> None:
        self._give(answering.with_hindsight(self._answer(), level if level >= 0 else None))

    def _on_note(self, note: str) -> None:
        self._give(answering.with_note(self._answer(), note))

    def _on_audience(self, key: str) -> None:
        answer = self._answer()
        self._give(answering.with_audience(answer, audience(key)))

    def _on_evidence(self, text: str) -> None:
        self._give(answering.with_evidence(self._answer(), text))

    def _on_sureness(self, key: str) -> None:
        self._give(answering.with_sureness(self._answer(), key))

    def _on_topic(self, key: str) -> None:
        assessment = self._session.assessment
        if assessment is not None:
            self.go_to(first_of_topic(assessment.questionnaire, key))

    def _on_square(self, pillar: str, index: int) -> None:
        assessment = self._session.assessment
        if assessment is not None:
            ids = [q.id for p, _, q in assessment.questionnaire.walk() if p.id == pillar]
            self.go_to(ids[index])

    # Showing

    def _give(self, answer: Answer) -> None:
        if self.current:
            self._session.answer(self._current, answer)

    def _answer(self) -> Answer:
        assessment = self._session.assessment
        return NOT_ASKED if assessment is None else assessment.agreed.get(self._current, NOT_ASKED)

    def _hindsight(self, assessment: Assessment) -> Hindsight | None:
        last = self._session.last_quarter
        if last is None or not self._session.settings.last_quarters_mark:
            return None
        return hindsight(assessment, last.start, self._current)

    def _can_change(self) -> bool:
        assessment = self._session.assessment
        return assessment is not None and not assessment.sealed and not self._session.read_only

    def _refresh(self, assessment: Assessment) -> None:
        self._view.set_read_only(not self._can_change())
        self._view.show_question(assessment, self._current)
        self.setAccessibleName(assessment.questionnaire.by_id[self._current].prompt)
        self._view.show_answer(self._answer())
        self._view.show_past(self._answer(), self._hindsight(assessment))
        self._rail.set_pillars(pillar_lines(assessment, self.current, self._later))
        order = assessment.questionnaire.order
        place = self.tr("{0} of {1}").format(order[self._current] + 1, len(order))
        self._place.setText(place if self.current else "")
        self._previous.setEnabled(order[self._current] > 0 or not self.current)
        self._next.setEnabled(bool(self.current))
        self._later_button.setVisible(bool(self.current) and self._can_change())
        self._state.setText(self._state_words(assessment))
        if not self.current:
            self._finish.show_progress(
                assessment, progress_of(assessment), frozenset(self._later), can_close=self._can_change()
            )

    def _show_finish(self, assessment: Assessment) -> None:
        self._session.flush()
        self._stack.setCurrentWidget(self._finish)
        self._refresh(assessment)
        self.take_focus()

    def _state_words(self, assessment: Assessment) -> str:
        if assessment.sealed:
            return self.tr("Sealed: answers can be read, not changed")
        if self._session.read_only:
            return self.tr("This file can be read, not changed")
        return self.tr("Later") if self.current in self._later else ""

    # Building

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(_rule(self, "upright"))
        column = QVBoxLayout()
        column.setSpacing(0)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._finish)
        column.addWidget(self._stack, 1)
        column.addWidget(_rule(self, "line"))
        column.addWidget(self._foot())
        row.addLayout(column, 1)

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setFixedHeight(self._theme.px(64))
        row = QHBoxLayout(foot)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(12)
        self._previous.setObjectName("previous-question")
        self._previous.set_icon(self._icons, "chevron-left")
        self._previous.set_key("←")
        self._next.setObjectName("next-question")
        self._next.set_key("→")
        self._later_button.setObjectName("come-back-later")
        self._later_button.set_key("L")
        self._place.setObjectName("place")
        self._state.setObjectName("assess-state")
        row.addWidget(self._previous)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._later_button)
        row.addWidget(self._next)
        return foot

    def _connect(self) -> None:
        session, view = self._session, self._view
        session.assessment_opened.connect(self._on_opened)
        session.assessment_changed.connect(self._on_changed)
        session.answer_changed.connect(self._on_answer_changed)
        view.levels.chosen.connect(self._on_level_chosen)
        view.past.restated.connect(self._on_restated)
        view.not_known.unknown_chosen.connect(self._answer_unknown)
        view.not_known.reason_given.connect(self._on_reason)
        view.note.edited.connect(self._on_note)
        view.note.audience_chosen.connect(self._on_audience)
        view.evidence.edited.connect(self._on_evidence)
        view.evidence.sureness_chosen.connect(self._on_sureness)
        for part in (view.not_known, view.note, view.evidence):
            part.left.connect(self._on_left)
        self._rail.topic_chosen.connect(self._on_topic)
        self._rail.question_chosen.connect(self._on_square)
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._later_button.clicked.connect(self._come_back_later)
        self._finish.results_asked.connect(self.results_asked)
        self._finish.closing_asked.connect(self.closing_asked)
        self._finish.question_asked.connect(self.go_to)
        for button in self.findChildren(QPushButton):
            button.installEventFilter(self)

    def _on_left(self) -> None:
        self._session.flush()
        self.take_focus()


def _rule(parent: QWidget, kind: str) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("kind", kind)
    return rule
