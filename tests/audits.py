"""Audit files opened again: their texts by name, and what their own check says of them."""

import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile


@dataclass(frozen=True)
class Verdict:
    """How verify.py ended, and what it said."""

    code: int
    out: str

    @property
    def failed(self) -> list[str]:
        """What does not hold, a line each."""
        return [line.removeprefix("FAILS  ") for line in self.out.splitlines() if line.startswith("FAILS")]


def contents(archive: bytes) -> dict[str, bytes]:
    """Return every file by its name, without the one folder that they lie in."""
    with ZipFile(BytesIO(archive)) as opened:
        return {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}


def unpacked(archive: bytes, place: Path) -> Path:
    """Write the files into a folder and return it."""
    with ZipFile(BytesIO(archive)) as opened:
        opened.extractall(place)
    (folder,) = place.iterdir()
    return folder


def verify(folder: Path, *given: str) -> Verdict:
    """Run the check that came in the archive, with nothing of this project in its reach."""
    done = subprocess.run(
        [sys.executable, "-I", str(folder / "verify.py"), *given],
        cwd=folder.parent,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    return Verdict(done.returncode, done.stdout.decode("utf-8"))


def sum_again(folder: Path) -> None:
    """Write SHA256SUMS anew, as somebody would who changed a file and wants to hide it."""
    names = sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    sums = [f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="ascii")
