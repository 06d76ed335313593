"""Tickets → the CSV that a tracker imports, in its own columns; UTF-8 without a mark of its order.

- Jira maps columns by hand and asks for the form of dates, which is year-month-day here. It wants labels
  without spaces in columns of one name, and estimates in seconds; a week has five days of eight hours.
- GitLab reads ``title``, ``description`` and ``due_date``. Labels and estimates are quick actions at the end
  of the description; a line of anybody's text that begins like one is escaped.
- Linear reads priorities and states by their names; its estimates are points, so weeks stay in words.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Final, Literal

from readiness.domain.promises import ActionState
from readiness.domain.worth import Class
from readiness.reports.book.csv_file import inert
from readiness.reports.book.markdown import escaped
from readiness.reports.codes import with_plain_breaks
from readiness.reports.tickets.ticket import Ticket

Tracker = Literal["jira", "gitlab", "linear"]
TRACKERS: Final[tuple[Tracker, ...]] = ("jira", "gitlab", "linear")

_WEEK_SECONDS: Final = 5 * 8 * 3600
_MOST_TITLE: Final = 255
"""Characters that Jira and GitLab keep of a title; the whole of a longer one stands in the description."""

_PRIORITIES: Final[Mapping[Class, str]] = {"now": "High", "next": "Medium", "later": "Low"}
_STATES: Final[Mapping[ActionState, str]] = {"under_way": "In Progress"}
_COMMAND: Final = re.compile(r"^(\s*)/", re.MULTILINE)
_ESCAPED: Final = r"\g<1>\\/"

Row = tuple[str, ...]


def build_tickets(tickets: Iterable[Ticket], tracker: Tracker) -> bytes:
    """Return the file."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows(_TABLES[tracker](tuple(tickets)))
    return out.getvalue().encode("utf-8")


def _jira(tickets: tuple[Ticket, ...]) -> Iterator[Row]:
    most = max((len(ticket.labels) for ticket in tickets), default=1)
    columns = ("Summary", "Description", "Issue Type", "Priority", "Due Date", "Original Estimate")
    yield (*columns, *("Labels",) * most)
    for ticket in tickets:
        labels = [_one_word(label) for label in ticket.labels]
        yield (
            inert(_short(ticket.title)),
            inert(_plain(ticket)),
            "Task",
            _PRIORITIES[ticket.category],
            ticket.due.isoformat(),
            str(round(ticket.weeks * _WEEK_SECONDS)),
            *labels,
            *("",) * (most - len(labels)),
        )


def _gitlab(tickets: tuple[Ticket, ...]) -> Iterator[Row]:
    yield "title", "description", "due_date"
    for ticket in tickets:
        labels = " ".join(f'~"{label}"' for label in ticket.labels)
        estimate = f"\n/estimate {round(ticket.weeks * 5 * 8)}h" if ticket.weeks else ""
        told = _COMMAND.sub(_ESCAPED, _marked(ticket))
        commands = f"/label {labels}{estimate}"
        yield inert(_short(ticket.title)), inert(f"{told}\n\n{commands}"), ticket.due.isoformat()


def _linear(tickets: tuple[Ticket, ...]) -> Iterator[Row]:
    yield "Title", "Description", "Priority", "Status", "Labels", "Due Date"
    for ticket in tickets:
        yield (
            inert(_short(ticket.title)),
            inert(_marked(ticket)),
            _PRIORITIES[ticket.category],
            _STATES.get(ticket.state, "Todo"),
            ", ".join(ticket.labels),
            ticket.due.isoformat(),
        )


_TABLES: Final[Mapping[Tracker, Callable[[tuple[Ticket, ...]], Iterator[Row]]]] = {
    "jira": _jira,
    "gitlab": _gitlab,
    "linear": _linear,
}


def _short(title: str) -> str:
    line = " ".join(with_plain_breaks(title).split())
    return line if len(line) <= _MOST_TITLE else f"{line[: _MOST_TITLE - 1]}…"


def _whole(ticket: Ticket) -> str:
    """Return the title again where a tracker would cut it."""
    plain = with_plain_breaks(ticket.title)
    return "" if plain == _short(ticket.title) else plain


def _plain(ticket: Ticket) -> str:
    told = (f"{label}: {with_plain_breaks(text)}" for label, text in ticket.lines)
    return "\n".join((*filter(None, [_whole(ticket)]), *told))


def _marked(ticket: Ticket) -> str:
    told = (f"**{escaped(label)}:** {escaped(text)}" for label, text in ticket.lines)
    return "\n\n".join((*filter(None, [escaped(_whole(ticket))]), *told))


def _one_word(label: str) -> str:
    return re.sub(r"\s+", "-", label)
