"""Step 2: what grows, from today's peak to what the plan must carry."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.growth import step_for
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import SetupForm
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.growth_target_bar import GrowthTargetBar
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.numbers import times
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_LONGEST = 60


class GrowthPanel(Panel):
    """The driver with its absolute target; the factor is computed, never typed."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._icons = icons
        self.set_number(2)
        self.set_heading(self.tr("Growth"), self.tr("the number both sides sign"))
        self.fields: dict[str, LabelledField] = {}
        self._texts: dict[str, Field] = {}
        self._by = Select(theme, self.tr("By"), self)
        self._by.setObjectName("target-by")
        self._by.chosen.connect(self._on_chosen)
        options = [("agreed", self.tr("Agreed by both")), ("assumed", self.tr("Assumption"))]
        self._agreed = Segmented(theme, self.tr("Target"), options, self)
        self._agreed.setObjectName("target-agreed")
        self._agreed.set_value("agreed")
        self._agreed.chosen.connect(self._on_chosen)
        self._factor = Text(theme, "", "number", "ink", self)
        self._factor.setObjectName("factor")
        self._step = TextBlock(theme, "", "caption", "ink2", self)
        self._bar = GrowthTargetBar(theme, self)
        self._lay_out()

    @property
    def texts(self) -> dict[str, str]:
        """The fields as they stand, by name."""
        return {name: field.text() for name, field in self._texts.items()}

    @property
    def by(self) -> str:
        """The quarter in which the target must be carried."""
        return self._by.key

    @property
    def is_agreed(self) -> bool:
        """Whether both sides agreed the target."""
        return self._agreed.value == "agreed"

    def set_quarters(self, quarters: Sequence[tuple[str, str]], current: str) -> None:
        """Offer quarters to reach the target by."""
        self._by.set_options([("", self.tr("No date")), *quarters])
        self._by.set_key_value(current)

    def fill(self, form: SetupForm) -> None:
        """Show a form's growth."""
        given = {
            "unit": form.unit,
            "today": form.today,
            "peak": form.peak,
            "target": form.target,
            "tested": form.tested,
        }
        for name, text in given.items():
            self._texts[name].setText(text)
            self._texts[name].setCursorPosition(0)
        self._by.set_key_value(form.by)
        self._agreed.set_value("agreed" if form.agreed else "assumed")

    def show_factor(self, form: SetupForm) -> None:
        """Show the computed factor and the step it is judged at."""
        factor = form.factor
        self._factor.setText("" if factor is None else times(factor))
        if factor is None:
            self._step.setText(self.tr("Without numbers the plan is judged at 10×, as an assumption."))
            self._bar.set_value(None)
            return
        self._step.setText(self._judged(factor))
        self._bar.set_value(factor, f"{form.target.strip()} {form.unit.strip()}".strip())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        places = (
            ("unit", self.tr("What grows"), self.tr("orders a minute")),
            ("today", self.tr("Today’s peak"), "1,200"),
            ("peak", self.tr("Seen on"), self.tr("busiest minute, 28 Aug")),
            ("target", self.tr("Must carry"), "12,000"),
        )
        for place, (name, label, example) in enumerate(places):
            grid.addWidget(self._make(name, label, example), place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._labelled("by", self.tr("By"), self._by), 1, 1, Qt.AlignmentFlag.AlignTop)
        tested = self._make("tested", self.tr("Tested to"), "1,800")
        grid.addWidget(tested, 1, 2, Qt.AlignmentFlag.AlignTop)
        for column, stretch in enumerate((5, 4, 5)):
            grid.setColumnStretch(column, stretch)
        row = QHBoxLayout()
        row.setSpacing(24)
        grid.setRowStretch(2, 1)
        row.addLayout(grid, 4)
        row.addLayout(self._verdict(), 1)
        self.corner.addWidget(self._agreed)
        self.body.addLayout(row)
        self.body.addSpacing(10)
        self.body.addWidget(self._bar)

    def _verdict(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addSpacing(16)
        column.addWidget(self._factor)
        column.addWidget(self._step)
        column.addStretch()
        return column

    def _make(self, name: str, label: str, example: str) -> LabelledField:
        field = Field(self._theme, label, self)
        field.setObjectName(f"growth-{name}")
        field.setPlaceholderText(example)
        field.setMaxLength(_LONGEST)
        field.textEdited.connect(self._on_edited)
        self._texts[name] = field
        return self._labelled(name, label, field)

    def _labelled(self, name: str, label: str, field: QWidget) -> LabelledField:
        labelled = LabelledField(self._theme, self._icons, label, field, self)
        self.fields[name] = labelled
        return labelled

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_chosen(self, _key: str) -> None:
        self.edited.emit()

    def _judged(self, factor: float) -> str:
        if factor <= 1:
            return self.tr("computed; the target asks for no growth")
        return self.tr("computed; judged at the {0} step").format(times(step_for(factor)))
