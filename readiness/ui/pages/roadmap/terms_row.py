"""The terms of the plan: person-weeks a quarter, and what comes first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.terms import PlanTerms
from readiness.ui.icons import Icons
from readiness.ui.plan_numbers import capacity_of, shown_capacity
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.segmented import Segmented


class TermsRow(QWidget):
    """``capacity_set`` and ``mode_set`` are sent only for what a user does."""

    capacity_set = Signal(object)  # tuple[float, ...]
    mode_set = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = Field(theme, self.tr("Person-weeks a quarter"), self)
        self._field.setObjectName("capacity")
        Measure(theme, self._field, width=140)
        self._capacity = LabelledField(theme, icons, self.tr("Person-weeks a quarter"), self._field, self)
        self._mode = Segmented(
            theme,
            self.tr("What comes first"),
            (("ceiling-first", self.tr("Ceiling first")), ("score-first", self.tr("Score first"))),
            self,
        )
        self._mode.setObjectName("plan-mode")
        self._terms = PlanTerms()
        self.setFocusProxy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._capacity, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._mode, 0, Qt.AlignmentFlag.AlignBottom)
        self._field.editingFinished.connect(self._on_capacity)
        self._field.left.connect(self._on_left)
        self._mode.chosen.connect(self.mode_set)

    def set_terms(self, terms: PlanTerms) -> None:
        """Show the terms as they stand."""
        self._terms = terms
        self._mode.set_value(terms.mode)
        self._on_left()

    def _on_left(self) -> None:
        self._field.setText(shown_capacity(self._terms.capacity))
        self._capacity.set_error("")

    def _on_capacity(self) -> None:
        try:
            capacity = capacity_of(self._field.text())
        except ValueError:
            self._capacity.set_error(self.tr("Write 8, or 8, 6, 8 for one quarter after the other."))
            return
        self._capacity.set_error("")
        if capacity != self._terms.capacity:
            self.capacity_set.emit(capacity)
