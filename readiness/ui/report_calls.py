"""What the session offers for paper: the report with the quarters before it, other files, its words."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from readiness.ui.desk import read_past
from readiness.ui.system_calls import SystemCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.domain.report_words import ReportWords
    from readiness.reports.editable import Sentence
    from readiness.reports.options import ReportOptions
    from readiness.services.reporting import Past
    from readiness.ui.press import Press
    from readiness.ui.report_table import ReportTable


class ReportCalls(SystemCalls):
    """The part of the session that makes files of what is open."""

    words_changed = Signal(object)  # ReportWords of the open assessment's report; also by undo and redo
    quarters_read = Signal(object)  # tuple of str: what the report may be held against, newest first
    _table: "ReportTable"
    _press: "Press"

    @property
    def words(self) -> "ReportWords | None":
        """What people wrote of the open assessment's report."""
        return self._table.words

    def set_words(self, words: "ReportWords", name: str) -> None:
        """Replace what was written of the report, undoably under a name."""
        self._table.set_words(words, name)

    def export_pdf(self, path: Path, options: "ReportOptions | None" = None) -> None:
        """Write the report; ``export_progress``, then ``exported`` or ``export_failed`` follow."""
        self._with_past(lambda past: self._export_pdf(path, options, past))

    def render_pdf(self, options: "ReportOptions | None" = None) -> None:
        """Make the report for the preview; ``rendered`` or ``export_failed`` follows."""
        self._with_past(lambda past: self._render_pdf(options, past))

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
        self._with_past(lambda past: self._export_file(path, options, past))

    def export_agenda(self, path: Path, options: "ReportOptions") -> None:
        """Write the agenda of the meeting; ``agenda_exported`` or ``export_failed`` follows."""
        if self._table.assessment is not None:
            self._press.export_agenda(self._table.assessment, path, options)

    def _export_pdf(self, path: Path, options: "ReportOptions | None", past: "Past") -> None:
        if self._table.assessment is not None:
            self._press.export_pdf(self._table.assessment, path, options, past)

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

    def _with_past(self, then: "Callable[[Past], None]") -> None:
        """Read the quarters before, and hand them on with the terms and words as they stand here."""
        desk, id_ = self._workspace.desk, self._table.id
        if desk is None or id_ is None:
            return
        errand = partial(read_past, desk, id_)
        self._database.submit(errand, partial(self._on_past, id_, then), self._workspace.on_failed)

    def _on_past(self, id_: int, then: "Callable[[Past], None]", past: "Past") -> None:
        if id_ != self._table.id:  # another assessment was opened meanwhile
            return
        self.quarters_read.emit(past.quarters)
        terms, words = self._table.terms, self._table.words
        with_terms = past if terms is None else replace(past, terms=terms)
        then(with_terms if words is None else replace(with_terms, words=words.said, ready=words.ready))
