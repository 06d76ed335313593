"""The report’s sentences in one’s own words; the generated text stays beside each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.report_words import MOST_CHARACTERS, Edit, ReportWords
from readiness.reports.editable import Sentence
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_area import TextArea
from readiness.ui.widgets.text_block import TextBlock

_WIDE = 720
_HIGH = 460
_AREA = 76


class SentenceRow(QWidget):
    """One sentence: where it stands, the words, and what the program would say."""

    def __init__(self, sentence: Sentence, edit: Edit | None, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self._area = TextArea(theme, sentence.where, self)
        self._area.setObjectName(f"words-{sentence.key.replace('.', '-')}")
        self._area.setMinimumHeight(theme.px(_AREA))
        self._area.set_text(edit.text if edit is not None else sentence.generated)
        self._area.edited.connect(self._on_edited)
        self._back = Button(theme, self.tr("Use the generated text"), "link", self)
        self._back.set_size("small")
        self._back.setAccessibleName(self.tr("Use the generated text for {0}").format(sentence.where))
        self._back.clicked.connect(self.use_generated)
        self._generated = TextBlock(theme, self._told(edit), "caption", "ink2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 14)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Text(theme, sentence.where, "label", "ink2", self))
        head.addStretch()
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self._area)
        column.addWidget(self._generated)
        self._show()

    @property
    def text(self) -> str:
        """The words as they stand."""
        return " ".join(self._area.toPlainText().split())

    def _told(self, edit: Edit | None) -> str:
        told = self.tr("Generated: {0}").format(self.sentence.generated)
        if edit is not None and edit.generated != self.sentence.generated:
            return self.tr("{0} It has changed since your words were written.").format(told)
        return told

    def _on_edited(self, text: str) -> None:
        if len(text) > MOST_CHARACTERS:
            self._area.set_text(text[:MOST_CHARACTERS])
        self._show()

    def use_generated(self) -> None:
        """Take one's own words back."""
        self._area.set_text(self.sentence.generated)
        self._area.setFocus()
        self._show()

    def _show(self) -> None:
        differs = self.text != self.sentence.generated
        self._back.setVisible(differs)
        self._generated.setVisible(differs)


class WordsDialog(Sheet):
    """All sentences of the chosen pages; nothing is taken before Done."""

    chosen = Signal(object)  # ReportWords

    def __init__(
        self, sentences: Sequence[Sentence], words: ReportWords, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("The report in your words"), parent)
        self.setObjectName("words-dialog")
        self._words = words
        self._rows: list[SentenceRow] = []
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for sentence in sentences:
            row = SentenceRow(sentence, words.edits.get(sentence.key), theme, inner)
            self._rows.append(row)
            column.addWidget(row)
        column.addStretch()
        scroller = Scroller(self)
        scroller.set_content(inner)
        scroller.setMinimumHeight(theme.px(_HIGH))
        note = self.tr("Numbers and tables are never edited. New words take “ready to send” back.")
        self.body.addWidget(TextBlock(theme, note, "body", "ink2", self))
        self.body.addWidget(scroller, 1)
        self.setMinimumWidth(theme.px(_WIDE))
        all_back = self.add_button("words-all-generated", self.tr("Use all generated texts"), "quiet")
        all_back.clicked.connect(self._on_all_back)
        cancel = self.add_button("words-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        done = self.add_button("words-done", self.tr("Done"), "primary")
        done.clicked.connect(self._on_done)

    def _on_all_back(self) -> None:
        for row in self._rows:
            row.use_generated()

    def _on_done(self) -> None:
        words = self._words
        for row in self._rows:
            words = words.edited(row.sentence.key, row.text, row.sentence.generated)
        self.chosen.emit(words)
        self.accept()
