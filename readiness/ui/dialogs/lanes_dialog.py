"""What the sides of a system are called, whether one answers alone, and who may add notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.counting import SIDES, Side
from readiness.domain.lanes import Lanes
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.sides import usual_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text import Text

_LONGEST = 40


class LanesDialog(Sheet):
    """Names, who answers, guest; nothing is taken before Done."""

    chosen = Signal(object)  # Lanes

    def __init__(self, lanes: Lanes, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Sides of this system"), parent)
        self.setObjectName("lanes-dialog")
        self._icons = icons
        self._names: dict[Side, Field] = {}
        self._answering: dict[Side | None, ChoiceRow] = {}
        self._guest = self._field("lane-guest", self.tr("Guest lane"), lanes.guest)
        self._guest.setPlaceholderText(self.tr("Finance, for example; adds notes, no levels"))
        self._build_names(lanes)
        self._build_answering(lanes)
        guest = LabelledField(theme, icons, self.tr("Guest lane, optional"), self._guest, self)
        self.body.addWidget(guest)
        cancel = self.add_button("lanes-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        done = self.add_button("lanes-done", self.tr("Done"), "primary")
        done.clicked.connect(self._on_done)
        self._names["product"].setFocus()

    def _build_names(self, lanes: Lanes) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        for side in SIDES:
            usual = usual_name(side)
            label = self.tr("{0} is called").format(usual)
            field = self._field(f"lane-name-{side}", label, lanes.name(side))
            field.setPlaceholderText(usual)
            self._names[side] = field
            row.addWidget(LabelledField(self._theme, self._icons, label, field, self), 1)
        self.body.addLayout(row)

    def _build_answering(self, lanes: Lanes) -> None:
        group = QWidget(self)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self._theme, self.tr("Who answers"), "label", "ink2", group))
        one_view = self.tr("printed as one view only")
        for side, title, detail in (
            (None, self.tr("Both sides"), self.tr("differences are a result of their own")),
            *((side, self.tr("{0} alone").format(usual_name(side)), one_view) for side in SIDES),
        ):
            choice = ChoiceRow(self._theme, title, detail, group)
            choice.setObjectName(f"answering-{side or 'both'}")
            choice.setChecked(lanes.alone == side)
            self._answering[side] = choice
            column.addWidget(choice)
        self.body.addWidget(group)

    def _field(self, name: str, label: str, text: str) -> Field:
        field = Field(self._theme, label, self)
        field.setObjectName(name)
        field.setMaxLength(max(_LONGEST, len(text)))
        field.setText(text)
        return field

    def _on_done(self) -> None:
        alone = next((side for side, choice in self._answering.items() if choice.isChecked()), None)
        self.accept()
        self.chosen.emit(
            Lanes(
                product=self._name("product"),
                engineering=self._name("engineering"),
                alone=alone,
                guest=" ".join(self._guest.text().split()),
            )
        )

    def _name(self, side: Side) -> str:
        """Return the name that was written; the usual one needs none."""
        name = " ".join(self._names[side].text().split())
        return "" if name == usual_name(side) else name
