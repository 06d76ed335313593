"""The few things one may prefer; each takes effect at once."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.services.preferences import MotionChoice, Settings, ThemeChoice
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.months import months_of_quarter
from readiness.ui.session import Session
from readiness.ui.theme import ZOOM_STEPS, Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.switch import Switch


class SettingsDialog(Sheet):
    """Theme, size of text, company, fiscal year, keys, and the way to the places of backups."""

    backups_asked = Signal()
    people_asked = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Settings"), parent)
        self.setObjectName("settings-dialog")
        self._session = session
        self._icons = icons
        self._build_theme(session.settings)
        self._build_motion(session.settings)
        self._build_company(session.settings)
        self._build_fiscal_year(session.settings)
        self._build_keys(session.settings)
        backups = self.add_button("settings-backups", self.tr("Backups…"))
        backups.clicked.connect(self._on_backups)
        backups.setEnabled(bool(session.path))
        self.foot.insertWidget(0, backups)
        people = self.add_button("settings-people", self.tr("Erase a person…"))
        people.clicked.connect(self._on_people)
        people.setEnabled(bool(session.path))
        self.foot.insertWidget(1, people)
        done = self.add_button("settings-done", self.tr("Done"), "primary")
        done.clicked.connect(self.accept)

    def done(self, result: int) -> None:
        """Keep what is still being typed, however the dialog is left."""
        self._on_company_left()
        super().done(result)

    def _build_theme(self, settings: Settings) -> None:
        words = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        options = [(choice, words[choice]) for choice in get_args(ThemeChoice)]
        self._theme_choice = Segmented(self._theme, self.tr("Theme"), options, self)
        self._theme_choice.setObjectName("theme")
        self._theme_choice.set_value(settings.theme)
        self._theme_choice.chosen.connect(self._on_theme_chosen)
        row = QHBoxLayout()
        row.setSpacing(16)
        label = self.tr("Theme")
        row.addWidget(LabelledField(self._theme, self._icons, label, self._theme_choice, self))
        row.addWidget(self._build_zoom(settings), 1)
        self.body.addLayout(row)

    def _build_zoom(self, settings: Settings) -> LabelledField:
        label = self.tr("Size of text")
        self._zoom = Select(self._theme, label, self)
        self._zoom.setObjectName("zoom")
        self._zoom.set_options([(str(step), f"{step:.0%}") for step in ZOOM_STEPS])
        self._zoom.set_key_value(str(settings.zoom))
        self._zoom.chosen.connect(self._on_zoom_chosen)
        return LabelledField(self._theme, self._icons, label, self._zoom, self)

    def _build_motion(self, settings: Settings) -> None:
        words = {"system": self.tr("As the system"), "full": self.tr("Full"), "reduced": self.tr("Reduced")}
        options = [(choice, words[choice]) for choice in get_args(MotionChoice)]
        self._motion = Segmented(self._theme, self.tr("Motion"), options, self)
        self._motion.setObjectName("motion")
        self._motion.set_value(settings.motion)
        self._motion.chosen.connect(self._on_motion_chosen)
        label = self.tr("Motion")
        self.body.addWidget(LabelledField(self._theme, self._icons, label, self._motion, self))

    def _build_company(self, settings: Settings) -> None:
        self._company = Field(self._theme, self.tr("Company"), self)
        self._company.setObjectName("company")
        self._company.setText(settings.company)
        self._company.setMaxLength(120)
        self._company.editingFinished.connect(self._on_company_left)
        labelled = LabelledField(self._theme, self._icons, self.tr("Company"), self._company, self)
        labelled.set_note(self.tr("Printed at the foot of each page of a report."))
        self.body.addWidget(labelled)

    def _build_fiscal_year(self, settings: Settings) -> None:
        self._month = Select(self._theme, self.tr("Fiscal year starts in"), self)
        self._month.setObjectName("fiscal-year-start")
        month_name = QLocale().standaloneMonthName
        self._month.set_options([(str(month), month_name(month)) for month in range(1, 13)])
        self._month.set_key_value(str(settings.fiscal_year_start))
        self._month.chosen.connect(self._on_month_chosen)
        self._months = LabelledField(
            self._theme, self._icons, self.tr("Fiscal year starts in"), self._month, self
        )
        self._say_months(settings)
        self.body.addWidget(self._months)

    def _build_keys(self, settings: Settings) -> None:
        self._single_keys = Switch(self._theme, self.tr("Single keys (0–4, D, X, N …)"), self)
        self._single_keys.setObjectName("single-keys")
        self._single_keys.setChecked(settings.single_keys)
        self._single_keys.clicked.connect(self._on_single_keys)
        self._auto_advance = Switch(self._theme, self.tr("Go to the next question after an answer"), self)
        self._auto_advance.setObjectName("auto-advance")
        self._auto_advance.setChecked(settings.auto_advance)
        self._auto_advance.clicked.connect(self._on_auto_advance)
        self._mark = Switch(self._theme, self.tr("Show last quarter’s level after an answer"), self)
        self._mark.setObjectName("last-quarters-mark")
        self._mark.setChecked(settings.last_quarters_mark)
        self._mark.clicked.connect(self._on_mark)
        for switch in (self._single_keys, self._auto_advance, self._mark):
            self.body.addWidget(switch)

    def _say_months(self, settings: Settings) -> None:
        months = months_of_quarter(1, settings.fiscal_year_start)
        self._months.set_note(
            self.tr("Q1 is printed as {months}. Nothing else changes.").format(months=months)
        )

    def _on_backups(self) -> None:
        self.accept()
        self.backups_asked.emit()

    def _on_people(self) -> None:
        self.accept()
        self.people_asked.emit()

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self._session.change_settings(replace(self._session.settings, theme=choice))

    def _on_zoom_chosen(self, zoom: str) -> None:
        self._session.change_settings(replace(self._session.settings, zoom=float(zoom)))

    def _on_company_left(self) -> None:
        company = " ".join(self._company.text().split())
        self._session.change_settings(replace(self._session.settings, company=company))

    def _on_month_chosen(self, month: str) -> None:
        settings = replace(self._session.settings, fiscal_year_start=int(month))
        self._session.change_settings(settings)
        self._say_months(settings)

    def _on_single_keys(self) -> None:
        work = self._single_keys.isChecked()
        self._session.change_settings(replace(self._session.settings, single_keys=work))

    def _on_auto_advance(self) -> None:
        advance = self._auto_advance.isChecked()
        self._session.change_settings(replace(self._session.settings, auto_advance=advance))

    def _on_mark(self) -> None:
        shown = self._mark.isChecked()
        self._session.change_settings(replace(self._session.settings, last_quarters_mark=shown))

    def _on_motion_chosen(self, choice: MotionChoice) -> None:
        self._session.change_settings(replace(self._session.settings, motion=choice))
