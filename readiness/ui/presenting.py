"""Presenting: which screen the room looks at, the windows that are shown for it, and their end."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from readiness.ui.displays import Display, are_mirrored, displays, fill, other_than, stand_on, under

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from readiness.ui.icons import Icons
    from readiness.ui.pages.facilitator_window import FacilitatorWindow
    from readiness.ui.pages.presenter.conductor import Conductor
    from readiness.ui.pages.presenter_view import PresenterView
    from readiness.ui.session import Session
    from readiness.ui.talk import Talk
    from readiness.ui.theme import Theme


class Presenting(QObject):
    """Builds nothing until it is asked to; the walk it keeps lives as long as the window."""

    begun = Signal()
    ended = Signal()

    def __init__(
        self,
        session: "Session",
        theme: "Theme",
        icons: "Icons",
        window: "QMainWindow",
        find: Callable[[], Sequence[Display]] = displays,
    ) -> None:
        super().__init__(window)
        self._session, self._theme, self._icons, self._window = session, theme, icons, window
        self._find = find
        self._talk: Talk | None = None
        self._conductor: Conductor | None = None
        self._shown_of: int | None = None
        self.view: PresenterView | None = None
        self.facilitator: FacilitatorWindow | None = None
        session.assessment_left.connect(self.stop)
        session.workspace_closed.connect(self.stop)
        session.assessment_opened.connect(self._on_opened)

    @property
    def talk(self) -> "Talk":
        """The walk through the meeting."""
        if self._talk is None:
            from readiness.ui.talk import Talk  # noqa: PLC0415 - not before it is needed

            self._talk = Talk(self._session, self)
        return self._talk

    @property
    def conductor(self) -> "Conductor":
        """What the keys do."""
        if self._conductor is None:
            from readiness.ui.pages.presenter.conductor import Conductor  # noqa: PLC0415 - not before it is needed

            self._conductor = Conductor(self._session, self.talk, self)
            self._conductor.leave_asked.connect(self.stop)
        return self._conductor

    @property
    def is_on(self) -> bool:
        """Whether the room sees something."""
        return self.view is not None

    def start(self) -> None:
        """Present on the screen chosen last, on the only one, or ask which."""
        self._start(choose=False)

    def start_elsewhere(self) -> None:
        """Ask which screen the room looks at."""
        self._start(choose=True)

    def _start(self, *, choose: bool) -> None:
        if self._session.assessment is None or self.is_on:
            return
        self._session.flush()
        found = tuple(self._find())
        if len(found) < 2 or are_mirrored(found):
            self.present(found[0], alone=True, mirrored=len(found) > 1)
            return
        known = next((one for one in found if one.name == self._session.settings.presenter_screen), None)
        if known is None or choose:
            self._ask(found)
        else:
            self.present(known)

    def present(self, display: Display, *, alone: bool = False, mirrored: bool = False) -> None:
        """Show the question on a screen, and the facilitator's window on another where there is one."""
        from readiness.ui.pages.presenter_view import PresenterView  # noqa: PLC0415 - when it is asked for

        conductor = self.conductor
        conductor.is_blank, conductor.is_mirrored = False, mirrored
        self._shown_of = self._session.assessment_id
        self.talk.begin()
        self._session.time.begin()
        self.view = PresenterView(self._session, self.talk, conductor, self._theme, self._icons)
        self.view.closed.connect(self.stop)
        fill(self.view, display)
        if alone:
            self.view.activateWindow()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._open_facilitator(self.view, display)
        self.begun.emit()

    def stop(self) -> None:
        """Close what was opened for the room; the clock goes on."""
        view, facilitator = self.view, self.facilitator
        self.view = self.facilitator = None
        for window in (facilitator, view):
            if window is not None:
                window.close()
                window.deleteLater()
        if view is not None:
            self._window.activateWindow()
            self.ended.emit()

    def _ask(self, found: Sequence[Display]) -> None:
        from readiness.ui.dialogs.screen_dialog import ScreenDialog  # noqa: PLC0415 - when it is asked for

        here = under(found, self._window)
        dialog = ScreenDialog(found, other_than(found, here), here, self._theme, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, display: Display) -> None:
        settings = replace(self._session.settings, presenter_screen=display.name)
        self._session.change_settings(settings)
        self.present(display)

    def _open_facilitator(self, view: "PresenterView", display: Display) -> None:
        from readiness.ui.pages.facilitator_window import FacilitatorWindow  # noqa: PLC0415 - as above

        self.facilitator = FacilitatorWindow(
            self._session, self.talk, self.conductor, view, self._theme, self._icons
        )
        self.facilitator.closed.connect(self.stop)
        stand_on(self.facilitator, other_than(self._find(), display))
        self.facilitator.activateWindow()
        self.facilitator.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, _assessment: object) -> None:
        if self.is_on and self._session.assessment_id != self._shown_of:
            self.stop()
