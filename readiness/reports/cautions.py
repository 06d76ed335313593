"""What a leader has to know beside the verdict: the safety question, and answers dangerous together."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.weighing import weighs_equally
from readiness.reports import sentences as say
from readiness.reports.facts import Caution
from readiness.reports.standing import felt, named

_LENS_WORDS: Final = (
    "No risk counts 4, medium 2, high 0. Growth steps and efforts are this program’s, not the lens’s."
)
_REVIEW_WORDS: Final = (
    "The share of the practices that are ticked makes the level, from 0 to 4 with all of them. "
    "Growth steps and efforts are this program’s, not the review’s."
)


def cautions(outcome: Outcome) -> tuple[Caution, ...]:
    """Return them, safety first."""
    return (*_unsafe(outcome), *_combined(outcome), *_core(outcome), *_lens(outcome))


def _lens(outcome: Outcome) -> Iterator[Caution]:
    yield from imported(outcome.assessment.questionnaire)


def imported(questionnaire: Questionnaire) -> tuple[Caution, ...]:
    """Return what a reader must know of a questionnaire that was made of a file of others; else nothing."""
    if questionnaire.source is None:
        return ()
    is_equal = weighs_equally(questionnaire)
    if questionnaire.source.form == "aws-custom-lens":
        return (_lens_caution(is_equal=is_equal),)
    how = "equal weights" if is_equal else "own weights"
    return (Caution(title=f"Imported review, {how}.", text=_REVIEW_WORDS),)


def _lens_caution(*, is_equal: bool) -> Caution:
    if is_equal:
        text = f"Pillars and questions weigh the same. {_LENS_WORDS}"
        return Caution(title="Imported lens, equal weights.", text=text)
    return Caution(title="Imported lens, own weights.", text=f"Its weights were set here. {_LENS_WORDS}")


def _core(outcome: Outcome) -> Iterator[Caution]:
    alone = say.core(outcome)
    if alone:
        yield Caution(title="More was asked than the core.", text=f"{alone}; only the core is comparable.")


def _unsafe(outcome: Outcome) -> Iterator[Caution]:
    by_id = outcome.assessment.questionnaire.by_id
    for risk in outcome.risks:
        if risk.kind == "safety":
            question = by_id[risk.questions[0]]
            level = named(outcome.counted[question.id].level or 0)
            text = f"{felt(question)} {question.id} stands at {level}; it is part of no growth step."
            yield Caution(title="Safety.", text=text)


def _combined(outcome: Outcome) -> Iterator[Caution]:
    for risk in outcome.risks:
        if risk.kind == "combination":
            yield Caution(title="Dangerous together.", text=f"{risk.says} ({', '.join(risk.questions)})")
