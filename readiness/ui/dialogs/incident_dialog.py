"""One incident: when, what went wrong, and which questions it came from."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.incidents import Incident
from readiness.ui.days import parse_day
from readiness.ui.dialogs.question_finder import QuestionFinder
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text_area import TextArea


class IncidentDialog(Sheet):
    """``kept`` carries the incident once it says when and what; ``removed`` takes it off the log."""

    kept = Signal(object)  # Incident
    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        incident: Incident | None,
        offered: Sequence[tuple[str, str]],
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, _title(incident), parent)
        self.setObjectName("incident-dialog")
        self._incident = incident
        self._today = today
        self._day = Field(theme, self.tr("Day"), self)
        self._what = Field(theme, self.tr("What went wrong"), self)
        self._note = TextArea(theme, self.tr("Note"), self)
        self._finder = QuestionFinder(theme, offered, self)
        self._day_field = LabelledField(theme, icons, self.tr("Day"), self._day, self)
        self._what_field = LabelledField(theme, icons, self.tr("What went wrong"), self._what, self)
        self._rest = (
            LabelledField(theme, icons, self.tr("Questions it came from"), self._finder, self),
            LabelledField(theme, icons, self.tr("Note"), self._note, self),
        )
        self._fill()
        self._build_form()

    def _fill(self) -> None:
        for name, field in (("day", self._day), ("title", self._what), ("note", self._note)):
            field.setObjectName(f"incident-{name}")
        self._note.set_rows(2)
        given = self._incident
        if given is None:
            self._day.setText(self._today.isoformat())
        else:
            self._day.setText(given.on)
            self._what.setText(given.title)
            self._note.set_text(given.note)
            self._finder.set_questions(given.questions)

    def _build_form(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._what_field, 0, 0, top)
        grid.addWidget(self._day_field, 0, 1, top)
        for row, field in enumerate(self._rest, start=1):
            grid.addWidget(field, row, 0, 1, 2)
        self.body.addLayout(grid)
        if self._incident is not None:
            remove = self.add_button("remove-incident", self.tr("Remove"), "plain")
            remove.clicked.connect(self._on_remove)
        cancel = self.add_button("cancel-incident", self.tr("Cancel"), "quiet")
        keep = self.add_button("keep-incident", self.tr("Keep"), "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        self._what.setFocus()

    def _on_remove(self) -> None:
        self.accept()
        self.removed.emit()

    def _on_keep(self) -> None:
        day, title = self._read_day(), self._what.text().strip()
        self._what_field.set_error("" if title else self.tr("Write what went wrong."))
        if day is None or not title:
            (self._what if not title else self._day).setFocus()
            return
        self.accept()
        at = self._incident.at if self._incident is not None else ""
        note = self._note.toPlainText().strip()
        self.kept.emit(Incident(on=day, title=title, questions=self._finder.questions, note=note, at=at))

    def _read_day(self) -> str | None:
        try:
            day = parse_day(self._day.text().strip(), self._today).isoformat()
        except ValueError:
            self._day_field.set_error(self.tr("Write a day like 22 Sep or 2026-09-22."))
            return None
        self._day_field.set_error("")
        return day


def _title(incident: Incident | None) -> str:
    words = "Log an incident" if incident is None else "Incident"
    return QCoreApplication.translate("IncidentDialog", words)
