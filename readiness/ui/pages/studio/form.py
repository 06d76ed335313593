"""The base of the forms: labelled fields that tell what was written, each with its problem under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.studio.making import clean
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.draft_field import DraftField
from readiness.ui.widgets.growing_text import GrowingText
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text


class Form(QWidget):
    """``edited`` tells a field of the draft and its new value; lines are told when they are left."""

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._labelled: dict[str, LabelledField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_read_only(self, *, read_only: bool, besides: str = "weight") -> None:
        """Show everything and let nothing be written but one field."""
        for field, labelled in self._labelled.items():
            control = labelled.field
            if isinstance(control, GrowingText | DraftField):
                control.setReadOnly(read_only and field != besides)

    def field_of(self, field: str, item: int = -1) -> QWidget | None:
        """Return the control in which a field of the draft is written."""
        del item
        labelled = self._labelled.get(field)
        return labelled.field if labelled is not None else None

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it."""
        for field, labelled in self._labelled.items():
            labelled.set_error(errors.get(field, ""))

    def add_text(self, field: str, label: str, *, style: str = "body", rows: int = 1) -> GrowingText:
        """Add a paragraph to write in."""
        area = GrowingText(self._theme, label, self, style)
        area.setObjectName(f"studio-{field.replace('_', '-')}")
        area.setProperty("draftField", field)
        area.set_rows(rows)
        area.edited.connect(self._on_text)
        area.left.connect(self.left)
        self._add_labelled(field, label, area)
        return area

    def add_line(self, field: str, label: str, into: QBoxLayout | None = None) -> DraftField:
        """Add a line that is told when it is left or Enter is pressed."""
        line = DraftField(self._theme, label, self)
        line.setObjectName(f"studio-{field.replace('_', '-')}")
        line.setProperty("draftField", field)
        line.editingFinished.connect(self._on_line)
        line.left.connect(self.left)
        self._add_labelled(field, label, line, into)
        return line

    def add_choice(
        self, field: str, label: str, options: Sequence[tuple[str, str]], into: QBoxLayout | None = None
    ) -> Segmented:
        """Add a choice of one among a few."""
        choice = Segmented(self._theme, label, options, self)
        choice.setObjectName(f"studio-{field.replace('_', '-')}")
        choice.setProperty("draftField", field)
        choice.let_shrink()
        choice.chosen.connect(self._on_chosen)
        group = QVBoxLayout()
        group.setSpacing(6)
        group.addWidget(Text(self._theme, label, "label", "ink2", self))
        beside = QHBoxLayout()
        beside.addWidget(choice)
        beside.addStretch()
        group.addLayout(beside)
        (into or self._column).addLayout(group)
        return choice

    def add_row(self) -> QHBoxLayout:
        """Add a row for what stands side by side."""
        row = QHBoxLayout()
        row.setSpacing(20)
        self._column.addLayout(row)
        return row

    def tell(self, field: str, value: object) -> None:
        """Tell a change."""
        self.edited.emit(field, value)

    def _add_labelled(
        self, field: str, label: str, control: QWidget, into: QBoxLayout | None = None
    ) -> LabelledField:
        labelled = LabelledField(self._theme, self._icons, label, control, self)
        self._labelled[field] = labelled
        if into is None:
            self._column.addWidget(labelled)
        else:
            into.addWidget(labelled, 1, Qt.AlignmentFlag.AlignTop)
        return labelled

    def _on_text(self, text: str) -> None:
        self.tell(str(self.sender().property("draftField")), clean(text))

    def _on_line(self) -> None:
        line = self.sender()
        if isinstance(line, DraftField) and line.isModified():
            line.setModified(False)
            self.tell(str(line.property("draftField")), clean(line.text()).strip())

    def _on_chosen(self, key: str) -> None:
        self.tell(str(self.sender().property("draftField")), key)
