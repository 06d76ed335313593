"""Where the backups of a workspace are, and how each place stands."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.backup_now import BackupNow
from readiness.ui.backup_words import in_sentence, when
from readiness.ui.dialogs.second_place_panel import SecondPlacePanel
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.rule import rule
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.errors import ReadinessError
    from readiness.services.backing_up import PlaceState

_WIDTH = 720


class PlacesDialog(Sheet):
    """Beside the workspace, and the second place; what it says follows what happens."""

    restore_asked = Signal()

    def __init__(
        self,
        workspace: Path,
        session: Session,
        safekeeping: Safekeeping,
        backup_now: BackupNow,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, self.tr("Backups"), parent)
        self.setObjectName("places-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._workspace = workspace
        self._session = session
        self._safekeeping = safekeeping
        self._first = TextBlock(theme, self.tr("Looking…"), "body", "ink2", self)
        self._first.setObjectName("first-place-state")
        self._folder = TextBlock(theme, "", "caption", "ink2", self)
        self._state = TextBlock(theme, "", "body", "ink2", self)
        self._state.setObjectName("second-place-state")
        self._second = SecondPlacePanel(workspace, safekeeping, theme, self)
        self._second.show_place(session.settings.second_place)
        self._build_body(backup_now)
        safekeeping.copied.connect(self._on_copied)
        safekeeping.place_failed.connect(self._on_place_failed)
        self._second.changed.connect(self._on_changed)
        self._read()

    def _build_body(self, backup_now: BackupNow) -> None:
        first = QVBoxLayout()
        first.setSpacing(6)
        first.addWidget(Text(self._theme, self.tr("Beside the workspace"), "section", "ink", self))
        first.addWidget(self._first)
        first.addWidget(self._folder)
        self.body.addLayout(first)
        self.body.addWidget(rule(self, "line"))
        self.body.addWidget(self._second)
        self.body.addWidget(self._state)
        self._state.hide()
        make = self.add_button("places-back-up", self.tr("Back up now"))
        make.setEnabled(backup_now.is_possible)
        make.clicked.connect(backup_now.make)
        backup_now.made.connect(self._read)
        self._session.failed.connect(self._on_failed)
        restore = self.add_button("places-restore", self.tr("Restore a backup…"))
        restore.clicked.connect(self._on_restore)
        close = self.add_button("places-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_failed(self, error: "ReadinessError") -> None:
        self._first.set_look("body", "error")
        self._first.setText(error.sentence())
        self.refit()

    def _read(self) -> None:
        self._safekeeping.read_places(self._workspace, self._show_states)

    def _show_states(self, states: "tuple[PlaceState, ...]") -> None:
        for state in states:
            words = self._words(state)
            if state.is_second and state.fault:
                self._state.hide()  # the folder says so itself
            elif state.is_second:
                self._say_second(words, is_fault=not state.is_newest_sound)
            else:
                self._first.set_look("body", "ink2" if state.is_newest_sound or not state.count else "error")
                self._first.setText(words)
                self._folder.setText(str(state.folder))
        if len(states) == 1:
            self._state.hide()
        self.refit()

    def _words(self, state: "PlaceState") -> str:
        if not state.count:
            return self.tr("No backup yet.")
        if not state.last_good:
            return self.tr("None of its {0} backups can be used.").format(state.count)
        at = in_sentence(when(state.last_good, self._session.now().astimezone()))
        kept = self.tr("1 is kept.") if state.count == 1 else self.tr("{0} are kept.").format(state.count)
        told = self.tr("Last good backup: {0}. {1}").format(at, kept)
        return told if state.is_newest_sound else told + " " + self.tr("The newest one is damaged.")

    def _on_changed(self, place: str) -> None:
        self._state.hide()
        self._safekeeping.set_second_place(place)
        self._read()

    def _on_copied(self, _count: int) -> None:
        self._read()

    def _on_place_failed(self, error: "ReadinessError") -> None:
        self._say_second(error.sentence(), is_fault=True)

    def _say_second(self, words: str, *, is_fault: bool) -> None:
        self._state.set_look("body", "error" if is_fault else "ink2")
        self._state.setText(words)
        self._state.show()
        self.refit()

    def _on_restore(self) -> None:
        self.accept()
        self.restore_asked.emit()
