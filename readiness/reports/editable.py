"""The generated sentences that people may put into their own words: headings, consequences, decisions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from readiness.domain.outcome import Outcome
from readiness.reports.background import Background
from readiness.reports.change_content import change
from readiness.reports.detail_content import details
from readiness.reports.options import ReportOptions
from readiness.reports.plan_ask import asks
from readiness.reports.plan_content import plan_page
from readiness.reports.risk_content import risks
from readiness.reports.sentences import headline
from readiness.reports.sides_content import sides
from readiness.reports.standing import felt

_MOST_CONSEQUENCES: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence that may be written anew: its key, where it stands, and the generated text."""

    key: str
    where: str
    generated: str


def sentences(outcome: Outcome, options: ReportOptions, background: Background) -> tuple[Sentence, ...]:
    """Return what may be edited on the chosen pages, in the order it is read, whatever was written so far."""
    return tuple(_sentences(outcome, options, replace(background, words={})))


def _sentences(outcome: Outcome, options: ReportOptions, background: Background) -> Iterator[Sentence]:
    yield Sentence(key="summary.headline", where="Page 1, the verdict", generated=headline(outcome))
    for question in outcome.growth.breaks_first[:_MOST_CONSEQUENCES]:
        asked = outcome.assessment.questionnaire.by_id[question]
        where = f"What breaks first, {question}"
        yield Sentence(key=f"consequence.{question}", where=where, generated=felt(asked))
    for number, ask in enumerate(asks(outcome, background), 1):
        yield Sentence(key=ask.key, where=f"To decide and sign, {number}", generated=ask.text)
    yield from _headings(outcome, options, background)


def _headings(outcome: Outcome, options: ReportOptions, background: Background) -> Iterator[Sentence]:
    names, pages = options.names_people, options.pages
    found = change(outcome, background, names=names) if "change" in pages else None
    if found is not None:
        yield Sentence(key="change.title", where="Changes, heading", generated=found.title)
    if "risks" in pages:
        title = risks(outcome, background, names=names).title
        yield Sentence(key="risks.title", where="Top risks, heading", generated=title)
    plan = plan_page(outcome, background, names=names) if "roadmap" in pages else None
    if plan is not None:
        yield Sentence(key="plan.title", where="Roadmap, heading", generated=plan.title)
    views = sides(outcome, background) if names and "alignment" in pages else None
    if views is not None:
        yield Sentence(key="sides.title", where="Two views, heading", generated=views.title)
    if "pillars" in pages:
        yield from _pillars(outcome, options, background)


def _pillars(outcome: Outcome, options: ReportOptions, background: Background) -> Iterator[Sentence]:
    pillars = outcome.assessment.questionnaire.pillars
    told = details(outcome, background, names=options.names_people)
    for pillar, detail in zip(pillars, told, strict=True):
        key = f"pillar.{pillar.id}.title"
        yield Sentence(key=key, where=f"{pillar.name}, heading", generated=detail.title)
