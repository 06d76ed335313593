"""What if: switches and fields that add up, and one sentence for where they lead."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.terms import PlanTerms
from readiness.ui.icons import Icons
from readiness.ui.numbers import parse_number
from readiness.ui.plan_numbers import shown_capacity, weeks_typed
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip


class WhatIfPanel(Panel):
    """``tried`` carries the terms with one trial more or less, sent only for what a user does."""

    tried = Signal(object)  # PlanTerms

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("What if"), parent)
        self._theme = theme
        self._terms = PlanTerms()
        self._without: dict[str, Switch] = {}
        self._result = TextBlock(theme, "", "body", "ink", self)
        self._quick = Switch(theme, self.tr("Only quick wins"), self)
        self._capacity = Field(theme, self.tr("Other person-weeks"), self)
        self._target = Field(theme, self.tr("Other target, ×"), self)
        self._freeze = Select(theme, self.tr("A quarter with nothing done"), self)
        self._clear = Button(theme, self.tr("End all trials"), "plain", self)
        self._capacity_field = LabelledField(theme, icons, self.tr("Weeks"), self._capacity, self)
        self._target_field = LabelledField(theme, icons, self.tr("Target, ×"), self._target, self)
        self._freeze_field = LabelledField(
            theme, icons, self.tr("A quarter with nothing done"), self._freeze, self
        )
        self.setObjectName("what-if")
        self._build_parts()
        self._connect()

    def set_terms(
        self, terms: PlanTerms, quarters: Sequence[tuple[str, str]], titles: Mapping[str, str], result: str
    ) -> None:
        """Show what is tried, and where it leads."""
        self._terms = terms
        self._result.setText(result)
        self._quick.setChecked(terms.quick_wins)
        self._capacity.setText("" if terms.other_capacity is None else f"{terms.other_capacity:g}")
        self._target.setText("" if terms.target is None else f"{terms.target:g}")
        self._capacity.setPlaceholderText(shown_capacity(terms.capacity))
        self._capacity_field.set_error("")
        self._target_field.set_error("")
        self._freeze.set_options([("", self.tr("None")), *quarters])
        self._freeze.set_key_value(terms.freeze or "")
        self._clear.setVisible(terms.is_trying)
        self._show_without(terms.without, titles)

    # Slots

    def _on_quick(self) -> None:
        self._try(replace(self._terms, quick_wins=self._quick.isChecked()))

    def _on_capacity(self) -> None:
        self._take(self._capacity, self._capacity_field, "other_capacity", weeks_typed)

    def _on_target(self) -> None:
        self._take(self._target, self._target_field, "target", parse_number)

    def _on_freeze(self, period: str) -> None:
        self._try(replace(self._terms, freeze=period or None))

    def _on_clear(self) -> None:
        self._quick.setFocus()
        self._try(self._terms.untried)

    def _on_without(self) -> None:
        kept = tuple(key for key, switch in self._without.items() if switch.isChecked())
        self._quick.setFocus()
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

    def _show_without(self, keys: Sequence[str], titles: Mapping[str, str]) -> None:
        if list(keys) == list(self._without):
            return
        for switch in self._without.values():
            switch.setObjectName("")
            switch.hide()
            self.body.removeWidget(switch)
            switch.deleteLater()
        self._without = {}
        for key in keys:
            switch = Switch(self._theme, self.tr("No {0}").format(key), self)
            switch.setObjectName(f"without-{key}")
            switch.setChecked(True)
            switch.setMinimumWidth(self._theme.px(120))
            switch.setAccessibleDescription(titles.get(key, ""))
            switch.setToolTip(plain_tooltip(titles.get(key, "")))
            switch.clicked.connect(self._on_without)
            self._without[key] = switch
            self.body.insertWidget(self.body.indexOf(self._clear), switch)

    # Building

    def _build_parts(self) -> None:
        self._quick.setObjectName("quick-wins")
        self._quick.setAccessibleDescription(self.tr("4 person-weeks or less each"))
        self._quick.setToolTip(self.tr("4 person-weeks or less each"))
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
        self._quick.clicked.connect(self._on_quick)
        self._capacity.editingFinished.connect(self._on_capacity)
        self._capacity.left.connect(self._on_left)
        self._target.editingFinished.connect(self._on_target)
        self._target.left.connect(self._on_left)
        self._freeze.chosen.connect(self._on_freeze)
        self._clear.clicked.connect(self._on_clear)
