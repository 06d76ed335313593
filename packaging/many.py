"""A workspace of many systems, for the pictures of the Portfolio: 24 made-up ones over four quarters."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from readiness.domain.assessment import Answer, Assessment, Driver, Limit
from readiness.domain.period import Period
from readiness.services.assessing import Assessing
from readiness.services.library import Library

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Scope

QUARTERS: Final = (Period(2025, 4), Period(2026, 1), Period(2026, 2), Period(2026, 3))
SYSTEMS: Final = (
    ("Fraud screening", "Risk", 1.7, 10.0),
    ("Promotions", "Growth", 1.3, 5.0),
    ("Inventory", "Orders", 1.6, 10.0),
    ("Partner API", "Partnerships", 1.8, 8.0),
    ("Order service", "Orders", 2.1, 10.0),
    ("Checkout API", "Checkout", 2.2, 10.0),
    ("Returns", "Orders", 1.3, 3.0),
    ("Loyalty", "Growth", 1.7, 5.0),
    ("Cart", "Checkout", 2.3, 10.0),
    ("Mobile gateway", "Apps", 2.5, 10.0),
    ("Pricing", "Growth", 2.1, 8.0),
    ("Reporting for finance, partners and the yearly audit, by tenant", "Data platform", 1.5, 2.0),
    ("Fulfilment", "Logistics", 2.0, 5.0),
    ("Notifications", "Apps", 2.6, 10.0),
    ("Tax and duties", "Finance", 2.2, 6.0),
    ("Catalogue", "Storefront", 2.6, 10.0),
    ("Media", "Storefront", 2.6, 9.0),
    ("Search", "Storefront", 2.8, 10.0),
    ("Payments gateway", "Payments", 3.1, 10.0),
    ("Recommendations", "Growth", 2.7, 6.0),
    ("Storefront web", "Storefront", 3.2, 10.0),
    ("Identity", "Platform", 3.4, 10.0),
    ("Event bus", "Platform", 3.8, 10.0),
    ("Data warehouse", "Data platform", 3.1, 5.0),
)
_STALE: Final = (4, 11)
_QUICK: Final = 16
_UNDER_WAY: Final = 4
_UNASKED: Final = 9


def write_many(path: Path, systems: int = len(SYSTEMS)) -> None:
    """Write the workspace; what is in it is always the same."""
    moment = datetime(2025, 12, 1, 9, tzinfo=UTC)
    clock = iter(moment + timedelta(minutes=n) for n in range(1_000_000))
    desk = Assessing.create(path, lambda: next(clock))
    for number, assessment in _assessments(systems):
        made = desk.import_answers(assessment)
        if not (number == _UNDER_WAY and assessment.period == QUARTERS[-1]):
            desk.close_assessment(made.id)
    for number, (name, team, *_) in enumerate(SYSTEMS[:systems]):
        desk.workspace.connection.execute(
            "UPDATE systems SET team = ? WHERE name = ?", (team if number != _QUICK else "", name)
        )
    desk.close()


def _assessments(systems: int) -> Iterator[tuple[int, Assessment]]:
    for place, period in enumerate(QUARTERS):
        for number in range(systems):
            if place == len(QUARTERS) - 1 and number in _STALE and number != _UNDER_WAY:
                continue
            yield number, _assessment(number, period, place)


def _assessment(number: int, period: Period, place: int) -> Assessment:
    name, _, level, target = SYSTEMS[number]
    random = Random(f"{number} {place}")  # noqa: S311 - made-up answers, always the same
    fixed = Random(str(number))  # noqa: S311 - likewise
    scope: Scope = "quick" if number == _QUICK else "full"
    questionnaire = Library().latest().within(scope)
    lean = {pillar.id: fixed.gauss(0, 0.5) for pillar in questionnaire.pillars}
    agreed = {}
    for pillar, _, question in questionnaire.walk():
        wanted = level + 0.1 * place + lean[pillar.id] + random.gauss(0, 0.6)
        agreed[question.id] = Answer(level=min(4, max(0, round(wanted))), confidence="informed")
        if number == _UNASKED and pillar.id == "DAT":
            agreed[question.id] = Answer(unknown=True)
    today = 1000.0
    tested = None if number % 4 == 0 else today * (1.1 + level / 2)
    limit = Limit(
        id="db", resource="Orders database, connections", used=300.0, limit=300.0 * (1 + level / 1.5)
    )
    return Assessment(
        questionnaire=questionnaire,
        system=name,
        period=period,
        scope=scope,
        agreed=agreed,
        load=(Driver(id="orders", unit="orders/min", today=today, target=today * target, tested=tested),),
        limits=(limit,) if number % 3 else (),
    )


if __name__ == "__main__":
    import sys

    write_many(Path(sys.argv[1]))
