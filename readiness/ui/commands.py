"""Everything one can do from anywhere, as QActions: the palette, the keys sheet and the window share them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_PLAIN: Final = frozenset({"", "Shift"})


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One line of the keys sheet: where it works, the keys, what they do."""

    where: str
    keys: tuple[str, ...]
    does: str


class Commands(QObject):
    """Holds the window's actions. Single keys can be switched off; while typing Qt gives them to the text."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._where: dict[QAction, str] = {}
        self._places: dict[QAction, str] = {}
        self._sequences: dict[QAction, list[QKeySequence]] = {}
        self._taken: frozenset[str] = frozenset()
        self._single_keys = True

    def add(
        self, name: str, text: str, slot: Callable[[], object], *keys: str, where: str = "", place: str = ""
    ) -> QAction:
        """Add an action; several keys may do the same. ``place`` is the only page it works on."""
        action = QAction(text, self._window)
        action.triggered.connect(partial(_call, slot))
        if place:
            self._places[action] = place
        return self.adopt(name, action, *keys, where=where)

    def adopt(self, name: str, action: QAction, *keys: str, where: str = "") -> QAction:
        """Take in an action that something else made, undo for one."""
        action.setObjectName(name)
        sequences = [QKeySequence(key) for key in keys]
        self._sequences[action] = sequences
        action.setShortcuts(self._working(sequences))
        self._where[action] = where
        self._window.addAction(action)
        return action

    def set_single_keys(self, *, work: bool) -> None:
        """Switch the single keys on or off; keys with Ctrl or Alt, Enter and function keys always work."""
        self._single_keys = work
        self._set_keys()

    def set_place(self, place: str) -> None:
        """Let the actions of one page work; those of the others rest, as their keys mean something else."""
        for action, home in self._places.items():
            action.setEnabled(home == place)
        own = [action for action, home in self._places.items() if home == place]
        self._taken = frozenset(key.toString() for action in own for key in self._sequences[action])
        self._set_keys()

    def everywhere(self) -> tuple[QAction, ...]:
        """Return the actions that belong to no single page, in the order they were added."""
        return tuple(action for action in self._where if action not in self._places)

    def of_place(self, place: str) -> tuple[QAction, ...]:
        """Return the actions that belong to one page, in the order they were added."""
        return tuple(action for action in self._where if self._places.get(action) == place)

    def key_help(self) -> tuple[KeyHelp, ...]:
        """Return what the keys sheet says of the actions that have keys."""
        return tuple(
            KeyHelp(where, tuple(shown(key) for key in action.shortcuts()), plain(action.text()))
            for action, where in self._where.items()
            if action.shortcuts() and action.isEnabled()
        )

    def _set_keys(self) -> None:
        """Give every action its keys; what a page needs itself is its own while it is shown."""
        for action, sequences in self._sequences.items():
            keys = self._working(sequences)
            if action not in self._places:
                keys = [key for key in keys if key.toString() not in self._taken]
            if keys != action.shortcuts():
                action.setShortcuts(keys)

    def _working(self, sequences: Sequence[QKeySequence]) -> list[QKeySequence]:
        return [key for key in sequences if self._single_keys or not _is_single(key)]


def _call(slot: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what Qt says of a tick
    """Do what an action does. Its tick is no system's name: Qt hands it to whatever takes something."""
    slot()


def shown(sequence: QKeySequence) -> str:
    """Return keys as the platform writes them."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def plain(text: str) -> str:
    """Return the text of an action without the mark of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _is_single(sequence: QKeySequence) -> bool:
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    modifiers, _, key = text.rpartition("+")
    return len(key or text) == 1 and modifiers in _PLAIN
