"""Closing: what it would change, said before it happens, and the seal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import Outcome
from readiness.reports.sentences import spread, times
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.question_list import Asked, QuestionList
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.assessing import ClosePreview


class ClosingPage(Scroller):
    """The page itself is the confirmation: it shows the effect, and one button seals."""

    back_asked = Signal()
    question_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._lists = QVBoxLayout()
        self._panels: list[Panel] = []
        self._effect = Panel(theme, "", self)
        self._effect_words = TextBlock(theme, "", "body", "ink2", self)
        self._effect_words.setObjectName("closing-effect")
        self._facts = QGridLayout()
        self._fact_texts: list[tuple[Text, TextBlock]] = []
        self._seal = Panel(theme, self.tr("Seal"), self)
        self._seal.set_accented(True)
        self._seal_words = TextBlock(theme, "", "body", "ink2", self)
        self._button = Button(theme, self.tr("Seal now"), "primary", self)
        self._button.setObjectName("seal-now")
        self._button.set_icon(icons, "lock")
        self._button.set_key("Ctrl Enter")
        self._button.set_size("large")
        self._back = Button(theme, self.tr("Back"), "plain", self)
        self._back.setObjectName("back-to-questions")
        self._back.setAccessibleName(self.tr("Back to the questions"))
        self._back.set_icon(icons, "chevron-left")
        self._back.set_size("large")
        self._build()
        self._button.clicked.connect(self._on_seal)
        self._back.clicked.connect(self.back_asked)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_seal)

    def begin(self) -> None:
        """Work out what closing would do, and show it."""
        assessment = self._session.assessment
        if assessment is None:
            return
        self._button.setEnabled(False)
        if assessment.sealed:
            self._show_sealed(assessment)
            return
        self._session.preview_close(self._on_previewed)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_previewed(self, preview: "ClosePreview") -> None:
        assessment = preview.before.assessment
        self._show_lists(assessment, preview.becoming_unknown, _unknown(preview.before))
        self._show_effect(preview)
        self._seal.set_heading(self.tr("Seal {0}").format(shown_quarter(assessment.period)))
        self._seal_words.setText(
            self.tr(
                "A seal freezes the answers with {0}. They can be read and reported, never changed; "
                "a correction becomes a revision beside them."
            ).format(assessment.questionnaire.title + " " + assessment.questionnaire.version)
        )
        self._seal_words.show()
        self._button.setVisible(True)
        self._button.setEnabled(not self._session.read_only)

    def _show_effect(self, preview: "ClosePreview") -> None:
        count = len(preview.becoming_unknown)
        before, after = _said(preview.before), _said(preview.after)
        heading = (
            self.tr("Closed now, the plausible range is {0}")
            if preview.after.score.displayed is None
            else self.tr("Closed now, the score is {0}")
        )
        self._effect.set_heading(heading.format(after))
        if count:
            become = (
                self.tr("1 not asked becomes unknown")
                if count == 1
                else self.tr("{0} not asked become unknown")
            )
            words = f"{become.format(count)}: {before} → {after}."
        else:
            words = self.tr("Every question was asked, so closing changes no figure.")
        self._effect_words.setText(words)
        self._show_facts(preview.after)

    def _show_facts(self, outcome: Outcome) -> None:
        growth, score = outcome.growth, outcome.score
        tested = self.tr("untested") if growth.tested_ceiling is None else times(growth.tested_ceiling)
        limit = growth.first_known_limit
        known = self.tr("not known") if limit is None else f"{times(limit.factor)}, {limit.resource}"
        ceiling = growth.practice_ceiling
        if ceiling is None:
            practices = self.tr("no growth step in a quick check")
        else:
            practices = self.tr("no growth step confirmed yet") if ceiling == 1 else times(ceiling)
        rows = (
            (self.tr("Tested to"), tested),
            (self.tr("First known limit"), known),
            (self.tr("Practices support"), practices),
            (self.tr("Plausible range"), spread(score.range) or "–"),
        )
        for (name, value), (left, right) in zip(rows, self._fact_texts, strict=True):
            left.setText(name)
            right.setText(value)

    def _show_sealed(self, assessment: Assessment) -> None:
        outcome = self._session.outcome
        self._show_lists(assessment, (), () if outcome is None else _unknown(outcome))
        self._effect.set_heading(self.tr("{0} is sealed").format(shown_quarter(assessment.period)))
        self._effect_words.setText(self.tr("The answers can be read and reported. Nothing changes them."))
        if outcome is not None:
            self._show_facts(outcome)
        self._seal.set_heading(self.tr("Sealed"))
        self._seal_words.setText(
            self.tr(
                "The seal holds this assessment and every one before it together, so a change would show."
            )
        )
        self._button.setVisible(False)

    def _on_seal(self) -> None:
        if self._button.isEnabled() and self._button.isVisible():
            self._button.setEnabled(False)
            self._session.close_assessment()

    def _show_lists(
        self, assessment: Assessment, becoming: tuple[str, ...], unknown: tuple[str, ...]
    ) -> None:
        self._clear()
        if becoming:
            self._add(assessment, self.tr("Not asked"), self.tr("become unknown"), becoming)
        if unknown:
            note = self.tr("count as 0 in the score, as 100 at best")
            self._add(assessment, self.tr("Don’t know"), note, unknown)
        if not becoming and not unknown:
            self._add(assessment, self.tr("Everything is answered, nothing is unknown"), "", ())
        self.measure_soon()

    def _clear(self) -> None:
        for panel in self._panels:
            self._lists.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = []

    def _add(self, assessment: Assessment, heading: str, note: str, ids: tuple[str, ...]) -> None:
        panel = Panel(self._theme, "", self)
        panel.set_heading(f"{len(ids)}  {heading}" if ids else heading, note)
        if ids:
            asked = [Asked(id_, assessment.questionnaire.by_id[id_].prompt) for id_ in ids]
            listed = QuestionList(self._theme, asked, panel)
            listed.chosen.connect(self.question_asked)
            panel.body.addWidget(listed)
        else:
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._panels.append(panel)
        self._lists.addWidget(panel)

    def _build(self) -> None:
        inner = QWidget(self)
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 18, 32, 24)
        row.setSpacing(16)
        left = QVBoxLayout()
        self._lists.setSpacing(14)
        left.addLayout(self._lists)
        left.addStretch()
        row.addLayout(left, 16)
        right = QVBoxLayout()
        right.setSpacing(14)
        self._effect.body.addWidget(self._effect_words)
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(8)
        for place in range(4):
            pair = (
                Text(self._theme, "", "body", "ink2", self),
                TextBlock(self._theme, "", "bodyStrong", "ink", self),
            )
            pair[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._fact_texts.append(pair)
            self._facts.addWidget(pair[0], place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(pair[1], place, 1)
        self._facts.setColumnStretch(1, 1)
        self._effect.body.addSpacing(14)
        self._effect.body.addLayout(self._facts)
        right.addWidget(self._effect)
        self._seal.body.addWidget(self._seal_words)
        self._seal.body.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._button)
        buttons.addWidget(self._back)
        buttons.addStretch()
        self._seal.body.addLayout(buttons)
        right.addWidget(self._seal)
        right.addStretch()
        row.addLayout(right, 9)
        self.set_content(inner)


def _unknown(outcome: Outcome) -> tuple[str, ...]:
    return tuple(id_ for id_, fact in outcome.counted.items() if fact.state == "unknown")


def _said(outcome: Outcome) -> str:
    """Return the score as it may be printed: the range alone where too little is answered."""
    score = outcome.score
    return str(score.displayed) if score.displayed is not None else spread(score.range)
