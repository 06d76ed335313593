"""Rounds for tests: the twenty systems of Quillmere as 2026-Q3 goes on."""

from datetime import date
from zlib import crc32

from readiness.domain.rounds import Answering, RoundEntry, SideCount

TODAY = date(2026, 9, 16)


def an_entry(
    system: str,
    engineering: int | None = 0,
    product: int | None = 0,
    due: date | None = None,
    **changes: object,
) -> RoundEntry:
    """Return a system whose sides have answered so many of 74 and 35 questions."""
    left = str(changes.pop("left_because", ""))
    answering = Answering(
        assessment_id=crc32(system.encode()),
        engineering=None if engineering is None else SideCount(given=engineering, asked=74),
        product=None if product is None else SideCount(given=product, asked=35),
        **changes,  # type: ignore[arg-type]  # a test names fields freely
    )
    return RoundEntry(
        system_id=crc32(system.encode()),
        system=system,
        answering=answering,
        due=due,
        left_because=left,
    )


def the_round() -> tuple[RoundEntry, ...]:
    """Return look/21-round: 11 done, 6 answering, 2 due first, 1 left the round."""
    september = {
        "Promotions": (41, 0, 18),
        "Returns": (60, 35, 19),
        "Fraud screening": (74, 35, 22),
        "Inventory": (74, 12, 23),
        "Reporting": (0, 0, 30),
    }
    october = {"Loyalty": (55, 35, 1), "Order service": (74, 20, 2), "Fulfilment": (30, 35, 12)}
    packages = {"Tax and duties": 9, "Mobile gateway": 7, "Media": 10, "Catalogue": 8, "Identity": 4}
    sealed = {
        "Checkout API": 10,
        "Pricing": 8,
        "Cart": 9,
        "Notifications": 4,
        "Search": 3,
        "Payments gateway": 2,
    }
    return (
        *(an_entry(name, e, p, date(2026, 9, day)) for name, (e, p, day) in september.items()),
        *(an_entry(name, e, p, date(2026, 10, day)) for name, (e, p, day) in october.items()),
        *(
            an_entry(name, 74, 35, sealed=True, by_package=True, revealed=True, ended=date(2026, 9, day))
            for name, day in packages.items()
        ),
        *(
            an_entry(name, 74, 35, sealed=True, revealed=True, ended=date(2026, 9, day))
            for name, day in sealed.items()
        ),
        RoundEntry(system_id=20, system="Partner API", left_because="retired in May"),
    )
