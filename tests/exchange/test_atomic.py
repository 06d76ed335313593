"""A file is written whole or not at all; the twin shows that a plain writer would lose it."""

import os
from pathlib import Path
from stat import S_ISDIR

import pytest

from readiness.errors import OutputError
from readiness.exchange.atomic import SUFFIX, atomic_write


class FullDisk:
    """Takes so many bytes, then says what a full disk says."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._write = os.write

    def __call__(self, descriptor: int, content: bytes | memoryview) -> int:
        if not self.room:
            raise OSError(28, "No space left on device")
        taken = self._write(descriptor, bytes(content)[: self.room])
        self.room -= taken
        return taken


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(SUFFIX)]


def test_a_new_file_is_complete(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a.pdf", b"x" * 100_000)
    assert (tmp_path / "a.pdf").read_bytes() == b"x" * 100_000
    assert left_over(tmp_path) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "write", FullDisk(room=1000))
    with pytest.raises(OutputError, match="No space left on device") as refused:
        atomic_write(target, b"n" * 5000)
    assert "untouched" in refused.value.sentence()
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == []


def test_a_plain_writer_loses_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: what the test above would see if the writer wrote in place."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "write", FullDisk(room=1000))
    descriptor = os.open(target, os.O_WRONLY | os.O_TRUNC)
    try:
        os.write(descriptor, b"n" * 5000)
    finally:
        os.close(descriptor)
    assert target.read_bytes() != b"old"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_call_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputError):
        atomic_write(target, b"new")
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == []


def test_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        atomic_write(tmp_path, b"x")


def test_a_missing_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        atomic_write(tmp_path / "none" / "a.pdf", b"x")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_what_an_interrupted_write_left_goes_with_the_next_one(tmp_path: Path) -> None:
    names = [f".a [1].pdf.1234{SUFFIX}", f".a [1].pdf.5678{SUFFIX}", f".b.pdf.1234{SUFFIX}"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")
    for name in (names[0], names[2]):
        os.utime(tmp_path / name, (0, 0))
    atomic_write(tmp_path / "a [1].pdf", b"whole")
    # One that somebody may be writing stays, and so does another file's.
    assert sorted(path.name for path in tmp_path.iterdir()) == [names[1], names[2], "a [1].pdf"]


def test_a_long_name_in_wide_letters_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("報" * 80 + ".pdf")
    atomic_write(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_file_for_its_owner_alone_stays_so(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    atomic_write(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_folder_that_cannot_be_synced_does_not_call_a_written_file_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fail(descriptor: int) -> None:
        if S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    atomic_write(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
