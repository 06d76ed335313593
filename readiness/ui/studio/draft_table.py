"""The draft that is being written: in memory at once, in its file half a second later, checked meanwhile."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from readiness.domain.publishing import publication
from readiness.domain.studio.places import HEAD, Place, exists, with_fields
from readiness.errors import ReadinessError
from readiness.ui.session import Session
from readiness.ui.studio import calls
from readiness.ui.studio.edits import DraftEdit, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.publishing import Publication
    from readiness.domain.questionnaire import Questionnaire
    from readiness.services.studio import ChangedOutside, Drafting, DraftProblem, Saved
    from readiness.ui.desk import Desk

_SAVE_MS: Final = 500
_CHECK_MS: Final = 300
_PAUSE_MS: Final = 1500
"""After this long typing begins another step of undo."""


class DraftTable(QObject):
    """What the studio's page works on. Signals are past events."""

    opened = Signal()  # another draft, or none any more
    changed = Signal()  # the draft says something else
    place_changed = Signal()  # another part is selected
    field_asked = Signal(str, int)  # a field to write in, and its entry, −1 for none
    problems_changed = Signal()
    saved = Signal(str)  # local HH:MM
    not_saved = Signal(object)  # ReadinessError
    changed_outside = Signal(object)  # ChangedOutside
    refused = Signal(object)  # ReadinessError: it cannot be opened
    empty = Signal()  # there is nothing of one's own yet

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.folder = folder
        self.stack = QUndoStack(self)
        self.problems: tuple[DraftProblem, ...] = ()
        self.draft: Questionnaire | None = None
        self.place: Place = HEAD
        self.outside: ChangedOutside | None = None
        self.error: ReadinessError | None = None
        self.is_checked = False
        self._keeper: calls.Keeper | None = None
        self._on_disk: Questionnaire | None = None
        self._burst = 0
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._save_soon = self._timer(_SAVE_MS, self.save)
        self._check_soon = self._timer(_CHECK_MS, self._check)
        self._look_soon = self._timer(_SAVE_MS, self._look)
        self._pause = self._timer(_PAUSE_MS, self.end_burst)
        session.workspace_opened.connect(self._on_workspace_opened)

    # State

    @property
    def drafting(self) -> "Drafting | None":
        """The draft's file and what it came from."""
        return self._keeper.drafting if self._keeper is not None else None

    @property
    def before(self) -> "Questionnaire | None":
        """The version that the draft came from."""
        return self._keeper.drafting.before if self._keeper is not None else None

    @property
    def blocking(self) -> "tuple[DraftProblem, ...]":
        """The problems that have to be mended before publishing."""
        return tuple(problem for problem in self.problems if problem.blocks)

    @property
    def publication(self) -> "Publication | None":
        """What publishing the draft would be."""
        return None if self.draft is None else publication(self.before, self.draft)

    @property
    def is_stuck(self) -> bool:
        """Whether something could not be written, and is in memory only."""
        return self.is_dirty and self.error is not None

    @property
    def is_lens(self) -> bool:
        """Whether only weights can be set: the words are those of a custom lens."""
        return self.draft is not None and self.draft.source is not None

    @property
    def is_dirty(self) -> bool:
        """Whether the file does not yet say what the draft says."""
        return self.draft is not None and self.draft is not self._on_disk

    # Opening

    def open_newest(self) -> None:
        """Open what was worked on last, unless something is open."""
        if self.draft is None:
            self._ask(partial(calls.find_newest, folder=self.folder), self._on_opened)

    def open_file(self, path: Path) -> None:
        """Open a questionnaire file."""
        if self.put_away():
            self._read(path, self._on_opened)

    def edit_version(self, reference: str) -> None:
        """Begin or go on with the draft after a version; of a shipped one, a copy."""
        if self.put_away():
            work = partial(calls.edit_version, reference=reference, folder=self.folder)
            self._ask(work, self._on_opened)

    def start_empty(self, title: str) -> None:
        """Begin an empty questionnaire."""
        if self.put_away():
            work = partial(calls.start_empty, folder=self.folder, title=title)
            self._ask(work, self._on_opened)

    def _on_workspace_opened(self, _path: str) -> None:
        """Hold the draft against what the other workspace has published."""
        if self._keeper is not None:
            self.open_file(self._keeper.drafting.path)

    def settle(self, version: "Questionnaire") -> None:
        """Let the file say what was published, and begin the draft that follows it."""
        if self._keeper is not None and self.draft is not None and version.id == self.draft.id:
            self.draft = version
            self.save()
            self.open_file(self._keeper.drafting.path)

    def _on_opened(self, outcome: "Drafting | ReadinessError | Path | None") -> None:
        if outcome is None:
            self.empty.emit()
        elif isinstance(outcome, Path):
            self._read(outcome, self._on_opened)
        elif isinstance(outcome, ReadinessError):
            self.refused.emit(outcome)
        else:
            self._leave_for(outcome)

    def _leave_for(self, drafting: "Drafting") -> None:
        """Open another draft, unless the one that is open could not be written: then that stays.

        What was written while the other was read is put away first.
        """
        if not self.is_stuck:
            self._put_away()
            self._take(drafting)

    def _take(self, drafting: "Drafting") -> None:
        self._keeper = calls.Keeper(drafting)
        self._watch(drafting.path)
        self.outside = self.error = None
        self.stack.clear()
        self.problems, self.is_checked = (), False
        self.draft = self._on_disk = drafting.draft
        self.place = (0, 0, 0) if exists(drafting.draft, (0, 0, 0)) else HEAD
        self.opened.emit()
        self._check()

    # Editing

    def set_field(self, name: str, field: str, value: Any) -> None:
        """Change a field of the part that is selected; typing in one is one step of undo."""
        if self.draft is not None:
            draft = with_fields(self.draft, self.place, **{field.partition(" ")[0]: value})
            self.edit(name, draft, field=field, key=f"{self.place}{field}{self._burst}")

    def edit(
        self,
        name: str,
        draft: "Questionnaire",
        place: Place | None = None,
        *,
        field: str = "",
        key: str = "",
    ) -> None:
        """Put another draft in place, as one step that can be taken back."""
        if self.draft is None or draft == self.draft:
            return
        before = State(draft=self.draft, place=self.place, field=field)
        after = State(draft=draft, place=self.place if place is None else place, field=field)
        self.stack.push(DraftEdit(name, before, after, self._show, key))
        self._pause.start()

    def select(self, place: Place) -> None:
        """Select a part."""
        if place != self.place and self.draft is not None and exists(self.draft, place):
            self.end_burst()
            self.place = place
            self.place_changed.emit()

    def go_to(self, place: Place, field: str, item: int | None) -> None:
        """Select a part and ask for one of its fields."""
        self.select(place)
        self.field_asked.emit(field, -1 if item is None else item)

    def end_burst(self) -> None:
        """Let what is typed next be another step."""
        self._burst += 1

    def _show(self, state: State) -> None:
        moved = state.place != self.place
        self.draft, self.place = state.draft, state.place
        self.changed.emit()
        if moved:
            self.place_changed.emit()
        self._save_soon.start()
        self._check_soon.start()

    # Problems

    def _check(self) -> None:
        draft = self.draft
        if draft is not None:
            work = partial(calls.find_problems, draft=draft)
            self._ask(work, partial(self._on_checked, draft))

    def _on_checked(self, draft: "Questionnaire", found: "tuple[DraftProblem, ...]") -> None:
        if draft is self.draft:
            self.problems, self.is_checked = found, True
            self.problems_changed.emit()

    # The file

    def save(self) -> None:
        """Write the draft into its file, unless it stands there or the file was changed by others."""
        self._save_soon.stop()
        draft = self.draft
        if self._keeper is None or draft is None or not self.is_dirty or self.outside is not None:
            return
        work = partial(self._keeper.save, draft=draft)
        self._ask(work, partial(self._on_saved, self._keeper, draft))

    def flush(self) -> None:
        """Write what waits, now."""
        self.end_burst()
        self.save()

    def put_away(self) -> bool:
        """Write what waits, before another draft is opened or the window closes; false where it cannot be.

        Where somebody changed the file, what was written here goes into a file beside it.
        """
        self.end_burst()
        self._save_soon.stop()
        if self.is_stuck:
            self.save()
            self.refused.emit(self.error)
            return False
        self._put_away()
        return True

    def _put_away(self) -> None:
        keeper, draft = self._keeper, self.draft
        if keeper is not None and draft is not None and self.is_dirty:
            self._ask(partial(keeper.put_away, draft=draft), partial(self._on_put_away, keeper, draft))

    def save_as(self, path: Path) -> None:
        """Write the draft into another file, and go on there."""
        if self._keeper is not None and self.draft is not None:
            self._ask(partial(self._keeper.save_as, draft=self.draft, path=path), self._on_kept)

    def forget(self) -> None:
        """Let go of what could not be written, because the user said so."""
        self._on_disk, self.error = self.draft, None

    def look(self) -> None:
        """See whether the file was changed by something else."""
        self._look_soon.start()

    def reload(self) -> None:
        """Take what the file says now; what was written here stands one step back in the undo."""
        if self._keeper is not None:
            self._read(self._keeper.drafting.path, self._on_reloaded)

    def keep_mine(self) -> None:
        """Write the draft into a file beside the one that was changed, and go on there."""
        if self._keeper is not None and self.draft is not None:
            work = partial(self._keeper.keep_beside, draft=self.draft)
            self._ask(work, self._on_kept)

    def read_both(self, then: "Callable[[str, str], None]") -> None:
        """Read what the file says now and what the draft would make of it, and hand both on."""
        if self._keeper is not None and self.draft is not None:
            work = partial(self._keeper.read_both, draft=self.draft)
            self._ask(work, partial(_hand_on, then))

    def _on_saved(self, keeper: calls.Keeper, draft: "Questionnaire", outcome: object) -> None:
        from readiness.services.studio import ChangedOutside, Saved  # noqa: PLC0415 - loaded by now

        if keeper is not self._keeper:
            return
        self.error = outcome if isinstance(outcome, ReadinessError) else None
        if isinstance(outcome, Saved):
            self._on_disk = draft
            self._watch(keeper.drafting.path)
            self.saved.emit(self._session.now().strftime("%H:%M"))
        elif isinstance(outcome, ChangedOutside):
            self.outside = outcome
            self.changed_outside.emit(outcome)
        elif isinstance(outcome, ReadinessError):
            self.not_saved.emit(outcome)

    def _on_reloaded(self, outcome: "Drafting | ReadinessError") -> None:
        if isinstance(outcome, ReadinessError):
            self.refused.emit(outcome)
            return
        self._keeper = calls.Keeper(outcome)
        self._watch(outcome.path)
        self.outside = None
        self._on_disk = outcome.draft
        place = self.place if exists(outcome.draft, self.place) else HEAD
        self.edit(self.tr("reload of the file"), outcome.draft, place)
        self.opened.emit()

    def _on_put_away(
        self, keeper: calls.Keeper, draft: "Questionnaire", outcome: "Saved | Drafting | ReadinessError"
    ) -> None:
        from readiness.services.studio import Drafting  # noqa: PLC0415 - loaded by now

        if isinstance(outcome, Drafting):
            told = self.tr("What you wrote is kept in {0}.")
            self._session.noted.emit(told.format(outcome.path.name))
            self._on_disk = draft if keeper is self._keeper else self._on_disk
        else:
            self._on_saved(keeper, draft, outcome)

    def _on_kept(self, outcome: "Drafting | ReadinessError") -> None:
        if isinstance(outcome, ReadinessError):
            self.not_saved.emit(outcome)
            return
        self._keeper = calls.Keeper(outcome)
        self._watch(outcome.path)
        self.outside = self.error = None
        self._on_disk = outcome.draft
        self.opened.emit()
        self.saved.emit(self._session.now().strftime("%H:%M"))
        self.save()

    def _on_file_changed(self, _path: str) -> None:
        self.look()

    def _look(self) -> None:
        if self._keeper is not None and self.outside is None:
            self._ask(self._keeper.is_changed, partial(self._on_looked, self._keeper))

    def _on_looked(self, keeper: calls.Keeper, is_changed: bool) -> None:  # noqa: FBT001 - what the errand returns
        from readiness.services.studio import ChangedOutside  # noqa: PLC0415 - loaded by now

        if keeper is not self._keeper or self.outside is not None:
            return
        if is_changed:
            self.outside = ChangedOutside(theirs="", mine="")
            self.changed_outside.emit(self.outside)
        else:
            self._watch(keeper.drafting.path)

    def _watch(self, path: Path) -> None:
        """Watch the file: a new file in its place has to be watched anew."""
        watched = self._watcher.files()
        others = [one for one in watched if one != str(path)]
        if others:
            self._watcher.removePaths(others)
        if str(path) not in watched and path.exists():
            self._watcher.addPath(str(path))

    def _read(self, path: Path, then: "Callable[[Any], None]") -> None:
        """Read a file as one of others; what waits to be written is written before."""
        self._session.read_file(path, calls.read_file, calls.hold_file, then)

    def _ask(self, work: "Callable[[Desk], Any]", then: "Callable[[Any], None]") -> None:
        """Let the database thread work; what comes of it is told only while this is there to hear it."""
        self._session.run_errand(partial(_with, work, then), self._tell)

    def _tell(self, told: "tuple[Callable[[Any], None], Any]") -> None:
        then, outcome = told
        then(outcome)

    def _timer(self, wait: int, slot: "Callable[[], None]") -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(slot)
        return timer


def _with(work: "Callable[[Desk], Any]", then: "Callable[[Any], None]", desk: "Desk") -> Any:
    return then, work(desk)


def _hand_on(then: "Callable[[str, str], None]", both: tuple[str, str]) -> None:
    then(*both)
