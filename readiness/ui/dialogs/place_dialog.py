"""Asked once, before the first assessment: where the workspace should be, and where else its backups."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from readiness.ui.dialogs.second_place_panel import SecondPlacePanel
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.places import documents
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.theme import Theme
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.rule import rule
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.backing_up import PlaceAdvice

_WIDTH = 760
_FOLDER = "Readiness"
_COLUMN = 240


class PlaceDialog(Sheet):
    """A sensible folder is chosen already; ``placed`` carries the workspace and the second place."""

    placed = Signal(str, str)

    def __init__(self, own: Path, safekeeping: Safekeeping, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Where should your workspace be?"), parent)
        self.setObjectName("place-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._own = own
        self._safekeeping = safekeeping
        own_documents = documents()
        self._folders = {
            "documents": None if own_documents is None else own_documents / _FOLDER,
            "other": None,
            "own": own.parent,
        }
        self._rows: dict[str, ChoiceRow] = {}
        self._choices = QWidget(self)
        self._note = TextBlock(theme, "", "caption", "ink2", self)
        self._note.setObjectName("place-note")
        self._is_refused = False
        self._chosen = "own" if own_documents is None else "documents"
        self._build_body()
        self._choose(self._chosen)

    @property
    def workspace(self) -> Path:
        """The file as it is chosen."""
        return (self._folders[self._chosen] or self._own.parent) / self._own.name

    def _build_body(self) -> None:
        words = self.tr(
            "Everything you enter goes into one file on this computer. Put it into a folder that your "
            "company backs up. It can be moved later."
        )
        self.body.addWidget(TextBlock(self._theme, words, "body", "ink2", self))
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        titles = {
            "documents": self.tr("In my documents"),
            "own": self.tr("In the program’s folder"),
            "other": self.tr("In another folder…"),
        }
        for key, title in titles.items():
            row = ChoiceRow(self._theme, title, self._detail(key), self._choices)
            row.setObjectName(f"place-{key}")
            row.setProperty("key", key)
            row.set_column(_COLUMN)
            row.setVisible(key != "documents" or self._folders[key] is not None)
            row.clicked.connect(self._on_clicked)
            self._rows[key] = row
            column.addWidget(row)
        self._second = SecondPlacePanel(self._own, self._safekeeping, self._theme, self)
        self._second.say_later(self.tr("It can also be chosen later, in Settings."))
        self.body.addWidget(self._choices)
        self.body.addWidget(self._note)
        self.body.addWidget(rule(self, "line"))
        self.body.addWidget(self._second)
        cancel = self.add_button("place-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        self._go_on = self.add_button("place-done", self.tr("Put it there"), "primary")
        self._go_on.clicked.connect(self._on_done)
        self._second.judging.connect(self._set_go_on)
        self._rows[self._chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def _detail(self, key: str) -> str:
        folder = self._folders[key]
        return self.tr("one that your company backs up") if folder is None else str(folder)

    def _on_clicked(self) -> None:
        key = str(self.sender().property("key"))
        if key == "other":
            title = self.tr("Choose a folder for your workspace")
            folder = QFileDialog.getExistingDirectory(self, title, str(documents() or Path.home()))
            if folder:
                self._folders["other"] = Path(folder)
                self._rows["other"].set_detail(folder)
            elif self._folders["other"] is None:
                key = self._chosen
        self._choose(key)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._rows[key].setChecked(True)
        self._safekeeping.judge_folder(self.workspace, partial(self._on_judged, self.workspace))

    def _on_judged(self, judged: Path, advice: "PlaceAdvice") -> None:
        """Say it, unless another folder was chosen while a slow one was looked at."""
        if judged != self.workspace:
            return
        text = advice.fault or advice.note
        self._note.set_look("caption", "error" if advice.fault else "ink2")
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._is_refused = bool(advice.fault)
        self._set_go_on()
        self.refit()

    def _set_go_on(self) -> None:
        """Wait for a second place that is still looked at: going on would leave it out."""
        self._go_on.setEnabled(not (self._is_refused or self._second.is_judging))

    def _on_done(self) -> None:
        self.accept()
        self.placed.emit(str(self.workspace), self._second.place)
