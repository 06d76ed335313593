"""The ways to rename, split, merge and archive a system: what has to be asked first, and the doing."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.errors import InputError
from readiness.ui.icons import Icons
from readiness.ui.pages.system_changes import ARCHIVE, MERGE, RENAME, SPLIT, TEAM, UNARCHIVE
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.services.first_look import SystemLine
    from readiness.ui.dialogs.names_dialog import NamesDialog

_LEAST = 2


class SystemWays(QObject):
    """Asks where one has to be asked, and lets the session do it."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._window = window

    def change(self, what: str, system_id: int) -> None:
        """Change a system as a menu asked for it."""
        system = next((one for one in self._session.home if one.id == system_id), None)
        if system is None or self._session.read_only:
            return
        asking = {
            RENAME: self._ask_name,
            TEAM: self._ask_team,
            SPLIT: self._ask_parts,
            MERGE: self._ask_partner,
        }
        if what in asking:
            asking[what](system)
        elif what in (ARCHIVE, UNARCHIVE):
            self._session.archive_system(system_id, archived=what == ARCHIVE)

    def _ask_name(self, system: "SystemLine") -> None:
        text = self.tr("Its quarters and their seals stay with it; a seal still says the name it was given.")
        dialog = self._dialog(self.tr("Rename {0}").format(system.name), text, 1, (system,))
        dialog.ask_name(self.tr("New name"), system.name)
        dialog.chosen.connect(partial(self._on_named, system.id))
        dialog.finish(self.tr("Rename"))
        dialog.open()

    def _ask_team(self, system: "SystemLine") -> None:
        from readiness.ui.dialogs.names_dialog import NamesDialog  # noqa: PLC0415 - when it is asked for

        title = self.tr("Team of {0}").format(system.name)
        text = self.tr("The portfolio report adds up what each team is asked for. Leave it empty for none.")
        dialog = NamesDialog(self._theme, self._icons, title, text, _any_name, self._window)
        dialog.ask_name(self.tr("Team"), system.team)
        dialog.chosen.connect(partial(self._on_team, system.id))
        dialog.finish(self.tr("Keep"))
        dialog.open()

    def _ask_parts(self, system: "SystemLine") -> None:
        text = self.tr(
            "The parts go on from its sealed quarters. It goes to the archive, unless a part keeps its name."
        )
        dialog = self._dialog(self.tr("Split {0}").format(system.name), text, _LEAST, (system,))
        for number in range(1, 5):
            label = self.tr("Part {0}") if number <= _LEAST else self.tr("Part {0}, optional")
            dialog.ask_name(label.format(number))
        dialog.chosen.connect(partial(self._on_parted, system.id))
        dialog.finish(self.tr("Split"))
        dialog.open()

    def _ask_partner(self, system: "SystemLine") -> None:
        others = [one for one in self._session.home if one.id != system.id and not one.archived]
        if not others:
            self._session.noted.emit(self.tr("There is no other system to merge with."))
            return
        text = self.tr(
            "What follows goes on under one name; what does not keep its name is archived with its quarters."
        )
        dialog = self._dialog(self.tr("Merge {0}").format(system.name), text, 1, (system, *others))
        dialog.ask_name(self.tr("Name of the merged system"), system.name)
        dialog.ask_partner(self.tr("Merge with"), [(str(one.id), one.name) for one in others])
        dialog.chosen.connect(partial(self._on_merged, system.id))
        dialog.finish(self.tr("Merge"))
        dialog.open()

    def _dialog(self, title: str, text: str, least: int, own: "Sequence[SystemLine]") -> "NamesDialog":
        from readiness.ui.dialogs.names_dialog import NamesDialog  # noqa: PLC0415 - when it is asked for

        problem = partial(self._problem, least, frozenset(one.id for one in own))
        return NamesDialog(self._theme, self._icons, title, text, problem, self._window)

    def _problem(self, least: int, own: frozenset[int], names: Sequence[str]) -> str:
        """Say what is wrong with names; a name of one of the systems themselves may be kept."""
        from readiness.services.drafts import checked_name  # noqa: PLC0415 - when it is asked for
        from readiness.services.systems import folded  # noqa: PLC0415 - likewise

        if len(names) < least:
            return self.tr("Write a name.") if least == 1 else self.tr("Write at least two names.")
        try:
            read = [folded(checked_name(name)) for name in names]
        except InputError as error:
            return error.sentence()
        if len(set(read)) < len(read):
            return self.tr("Two of the names read the same.")
        taken = {folded(one.name) for one in self._session.home if one.id not in own}
        clash = next((name for name, key in zip(names, read, strict=True) if key in taken), "")
        return self.tr("Another system is called {0}.").format(clash) if clash else ""

    def _on_named(self, system_id: int, names: list[str], _partner: str) -> None:
        self._session.rename_system(system_id, names[0])

    def _on_team(self, system_id: int, names: list[str], _partner: str) -> None:
        self._session.set_team(system_id, names[0] if names else "")

    def _on_parted(self, system_id: int, names: list[str], _partner: str) -> None:
        self._session.split_system(system_id, names)

    def _on_merged(self, system_id: int, names: list[str], partner: str) -> None:
        self._session.merge_systems((system_id, int(partner)), names[0])


def _any_name(_names: Sequence[str]) -> str:
    """Every name will do for a team, and so will none."""
    return ""
