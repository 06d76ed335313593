"""An outcome → the two views as Results shows them; pure, in the words that the report can print too."""

from dataclasses import dataclass

from readiness.domain.outcome import Outcome
from readiness.reports import alignment_content as say
from readiness.ui.widgets.dumbbells import Dumbbell, DumbbellList

MOST_DRAWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoViews:
    """Heading, dumbbells and a sentence; where there are no two views, the sentence says why."""

    heading: str
    sentence: str
    rows: DumbbellList


def two_views(outcome: Outcome) -> TwoViews:
    """Return what Results says about the two sides; nothing of them before the reveal."""
    heading, sentence = say.without_two_views(outcome)
    if heading:
        return TwoViews(heading=heading, sentence=sentence, rows=DumbbellList())
    alignment = outcome.alignment
    heading = say.alignment_title(alignment)
    gaps = say.widest_first(outcome)
    by_id = outcome.assessment.questionnaire.by_id
    apart = sum(bool(gap.gap) for gap in gaps)
    drawn = min(apart, MOST_DRAWN)
    rows = tuple(
        Dumbbell(
            key=gap.id,
            name=by_id[gap.id].prompt,
            product=gap.product,
            engineering=gap.engineering,
            words=say.apart_words(gap),
            is_expectation=gap.is_expectation,
        )
        for gap in gaps
    )
    index = say.index_words(alignment)
    finding = f"{heading}; {index}." if index else f"{heading}."
    return TwoViews(
        heading=heading,
        sentence=" ".join(part for part in (say.directions(alignment), _rest(apart - drawn)) if part),
        rows=DumbbellList(rows=rows, shown=drawn, index=index, finding=finding),
    )


def _rest(more: int) -> str:
    if not more:
        return ""
    return f"{more} more {'stands' if more == 1 else 'stand'} in the table."
