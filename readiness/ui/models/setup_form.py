"""What New assessment collects, as text, and what is wrong with it, by field; pure."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import (
    MOST_DRIVERS,
    MOST_JOURNEYS,
    Driver,
    Mode,
    Participant,
    Target,
)
from readiness.domain.combining import parts_of
from readiness.domain.counting import Side
from readiness.domain.journeys import Journey
from readiness.domain.lanes import USUAL, Lanes
from readiness.domain.period import Period
from readiness.domain.questionnaire import Lane, Scope
from readiness.ui.numbers import parse_number, shown_number

if TYPE_CHECKING:
    from readiness.services.assessing import Beginning, Draft

PersonLane = Lane | Literal["facilitator", "guest"]
LONGEST_NAME: Final = 120
LONGEST_LINE: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverForm:
    """What grows, as written. ``kept`` is the driver it was filled from: what nobody rewrote stays exact."""

    unit: str = ""
    today: str = ""
    peak: str = ""
    target: str = ""
    tested: str = ""
    kept: Driver | None = None

    @property
    def is_given(self) -> bool:
        """Whether anything was said."""
        return any(text.strip() for text in (self.unit, self.today, self.target, self.tested))

    @property
    def factor(self) -> float | None:
        """Target over today's peak, as soon as both are numbers."""
        today, target = _number(self.today), _number(self.target)
        return target / today if today and target else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """Somebody in the room, as written."""

    role: str = ""
    name: str = ""
    lane: PersonLane = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupForm:
    """The fields as they stand. ``agreed`` says that both sides agreed the target.

    ``questionnaire`` is a reference; empty is the newest core alone. The first driver is the headline.
    ``plain_factor`` is a target that came without a load, from a file. ``start_as`` says how much is taken
    over from the sealed assessment ``previous_id``.
    """

    system: str
    period: Period
    start_as: "Beginning" = "fresh"
    previous_id: int | None = None
    team: str = ""
    scope: Scope = "full"
    questionnaire: str = ""
    scope_in: str = ""
    scope_out: str = ""
    journeys: tuple[Journey, ...] = ()
    drivers: tuple[DriverForm, ...] = ()
    plain_factor: float | None = None
    by: str = ""
    source: str = ""
    agreed: bool = True
    people: tuple[PersonForm, ...] = ()
    mode: Mode = "private"
    lanes: Lanes = USUAL

    @property
    def headline(self) -> DriverForm:
        """The driver that is said first."""
        return self.drivers[0] if self.drivers else DriverForm()

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the specialised questionnaires that are asked with the core."""
        return tuple(part.partition("@")[0] for part in parts_of(self.questionnaire)[1:])

    @property
    def factor(self) -> float | None:
        """The largest factor of the drivers, or the plain one where there is no driver."""
        factors = [driver.factor for driver in self.drivers if driver.factor is not None]
        return max(factors) if factors else self.plain_factor

    @property
    def first_side(self) -> Side | None:
        """The side that answers first while answers are hidden; nobody in a live meeting."""
        if self.mode == "live":
            return None
        return "product" if self.lanes.alone == "product" else "engineering"


def faults(form: SetupForm, taken: AbstractSet[tuple[str, str]]) -> Mapping[str, str]:
    """Return what is wrong, by field; ``taken`` holds (folded system name, period) of what exists."""
    found = {"system": _system_fault(form.system), "quarter": _quarter_fault(form, taken)}
    for place, driver in enumerate(form.drivers):
        found |= _driver_faults(driver, place)
    if any(person.name.strip() and not person.role.strip() for person in form.people):
        found["people"] = _tr("Give each person a role; the name may stay out.")
    return {field: fault for field, fault in found.items() if fault}


def field_of(name: str, place: int) -> str:
    """Return what the field of a driver is called: “today”, of the second driver “today-2”."""
    return f"{name}-{place + 1}" if place else name


def draft_from(form: SetupForm) -> "Draft":
    """Return the draft of a form without faults."""
    from readiness.services.assessing import Draft  # noqa: PLC0415 - not before the first paint

    load = _load(form)
    return Draft(
        system=_one_line(form.system),
        period=form.period,
        team=_one_line(form.team),
        scope=form.scope,
        questionnaire=form.questionnaire if form.scope == "full" else "",
        scope_in=form.scope_in.strip(),
        scope_out=form.scope_out.strip(),
        journeys=_journeys(form),
        load=load,
        target=_target(form),
        assumed=form.factor is None or not form.agreed,
        participants=tuple(
            Participant(role=_one_line(person.role), name=_one_line(person.name), lane=person.lane)
            for person in form.people
            if person.role.strip()
        ),
        mode=form.mode,
        lanes=form.lanes,
    )


def form_from(draft: "Draft", period: Period) -> SetupForm:
    """Return the form of an earlier frame, for another quarter."""
    return SetupForm(
        system=draft.system,
        period=period,
        team=draft.team,
        scope=draft.scope,
        questionnaire=draft.questionnaire,
        scope_in=draft.scope_in,
        scope_out=draft.scope_out,
        journeys=draft.journeys,
        drivers=tuple(_driver_form(driver) for driver in draft.load),
        plain_factor=draft.target.factor if draft.target and not draft.load else None,
        by=draft.target.by if draft.target and draft.target.by else "",
        source=draft.target.source if draft.target else "",
        agreed=not draft.assumed,
        people=tuple(PersonForm(role=p.role, name=p.name, lane=p.lane) for p in draft.participants),
        mode=draft.mode,
        lanes=draft.lanes or USUAL,
    )


def folded(name: str) -> str:
    """Return a system's name as it is compared (ruling 17)."""
    return normalize("NFC", _one_line(name)).casefold()


