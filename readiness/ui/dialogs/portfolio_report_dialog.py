"""The report over all systems: of which quarter, on which paper, and how far it is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.period import Period
from readiness.errors import ReadinessError
from readiness.reports.options import Paper, ReportOptions
from readiness.services.report_choices import ReportChoices
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.paper_places import ask_for_pdf, remembered
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.progress_line import ProgressLine
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip

_WIDTH = 620


class PortfolioReportDialog(Sheet):
    """Enter exports; what is being made can be stopped, and what was written opened or shown."""

    def __init__(
        self,
        session: Session,
        quarters: Sequence[str],
        chosen: str,
        theme: Theme,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, self.tr("Portfolio report"), parent)
        self.setObjectName("portfolio-report-dialog")
        self._session = session
        self._exported = ""
        self._quarter = Select(theme, self.tr("Quarter"), self)
        self._quarter.setObjectName("portfolio-report-quarter")
        self._quarter.set_options([(quarter, shown_quarter(quarter)) for quarter in quarters])
        self._quarter.set_key_value(chosen)
        papers = (("A4", "A4"), ("Letter", self.tr("Letter")))
        self._paper = Segmented(theme, self.tr("Paper"), papers, self)
        self._paper.setObjectName("portfolio-report-paper")
        inks = (("colour", self.tr("Colour")), ("grey", self.tr("Grey")))
        self._ink = Segmented(theme, self.tr("Ink"), inks, self)
        self._ink.setObjectName("portfolio-report-ink")
        self._said = TextBlock(theme, "", "body", "ink", self)
        self._said.setObjectName("portfolio-report-state")
        self._progress = ProgressLine(theme, self)
        self._progress.setObjectName("portfolio-report-progress")
        self.setMinimumWidth(theme.px(_WIDTH))
        self._lay_out(icons)
        self._connect()
        self._show_idle()
        self._export.setFocus()

    def reject(self) -> None:
        """Stop what is being made before leaving."""
        self._session.portfolio_press.cancel()
        super().reject()

    def export_to(self, path: Path) -> None:
        """Write the report; the line says how it goes."""
        self._session.change_settings(
            replace(self._session.settings, report=replace(self._kept, folder=str(path.parent)))
        )
        self._show_busy()
        self._session.export_portfolio(Period.parse(self._quarter.key), path, self._options())

    # Slots

    def _on_export(self) -> None:
        from readiness.services.portfolio_report import (  # noqa: PLC0415 - only for paper
            suggest_portfolio_name,
        )

        wanted = remembered(self._kept.folder) / suggest_portfolio_name(Period.parse(self._quarter.key))
        title, kind = self.tr("Export the portfolio report"), self.tr("PDF (*.pdf)")
        path = ask_for_pdf(self, title, wanted, kind)
        if path is not None:
            self.export_to(path)

    def _on_option(self, _value: object) -> None:
        paper: Paper = "Letter" if self._paper.value == "Letter" else "A4"
        chosen = replace(self._kept, paper=paper, grey=self._ink.value == "grey")
        self._session.change_settings(replace(self._session.settings, report=chosen))

    def _on_progress(self, done: int, whole: int) -> None:
        drawing = self.tr("Drawing the two pages…")
        planning = self.tr("Planning {0} of {1} systems…").format(done + 1, whole)
        self._said.setText(planning if done < whole else drawing)
        self._progress.show_share(done, whole + 1)

    def _on_exported(self, path: str) -> None:
        self._exported = path
        self._show_idle()
        self._say(self.tr("Written: {0}").format(Path(path).name), path)
        for button in (self._open, self._folder):
            button.show()
        self._open.setFocus()

    def _on_failed(self, error: object) -> None:
        self._show_idle()
        if isinstance(error, ReadinessError):
            self._say(error.sentence())

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._exported))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._exported).parent)))

    # Showing

    @property
    def _kept(self) -> ReportChoices:
        return self._session.settings.report

    def _options(self) -> ReportOptions:
        settings, kept = self._session.settings, self._kept
        return ReportOptions(
            audience="leadership",
            paper=kept.paper,
            grey=kept.grey,
            company=settings.company,
            accent=kept.accent,
            logo_path=kept.logo,
            fiscal_year_start=settings.fiscal_year_start,
        )

    def _say(self, words: str, tip: str = "") -> None:
        self._said.setText(words)
        self._said.setToolTip(plain_tooltip(tip))
        self._said.setVisible(bool(words))

    def _show_busy(self) -> None:
        self._show_state(is_busy=True)
        self._say(self.tr("Reading the systems…"))
        self._progress.show_share(0, 1)
        self._stop.setFocus()

    def _show_idle(self) -> None:
        had_focus = self._stop.hasFocus()
        self._show_state(is_busy=False)
        self._say("")
        if had_focus:
            self._export.setFocus()

    def _show_state(self, *, is_busy: bool) -> None:
        for part in (self._progress, self._stop):
            part.setVisible(is_busy)
        for choice in (self._export, self._quarter, self._paper, self._ink):
            choice.setEnabled(not is_busy)
        self._export.setToolTip(self.tr("The report is being made") if is_busy else "")
        for button in (self._open, self._folder):
            button.hide()

    # Building

    def _lay_out(self, icons: Icons) -> None:
        self.body.addWidget(
            TextBlock(
                self._theme,
                self.tr(
                    "Two pages over all active systems, for leadership: how they stand, what blocks many, "
                    "what changed, and the ask by team and quarter. No lanes, quotes or names of people."
                ),
                "body",
                "ink2",
                self,
            )
        )
        self._paper.set_value(self._kept.paper)
        self._ink.set_value("grey" if self._kept.grey else "colour")
        row = QHBoxLayout()
        row.setSpacing(18)
        for name, part in (
            (self.tr("Quarter"), self._quarter),
            (self.tr("Paper"), self._paper),
            (self.tr("Ink"), self._ink),
        ):
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(Text(self._theme, name, "label", "ink2", self))
            column.addWidget(part)
            row.addLayout(column)
        row.addStretch()
        self.body.addLayout(row)
        note = self.tr("Company, accent and logo are those of the Report page.")
        self.body.addWidget(TextBlock(self._theme, note, "caption", "ink2", self))
        self.body.addWidget(self._said)
        self.body.addWidget(self._progress)
        self._stop = self.add_button("portfolio-report-stop", self.tr("Stop"), "quiet")
        self._open = self.add_button("portfolio-report-open", self.tr("Open"))
        self._folder = self.add_button("portfolio-report-folder", self.tr("Show in folder"))
        self._close = self.add_button("portfolio-report-close", self.tr("Close"), "quiet")
        self._export = self.add_button("portfolio-report-export", self.tr("Export PDF"), "primary")
        self._export.set_icon(icons, "export")

    def _connect(self) -> None:
        press = self._session.portfolio_press
        press.progressed.connect(self._on_progress)
        press.exported.connect(self._on_exported)
        press.failed.connect(self._on_failed)
        self._paper.chosen.connect(self._on_option)
        self._ink.chosen.connect(self._on_option)
        self._stop.clicked.connect(press.cancel)
        self._open.clicked.connect(self._on_open)
        self._folder.clicked.connect(self._on_folder)
        self._close.clicked.connect(self.reject)
        self._export.clicked.connect(self._on_export)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.activated.connect(self._export.click)
