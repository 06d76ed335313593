"""What closing does, in words and for the chart; pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import Outcome
from readiness.domain.scoring import half_up
from readiness.reports import sentences as say
from readiness.ui.widgets.closing_effect import ClosingEffectValue, EffectRow

if TYPE_CHECKING:
    from readiness.services.closing import ClosePreview


@dataclass(frozen=True, slots=True)
class Check:
    """One line of what was done, and whether it is as it should be."""

    words: str
    is_met: bool


def effect(preview: "ClosePreview", *, is_sealed: bool) -> ClosingEffectValue:
    """Return the score as it closes now, and what it would be with everything unknown found."""
    score, step = preview.after.score, preview.after.growth.target_step
    now = "Sealed" if is_sealed else "Closed now"
    rows = [
        _row(now, preview.after),
        *(_row(f"Facts found, all at level {found.level}", found.outcome) for found in preview.found),
    ]
    return ClosingEffectValue(
        rows=tuple(rows),
        needed=score.needed,
        needed_words="" if score.needed is None else f"mark for {step}×: {half_up(score.needed)}",
        finding=heading(preview, is_sealed=is_sealed),
    )


def heading(preview: "ClosePreview", *, is_sealed: bool) -> str:
    """Return the finding: the score as it closes, or the range alone where too little is known."""
    when = "Sealed" if is_sealed else "Closed now"
    if preview.after.score.range is None:
        return f"{when}, there is no score"
    what = "the plausible range" if preview.after.score.displayed is None else "the score"
    return f"{when}, {what} is {said(preview.after)}"


def effect_words(preview: "ClosePreview") -> str:
    """Say what closing changes, and what finding out could change."""
    count, unknown = len(preview.becoming_unknown), preview.after.score.counts.unknown
    parts = []
    if count:
        become = "1 not asked becomes unknown" if count == 1 else f"{count} not asked become unknown"
        before, after = said(preview.before), said(preview.after)
        parts.append(f"{become}: {before} → {after}." if before else f"{become}.")
    elif not unknown:
        parts.append("Every question was asked, so closing changes no figure.")
    scores = [found.outcome.score.displayed for found in preview.found]
    if scores and None not in scores:
        which = "the unknown one" if unknown == 1 else f"the {say.in_words(unknown)} unknowns"
        parts.append(f"With {which} found, between {scores[0]} and {scores[-1]}.")
    return " ".join(parts)


def fact_lines(preview: "ClosePreview") -> tuple[tuple[str, str], ...]:
    """Return the three facts of growth, tested first, and the plausible range."""
    growth = preview.after.growth
    return (
        ("Tested to", "untested" if growth.tested_ceiling is None else say.times(growth.tested_ceiling)),
        ("First known limit", _limit(preview.after)),
        ("Practices support", _practices(preview)),
        ("Plausible range", say.spread(preview.after.score.range) or "–"),
    )


def checks(assessment: Assessment, outcome: Outcome) -> tuple[Check, ...]:
    """Return what was done: asked, gates answered, left out, people."""
    counts = outcome.score.counts
    gates = [question.id for question in assessment.questionnaire.questions if question.gate]
    answered = sum(outcome.counted[id_].state != "not_asked" for id_ in gates)
    left_out, people = counts.not_applicable, len(assessment.participants)
    return (
        Check(f"{counts.asked} of {counts.total} asked", counts.asked == counts.total),
        Check(f"{answered} of {say.counted(len(gates), 'gate')} answered", answered == len(gates)),
        Check(f"{left_out or 'nothing'} left out as N/A", not left_out),
        Check(say.counted(people, "person", "people") if people else "no people listed", people > 0),
    )


def said(outcome: Outcome) -> str:
    """Return the score as it may be printed: the range alone where too little is answered."""
    score = outcome.score
    return str(score.displayed) if score.displayed is not None else say.spread(score.range)


def _row(name: str, outcome: Outcome) -> EffectRow:
    score = outcome.score
    return EffectRow(
        name=name,
        score=score.score,
        displayed=score.displayed,
        low=score.range.low if score.range else None,
        high=score.range.high if score.range else None,
    )


def _limit(outcome: Outcome) -> str:
    known = outcome.growth.first_known_limit
    missing = sum(limit.factor is None for limit in outcome.assessment.limits)
    rest = f", {say.in_words(missing)} not known" if missing else ""
    return "not known" if known is None else f"{say.times(known.factor)}, {known.resource}{rest}"


def _practices(preview: "ClosePreview") -> str:
    now, *found = [
        outcome.growth.practice_ceiling for outcome in (preview.after, *(f.outcome for f in preview.found))
    ]
    if now is None:
        return "no growth step in a quick check"
    plain = "no growth step confirmed yet" if now == 1 else say.times(now)
    if not found or found[-1] is None:
        return plain
    if set(found) == {now}:
        return f"{plain}, either way" if now == 1 else f"{plain} either way"
    level = next(f.level for f in preview.found if f.outcome.growth.practice_ceiling == found[-1])
    return f"{plain}; {say.times(found[-1])} if all is found at {level}"