def _target(form: SetupForm) -> Target | None:
    """Return the growth asked for; nothing where no number says how much."""
    if form.factor is None:
        return None
    return Target(factor=form.factor, by=form.by or None, source=_one_line(form.source))


def _journeys(form: SetupForm) -> tuple[Journey, ...]:
    """Return the journeys that have a name, each on one line."""
    named = (replace(journey, name=_one_line(journey.name)) for journey in form.journeys)
    return tuple(journey for journey in named if journey.name)[:MOST_JOURNEYS]


def _load(form: SetupForm) -> tuple[Driver, ...]:
    """Return the drivers with numbers, each under an id of its own."""
    found: list[Driver] = []
    for written in form.drivers:
        driver = _driver(written)
        if driver is not None:
            taken = {one.id for one in found}
            ids = (driver.id, *(f"{driver.id}-{n}" for n in range(2, MOST_DRIVERS + 1)))
            found.append(replace(driver, id=next(id_ for id_ in ids if id_ not in taken)))
    return tuple(found[:MOST_DRIVERS])


def _driver(form: DriverForm) -> Driver | None:
    kept = form.kept
    today = _exact(form.today, kept.today if kept else None)
    target = _exact(form.target, kept.target if kept else None)
    if today is None or target is None:
        return None
    made = re.sub(r"[^a-z0-9]+", "-", form.unit.casefold()).strip("-")[:64] or "load"
    return Driver(
        id=kept.id if kept else made,
        unit=_one_line(form.unit),
        today=today,
        target=target,
        tested=_exact(form.tested, kept.tested if kept else None),
        peak=form.peak.strip(),
    )


def _driver_form(driver: Driver) -> DriverForm:
    return DriverForm(
        unit=driver.unit,
        today=shown_number(driver.today),
        peak=driver.peak,
        target=shown_number(driver.target),
        tested="" if driver.tested is None else shown_number(driver.tested),
        kept=driver,
    )


def _driver_faults(driver: DriverForm, place: int) -> dict[str, str]:
    if not driver.is_given:
        return {}
    found = {
        "unit": "" if driver.unit.strip() else _tr("Say what grows, for example “orders a minute”."),
        "today": _number_fault(driver.today, required=True),
        "target": _number_fault(driver.target, required=True),
        "tested": _number_fault(driver.tested, required=False),
    }
    return {field_of(name, place): fault for name, fault in found.items()}


def _system_fault(name: str) -> str:
    if not name.strip():
        return _tr("Give the system a name.")
    if "@" in name:
        return _tr("A name holds no @, because commands write “name@quarter”.")
    if len(name.strip()) > LONGEST_NAME:
        return _tr("Use {count} characters at most.").format(count=LONGEST_NAME)
    return ""


def _quarter_fault(form: SetupForm, taken: AbstractSet[tuple[str, str]]) -> str:
    if (folded(form.system), str(form.period)) in taken:
        return _tr("It has an assessment for this quarter. Open that from Home, or choose another quarter.")
    return ""


def _number_fault(text: str, *, required: bool) -> str:
    if not text.strip():
        return _tr("Give a number above 0.") if required else ""
    return "" if _number(text) else _tr("Write a number above 0, like 1200 or 1.5k.")


def _number(text: str) -> float | None:
    try:
        return parse_number(text)
    except ValueError:
        return None


def _exact(text: str, kept: float | None) -> float | None:
    """Return the number that is written; one that nobody rewrote is the one it was shown from."""
    return kept if kept is not None and text == shown_number(kept) else _number(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("SetupPage", text)
