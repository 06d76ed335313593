"""What is on its way to the disk: in order, nothing forgotten, nothing claimed too early."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from readiness.errors import NotSavedError, ReadinessError
from readiness.ui.database_thread import DatabaseThread
from readiness.ui.saving import Commit, Saving


class Disk:
    """Stands in for the workspace: remembers what was written, and refuses while it is full."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.is_full = False

    def write(self, text: str) -> None:
        """Keep a text, or say that the disk is full."""
        if self.is_full:
            msg = "The disk is full."
            raise NotSavedError(msg)
        self.written.append(text)


class Seated:
    """A desk with the stand-in at work on it."""

    def __init__(self, disk: Disk) -> None:
        self.assessing = disk


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saving(qtbot: QtBot, disk: Disk) -> Iterator[Saving]:  # noqa: ARG001 - an application must be there
    database = DatabaseThread()
    made = Saving(database, lambda: datetime(2026, 9, 10, 10, 42, tzinfo=UTC))
    made.desk = Seated(disk)  # type: ignore[assignment]  # a stand-in
    yield made
    database.stop()


def writing(text: str) -> Commit:
    return lambda workspace: workspace.write(text)  # type: ignore[attr-defined]  # a stand-in


def test_saved_is_said_after_the_commit(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    with qtbot.waitSignal(saving.saved) as told:
        saving.keep("a", writing("1"))
        assert told.args is None

    assert told.args == ["10:42"]
    assert disk.written == ["1"]


def test_typing_waits_for_a_pause_and_the_newest_wins(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    for text in ("L", "Lo", "Loc"):
        saving.keep("note", writing(text), later=True)
    assert not saving.is_settled

    qtbot.waitUntil(lambda: saving.is_settled, timeout=2000)

    assert disk.written == ["Loc"]


def test_a_choice_takes_the_waiting_text_along_first(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    saving.keep("note", writing("note"), later=True)
    with qtbot.waitSignal(saving.settled):
        saving.keep("answer", writing("answer"))

    assert disk.written == ["note", "answer"]


def test_leaving_a_field_does_not_wait_for_the_pause(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    saving.keep("note", writing("note"), later=True)
    with qtbot.waitSignal(saving.settled, timeout=400):
        saving.flush()

    assert disk.written == ["note"]


def test_what_failed_is_kept_and_said_since_when(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    disk.is_full = True
    with qtbot.waitSignal(saving.failed) as told, qtbot.assertNotEmitted(saving.saved):
        saving.keep("a", writing("1"))

    assert told.args is not None
    error, since = told.args
    assert isinstance(error, ReadinessError)
    assert (error.happened, since, saving.unsaved) == ("The disk is full.", "10:42", 1)


def test_trying_again_writes_what_failed(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    disk.is_full = True
    with qtbot.waitSignal(saving.settled):
        saving.keep("a", writing("1"))
    disk.is_full = False
    with qtbot.waitSignal(saving.saved):
        saving.try_again()

    assert (disk.written, saving.unsaved) == (["1"], 0)


def test_the_next_change_takes_what_failed_along(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    disk.is_full = True
    with qtbot.waitSignal(saving.settled):
        saving.keep("a", writing("1"))
    disk.is_full = False
    with qtbot.waitSignals([saving.saved, saving.settled]):
        saving.keep("b", writing("2"))

    assert disk.written == ["1", "2"]


def test_a_newer_answer_replaces_the_one_that_failed(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    disk.is_full = True
    with qtbot.waitSignal(saving.settled):
        saving.keep("a", writing("old"))
    disk.is_full = False
    with qtbot.waitSignal(saving.saved):
        saving.keep("a", writing("new"))

    assert disk.written == ["new"]


def test_saved_is_not_said_before_what_follows_in_the_queue(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    at_saved: list[list[str]] = []
    saving.saved.connect(lambda _at: at_saved.append(list(disk.written)))
    with qtbot.waitSignal(saving.saved):
        saving.keep("place", writing("1"), later=True)
        saving.keep("answer", writing("2"))

    assert at_saved == [["1", "2"]]


def test_nothing_is_called_saved_while_something_is_not(qtbot: QtBot, saving: Saving, disk: Disk) -> None:
    def half(workspace: object) -> None:
        del workspace
        msg = "The disk is full."
        raise NotSavedError(msg)

    with qtbot.assertNotEmitted(saving.saved), qtbot.waitSignal(saving.settled):
        saving.keep("a", half)
        saving.keep("b", writing("2"))

    assert (disk.written, saving.unsaved) == (["2"], 1)


def test_a_bug_while_saving_is_told_as_not_saved_and_reaches_the_hook(
    qtbot: QtBot, saving: Saving, disk: Disk
) -> None:
    def broken(workspace: object) -> None:
        del workspace
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(saving.failed):
        saving.keep("a", broken)
        qtbot.waitUntil(lambda: bool(caught))

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert (saving.unsaved, disk.written) == (1, [])
