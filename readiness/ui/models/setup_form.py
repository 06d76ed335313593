"""What New assessment collects, as text, and what is wrong with it, by field; pure."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import MOST_JOURNEYS, Driver, Participant, Target
from readiness.domain.combining import parts_of
from readiness.domain.period import Period
from readiness.domain.questionnaire import Scope
from readiness.ui.numbers import parse_number, shown_number

if TYPE_CHECKING:
    from readiness.services.assessing import Draft

LONGEST_NAME: Final = 120
LONGEST_LINE: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupForm:
    """The fields as they stand. ``agreed`` says that both sides agreed the target.

    ``questionnaire`` is a reference; empty is the newest core alone.
    """

    system: str
    period: Period
    scope: Scope = "full"
    questionnaire: str = ""
    scope_in: str = ""
    scope_out: str = ""
    journeys: tuple[str, ...] = ()
    unit: str = ""
    today: str = ""
    peak: str = ""
    target: str = ""
    tested: str = ""
    by: str = ""
    agreed: bool = True
    people: tuple[tuple[str, str], ...] = ()

    @property
    def has_growth(self) -> bool:
        """Whether anything was said of growth."""
        return any(text.strip() for text in (self.unit, self.today, self.target, self.tested))

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the specialised questionnaires that are asked with the core."""
        return tuple(part.partition("@")[0] for part in parts_of(self.questionnaire)[1:])

    @property
    def factor(self) -> float | None:
        """Target over today's peak, as soon as both are numbers."""
        today, target = _number(self.today), _number(self.target)
        return target / today if today and target else None


def faults(form: SetupForm, taken: AbstractSet[tuple[str, str]]) -> Mapping[str, str]:
    """Return what is wrong, by field; ``taken`` holds (folded system name, period) of what exists."""
    found = {"system": _system_fault(form.system), "quarter": _quarter_fault(form, taken)}
    if form.has_growth:
        found |= {
            "unit": "" if form.unit.strip() else _tr("Say what grows, for example “orders a minute”."),
            "today": _number_fault(form.today, required=True),
            "target": _number_fault(form.target, required=True),
            "tested": _number_fault(form.tested, required=False),
        }
    if any(name.strip() and not role.strip() for role, name in form.people):
        found["people"] = _tr("Give each person a role; the name may stay out.")
    return {field: fault for field, fault in found.items() if fault}


def draft_from(form: SetupForm) -> "Draft":
    """Return the draft of a form without faults."""
    from readiness.services.assessing import Draft  # noqa: PLC0415 - not before the first paint

    driver = _driver(form)
    by = form.by or None
    return Draft(
        system=_one_line(form.system),
        period=form.period,
        scope=form.scope,
        questionnaire=form.questionnaire if form.scope == "full" else "",
        scope_in=form.scope_in.strip(),
        scope_out=form.scope_out.strip(),
        journeys=tuple(_one_line(line) for line in form.journeys if line.strip())[:MOST_JOURNEYS],
        load=() if driver is None else (driver,),
        target=None if driver is None else Target(factor=driver.factor, by=by),
        assumed=driver is None or not form.agreed,
        participants=tuple(
            Participant(role=_one_line(role), name=_one_line(name))
            for role, name in form.people
            if role.strip()
        ),
    )


def form_from(draft: "Draft", period: Period) -> SetupForm:
    """Return the form of an earlier frame, for another quarter."""
    driver = draft.load[0] if draft.load else None
    by = draft.target.by if draft.target and draft.target.by else ""
    return SetupForm(
        system=draft.system,
        period=period,
        scope=draft.scope,
        questionnaire=draft.questionnaire,
        scope_in=draft.scope_in,
        scope_out=draft.scope_out,
        journeys=draft.journeys,
        unit=driver.unit if driver else "",
        today=shown_number(driver.today) if driver else "",
        peak=driver.peak if driver else "",
        target=shown_number(driver.target) if driver else "",
        tested=shown_number(driver.tested) if driver and driver.tested else "",
        by=by,
        agreed=not draft.assumed,
        people=tuple((person.role, person.name) for person in draft.participants),
    )


def folded(name: str) -> str:
    """Return a system's name as it is compared (ruling 17)."""
    return normalize("NFC", _one_line(name)).casefold()


def _driver(form: SetupForm) -> Driver | None:
    today, target = _number(form.today), _number(form.target)
    if today is None or target is None:
        return None
    id_ = re.sub(r"[^a-z0-9]+", "-", form.unit.casefold()).strip("-")[:64] or "load"
    return Driver(
        id=id_,
        unit=_one_line(form.unit),
        today=today,
        target=target,
        tested=_number(form.tested),
        peak=form.peak.strip(),
    )


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


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("SetupPage", text)
