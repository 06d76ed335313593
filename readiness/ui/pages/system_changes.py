"""The part of a row’s menu that changes the system itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

RENAME, TEAM, SPLIT, MERGE, ARCHIVE, UNARCHIVE = "rename", "team", "split", "merge", "archive", "unarchive"


def add_system_changes(
    menu: "QMenu", system_id: int, asked: "Callable[[str, int], object]", *, archived: bool = False
) -> None:
    """Add what can be done with a system; ``asked`` hears what, and with which."""
    offered = (
        ((UNARCHIVE, _tr("Take out of the archive")),)
        if archived
        else (
            (RENAME, _tr("Rename…")),
            (TEAM, _tr("Team…")),
            (SPLIT, _tr("Split into parts…")),
            (MERGE, _tr("Merge with another…")),
            (ARCHIVE, _tr("Archive")),
        )
    )
    menu.addSeparator()
    for key, text in offered:
        menu.addAction(text, partial(asked, key, system_id)).setObjectName(f"row-{key}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SystemChanges", text)
