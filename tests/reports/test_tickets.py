"""The roadmap as tickets and dates: what a tracker reads, and that no text of a person becomes a command."""

import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest
from builders import a_planned_assessment, an_assessment, level
from hostile import STRINGS
from icalendar import Calendar

from readiness.domain.assessment import Assessment
from readiness.domain.promises import PlannedAction
from readiness.errors import InputError
from readiness.reports.book.csv_file import inert
from readiness.reports.codes import with_plain_breaks
from readiness.reports.options import ReportOptions
from readiness.reports.tickets.calendar_file import build_calendar
from readiness.reports.tickets.trackers import TRACKERS, Tracker
from readiness.services.exporting import render_tickets

SHORT = {"DAT-01": level(1), "OBS-01": level(1), "ARC-01": level(0)}
OPTIONS = ReportOptions(made_on="2026-09-10")


def titled(*titles: str) -> Assessment:
    """Return an assessment with actions of its people, one for each title."""
    free = tuple(
        PlannedAction(id=f"own-{place}", kind="free", title=title, effort=1.0, period="2026-Q4")
        for place, title in enumerate(titles)
    )
    return a_planned_assessment(SHORT, actions=free)


def rows(given: Assessment, tracker: Tracker) -> list[dict[str, str]]:
    text = render_tickets(given, tracker, OPTIONS).decode("utf-8")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_jira_reads_seconds_and_days_and_labels_of_one_word() -> None:
    (own,) = (
        row for row in rows(titled("Buy a bigger disk"), "jira") if row["Summary"] == "Buy a bigger disk"
    )
    assert (own["Issue Type"], own["Due Date"], own["Original Estimate"]) == ("Task", "2026-12-31", "144000")
    assert "From: Readiness, Checkout API@2026-Q3, own-0" in own["Description"]


def test_every_planned_action_is_a_ticket_that_says_when_it_is_done() -> None:
    found = rows(a_planned_assessment(SHORT), "linear")
    raised = [row for row in found if "**Done when:**" in row["Description"]]
    assert raised
    assert {row["Status"] for row in found} == {"Todo"}
    assert {row["Priority"] for row in found} <= {"High", "Medium", "Low"}


def test_what_is_done_or_dropped_is_no_ticket_any_more() -> None:
    given = titled("Stays", "Is done", "Was dropped")
    first, second, third = given.actions
    states = (first, _in_state(second, "done"), _in_state(third, "dropped"))
    found = rows(a_planned_assessment(SHORT, actions=states), "gitlab")
    titles = {row["title"] for row in found}
    assert "Stays" in titles
    assert not titles & {"Is done", "Was dropped"}


def _in_state(action: PlannedAction, state: str) -> PlannedAction:
    return PlannedAction(id=action.id, kind="free", title=action.title, effort=1.0, state=state)  # type: ignore[arg-type]


def test_no_line_of_a_person_is_a_quick_action() -> None:
    found = rows(titled("Harmless\n/close\n /assign @all"), "gitlab")
    (own,) = (row for row in found if row["title"].startswith("Harmless"))
    commands = [line for line in own["description"].split("\n") if line.lstrip().startswith("/")]
    assert [line.split()[0] for line in commands] == ["/label", "/estimate"]


def test_unescaped_it_would_have_been_one() -> None:
    """The twin: where nothing is a command, the line stands as it was typed."""
    found = rows(titled("Harmless\n/close"), "linear")
    (own,) = (row for row in found if row["Title"].startswith("Harmless"))
    assert "\n/close" in own["Description"]


@pytest.mark.parametrize("tracker", TRACKERS)
@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_what_was_typed_stays_text(tracker: Tracker, text: str) -> None:
    found = rows(titled(f"a{text}"), tracker)
    title = "title" if tracker == "gitlab" else ("Summary" if tracker == "jira" else "Title")
    plain = " ".join(with_plain_breaks(f"a{text}").split())
    shown = plain if len(plain) <= 255 else f"{plain[:254]}…"
    assert inert(shown[0].upper() + shown[1:]) in {row[title] for row in found}


def events(given: Assessment, options: ReportOptions) -> dict[str, Any]:
    calendar: Any = Calendar.from_ical(render_tickets(given, "ics", options))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_has_a_day_for_each_and_moves_what_it_knows() -> None:
    given = titled("Buy a bigger disk")
    own = events(given, OPTIONS)["Due: Buy a bigger disk"]
    assert own["dtstart"].dt == date(2026, 12, 31)
    moved = events(given, ReportOptions(fiscal_year_start=4))["Due: Buy a bigger disk"]
    assert moved["uid"] == own["uid"]
    assert moved["dtstart"].dt != own["dtstart"].dt


def test_the_same_plan_makes_the_same_bytes() -> None:
    given = titled("One", "Two")
    assert render_tickets(given, "ics", OPTIONS) == render_tickets(given, "ics", OPTIONS)


def test_without_a_plan_the_remedy_is_named() -> None:
    with pytest.raises(InputError, match="Nothing is planned"):
        render_tickets(an_assessment(a_planned_assessment().questionnaire, {}), "jira", OPTIONS)


@pytest.mark.parametrize("kind", [*TRACKERS, "ics"])
def test_leaders_are_given_no_owners(kind: Tracker) -> None:
    owned = PlannedAction(
        id="own-0", kind="free", title="Buy", effort=1.0, owner="Mira Holt", period="2026-Q4"
    )
    given = a_planned_assessment(SHORT, actions=(owned,))
    assert b"Mira Holt" in render_tickets(given, kind, OPTIONS)
    assert b"Mira Holt" not in render_tickets(given, kind, ReportOptions(audience="leadership"))


def test_a_name_with_a_line_break_is_one_line_of_the_calendar() -> None:
    """No door lets one in; a file that somebody else wrote may hold one."""
    made = build_calendar([], "Orders\nATTACH:file:///etc/hostname;,\\", "2026-09-10")
    assert b"X-WR-CALNAME:Orders\\nATTACH:file:///etc/hostname\\;\\,\\\\\r\n" in made
