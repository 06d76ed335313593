"""The user’s own marks on the pages: company, logo, accent; each says what it does and why it is refused."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from readiness.errors import InputError
from readiness.services.report_choices import ReportChoices
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class Branding(QWidget):
    """Company, accent and logo; ``chosen`` hands on the choices, ``named`` the company."""

    chosen = Signal(object)  # ReportChoices
    named = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices = ReportChoices()
        self._company = Field(theme, self.tr("Company"), self)
        self._company.setObjectName("report-company")
        self._company.setMaxLength(120)
        self._company.setPlaceholderText(self.tr("Printed at the foot of each page"))
        self._company.editingFinished.connect(self._on_company)
        self._accent = Field(theme, self.tr("Accent colour"), self)
        self._accent.setObjectName("report-accent")
        self._accent.setMaxLength(7)
        self._accent.setPlaceholderText(self.tr("#0f5a78"))
        self._accent.editingFinished.connect(self._on_accent)
        self._accent_field = LabelledField(theme, icons, self.tr("Accent"), self._accent, self)
        self._logo = Button(theme, self.tr("Choose a logo…"), "plain", self)
        self._logo.setObjectName("report-logo")
        self._logo.set_size("medium")
        self._logo.clicked.connect(self._on_logo)
        self._no_logo = Button(theme, self.tr("Remove"), "quiet", self)
        self._no_logo.setObjectName("report-no-logo")
        self._no_logo.setAccessibleName(self.tr("Remove the logo"))
        self._no_logo.set_size("medium")
        self._no_logo.clicked.connect(self._on_no_logo)
        self._logo_words = TextBlock(theme, "", "caption", "ink2", self)
        self._build(icons)

    def show_choices(self, choices: ReportChoices, company: str) -> None:
        """Show what is chosen; what is being typed stays."""
        self._choices = choices
        if not self._company.hasFocus():
            self._company.setText(company)
        if not self._accent.hasFocus():
            self._accent.setText(choices.accent)
        self._no_logo.setVisible(bool(choices.logo))
        name = Path(choices.logo).name
        told = self.tr("{0}, on the cover").format(name) if name else self.tr("PNG or JPEG, for the cover")
        self._logo_words.setText(told)

    def _on_company(self) -> None:
        self.named.emit(" ".join(self._company.text().split()))

    def _on_accent(self) -> None:
        from readiness.reports.palette import own_accent  # noqa: PLC0415 - after the first paint

        accent = self._accent.text().strip().lower()
        try:
            own_accent(accent)
        except InputError as error:
            self._accent_field.set_error(f"{error.happened} {error.remedy}")
            return
        self._accent_field.set_error("")
        if accent != self._choices.accent:
            self.chosen.emit(replace(self._choices, accent=accent))

    def _on_logo(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), self._choices.folder, kinds)
        if path:
            self.chosen.emit(replace(self._choices, logo=path))

    def _on_no_logo(self) -> None:
        self.chosen.emit(replace(self._choices, logo=""))

    def _build(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(LabelledField(self._theme, icons, self.tr("Company"), self._company, self))
        column.addWidget(self._accent_field)
        column.addWidget(Text(self._theme, self.tr("Logo"), "label", "ink2", self))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._logo)
        row.addWidget(self._no_logo)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._logo_words)
