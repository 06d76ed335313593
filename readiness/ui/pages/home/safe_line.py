"""The line under Home's cards: where everything is, and what there is besides."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from readiness.ui.months import moment
from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.writing_back import Standing


class SafeLine(TextBlock):
    """Says that everything is in one file on this computer, or on a copy, and when it was backed up."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(theme, "", "caption", "ink2", parent)
        self._now = now
        self._standing = Standing()
        self._last_backup = ""

    def show_backup(self, made_at: str) -> None:
        """Say when the newest backup was made, in UTC; empty for none."""
        self._last_backup = made_at
        self._say()

    def show_standing(self, standing: Standing) -> None:
        """Say whether the workspace is worked on through a copy, and what its folder has."""
        self._standing = standing
        self._say()

    def _say(self) -> None:
        parts = [self._where()]
        if self._last_backup:
            parts.append(self.tr("Last backup {0}.").format(moment(self._last_backup, self._now())))
        self.setText(" ".join(parts))

    def _where(self) -> str:
        standing = self._standing
        if not standing.is_on_copy:
            return self.tr("Everything is in one file on this computer.")
        if standing.since:
            text = self.tr("Everything is saved on this computer. Its folder could not be written since {0}.")
            return text.format(standing.since)
        if standing.at:
            text = self.tr("You work on a copy on this computer; its folder had all of it at {0}.")
            return text.format(standing.at)
        return self.tr("You work on a copy on this computer; it is being written back to its folder.")
