"""Asks for the name of a system before an assessment of it is deleted for good."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.models.setup_form import folded
from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.assessing import TrashLine


class PurgeDialog(Sheet):
    """What is written must be the system's name; only then can the button be pressed."""

    named = Signal(int, str)  # assessment id, the name as written

    def __init__(self, line: "TrashLine", theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Delete for good"), parent)
        self.setObjectName("purge-dialog")
        self._line = line
        what = f"{line.system}, {shown_quarter(line.period, line.revision)}"
        told = self.tr("{0} leaves the file. This cannot be undone; backups made before still hold it.")
        self.body.addWidget(TextBlock(theme, told.format(what), "body", "ink2", self))
        self._name = Field(theme, self.tr("Name of the system"), self)
        self._name.setObjectName("purge-name")
        self._name.textChanged.connect(self._on_changed)
        label = self.tr("Write the system’s name: {0}").format(line.system)
        self.body.addWidget(Text(theme, label, "label", "ink2", self))
        self.body.addWidget(self._name)
        cancel = self.add_button("purge-cancel", self.tr("Keep it"), "quiet")
        cancel.clicked.connect(self.reject)
        self._delete = self.add_button("purge-now", self.tr("Delete for good"), "primary")
        self._delete.setEnabled(False)
        self._delete.clicked.connect(self._on_delete)
        self._name.setFocus()

    def _on_changed(self, text: str) -> None:
        self._delete.setEnabled(folded(text) == folded(self._line.system))

    def _on_delete(self) -> None:
        self.accept()
        self.named.emit(self._line.id, self._name.text())
