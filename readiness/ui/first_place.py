"""The user's own workspace: where it is, and asking once where it should be."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from readiness.services.file_names import cleaned
from readiness.ui.places import Places, documents
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme


class FirstPlace(QObject):
    """Asks before the first assessment, and again where no workspace is open at all."""

    def __init__(
        self, session: Session, safekeeping: Safekeeping, places: Places, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._safekeeping = safekeeping
        self._places = places
        self._theme = theme
        self._window = window
        self._then: Callable[[], object] | None = None
        self._placed: tuple[str, str] | None = None
        self._has_failed = False
        session.workspace_opened.connect(self._on_opened)
        session.failed.connect(self._on_failed)

    @property
    def is_open(self) -> bool:
        """Whether it has to be asked before anything can be entered."""
        if not self._session.path:
            return self._has_failed
        settings = self._session.settings
        is_first = not (settings.place_asked or settings.own_workspace or self._session.home)
        return is_first and self._session.path == str(self._places.workspace)

    def ask(self, then: Callable[[], object]) -> None:
        """Ask where the workspace should be, open it there, and go on."""
        from readiness.ui.dialogs.place_dialog import PlaceDialog  # noqa: PLC0415 - when it is asked for

        self._then = then
        dialog = PlaceDialog(self._places.workspace, self._safekeeping, self._theme, self._window)
        dialog.placed.connect(self._on_placed)
        dialog.open()

    def open_own(self) -> None:
        """Open the user's own workspace; the first start makes it quietly, in the program's folder.

        One that was put elsewhere is never made anew: where it is missing, that has to be said.
        """
        chosen = self._session.settings.own_workspace
        if chosen:
            self._session.open_workspace(Path(chosen))
        else:
            self._session.open_own_workspace(self._places.workspace)

    @property
    def is_unused(self) -> bool:
        """Whether the user's own workspace is what is open and holds nothing, or nothing is open at all."""
        own = self._session.settings.own_workspace or str(self._places.workspace)
        return not self._session.path or (self._session.path == own and not self._session.home)

    def proposed(self, name: str) -> Path:
        """Return where a workspace that comes back would be looked for."""
        folder = documents() or self._places.workspace.parent
        return folder / f"{cleaned(name, '.readiness', 'Readiness')}.readiness"

    def take(self, workspace: str) -> None:
        """Let a workspace that is open be the user's own from now on."""
        own = "" if Path(workspace) == self._places.workspace else workspace
        settings = replace(self._session.settings, place_asked=True, own_workspace=own)
        self._session.change_settings(settings)

    def _on_placed(self, workspace: str, second: str) -> None:
        self._placed = (workspace, second)
        if workspace == self._session.path:
            self._on_opened(workspace)
        else:
            self._session.open_own_workspace(Path(workspace))

    def _on_opened(self, _path: str) -> None:
        placed, self._placed = self._placed, None
        if placed is not None:  # only now: one that does not open would be missing at every start
            workspace, second = placed
            self.take(workspace)
            self._safekeeping.set_second_place(second)
        then, self._then, self._has_failed = self._then, None, False
        if then is not None and not self._session.read_only:
            QTimer.singleShot(0, self, then)  # once everybody has shown what was opened

    def _on_failed(self, _error: object) -> None:
        self._then, self._placed, self._has_failed = None, None, True
