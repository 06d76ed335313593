"""A second place for backups: which folder it is, what speaks for and against it, and the way to another."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.safekeeping import Safekeeping
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.backing_up import PlaceAdvice


class SecondPlacePanel(QWidget):
    """Nothing is taken that cannot be written; ``changed`` carries the folder, or nothing for none."""

    changed = Signal(str)
    judging = Signal()  # a folder begins to be looked at, or it is known what speaks for and against it

    def __init__(self, workspace: Path, safekeeping: Safekeeping, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._safekeeping = safekeeping
        self.place = ""
        self._wanted = ""
        self._why = TextBlock(theme, "", "body", "ink2", self)
        self._path = Text(theme, "", "bodyStrong", "ink", self)
        self._path.setObjectName("second-place-path")
        self._note = TextBlock(theme, "", "caption", "ink2", self)
        self._note.setObjectName("second-place-note")
        self._choose = Button(theme, self.tr("Choose a folder…"), "plain", self)
        self._choose.setObjectName("second-place-choose")
        self._none = Button(theme, self.tr("Use none"), "quiet", self)
        self._none.setObjectName("second-place-none")
        self._build(theme)
        self.show_place("")

    @property
    def is_judging(self) -> bool:
        """Whether a folder that was chosen is still looked at."""
        return bool(self._wanted)

    def show_place(self, place: str) -> None:
        """Show the folder that is used, without asking anything."""
        self.place, self._wanted = place, ""
        self.judging.emit()
        self._path.setText(place or self.tr("None yet"))
        self._none.setVisible(bool(place))
        if place:
            self._safekeeping.judge(self._workspace, Path(place), partial(self._on_judged_again, place))
        else:
            self._say("", "ink2")

    def say_later(self, words: str) -> None:
        """Say that there is time."""
        self._why.setText(f"{self._why.text()} {words}")

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(theme, self.tr("A second place for backups"), "section", "ink", self))
        self._why.setText(
            self.tr(
                "Backups lie beside the workspace and are lost with its disk. Copies in a folder on another "
                "disk or a share are not."
            )
        )
        column.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._path, 1)
        for button, slot in ((self._none, self._on_none), (self._choose, self._on_choose)):
            button.setAutoDefault(False)
            button.set_size("medium")
            button.clicked.connect(slot)
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._note)

    def _on_choose(self) -> None:
        title = self.tr("A second place for backups: choose a folder")
        start = self.place or str(Path.home())
        wanted = QFileDialog.getExistingDirectory(self, title, start)
        if wanted:
            self._wanted = wanted
            self._none.show()  # the way out, where a share does not answer
            self._say(self.tr("Looking at {0}…").format(wanted), "ink2")
            self.judging.emit()
            self._safekeeping.judge(self._workspace, Path(wanted), partial(self._on_judged, wanted))

    def _on_none(self) -> None:
        self.show_place("")
        self.changed.emit("")

    def _on_judged(self, wanted: str, advice: "PlaceAdvice") -> None:
        """Take the folder, unless something speaks against it, or it is not wanted any more."""
        if wanted != self._wanted:
            return
        self._wanted = ""
        if not advice.fault:
            self.place = wanted
            self._path.setText(wanted)
            self.changed.emit(wanted)
        self._none.setVisible(bool(self.place))
        self._show_advice(advice)
        self.judging.emit()

    def _on_judged_again(self, place: str, advice: "PlaceAdvice") -> None:
        if place == self.place and not self._wanted:
            self._show_advice(advice)

    def _show_advice(self, advice: "PlaceAdvice") -> None:
        fine = self.tr("This folder is on another disk.") if self.place else ""
        self._say(advice.fault or advice.note or fine, "error" if advice.fault else "ink2")

    def _say(self, text: str, tone: str) -> None:
        self._note.set_look("caption", tone)
        self._note.setText(text)
        self._note.setVisible(bool(text))
