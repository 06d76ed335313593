"""What the session offers for paper: the report with the quarters before it, other files, its words."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal

from readiness.errors import ReadinessError
from readiness.ui.desk import read_audit, read_past, read_proved_past
from readiness.ui.moving_calls import MovingCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.period import Period
    from readiness.domain.report_words import ReportWords
    from readiness.reports.audit.facts import AuditFacts
    from readiness.reports.editable import Sentence
    from readiness.reports.options import ReportOptions
    from readiness.services.reporting import Past
    from readiness.ui.desk import Desk
    from readiness.ui.jobs import Done, Failed
    from readiness.ui.portfolio_press import PortfolioPress
    from readiness.ui.press import Press
    from readiness.ui.report_table import ReportTable


class ReportCalls(MovingCalls):
    """The part of the session that makes files of what is open."""

    words_changed = Signal(object)  # ReportWords of the open assessment's report; also by undo and redo
    quarters_read = Signal(object)  # tuple of str: what the report may be held against, newest first
    _table: "ReportTable"
    _press: "Press"
    export_failed: "ClassVar[Signal]"  # the session's own

    @property
    def words(self) -> "ReportWords | None":
        """What people wrote of the open assessment's report."""
        return self._table.words

    def set_words(self, words: "ReportWords", name: str) -> None:
        """Replace what was written of the report, undoably under a name."""
        self._table.set_words(words, name)

    def export_pdf(self, path: Path, options: "ReportOptions | None" = None) -> None:
        """Write the report; ``export_progress``, then ``exported`` or ``export_failed`` follow."""
        self._with_proved_past(lambda past: self._export_pdf(path, options, past))

    def render_pdf(self, options: "ReportOptions | None" = None) -> None:
        """Make the report for the preview; ``rendered`` or ``export_failed`` follows."""
        self._with_proved_past(lambda past: self._render_pdf(options, past))

    def read_sentences(
        self, options: "ReportOptions", then: "Callable[[tuple[Sentence, ...]], None]"
    ) -> None:
        """Work out which sentences of the report may be written anew, and hand them to ``then``."""
        self._with_past(lambda past: self._read_sentences(options, past, then))

    def cancel_export(self) -> None:
        """Stop what is being made; nothing is written."""
        self._press.cancel()

    def export_file(self, path: Path, options: "ReportOptions | None" = None) -> None:
        """Write what the name's ending says; ``exported`` or ``export_failed`` follows."""
        from readiness.services.exporting import AUDIT, ending_of  # noqa: PLC0415 - after the first paint

        if ending_of(path) == AUDIT:
            self._read_audit(partial(self._press.export_audit, path, is_among_files=True))
            return
        self._with_past(lambda past: self._export_file(path, options, past))

    def export_audit(self, path: Path) -> None:
        """Write how the open assessment came about; ``audit_exported`` or ``export_failed`` follows."""
        self._read_audit(partial(self._press.export_audit, path))

    def export_agenda(self, path: Path, options: "ReportOptions") -> None:
        """Write the agenda of the meeting; ``agenda_exported`` or ``export_failed`` follows."""
        self._with_proved_past(lambda _past: self._export_agenda(path, options))

    @property
    def portfolio_press(self) -> "PortfolioPress":
        """What makes the report of a portfolio; its signals say how that goes."""
        return self._press.portfolio

    def export_portfolio(self, period: "Period", path: Path, options: "ReportOptions") -> None:
        """Write the report over all active systems in a quarter."""
        desk = self._workspace.desk
        if desk is not None:
            self.flush()
            self._press.portfolio.begin(partial(self._read_for_paper, desk), period, path, options)

    def _read_for_paper(
        self, desk: "Desk", errand: "Callable[[Desk], Any]", then: "Done", failed: "Failed"
    ) -> None:
        self._database.submit(partial(errand, desk), then, failed)

    def _export_pdf(self, path: Path, options: "ReportOptions | None", past: "Past") -> None:
        if self._table.assessment is not None:
            self._press.export_pdf(self._table.assessment, path, options, past)

    def _export_agenda(self, path: Path, options: "ReportOptions") -> None:
        if self._table.assessment is not None:
            self._press.export_agenda(self._table.assessment, path, options)

    def _export_file(self, path: Path, options: "ReportOptions | None", past: "Past") -> None:
        if self._table.assessment is not None:
            self._press.export_file(self._table.assessment, path, options, past)

    def _render_pdf(self, options: "ReportOptions | None", past: "Past") -> None:
        if self._table.assessment is not None:
            self._press.render(self._table.assessment, options, past)

    def _read_sentences(
        self, options: "ReportOptions", past: "Past", then: "Callable[[tuple[Sentence, ...]], None]"
    ) -> None:
        if self._table.assessment is not None:
            self._press.read_sentences(self._table.assessment, options, past, then)

    def _with_proved_past(self, then: "Callable[[Past], None]") -> None:
        """Read the quarters before for a page on paper; ``export_failed`` follows where a seal is broken."""
        self._read_past(read_proved_past, then, self._on_unproved)

    def _read_audit(self, then: "Callable[[AuditFacts], None]") -> None:
        """Save what waits, and read how the open assessment came about."""
        desk, id_ = self._workspace.desk, self._table.id
        if desk is not None and id_ is not None:
            self.flush()
            self._database.submit(partial(read_audit, desk, id_), then, self._press.on_failed)

    def _with_past(self, then: "Callable[[Past], None]") -> None:
        """Read the quarters before, and hand them on with the terms and words as they stand here."""
        self._read_past(read_past, then, self._workspace.on_failed)

    def _read_past(
        self,
        read: "Callable[[Desk, int], Past]",
        then: "Callable[[Past], None]",
        failed: "Callable[[Exception], None]",
    ) -> None:
        desk, id_ = self._workspace.desk, self._table.id
        if desk is not None and id_ is not None:
            self._database.submit(partial(read, desk, id_), partial(self._on_past, id_, then), failed)

    def _on_unproved(self, error: Exception) -> None:
        if not isinstance(error, ReadinessError):
            raise error
        self.export_failed.emit(error)

    def _on_past(self, id_: int, then: "Callable[[Past], None]", past: "Past") -> None:
        if id_ != self._table.id:  # another assessment was opened meanwhile
            return
        self.quarters_read.emit(past.quarters)
        terms, words = self._table.terms, self._table.words
        with_terms = past if terms is None else replace(past, terms=terms)
        then(with_terms if words is None else replace(with_terms, words=words.said, ready=words.ready))
