"""The ways to help: the method, where the data is, the keys, and what this program is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.places import Places
from readiness.ui.session import Session
from readiness.ui.theme import Theme


class HelpWays(QObject):
    """Opens the pages of help; ``show_keys`` shows the keys of the screen."""

    restore_asked = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        places: Places,
        show_keys: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._places = places
        self._show_keys = show_keys
        self._window = window

    def show(self) -> None:
        """Offer the ways."""
        from readiness.ui.dialogs.help_dialog import HelpDialog  # noqa: PLC0415 - when it is asked for

        dialog = HelpDialog(self._theme, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def show_method(self) -> None:
        """Show how the figures come about."""
        from readiness.ui.dialogs.method_dialog import MethodDialog  # noqa: PLC0415 - when it is asked for

        MethodDialog(self._theme, self._window).open()

    def show_data(self) -> None:
        """Show where the data is."""
        from readiness.ui.dialogs.data_dialog import DataDialog  # noqa: PLC0415 - when it is asked for

        dialog = DataDialog(self._session.path, self._theme, self._window)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()

    def show_about(self) -> None:
        """Show versions, folders and the promise."""
        from readiness.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - when it is asked for

        AboutDialog(self._session.path, self._places.log_folder, self._theme, self._window).open()

    def _on_chosen(self, key: str) -> None:
        ways = {
            "method": self.show_method,
            "data": self.show_data,
            "keys": self._show_keys,
            "about": self.show_about,
        }
        ways[key]()
