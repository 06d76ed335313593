"""Report: what is in it at the left, the pages themselves at the right, and out as a PDF."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.outcome import Outcome
from readiness.domain.report_words import ReportWords
from readiness.errors import ReadinessError
from readiness.reports.editable import Sentence
from readiness.reports.options import ReportOptions
from readiness.services.preferences import Settings
from readiness.services.report_choices import ReportChoices
from readiness.ui.dialogs.words_dialog import WordsDialog
from readiness.ui.icons import Icons
from readiness.ui.pages.report.choices_panel import ChoicesPanel
from readiness.ui.pages.report.counts import page_counts
from readiness.ui.pages.report.drawing import Outline
from readiness.ui.pages.report.export_bar import ExportBar
from readiness.ui.pages.report.preview import Preview
from readiness.ui.pages.report.printing import Printing
from readiness.ui.pages.report.warnings import missing_pages, warnings
from readiness.ui.paper_places import remembered
from readiness.ui.session import Session
from readiness.ui.theme import Theme

OPTIONS_WIDTH = 440
_SETTLED_MS = 400


class ReportPage(QWidget):
    """Draws anew when an answer or an option has changed and the page is looked at."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._is_stale = True
        self._drawn_with = ("", ReportChoices())
        self._choices = ChoicesPanel(theme, icons, self)
        self._bar = ExportBar(theme, icons, self)
        self._preview = Preview(theme, icons, self)
        self._printing = Printing(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._draw)
        self._left_side = QWidget(self)
        self._build()
        self._connect()
        self._share_width()
        self._on_settings(session.settings)

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
            self._show_around(outcome)
        if self._is_stale:
            self._draw()
        self._bar.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def export_to(self, path: Path) -> None:
        """Write the report; the bar or the line below says how it went."""
        self._bar.begin()
        self._keep(replace(self._kept, folder=str(path.parent)))
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
            self._show_around(outcome)
            self._draw_soon()

    def _on_opened(self, _assessment: object) -> None:
        self._choices.show_quarters(())
        self._bar.show_done("")
        self._preview.clear()
        self._is_stale = True

    def _on_terms(self, _terms: object) -> None:
        self._redraw()

    def _on_words(self, _words: object) -> None:
        outcome = self._session.outcome
        if outcome is not None:
            self._show_around(outcome)
        self._redraw()

    def _on_company(self, company: str) -> None:
        self._session.change_settings(replace(self._session.settings, company=company))

    def _on_ready(self, side: str) -> None:
        words = self._session.words
        if words is not None:
            after = words.pressed("product" if side == "product" else "engineering")
            self._session.set_words(after, self.tr("ready to send"))

    def _on_words_wanted(self) -> None:
        self._session.read_sentences(self._chosen(), self._edit_words)

    def _edit_words(self, sentences: tuple[Sentence, ...]) -> None:
        words = self._session.words
        if words is None:
            return
        dialog = WordsDialog(sentences, words, self._theme, self)
        dialog.chosen.connect(self._on_words_chosen)
        dialog.open()

    def _on_words_chosen(self, words: ReportWords) -> None:
        self._session.set_words(words, self.tr("words of the report"))

    def _on_export(self) -> None:
        self._ask(self.tr("Export the report"), {"pdf": self.tr("PDF (*.pdf)")}, self.export_to)

    def _on_others(self) -> None:
        kinds = {
            "xlsx": self.tr("Excel workbook (*.xlsx)"),
            "csv": self.tr("Answers as a table (*.csv)"),
            "md": self.tr("Markdown (*.md)"),
            "yaml": self.tr("Answers file (*.yaml)"),
            "json": self.tr("Answers as JSON (*.json)"),
            "pptx": self.tr("Five slides (*.pptx)"),
            "audit.zip": self.tr("Audit file (*.audit.zip)"),
            "jira.csv": self.tr("Roadmap for Jira (*.jira.csv)"),
            "gitlab.csv": self.tr("Roadmap for GitLab (*.gitlab.csv)"),
            "linear.csv": self.tr("Roadmap for Linear (*.linear.csv)"),
            "ics": self.tr("Dates for a calendar (*.ics)"),
        }
        self._ask(self.tr("Export in another format"), kinds, self.export_as)

    def _on_print(self) -> None:
        assessment = self._session.assessment
        name = assessment.reference if assessment is not None else ""
        self._printing.begin(self._preview.content, self._kept.paper, name)

    def _ask(self, title: str, kinds: Mapping[str, str], then: Callable[[Path], None]) -> None:
        """Ask for a place; a name that gets its ending here is asked for again where it is taken."""
        from readiness.services.exporting import suggest_name  # noqa: PLC0415 - after the first paint

        assessment = self._session.assessment
        if assessment is None:
            return
        wanted = self._place() / suggest_name(assessment, "pdf" if "pdf" in kinds else "xlsx")
        while True:
            path, kind = QFileDialog.getSaveFileName(self, title, str(wanted), ";;".join(kinds.values()))
            if not path:
                return
            wanted = _with_ending(Path(path), kinds, kind, wanted)
            if str(wanted) == path or not wanted.exists():
                then(wanted)
                return

    def _on_exported(self, path: str) -> None:
        self._bar.show_done(path)
        self._preview.say_page()

    def _on_progress(self, words: str) -> None:
        if self._bar.is_busy:
            self._bar.say(words)
        else:
            self._preview.say(words)

    def _on_failed(self, error: object) -> None:
        self._bar.end()
        self._preview.say_page()
        if isinstance(error, ReadinessError):
            self._bar.say(error.happened)

    def _on_settings(self, settings: Settings) -> None:
        self._choices.show_choices(settings.report, settings.company)
        if self._drawn_with != (settings.company, replace(settings.report, folder="")):
            outcome = self._session.outcome
            if outcome is not None and self.isVisible():
                self._show_around(outcome)  # what to look at before sending depends on the choices
            self._redraw()

    def _on_rendered(self, content: bytes) -> None:
        self._preview.show_pdf(content)

    def _on_outline(self, outline: Outline) -> None:
        outcome = self._session.outcome
        missing = missing_pages(outcome, self._kept) if outcome is not None else {}
        counts = page_counts(outline.places, outline.pages)
        self._choices.show_counts(counts, missing, outline.pages)

    # Showing

    @property
    def _kept(self) -> ReportChoices:
        return self._session.settings.report

    def _keep(self, choices: ReportChoices) -> None:
        self._session.change_settings(replace(self._session.settings, report=choices))

    def _chosen(self) -> ReportOptions:
        settings, kept = self._session.settings, self._kept
        return ReportOptions(
            audience=kept.audience,
            pages=kept.pages,
            paper=kept.paper,
            grey=kept.grey,
            company=settings.company,
            accent=kept.accent,
            logo_path=kept.logo,
            room_notes=kept.room_notes,
            fiscal_year_start=settings.fiscal_year_start,
            since=kept.since,
            seal=self._session.seal,
        )

    def _redraw(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._draw_soon()

    def _draw_soon(self) -> None:
        self._settle.start()

    def _draw(self) -> None:
        self._settle.stop()
        self._is_stale = False
        settings = self._session.settings
        self._drawn_with = (settings.company, replace(settings.report, folder=""))
        self._session.render_pdf(self._chosen())

    def _show_around(self, outcome: Outcome) -> None:
        given = outcome.assessment
        self._choices.show_words(self._session.words, given.lanes, is_sealed=given.sealed)
        self._bar.warn(" ".join(warnings(outcome, self._kept, self._session.words)))

    def _place(self) -> Path:
        return remembered(self._kept.folder)

    # Building

    def _build(self) -> None:
        left = self._left_side
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._choices, 1)
        column.addWidget(self._bar)
        rule = QFrame(self)
        rule.setProperty("kind", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(rule)
        row.addWidget(self._preview, 1)

    def _connect(self) -> None:
        self._theme.changed.connect(self._share_width)
        session = self._session
        session.outcome_changed.connect(self._on_outcome)
        session.assessment_opened.connect(self._on_opened)
        session.terms_changed.connect(self._on_terms)
        session.words_changed.connect(self._on_words)
        session.settings_changed.connect(self._on_settings)
        session.exported.connect(self._on_exported)
        session.export_progress.connect(self._on_progress)
        session.export_failed.connect(self._on_failed)
        session.rendered.connect(self._on_rendered)
        session.quarters_read.connect(self._choices.show_quarters)
        self._choices.chosen.connect(self._keep)
        self._choices.named.connect(self._on_company)
        self._choices.words_wanted.connect(self._on_words_wanted)
        self._choices.pressed_ready.connect(self._on_ready)
        self._bar.export_wanted.connect(self._on_export)
        self._bar.others_wanted.connect(self._on_others)
        self._bar.print_wanted.connect(self._on_print)
        self._bar.stop_wanted.connect(session.cancel_export)
        self._printing.said.connect(self._bar.say)
        self._preview.outlined.connect(self._on_outline)
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
    if path.name.lower().endswith(tuple(f".{known}" for known in (*kinds, "yml"))):
        return path
    return path.with_name(f"{path.name}.{ending}")
