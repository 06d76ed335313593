"""Where a practice is described by others: framework, edition, id and title, a line each."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.questionnaire import Reference
from readiness.domain.studio.making import clean
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.draft_field import DraftField
from readiness.ui.widgets.text import Text

_PARTS = ("framework", "edition", "id", "title")
_STRETCH = {"framework": 3, "edition": 2, "id": 3, "title": 5}


class ReferenceList(QWidget):
    """Rows of four fields; ``changed`` tells all of them."""

    changed = Signal(object)  # tuple[Reference, ...]

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._shown: tuple[Reference, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Text(theme, self.tr("References to others"), "label", "ink2", self))
        self._add = Button(theme, self.tr("Add a reference"), "plain", self)
        self._add.setObjectName("add-reference")
        self._add.set_icon(icons, "plus")
        self._add.set_size("small")
        self._add.clicked.connect(self._on_add)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_references(self, references: tuple[Reference, ...]) -> None:
        """Show the references of a question; fields that say the same stay as they are."""
        if references == self._shown:
            return
        if len(references) != len(self._shown):
            self._rebuild(references)
        self._shown = references
        for row, reference in zip(self._rows, references, strict=True):
            for part in _PARTS:
                field = row.findChild(DraftField, f"reference-{part}")
                if field is not None:
                    field.set_words(getattr(reference, part))

    def control(self, index: int) -> QWidget:
        """Return the first field of a reference."""
        field = self._rows[index].findChild(DraftField) if index < len(self._rows) else None
        return field if field is not None else self._add

    def _rebuild(self, references: tuple[Reference, ...]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number) for number in range(len(references))]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(1 + place, row)

    def _row(self, number: int) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        names = {
            "framework": self.tr("Framework"),
            "edition": self.tr("Edition"),
            "id": self.tr("Id"),
            "title": self.tr("Title"),
        }
        for part in _PARTS:
            field = DraftField(self._theme, f"{names[part]}, {number + 1}", row)
            field.setObjectName(f"reference-{part}")
            field.setPlaceholderText(names[part])
            field.setMinimumWidth(self._theme.px(52))
            field.editingFinished.connect(partial(self._on_field, number, part))
            across.addWidget(field, _STRETCH[part])
        remove = Button(self._theme, "", "quiet", row)
        remove.setObjectName(f"remove-reference-{number + 1}")
        remove.setAccessibleName(self.tr("Remove reference {0}").format(number + 1))
        remove.set_icon(self._icons, "close")
        remove.set_size("small")
        remove.clicked.connect(partial(self._on_remove, number))
        across.addWidget(remove)
        return row

    def _on_field(self, number: int, part: str) -> None:
        field = self._rows[number].findChild(DraftField, f"reference-{part}")
        if field is not None and number < len(self._shown):
            words = clean(field.text()).strip()
            if words != getattr(self._shown[number], part):
                after = list(self._shown)
                after[number] = replace(after[number], **{part: words})
                self.changed.emit(tuple(after))

    def _on_add(self) -> None:
        self.changed.emit((*self._shown, Reference(framework="", id="")))
        self.control(len(self._shown) - 1).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, number: int) -> None:
        self.changed.emit((*self._shown[:number], *self._shown[number + 1 :]))
