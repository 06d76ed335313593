"""A window's worth of real objects on folders of the test's own: what tests of pages stand on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from readiness.domain.assessment import Assessment
from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.services.preferences import Preferences, Settings
from readiness.services.whereabouts import Disk
from readiness.ui.backend import Backend
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.keeping import Keeping
from readiness.ui.places import Places
from readiness.ui.press import Press
from readiness.ui.session import Session
from readiness.ui.tasks import TaskRunner

TODAY = datetime(2026, 9, 10, 10, 42, tzinfo=UTC)
OpenSample = Callable[[], None]


def now() -> datetime:
    """Return the moment in which every test of the window happens."""
    return TODAY


def places_in(folder: Path) -> Places:
    """Return places inside one folder."""
    return Places(
        workspace=folder / "own.readiness",
        sample=folder / "sample.readiness",
        settings=folder / "config" / "settings.json",
        geometry=folder / "config" / "window.ini",
        log_folder=folder / "log",
    )


@dataclass
class Room:
    """A real session with the threads behind it."""

    qtbot: QtBot
    places: Places
    session: Session
    database: DatabaseThread
    tasks: TaskRunner
    backend: Backend
    is_up: bool = True

    @classmethod
    def set_up(cls, qtbot: QtBot, folder: Path, disk_of: Callable[[Path], Disk] | None = None) -> "Room":
        """Build everything under the window, on a folder of its own; ``disk_of`` says what its disks are."""
        places, backend = places_in(folder), Backend(disk_of)
        if not places.settings.exists():  # where the workspace should be is asked in tests of that alone
            Preferences(places.settings).write(Settings(place_asked=True))
        database, tasks = DatabaseThread(), TaskRunner()
        keeping = Keeping(Preferences(places.settings), tasks)
        session = Session(backend, database, Press(backend, tasks), keeping, now)
        return cls(qtbot, places, session, database, tasks, backend)

    def settle(self) -> None:
        """Wait until everything asked for is done and told."""
        self.qtbot.waitUntil(self.is_settled, timeout=20_000)

    def is_settled(self) -> bool:
        """Say whether nothing waits for the workspace, and no file is being read elsewhere."""
        return self.database.is_idle and not self.session._press.is_reading

    def open_own(self) -> None:
        """Open the user's own workspace, which the first time is made."""
        self.session.open_own_workspace(self.places.workspace)
        self.settle()

    def start(self, system: str = "Checkout API", *, quick: bool = False) -> None:
        """Open the user's own workspace and start an assessment of 2026-Q3 in it."""
        if not self.session.path:
            self.open_own()
        draft = Draft(system=system, period=Period(2026, 3), scope="quick" if quick else "full")
        self.session.start_assessment(draft)
        self.settle()

    def come_back(self) -> None:
        """End the program, start it again, and open what was open last."""
        self.tear_down()
        again = Room.set_up(self.qtbot, self.places.workspace.parent)
        self.session, self.database, self.tasks = again.session, again.database, again.tasks
        self.backend, self.is_up = again.backend, True
        self.open_own()
        if self.session.home:
            self.session.open_assessment(self.session.home[0].assessments[-1].id)
            self.settle()

    @property
    def assessment(self) -> Assessment:
        """The assessment that is open."""
        assert self.session.assessment is not None
        return self.session.assessment

    def tear_down(self) -> None:
        """Close the workspace and end the threads."""
        if not self.is_up:
            return
        self.is_up = False
        self.session.flush()
        self.session.finish()
        self.settle()
        self.session.forget_unsaved()
        self.session.finish(without_backup=True)
        self.settle()
        self.tasks.wait()
        self.database.stop()
        self.backend.close()
