"""What a question says: prompt, why, five levels, what it counts and who is asked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.domain.questionnaire import Question
from readiness.domain.studio.making import clean
from readiness.ui.icons import Icons
from readiness.ui.models.outline_model import times_weight
from readiness.ui.pages.studio.form import Form
from readiness.ui.pages.studio.level_edit import LevelEdit
from readiness.ui.pages.studio.question_more import QuestionMore
from readiness.ui.pages.studio.same_meaning import SameMeaning
from readiness.ui.pages.studio.values import as_value
from readiness.ui.theme import Theme
from readiness.ui.widgets.disclosure import Disclosure
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_COUNTS = (1, 2, 3, 4, 5)


class QuestionForm(Form):
    """The calm part is always open; everything else is under “More about this question”."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._prompt = self.add_text("prompt", self.tr("Prompt"), style="prompt")
        self._why = self.add_text("why", self.tr("Why it matters"), rows=2)
        self._levels_label = Text(theme, "", "label", "ink2", self)
        self._levels = [LevelEdit(theme, icons, number, "studio-level", self) for number in range(5)]
        self._practices = TextBlock(theme, "", "body", "ink2", self)
        self._share = Text(theme, "", "caption", "ink2", self)
        self.same = SameMeaning(theme, self)
        self._disclosure = Disclosure(theme, icons, self.tr("More about this question"), self)
        self.more = QuestionMore(theme, icons, self)
        self._build_levels()
        counts = [(str(number), times_weight(number)) for number in _COUNTS]
        self._counts = self.add_choice("weight", self.tr("Counts"), counts)
        self._build_rest()
        self._texts: tuple[str, ...] = ()

    def show_question(self, question: Question, share: float) -> None:
        """Show what a question says, and what it counts in the whole."""
        self._prompt.set_text(question.prompt)
        self._why.set_text(question.why)
        self._texts = question.levels
        for level, text in zip(self._levels, question.levels, strict=False):
            level.set_text(text)
        self._counts.set_value(f"{question.weight:g}")
        self._share.setText(_share_words(self, question, share))
        self._asked.set_value(question.asked_of)
        self._counts.setEnabled(question.kind == "levels" or question.weight > 0)
        self._practices.setText("\n".join(f"• {practice.title}" for practice in question.practices))
        self.more.show_question(question)
        self._disclosure.set_note(_about(self, question))

    def set_read_only(self, *, read_only: bool, besides: str = "weight") -> None:
        """Show what a lens asks: its practices stand for the levels."""
        super().set_read_only(read_only=read_only, besides=besides)
        self._asked.setEnabled(not read_only)
        for level in self._levels:
            level.setVisible(not read_only)
        self._practices.setVisible(read_only)
        written = self.tr("Levels, each one something you could see")
        self._levels_label.setText(self.tr("Practices, to be ticked") if read_only else written)
        self._disclosure.setVisible(not read_only)
        if read_only:
            self._disclosure.setChecked(False)

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it."""
        super().set_errors(errors)
        for level in self._levels:
            level.set_error(errors.get(f"levels {level.number}", ""))
        self.more.set_errors(errors)

    def field_of(self, field: str, item: int = -1) -> QWidget | None:
        """Return the control of a field; what is under “More” is opened for it."""
        if field == "levels":
            return self._levels[max(0, item)].field
        own = super().field_of(field)
        if own is not None:
            return own
        if field == "same":
            return self.same.choice
        if field == "weight":
            return self._counts
        inside = self.more.field_of(field, item)
        if inside is not None:
            self._disclosure.setChecked(True)
        return inside

    def open_more(self) -> None:
        """Open what is under “More”."""
        self._disclosure.setChecked(True)

    def tell(self, field: str, value: object) -> None:
        """Tell a change, as the value that the draft holds."""
        super().tell(field, as_value(field, value))

    def _on_anchor(self, text: str) -> None:
        number = int(self.sender().property("item"))
        levels = list(self._texts)
        levels[number] = clean(text)
        self._texts = tuple(levels)
        self.tell(f"levels {number}", self._texts)

    def _build_levels(self) -> None:
        group = QVBoxLayout()
        group.setSpacing(8)
        group.addWidget(self._levels_label)
        for level in self._levels:
            level.field.edited.connect(self._on_anchor)
            level.field.left.connect(self.left)
            group.addWidget(level)
        group.addWidget(self._practices)
        self._column.addLayout(group)

    def _build_rest(self) -> None:
        self._column.addWidget(self._share)
        asked = (
            ("both", self.tr("Both")),
            ("product", self.tr("Product")),
            ("engineering", self.tr("Engineering")),
        )
        self._asked = self.add_choice("asked_of", self.tr("Asked of"), asked)
        self._column.addWidget(self.same)
        self._disclosure.setObjectName("studio-more")
        self._column.addWidget(self._disclosure)
        self._column.addWidget(self.more)
        self.more.hide()
        self._disclosure.opened.connect(self.more.setVisible)
        self.more.edited.connect(self.edited)
        self.more.left.connect(self.left)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)


def _share_words(form: QuestionForm, question: Question, share: float) -> str:
    if not question.weight:
        return form.tr("Counts nothing: it informs, and is never scored.")
    told = form.tr("{0}: {1:.1f}% of the whole score").format(times_weight(question.weight), 100 * share)
    return (
        told if question.kind == "levels" else form.tr("{0}. Its words stay those of the lens.").format(told)
    )


def _about(form: QuestionForm, question: Question) -> str:
    parts = [question.id, f"{question.hurts_at}×"]
    parts += [form.tr("gate")] if question.gate else []
    parts += [form.tr("quick check")] if question.quick else []
    parts += [form.tr("safety")] if question.safety else []
    return ", ".join(parts)
