"""Today's peak, looked at again: one number a driver."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.assessment import Driver
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.numbers import parse_number, shown_number
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField


class PeakDialog(Sheet):
    """``kept`` carries the drivers when every number is one."""

    kept = Signal(object)  # tuple[Driver, ...]

    def __init__(self, theme: Theme, icons: Icons, load: tuple[Driver, ...], parent: QWidget) -> None:
        super().__init__(theme, self.tr("Today’s peak"), parent)
        self.setObjectName("peak-dialog")
        self._load = load
        self._fields: list[tuple[Field, LabelledField]] = []
        for driver in load:
            label = self.tr("Busiest so far, in {0}").format(driver.unit)
            field = Field(theme, label, self)
            field.setObjectName(f"peak-{driver.id}")
            field.setText(shown_number(driver.today))
            labelled = LabelledField(theme, icons, label, field, self)
            self.body.addWidget(labelled)
            self._fields.append((field, labelled))
        cancel = self.add_button("cancel-peak", self.tr("Cancel"), "quiet")
        keep = self.add_button("keep-peak", self.tr("Keep"), "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        self._fields[0][0].setFocus()
        self._fields[0][0].selectAll()

    def _on_keep(self) -> None:
        numbers = [self._number(field, labelled) for field, labelled in self._fields]
        known = [number for number in numbers if number is not None]
        if len(known) < len(numbers):
            self._fields[numbers.index(None)][0].setFocus()
            return
        load = tuple(replace(driver, today=n) for driver, n in zip(self._load, known, strict=True))
        self.accept()
        self.kept.emit(load)

    def _number(self, field: Field, labelled: LabelledField) -> float | None:
        labelled.set_error("")
        try:
            return parse_number(field.text())
        except ValueError:
            labelled.set_error(self.tr("Write a number above 0, like 1,200."))
            return None
