"""What a round does beyond the screen: dates kept and undone, packages, pages, lists, reminders."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui.desk import Desk
from readiness.ui.foreign_files import hold_package, read_package
from readiness.ui.icons import Icons
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.undo import DoneEdit

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.domain.period import Period
    from readiness.services.merging import Imported
    from readiness.services.round_files import RoundPacks
    from readiness.services.rounds import Round, Terms
    from readiness.services.sealed_packages import Incoming

Changes = Mapping[int, "Terms"]


class RoundWays(QObject):
    """The errands of a round; ``changed`` is sent when it has to be read again."""

    changed = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, view: QWidget) -> None:
        super().__init__(view)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._view = view

    def read(self, period: "Period", then: "Callable[[Round], None]") -> None:
        """Read a round and hand it to ``then``."""
        self._session.run_errand(partial(_read, period=period), then)

    def set_terms(self, name: str, period: "Period", before: Changes, after: Changes) -> None:
        """Keep dates and reasons, as one step that can be undone."""
        if before == after:
            return
        there, back = (partial(self._keep, period, changes) for changes in (after, before))
        self._session.undo_stack.push(DoneEdit(name, there, back))

    def take_in(self) -> None:
        """Ask for a package, and show what it would bring."""
        path, _ = QFileDialog.getOpenFileName(
            self._view,
            self.tr("Take in a package"),
            "",
            self.tr("Sealed packages (*.readiness-package);;All files (*)"),
        )
        if path:
            self.look_at(Path(path))

    def look_at(self, path: Path) -> None:
        """Prove a package and show what it would bring."""
        self._session.read_file(path, read_package, hold_package, self._on_looked)

    def save_package(self, assessment_id: int) -> None:
        """Ask where, and write what is sealed as a package."""
        errand = partial(_package_name, assessment_id=assessment_id)
        self._session.run_errand(errand, partial(self._save_package, assessment_id))

    def _save_package(self, assessment_id: int, name: str) -> None:
        kinds = self.tr("Sealed package (*.readiness-package)")
        path = self._ask_where(self.tr("Save as a sealed package"), name, kinds)
        if path:
            errand = partial(_write_package, assessment_id=assessment_id, path=Path(path))
            self._session.run_errand(errand, self._on_written)

    def export_list(self, found: "Round", today: date) -> None:
        """Ask where, and write the list for a spreadsheet."""
        from readiness.services.round_files import suggest_round_name  # noqa: PLC0415 - when it is asked for

        name = suggest_round_name(found.period, "list", ".csv")
        path = self._ask_where(self.tr("Export the list"), name, self.tr("Table (*.csv)"))
        if path:
            errand = partial(_export_list, found=found, path=Path(path), today=today)
            self._session.run_errand(errand, self._on_written)

    def save_text(self, period: "Period", text: str) -> None:
        """Ask where, and write the reminder."""
        from readiness.services.round_files import suggest_round_name  # noqa: PLC0415 - when it is asked for

        name = suggest_round_name(period, "reminder", ".txt")
        path = self._ask_where(self.tr("Save the reminder"), name, self.tr("Text (*.txt)"))
        if path:
            self._session.run_errand(partial(_save_text, text=text, path=Path(path)), self._on_written)

    def make_pages(self, period: "Period") -> None:
        """Ask for a folder, and make a page for everybody who has questions left."""
        folder = QFileDialog.getExistingDirectory(self._view, self.tr("Make the pages in this folder"))
        if folder:
            self._session.run_errand(partial(_make_pages, period=period, folder=Path(folder)), self._on_pages)

    def tell(self, words: str) -> None:
        """Say something in the bar across the top."""
        self._session.noted.emit(words)

    def _keep(self, period: "Period", changes: Changes) -> None:
        self._session.run_errand(partial(_set_terms, period=period, changes=changes), self._on_kept)

    def _put_beside(self, assessment_id: int, like: "Assessment") -> None:
        errand = partial(_refresh, assessment_id=assessment_id, like=like)
        self._session.run_errand(errand, self._on_kept)

    def _ask_where(self, title: str, name: str, kinds: str) -> str:
        return QFileDialog.getSaveFileName(self._view, title, name, kinds)[0]

    def _on_kept(self, _nothing: None) -> None:
        self.changed.emit()

    def _on_written(self, path: Path) -> None:
        self.tell(self.tr("Written: {0}").format(path.name))

    def _on_pages(self, packs: "RoundPacks") -> None:
        if not packs.made:
            self.tell(self.tr("Nobody answers privately and has questions left, so no page was made."))
            return
        folder = packs.made[0].path.parent.name
        self.tell(
            self.tr("{0} pages for {1} systems are in {2}. Send them, then take in what comes back.").format(
                len(packs.made), packs.systems, folder
            )
        )

    def _on_looked(self, incoming: "Incoming") -> None:
        from readiness.ui.dialogs.package_dialog import PackageDialog  # noqa: PLC0415 - when it is asked for

        dialog = PackageDialog(incoming, self._theme, self._icons, self._view)
        dialog.accepted_package.connect(self._on_accepted)
        dialog.open()

    def _on_accepted(self, incoming: "Incoming") -> None:
        errand = partial(_take, incoming=incoming)
        self._session.run_errand(errand, partial(self._on_taken, incoming))

    def _on_taken(self, incoming: "Incoming", done: "Imported") -> None:
        name = self.tr("taking in {0}").format(done.reference)
        if incoming.before is None:
            there = partial(self._session.restore_assessment, done.id)
            back = partial(self._session.delete_assessment, done.id)
        else:
            there, back = (
                partial(self._put_beside, done.id, one) for one in (incoming.assessment, incoming.before)
            )
        self._session.undo_stack.push(DoneEdit(name, there, back, is_done=True))
        self.tell(self.tr("{0} is taken in, sealed as it came.").format(done.reference))
        self._session.refresh_home()
        self.changed.emit()


def _read(desk: Desk, period: "Period") -> "Round":
    return desk.assessing.round_of(period)


def _set_terms(desk: Desk, period: "Period", changes: Changes) -> None:
    for system_id, terms in changes.items():
        desk.assessing.set_terms(period, system_id, terms)


def _take(desk: Desk, incoming: "Incoming") -> "Imported":
    from readiness.services.sealed_packages import take_in_package  # noqa: PLC0415 - in the database thread

    return take_in_package(desk.assessing, incoming)


def _refresh(desk: Desk, assessment_id: int, like: "Assessment") -> None:
    from readiness.services.sealed_packages import beside_of  # noqa: PLC0415 - in the database thread

    desk.assessing.refresh(assessment_id, beside_of(like))


def _package_name(desk: Desk, assessment_id: int) -> str:
    from readiness.services.sealed_packages import suggest_package_name  # noqa: PLC0415 - in the database thread

    return suggest_package_name(desk.assessing.load(assessment_id))


def _write_package(desk: Desk, assessment_id: int, path: Path) -> Path:
    from readiness.services.sealed_packages import export_package  # noqa: PLC0415 - in the database thread

    return export_package(desk.assessing, assessment_id, path)


def _export_list(_desk: Desk, found: "Round", path: Path, today: date) -> Path:
    from readiness.services.round_files import export_round  # noqa: PLC0415 - in the database thread

    return export_round(found, path, today)


def _save_text(_desk: Desk, text: str, path: Path) -> Path:
    from readiness.services.round_files import save_text  # noqa: PLC0415 - in the database thread

    return save_text(text, path)


def _make_pages(desk: Desk, period: "Period", folder: Path) -> "RoundPacks":
    from readiness.services.round_files import pack_round  # noqa: PLC0415 - in the database thread

    return pack_round(desk.assessing, period, folder)
