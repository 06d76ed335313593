"""What one does with whole assessments: print the agenda, hand over, delete, restore, start a revision."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui.desk import Desk
from readiness.ui.paper_places import documents, with_pdf
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.services.handing_over import HandedOver

Told = Callable[[str, int], None]
"""Takes the folder that was written, and how many open points are told in it."""

_LETTER = QLocale.MeasurementSystem.ImperialUSSystem


@dataclass(frozen=True, slots=True)
class _Named:
    """An assessment by its key, and as people name it."""

    id: int
    name: str


class AssessmentWays(QObject):
    """Asks where one has to be asked, and lets the session do it."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window
        self._revising = 0

    def print_agenda(self) -> None:
        """Ask for a place and write the agenda of the open assessment there."""
        from readiness.services.exporting import suggest_name  # noqa: PLC0415 - after the first paint

        assessment = self._session.assessment
        if assessment is None:
            return
        kinds = (self.tr("PDF on A4 (*.pdf)"), self.tr("PDF on Letter (*.pdf)"))
        usual = kinds[QLocale().measurementSystem() == _LETTER]
        wanted = str(documents() / suggest_name(assessment, "pdf", "agenda"))
        title = self.tr("Print the agenda")
        chosen = ""
        while not chosen:
            path, kind = QFileDialog.getSaveFileName(self._window, title, wanted, ";;".join(kinds), usual)
            if not path:
                return
            wanted = str(with_pdf(Path(path)))
            # A name that gets its ending here is asked for again where it is taken.
            chosen = wanted if wanted == path or not Path(wanted).exists() else ""
        self.write_agenda(Path(chosen), is_letter=kind == kinds[1])

    def write_agenda(self, path: Path, *, is_letter: bool) -> None:
        """Write the agenda; the bar says when it is there."""
        from readiness.reports.options import ReportOptions  # noqa: PLC0415 - after the first paint

        options = ReportOptions(
            paper="Letter" if is_letter else "A4",
            company=self._session.settings.company,
            made_on=self._session.now().date().isoformat(),
        )
        self._session.export_agenda(path, options)

    def export_audit(self) -> None:
        """Ask for a place and write there how the open assessment came about."""
        from readiness.services.auditing import suggest_audit_name  # noqa: PLC0415 - after the first paint
        from readiness.services.exporting import AUDIT  # noqa: PLC0415 - likewise

        assessment = self._session.assessment
        if assessment is None:
            self._session.noted.emit(self.tr("Open an assessment to write its audit file."))
            return
        kind, chosen = self.tr("Audit file (*.audit.zip)"), ""
        wanted = str(documents() / suggest_audit_name(assessment))
        while not chosen:
            path, _ = QFileDialog.getSaveFileName(
                self._window, self.tr("Export the audit file"), wanted, kind
            )
            if not path:
                return
            wanted = path if path.lower().endswith(AUDIT) else f"{path}{AUDIT}"
            chosen = wanted if wanted == path or not Path(wanted).exists() else ""
        self._session.export_audit(Path(chosen))

    def hand_over(self, told: Told) -> None:
        """Ask for a folder and write everything there that somebody else needs to go on; then tell."""
        title = self.tr("Hand over this file: choose a folder")
        place = ""
        if self._session.path:
            place = QFileDialog.getExistingDirectory(self._window, title, str(documents()))
        if place:
            self._session.flush()
            self._session.run_errand(partial(_hand_over, Path(place)), partial(_tell, told))

    def delete_open(self) -> None:
        """Put the open assessment into the trash."""
        if self._session.assessment_id is not None:
            self._session.delete_assessment(self._session.assessment_id)

    def show_trash(self) -> None:
        """Show what was deleted."""
        if self._session.path:
            from readiness.ui.dialogs.trash_dialog import TrashDialog  # noqa: PLC0415 - when it is asked for

            TrashDialog(self._session, self._theme, self._window).open()

    def ask_for_revision(self, assessment_id: int) -> None:
        """Say what a revision is, and start it where that is wanted."""
        found = self._found(assessment_id)
        if found is None:
            return
        from readiness.ui.dialogs.question_dialog import QuestionDialog  # noqa: PLC0415 - when it is asked for

        self._revising = assessment_id
        title = self.tr("Start a revision of {0}?").format(found.name)
        text = self.tr(
            "A revision is an open copy with every answer, for corrections; the sealed one stays as it is."
        )
        dialog = QuestionDialog(self._theme, title, text, self._window)
        dialog.add_way("stay", self.tr("Cancel"), "quiet")
        dialog.add_way("revise", self.tr("Start the revision"), "primary")
        dialog.chosen.connect(self._on_way_chosen)
        dialog.open()

    def _on_way_chosen(self, way: str) -> None:
        if way == "revise":
            self._session.start_revision(self._revising)

    def _found(self, assessment_id: int) -> _Named | None:
        for system in self._session.home:
            for line in system.assessments:
                if line.id == assessment_id:
                    name = f"{system.name}, {shown_quarter(line.period, line.revision)}"
                    return _Named(line.id, name)
        return None


def _hand_over(place: Path, desk: Desk) -> "HandedOver":
    from readiness.services.handing_over import hand_over  # noqa: PLC0415 - after the first paint

    return hand_over(desk.assessing, place)


def _tell(told: Told, made: "HandedOver") -> None:
    told(str(made.folder), made.points)
