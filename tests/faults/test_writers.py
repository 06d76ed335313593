"""Whatever happens while a file is written: the older one is untouched, or the new one is whole."""

import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from disks import NOBODY, small_disk
from rounds import rounds, tell
from workshop import Workshop
from writers import WRITERS, clock, prepare

from readiness.errors import ReadinessError
from readiness.exchange import atomic
from readiness.services.assessing import Assessing
from readiness.storage import folders
from readiness.storage.opening import open_database

pytestmark = pytest.mark.faults

OLD = b"what was there last week " * 40
CALLS = ("open", "write", "fsync", "replace", "rename", "close")


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop("test_writers", "readiness.reports.pdf", "readiness.reports.book.xlsx", "pptx") as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that everybody may enter, with a workspace to write of."""
    tmp_path.chmod(0o755)
    prepare(tmp_path / "work.readiness")
    return tmp_path


class Child:
    """A process that writes one file again and again, and says how it ended each time."""

    def __init__(self) -> None:
        self.name, self.folder = sys.argv[1], Path(sys.argv[2])
        self.writer = WRITERS[self.name]
        self.desk = Assessing.open(self.folder / "work.readiness", clock)

    def write(self, target: Path) -> str:
        """Write, and return ``made`` or ``refused``."""
        try:
            self.writer.make(self.desk, target)
        except (ReadinessError, SystemExit):
            return "refused"
        return "made"

    def target(self, folder: Path, *, old: bool = True) -> Path:
        """Return where to write; an older file stands there where the writer replaces one."""
        path = folder / f"target{self.writer.ending}"
        if old and self.writer.replaces:
            path.write_bytes(OLD)
        return path

    def whole(self) -> bytes:
        """Return the file as it is when all goes well."""
        place = self.folder / "whole"
        place.mkdir(exist_ok=True)
        path = self.target(place, old=False)
        if not path.exists():
            assert self.write(path) == "made"
        return path.read_bytes()

    def judge(self, target: Path, ended: str, before: bytes | None) -> str:
        """Return what is wrong with what stands at the target, or nothing."""
        found = target.read_bytes() if target.exists() else None
        if ended == "refused":
            return "" if found == before else "refused, and the older file is another"
        if found is None or not self.is_whole(target, found):
            return f"{ended}, and half a file stands there"
        return ""

    def is_whole(self, target: Path, found: bytes) -> bool:
        if self.writer.replaces:
            return found == self.whole()
        with open_database(target, look_only=True).reading():
            return True


def say(word: str, what: object = "") -> None:
    os.write(1, f"{word}: {what}\n".encode())


def write_everywhere() -> None:
    """Write to a full disk, past a limit, and over all that a target can be; tell of each what was wrong."""
    child = Child()
    child.whole()
    for state in (beyond_the_limit, over_an_open_file, over_a_protected_file, over_a_folder, over_a_link):
        place = child.folder / state.__name__
        place.mkdir()
        say(state.__name__, state(child, place))
    full = Path(sys.argv[3])
    if full.name != "none":
        say("on_a_full_disk", on_a_full_disk(child, full))
    say("in_a_protected_folder", in_a_protected_folder(child))


def on_a_full_disk(child: Child, disk: Path) -> str:
    target = child.target(disk)
    with (disk / "filling").open("wb", buffering=0) as filling:
        try:
            while filling.write(bytes(4096)) == 4096:
                pass
        except OSError:
            pass
    before = target.read_bytes() if target.exists() else None
    ended = child.write(target)
    left = [one.name for one in disk.iterdir() if one.name.endswith("-tmp")]
    return (
        child.judge(target, ended, before) or ("" if ended == "refused" else "not refused") or str(left or "")
    )


def beyond_the_limit(child: Child, place: Path) -> str:
    """Let no file grow beyond half of what this one has."""
    target = child.target(place)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    half = len(child.whole()) // 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (half, hard))
    try:
        ended = child.write(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    before = OLD if child.writer.replaces else None
    return child.judge(target, ended, before) or ("" if ended == "refused" else "not refused")


def over_an_open_file(child: Child, place: Path) -> str:
    """Write while somebody reads the older file: what they have open stays what it was."""
    target = child.target(place)
    target.touch()
    with target.open("rb") as reading:
        before = target.read_bytes()
        wrong = child.judge(target, child.write(target), before)
        return wrong or ("" if reading.read() == before else "what a reader had open was changed")


def over_a_protected_file(child: Child, place: Path) -> str:
    target = child.target(place)
    target.touch()
    target.chmod(0o444)
    before = target.read_bytes()
    return child.judge(target, child.write(target), before)


def over_a_folder(child: Child, place: Path) -> str:
    target = child.target(place, old=False)
    target.mkdir()
    (target / "inside").write_bytes(OLD)
    ended = child.write(target)
    return "" if ended == "refused" and (target / "inside").read_bytes() == OLD else "a folder was spoilt"


def over_a_link(child: Child, place: Path) -> str:
    real = place / "real"
    real.write_bytes(OLD)
    target = child.target(place, old=False)
    target.symlink_to(real)
    wrong = child.judge(real, child.write(target), OLD)
    return wrong or ("" if target.is_symlink() else "the link is gone")


def in_a_protected_folder(child: Child) -> str:
    """Write where one may not; this process is root perhaps, so it becomes nobody, for good."""
    place = child.folder / "protected"
    place.mkdir()
    target = child.target(place)
    before = target.read_bytes() if target.exists() else None
    place.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    ended = child.write(target)
    return child.judge(target, ended, before) or ("" if ended == "refused" else "not refused")


def write_and_die() -> None:
    """Write, and be killed before or in the middle of the call to the system that is named."""
    child = Child()
    target = child.target(child.folder)
    call, number = sys.argv[3], int(sys.argv[4])
    with killed_at(call, number):
        say(child.write(target))


@contextmanager
def killed_at(call: str, number: int) -> Iterator[None]:
    """End this process at the Nth call of a kind that the writers make; a write is half done by then."""
    original = getattr(os, call)
    left = number

    def last(*given: object, **named: object) -> object:
        nonlocal left
        left -= 1
        if left == 0:
            if call == "write" and len(given) > 1 and isinstance(given[1], bytes | memoryview):
                original(given[0], bytes(given[1])[: len(given[1]) // 2])
            os.kill(os.getpid(), 9)
        return original(*given, **named)

    for module in (atomic, folders):
        vars(module)["os"] = Calls(call, last)
    try:
        yield
    finally:
        for module in (atomic, folders):
            vars(module)["os"] = os


class Calls:
    """The system's calls, one of them another."""

    def __init__(self, name: str, other: object) -> None:
        vars(self)[name] = other

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)


