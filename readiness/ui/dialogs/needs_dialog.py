"""What a question needs: questions found by a few letters, each of which must reach level 2 first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.questionnaire import Question
from readiness.ui.dialogs.question_finder import QuestionFinder
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock


class NeedsDialog(Sheet):
    """Enter in the field adds; the list under it takes off again."""

    chosen = Signal(object)  # tuple[str, ...]

    def __init__(self, asked: Question, offered: Sequence[Question], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("What {0} needs").format(asked.id), parent)
        self.setObjectName("needs-dialog")
        words = self.tr("Each of these must reach level 2 before {0} is planned.").format(asked.id)
        self.body.addWidget(TextBlock(theme, words, "body", "ink2", self))
        others = [(one.id, one.prompt) for one in offered if one.id != asked.id]
        self._finder = QuestionFinder(theme, others, self)
        self._finder.set_questions(asked.needs)
        self.body.addWidget(self._finder)
        cancel = self.add_button("needs-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        done = self.add_button("needs-done", self.tr("Done"), "primary")
        done.clicked.connect(self._on_done)
        self._finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        self.accept()
        self.chosen.emit(self._finder.questions)
