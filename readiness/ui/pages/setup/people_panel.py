"""Step 4: who is in the room. Optional, and names more so than roles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text

_MOST = 6
_LONGEST = 80


class PeoplePanel(Panel):
    """Rows of role and name; an empty one to go on with."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._icons = icons
        self.set_number(4)
        self.set_heading(self.tr("People"), self.tr("who is in the room; optional"))
        self._rows: list[tuple[QWidget, Field, Field]] = []
        self.body.setSpacing(6)
        for place in range(_MOST):
            self._add_row(place)
        self._fault = Text(theme, "", "label", "error", self)
        self._fault.hide()
        self.body.addWidget(self._fault)
        self.body.addStretch()
        self._show_rows()

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Role and name of every row that says something."""
        pairs = [(role.text().strip(), name.text().strip()) for _, role, name in self._rows]
        return tuple(pair for pair in pairs if any(pair))

    def fill(self, people: tuple[tuple[str, str], ...]) -> None:
        """Show people."""
        for place, (_, role, name) in enumerate(self._rows):
            pair = people[place] if place < len(people) else ("", "")
            for field, text in zip((role, name), pair, strict=True):
                field.setText(text)
                field.setCursorPosition(0)
        self._show_rows()

    def set_error(self, text: str) -> None:
        """Say what is wrong; an empty text says that all is well."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def _add_row(self, place: int) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        role = self._make(f"role-{place + 1}", self.tr("Role of person {0}").format(place + 1), row)
        role.setPlaceholderText(_EXAMPLES[place] if place < len(_EXAMPLES) else self.tr("One more"))
        name = self._make(f"person-{place + 1}", self.tr("Name of person {0}").format(place + 1), row)
        name.setPlaceholderText(self.tr("Name, optional"))
        line.addWidget(role, 1)
        line.addWidget(name, 1)
        self.body.addWidget(row)
        self._rows.append((row, role, name))

    def _make(self, name: str, label: str, parent: QWidget) -> Field:
        field = Field(self._theme, label, parent)
        field.setObjectName(name)
        field.setMaxLength(_LONGEST)
        field.textEdited.connect(self._on_edited)
        return field

    def _show_rows(self) -> None:
        filled = [place for place, (_, role, name) in enumerate(self._rows) if role.text() or name.text()]
        last = max(filled, default=-1)
        for place, (row, _, _) in enumerate(self._rows):
            row.setVisible(place <= max(1, last + 1))

    def _on_edited(self, _text: str) -> None:
        self._show_rows()
        self.edited.emit()


_EXAMPLES = ("Product lead", "Engineering lead", "Facilitator")
