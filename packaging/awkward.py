"""A workspace that is hard to show: long names, nothing answered, one quarter, forty quarters."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from readiness.domain.assessment import Answer, Assessment, Driver, Limit, Target
from readiness.domain.journeys import Journey
from readiness.domain.period import Period
from readiness.domain.questionnaire import LevelIndex, Questionnaire
from readiness.services.assessing import Assessing
from readiness.services.drafts import Draft

SEVEN: Final = "Seven pillars"
LONG: Final = (
    "A checkout and order-taking platform with <b>an unusually long name</b> & several parts "
    "that nobody could agree to shorten"
)
NOTE: Final = "Lock waits at the peak: P95 = 900 ms, tested 28 August. " * 12
_LEVELS: Final[tuple[LevelIndex, ...]] = (0, 1, 2, 3, 4)


def write_awkward(path: Path) -> None:
    """Write the workspace."""
    desk = Assessing.create(path)
    try:
        _write_long(desk)
        _write_forty_quarters(desk)
        desk.start(Draft(system="Nothing answered", team="Nobody yet", period=Period(2026, 3)))
        _write_one_quarter(desk)
        _write_seven_pillars(desk)
        _write_nothing_applies(desk)
    finally:
        desk.close()


def _write_long(desk: Assessing) -> None:
    driver = Driver(
        id="orders",
        unit="orders and returns a minute, all shops together",
        today=1234567.0,
        target=123456789.0,
    )
    id_ = desk.start(
        Draft(
            system=LONG,
            team="The team that looks after everything that has to do with taking orders",
            period=Period(2026, 3),
            scope_in=NOTE[:400],
            scope_out=NOTE[:400],
            journeys=tuple(
                Journey(f"{number}. {LONG}"[:120], may_pause=number > 3) for number in range(1, 6)
            ),
            load=(driver,),
            target=Target(factor=driver.factor, by="2029-Q4"),
        )
    )
    for number, question in enumerate(desk.load(id_).questionnaire.questions):
        desk.answer(id_, question.id, "agreed", _answer(number))
    limits = tuple(
        Limit(
            id=f"limit-{number}",
            resource=f"{LONG[:60]} {number}",
            unit="connections",
            used=380.0 + number if number % 3 else None,
            limit=500.0,
            measured_on="2026-09-01",
            source=NOTE[:160],
            lead_time_weeks=26.0,
        )
        for number in range(12)
    )
    desk.set_limits(id_, limits)


def _answer(number: int) -> Answer:
    if number % 7 == 5:
        return Answer(unknown=True, note=NOTE)
    if number % 7 == 6:
        return Answer(not_applicable=NOTE[:200])
    evidence = ("https://wiki.example/a-very-long-path/" + "x" * 160,) if number % 2 else ()
    return Answer(
        level=_LEVELS[number % 5],
        confidence="evidenced" if evidence else "guess",
        note=NOTE,
        note_for="report",
        evidence=evidence,
    )


def _write_forty_quarters(desk: Assessing) -> None:
    for number in range(40):
        id_ = desk.start(
            Draft(
                system="Forty quarters", team="Platform", period=Period(2016, 4).plus(number), scope="quick"
            )
        )
        for place, question in enumerate(desk.load(id_).questionnaire.questions):
            level = _LEVELS[min(4, (number // 10) + (place + number) % 2)]
            desk.answer(id_, question.id, "agreed", Answer(level=level, confidence="informed"))
        desk.close_assessment(id_)


def _write_seven_pillars(desk: Assessing) -> None:
    """Write 84 questions under seven pillars with names of 60 characters, answered by both sides, twice."""
    whole = desk.library.find("scalability@1.0+saas@1.0")
    if whole is None:
        return
    pillars = tuple(
        replace(
            pillar,
            name=f"{pillar.name}, and all that the teams which run it keep around it"[:60],
            topics=tuple(
                replace(topic, name=f"{topic.name}, with everything that belongs to it somehow"[:60])
                for topic in pillar.topics
            ),
        )
        for pillar in whole.pillars
    )
    long_named = replace(whole, id="long-names", version="1.0", pillars=pillars, extends="")
    for quarter in (2, 3):
        desk.import_answers(_seven_pillars(long_named, quarter), long_named)
        lines = [line for system in desk.home() for line in system.assessments if line.system == SEVEN]
        if quarter == 2:
            desk.close_assessment(lines[-1].id)


def _seven_pillars(questionnaire: Questionnaire, quarter: int) -> Assessment:
    answers = {
        q.id: Answer(level=_LEVELS[(number * 2 + (quarter == 3 and number % 3 == 0)) % 5])
        for number, q in enumerate(questionnaire.questions)
    }
    product = {
        q.id: Answer(level=_LEVELS[min(4, (answers[q.id].level or 0) + number % 4)])
        for number, q in enumerate(questionnaire.questions)
        if q.is_asked_of("product") or q.product_prompt
    }
    return Assessment(
        questionnaire=questionnaire,
        system=SEVEN,
        period=Period(2026, quarter),
        target=Target(factor=10, by="2027-Q2"),
        agreed=answers,
        product=product,
        engineering={id_: answers[id_] for id_ in product},
    )


def _write_nothing_applies(desk: Assessing) -> None:
    id_ = desk.start(Draft(system="Tiny, nothing applies", period=Period(2026, 3), mode="private"))
    for question in desk.load(id_).questionnaire.questions:
        desk.answer(id_, question.id, "agreed", Answer(not_applicable="There is no such thing here."))


def _write_one_quarter(desk: Assessing) -> None:
    id_ = desk.start(Draft(system="One quarter", period=Period(2026, 2), scope="quick"))
    for question in desk.load(id_).questionnaire.questions:
        desk.answer(id_, question.id, "agreed", Answer(level=2))
    desk.close_assessment(id_)
