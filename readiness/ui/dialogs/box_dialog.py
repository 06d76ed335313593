"""The time box of a meeting: its minutes, and whether they count."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField

if TYPE_CHECKING:
    from readiness.ui.meeting_clock import MeetingClock

_LONGEST: Final = 480


class BoxDialog(Sheet):
    """An empty field is no time box: then nothing is shown. The clock nudges, it never blocks."""

    def __init__(self, clock: "MeetingClock", theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Time box"), parent)
        self.setObjectName("box-dialog")
        self._clock = clock
        self._minutes = Field(theme, self.tr("Minutes"), self)
        self._minutes.setObjectName("box-minutes")
        self._minutes.setValidator(QIntValidator(1, _LONGEST, self))
        self._minutes.setText("" if clock.state.box is None else str(clock.state.box))
        self._labelled = LabelledField(theme, icons, self.tr("Minutes"), self._minutes, self)
        self._labelled.set_note(self._used_words())
        self.body.addWidget(self._labelled)
        pause = self.add_button("box-pause", self._run_words(), "plain")
        pause.clicked.connect(self._on_run)
        none = self.add_button("box-none", self.tr("No time box"), "plain")
        none.clicked.connect(self._on_none)
        done = self.add_button("box-done", self.tr("Done"), "primary")
        done.clicked.connect(self._on_done)
        self._minutes.selectAll()
        self._minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run_words(self) -> str:
        if self._clock.is_running:
            return self.tr("Pause the clock")
        return self.tr("Go on") if self._clock.is_begun else self.tr("Start the clock")

    def _used_words(self) -> str:
        used = int(self._clock.state.seconds // 60)
        if not self._clock.is_begun:
            return self.tr("The clock starts with the first answer of the meeting, or here.")
        if used == 1:
            return self.tr("1 minute used so far.")
        return self.tr("{0} minutes used so far.").format(used)

    def _on_done(self) -> None:
        if self._take():
            if not self._clock.is_begun and self._clock.state.box is not None:
                self._clock.start()  # a box that is set is a meeting that begins
            self.accept()

    def _on_run(self) -> None:
        if not self._take():
            return
        if self._clock.is_running:
            self._clock.pause()
        else:
            self._clock.start()
        self.accept()

    def _on_none(self) -> None:
        self._clock.pause()
        self._clock.set_box(None)
        self.accept()

    def _take(self) -> bool:
        text = self._minutes.text().strip()
        if text and self._minutes.hasAcceptableInput():
            self._clock.set_box(int(text))
            return True
        if not text:
            self._clock.set_box(None)
            return True
        self._labelled.set_error(self.tr("Between 1 and {0} minutes.").format(_LONGEST))
        return False
