"""What the Portfolio says, word by word."""

from dataclasses import replace
from datetime import date

import pytest

from readiness.domain.period import Period
from readiness.domain.spread import Stand, spread
from readiness.services.portfolio import Asked, Portfolio, Spot, SpotKey, Standing, StandingLine
from readiness.ui.models import portfolio_words as say

TODAY = date(2026, 9, 10)
LINE = StandingLine(
    system_id=1,
    name="Checkout API",
    team="Checkout",
    assessment_id=1,
    period="2026-Q3",
    scope="full",
    questionnaire="scalability",
    version="1.0",
    score=47.7,
    displayed=48,
    practice_ceiling=2,
    tested_ceiling=1.5,
    first_limit=1.3,
    target_factor=10.0,
    target_step=10,
    under_way=None,
    asked=None,
    total=None,
    due="",
    left_because="",
)


def a_standing(**changes: object) -> Standing:
    """Return a system that was sealed in the quarter that is shown; ``changes`` are of its line."""
    line = replace(LINE, **changes)  # type: ignore[arg-type]  # a test names fields freely
    is_stale = line.period not in {None, "2026-Q3"}
    return Standing(line=line, pillars={"DAT": 45}, trend=(None,) * 4, is_stale=is_stale, difference="")


def a_portfolio(*stands: tuple[Stand | None, int], **changes: object) -> Portfolio:
    """Return a quarter in which systems stand as given."""
    plain = Portfolio(
        asked=Asked(),
        quarter=Period(2026, 3),
        quarters=(),
        teams=(),
        pillars=(),
        systems=(a_standing(),),
        total=1,
        trend_range=None,
        spread=spread(stands),
        spots=(),
        known=sum(count for stand, count in stands if stand),
        stale=0,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


@pytest.mark.parametrize(
    ("stands", "expected"),
    [
        ([(Stand(1, 10), 19), (Stand(10, 10), 5)], "19 of 24 systems fall short of their target"),
        ([(Stand(1, 10), 1), (Stand(10, 10), 5)], "1 of 6 systems falls short of its target"),
        ([(Stand(1, 10), 3)], "All 3 systems fall short of their target"),
        ([(Stand(10, 10), 3)], "All 3 systems carry their target"),
        ([(Stand(1, 10), 1)], "Checkout API falls short of its target"),
        ([(Stand(10, 2), 1)], "Checkout API carries its target"),
        ([(None, 4)], "No system has a growth step yet"),
    ],
)
def test_the_title_is_the_finding(stands: list[tuple[Stand | None, int]], expected: str) -> None:
    assert say.finding(a_portfolio(*stands)) == expected


def test_the_note_says_what_the_finding_leaves_out() -> None:
    assert say.note(a_portfolio((Stand(1, 2), 2))) == ""
    assert say.note(a_portfolio((None, 2), stale=3)) == "2 not judged, 3 from an earlier quarter"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("2026‑Q4", False)),
        ({"period": "2026-Q2"}, ("2026‑Q3", True)),
        ({"period": "2026-Q2", "due": "2026-09-18"}, ("18\u00a0Sep", True)),
        ({"period": "2026-Q2", "due": "soon"}, ("2026‑Q3", True)),
        ({"under_way": 7}, ("In progress", True)),
        ({"under_way": 7, "due": "2026-09-18"}, ("In progress, 18\u00a0Sep", True)),
        ({"assessment_id": None, "period": None}, ("2026‑Q3", True)),
        ({"left_because": "Retired in May"}, ("left the round", False)),
    ],
)
def test_what_is_due_next(changes: dict[str, object], expected: tuple[str, bool]) -> None:
    due = say.due(a_standing(**changes), a_portfolio((Stand(1, 2), 1)), TODAY)
    assert (due.words, due.is_soon) == expected


def test_what_is_not_comparable_is_marked_and_explained() -> None:
    stale = a_standing(period="2026-Q2")
    assert (say.tags(stale), say.tag_words(stale)) == (("Q2",), "last assessed in 2026‑Q2")
    quick = replace(a_standing(), difference="quick")
    assert say.tags(quick) == ("Quick check",)
    other = replace(a_standing(version="0.1"), difference="version")
    assert say.tags(other) == ("Other questions",)
    assert say.tag_words(other) == "asked with scalability 0.1, not to be held against the others"


def test_none_is_not_zero_and_neither_is_unknown() -> None:
    one = replace(a_standing(), pillars={"DAT": 0, "OBS": None})
    assert [say.pillar_words(one, pillar) for pillar in ("DAT", "OBS", "SEC")] == ["0", "unknown", "none"]
    never = replace(a_standing(assessment_id=None), pillars={})
    assert say.pillar_words(never, "DAT") == ""


def test_what_many_share_is_said_of_how_many() -> None:
    spots = (
        Spot(key=SpotKey("gate", "DAT-04"), name="How much headroom?", pillar="Data", count=11),
        Spot(key=SpotKey("topic", "DAT.CAC"), name="Caching", pillar="Data", count=9),
    )
    found = a_portfolio((Stand(1, 10), 24), spots=spots)
    assert say.shared(found, "gate").finding == "DAT-04 is open in 11 of 24"
    assert say.shared(found, "topic").finding == "Caching is exposed in 9 of 24"
    only = replace(found, asked=Asked(spot=SpotKey("topic", "DAT.CAC")))
    assert say.only(only) == "Only where Caching is exposed"
    assert say.shared(a_portfolio((Stand(10, 10), 2)), "gate").finding == "No gate is open anywhere"
