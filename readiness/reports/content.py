"""An outcome and a few choices → everything a report says, word for word."""

from typing import Final, Literal

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import Outcome
from readiness.reports import sentences as say
from readiness.reports.answers_content import answers
from readiness.reports.background import NOTHING, Background
from readiness.reports.change_content import change
from readiness.reports.cover_content import cover
from readiness.reports.dates import last_answered, long_date
from readiness.reports.detail_content import details
from readiness.reports.facts import ReportContent
from readiness.reports.method_content import method
from readiness.reports.options import ReportOptions, in_order
from readiness.reports.plan_content import plan_page
from readiness.reports.risk_content import risks
from readiness.reports.scorecard_content import scorecard
from readiness.reports.sides_content import sides
from readiness.reports.summary_content import summary

_SEAL_SHOWN: Final = 16
_MOST_COMPANY: Final = 120
"""Characters of an organisation's name at the foot of a page; the whole name stands with the answers."""


def describe(outcome: Outcome, options: ReportOptions, background: Background = NOTHING) -> ReportContent:
    """Say the whole report; only the chosen pages are filled."""
    given = outcome.assessment
    made_on = options.made_on or last_answered(given)
    seal = options.seal if given.sealed else ""
    pages = in_order(options.pages)
    names = options.names_people
    return ReportContent(
        title=given.questionnaire.title,
        system=given.system,
        period=_period(given),
        language=given.questionnaire.language,
        made_on=made_on,
        date=long_date(made_on),
        foot=f"{_foot(given, options.company, made_on, seal)}{_ready(given, background)}",
        draft="" if given.sealed else "Draft: the assessment is open",
        seal=seal,
        summary=summary(outcome, background, names=names) if "summary" in options.pages else None,
        scorecard=scorecard(outcome) if "scorecard" in options.pages else None,
        answers=answers(outcome, background, options, seal) if "answers" in options.pages else None,
        pages=pages,
        change=change(outcome, background, names=names) if "change" in pages else None,
        risks=risks(outcome, background, names=names) if "risks" in pages else None,
        cover=cover(outcome, background, long_date(made_on), options.company.strip())
        if "cover" in pages
        else None,
        method=method(outcome, background, seal, names=names) if "method" in pages else None,
        sides=sides(outcome, background) if names and "alignment" in pages else None,
        details=details(outcome, background, names=names) if "pillars" in pages else (),
        plan=plan_page(outcome, background, names=names, fiscal_year_start=options.fiscal_year_start)
        if "roadmap" in pages
        else None,
    )


def describe_agenda(outcome: Outcome, options: ReportOptions) -> ReportContent:
    """Say the agenda of the meeting; it carries a date only where one is chosen."""
    from readiness.reports.agenda_content import agenda  # noqa: PLC0415 - a report needs none

    given = outcome.assessment
    return ReportContent(
        title="Agenda",
        system=given.system,
        period=_period(given),
        language=given.questionnaire.language,
        made_on=options.made_on,
        date=long_date(options.made_on),
        foot=_foot(given, options.company, options.made_on, ""),
        draft="",
        seal="",
        summary=None,
        scorecard=None,
        answers=None,
        agenda=agenda(outcome),
    )


def short_seal(seal: str) -> str:
    """Return the beginning of a head hash, which is enough to compare two papers by eye."""
    return f"Sealed\u00a0{seal[:_SEAL_SHOWN]}" if seal else ""


def _ready(given: Assessment, background: Background) -> str:
    """Say who pressed “ready to send”; what is still open can change, so nobody can have meant it."""
    if not given.sealed:
        return ""
    sides: tuple[Literal["product", "engineering"], ...] = ("product", "engineering")
    told = [given.lanes.called(side) for side in sides if side in background.ready]
    if not told:
        return ""
    if len(told) == len(sides) or given.lanes.alone is not None:
        return f" Ready to send: {say.listed(tuple(told))}."
    return f" Ready to send: {told[0]} only."


def _period(given: Assessment) -> str:
    later = f", revision {given.revision}" if given.revision > 1 else ""
    return f"{given.period}{later}"


def owner(company: str) -> str:
    """Return an organisation’s name as it leads the foot of a page; nothing without one."""
    name = company.strip()
    return f"{name if len(name) <= _MOST_COMPANY else name[:_MOST_COMPANY] + '…'}. " if name else ""


def _foot(given: Assessment, company: str, made_on: str, seal: str) -> str:
    questionnaire = given.questionnaire
    scope = "quick check, " if given.scope == "quick" else ""
    people = len(given.participants)
    facts = (
        f"{questionnaire.title} {questionnaire.version}",
        f"{scope}{say.counted(len(questionnaire.questions), 'question')}",
        *((say.counted(people, "person", "people"),) if people else ()),
        *((long_date(made_on),) if made_on else ()),
    )
    sealed = f" {short_seal(seal)}." if seal else ""
    return f"{owner(company)}{', '.join(facts)}. Self-assessment, not an audit.{sealed}"
