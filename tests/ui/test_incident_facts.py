"""The sentence that holds incidents against the answers, and the months of a fiscal year."""

from dataclasses import replace

from builders import an_assessment, level
from planning import the_bank

from readiness.domain.assessment import Assessment
from readiness.domain.incidents import Incident
from readiness.domain.period import Period
from readiness.ui.incident_facts import incidents_of


def asked(period: Period, number: int) -> Assessment:
    return replace(an_assessment(the_bank(), {"ARC-11": level(number)}), period=period, sealed=True)


def stop(day: str, *questions: str) -> Incident:
    return Incident(on=day, title="It stopped", questions=questions)


def test_the_sentence_counts_what_was_known_and_what_was_not_asked() -> None:
    log = [*(stop(f"2026-08-{day:02}", "ARC-11") for day in range(1, 6)), *[stop("2026-09-01", "DAT-04")] * 2]
    said = incidents_of(log, (asked(Period(2026, 2), 1),), 1)
    assert said.heading == "5 of 7 incidents came from questions at 0–1, 2 were not asked"
    assert said.rows[0].value == "DAT-04 not asked"
    assert said.rows[-1].value == "ARC-11 at 1"
    assert said.rows[-1].key == "1"


def test_one_incident_reads_as_one() -> None:
    said = incidents_of([stop("2026-08-01", "ARC-11")], (asked(Period(2026, 2), 3),), 1)
    assert said.heading == "None of 1 incident came from questions at 0–1, 1 from a question at 2 or more"


def test_before_any_assessment_nothing_could_be_known() -> None:
    said = incidents_of([stop("2025-01-01", "ARC-11")], (asked(Period(2026, 2), 3),), 1)
    assert "1 came before any assessment" in said.heading
    assert said.rows[0].note == ""


def test_nothing_logged_says_so() -> None:
    assert incidents_of([], (), 1).heading == "No incident is logged yet"


def test_a_fiscal_year_decides_in_which_quarter_a_day_lies() -> None:
    may = [stop("2026-05-02", "ARC-11")]
    sealed = (asked(Period(2026, 1), 0), asked(Period(2026, 2), 3))
    assert incidents_of(may, sealed, 1).rows[0].value == "ARC-11 at 0", "May is in the second quarter"
    assert incidents_of(may, sealed, 4).rows[0].value == "ARC-11 at 3", "May is in 2027-Q1"
