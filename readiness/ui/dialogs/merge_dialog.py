"""Two questions become one: with which, and what that does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.questionnaire import Question
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_block import TextBlock


class MergeDialog(Sheet):
    """The merged question begins with the words of the one that was selected."""

    chosen = Signal(str)

    def __init__(self, asked: Question, offered: Sequence[Question], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Merge {0} with another question").format(asked.id), parent)
        self.setObjectName("merge-dialog")
        words = self.tr(
            "They become one question with an id of its own, beginning with the words of {0}."
            " Trends go on from the average of both."
        ).format(asked.id)
        self.body.addWidget(TextBlock(theme, words, "body", "ink2", self))
        self._other = Select(theme, self.tr("The other question"), self)
        self._other.setObjectName("merge-other")
        Measure(theme, self._other, height=40)
        self._other.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._other.set_options([(one.id, f"{one.id} {one.prompt}") for one in offered if one.id != asked.id])
        self.body.addWidget(self._other)
        cancel = self.add_button("merge-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        done = self.add_button("merge-done", self.tr("Merge"), "primary")
        done.setEnabled(self._other.count() > 0)
        done.clicked.connect(self._on_done)
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        self.accept()
        self.chosen.emit(self._other.key)
