"""A file from elsewhere is read in one moment, bounded, and never waited for, whatever stands at its path."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from readiness.errors import InputError
from readiness.exchange.bounded import MOST_BYTES, read_content

Make = Callable[[Path], object]


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "is no plain file"),
        (zeros, "is no plain file"),
        (Path.mkdir, "is no plain file"),
        (nowhere, "cannot be read: No such file or directory"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, make: Make, told: str) -> None:
    path = tmp_path / "import.json"
    make(path)
    with pytest.raises(InputError, match=told):
        read_content(path)


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"{}")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert read_content(tmp_path / "link.json") == b"{}"


class Swapped(type(Path())):  # type: ignore[misc]  # the kind of path of this system
    """A path at which another thing stands as soon as it was looked at."""

    becomes: Make

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        facts: os.stat_result = super().stat(follow_symlinks=follow_symlinks)
        self.unlink()
        type(self).becomes(Path(self))
        return facts


def swapped(path: Path, becomes: Make) -> Path:
    path.write_bytes(b"{}")
    kind: type[Path] = type("SwappedFor", (Swapped,), {"becomes": staticmethod(becomes)})
    return kind(path)


@pytest.mark.parametrize("becomes", [os.mkfifo, zeros, Path.mkdir])
def test_what_is_no_file_any_more_once_it_was_looked_at_is_refused(tmp_path: Path, becomes: Make) -> None:
    with pytest.raises(InputError, match=r"is no plain file|Is a directory"):
        read_content(swapped(tmp_path / "import.json", becomes))


def test_opened_as_usual_it_would_be_waited_for(tmp_path: Path) -> None:
    """The twin: looked at, then read, whatever stands there by then."""
    path = swapped(tmp_path / "import.json", os.mkfifo)
    assert path.stat().st_size == 2
    read: list[bytes] = []
    waiting = Thread(target=lambda: read.append(Path(path).read_bytes()))
    waiting.start()
    waiting.join(0.3)
    assert waiting.is_alive()
    Path(path).write_bytes(b"at last")
    waiting.join(10)
    assert read == [b"at last"]


def enlarged(path: Path, by: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file grow as soon as it was opened and looked at."""
    grown: list[int] = []
    look = os.fstat

    def fstat(number: int) -> os.stat_result:
        facts = look(number)
        if not grown:
            with path.open("ab") as file:
                grown.append(file.write(bytes(by)))
        return facts

    monkeypatch.setattr(os, "fstat", fstat)


@pytest.mark.parametrize("by", [1, MOST_BYTES, 4 * MOST_BYTES])
def test_a_file_that_grows_while_it_is_read_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: int
) -> None:
    path = tmp_path / "import.json"
    path.write_bytes(b"{}")
    enlarged(path, by, monkeypatch)
    with pytest.raises(InputError) as refused:
        read_content(path)
    assert refused.value.sentence() == (
        f"{path} changed while it was read. Nothing of it was taken. Try again once nothing writes into it."
    )


def test_looked_at_once_it_would_be_taken_as_it_never_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin."""
    path = tmp_path / "import.json"
    path.write_bytes(b"{}")
    enlarged(path, 4 * MOST_BYTES, monkeypatch)
    with path.open("rb") as file:
        assert os.fstat(file.fileno()).st_size == 2
        assert len(file.read()) > MOST_BYTES


def test_a_file_as_large_as_may_be_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "import.json"
    path.write_bytes(bytes(20))
    assert read_content(path, 20) == bytes(20)
    with pytest.raises(InputError, match="has 20 bytes; 19 are the most"):
        read_content(path, 19)
