"""The studio's actions: what they are called, and which keys do them there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from readiness.ui.commands import Commands

if TYPE_CHECKING:
    from readiness.ui.studio_ways import StudioWays


def add_studio(ways: "StudioWays", commands: Commands) -> None:
    """Add every action that works in the studio."""
    studio = _tr("Studio")
    ways.connect_library()
    for name, text, slot, keys in (
        ("studio-find", _tr("Find a question"), ways.find, ("/",)),
        ("studio-question", _tr("New question"), partial(ways.add, "question"), ("Ctrl+N",)),
        ("studio-topic", _tr("New topic"), partial(ways.add, "topic"), ()),
        ("studio-pillar", _tr("New pillar"), partial(ways.add, "pillar"), ()),
        ("studio-up", _tr("Move up"), partial(ways.act, "up"), ("Alt+Up",)),
        ("studio-down", _tr("Move down"), partial(ways.act, "down"), ("Alt+Down",)),
        ("studio-duplicate", _tr("Duplicate"), partial(ways.act, "duplicate"), ("Ctrl+D",)),
        ("studio-delete", _tr("Delete what is selected"), partial(ways.act, "delete"), ()),
        ("studio-split", _tr("Split into two questions"), partial(ways.act, "split"), ()),
        ("studio-merge", _tr("Merge with another question…"), ways.ask_merge, ()),
        ("studio-next", _tr("Next question"), partial(ways.step, 1), ("Ctrl+Return",)),
        ("studio-before", _tr("Question before"), partial(ways.step, -1), ("Ctrl+Shift+Return",)),
        ("studio-problem", _tr("Next problem"), partial(ways.problem, 1), ("F8",)),
        ("studio-problem-before", _tr("Problem before"), partial(ways.problem, -1), ("Shift+F8",)),
        ("studio-try", _tr("Try it"), ways.try_it, ("F5",)),
        ("studio-open", _tr("Open a questionnaire file…"), ways.open_file, ("Ctrl+Shift+O",)),
        ("studio-empty", _tr("New empty questionnaire"), ways.start_empty, ()),
        ("studio-publish", _tr("Publish…"), ways.publish, ()),
    ):
        commands.add(name, text, slot, *keys, place="studio", where=studio)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
