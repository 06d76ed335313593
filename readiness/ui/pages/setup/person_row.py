"""One person: lane, name, role, and what is asked of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import PersonForm, PersonLane
from readiness.ui.pages.setup.lane_button import LaneButton
from readiness.ui.theme import Theme
from readiness.ui.widgets.fitting_text import FittingText
from readiness.ui.widgets.row_field import RowField

_LONGEST = 80
_WIDE = 470


class PersonRow(QWidget):
    """The mark of the lane, two fields, and a quiet word at the right."""

    edited = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, place: int, usual: PersonLane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._usual: PersonLane = usual
        who = self.tr("person {0}").format(place + 1)
        self.lane = LaneButton(theme, icons, who, self)
        self.lane.setObjectName(f"lane-{place + 1}")
        self.lane.set_lane(usual)
        self.name = RowField(theme, self.tr("Name of {0}").format(who), _LONGEST, self)
        self.name.setObjectName(f"person-{place + 1}")
        self.name.setPlaceholderText(self.tr("Name"))
        self.role = RowField(theme, self.tr("Role of {0}").format(who), _LONGEST, self)
        self.role.setObjectName(f"role-{place + 1}")
        self._asked = FittingText(theme, parent=self)
        self._asked.setObjectName(f"asked-{place + 1}")
        self._lay_out()
        self.lane.chosen.connect(self.edited)
        self.name.textEdited.connect(self._on_edited)
        self.role.textEdited.connect(self._on_edited)

    @property
    def is_given(self) -> bool:
        """Whether anything was written."""
        return bool(self.name.text().strip() or self.role.text().strip())

    @property
    def form(self) -> PersonForm:
        """The person as written."""
        return PersonForm(role=self.role.text().strip(), name=self.name.text().strip(), lane=self.lane.lane)

    def fill(self, person: PersonForm | None) -> None:
        """Show a person, or an empty row."""
        self.lane.set_lane(person.lane if person else self._usual)
        self.name.show_text(person.name if person else "")
        self.role.show_text(person.role if person else "")

    def show_asked(self, wordings: Sequence[str]) -> None:
        """Say what is asked of the person, longest wording first."""
        self._asked.set_wordings(wordings)

    def asked_width(self) -> int:
        """How much room what is asked would take, in its short wording where the row is narrow."""
        is_wide = self.width() >= self._theme.px(_WIDE)
        return (self._asked.sizeHint() if is_wide else self._asked.minimumSizeHint()).width()

    def set_asked_width(self, width: int) -> None:
        """Take the same room for it as every other row, so that the fields stand in columns."""
        self._asked.setFixedWidth(width)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.lane)
        line.addWidget(self.name, 3)
        line.addWidget(self.role, 5)
        self._asked.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(self._asked)

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
