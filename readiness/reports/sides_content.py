"""Two views → their page: who is higher where, question by question; left out where lanes may not be told."""

from readiness.domain.outcome import Outcome
from readiness.reports import alignment_content as told
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.detail_facts import Sides, View


def sides(outcome: Outcome, background: Background) -> Sides | None:
    """Say how far the two are apart; nothing where there are no two views to hold apart."""
    if told.views(outcome) != "both":
        return None
    alignment = outcome.alignment
    by_id = outcome.assessment.questionnaire.by_id
    lanes = outcome.assessment.lanes
    views = tuple(
        View(
            prompt=by_id[gap.id].prompt,
            id=gap.id,
            product=gap.product,
            engineering=gap.engineering,
            apart=told.apart_words(gap),
            is_expectation=gap.is_expectation,
        )
        for gap in told.widest_first(outcome)
    )
    same = sum(view.product == view.engineering for view in views)
    index = say.capital(told.index_words(alignment))
    lead = f"{told.directions(alignment)} {index}." if index else told.directions(alignment)
    return Sides(
        title=background.said("sides.title", told.alignment_title(alignment)),
        lead=lead.strip(),
        lanes=(lanes.called("product"), lanes.called("engineering")),
        views=tuple(view for view in views if view.product != view.engineering),
        same=f"{say.counted(same, 'common answer is', 'common answers are')} the same." if same else "",
        by_pillar=tuple(_by_pillar(outcome)),
    )


def _by_pillar(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Return for each pillar how many common answers there are, and how many differ by how much."""
    rows = []
    for pillar in outcome.assessment.questionnaire.pillars:
        ids = {question.id for question in pillar.questions}
        gaps = [abs(gap.gap) for gap in outcome.alignment.questions if gap.id in ids]
        if gaps:
            one, more = sum(gap == 1 for gap in gaps), sum(gap > 1 for gap in gaps)
            told_apart = f"{one or 'none'} one apart, {more or 'none'} two or more"
            apart = told_apart if one or more else "all the same"
            rows.append((pillar.name, say.counted(len(gaps), "common answer"), apart))
    return rows
