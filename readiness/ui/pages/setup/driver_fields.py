"""The fields of one thing that grows; the first has room for its peak, a further one is a single row."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import DriverForm, field_of
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField

if TYPE_CHECKING:
    from readiness.domain.assessment import Driver

NAMES: Final = ("unit", "today", "peak", "target", "tested")
_LONGEST: Final = 60


class DriverFields(QObject):
    """Makes the fields and reads them; who lays them out decides which are shown."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: Driver | None = None
        self.labelled: dict[str, LabelledField] = {}
        self._texts: dict[str, Field] = {}
        numbered = self.tr("{label}, {number}")
        for name, (label, example) in self._labels(place).items():
            field = Field(theme, numbered.format(label=label, number=place + 1) if place else label, parent)
            field.setObjectName(f"growth-{field_of(name, place)}")
            field.setPlaceholderText(example)
            field.textEdited.connect(self._on_edited)
            self._texts[name] = field
            self.labelled[name] = LabelledField(theme, icons, label, field, parent)

    @property
    def form(self) -> DriverForm:
        """The fields as they stand."""
        return DriverForm(
            unit=self._texts["unit"].text(),
            today=self._texts["today"].text(),
            peak=self._texts["peak"].text(),
            target=self._texts["target"].text(),
            tested=self._texts["tested"].text(),
            kept=self._kept,
        )

    def fill(self, form: DriverForm) -> None:
        """Show a driver; a text from a file stays whole, however long."""
        self._kept = form.kept
        for name, field in self._texts.items():
            text = str(getattr(form, name))
            field.setMaxLength(max(_LONGEST, len(text)))
            field.setText(text)
            field.setCursorPosition(0)

    def field(self, name: str) -> Field:
        """Return one field."""
        return self._texts[name]

    def _labels(self, place: int) -> Mapping[str, tuple[str, str]]:
        examples = (self.tr("orders a minute"), self.tr("requests a second"), self.tr("GB stored"))
        return {
            "unit": (self.tr("What grows"), examples[place % len(examples)]),
            "today": (self.tr("Today’s peak"), "1,200"),
            "peak": (self.tr("Seen on"), self.tr("busiest minute, 28 Aug")),
            "target": (self.tr("Must carry"), "12,000"),
            "tested": (self.tr("Tested to"), "1,800"),
        }

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
