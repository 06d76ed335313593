"""What a spreadsheet says under the columns that are chosen: its first questions, and its faults."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.assessment import Answer
    from readiness.domain.questionnaire import Question
    from readiness.exchange.spreadsheet.converting import Converted, Line

SHOWN: Final = 4
_MOST_FAULTS: Final = 100


class ColumnsPreview(Scroller):
    """Counts first, then questions as they would be asked, then every fault with its cell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("columns-preview")
        self.setAccessibleName(self.tr("What the columns say"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        self._counts = Text(theme, "", "bodyStrong", "ink", self)
        self._counts.setObjectName("columns-counts")
        self._questions = [
            (TextBlock(theme, "", "label", "ink", self), TextBlock(theme, "", "caption", "ink2", self))
            for _ in range(SHOWN)
        ]
        self._faults = TextBlock(theme, "", "caption", "error", self)
        self._faults.setObjectName("columns-faults")
        self._warnings = TextBlock(theme, "", "caption", "ink2", self)
        self._warnings.setObjectName("columns-warnings")
        self._build()

    def show_converted(self, found: "Converted", *, is_part: bool) -> None:
        """Show what a mapping makes of the table; ``is_part`` says that only its first rows were read."""
        asked = found.lines
        self._counts.setText(
            self._counted(len(asked), len(found.answers), len(found.errors), is_part=is_part)
        )
        for place, (prompt, rest) in enumerate(self._questions):
            line = asked[place] if place < len(asked) else None
            prompt.setVisible(line is not None)
            rest.setVisible(line is not None)
            if line is not None:
                prompt.setText(f"{line.id}  {line.question.prompt}")
                rest.setText("\n".join(self._told(line)))
        for block, faults in ((self._faults, found.errors), (self._warnings, found.warnings)):
            block.setText("\n".join(fault.message for fault in faults[:_MOST_FAULTS]))
            block.setVisible(bool(faults))
        self.measure_soon()

    def _counted(self, asked: int, answers: int, faults: int, *, is_part: bool) -> str:
        parts = [self.tr("1 question") if asked == 1 else self.tr("{0} questions").format(asked)]
        if answers:
            parts.append(self.tr("1 answer") if answers == 1 else self.tr("{0} answers").format(answers))
        parts.append(
            self.tr("1 fault") if faults == 1 else self.tr("{0} faults").format(faults or self.tr("no"))
        )
        words = ", ".join(parts)
        return self.tr("{0}, in the first rows").format(words) if is_part else words

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self._theme.px(12), 0)
        column.setSpacing(self._theme.px(10))
        column.addWidget(self._counts)
        column.addWidget(self._faults)
        for prompt, rest in self._questions:
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(prompt)
            pair.addWidget(rest)
            column.addLayout(pair)
        column.addWidget(self._warnings)
        column.addStretch()
        self.set_content(inner)

    def _told(self, line: "Line") -> Iterator[str]:
        question = line.question
        where = line.pillar if line.topic == line.pillar else f"{line.pillar}, {line.topic}"
        anchors = "; ".join(f"{number} {anchor}" for number, anchor in enumerate(question.levels))
        yield f"{where}. {anchors}."
        said = self._said(question, line.answer)
        if said:
            yield self.tr("Answer: {0}").format(said)
        if line.answer.note and line.answer.note != line.answer.not_applicable:
            yield self.tr("Note: {0}").format(line.answer.note)

    def _said(self, question: "Question", answer: "Answer") -> str:
        if answer.level is not None:
            return f"{answer.level} {question.levels[answer.level]}"
        if answer.unknown:
            return self.tr("don’t know")
        if answer.not_applicable is not None:
            return self.tr("does not apply: {0}").format(answer.not_applicable)
        return ""
