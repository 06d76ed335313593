"""The other fields of a question: what it does to growth, what raising it takes, and other words for it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.questionnaire import Question
from readiness.domain.studio.making import LEVELS, clean
from readiness.ui.icons import Icons
from readiness.ui.pages.studio.form import Form
from readiness.ui.pages.studio.level_edit import LevelEdit
from readiness.ui.pages.studio.reference_list import ReferenceList
from readiness.ui.pages.studio.values import as_value
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_SWITCHES = ("gate", "quick", "safety")


class QuestionMore(Form):
    """Closed at first, so that writing stays calm."""

    needs_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._switches: dict[str, Switch] = {}
        self._product_texts: tuple[str, ...] = ()
        self._build_growth()
        self._build_needs()
        self._texts = {
            "action": self.add_text("action", self.tr("Action: what to do, in the imperative"), rows=2),
            "consequence": self.add_text("consequence", self.tr("Consequence: what the business feels")),
            "hint": self.add_text("hint", self.tr("Hint for the facilitator"), rows=2),
            "product_prompt": self.add_text(
                "product_prompt", self.tr("Prompt for product: the same in what customers see")
            ),
        }
        self._product = [LevelEdit(theme, icons, n, "studio-product-level", self) for n in range(5)]
        self._build_product()
        self.references = ReferenceList(theme, icons, self)
        self._column.addWidget(self.references)
        self.references.changed.connect(self._on_references)

    def show_question(self, question: Question) -> None:
        """Show the fields of a question."""
        self._id.set_words(question.id)
        self._exact.set_words(f"{question.weight:g}")
        self._hurts.set_value(str(question.hurts_at))
        self._effort.set_value(question.effort)
        self._effect.set_value(question.effect)
        for name, switch in self._switches.items():
            switch.setChecked(bool(getattr(question, name)))
        self._valid.set_words(str(question.valid_for))
        self._needs.setText(", ".join(question.needs) or self.tr("nothing"))
        for name, area in self._texts.items():
            area.set_text(getattr(question, name))
        self._product_texts = question.product_levels or LEVELS
        for level, text in zip(self._product, self._product_texts, strict=False):
            level.set_text(text)
        self.references.show_references(question.references)

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it."""
        super().set_errors(errors)
        for level in self._product:
            level.set_error(errors.get(f"product_levels {level.number}", ""))
        self._needs_error.setText(errors.get("needs", ""))
        self._needs_error.setVisible(bool(errors.get("needs")))

    def field_of(self, field: str, item: int = -1) -> QWidget | None:
        """Return the control of a field."""
        if field == "product_levels":
            return self._product[max(0, item)].field
        if field == "needs":
            return self._change
        if field == "references":
            return self.references.control(max(0, item))
        named = {
            "hurts_at": self._hurts,
            "effort": self._effort,
            "effect": self._effect,
            **self._switches,
        }
        return super().field_of(field, item) or named.get(field)

    def tell(self, field: str, value: object) -> None:
        """Tell a change, unless what was typed is no value; then say so under it."""
        read = as_value(field, value)
        if read is None:
            told = {
                "weight": self.tr("A number from 0 to 100."),
                "valid_for": self.tr("Whole quarters, from 1 to 40."),
            }
            self._labelled[field].set_error(told.get(field, ""))
            return
        if field in self._labelled:
            self._labelled[field].set_error("")
        super().tell(field, read)

    def _build_growth(self) -> None:
        first = self.add_row()
        self._id = self.add_line("id", self.tr("Id"), first)
        self._exact = self.add_line("weight", self.tr("Exact weight, 0 to 100"), first)
        self._valid = self.add_line("valid_for", self.tr("Valid for, in quarters"), first)
        self._exact.setObjectName("studio-exact-weight")
        steps = [("2", "2×"), ("10", "10×"), ("100", "100×")]
        self._hurts = self.add_choice("hurts_at", self.tr("Growth at which a shortfall hurts"), steps)
        efforts = [
            ("S", self.tr("S, 1 week")),
            ("M", self.tr("M, 2 weeks")),
            ("L", self.tr("L, 6 weeks")),
        ]
        self._effort = self.add_choice("effort", self.tr("Effort for one level"), efforts)
        effects = [
            ("fails", self.tr("Fails")),
            ("blinds", self.tr("Blinds")),
            ("slows", self.tr("Slows")),
        ]
        self._effect = self.add_choice("effect", self.tr("What a shortfall does under growth"), effects)
        words = {
            "gate": self.tr("Gate"),
            "quick": self.tr("Quick check"),
            "safety": self.tr("Safety"),
        }
        row = self.add_row()
        for name in _SWITCHES:
            switch = Switch(self._theme, words[name], self)
            switch.setObjectName(f"studio-{name}")
            switch.setProperty("draftField", name)
            switch.clicked.connect(self._on_switched)
            self._switches[name] = switch
            row.addWidget(switch)
        row.addStretch()

    def _build_needs(self) -> None:
        group = QVBoxLayout()
        group.setSpacing(6)
        label = self.tr("Needs: each must reach level 2 first")
        group.addWidget(Text(self._theme, label, "label", "ink2", self))
        row = QHBoxLayout()
        row.setSpacing(12)
        self._needs = TextBlock(self._theme, "", "body", "ink", self)
        self._change = Button(self._theme, self.tr("Change…"), "plain", self)
        self._change.setObjectName("studio-needs")
        self._change.setAccessibleName(self.tr("Change what it needs"))
        self._change.set_size("small")
        self._change.clicked.connect(self.needs_asked)
        row.addWidget(self._needs, 1)
        row.addWidget(self._change)
        group.addLayout(row)
        self._needs_error = TextBlock(self._theme, "", "label", "error", self)
        self._needs_error.hide()
        group.addWidget(self._needs_error)
        self._column.addLayout(group)

    def _build_product(self) -> None:
        group = QVBoxLayout()
        group.setSpacing(8)
        label = self.tr("The same levels in what customers see")
        group.addWidget(Text(self._theme, label, "label", "ink2", self))
        for level in self._product:
            level.field.edited.connect(self._on_product_level)
            level.field.left.connect(self.left)
            level.field.setAccessibleName(self.tr("For product: {0}").format(level.field.accessibleName()))
            group.addWidget(level)
        self._column.addLayout(group)

    def _on_product_level(self, text: str) -> None:
        number = int(self.sender().property("item"))
        levels = list(self._product_texts)
        levels[number] = clean(text)
        self._product_texts = tuple(levels)
        said = self._product_texts if any(self._product_texts) else ()
        self.tell(f"product_levels {number}", said)

    def _on_switched(self) -> None:
        switch = self.sender()
        if isinstance(switch, Switch):
            self.tell(str(switch.property("draftField")), switch.isChecked())

    def _on_references(self, references: object) -> None:
        self.tell("references", references)
