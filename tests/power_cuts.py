"""A disk that loses its power: what a recorded program wrote, with any of what was not synced yet missing.

Only what a sync promised stands. Of everything after it each write may be there, missing or torn between two
sectors, and each change of a name may be there or not, in any mixture: more than most disks would do.

Where a program works on two disks, one may lose its power while the other stands; if all stand, a program was
killed.
"""

import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from straced import Call

_SECTOR: Final = 512


@dataclass(frozen=True, slots=True)
class _Write:
    """Bytes at a place; none of them: the file is cut off there."""

    offset: int
    content: bytes | None


@dataclass(slots=True, eq=False)
class _File:
    safe: bytearray = field(default_factory=bytearray)
    pending: list[_Write] = field(default_factory=list)

    def sync(self) -> None:
        for write in self.pending:
            _apply(self.safe, write)
        self.pending.clear()


@dataclass(slots=True)
class _Handle:
    path: str
    file: _File | None  # a folder has none
    position: int = 0


@dataclass(frozen=True, slots=True)
class _Naming:
    """A name that came, or went; with ``before``, one that took the place of another, both at once or not."""

    path: str
    file: _File | None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a power cut leaves of the files below a folder, and the lines that were told before it."""

    files: dict[str, bytes]
    told: tuple[str, ...]

    def write_to(self, folder: Path, base: Path) -> None:
        """Put the files where a program can open them."""
        for path, content in self.files.items():
            place = folder / Path(path).relative_to(base)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


class Disk:
    """Follows a recording call by call."""

    def __init__(self, base: Path, stood: Mapping[str, bytes]) -> None:
        self._base = str(base)
        self._now = {path: _File(bytearray(content)) for path, content in stood.items()}
        self._safe = dict(self._now)
        self._naming: list[_Naming] = []
        self._folders: list[str] = []
        self._handles: dict[int, _Handle] = {}
        self._told = b""

    def follow(self, call: Call) -> bool:
        """Take in one call; return whether it changed anything a cut could show."""
        done = getattr(self, f"_{call.name}", None)
        if done is None:
            msg = f"{call.name} is not followed"
            raise AssertionError(msg)
        return bool(done(call))

    def cut(self, chance: random.Random) -> Cut:
        """Return what could be left if the power went now."""
        keep = chance.choice((0.0, 0.0, 0.3, 0.7, 1.0))
        names = dict(self._safe)
        for naming in self._naming:
            if chance.random() < keep:
                _rename(names, naming)
        keep = chance.choice((0.0, 0.3, 0.7, 1.0))
        files = {path: _left(file, keep, chance) for path, file in names.items()}
        return Cut(files, self.told)

    def cut_with_folders(self, chance: random.Random, stands: Path | None) -> Cut:
        """Return the same, where new folders may be lost as well; all that is below one folder stands."""
        files = self.cut(chance).files
        keep = chance.choice((0.0, 0.7))
        gone = [folder for folder in self._folders if chance.random() >= keep]
        files = {path: files[path] for path in files if not any(_is_below(path, folder) for folder in gone)}
        if stands is not None:
            files = {path: files[path] for path in files if not _is_below(path, str(stands))}
            files |= {path: _left(file, 1.0, chance) for path, file in self._now_below(str(stands))}
        return Cut(files, self.told)

    @property
    def told(self) -> tuple[str, ...]:
        """The lines that were told until now."""
        return tuple(self._told.decode().splitlines())

    def _now_below(self, folder: str) -> list[tuple[str, _File]]:
        return [(path, file) for path, file in self._now.items() if _is_below(path, folder)]

    def _openat(self, call: Call) -> bool:
        path = os.fsdecode(call.texts[0])
        self._handles.pop(call.result, None)
        if not path.startswith(self._base):
            return False
        file = self._now.get(path)
        if file is None and "O_CREAT" in call.flags:
            file = _File()
            self._name(path, file)
        self._handles[call.result] = _Handle(path, file)
        if file is not None and "O_TRUNC" in call.flags:
            file.pending.append(_Write(0, None))
        return True

    def _close(self, call: Call) -> None:
        self._handles.pop(call.numbers[0], None)

    def _write(self, call: Call) -> bool:
        if call.numbers[0] == 1:
            self._told += call.texts[0]
            return True
        handle = self._handles.get(call.numbers[0])
        if handle is None or handle.file is None:
            return False
        handle.file.pending.append(_Write(handle.position, call.texts[0][: call.result]))
        handle.position += call.result
        return True

    def _pwrite64(self, call: Call) -> bool:
        number, *_, offset = call.numbers
        handle = self._handles.get(number)
        if handle is None or handle.file is None:
            return False
        handle.file.pending.append(_Write(offset, call.texts[0][: call.result]))
        return True

    def _lseek(self, call: Call) -> bool:
        handle = self._handles.get(call.numbers[0])
        if handle is not None:
            handle.position = call.result
        return False

    def _sendfile(self, call: Call) -> bool:
        to, of, offset, *_ = call.numbers
        target, source = self._handles.get(to), self._handles.get(of)
        if target is None or target.file is None:
            return False
        assert source is not None, "it is copied from where nobody looks"
        assert source.file is not None
        content = _left(source.file, 1.0, random.Random(0))[offset : offset + call.result]
        target.file.pending.append(_Write(target.position, content))
        target.position += call.result
        return True

    def _ftruncate(self, call: Call) -> bool:
        handle = self._handles.get(call.numbers[0])
        if handle is None or handle.file is None:
            return False
        handle.file.pending.append(_Write(call.numbers[1], None))
        return True

    def _fsync(self, call: Call) -> bool:
        handle = self._handles.get(call.numbers[0])
        if handle is None:
            return False
        if handle.file is not None:
            handle.file.sync()
            return True
        for naming in [one for one in self._naming if _folder_of(one.path) == handle.path]:
            _rename(self._safe, naming)
            self._naming.remove(naming)
        self._folders = [one for one in self._folders if _folder_of(one) != handle.path]
        return True

    _fdatasync = _fsync

    def _unlink(self, call: Call) -> bool:
        return self._name(os.fsdecode(call.texts[0]), None)

    def _rename(self, call: Call) -> bool:
        before, after = (os.fsdecode(text) for text in call.texts)
        return before in self._now and self._name(after, self._now[before], before)

    def _mkdir(self, call: Call) -> None:
        path = os.fsdecode(call.texts[0])
        if path.startswith(self._base):
            self._folders.append(path)

    def _rmdir(self, call: Call) -> None:
        path = os.fsdecode(call.texts[0])
        self._folders = [one for one in self._folders if one != path]

    def _name(self, path: str, file: _File | None, before: str = "") -> bool:
        if not path.startswith(self._base):
            return False
        naming = _Naming(path, file, before)
        _rename(self._now, naming)
        self._naming.append(naming)
        return True


def cuts(
    calls: list[Call], base: Path, rounds: int, seed: int, stood: Mapping[str, bytes] | None = None
) -> Iterator[Cut]:
    """Return what so many power cuts leave, spread over the whole recording.

    Where files ``stood`` there already, each kind of call has its share: few calls give files their names.
    """
    chance = random.Random(seed)
    kinds = list(_followed(Disk(base, stood or {}), calls))
    often = Counter(kinds)
    weights = None if stood is None else [1 / often[kind] for kind in kinds]
    chosen = sorted(chance.choices(range(len(kinds)), weights, k=rounds))
    disk = Disk(base, stood or {})
    for moment, _ in enumerate(_followed(disk, calls)):
        while chosen and chosen[0] == moment:
            chosen.pop(0)
            yield disk.cut_with_folders(chance, None)


def cuts_of_two(
    calls: list[Call], base: Path, stands: Sequence[Path | None], rounds: int, seed: int
) -> Iterator[Cut]:
    """Return the same where a program works on two disks: what stands below one of some folders is kept."""
    chance = random.Random(seed)
    moments = sum(1 for _ in _followed(Disk(base, {}), calls))
    chosen = sorted(chance.choices(range(moments), k=rounds))
    disk = Disk(base, {})
    for moment, _ in enumerate(_followed(disk, calls)):
        while chosen and chosen[0] == moment:
            chosen.pop(0)
            yield disk.cut_with_folders(chance, chance.choice(stands))


def _followed(disk: Disk, calls: list[Call]) -> Iterator[str]:
    for call in calls:
        if disk.follow(call):
            yield call.name


def _rename(names: dict[str, _File], naming: _Naming) -> None:
    if naming.file is None:
        names.pop(naming.path, None)
    else:
        names[naming.path] = naming.file
    names.pop(naming.before, None)


def _left(file: _File, keep: float, chance: random.Random) -> bytes:
    content = bytearray(file.safe)
    for write in file.pending:
        if chance.random() < keep:
            _apply(content, write)
        elif write.content is not None and chance.random() < keep:
            for start in range(0, len(write.content), _SECTOR):
                if chance.random() < keep:
                    piece = write.content[start : start + _SECTOR]
                    _apply(content, _Write(write.offset + start, piece))
    return bytes(content)


def _apply(content: bytearray, write: _Write) -> None:
    if write.content is None:
        del content[write.offset :]
        content.extend(bytes(write.offset - len(content)))
        return
    if len(content) < write.offset:
        content.extend(bytes(write.offset - len(content)))
    content[write.offset : write.offset + len(write.content)] = write.content


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}{os.sep}")


def _folder_of(path: str) -> str:
    return os.path.dirname(path)  # noqa: PTH120 - texts of a record
