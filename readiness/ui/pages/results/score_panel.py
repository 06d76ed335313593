"""The score beside its mark, what changed since the quarter before, and what stands beside every score."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.outcome import Outcome
from readiness.ui import facts
from readiness.ui.change_facts import ScoreChange
from readiness.ui.pages.results.lines import Lines
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.change_note import ChangeNote
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.score_hero import ScoreHero


class ScorePanel(Panel):
    """The number is second to the growth step; its button says why it is what it is."""

    why_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._hero = ScoreHero(theme, self)
        self.view = ChartView(theme, self._hero, self)
        self._change = ChangeNote(theme, self)
        self._beside = Lines(theme, 7, self, style="caption")
        self._why = Button(theme, self.tr("Why"), "quiet", self)
        self._why.setObjectName("why-this-number")
        self._why.set_key("W")
        self._why.set_size("small")
        self._why.clicked.connect(self.why_asked)
        self.corner.addWidget(self._why)
        self.body.addWidget(self.view)
        self.body.addSpacing(4)
        self.body.addWidget(self._change)
        self.body.addSpacing(6)
        self.body.addWidget(self._beside)
        self.body.addStretch()

    def show_outcome(self, outcome: Outcome, change: ScoreChange | None) -> None:
        """Show a score, and what changed as soon as that is known."""
        quick = outcome.assessment.scope == "quick"
        self.set_heading(self.tr("Readiness score, orientation") if quick else self.tr("Readiness score"))
        self._hero.set_value(facts.hero(outcome))
        self._name_button(outcome.score.displayed)
        self._change.set_change(change.words if change else "", change.direction if change else "")
        details = change.details if change else ()
        self._beside.set_lines((*details, *facts.beside_the_score(outcome)))

    def _name_button(self, displayed: int | None) -> None:
        if displayed is None:
            self._why.setText(self.tr("Why"))
            self._why.setAccessibleName(self.tr("Why there is no score"))
        else:
            self._why.setText(self.tr("Why {0}").format(displayed))
