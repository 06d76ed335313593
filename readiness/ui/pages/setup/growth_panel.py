"""Step 2: what grows, from today's peak to what the plan must carry."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import MOST_DRIVERS
from readiness.domain.growth import step_for
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import DriverForm, SetupForm, field_of
from readiness.ui.pages.setup.driver_fields import DriverFields
from readiness.ui.pages.setup.driver_row import DriverRow
from readiness.ui.pages.setup.signed_box import SignedBox
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.growth_target_bar import GrowthTargetBar
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.numbers import times
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_NARROW = 640
_QUARTER = 126


class GrowthPanel(Panel):
    """Up to three drivers with absolute targets; the factor is computed, never typed."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.set_number(2)
        self.set_heading(self.tr("Growth"), self.tr("the number both sides sign"))
        self._plain_factor: float | None = None
        self._first = DriverFields(theme, icons, 0, self)
        self._first.edited.connect(self.edited)
        self._rows = [DriverRow(theme, icons, place, self) for place in range(1, MOST_DRIVERS)]
        self._shown_rows = 0
        self._by = Select(theme, self.tr("By"), self)
        self._by.setObjectName("target-by")
        self._by.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._by.setMinimumContentsLength(4)
        self._by.setMinimumWidth(theme.px(_QUARTER))
        self._by.chosen.connect(self._on_chosen)
        self._by_field = LabelledField(theme, icons, self.tr("By"), self._by, self)
        self._more = Button(theme, self.tr("One more driver"), "link", self)
        self._more.setObjectName("one-more-driver")
        self._more.set_icon(icons, "plus")
        self._more.set_size("small")
        self._more.clicked.connect(self.add_driver)
        self.signed = SignedBox(theme, self)
        self.signed.edited.connect(self.edited)
        self._factor = Text(theme, "", "number", "ink", self)
        self._factor.setObjectName("factor")
        self._step = TextBlock(theme, "", "caption", "ink2", self)
        self._bar = GrowthTargetBar(theme, self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rule = QFrame(self)
        self._lay_out()
        self._show_rows(0)

    @property
    def drivers(self) -> tuple[DriverForm, ...]:
        """Whatever is written of the drivers, the headline first."""
        shown = (self._first, *(row.fields for row in self._rows[: self._shown_rows]))
        given = tuple(fields.form for fields in shown)
        return given if any(driver.is_given for driver in given) else ()

    @property
    def plain_factor(self) -> float | None:
        """A target that came without a load."""
        return self._plain_factor

    @property
    def by(self) -> str:
        """The quarter in which the target must be carried."""
        return self._by.key

    @property
    def is_agreed(self) -> bool:
        """Whether both sides agreed the target."""
        return self.signed.is_agreed

    @property
    def source(self) -> str:
        """The plan that the target is taken from."""
        return self.signed.source

    @property
    def fields(self) -> dict[str, LabelledField]:
        """Every field that can be wrong, by its name."""
        found = dict(self._first.labelled)
        for place, row in enumerate(self._rows[: self._shown_rows], 1):
            found |= {field_of(name, place): field for name, field in row.fields.labelled.items()}
        return found

    def set_quarters(self, quarters: Sequence[tuple[str, str]], current: str) -> None:
        """Offer quarters to reach the target by."""
        self._by.set_options([("", self.tr("No date")), *quarters])
        self._by.set_key_value(current)

    def fill(self, form: SetupForm) -> None:
        """Show a form's growth."""
        self._plain_factor = form.plain_factor
        self._first.fill(form.headline)
        more = form.drivers[1:MOST_DRIVERS]
        for place, row in enumerate(self._rows):
            row.fill(more[place] if place < len(more) else DriverForm())
        self._show_rows(len(more))
        if form.by and self._by.findData(form.by) < 0:
            self._by.addItem(form.by, form.by)
        self._by.set_key_value(form.by)
        self.signed.set_agreed(agreed=form.agreed)
        self.signed.set_source(form.source)

    def show_factor(self, form: SetupForm) -> None:
        """Show the computed factor and the step it is judged at."""
        factor = form.factor
        self._factor.setText("" if factor is None else times(factor))
        self._factor.setVisible(factor is not None)
        if factor is None:
            self._step.setText(self.tr("Without numbers the plan is judged at 10×, as an assumption."))
            self._bar.set_value(None)
            self._bar.hide()
            return
        self._step.setText(self._judged(factor, len(form.drivers)))
        largest = max(form.drivers, key=lambda driver: driver.factor or 0, default=DriverForm())
        self._bar.show()
        self._bar.set_value(factor, f"{largest.target.strip()} {largest.unit.strip()}".strip())

    def add_driver(self) -> None:
        """Show one more row and go to it."""
        if self._shown_rows < len(self._rows):
            self._show_rows(self._shown_rows + 1)
            self._rows[self._shown_rows - 1].fields.field("unit").setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edited.emit()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._first.field("unit").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the signatures under the fields where they would take the fields' room."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_narrow else across)
        self._rule.setVisible(not is_narrow)
        self.signed.spread(wide=is_narrow)

    def _lay_out(self) -> None:
        self._row.setSpacing(20)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(self._grid())
        left.addStretch()
        self._row.addLayout(left, 1)
        self._rule.setProperty("kind", "upright")
        self._row.addWidget(self._rule)
        self._row.addWidget(self.signed)
        self.body.addLayout(self._row)
        for more in self._rows:
            more.edited.connect(self.edited)
            more.taken_out.connect(self._on_taken_out)
            self.body.addWidget(more)
        self.body.addSpacing(8)
        self.body.addStretch()
        self.body.addLayout(self._verdict())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        labelled = self._first.labelled
        places = (*(labelled[name] for name in ("unit", "today", "peak", "target")), self._by_field)
        for place, field in enumerate((*places, labelled["tested"])):
            grid.addWidget(field, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        for column, stretch in enumerate((6, 5, 6)):
            grid.setColumnStretch(column, stretch)
        self.setTabOrder(self._first.field("target"), self._by)
        self.setTabOrder(self._by, self._first.field("tested"))
        return grid

    def _verdict(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._factor)
        row.addWidget(self._step, 4, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._bar, 11)
        self.corner.addWidget(self._more)
        return row

    def _show_rows(self, count: int) -> None:
        self._shown_rows = count
        for place, row in enumerate(self._rows):
            row.setVisible(place < count)
        self._more.setVisible(count < len(self._rows))

    def _on_taken_out(self) -> None:
        """Move what stands below up, and hide the last row."""
        out = next(place for place, row in enumerate(self._rows) if row is self.sender())
        rest = [row.fields.form for row in self._rows[out + 1 :]]
        for row, form in zip(self._rows[out:], [*rest, DriverForm()], strict=True):
            row.fill(form)
        self._show_rows(self._shown_rows - 1)
        self._more.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edited.emit()

    def _on_chosen(self, _key: str) -> None:
        self.edited.emit()

    def _judged(self, factor: float, drivers: int) -> str:
        if factor <= 1:
            return self.tr("computed; the target asks for no growth")
        step = times(step_for(factor))
        if drivers > 1:
            return self.tr("computed, the largest of {0}; judged at the {1} step").format(drivers, step)
        return self.tr("computed; judged at the {0} step").format(step)
