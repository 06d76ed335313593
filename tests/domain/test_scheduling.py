"""The two rules found by simulation, find-outs, pins, limits (domain.md §3.4, ruling 4)."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.scheduling import Schedule, Task, schedule


def quarters(made: Schedule) -> dict[str, tuple[int | None, int | None]]:
    return {id_: (booking.start, booking.finish) for id_, booking in made.bookings.items()}


def test_what_is_needed_may_finish_in_the_quarter_it_is_needed() -> None:
    made = schedule([Task(id="A", effort=2.0), Task(id="B", effort=3.0, needs=("A",))], [8.0, 8.0])
    assert quarters(made) == {"A": (1, 1), "B": (1, 1)}


def test_work_spills_into_the_next_quarter_and_past_the_horizon() -> None:
    made = schedule([Task(id="A", effort=10.0), Task(id="B", effort=10.0)], [8.0, 8.0])
    assert quarters(made) == {"A": (1, 2), "B": (2, None)}
    assert made.used == (8.0, 8.0)


def test_what_waits_for_a_late_answer_lets_the_others_go_first() -> None:
    tasks = [
        *(Task(id=f"F{place}", effort=0.5, finds=True) for place in range(3)),
        Task(id="D", effort=4.0, needs=("F2",)),
        Task(id="J", effort=6.0),
    ]
    assert quarters(schedule(tasks, [4.0] * 4)) | {} == {
        "F0": (1, 1),
        "F1": (2, 2),
        "F2": (3, 3),
        "J": (1, 2),
        "D": (3, 4),
    }
    # With enough for both the answer and everything else there is nothing to wait for.
    assert quarters(schedule(tasks, [40.0] * 4))["D"] == (1, 1)


def test_find_outs_wait_for_each_other_and_not_for_work() -> None:
    tasks = [
        Task(id="F0", effort=0.5, finds=True),
        Task(id="F1", effort=0.5, finds=True),
        Task(id="A", effort=9.0),
    ]
    made = schedule(tasks, [8.0, 8.0])
    assert made.bookings["F1"].used == {1: 0.30000000000000004, 2: 0.19999999999999996}
    assert made.bookings["A"].finish == 2


def test_less_than_half_a_person_week_is_all_spent_on_finding_out() -> None:
    tasks = [Task(id="F", effort=0.5, finds=True), Task(id="A", effort=0.25)]
    assert quarters(schedule(tasks, [0.25] * 4)) == {"F": (1, 2), "A": (3, 3)}


def test_a_pinned_task_takes_its_whole_quarter_before_anybody_else() -> None:
    tasks = [Task(id="A", effort=4.0), Task(id="B", effort=6.0, pin=1), Task(id="C", effort=9.0, pin=2)]
    made = schedule(tasks, [8.0, 8.0, 8.0])
    assert quarters(made) == {"A": (1, 3), "B": (1, 1), "C": (2, 2)}
    assert made.used == (8.0, 9.0, 2.0)


def test_both_sides_share_what_is_asked_of_both() -> None:
    task = Task(id="A", effort=8.0, roles=("product", "engineering"))
    made = schedule([task], [8.0] * 3, roles={"product": 1.0, "engineering": 6.0})
    assert made.bookings["A"].used == {1: 2.0, 2: 2.0, 3: 2.0}


def test_a_limit_counts_the_actions_of_a_quarter() -> None:
    tasks = [Task(id=name, effort=1.0) for name in "ABC"] + [Task(id="S", effort=0.0, counts=False)]
    assert quarters(schedule(tasks, [8.0, 8.0], at_once=2)) == {
        "A": (1, 1),
        "B": (1, 1),
        "C": (2, 2),
        "S": (1, 1),
    }


@st.composite
def task_lists(draw: st.DrawFn) -> list[Task]:
    """Draw find-outs, then work that may need any of what stands before it."""
    finds = [Task(id=f"F{place}", effort=0.5, finds=True) for place in range(draw(st.integers(0, 6)))]
    tasks = list(finds)
    for place in range(draw(st.integers(1, 10))):
        needs = draw(st.lists(st.sampled_from([t.id for t in tasks]), max_size=2)) if tasks else []
        tasks.append(Task(id=f"A{place}", effort=draw(st.integers(0, 40)) / 4, needs=tuple(needs)))
    return tasks


@given(task_lists(), st.integers(1, 80), st.integers(1, 80))
def test_a_larger_capacity_never_delays_a_task(tasks: list[Task], weeks: int, more: int) -> None:
    small = schedule(tasks, [weeks / 8] * 12)
    large = schedule(tasks, [(weeks + more) / 8] * 12)
    for task in tasks:
        sooner, later = large.bookings[task.id].finish, small.bookings[task.id].finish
        assert later is None or (sooner is not None and sooner <= later)


@given(task_lists(), st.lists(st.integers(0, 80).map(lambda eighths: eighths / 8), min_size=1, max_size=8))
def test_capacity_is_kept_whatever_it_is(tasks: list[Task], capacity: list[float]) -> None:
    made = schedule(tasks, capacity)
    assert all(0 <= used <= room for used, room in zip(made.used, capacity, strict=True))
    for task in tasks:
        booking = made.bookings[task.id]
        for need in task.needs:
            finish = made.bookings[need].finish
            assert booking.start is None or (finish is not None and finish <= booking.start)
