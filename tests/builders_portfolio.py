"""Systems of a portfolio in figures, however many, without any workspace."""

from dataclasses import replace
from typing import Final

from readiness.domain.spread import Stand
from readiness.reports.portfolio_weighing import Gate, Moved, PillarFigure, Planned, Weighed

PILLARS: Final = ("Architecture", "Data", "Observability", "Automation", "Debt", "Growth & alignment")


def a_plan(**given: object) -> Planned:
    """Return a plan of two quarters that reaches 10×."""
    plain = Planned(
        weeks={"2026-Q4": (6.0, 4.0, 12.0), "2027-Q1": (2.5, 1.0, 6.0)},
        actions=((4.0, "Put a pooler before the database"), (2.0, "Repeat the load test")),
        reaches=(10, "2027-Q1"),
        meets_target=True,
        hangs_on_unknowns=False,
        estimated=(1, 2),
        undone=((1.0, "Rehearse losing the primary"),),
        undone_weeks=6.0,
        is_first_terms=False,
    )
    return replace(plain, **given)  # type: ignore[arg-type]  # a test names fields freely


def a_system(name: str = "Checkout", team: str = "Payments", **given: object) -> Weighed:
    """Return a sealed system at 2× that needs 10×, with two gates open and one weak pillar."""
    plain = Weighed(
        system=name,
        team=team,
        basis="sealed",
        period="2026-Q3",
        reference=f"{name}@2026-Q3",
        questionnaire="scalability@1.0",
        title="Scalability readiness",
        language="en",
        stand=Stand(2, 10),
        target_step=10,
        label="Holding",
        coverage=0.95,
        asked=74,
        total=74,
        levels=(30, 30, 10),
        unknown=4,
        gates=(
            Gate("DAT-04", "How much headroom is left on the busiest database?", "Data"),
            Gate("GRO-07", "What load was tested?", "Growth & alignment"),
        ),
        pillars=tuple(
            PillarFigure(f"P{place}", pillar, 35 if place == 1 else 45 + 5 * place)
            for place, pillar in enumerate(PILLARS)
        ),
        moved=Moved(since="2026-Q2", points=3.2, verdict="probable", step_before=1, step_now=2),
        planned=a_plan(),
        seal="ab12" * 16,
        answered="2026-09-10",
    )
    return replace(plain, **given)  # type: ignore[arg-type]  # likewise


def many_systems(count: int, teams: int = 9, long: int = 0) -> tuple[Weighed, ...]:
    """Return so many systems that differ in everything, each name with so many letters more."""
    return tuple(_one_of_many(place, teams, "n" * long) for place in range(count))


def _one_of_many(place: int, teams: int, tail: str) -> Weighed:
    low = place % 5
    name = f"System {place:03d} {tail}".strip()
    team = "" if place % 11 == 0 else f"Team {place % teams} {tail}".strip()
    if place % 13 == 12:
        return Weighed(system=name, team=team, is_open=place % 2 == 0)
    made = a_system(
        name,
        team,
        stand=Stand((1, 2, 10, 100)[place % 4], (2, 10, 10)[place % 3]),
        label=("Fragile", "Exposed", "Holding", "Solid", "Strong")[low],
        pillars=tuple(
            PillarFigure(f"P{at}", pillar, (place * 7 + at * 23) % 100) for at, pillar in enumerate(PILLARS)
        ),
        gates=tuple(
            Gate(
                f"GAT-{at:02d}",
                f"How well does practice number {at} hold under the load of a peak day?",
                "Data",
            )
            for at in range(place % 9)
        ),
        moved=Moved(
            since="2026-Q2",
            points=float(place % 15 - 7),
            verdict=("clear", "probable", "noise")[place % 3],
            step_before=1,
            step_now=1 + place % 2,
        ),
        seal=f"{place:064x}",
    )
    weeks = {f"2027-Q{1 + (place + at) % 4}": (1.0 + at, 0.5, 4.0) for at in range(1 + place % 4)}
    plan = a_plan(
        weeks=weeks, meets_target=place % 2 == 0, reaches=(10, "2027-Q2") if place % 2 == 0 else None
    )
    quick = place % 17 == 16
    return replace(
        made,
        planned=None if quick else plan,
        is_quick=quick,
        stand=None if quick else made.stand,
        basis="open" if place % 7 == 6 else "sealed",
        is_open=place % 7 == 6,
        period="2026-Q2" if place % 10 == 9 else "2026-Q3",
    )
