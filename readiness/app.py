"""Builds every object and opens the window: the only such place.

The shell comes first. Nothing imported here, or on the way to the first paint, loads SQLModel, SQLAlchemy,
pydantic, matplotlib or reportlab; they are warmed in the database thread once Home is painted.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from readiness import VERSION, paths
from readiness.services.preferences import Preferences
from readiness.ui import fonts
from readiness.ui.backend import Backend
from readiness.ui.collecting import Collecting
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.ending import Ending
from readiness.ui.error_hook import ErrorHook, Log
from readiness.ui.file_opening import FileOpening
from readiness.ui.icons import Icons
from readiness.ui.keeping import Keeping
from readiness.ui.main_window import MainWindow
from readiness.ui.places import Places
from readiness.ui.press import Press
from readiness.ui.session import Session
from readiness.ui.tasks import TaskRunner
from readiness.ui.theme import Theme
from readiness.ui.whereabouts import Whereabouts, disk_under

_LAST_MS: Final = 4000


class Program(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, application: QApplication, places: Places, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.collecting = Collecting(self)
        self.collecting.start()
        fonts.load()
        self.backend = Backend(disk_under)
        self.database = DatabaseThread(self)
        self.tasks = TaskRunner(self)
        self.press = Press(self.backend, self.tasks, self)
        keeping = Keeping(Preferences(places.settings), self.tasks, self)
        self.session = Session(self.backend, self.database, self.press, keeping, now, self)
        self.theme = Theme(self.session.settings.theme, self.session.settings.zoom, self)
        self.theme.apply(application)
        self.icons = Icons(self.theme)
        self.file_opening = FileOpening(self)
        self.window = MainWindow(self.session, self.theme, self.icons, places, now)
        self.window.painted.connect(self.session.warm)
        self.whereabouts = Whereabouts(self.session, self.tasks, self.window.messages.tell_place)

    def save_now(self) -> None:
        """Write what is being typed before the system ends the session; afterwards it waits for nobody."""
        self.session.flush()
        self.database.wait(_LAST_MS)

    def stop(self) -> None:
        """End the threads, after the window has closed."""
        self.press.cancel()
        self.window.safekeeping.wait()
        self.window.writing_back.wait()
        self.tasks.wait()
        self.database.stop()
        self.backend.close()
        self.collecting.stop()


def run(arguments: list[str]) -> int:
    """Open the window on a workspace, by default the user's own; return the exit code."""
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Readiness")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("readiness")
    places = default_places()
    log, hook, ending = Log(places.log_folder), ErrorHook(), Ending()
    log.open()
    hook.install()
    ending.install()
    program = Program(application, places, _now)
    hook.raised.connect(program.window.messages.tell_incident)
    ending.asked.connect(program.window.end)
    application.commitDataRequest.connect(program.save_now)
    application.installEventFilter(program.file_opening)
    program.file_opening.asked.connect(program.window.files.open_path)
    _open_first(program, arguments)
    program.window.show()
    try:
        return application.exec()
    finally:
        program.stop()
        ending.uninstall()
        hook.uninstall()
        log.close()


def default_places() -> Places:
    """Return the user's own files and folders."""
    return Places(
        workspace=paths.default_workspace(),
        sample=paths.sample_workspace(),
        settings=paths.settings_file(),
        geometry=paths.settings_file().with_name("window.ini"),
        log_folder=paths.log_folder(),
    )


def _open_first(program: Program, arguments: list[str]) -> None:
    if arguments:
        program.session.open_workspace(Path(arguments[0]).expanduser())
    else:
        program.window.files.open_own()


def _now() -> datetime:
    return datetime.now().astimezone()
