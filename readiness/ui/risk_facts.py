"""Accepted risks → what is said of them, and what can be accepted; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from readiness.domain.accepting import AcceptedRisk, holding, reopened
from readiness.domain.assessment import Assessment
from readiness.domain.outcome import Outcome
from readiness.ui.quarters import shown_quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """A question whose risk is accepted, or was: its words are the question and by whom, until when, why."""

    question: str
    prompt: str
    words: str


def risk_words(risk: AcceptedRisk) -> str:
    """Return “Accepted until 2027-Q1 by Head of Product: reason”."""
    return _tr("Accepted until {0} by {1}: {2}").format(shown_quarter(risk.expires), risk.role, risk.reason)


def accepted_lines(assessment: Assessment) -> tuple[RiskLine, ...]:
    """Return what is accepted in the quarter of an assessment."""
    return tuple(
        RiskLine(question=id_, prompt=prompt_of(assessment, id_), words=risk_words(risk))
        for id_, risk in holding(assessment.accepted, assessment.period).items()
    )


def reopened_lines(assessment: Assessment) -> tuple[RiskLine, ...]:
    """Return what was accepted for a time that is over."""
    told = _tr("Was accepted until {0} by {1}, open again")
    return tuple(
        RiskLine(
            question=id_,
            prompt=prompt_of(assessment, id_),
            words=told.format(shown_quarter(risk.expires), risk.role),
        )
        for id_, risk in reopened(assessment.accepted, assessment.period).items()
    )


def acceptable(outcome: Outcome) -> tuple[tuple[str, str], ...]:
    """Return the questions that fall short and are not accepted, with prompts, what breaks first."""
    held = holding(outcome.assessment.accepted, outcome.assessment.period)
    return tuple((id_, prompt_of(outcome.assessment, id_)) for id_ in _short(outcome) if id_ not in held)


def _short(outcome: Outcome) -> Iterator[str]:
    first = outcome.growth.breaks_first
    yield from first
    yield from (id_ for id_ in outcome.growth.shortfalls if id_ not in first)


def prompt_of(assessment: Assessment, id_: str) -> str:
    """Return the prompt of a question, or its id where it is not asked any more."""
    question = assessment.questionnaire.by_id.get(id_)
    return question.prompt if question is not None else id_


def _tr(text: str) -> str:
    return QCoreApplication.translate("Risks", text)
