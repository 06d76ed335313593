"""What a file that came back would bring: counts, and who said something else, question by question."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.quarters import shown_reference
from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer
    from readiness.services.taking_in import Compared, TakingIn

_WIDTH = 820
_LIST_HEIGHT = 300


class TakeInDialog(Sheet):
    """Answers that differ are decided one by one or all at once; levels stay hidden here too."""

    decided = Signal(object, object)  # TakingIn, choices by question

    def __init__(self, preview: "TakingIn", theme: Theme, parent: QWidget) -> None:
        who = preview.person or preview.side_name
        super().__init__(theme, self.tr("Answers of {0}").format(who), parent)
        self.setObjectName("take-in-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width()))
        self._preview = preview
        self._choices: dict[str, Segmented] = {}
        self.body.addWidget(TextBlock(theme, self._counts(), "body", "ink", self))
        differing = [one for one in preview.questions if one.stands == "differs"]
        if differing:
            self._add_differing(differing)
        cancel = self.add_button("take-in-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        self._accept = self.add_button("take-in-accept", self.tr("Take in"), "primary")
        self._accept.clicked.connect(self._on_accepted)
        self._show_ready()

    def _counts(self) -> str:
        new, same, differ = (len(self._preview.ids(stands)) for stands in ("new", "same", "differs"))
        return self.tr("{0}, {1}: {2} new, {3} the same, {4} different. Nothing is stored yet.").format(
            shown_reference(self._preview.reference), self._preview.side_name, new, same, differ
        )

    def _add_differing(self, differing: "list[Compared]") -> None:
        every = self._choice(self.tr("For all that differ"), "all")
        every.chosen.connect(self._on_chosen_for_all)
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, self.tr("For all that differ"), "bodyStrong", "ink", self), 1)
        head.addWidget(every)
        self.body.addLayout(head)
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, self._theme.px(12), 0)
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(differing):
            choice = self._choice(one.question, one.question)
            choice.chosen.connect(self._on_chosen)
            self._choices[one.question] = choice
            grid.addWidget(Text(self._theme, one.question, "bodyStrong", "ink", inner), row, 0)
            grid.addWidget(TextBlock(self._theme, self._told(one), "caption", "ink2", inner), row, 1)
            grid.addWidget(choice, row, 2)
        scroller = Scroller(self)
        scroller.setMinimumHeight(self._theme.px(min(_LIST_HEIGHT, 60 * len(differing))))
        scroller.set_content(inner)
        self.body.addWidget(scroller, 1)

    def _choice(self, name: str, key: str) -> Segmented:
        options = [
            ("mine", self.tr("Keep")),
            ("theirs", self.tr("Replace")),
            ("together", self.tr("Both count")),
        ]
        choice = Segmented(self._theme, self.tr("{0}: which answer counts").format(name), options, self)
        choice.setObjectName(f"take-in-{key.lower()}")
        return choice

    def _told(self, one: "Compared") -> str:
        mine, theirs = self._who(one.mine), self._who(one.theirs)
        return self.tr("here: {0}; in the file: {1}").format(mine, theirs)

    def _who(self, answer: "Answer") -> str:
        name = answer.by or self.tr("no name")
        day = answer.at[:10]
        return f"{name}, {day}" if day else name

    def _on_chosen_for_all(self, key: str) -> None:
        for choice in self._choices.values():
            choice.set_value(key)
        self._show_ready()

    def _on_chosen(self, _key: str) -> None:
        self._show_ready()

    def _show_ready(self) -> None:
        undecided = sum(not choice.value for choice in self._choices.values())
        self._accept.setEnabled(not undecided)
        told = self.tr("{0} still to decide").format(undecided) if undecided else ""
        self._accept.setAccessibleDescription(told)
        self._accept.setToolTip(told)

    def _on_accepted(self) -> None:
        choices = {question: choice.value for question, choice in self._choices.items()}
        self.accept()
        self.decided.emit(self._preview, choices)
