"""Questionnaires in the window: one is taken in after a preview; the library shows where each is used."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui.desk import Desk
from readiness.ui.foreign_files import hold_questionnaire, read_columns, read_questionnaire
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.exchange.spreadsheet.mapping import Mapping
    from readiness.services.foreign import Answered
    from readiness.services.merging import Imported, Merge
    from readiness.services.shelf import Looked
    from readiness.services.tables import Tabled


class QuestionnaireWays(QObject):
    """The two errands about questionnaires, each with its sheet."""

    edit_asked = Signal(str)  # the reference of what the studio shall write on
    start_asked = Signal(str)  # the reference of what a new assessment shall ask

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window

    def take_in(self) -> None:
        """Ask for a file, and show what it would bring."""
        if not self._may_take_in():
            return
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take in a questionnaire"),
            "",
            self.tr("Questionnaires, lenses, reviews, spreadsheets (*.json *.yaml *.yml *.csv *.tsv *.xlsx)"),
        )
        if path:
            self.look_at(Path(path))

    def look_at(self, path: Path) -> None:
        """Show what a file would bring, and of a spreadsheet first ask what its columns are."""
        if self._may_take_in():
            self._session.read_file(path, read_questionnaire, hold_questionnaire, self._on_looked)

    def show_library(self) -> None:
        """Show every questionnaire, and where it is used."""
        if not self._session.path:
            self._session.noted.emit(self.tr("Open a workspace to see its questionnaires."))
            return
        from readiness.ui.dialogs.library_dialog import LibraryDialog  # noqa: PLC0415 - when it is asked for

        dialog = LibraryDialog(self._session, self._theme, self._window)
        dialog.start_asked.connect(self.start_asked)
        dialog.take_in_asked.connect(self.take_in)
        dialog.edit_asked.connect(self.edit_asked)
        dialog.open()

    def show_preview(self, looked: "Looked") -> None:
        """Show what a file would bring; nothing is stored yet."""
        from readiness.ui.dialogs.lens_dialog import LensDialog  # noqa: PLC0415 - when it is asked for

        systems = [system.name for system in self._session.home if not system.archived]
        dialog = LensDialog(looked, systems, self._theme, self._window)
        dialog.accepted_lens.connect(self._on_accepted)
        dialog.open()

    def _may_take_in(self) -> bool:
        may = bool(self._session.path) and not self._session.read_only
        if not may:
            self._session.noted.emit(self.tr("Open a workspace that you may change, to take one in."))
        return may

    def _on_looked(self, found: "Looked | Tabled") -> None:
        from readiness.services.tables import Tabled  # noqa: PLC0415 - when a file is there

        if isinstance(found, Tabled):
            self._ask_columns(found)
        else:
            self.show_preview(found)

    def _ask_columns(self, table: "Tabled") -> None:
        from readiness.services.column_memory import recall  # noqa: PLC0415 - when a table is there
        from readiness.ui.dialogs.columns_dialog import ColumnsDialog  # noqa: PLC0415 - see above

        known = recall(self._session.settings.columns, table.sheets)
        dialog = ColumnsDialog(table, known or table.mapping, self._theme, self._window)
        if known is not None:
            dialog.say_known()
        dialog.mapped.connect(self._on_mapped)
        dialog.open()

    def _on_mapped(self, table: "Tabled", mapping: "Mapping") -> None:
        from readiness.services.tables import remembered  # noqa: PLC0415 - when a table is there

        settings = self._session.settings
        kept = remembered(settings.columns, table, mapping)
        self._session.change_settings(replace(settings, columns=kept))
        reading = partial(read_columns, table=table, mapping=mapping)
        self._session.read_file(Path(table.name), reading, hold_questionnaire, self.show_preview)

    def _on_accepted(self, looked: "Looked", answered: "Answered | None", merge: "Merge") -> None:
        self._session.flush()
        errand = partial(_take, looked=looked, answered=answered, merge=merge)
        self._session.run_errand(errand, partial(self._on_taken, looked.questionnaire.reference))

    def _on_taken(self, reference: str, done: "Imported | None") -> None:
        if done is None:
            self._session.noted.emit(
                self.tr("{0} is taken in. New assessment offers it under “Questions”.").format(reference)
            )
            return
        count = len(done.new) + len(done.changed)
        told = self.tr("{0}: {1} answers taken in, {2} as they were.")
        self._session.noted.emit(told.format(done.reference, count, len(done.unchanged)))
        if self._session.assessment_id == done.id:
            self._session.open_assessment(done.id)
        else:
            self._session.refresh_home()


def _take(desk: Desk, looked: "Looked", answered: "Answered | None", merge: "Merge") -> "Imported | None":
    from readiness.services.foreign import take  # noqa: PLC0415 - in the database thread

    return take(desk.assessing, looked, answered, merge)
