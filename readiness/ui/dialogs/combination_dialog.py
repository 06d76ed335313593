"""Two answers that are dangerous together: which questions, which levels, and what is said of it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.questionnaire import Combination, Condition, Questionnaire
from readiness.domain.studio.making import clean, fresh_id
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_block import TextBlock

_WIDTH = 760


class CombinationDialog(Sheet):
    """A half that speaks of a limit or a lane was written in the file, and is left as it is."""

    kept = Signal(object)  # Combination

    def __init__(
        self, draft: Questionnaire, held: Combination | None, theme: Theme, icons: Icons, parent: QWidget
    ) -> None:
        title = self.tr("Dangerous together") if held is None else held.id
        super().__init__(theme, title, parent)
        self.setObjectName("combination-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        taken = {one.id.casefold() for one in draft.combinations}
        self._held = held or Combination(
            id=fresh_id("C0", taken), when=(Condition(at_most=1), Condition(at_most=1)), says=""
        )
        self._halves: list[tuple[Select, Select, Select] | None] = []
        for number, half in enumerate(self._held.when, start=1):
            self._halves.append(self._half(draft, half, number))
        self._says = Field(theme, self.tr("What is said of it"), self)
        self._says.setObjectName("combination-says")
        self._says.setText(self._held.says)
        self._labelled = LabelledField(theme, icons, self.tr("What is said of it"), self._says, self)
        self.body.addWidget(self._labelled)
        cancel = self.add_button("combination-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        done = self.add_button("combination-done", self.tr("Done"), "primary")
        done.clicked.connect(self._on_done)
        first = self._halves[0]
        (first[0] if first is not None else self._says).setFocus(Qt.FocusReason.OtherFocusReason)

    def _half(
        self, draft: Questionnaire, half: Condition, number: int
    ) -> tuple[Select, Select, Select] | None:
        if half.limit or half.lane:
            words = self.tr("Half {0} speaks of a limit or a lane; it is changed in the file.").format(number)
            self.body.addWidget(TextBlock(self._theme, words, "body", "ink2", self))
            return None
        row = QHBoxLayout()
        row.setSpacing(10)
        question = self._select(
            f"combination-question-{number}", self.tr("Question {0}").format(number), row, 1
        )
        question.set_options([(one.id, f"{one.id} {one.prompt}") for one in draft.questions])
        question.set_key_value(half.question)
        bound = self._select(
            f"combination-bound-{number}", self.tr("At most or at least, {0}").format(number), row, 0
        )
        bound.set_options([("at_most", self.tr("at most")), ("at_least", self.tr("at least"))])
        bound.set_key_value("at_least" if half.at_most is None and half.at_least is not None else "at_most")
        level = self._select(f"combination-level-{number}", self.tr("Level {0}").format(number), row, 0)
        level.set_options([(str(one), str(one)) for one in range(5)])
        given = half.at_most if half.at_most is not None else half.at_least
        level.set_key_value("1" if given is None else str(given))
        self.body.addLayout(row)
        return question, bound, level

    def _select(self, name: str, words: str, row: QHBoxLayout, stretch: int) -> Select:
        made = Select(self._theme, words, self)
        made.setObjectName(name)
        Measure(self._theme, made, height=40)
        if stretch:
            made.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.addWidget(made, stretch)
        return made

    def _on_done(self) -> None:
        says = clean(self._says.text()).strip()
        if not says:
            self._labelled.set_error(self.tr("Say in one line what happens when both hold."))
            return
        when = tuple(
            half if chosen is None else _condition(*chosen)
            for half, chosen in zip(self._held.when, self._halves, strict=True)
        )
        self.accept()
        self.kept.emit(replace(self._held, when=when, says=says))


def _condition(question: Select, bound: Select, level: Select) -> Condition:
    if bound.key == "at_least":
        return Condition(question=question.key, at_least=int(level.key))
    return Condition(question=question.key, at_most=int(level.key))
