"""The title of a questionnaire that begins empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.studio.making import clean
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField


class TitleDialog(Sheet):
    """Asks for nothing but the title; the rest is written in the studio."""

    titled = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("New questionnaire"), parent)
        self.setObjectName("title-dialog")
        self._title = Field(theme, self.tr("Title"), self)
        self._title.setObjectName("new-title")
        self._title.setMaxLength(120)
        self._labelled = LabelledField(theme, icons, self.tr("Title"), self._title, self)
        self.body.addWidget(self._labelled)
        cancel = self.add_button("title-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        begin = self.add_button("title-begin", self.tr("Begin"), "primary")
        begin.clicked.connect(self._on_begin)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_begin(self) -> None:
        title = clean(self._title.text()).strip()
        if not title:
            self._labelled.set_error(self.tr("Give it a title; it can be changed at any time."))
            return
        self.accept()
        self.titled.emit(title)
