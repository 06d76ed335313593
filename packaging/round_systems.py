"""A round of twenty systems as 2026-Q3 goes on: late, due, answering, both in, sealed, by package, left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from readiness.domain.assessment import Answer, Assessment, Driver, Limit, Participant, Target
from readiness.domain.counting import Side
from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.services.assessing import Assessing
from readiness.services.rounds import Terms
from readiness.services.sealed_packages import export_package, look_at_package, take_in_package

QUARTER: Final = Period(2026, 3)
LONG: Final = "Warehouse replenishment and supplier forecasting, all regions"
PEOPLE: Final = (
    Participant(role="Product lead", name="Mira Holt", lane="product"),
    Participant(role="Engineering lead", name="Dev Patel", lane="engineering"),
)
ALL: Final = 999


@dataclass(frozen=True)
class _Open:
    system: str
    engineering: int
    product: int
    due: date | None


@dataclass(frozen=True)
class _Sealed:
    system: str
    day: int
    practice: int
    limit: float | None
    tested: float | None
    target: float
    older: bool = False


_OPEN: Final = (
    _Open("Promotions", 41, 0, date(2026, 9, 8)),
    _Open("Returns", 57, ALL, date(2026, 9, 12)),
    _Open("Fraud screening", ALL, ALL, date(2026, 9, 16)),
    _Open("Inventory", ALL, 12, date(2026, 9, 17)),
    _Open("Reporting", 0, 0, date(2026, 9, 24)),
    _Open("Loyalty", 55, ALL, date(2026, 9, 25)),
    _Open("Order service", ALL, 20, date(2026, 9, 28)),
    _Open("Fulfilment", 30, ALL, date(2026, 10, 6)),
)
_PACKAGES: Final = (
    _Sealed("Identity", 3, 3, 11.0, None, 10.0),
    _Sealed("Mobile gateway", 4, 1, 3.1, 2.5, 10.0, older=True),
    _Sealed("Catalogue", 5, 3, 5.0, 5.0, 10.0),
    _Sealed("Tax and duties", 7, 2, 2.8, 1.5, 8.0),
    _Sealed("Media", 9, 2, 4.0, 3.0, 8.0),
)
_SEALED: Final = (
    _Sealed("Payments gateway", 2, 3, 9.0, 10.0, 10.0),
    _Sealed("Search", 3, 3, 8.0, 6.0, 10.0),
    _Sealed("Notifications", 4, 3, 6.0, 4.0, 10.0),
    _Sealed("Pricing", 7, 2, 3.0, 2.0, 8.0),
    _Sealed("Cart", 8, 1, 2.4, 2.0, 10.0),
    _Sealed("Checkout API", 9, 1, 1.3, 1.5, 10.0),
)


class _Clock:
    """Tells the moment of the round that is being written."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def set_day(self, day: int) -> None:
        self.moment = datetime(2026, 9, day, 8, 0, tzinfo=UTC)


def write_round(path: Path) -> None:
    """Write the workspace with all twenty systems."""
    clock = _Clock()
    desk = Assessing.create(path, clock)
    try:
        for one in _OPEN:
            desk.import_answers(_open(desk, one))
        for sealed in _SEALED:
            clock.set_day(sealed.day)
            desk.close_assessment(desk.import_answers(_closed(desk, sealed)).id)
        with TemporaryDirectory() as folder:
            for package, sealed in zip(_packages(Path(folder), clock), _PACKAGES, strict=True):
                clock.set_day(sealed.day + 1)
                take_in_package(desk, look_at_package(desk, package))
        _set_terms(desk)
    finally:
        desk.workspace.database.close()


