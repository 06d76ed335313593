"""What a questionnaire file would bring: how much of it, what it changes, its answers, its flaws."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.dialogs.past_answers import PastAnswers
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.trend_effects_block import TrendEffectsBlock

if TYPE_CHECKING:
    from readiness.services.shelf import Looked
    from readiness.ui.widgets.button import Button

_WIDTH = 720
_HIGHEST = 220
_MOST = 200


class LensDialog(Sheet):
    """Nothing is stored before “Take in”; one that is here already has its answers to take in, or nothing."""

    accepted_lens = Signal(object, object, str)  # Looked, Answered or None, what counts where answers differ

    def __init__(self, looked: "Looked", systems: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, looked.questionnaire.title, parent)
        self.setObjectName("lens-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._looked = looked
        words = TextBlock(theme, "\n".join(self._lines()), "body", "ink", self)
        words.setObjectName("lens-counts")
        if looked.effects is not None:
            block = TrendEffectsBlock(theme, self)
            block.show_effects(looked.effects)
            self.body.addWidget(block)
        self.body.addWidget(words)
        if looked.taken_as:
            told = TextBlock(theme, "\n".join(looked.taken_as), "caption", "ink2", self)
            told.setObjectName("lens-taken-as")
            self.body.addWidget(told)
        self._answers = PastAnswers(theme, systems, looked.period, self) if looked.answers else None
        self._accept: Button | None = None
        if looked.flaws:
            self._add_flaws()
        if self._answers is not None:
            self.body.addWidget(self._answers)
            self._answers.changed.connect(self._show_ready)
        self.body.addStretch()
        self._add_buttons()

    def _add_buttons(self) -> None:
        has_something = not self._looked.held or self._answers is not None
        leave = self.tr("Cancel") if has_something else self.tr("Close")
        self.add_button("lens-cancel", leave, "quiet").clicked.connect(self.reject)
        if has_something:
            self._accept = self.add_button("lens-accept", self.tr("Take in"), "primary")
            self._accept.clicked.connect(self._on_accepted)
            self._show_ready()

    def _show_ready(self) -> None:
        """Say on the button what a press takes in; of one that is here already only its answers are left."""
        wants = self._answers is not None and self._answers.wanted
        if self._accept is None:
            return
        count = len(self._looked.answers)
        one = self.tr("Take in with 1 answer")
        self._accept.setText(
            _counted(count, one, self.tr("Take in with {0} answers")) if wants else self.tr("Take in")
        )
        self._accept.setEnabled(wants or not self._looked.held)

    def _lines(self) -> Iterator[str]:
        from readiness.services.lenses import told  # noqa: PLC0415 - not before the first paint
        from readiness.services.version_words import step_over  # noqa: PLC0415 - as above

        asked = self._looked.questionnaire
        counts = [
            _counted(len(asked.pillars), self.tr("1 pillar"), self.tr("{0} pillars")),
            _counted(len(asked.questions), self.tr("1 question"), self.tr("{0} questions")),
        ]
        if self._looked.practices:
            practices = self._looked.practices
            counts.append(_counted(practices, self.tr("1 practice"), self.tr("{0} practices")))
        if self._looked.answers:
            answers = len(self._looked.answers)
            counts.append(_counted(answers, self.tr("1 past answer"), self.tr("{0} past answers")))
        yield f"{asked.reference}: {', '.join(counts)}."
        if asked.source is not None and not self._looked.taken_as:
            yield self.tr("Custom lens: pillars and questions weigh the same.")
        yield from told(self._looked)
        if self._looked.effects is not None and self._looked.found is None:
            yield from step_over(self._looked.effects)
        if not self._looked.held:
            yield self.tr("Nothing is stored yet.")

    def _add_flaws(self) -> None:
        flaws = self._looked.flaws
        flaw_words = _counted(len(flaws), self.tr("1 flaw"), self.tr("{0} flaws"))
        head = self.tr("{0} of its own; it can be used with them.").format(flaw_words)
        self.body.addWidget(Text(self._theme, head, "bodyStrong", "ink", self))
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self._theme.px(12), 0)
        column.setSpacing(self._theme.px(6))
        for flaw in flaws[:_MOST]:
            where = self.tr("Line {0}. ").format(flaw.line) if flaw.line else ""
            column.addWidget(TextBlock(self._theme, f"{where}{flaw.message}", "caption", "ink2", inner))
        column.addStretch()
        scroller = Scroller(self)
        scroller.setObjectName("lens-flaws")
        scroller.setAccessibleName(head)
        scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        scroller.setFixedHeight(self._theme.px(min(_HIGHEST, 44 * len(flaws) + 10)))
        scroller.set_content(inner)
        self.body.addWidget(scroller)

    def _on_accepted(self) -> None:
        answered = None
        merge = "mine"
        if self._answers is not None and self._answers.wanted:
            answered, merge = self._answers.answered(), self._answers.merge
            if answered is None:
                return
        self.accept()
        self.accepted_lens.emit(self._looked, answered, merge)


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count)
