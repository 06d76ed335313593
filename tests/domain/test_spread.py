"""How systems are distributed over the growth steps."""

from readiness.domain.spread import Stand, spread


def test_systems_are_counted_by_step_and_by_whether_they_fall_short() -> None:
    found = spread([(Stand(1, 10), 2), (Stand(10, 10), 1), (Stand(10, 2), 1), (Stand(10, 100), 3), (None, 4)])
    assert [(step.step, step.met, step.short) for step in found.steps] == [
        (1, 0, 2),
        (2, 0, 0),
        (10, 2, 3),
        (100, 0, 0),
    ]
    assert (found.judged, found.short, found.unjudged) == (7, 5, 4)


def test_no_system_has_no_step() -> None:
    found = spread([])
    assert (found.judged, found.short, found.unjudged) == (0, 0, 0)
    assert [step.count for step in found.steps] == [0, 0, 0, 0]
