"""The way through the questions: what was put off, what is talked about, and where the arrows lead."""

from readiness.domain.sitting import Sitting
from readiness.ui.pages.assess.progress import Course
from readiness.ui.pages.assess.walk import Walk

IDS = ("A", "B", "C", "D")


def a_course() -> Course:
    return Course(ids=IDS, marks=dict.fromkeys(IDS, "todo"))


def a_walk(current: str = "A") -> Walk:
    walk = Walk()
    walk.current = current
    return walk


def test_past_the_last_question_is_the_end_and_back_from_it_the_last() -> None:
    walk = a_walk("D")
    assert walk.step(a_course(), 1) == ""
    walk.is_at_end = True
    assert walk.step(a_course(), -1) == "D"
    assert walk.step(a_course(), 1) == ""


def test_before_the_first_question_is_nothing() -> None:
    assert a_walk().step(a_course(), -1) == "A"


def test_what_is_put_off_belongs_to_the_lane_and_is_taken_back_by_the_same_key() -> None:
    walk = a_walk()
    off = Sitting().putting_off("engineering", "A")
    walk.take(off, frozenset())
    walk.lane = "engineering"
    assert walk.later == {"A"}
    walk.lane = "product"
    assert walk.later == frozenset()
    walk.lane = "engineering"
    walk.take(off.putting_off("engineering", "A"), frozenset())
    assert walk.later == frozenset()


def test_the_agenda_keeps_its_order_when_something_is_settled_or_comes_up() -> None:
    walk = a_walk()
    walk.set_talk(["C", "A"])
    walk.set_talk(["B", "A"])
    assert walk.agenda == ("C", "A", "B")
    assert walk.to_talk == ("A", "B")


def test_the_talk_list_goes_round_and_passes_over_what_is_settled() -> None:
    walk = a_walk("C")
    walk.set_talk(["C", "A", "B"])
    assert walk.talk_step(1) == "A"
    assert walk.talk_step(-1) == "B"
    walk.take(Sitting(), frozenset({"A"}))
    assert walk.talk_step(1) == "B"
    walk.set_talk([])
    assert walk.talk_step(1) == ""


def test_from_a_question_off_the_list_one_comes_to_its_beginning_or_its_end() -> None:
    walk = a_walk("D")
    walk.set_talk(["C", "A"])
    assert walk.talk_step(1) == "C"
    assert walk.talk_step(-1) == "A"


def test_the_filter_holds_only_where_both_agree() -> None:
    walk = a_walk("C")
    walk.set_talk(["C", "A"])
    walk.is_met_about = True
    assert walk.step(a_course(), 1) == "A"
    walk.lane = "product"
    assert walk.step(a_course(), 1) == "D"


def test_another_assessment_begins_with_nothing_of_the_one_before() -> None:
    walk = a_walk()
    walk.take(Sitting().putting_off("agreed", "A"), frozenset({"B"}))
    walk.set_talk(["B"])
    walk.begin()
    assert (walk.current, walk.later, walk.left_open, walk.agenda) == ("", frozenset(), frozenset(), ())