@pytest.mark.parametrize("name", WRITERS)
def test_wherever_it_is_written_the_older_file_stays_or_the_new_one_is_whole(
    workshop: Workshop, folder: Path, name: str
) -> None:
    with small_disk(1 << 20) as disk:
        told = workshop.run("test_writers.write_everywhere", name, folder, disk or "none")
    ends = dict(line.split(": ", 1) for line in told if ": " in line)
    assert len(ends) == 6 + (disk is not None), told
    assert {state: wrong for state, wrong in ends.items() if wrong} == {}
    tell(17, "files written to full, limited, protected and strange places; files spoilt", len(ends), 0)


@pytest.mark.parametrize("name", WRITERS)
def test_killed_while_it_is_written_the_older_file_stays_or_the_new_one_is_whole(
    workshop: Workshop, folder: Path, name: str
) -> None:
    writer = WRITERS[name]
    target = folder / f"target{writer.ending}"  # one name for all: a page to answer elsewhere knows its own
    assert workshop.run("test_writers.write_once", name, folder, target) == ["made: "]
    whole = target.read_bytes()
    chance = random.Random(name)
    points = [("write", 1), ("fsync", 1), ("replace" if writer.replaces else "fsync", 1)]
    points += [(chance.choice(CALLS), chance.randint(1, 2)) for _ in range(rounds(1, 77))]
    killed = 0
    for call, number in points:
        target.unlink(missing_ok=True)
        killed += not workshop.run("test_writers.write_and_die", name, folder, call, number)
        found = target.read_bytes() if target.exists() else None
        assert found in (OLD if writer.replaces else None, whole), (call, number)
    assert killed >= (3 if writer.replaces else 2)
    tell(17, "writers killed; half files under a final name", len(points), 0)


def write_once() -> None:
    """Write one file, and say how that ended."""
    say(Child().write(Path(sys.argv[3])))


def test_a_full_disk_was_really_there() -> None:
    with small_disk(1 << 20) as disk:
        if disk is None:
            pytest.skip("only who may mount a small disk can fill one: nothing was written to a full disk")
        with pytest.raises(OSError, match="No space left"):
            (disk / "large").write_bytes(bytes(2 << 20))


def test_written_in_place_the_older_file_would_be_lost(tmp_path: Path) -> None:
    """The twin: a writer that opens the file itself, ended in the middle."""
    target = tmp_path / "report.pdf"
    target.write_bytes(OLD)
    program = "import os, sys; f = open(sys.argv[1], 'wb'); f.write(b'%PDF' * 999); f.flush(); os.abort()"
    subprocess.run([sys.executable, "-c", program, str(target)], capture_output=True, check=False)
    assert target.read_bytes() != OLD
