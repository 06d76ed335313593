"""Report: what is in it at the left, the pages themselves at the right, and out as a PDF."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.outcome import Outcome
from readiness.errors import ReadinessError
from readiness.reports.options import PAGES, Page, ReportOptions
from readiness.services.preferences import Settings
from readiness.ui.icons import Icons
from readiness.ui.pages.report.preview import Preview
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip

OPTIONS_WIDTH = 404


class ReportPage(QWidget):
    """Draws anew when an answer or an option has changed and the page is looked at."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._options = ReportOptions()
        self._is_stale = True
        self._exported = ""
        self._paper = Segmented(theme, self.tr("Paper"), (("A4", "A4"), ("Letter", self.tr("Letter"))), self)
        self._ink = Segmented(
            theme, self.tr("Ink"), (("colour", self.tr("Colour")), ("grey", self.tr("Grey"))), self
        )
        self._switches: dict[Page, Switch] = {}
        self._warning = Panel(theme, "", self)
        self._warning_words = TextBlock(theme, "", "body", "ink2", self)
        self._warning_words.setObjectName("before-you-send")
        self._export = Button(theme, self.tr("Export PDF"), "primary", self)
        self._stop = Button(theme, self.tr("Stop"), "quiet", self)
        self._others = Button(theme, self.tr("Other formats…"), "plain", self)
        self._open = Button(theme, self.tr("Open"), "plain", self)
        self._folder = Button(theme, self.tr("Show in folder"), "plain", self)
        self._said = TextBlock(theme, "", "body", "ink2", self)
        self._said.setObjectName("export-state")
        self._said.max_lines = 2
        self._company = ""
        self._company_words = TextBlock(theme, "", "caption", "ink3", self)
        self._company_words.setObjectName("company-on-pages")
        self._choices = Scroller(self)
        self._preview = Preview(theme, icons, self)
        self._icons = icons
        self._left_side = QWidget(self)
        self._build()
        self._connect()
        self._share_width()
        self._show_company(session.settings.company)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give the options what they need, but with large text no more than half and a little."""
        most = max(OPTIONS_WIDTH, self.width() * 11 // 20)
        self._left_side.setFixedWidth(min(self._theme.px(OPTIONS_WIDTH), most))

    def begin(self) -> None:
        """Show the report as it stands now."""
        outcome = self._session.outcome
        if outcome is not None:
            self._warn(outcome)
        if self._is_stale:
            self._draw()
        self._export.setFocus(Qt.FocusReason.OtherFocusReason)

    def export_to(self, path: Path) -> None:
        """Write the report; the bar or the line below says how it went."""
        self._show_done("")
        self._stop.show()
        self._session.export_pdf(path, self._chosen())

    def export_as(self, path: Path) -> None:
        """Write the assessment in the format that the name's ending says."""
        self._session.export_file(path, self._chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._preview.turn(step)

    # Slots

    def _on_outcome(self, outcome: object) -> None:
        self._is_stale = True
        if isinstance(outcome, Outcome) and self.isVisible():
            self.begin()

    def _on_opened(self, _assessment: object) -> None:
        self._stop.hide()
        self._show_done("")
        self._preview.clear()

    def _on_option(self, _value: object) -> None:
        pages = tuple(page for page in PAGES if page == "summary" or self._switches[page].isChecked())
        self._options = replace(
            self._options,
            pages=pages,
            paper="Letter" if self._paper.value == "Letter" else "A4",
            grey=self._ink.value == "grey",
        )
        self._draw()

    def _on_export(self) -> None:
        self._ask(self.tr("Export the report"), {"pdf": self.tr("PDF (*.pdf)")}, self.export_to)

    def _on_others(self) -> None:
        kinds = {
            "xlsx": self.tr("Excel workbook (*.xlsx)"),
            "csv": self.tr("Answers as a table (*.csv)"),
            "md": self.tr("Markdown (*.md)"),
            "yaml": self.tr("Answers file (*.yaml)"),
            "json": self.tr("Answers as JSON (*.json)"),
        }
        self._ask(self.tr("Export in another format"), kinds, self.export_as)

    def _ask(self, title: str, kinds: Mapping[str, str], then: Callable[[Path], None]) -> None:
        """Ask for a place; a name that gets its ending here is asked for again where it is taken."""
        from readiness.services.exporting import suggest_name  # noqa: PLC0415 - after the first paint

        assessment = self._session.assessment
        if assessment is None:
            return
        wanted = _documents() / suggest_name(assessment, "pdf" if "pdf" in kinds else "xlsx")
        while True:
            path, kind = QFileDialog.getSaveFileName(self, title, str(wanted), ";;".join(kinds.values()))
            if not path:
                return
            wanted = _with_ending(Path(path), kinds, kind, wanted)
            if str(wanted) == path or not wanted.exists():
                then(wanted)
                return

    def _on_exported(self, path: str) -> None:
        self._stop.hide()
        self._show_done(path)

    def _on_progress(self, words: str) -> None:
        if self._stop.isHidden():
            self._preview.say(words)
        else:
            self._said.setText(words)

    def _on_failed(self, error: object) -> None:
        self._stop.hide()
        self._preview.say_page()
        if isinstance(error, ReadinessError):
            self._said.setText(error.happened)

    def _on_settings(self, settings: Settings) -> None:
        if settings.company != self._company:
            self._show_company(settings.company)
            self._is_stale = True
            if self.isVisible():
                self._draw()

    def _on_rendered(self, content: bytes) -> None:
        self._preview.show_pdf(content)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._exported))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._exported).parent)))

    # Showing

    def _chosen(self) -> ReportOptions:
        return replace(self._options, company=self._session.settings.company, seal=self._session.seal)

    def _draw(self) -> None:
        self._is_stale = False
        self._session.render_pdf(self._chosen())

    def _show_done(self, path: str) -> None:
        self._exported = path
        name = Path(path).name
        self._said.setText(self.tr("Written: {0}").format(name) if path else "")
        self._said.setAccessibleName(self.tr("Written: {0}").format(path) if path else "")
        self._said.setToolTip(plain_tooltip(path))
        self._open.setVisible(path.endswith(".pdf"))
        self._folder.setVisible(bool(path))

    def _show_company(self, company: str) -> None:
        self._company = company
        told = self.tr("Company on the pages: {0}").format(company)
        self._company_words.setText(told if company else self.tr("No company on the pages; Settings has it."))

    def _warn(self, outcome: Outcome) -> None:
        score = outcome.score
        parts = []
        if not outcome.assessment.sealed:
            parts.append(self.tr("The assessment is still open, so the pages say “Draft”."))
        left, guesses = score.counts.not_asked, score.sureness.guess
        if left:
            many = self.tr("{0} questions are not answered yet.").format(left)
            parts.append(self.tr("1 question is not answered yet.") if left == 1 else many)
        if guesses:
            many = self.tr("{0} answers are guesses; page 1 says so.").format(guesses)
            parts.append(self.tr("1 answer is a guess; page 1 says so.") if guesses == 1 else many)
        self._warning_words.setText(" ".join(parts))
        self._warning.setVisible(bool(parts))
        self._choices.measure_soon()

    # Building

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        rule = QFrame(self)
        rule.setProperty("kind", "upright")
        row.addWidget(rule)
        row.addWidget(self._preview, 1)

    def _left(self) -> QWidget:
        left = self._left_side
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._choices.set_content(self._options_column())
        column.addWidget(self._choices, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(32, 8, 28, 24)
        foot.setSpacing(10)
        self._add_exports(foot)
        column.addLayout(foot)
        return left

    def _options_column(self) -> QWidget:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 24, 28, 8)
        column.setSpacing(10)
        column.addWidget(Text(self._theme, self.tr("Pages"), "label", "ink2", inner))
        for page, name in (
            ("summary", self.tr("Summary")),
            ("scorecard", self.tr("Scorecard and heat map")),
            ("answers", self.tr("All answers")),
        ):
            column.addWidget(self._page_switch(page, name, inner))
        column.addSpacing(10)
        column.addLayout(self._paper_and_ink(inner))
        column.addWidget(self._company_words)
        column.addSpacing(6)
        self._warning.set_heading(self.tr("Before you send it"))
        self._warning.body.addWidget(self._warning_words)
        self._warning.hide()
        column.addWidget(self._warning)
        column.addStretch()
        return inner

    def _paper_and_ink(self, parent: QWidget) -> QVBoxLayout:
        self._paper.setObjectName("paper")
        self._paper.set_value("A4")
        self._ink.setObjectName("ink")
        self._ink.set_value("colour")
        column = QVBoxLayout()
        column.setSpacing(8)
        for name, choice in ((self.tr("Paper"), self._paper), (self.tr("Ink"), self._ink)):
            column.addWidget(Text(self._theme, name, "label", "ink2", parent))
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _page_switch(self, page: str, name: str, parent: QWidget) -> Switch:
        switch = Switch(self._theme, name, parent)
        switch.setObjectName(f"page-{page}")
        switch.setChecked(True)
        if page == "summary":
            switch.setText(self.tr("Summary, always first"))
            switch.setEnabled(False)
        key: Page = "scorecard" if page == "scorecard" else "answers" if page == "answers" else "summary"
        self._switches[key] = switch
        return switch

    def _add_exports(self, column: QVBoxLayout) -> None:
        self._export.setObjectName("export-pdf")
        self._export.set_icon(self._icons, "export")
        self._export.set_key("Ctrl E")
        self._export.set_size("large")
        self._stop.setObjectName("stop-export")
        self._stop.hide()
        self._others.setObjectName("export-answers")
        self._others.setAccessibleName(self.tr("Export in another format"))
        self._open.setObjectName("open-exported")
        self._folder.setObjectName("show-exported")
        column.addWidget(self._said)
        done = QHBoxLayout()
        done.setSpacing(10)
        done.addWidget(self._open)
        done.addWidget(self._folder)
        done.addWidget(self._stop)
        done.addStretch()
        column.addLayout(done)
        column.addWidget(self._export)
        column.addWidget(self._others)
        self._show_done("")

    def _connect(self) -> None:
        self._theme.changed.connect(self._share_width)
        session = self._session
        session.outcome_changed.connect(self._on_outcome)
        session.assessment_opened.connect(self._on_opened)
        session.exported.connect(self._on_exported)
        session.export_progress.connect(self._on_progress)
        session.export_failed.connect(self._on_failed)
        session.rendered.connect(self._on_rendered)
        session.settings_changed.connect(self._on_settings)
        self._export.clicked.connect(self._on_export)
        self._others.clicked.connect(self._on_others)
        self._stop.clicked.connect(session.cancel_export)
        self._open.clicked.connect(self._on_open)
        self._folder.clicked.connect(self._on_folder)
        self._paper.chosen.connect(self._on_option)
        self._ink.chosen.connect(self._on_option)
        for page, switch in self._switches.items():
            if page != "summary":
                switch.toggled.connect(self._on_option)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_export)


def _with_ending(path: Path, kinds: Mapping[str, str], kind: str, suggested: Path) -> Path:
    """Return the path with an ending that says what is in it; a name may hold other dots.

    An ending that was typed counts. One that was only suggested gives way to the kind that was chosen.
    """
    ending = next((ending for ending, words in kinds.items() if words == kind), next(iter(kinds)))
    if path == suggested and path.suffix == f".{next(iter(kinds))}":
        return path.with_suffix(f".{ending}")
    if path.suffix.lower().removeprefix(".") in {*kinds, "yml"}:
        return path
    return path.with_name(f"{path.name}.{ending}")


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
