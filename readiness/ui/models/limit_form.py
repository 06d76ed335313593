"""The form of one limit: what is typed → a limit, or what is wrong with which field; pure."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Limit, MoreCapacity
from readiness.ui.numbers import parse_number, shown_number

_LONGEST_ID: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitForm:
    """The fields as they stand, all of them texts."""

    resource: str = ""
    unit: str = ""
    used: str = ""
    limit: str = ""
    measured_on: str = ""
    source: str = ""
    more: str = "none"
    lead_time: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A resource that most systems have, with the id that combinations look for."""

    id: str
    resource: str
    unit: str


def offered() -> tuple[Offered, ...]:
    """Return the rows that are worth asking for (domain §2.5)."""
    return (
        Offered(id="main-database", resource=_tr("Main database, processor"), unit="%"),
        Offered(
            id="db-connections",
            resource=_tr("Main database, connections with every tier at its largest"),
            unit=_tr("connections"),
        ),
        Offered(id="storage", resource=_tr("Storage of the main database"), unit="GB"),
        Offered(id="busiest-key", resource=_tr("Busiest partition or key, writes"), unit=_tr("writes/s")),
        Offered(id="queue-throughput", resource=_tr("Largest queue, throughput"), unit=_tr("messages/s")),
        Offered(id="largest-supplier", resource=_tr("Largest supplier, rate limit"), unit=_tr("calls/min")),
        Offered(id="provider-quota", resource=_tr("Provider quota"), unit=_tr("instances")),
        Offered(id="login", resource=_tr("Log-in"), unit=_tr("log-ins/min")),
    )


def form_of(limit: Limit) -> LimitForm:
    """Return a limit as texts."""
    return LimitForm(
        resource=limit.resource,
        unit=limit.unit,
        used="" if limit.used is None else shown_number(limit.used),
        limit="" if limit.limit is None else shown_number(limit.limit),
        measured_on=limit.measured_on,
        source=limit.source,
        more=limit.more,
        lead_time="" if limit.lead_time_weeks is None else shown_number(limit.lead_time_weeks),
        id=limit.id,
    )


def faults(form: LimitForm) -> Mapping[str, str]:
    """Return what is wrong, by field, in words that say how to mend it."""
    found: dict[str, str] = {}
    if not form.resource.strip():
        found["resource"] = _tr("Name the resource.")
    for field, text in (("used", form.used), ("limit", form.limit), ("lead_time", form.lead_time)):
        if text.strip() and _number(text) is None:
            found[field] = _tr("Write a number above 0, like 1,200.")
    return found


def limit_from(form: LimitForm, taken: Collection[str]) -> Limit:
    """Return the limit that a form without faults describes; a new one gets an id of its own."""
    return Limit(
        id=form.id or unique_id(form.resource, taken),
        resource=form.resource.strip(),
        unit=form.unit.strip(),
        used=_number(form.used),
        limit=_number(form.limit),
        measured_on=form.measured_on.strip(),
        source=form.source.strip(),
        more=cast("MoreCapacity", form.more),
        lead_time_weeks=_number(form.lead_time),
    )


def unique_id(resource: str, taken: Collection[str]) -> str:
    """Return an id made of the name, not taken yet."""
    words = re.sub(r"[^a-z0-9]+", "-", resource.lower()).strip("-")[:_LONGEST_ID] or "limit"
    if words not in taken:
        return words
    return next(f"{words}-{n}" for n in range(2, len(taken) + 3) if f"{words}-{n}" not in taken)


def _number(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        return parse_number(text)
    except ValueError:
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Limits", text)
