"""Incidents held against what the answers had said before."""

from dataclasses import replace

from builders import an_assessment, level
from planning import the_bank

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.incidents import Incident, outcome_log
from readiness.domain.period import Period

DAY = "2026-08-19"
AUGUST = Period(2026, 3)


def asked(period: Period, **answers: Answer) -> Assessment:
    given = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return replace(an_assessment(the_bank(), given), period=period, sealed=True)


def judged(*questions: str, before: tuple[Assessment, ...]) -> str:
    incident = Incident(on=DAY, title="It stopped", questions=questions)
    (one,) = outcome_log([incident], before, {DAY: AUGUST}).judged
    return one.foresight


def test_an_incident_is_held_against_the_newest_assessment_of_an_earlier_quarter() -> None:
    old = asked(Period(2026, 1), ARC_11=level(0))
    last = asked(Period(2026, 2), ARC_11=level(3))
    own = asked(Period(2026, 3), ARC_11=level(0))
    incident = Incident(on=DAY, title="It stopped", questions=("ARC-11",))
    (one,) = outcome_log([incident], (own, last, old), {DAY: AUGUST}).judged
    assert one.before is last
    assert one.seen[0].level == 3
    assert one.foresight == "strong"


def test_the_weakest_question_of_an_incident_speaks_for_it() -> None:
    last = asked(Period(2026, 2), ARC_11=level(1), DAT_04=level(4), OBS_02=Answer(unknown=True))
    assert judged("DAT-04", "ARC-11", before=(last,)) == "weak"
    assert judged("DAT-04", "OBS-02", before=(last,)) == "unknown"
    assert judged("DAT-04", before=(last,)) == "strong"


def test_what_nobody_asked_is_said_apart() -> None:
    last = asked(Period(2026, 2), ARC_11=level(1), ARC_13=Answer(not_applicable="no such thing"))
    assert judged("DAT-04", before=(last,)) == "not_asked"
    assert judged("ARC-13", before=(last,)) == "not_asked"
    assert judged("XYZ-01", before=(last,)) == "not_asked"
    assert judged(before=(last,)) == "not_asked"
    assert judged("ARC-11", before=()) == "no_assessment"
    assert judged("ARC-11", before=(asked(AUGUST, ARC_11=level(0)),)) == "no_assessment"


def test_the_log_counts_and_stands_newest_first() -> None:
    last = asked(Period(2026, 2), ARC_11=level(1))
    days = ("2026-07-02", "2026-09-01", "2026-08-03")
    given = [Incident(on=day, title=day, questions=("ARC-11",)) for day in days]
    log = outcome_log(given, (last,), dict.fromkeys(days, AUGUST))
    assert [one.incident.on for one in log.judged] == ["2026-09-01", "2026-08-03", "2026-07-02"]
    assert (log.number("weak"), log.number("strong")) == (3, 0)
