"""Two computers that work on one workspace on a network drive, one after the other or at the same time.

Each has a place for its copies and reaches the drive by a way of its own, which can be cut. One may be killed
in the middle of what it does, or the other may act then.
"""

import io
import os
import random
import shutil
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from builders import level, the_worked_example
from copyist import words_in, words_of

from readiness import paths
from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing
from readiness.services.freezing import thawed
from readiness.storage import copied, file_checks
from readiness.storage.database import Database
from readiness.storage.opening import open_database
from readiness.storage.surroundings import Disk
from readiness.storage.workspace import Workspace

if TYPE_CHECKING:
    from readiness.storage.working_copy import Outgoing

NAME: Final = "work.readiness"
QUESTIONS: Final = ("DAT-01", "DAT-02", "DAT-03", "GRO-07")
_CALLS: Final = ((os, "open"), (os, "fsync"), (os, "unlink"), (os, "rename"), (os, "replace"), (io, "open"))


class Killed(BaseException):
    """The end of a process: nothing that it would still have done is done."""


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


class Computer:
    """Where somebody works, what they were told is saved, and what they have open."""

    def __init__(self, name: str, base: Path) -> None:
        self.name = name
        self.home = base / name
        self.mount = base / f"drive of {name}"
        self.desk: Assessing | None = None
        self.told: list[str] = []
        self.on_its_way: list[Outgoing] = []
        self.connections: list[sqlite3.Connection] = []

    @property
    def place(self) -> Path:
        """The workspace, by the way that this computer takes to it."""
        return self.mount / NAME

    @property
    def database(self) -> Database | None:
        return None if self.desk is None else self.desk.workspace.database

    def forget(self) -> None:
        """Let go of what a process has that ended."""
        self.desk = None
        self.on_its_way.clear()
        while self.connections:
            self.connections.pop().close()
        for file in self.home.glob(f"*/{NAME}"):
            if identity := file_checks.identity_of(file):
                file_checks.release(identity)


