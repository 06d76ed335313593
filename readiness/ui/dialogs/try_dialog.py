"""Answering a draft in memory, to see how it asks and how it scores; nothing is kept."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.level_names import level_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.question_head import Heading, QuestionHead
from readiness.ui.widgets.text import Text

_AROUND = 96
_LEVELS = range(5)


class TryDialog(Sheet):
    """0 to 4 answer, D is don’t know, ← and → walk; the score follows."""

    def __init__(self, draft: Questionnaire, place: str, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Try it: {0}").format(draft.title), parent)
        self.setObjectName("try-dialog")
        self.setMinimumWidth(max(theme.px(560), parent.window().width() - theme.px(_AROUND)))
        self._assessment = Assessment(questionnaire=draft, system="", period=Period(2000, 1), mode="live")
        self._ids = tuple(question.id for question in draft.questions)
        self._index = self._ids.index(place) if place in self._ids else 0
        self._head = QuestionHead(theme, self)
        self._levels = LevelRow(theme, self)
        self._unknown = Button(theme, self.tr("Don’t know"), "plain", self)
        self._score = Text(theme, "", "title", "ink", self)
        self._score.setObjectName("try-score")
        self._told = Text(theme, "", "body", "ink2", self)
        self._build_body(icons)
        self._show()
        self._levels.setFocus(Qt.FocusReason.OtherFocusReason)
        self._levels.focus_card(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer and walk by keys, as in Assess."""
        text = event.text()
        if text and text in "01234" and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._answer(Answer(level=int(text)))
        elif event.key() == Qt.Key.Key_D and not event.modifiers():
            self._answer(Answer(unknown=True))
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self._step(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def _on_level(self, level: int) -> None:
        self._answer(Answer(level=level))

    def _on_unknown(self) -> None:
        self._answer(Answer(unknown=True))

    def _on_next(self) -> None:
        self._step(1)

    def _on_before(self) -> None:
        self._step(-1)

    def _answer(self, answer: Answer) -> None:
        agreed = {**self._assessment.agreed, self._ids[self._index]: answer}
        self._assessment = replace(self._assessment, agreed=agreed)
        self._show()

    def _step(self, by: int) -> None:
        self._index = max(0, min(len(self._ids) - 1, self._index + by))
        self._show()

    def _show(self) -> None:
        draft = self._assessment.questionnaire
        pillar, topic, question = next(one for one in draft.walk() if one[2].id == self._ids[self._index])
        told = self.tr("question {0} of {1}").format(self._index + 1, len(self._ids))
        self._head.show_question(
            Heading(
                pillar=pillar.name, topic=topic.name, place=told, prompt=question.prompt, why=question.why
            )
        )
        anchors = enumerate(question.levels)
        self._levels.set_levels([Level(number=n, name=level_name(n), anchor=a) for n, a in anchors])
        answer = self._assessment.agreed.get(question.id, NOT_ASKED)
        self._levels.set_choice(answer.level)
        self._unknown.set_chosen(answer.unknown)
        self._show_score()

    def _show_score(self) -> None:
        score = evaluate(self._assessment, 10).score
        answered = len(self._assessment.agreed)
        if score.displayed is not None and score.label is not None:
            self._score.setText(self.tr("{0}, {1}").format(score.displayed, score.label))
        elif score.range is not None and answered:
            low, high = round(score.range.low), round(score.range.high)
            self._score.setText(self.tr("{0} to {1} so far").format(low, high))
        else:
            self._score.setText(self.tr("No answer yet"))
        told = self.tr("{0} of {1} answered. Nothing here is kept.").format(answered, len(self._ids))
        self._told.setText(told)

    def _build_body(self, icons: Icons) -> None:
        self.body.addWidget(self._head)
        self.body.addWidget(self._levels)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._unknown.setObjectName("try-unknown")
        self._unknown.set_key("D")
        self._unknown.setAutoDefault(False)
        self._unknown.clicked.connect(self._on_unknown)
        row.addWidget(self._unknown)
        row.addStretch()
        row.addWidget(self._score)
        row.addWidget(self._told)
        self.body.addLayout(row)
        self._levels.chosen.connect(self._on_level)
        for name, text, icon, slot in (
            ("try-before", self.tr("Back"), "arrow-left", self._on_before),
            ("try-next", self.tr("Next"), "arrow-right", self._on_next),
        ):
            button = self.add_button(name, text)
            button.set_icon(icons, icon)
            button.clicked.connect(slot)
        close = self.add_button("try-close", self.tr("Close"), "primary")
        close.setAutoDefault(False)
        close.setDefault(False)
        close.clicked.connect(self.accept)
