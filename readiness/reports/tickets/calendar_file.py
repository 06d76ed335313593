"""Tickets → iCalendar: a day each on which something is due, for any calendar.

All-day events that block nobody's time, because calendars leave out to-dos. The same plan makes the same
bytes, and an action keeps its identity, so that a calendar that reads a later file moves it.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Final

from icalendar import Calendar, Event, vText

from readiness.reports.codes import with_plain_breaks
from readiness.reports.tickets.ticket import Ticket

_NO_DATE: Final = "1980-01-01"
_DAY: Final = timedelta(days=1)


def build_calendar(tickets: Iterable[Ticket], title: str, made_on: str = "") -> bytes:
    """Return the file; ``made_on`` is an ISO date."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Readiness//Roadmap//EN")
    # A text by name: of a property that it does not know the library escapes nothing.
    calendar.add("x-wr-calname", vText(with_plain_breaks(title)))
    stamp = datetime.fromisoformat((made_on or _NO_DATE)[:10]).replace(tzinfo=UTC)
    for ticket in tickets:
        calendar.add_component(_event(ticket, stamp, ticket.due))
    return bytes(calendar.to_ical())


def _event(ticket: Ticket, stamp: datetime, due: date) -> Event:
    event = Event()
    event.add("uid", f"{sha256(ticket.reference.encode('utf-8')).hexdigest()[:32]}@readiness")
    event.add("dtstamp", stamp)
    event.add("dtstart", due)
    event.add("dtend", due + _DAY)
    event.add("summary", with_plain_breaks(f"Due: {ticket.title}"))
    event.add("description", "\n".join(f"{label}: {with_plain_breaks(text)}" for label, text in ticket.lines))
    event.add("categories", list(ticket.labels))
    event.add("transp", "TRANSPARENT")
    return event
