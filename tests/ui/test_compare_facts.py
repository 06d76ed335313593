"""What Compare says, in words; nothing rose unless that is at least probable."""

from collections.abc import Mapping
from dataclasses import replace

from builders import all_at, an_assessment, level, six_pillars

from readiness.domain.assessment import Answer, Assessment, Participant
from readiness.domain.comparison import compare, topic_changes
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.trend import trend
from readiness.reports import change_words
from readiness.ui import compare_facts as facts
from readiness.ui.promise_facts import promises
from readiness.ui.slope_facts import slope
from readiness.ui.trend_facts import trend_line

SIX = six_pillars()


def quarter(number: int, answers: Mapping[str, Answer], **changes: object) -> Assessment:
    plain = replace(an_assessment(SIX, answers), period=Period(2026, number), sealed=True)
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


LOW = quarter(1, all_at(SIX, level(2)))
HIGH = quarter(2, all_at(SIX, level(3)))


def test_the_bars_of_the_bridge_lead_from_one_score_to_the_next() -> None:
    bridge = facts.bridge(compare(LOW, HIGH))
    assert bridge is not None
    assert (bridge.before, bridge.after) == (50.0, 75.0)
    assert [(bar.name, bar.words, bar.note) for bar in bridge.bars] == [
        ("Real answers", "+25.0", "12 up, none down")
    ]
    assert not bridge.bars[0].is_noise


def test_within_noise_the_bar_of_the_answers_is_pale() -> None:
    found = compare(LOW, quarter(2, all_at(SIX, level(2)) | {"DAT-02": level(3)}))
    bridge = facts.bridge(found)
    assert bridge is not None
    assert bridge.bars[0].is_noise
    assert "rose" not in bridge.finding
    assert change_words.noise_words(found).endswith("is noise, over 10.3 is clear.")


def test_a_quick_check_and_a_full_assessment_have_no_bridge() -> None:
    found = compare(LOW, replace(HIGH, scope="quick"))
    assert facts.bridge(found) is None
    assert change_words.without_bridge(found).startswith("A quick check and a full assessment have no bridge")


def test_gates_evidence_and_promises_come_before_the_score() -> None:
    said = facts.headline(compare(LOW, HIGH), "None of one promise kept, none moved a level.")
    assert said.endswith("0 answers on evidence, as before. None of one promise kept, none moved a level.")
    assert "gate" in said.split(".")[0]
    assert "score" not in said


def test_every_fall_of_a_gate_is_named() -> None:
    drops = facts.drops(compare(HIGH, quarter(3, all_at(SIX, level(3)) | {"DAT-01": level(1)})))
    assert drops.heading == "One grave drop"
    assert [(row.key, row.value) for row in drops.rows] == [("DAT-01", "3 → 1")]


def test_actions_stand_by_what_became_of_them() -> None:
    actions = (
        PlannedAction(id="A", questions=("DAT-01",), title="Moves", state="done", effort=2),
        PlannedAction(id="B", questions=("DAT-02",), title="Moves not", state="done", effort=1),
        PlannedAction(id="C", questions=("ARC-01",), title="Slips", state="planned", effort=3),
        PlannedAction(id="D", title="Dropped", state="dropped"),
        PlannedAction(id="E", title="Free", kind="free", state="done"),
        PlannedAction(id="F", title="Later", period="2027-Q4"),
    )
    decisions = (Decision(text="Hire one.", due="2026-05-01"), Decision(text="Wait.", verdict="approved"))
    now = all_at(SIX, level(2)) | {"DAT-01": level(3)}
    said = promises(compare(replace(LOW, actions=actions, decisions=decisions), quarter(2, now)))
    assert said.heading == "Three of five promises kept, one moved a level"
    assert said.note == "3 of 6 person-weeks delivered"
    assert {one.heading: [(row.name, row.value) for row in one.rows] for one in said.lists} == {
        "Done and moved": [("Moves", "2 → 3")],
        "Done and not moved": [("Moves not", "still 2")],
        "Done, not to be seen": [("Free", "no question")],
        "Slipped": [("Slips", "not begun")],
        "Dropped": [("Dropped", "no owner")],
        "Not due yet": [("Later", "for 2027\u2011Q4")],
    }
    assert [one.words for one in said.decisions] == ["Not decided, due 1\u00a0May\u00a02026", "Approved"]


def test_the_line_goes_on_by_what_really_changed_and_says_who_was_there() -> None:
    people = (Participant(role="Product lead"), Participant(role="Engineering lead"))
    line = trend_line(trend((LOW, replace(HIGH, participants=people))), (0, 1))
    assert line.finding == "One of one step rose beyond the noise"
    assert [(mark.value, mark.reported, mark.known, mark.people) for mark in line.marks] == [
        (50.0, 50.0, 100, 0),
        (75.0, 75.0, 100, 2),
    ]
    assert line.marks[1].step == "+25.0 clear"


def test_the_line_begins_anew_where_another_scope_was_asked() -> None:
    line = trend_line(trend((LOW, replace(HIGH, scope="quick"))), (0, 1))
    assert line.marks[1].begins_anew
    assert line.marks[1].broken == "other scope"
    assert "it begins anew once" in line.note
    assert line.finding == "No two quarters in a row compare yet"


def test_a_year_without_change_has_no_rise_in_it() -> None:
    line = trend_line(trend((LOW, quarter(2, LOW.agreed))), (0, 1))
    assert line.finding == "No clear change in one step"


def test_quarters_that_nobody_assessed_keep_their_room() -> None:
    line = trend_line(trend((LOW, quarter(4, LOW.agreed))), (0, 1))
    assert line.gaps == (0, 3)


def test_topics_rise_only_beyond_their_noise() -> None:
    outcomes = evaluate(LOW), evaluate(HIGH)
    found = slope(compare(LOW, HIGH), topic_changes(LOW, HIGH), outcomes, like_for_like=True)
    assert "topics rose" in found.finding
    assert all(line.is_said and (line.before, line.after) == (50.0, 75.0) for line in found.lines)
    same = slope(
        compare(LOW, quarter(2, LOW.agreed)),
        topic_changes(LOW, quarter(2, LOW.agreed)),
        outcomes,
        like_for_like=True,
    )
    assert same.finding == f"No clear change in any of {len(same.lines)} topics"


def test_as_reported_no_topic_is_said_to_rise() -> None:
    found = slope(
        compare(LOW, HIGH), topic_changes(LOW, HIGH), (evaluate(LOW), evaluate(HIGH)), like_for_like=False
    )
    assert "rose" not in found.finding
    assert not any(line.is_said for line in found.lines)
