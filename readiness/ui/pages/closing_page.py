"""Closing: what it would change, said before it happens, and the seal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import Outcome
from readiness.reports.sentences import spread, times
from readiness.ui.icons import Icons
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.assessing import ClosePreview

_MOST_SHOWN = 12


class ClosingPage(Scroller):
    """The page itself is the confirmation: it shows the effect, and one button seals."""

    back_asked = Signal()

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
        self._fact_texts: list[tuple[Text, Text]] = []
        self._seal = Panel(theme, self.tr("Seal"), self)
        self._seal.set_accented(True)
        self._seal_words = TextBlock(theme, "", "body", "ink2", self)
        self._button = Button(theme, self.tr("Seal now"), "primary", self)
        self._button.setObjectName("seal-now")
        self._button.set_icon(icons, "lock")
        self._button.set_key("Ctrl Enter")
        self._button.set_size("large")
        self._back = Button(theme, self.tr("Back to the questions"), "plain", self)
        self._back.setObjectName("back-to-questions")
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
        self._clear()
        by_id = assessment.questionnaire.by_id
        unknown = tuple(id_ for id_, fact in preview.before.counted.items() if fact.state == "unknown")
        self._add(
            self.tr("Not asked"),
            self.tr("become unknown"),
            [f"{id_}  {by_id[id_].prompt}" for id_ in preview.becoming_unknown],
        )
        self._add(
            self.tr("Don’t know"),
            self.tr("count as 0 in the score, as 100 at best"),
            [f"{id_}  {by_id[id_].prompt}" for id_ in unknown],
        )
        self._show_effect(preview)
        self._seal.set_heading(self.tr("Seal {0}").format(assessment.period))
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
            words = self.tr("{0} not asked become unknown: {1} → {2}.").format(count, before, after)
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
        self._clear()
        outcome = self._session.outcome
        self._effect.set_heading(self.tr("{0} is sealed").format(assessment.period))
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

    def _clear(self) -> None:
        for panel in self._panels:
            self._lists.removeWidget(panel)
            panel.deleteLater()
        self._panels = []

    def _add(self, heading: str, note: str, lines: list[str]) -> None:
        panel = Panel(self._theme, heading, self)
        panel.set_heading(f"{len(lines)}  {heading}", note)
        for line in lines[:_MOST_SHOWN]:
            panel.body.addWidget(Text(self._theme, line, "body", "ink", panel))
        if len(lines) > _MOST_SHOWN:
            more = self.tr("and {0} more").format(len(lines) - _MOST_SHOWN)
            panel.body.addWidget(Text(self._theme, more, "body", "ink3", panel))
        if not lines:
            panel.body.addWidget(Text(self._theme, self.tr("None"), "body", "ink3", panel))
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
                Text(self._theme, "", "bodyStrong", "ink", self),
            )
            self._fact_texts.append(pair)
            self._facts.addWidget(pair[0], place, 0)
            self._facts.addWidget(pair[1], place, 1, Qt.AlignmentFlag.AlignRight)
        self._facts.setColumnStretch(1, 1)
        self._effect.body.addLayout(self._facts)
        right.addWidget(self._effect)
        self._seal.body.addWidget(self._seal_words)
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


def _said(outcome: Outcome) -> str:
    """Return the score as it may be printed: the range alone where too little is answered."""
    score = outcome.score
    return str(score.displayed) if score.displayed is not None else spread(score.range) or "–"
