"""Hears of every file that Python opens, and remembers those that SQLite has open as a workspace.

Closing such a handle would drop SQLite's lock (reliability, finding 2).
SQLite’s own calls are not heard here.
"""

import os
import sys

from readiness.storage.file_checks import is_any_held, is_held


class WorkspaceGuard:
    """What was opened beside SQLite; the fixture ``workspace_guard`` fails a test that leaves any."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._is_asking = False

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Listen, as an audit hook."""
        if event != "open" or self._is_asking or not isinstance(arguments[0], str | bytes | os.PathLike):
            return
        self._is_asking = True
        try:
            # By whatever name: a link opens the file as well.
            if is_any_held() and is_held(name := os.fsdecode(arguments[0])):
                self.opened.append(name)
        finally:
            self._is_asking = False


GUARD = WorkspaceGuard()
sys.addaudithook(GUARD.hear)
