"""Accepting a risk, changing and withdrawing it: the same dialog from Results and from the Roadmap."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.accepting import AcceptedRisk

_QUARTERS = 8


class RiskDesk(QObject):
    """Every change is one step to undo, kept with the assessment, beside its seal."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._parent = parent

    def accept(self, questions: Sequence[str] = ()) -> None:
        """Ask who accepts the risk of some questions; of none named, offer what falls short."""
        from readiness.ui.risk_facts import acceptable  # noqa: PLC0415 - when it is asked for

        outcome = self._session.outcome
        if outcome is None:
            return
        by_id = outcome.assessment.questionnaire.by_id
        known = [id_ for id_ in questions if id_ in by_id]
        offered = [(id_, by_id[id_].prompt) for id_ in known[:1]] or acceptable(outcome)
        if offered:
            self._ask(offered, known, None)

    def edit(self, question: str) -> None:
        """Change what was accepted, or withdraw it."""
        risk, assessment = self.risk(question), self._session.assessment
        if risk is not None and assessment is not None:
            known = assessment.questionnaire.by_id.get(question)
            self._ask([(question, known.prompt if known else question)], [question], risk)

    def withdraw(self, question: str) -> None:
        """Open a risk again."""
        from readiness.domain.accepting import without_risk  # noqa: PLC0415 - when it is asked for

        assessment = self._session.assessment
        if assessment is not None:
            name = self.tr("withdrawing {0}").format(question)
            self._session.set_accepted(without_risk(assessment.accepted, question), name)

    def risk(self, question: str) -> "AcceptedRisk | None":
        """Return what was accepted of a question."""
        assessment = self._session.assessment
        accepted = assessment.accepted if assessment is not None else ()
        return next((risk for risk in accepted if risk.question == question), None)

    def _ask(
        self, offered: Sequence[tuple[str, str]], questions: Sequence[str], risk: "AcceptedRisk | None"
    ) -> None:
        from readiness.ui.dialogs.risk_dialog import RiskDialog  # noqa: PLC0415 - when it is asked for

        assessment = self._session.assessment
        if assessment is None:
            return
        periods = [str(assessment.period.plus(index)) for index in range(1, _QUARTERS + 1)]
        if risk is not None and risk.holds_in(assessment.period) and risk.expires not in periods:
            periods.insert(0, risk.expires)
        quarters = [(period, shown_quarter(period)) for period in periods]
        dialog = RiskDialog(self._theme, self._icons, offered, quarters, self._parent, risk)
        dialog.kept.connect(partial(self._on_kept, tuple(questions)))
        dialog.withdrawn.connect(self.withdraw)
        dialog.open()

    def _on_kept(self, questions: tuple[str, ...], risk: "AcceptedRisk") -> None:
        from readiness.domain.accepting import with_risk  # noqa: PLC0415 - when it is asked for

        assessment = self._session.assessment
        if assessment is None:
            return
        accepted = assessment.accepted
        for question in questions or (risk.question,):
            accepted = with_risk(accepted, replace(risk, question=question))
        self._session.set_accepted(accepted, self.tr("accepting {0}").format(risk.question))