class Commuters:
    """Two computers and a drive; one of them acts."""

    def __init__(self, base: Path, chance: random.Random, patch: pytest.MonkeyPatch) -> None:
        self.base, self.chance = base, chance
        self.share, self.nothing = base / "share", base / "nothing"
        for folder in (self.share, self.nothing):
            folder.mkdir(parents=True)
        with closing(Assessing.create(self.share / NAME, clock, is_covered=False)) as desk:
            desk.import_answers(the_worked_example())
        self.computers = (Computer("anna", base), Computer("ben", base))
        self.now = self.computers[0]
        for computer in self.computers:
            computer.mount.symlink_to(self.share)
        self.done: list[str] = []
        self._moment, self._then = 0, _nothing
        self._is_dead = False
        patch.setattr(paths, "working_copies", lambda: self.now.home)
        patch.setattr(socket, "gethostname", lambda: self.now.name)
        patch.setattr(sqlite3, "connect", self._noted(sqlite3.connect))
        for module, name in _CALLS:
            patch.setattr(module, name, self._watched(getattr(module, name), name))
        self.ways: tuple[Callable[[], object], ...] = (
            *(self.open, self.open, self.answer, self.answer, self.answer, self.seal, self.write_back),
            *(self.prepare, self.push, self.close, self.crash, self.leave, self.come_back, self.come_back),
            self.muddle,
        )

    def act(self, *, may_be_interrupted: bool = True) -> None:
        """Let one of them do something; now and then it is killed, or the other acts in the middle."""
        self.now = self.chance.choice(self.computers)
        way = self.chance.choice(self.ways)
        self.done.append(f"{self.now.name}: {way.__name__}")
        if may_be_interrupted and self.chance.random() < 0.4:
            self._moment = self.chance.randint(1, 40)
            self._then = self.chance.choice((self._kill, self._let_the_other_act))
        try:
            with suppress(ReadinessError):
                way()
        except Killed:
            self.now.forget()
        finally:
            self._moment, self._is_dead = 0, False

    # What somebody does

    def open(self) -> None:
        if self.now.desk is None:
            take_over = self.chance.random() < 0.6
            self.now.desk = self._opened(self.now, take_over=take_over)

    def answer(self) -> None:
        self.open()
        desk = self.now.desk
        if desk is None:
            return
        word = f"{self.now.name}-{len(self.now.told)}-{self.chance.getrandbits(40):x}"
        newest = desk.home()[0].assessments[-1]
        if newest.state == "closed":
            desk.revise(newest.id)
            newest = desk.home()[0].assessments[-1]
        desk.answer(newest.id, self.chance.choice(QUESTIONS), "agreed", level(len(word) % 5, note=word))
        self.now.told.append(word)

    def seal(self) -> None:
        if self.now.desk is not None:
            self.now.desk.close_assessment(self.now.desk.home()[0].assessments[-1].id)

    def write_back(self) -> None:
        if self.now.database is not None:
            copied.write_back(self.now.database)

    def prepare(self) -> None:
        """Begin to write back; the drive is slow."""
        if self.now.database is not None and (outgoing := copied.prepare(self.now.database)) is not None:
            self.now.on_its_way.append(outgoing)

    def push(self) -> None:
        """Go on with that, in whatever order."""
        database = self.now.database
        if database is not None and database.copy is not None and self.now.on_its_way:
            one = self.chance.randrange(len(self.now.on_its_way))
            database.copy.write_back(self.now.on_its_way.pop(one))

    def close(self) -> None:
        if self.now.desk is not None:
            desk, self.now.desk = self.now.desk, None
            self.now.on_its_way.clear()
            desk.close()

    def crash(self) -> None:
        self.now.forget()

    def leave(self) -> None:
        """Lose the drive: its folder goes, or stays and is empty."""
        self._lead_to(self.chance.choice((self.nothing, self.base / "gone")))

    def come_back(self) -> None:
        self._lead_to(self.share)

    def muddle(self) -> None:
        """Damage what this computer noted of the folder."""
        if self.now.desk is None:
            for state in self.now.home.glob("*/state.json"):
                state.write_bytes(state.read_bytes()[: self.chance.randrange(60)])

    # What is there at the end

    def told(self) -> set[str]:
        return {word for computer in self.computers for word in computer.told}

    def lost_now(self) -> set[str]:
        """Return what was told and is neither in the folder nor left on a computer."""
        found = words_in(self.share.glob("*.readiness"))
        for computer in self.computers:
            if computer.database is None:
                found |= words_in(computer.home.glob(f"*/{NAME}"))
            else:
                found |= words_of(computer.database.connection)
        return self.told() - found

    def go_home(self) -> None:
        """Let both come back and close what is open, and then open and close it once more."""
        for computer in self.computers:
            self.now = computer
            self.come_back()
            with suppress(ReadinessError):
                self.close()
        for computer in self.computers:
            self.now = computer
            self._opened(computer, take_over=True).close()

    def lost_at_the_end(self) -> set[str]:
        """Return what is not in the folder once both went home, and what is still left where."""
        left = {str(file) for computer in self.computers for file in computer.home.glob(f"*/{NAME}")}
        return left | (self.told() - words_in(self.share.glob("*.readiness")))

    def is_every_chain_whole(self) -> bool:
        return all(_is_chain_whole(file) for file in self.share.glob("*.readiness"))

    def sweep(self) -> None:
        """Take everything away."""
        for computer in self.computers:
            computer.forget()
        shutil.rmtree(self.base)

    def _opened(self, computer: Computer, *, take_over: bool) -> Assessing:
        def disk_of(file: Path) -> Disk:
            return Disk(kind="cifs" if file.is_relative_to(computer.mount) else "ext4")

        database = open_database(computer.place, clock, disk_of=disk_of, take_over=take_over)
        return Assessing(Workspace(database, thawed, clock), clock, is_covered=False)

    def _lead_to(self, folder: Path) -> None:
        self.now.mount.unlink()
        self.now.mount.symlink_to(folder)

    def _watched(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*args: Any, **words: Any) -> Any:
            self._count(name, args)
            return real(*args, **words)

        return call

    def _noted(self, real: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
        def connect(*args: Any, **words: Any) -> sqlite3.Connection:
            self.now.connections.append(real(*args, **words))
            return self.now.connections[-1]

        return connect

    def _count(self, name: str, args: tuple[object, ...]) -> None:
        """See whether this is the moment at which something happens."""
        if self._is_dead:
            raise Killed
        is_last_step = name == "replace" and str(args[1]).endswith(f"/{NAME}")
        if self._moment and not (is_last_step and self._then == self._let_the_other_act):
            self._moment -= 1
            if not self._moment:
                self._then()

    def _kill(self) -> None:
        self.done.append(f"{self.now.name}: killed")
        self._is_dead = True
        raise Killed

    def _let_the_other_act(self) -> None:
        """Between two calls of one computer the other does what it likes."""
        before = self.now
        for _ in range(self.chance.randint(1, 5)):
            self.now = next(computer for computer in self.computers if computer is not before)
            way = self.chance.choice(self.ways)
            self.done.append(f"meanwhile {self.now.name}: {way.__name__}")
            with suppress(ReadinessError):
                way()
        self.now = before


def _nothing() -> None:
    """Be the thing that happens where none does."""


def _is_chain_whole(file: Path) -> bool:
    with closing(Assessing.open(file, clock, look_only=True)) as desk:
        return desk.verify().ok
