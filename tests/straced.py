"""Run a program under strace: to write down what it asks of the system, or to have the system refuse."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_CALL: Final = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+|\?)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_RECORDED: Final = (
    "openat,close,lseek,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename,mkdir,rmdir,"
    "sendfile,copy_file_range"
)
_READ: Final = ",pread64"
"""Of a few paths only: a record of everything that is read would be all of Python."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call that the system carried out."""

    name: str
    texts: tuple[bytes, ...]
    numbers: tuple[int, ...]
    flags: str
    result: int


def record(
    command: list[str], log: Path, surroundings: dict[str, str], paths: Sequence[Path] = (), also: str = ""
) -> list[Call]:
    """Run a command to its end and return what it asked for and was given, in order; of all paths or some.

    ``also`` names more calls, each after a comma.
    """
    traced = ["strace", "-f", "--seccomp-bpf", "-xx", "-s", "100000000", "-o", str(log), *_about(paths)]
    calls = f"trace={_RECORDED}{_READ if paths else ''}{also}"
    subprocess.run([*traced, "-e", calls, *command], env=surroundings, capture_output=True, check=True)
    return list(_calls(log))


def with_faults(
    command: list[str], fault: str, paths: Sequence[Path], surroundings: dict[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    """Run a command whose calls about some paths fail as told, such as ``fsync:error=EIO:when=3+``."""
    call = fault.partition(":")[0]
    traced = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-o",
        "/dev/null",
        *_about(paths),
        "-e",
        f"trace={call}",
        "-e",
        f"inject={fault}",
    ]
    return subprocess.run(
        [*traced, *command], env=surroundings, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )


def _about(paths: Sequence[Path]) -> list[str]:
    return [word for path in paths for word in ("-P", str(path))]


def _calls(log: Path) -> Iterator[Call]:
    for line in log.read_text("ascii").splitlines():
        found = _CALL.match(line)
        if found is None or found[3] in ("?", "-1"):
            continue
        bare = _TEXT.sub("", found[2])
        yield Call(
            found[1],
            tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found[2])),
            tuple(int(number) for number in re.findall(r"(?<![\w.])\d+(?![\w.])", bare)),
            bare,
            int(found[3]),
        )
