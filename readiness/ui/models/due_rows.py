"""What Home says is due, in words, the latest first; pure, so that the words can be tested alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QCoreApplication

from readiness.domain.period import Period
from readiness.ui.days import shown_day
from readiness.ui.quarters import shown_quarter

if TYPE_CHECKING:
    from readiness.services.first_look import Due, DueLine, SystemLine
    from readiness.storage.reading import AssessmentLine

Kind = Literal["fact", "decision", "action", "risk", "check-in"]

AHEAD: Final = timedelta(days=14)
"""What is due within two weeks is told; what is later can wait."""

_LAST: Final = "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One thing that is due, and the assessment where it is seen to; a check-in begins a new one instead."""

    kind: Kind
    system: str
    title: str
    detail: str
    is_late: bool
    order: str
    assessment_id: int | None = None

    @property
    def sentence(self) -> str:
        """The row in words, for who cannot see it."""
        return f"{self.title}, {self.detail}"


def due_rows(due: "Due", systems: "Iterable[SystemLine]", today: date, quarter: Period) -> tuple[DueRow, ...]:
    """Return everything that is due, what is late first."""
    by_system = {line.system_id: line.by for line in due.rounds if line.period == str(quarter)}
    rows = [
        *(_row(line, today, quarter) for line in due.lines),
        *_check_ins(systems, by_system, today, quarter),
    ]
    return tuple(sorted(rows, key=lambda row: (not row.is_late, row.order)))


def ahead_words(systems: "Iterable[SystemLine]", quarter: Period) -> str:
    """Return what comes next, for when nothing is due."""
    sealed = sum(_is_sealed_in(system, str(quarter)) for system in systems if not system.archived)
    if not sealed:
        return ""
    after = shown_quarter(quarter.plus(1))
    one, many = _tr("Next: 1 check-in in {0}."), _tr("Next: {1} check-ins in {0}.")
    return (one if sealed == 1 else many).format(after, sealed)


def _row(line: "DueLine", today: date, quarter: Period) -> DueRow:
    is_late = line.by < (today.isoformat() if _is_day(line.by) else str(quarter))
    when = _when(line, today, is_late=is_late)
    return DueRow(
        kind=line.kind,
        system=line.system,
        title=_title(line),
        detail=" · ".join(part for part in (when, line.system, line.who) if part),
        is_late=is_late,
        order=line.by if _is_day(line.by) else _end_of(line.by),
        assessment_id=line.assessment_id,
    )


def _title(line: "DueLine") -> str:
    text = line.text or line.key
    return _tr("Accepted risk: {0}").format(text) if line.kind == "risk" else text


def _when(line: "DueLine", today: date, *, is_late: bool) -> str:
    if line.kind == "risk":
        return _tr("ran out with {0}").format(shown_quarter(line.by))
    if not _is_day(line.by):
        return _tr("{0}, late").format(shown_quarter(line.by)) if is_late else _tr("this quarter")
    day = _shown(line.by, today)
    return _tr("{0}, late").format(day) if is_late else day


def _check_ins(
    systems: "Iterable[SystemLine]", by_system: dict[int, str], today: date, quarter: Period
) -> Iterator[DueRow]:
    for system in systems:
        last = _newest(system.assessments)
        if system.archived or last is None or last.state == "open" or last.period >= str(quarter):
            continue
        by = by_system.get(system.id, "")
        is_late = bool(by) and by < today.isoformat()
        yield DueRow(
            kind="check-in",
            system=system.name,
            title=_tr("{0}, {1} check-in").format(system.name, shown_quarter(quarter)),
            detail=_check_in_words(by, shown_quarter(last.period), today, is_late=is_late),
            is_late=is_late,
            order=by or _LAST,
        )


def _check_in_words(by: str, last: str, today: date, *, is_late: bool) -> str:
    sealed = _tr("last sealed {0}").format(last)
    if not by:
        return sealed
    day = _shown(by, today)
    until = _tr("{0}, late").format(day) if is_late else _tr("by {0}").format(day)
    return f"{until} · {sealed}"


def _newest(lines: "Sequence[AssessmentLine]") -> "AssessmentLine | None":
    return max(lines, key=lambda line: (line.period, line.revision), default=None)


def _is_sealed_in(system: "SystemLine", period: str) -> bool:
    last = _newest(system.assessments)
    return last is not None and last.period == period and last.state == "closed"


def _shown(by: str, today: date) -> str:
    """Return a day as people write it; what is written like one and is none stays as it is."""
    try:
        return shown_day(date.fromisoformat(by), today)
    except ValueError:
        return by


def _is_day(by: str) -> bool:
    return "Q" not in by


def _end_of(period: str) -> str:
    """Return a text that sorts after every day of a calendar quarter."""
    found = Period.parse(period)
    return f"{found.year:04d}-{found.quarter * 3:02d}-99"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