def write_awkward_round(path: Path) -> None:
    """Write a round in which questionnaires differ, names are long, all is asked live, and a seal broke."""
    clock = _Clock()
    desk = Assessing.create(path, clock)
    try:
        desk.import_answers(_open(desk, _Open(LONG, 20, 0, None)))
        quick = _open(desk, _Open("Billing", 9, 9, date(2026, 9, 10)))
        within = quick.questionnaire.within("quick")
        kept = {q.id for q in within.questions}
        desk.import_answers(
            replace(
                quick,
                questionnaire=within,
                scope="quick",
                engineering={id_: one for id_, one in quick.engineering.items() if id_ in kept},
                product={id_: one for id_, one in quick.product.items() if id_ in kept},
            )
        )
        live = _open(desk, _Open("Data platform", 0, 0, date(2026, 9, 30)))
        desk.import_answers(replace(live, mode="live", revealed=True))
        with TemporaryDirectory() as folder:
            for package in _packages(Path(folder), clock):
                take_in_package(desk, look_at_package(desk, package))
        with desk.workspace.database.transaction() as connection:
            changed = "UPDATE packages SET body = replace(body, 'level', 'leval') WHERE id = 3"
            connection.execute(changed)
    finally:
        desk.workspace.database.close()


def write_packages(temporary: Path, folder: Path) -> None:
    """Put the packages of all teams into a folder."""
    for package in _packages(temporary, _Clock()):
        package.replace(folder / package.name)


def _set_terms(desk: Assessing) -> None:
    keys = {entry.system: entry.system_id for entry in desk.round_of(QUARTER).entries}
    for one in _OPEN:
        desk.set_terms(QUARTER, keys[one.system], Terms(due=one.due))
    earlier = replace(_open(desk, _Open("Partner API", 3, 0, None)), period=QUARTER.plus(-1))
    desk.import_answers(earlier)
    keys = {entry.system: entry.system_id for entry in desk.round_of(QUARTER).entries}
    desk.set_terms(QUARTER, keys["Partner API"], Terms(left_because="retired in May"))


def _packages(folder: Path, clock: _Clock) -> Iterator[Path]:
    """Yield a package of each team’s own workspace."""
    for place, sealed in enumerate(_PACKAGES):
        clock.set_day(sealed.day)
        desk = Assessing.create(folder / f"team-{place}.readiness", clock)
        try:
            id_ = desk.import_answers(_closed(desk, sealed)).id
            desk.close_assessment(id_)
            yield export_package(desk, id_, folder / f"{sealed.system}.readiness-package")
        finally:
            desk.workspace.database.close()


def _open(desk: Assessing, one: _Open) -> Assessment:
    core = _core(desk, older=False)
    return Assessment(
        questionnaire=core,
        system=one.system,
        period=QUARTER,
        mode="private",
        revealed=False,
        participants=PEOPLE,
        engineering=_given(core, "engineering", one.engineering),
        product=_given(core, "product", one.product),
    )


def _closed(desk: Assessing, one: _Sealed) -> Assessment:
    core = _core(desk, older=one.older)
    engineering = _given(core, "engineering", ALL, one.practice)
    tested = None if one.tested is None else 1000.0 * one.tested
    limits = (
        () if one.limit is None else (Limit(id="db", resource="Database", used=100, limit=100 * one.limit),)
    )
    return Assessment(
        questionnaire=core,
        system=one.system,
        period=QUARTER,
        mode="private",
        participants=PEOPLE,
        target=Target(factor=one.target),
        load=(Driver(id="orders", unit="orders/min", today=1000, target=1000.0 * one.target, tested=tested),),
        limits=limits,
        agreed={q.id: Answer(level=one.practice) for q in core.questions},
        engineering=engineering,
        product=_given(core, "product", ALL, one.practice),
    )


def _given(core: Questionnaire, side: Side, count: int, level: int = 2) -> dict[str, Answer]:
    return {question.id: Answer(level=level) for question in asked(core, side)[:count]}


def _core(desk: Assessing, *, older: bool) -> Questionnaire:
    reference = "scalability@0.1" if older else "scalability@1.0"
    return next(one for one in desk.library.shipped() if one.reference == reference)
