"""The incidents of a system → the sentence that holds them against the answers, and their rows; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Assessment
from readiness.domain.incidents import Foresight, Incident, Judged, OutcomeLog, Seen, outcome_log
from readiness.reports import sentences as say
from readiness.ui.days import whole_day
from readiness.ui.months import current_quarter
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.change_list import ChangeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFacts:
    """What Compare says of the outcome log; rows are newest first, their keys places in the log."""

    heading: str
    note: str
    rows: tuple[ChangeRow, ...]


def incidents_of(
    logged: Sequence[Incident], assessments: Sequence[Assessment], first_month: int
) -> IncidentFacts:
    """Return what the answers had said before each incident; a fiscal year decides where a quarter ends."""
    quarters = {}
    for incident in logged:
        day = date.fromisoformat(incident.on)
        quarters[incident.on] = current_quarter(day.year, day.month, first_month)
    log = outcome_log(logged, assessments, quarters)
    places = {id(one): place for place, one in enumerate(logged, start=1)}
    return IncidentFacts(
        heading=sentence(log),
        note=_tr("Each against the answers sealed in a quarter before it.") if log.judged else "",
        rows=tuple(_row(one, str(places[id(one.incident)])) for one in log.judged),
    )


def sentence(log: OutcomeLog) -> str:
    """Return “5 of 7 came from questions at 0–1, 2 were not asked”."""
    total = len(log.judged)
    if not total:
        return _tr("No incident is logged yet")
    parts = list(_parts(log, total))
    if len(parts) == 1 and log.number("no_assessment") == total:
        return _tr("{0}, none after a sealed assessment").format(say.capital(_incidents(total)))
    return ", ".join(parts)


def _parts(log: OutcomeLog, total: int) -> Iterable[str]:
    weak = log.number("weak")
    yield _tr("{0} of {1} came from questions at 0–1").format(weak or _tr("None"), _incidents(total))
    for foresight, one, many in (
        (
            "unknown",
            _tr("{0} from a question nobody could answer"),
            _tr("{0} from questions nobody could answer"),
        ),
        ("strong", _tr("{0} from a question at 2 or more"), _tr("{0} from questions at 2 or more")),
        ("not_asked", _tr("{0} was not asked"), _tr("{0} were not asked")),
        ("no_assessment", _tr("{0} came before any assessment"), _tr("{0} came before any assessment")),
    ):
        number = log.number(_foresight(foresight))
        if number:
            yield (one if number == 1 else many).format(number)


def _foresight(name: str) -> Foresight:
    known: tuple[Foresight, ...] = ("weak", "unknown", "strong", "not_asked", "no_assessment")
    return next(one for one in known if one == name)


def _incidents(number: int) -> str:
    return say.counted(number, "incident")


def _row(judged: Judged, key: str) -> ChangeRow:
    incident = judged.incident
    return ChangeRow(
        name=_tr("{0}  {1}").format(whole_day(incident.on), incident.title),
        key=key,
        note=shown_quarter(judged.before.period) if judged.before is not None else "",
        value=", ".join(map(_seen, judged.seen)) or _tr("not asked"),
    )


def _seen(seen: Seen) -> str:
    """Return “ARC-11 at 0”, or why there is no level."""
    if seen.level is not None:
        return _tr("{0} at {1}").format(seen.question, seen.level)
    known = seen.foresight == "unknown"
    return (_tr("{0} unknown") if known else _tr("{0} not asked")).format(seen.question)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Incidents", text)
