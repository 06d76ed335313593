"""What if: switches and fields, what each does on its own, and one sentence for where they lead together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.terms import QUICK_WEEKS, PlanTerms
from readiness.reports.plan_sentences import weeks
from readiness.ui.icons import Icons
from readiness.ui.numbers import parse_number
from readiness.ui.pages.roadmap.trial_row import TrialRow
from readiness.ui.plan_numbers import shown_capacity, weeks_typed
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_block import TextBlock


class WhatIfPanel(Panel):
    """``tried`` carries the terms with one trial more or less, sent only for what a user does."""

    tried = Signal(object)  # PlanTerms

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("What if"), parent)
        self._theme = theme
        self._terms = PlanTerms()
        self._without: dict[str, TrialRow] = {}
        self._result = TextBlock(theme, "", "body", "ink", self)
        self._quick = TrialRow(theme, self.tr("Only quick wins"), self)
        self._capacity = Field(theme, self.tr("Other person-weeks"), self)
        self._target = Field(theme, self.tr("Other target, ×"), self)
        self._freeze = Select(theme, self.tr("A quarter with nothing done"), self)
        self._clear = Button(theme, self.tr("End all trials"), "plain", self)
        self._capacity_field = LabelledField(theme, icons, self.tr("Weeks"), self._capacity, self)
        self._target_field = LabelledField(theme, icons, self.tr("Target, ×"), self._target, self)
        self._freeze_field = LabelledField(theme, icons, self.tr("Nothing done in"), self._freeze, self)
        self._fields = {
            "other_capacity": self._capacity_field,
            "target": self._target_field,
            "freeze": self._freeze_field,
        }
        self.setObjectName("what-if")
        self._build_parts()
        self._connect()

    def set_terms(
        self, terms: PlanTerms, quarters: Sequence[tuple[str, str]], titles: Mapping[str, str], result: str
    ) -> None:
        """Show what is tried, and where it leads."""
        self._terms = terms
        self._result.setText(result)
        self._quick.switch.setChecked(terms.quick_wins)
        self._show_quick("")
        self._capacity.setText("" if terms.other_capacity is None else f"{terms.other_capacity:g}")
        self._target.setText("" if terms.target is None else f"{terms.target:g}")
        self._capacity.setPlaceholderText(shown_capacity(terms.capacity))
        for field in self._fields.values():
            field.set_error("")
            field.set_note("")
        self._freeze.set_options([("", self.tr("None")), *quarters])
        self._freeze.set_key_value(terms.freeze or "")
        self._clear.setVisible(terms.is_trying)
        self._show_without(terms.without, titles)

    def set_effect(self, name: str, effect: str) -> None:
        """Say what one trial does on its own."""
        id_ = name.removeprefix("without:")
        if name == "quick_wins":
            self._show_quick(effect)
        elif name in self._fields:
            self._fields[name].set_note(effect)
        elif id_ in self._without:
            self._without[id_].set_effect(effect)

    # Slots

    def _on_quick(self) -> None:
        self._try(replace(self._terms, quick_wins=self._quick.switch.isChecked()))

    def _on_capacity(self) -> None:
        self._take(self._capacity, self._capacity_field, "other_capacity", weeks_typed)

    def _on_target(self) -> None:
        self._take(self._target, self._target_field, "target", parse_number)

    def _on_freeze(self, period: str) -> None:
        self._try(replace(self._terms, freeze=period or None))

    def _on_clear(self) -> None:
        self._quick.switch.setFocus()
        self._try(self._terms.untried)

    def _on_without(self) -> None:
        kept = tuple(key for key, row in self._without.items() if row.switch.isChecked())
        self._quick.switch.setFocus()
        self._try(replace(self._terms, without=kept))

    def _on_left(self) -> None:
        terms = self._terms
        self._capacity.setText("" if terms.other_capacity is None else f"{terms.other_capacity:g}")
        self._target.setText("" if terms.target is None else f"{terms.target:g}")

    def _take(self, field: Field, labelled: LabelledField, name: str, read: Callable[[str], float]) -> None:
        try:
            value = read(field.text()) if field.text().strip() else None
        except ValueError:
            labelled.set_error(self.tr("Write a number, or nothing."))
            return
        labelled.set_error("")
        self._try(replace(self._terms, **{name: value}))  # type: ignore[arg-type]  # a number or nothing

    def _try(self, terms: PlanTerms) -> None:
        if terms != self._terms:
            self.tried.emit(terms)

    def _show_quick(self, effect: str) -> None:
        longest = self.tr("{0} or less each").format(weeks(QUICK_WEEKS))
        self._quick.set_effect("; ".join(part for part in (longest, effect) if part))

    def _show_without(self, keys: Sequence[str], titles: Mapping[str, str]) -> None:
        if list(keys) == list(self._without):
            return
        for row in self._without.values():
            row.switch.setObjectName("")
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()
        self._without = {}
        for key in keys:
            row = TrialRow(self._theme, self.tr("Without “{0}”").format(titles.get(key, key)), self)
            row.switch.setObjectName(f"without-{key}")
            row.switch.setChecked(True)
            row.switched.connect(self._on_without)
            self._without[key] = row
            self.body.insertWidget(self.body.indexOf(self._quick), row)

    # Building

    def _build_parts(self) -> None:
        self._quick.switch.setObjectName("quick-wins")
        self._capacity.setObjectName("other-capacity")
        self._target.setObjectName("other-target")
        self._freeze.setObjectName("freeze")
        self._clear.setObjectName("end-trials")
        self._clear.set_size("small")
        self.body.setSpacing(10)
        self.body.addWidget(self._result)
        self.body.addWidget(self._quick)
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        for field in (self._capacity_field, self._target_field):
            numbers.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(numbers)
        self.body.addWidget(self._freeze_field)
        self.body.addWidget(self._clear)

    def _connect(self) -> None:
        self._quick.switched.connect(self._on_quick)
        self._capacity.editingFinished.connect(self._on_capacity)
        self._capacity.left.connect(self._on_left)
        self._target.editingFinished.connect(self._on_target)
        self._target.left.connect(self._on_left)
        self._freeze.chosen.connect(self._on_freeze)
        self._clear.clicked.connect(self._on_clear)
