"""What guards the target step: its gates, and the limits that were measured (domain §2.5)."""

from collections.abc import Iterator
from typing import Literal

from readiness.domain.assessment import Limit
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question
from readiness.reports import sentences as say
from readiness.reports.facts import GateRow, LimitLine
from readiness.reports.standing import asks, stands
from readiness.reports.summary_content import used_of


def gates(outcome: Outcome) -> tuple[GateRow, ...]:
    """Return every gate that the target step rests on."""
    return tuple(_gates(outcome))


def _gates(outcome: Outcome) -> Iterator[GateRow]:
    step = outcome.growth.target_step
    for question in outcome.assessment.questionnaire.gates:
        if question.weight and question.hurts_at <= step:
            yield GateRow(
                id=question.id,
                prompt=question.prompt,
                stands=stands(outcome.counted[question.id]),
                asks=asks(question, step).removeprefix(f"{step}× asks "),
                state=_gate_state(outcome, question),
            )


def _gate_state(outcome: Outcome, question: Question) -> Literal["open", "passed", "left out", "not asked"]:
    state = outcome.counted[question.id].state
    if state == "not_applicable":
        return "left out"
    if state == "not_asked":
        return "not asked"
    return "open" if question.id in outcome.growth.open_gates else "passed"


def gates_title(outcome: Outcome, gates: tuple[GateRow, ...]) -> str:
    """Say how many of them are open."""
    step = outcome.growth.target_step
    counting = [gate for gate in gates if gate.state != "left out"]
    if not gates:
        return f"No gate guards {step}×"
    still = sum(gate.state != "passed" for gate in counting)
    if not still:
        return f"Every gate of {step}× is passed"
    return f"{still} of {say.counted(len(counting), 'gate')} of {step}× {'is' if still == 1 else 'are'} open"


def limits(outcome: Outcome) -> tuple[LimitLine, ...]:
    """Return the measured limits, smallest first, then those nobody has measured."""
    return tuple(_limits(outcome))


def _limits(outcome: Outcome) -> Iterator[LimitLine]:
    ordered = sorted(outcome.assessment.limits, key=lambda limit: (limit.factor is None, limit.factor or 0))
    for limit in ordered:
        factor = limit.factor
        yield LimitLine(
            factor="not known" if factor is None else say.times(factor),
            resource=limit.resource,
            measured=used_of(limit).removesuffix(" used at today’s peak"),
            source=_source(limit),
            is_short=factor is not None and factor < outcome.growth.target_factor,
        )


def _source(limit: Limit) -> str:
    return ", ".join(part for part in (limit.source, limit.measured_on) if part)


def limits_title(outcome: Outcome) -> str:
    """Say how many of them end before the target."""
    known = outcome.growth.first_known_limit
    if known is None:
        return "No limit is measured yet"
    target = outcome.growth.target_factor
    short = sum(limit.factor is not None and limit.factor < target for limit in outcome.assessment.limits)
    if not short:
        return f"No measured limit lies below {say.times(target)}"
    lie = "limit lies" if short == 1 else "limits lie"
    return f"{say.capital(say.in_words(short))} measured {lie} below {say.times(target)}"
