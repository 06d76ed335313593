"""Why a system leaves a round."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.services.rounds import LONGEST_REASON
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text_block import TextBlock


class LeaveDialog(Sheet):
    """A reason is asked for: next quarter nobody remembers it."""

    told = Signal(str)

    def __init__(self, system: str, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("{0} leaves the round").format(system), parent)
        self.setObjectName("leave-dialog")
        words = self.tr("It stays in the list with its reason, and nobody is reminded of it.")
        self.body.addWidget(TextBlock(theme, words, "body", "ink2", self))
        self._why = Field(theme, self.tr("Why"), self)
        self._why.setObjectName("leave-reason")
        self._why.setMaxLength(LONGEST_REASON)
        self._why.setPlaceholderText(self.tr("retired in May"))
        self._labelled = LabelledField(theme, icons, self.tr("Why"), self._why, self)
        self.body.addWidget(self._labelled)
        cancel = self.add_button("leave-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        leave = self.add_button("leave-accept", self.tr("Leave the round"), "primary")
        leave.clicked.connect(self._on_accepted)
        self._why.setFocus()

    def _on_accepted(self) -> None:
        reason = " ".join(self._why.text().split())
        if not reason:
            self._labelled.set_error(self.tr("Say why, in a few words."))
            self._why.setFocus()
            return
        self.accept()
        self.told.emit(reason)
