"""Steps from one draft to the next: places, ids that nothing else has, and what is said of lineage."""

from dataclasses import replace

from builders import a_pillar, a_question, a_questionnaire, a_topic

from readiness.domain.lineage import lineage_faults
from readiness.domain.questionnaire import Combination, Condition, LineageChange, Questionnaire
from readiness.domain.studio.descent import (
    delete,
    meaning,
    merge,
    next_draft,
    origin,
    own_copy,
    reads_differently,
    rename,
    say_meaning,
    split,
)
from readiness.domain.studio.making import add_pillar, add_question, add_topic, clean, duplicate, fresh_id
from readiness.domain.studio.places import Place, at, beside, move, place_of, with_fields


def published() -> Questionnaire:
    mod = a_topic("MOD", a_question("ARC-01"), a_question("ARC-02", needs=("ARC-01",)))
    sco = a_topic("SCO", a_question("ARC-03"))
    data = a_topic("QRY", a_question("DAT-01", needs=("ARC-01", "ARC-03")))
    both = Combination(
        id="C1",
        when=(Condition(question="ARC-01", at_most=1), Condition(question="ARC-03", at_most=1)),
        says="Both.",
    )
    return a_questionnaire(a_pillar("ARC", mod, sco), a_pillar("DAT", data), combinations=(both,))


BEFORE = published()
DRAFT = next_draft(BEFORE)


def ids(draft: Questionnaire) -> list[str]:
    return [question.id for question in draft.questions]


def changes(draft: Questionnaire) -> tuple[LineageChange, ...]:
    assert draft.lineage is not None
    return draft.lineage.changes


def joins(draft: Questionnaire) -> bool:
    return not any(fault.parts_versions for fault in lineage_faults(draft, BEFORE))


def test_a_question_steps_past_its_neighbour_then_into_the_next_topic_and_pillar() -> None:
    draft = DRAFT
    place: Place = (0, 0, 0)
    seen = []
    while (to := beside(draft, place, 1)) is not None:
        draft, place = move(draft, place, to)
        seen.append((place, ids(draft)))
    assert seen == [
        ((0, 0, 1), ["ARC-02", "ARC-01", "ARC-03", "DAT-01"]),
        ((0, 1, 0), ["ARC-02", "ARC-01", "ARC-03", "DAT-01"]),
        ((0, 1, 1), ["ARC-02", "ARC-03", "ARC-01", "DAT-01"]),
        ((1, 0, 0), ["ARC-02", "ARC-03", "ARC-01", "DAT-01"]),
        ((1, 0, 1), ["ARC-02", "ARC-03", "DAT-01", "ARC-01"]),
    ]
    while (to := beside(draft, place, -1)) is not None:
        draft, place = move(draft, place, to)
    assert draft == DRAFT


def test_topics_and_pillars_step_too() -> None:
    place: Place
    draft, place = move(DRAFT, (0, 1), beside(DRAFT, (0, 1), 1) or ())
    assert (place, [topic.id for topic in draft.pillars[1].topics]) == ((1, 0), ["SCO", "QRY"])
    draft, place = move(DRAFT, (0,), beside(DRAFT, (0,), 1) or ())
    assert (place, [pillar.id for pillar in draft.pillars]) == ((1,), ["DAT", "ARC"])
    assert beside(draft, (1,), 1) is None


def test_new_parts_get_ids_that_neither_version_has() -> None:
    draft = delete(DRAFT, (0, 1, 0))
    draft, place = add_question(draft, (0, 0, 0), BEFORE)
    assert (place, at(draft, place).id) == ((0, 0, 1), "ARC-04")
    draft, place = add_question(draft, (0, 1), BEFORE)
    assert (place, at(draft, place).id) == ((0, 1, 0), "ARC-05")
    draft, place = add_topic(draft, (1, 0, 0), BEFORE)
    assert (place, at(draft, place).id, at(draft, (*place, 0)).id) == ((1, 1), "TOP", "DAT-02")
    draft, place = add_pillar(draft, (0,), BEFORE)
    assert (place, at(draft, place).id, len(at(draft, place).questions)) == ((1,), "PIL", 1)
    assert fresh_id("X9", {"x9", "x10"}) == "X11"
    assert fresh_id("plain", ()) == "plain-01"


def test_a_copy_of_a_topic_has_questions_of_its_own() -> None:
    draft, place = duplicate(DRAFT, (0, 0), BEFORE)
    copy = at(draft, place)
    assert (place, copy.id, [question.id for question in copy.questions]) == (
        (0, 1),
        "MOD-2",
        ["ARC-04", "ARC-05"],
    )


def test_another_id_is_a_rename_wherever_the_question_is_named() -> None:
    draft = rename(DRAFT, (0, 0, 0), "ARC-1A", BEFORE)
    assert changes(draft) == (LineageChange(rename=("ARC-01", "ARC-1A")),)
    assert draft.by_id["DAT-01"].needs == ("ARC-1A", "ARC-03")
    assert draft.combinations[0].when[0].question == "ARC-1A"
    assert lineage_faults(draft, BEFORE) == ()
    twice = rename(draft, (0, 0, 0), "ARC-1B", BEFORE)
    assert changes(twice) == (LineageChange(rename=("ARC-01", "ARC-1B")),)
    new, place = add_question(DRAFT, (0, 0, 0), BEFORE)
    assert changes(rename(new, place, "ARC-77", BEFORE)) == ()


def test_what_is_said_of_a_meaning_is_said_once() -> None:
    draft = with_fields(DRAFT, (0, 0, 0), levels=("a", "b", "c", "d", "e"))
    old = origin(draft, BEFORE, "ARC-01")
    assert old is not None
    assert reads_differently(old, draft.by_id["ARC-01"])
    assert meaning(draft, "ARC-01") == ""
    same = say_meaning(draft, "ARC-01", "same")
    assert meaning(same, "ARC-01") == "same"
    other = say_meaning(same, "ARC-01", "other")
    assert (meaning(other, "ARC-01"), changes(other)) == ("other", (LineageChange(redefine="ARC-01"),))
    assert origin(other, BEFORE, "ARC-01") == old
    assert changes(say_meaning(other, "ARC-01", "")) == ()


def test_a_split_makes_two_new_questions_of_one() -> None:
    draft, place = split(DRAFT, (0, 0, 0), BEFORE)
    assert (place, ids(draft)) == ((0, 0, 0), ["ARC-04", "ARC-05", "ARC-02", "ARC-03", "DAT-01"])
    assert changes(draft) == (LineageChange(split=("ARC-01", ("ARC-04", "ARC-05"))),)
    assert draft.by_id["ARC-02"].needs == ("ARC-04",)
    assert [fault.code for fault in lineage_faults(draft, BEFORE)] == ["needs-major"]
    assert changes(rename(draft, (0, 0, 1), "ARC-1B", BEFORE)) == (
        LineageChange(split=("ARC-01", ("ARC-04", "ARC-1B"))),
    )


def test_a_merge_makes_one_new_question_of_two() -> None:
    draft, place = merge(DRAFT, (0, 0, 1), "ARC-01", BEFORE)
    assert (at(draft, place).id, ids(draft)) == ("ARC-04", ["ARC-04", "ARC-03", "DAT-01"])
    assert changes(draft) == (LineageChange(merge=(("ARC-02", "ARC-01"), "ARC-04")),)
    assert draft.by_id["DAT-01"].needs == ("ARC-04", "ARC-03")
    assert draft.by_id["ARC-04"].needs == ()
    assert [fault.code for fault in lineage_faults(draft, BEFORE)] == ["needs-major"]


def test_what_is_deleted_is_named_nowhere() -> None:
    draft = delete(rename(DRAFT, (0, 0, 0), "ARC-1A", BEFORE), (0, 0, 0))
    assert ids(draft) == ["ARC-02", "ARC-03", "DAT-01"]
    assert draft.by_id["DAT-01"].needs == ("ARC-03",)
    assert (draft.combinations, changes(draft)) == ((), ())


def test_a_copy_of_ones_own_says_where_it_came_from() -> None:
    copy = own_copy(BEFORE, "mine", "Mine")
    assert copy.lineage is not None
    assert (copy.reference, copy.lineage.from_version) == ("mine@1.0", "small@1.0")
    assert lineage_faults(copy, BEFORE) == ()


def test_a_text_loses_what_no_file_can_hold() -> None:
    assert clean("one\ntwo\x07\tthree") == "one two three"
    assert place_of(replace(DRAFT, pillars=()), "ARC-01") is None


def test_a_part_that_is_split_again_is_one_of_three_parts() -> None:
    draft, place = split(DRAFT, (0, 0, 0), BEFORE)
    first, second = ids(draft)[:2]
    draft, _ = split(draft, place, BEFORE)
    one, two = ids(draft)[:2]
    assert changes(draft) == (LineageChange(split=("ARC-01", (one, two, second))),)
    assert first not in ids(draft)
    assert joins(draft)


def test_parts_that_become_one_again_are_the_whole_under_another_name() -> None:
    draft, place = split(DRAFT, (0, 0, 0), BEFORE)
    draft, _ = merge(draft, place, ids(draft)[1], BEFORE)
    assert changes(draft) == (LineageChange(rename=("ARC-01", ids(draft)[0])),)
    assert joins(draft)


def test_what_is_merged_again_is_made_of_all_three() -> None:
    draft, place = merge(DRAFT, (0, 0, 0), "ARC-02", BEFORE)
    draft, _ = merge(draft, place, "ARC-03", BEFORE)
    assert changes(draft) == (LineageChange(merge=(("ARC-01", "ARC-02", "ARC-03"), ids(draft)[0])),)
    assert joins(draft)


def test_a_name_that_is_given_back_says_nothing_of_meaning() -> None:
    draft = rename(DRAFT, (0, 0, 0), "ARC-09", BEFORE)
    assert changes(rename(draft, (0, 0, 0), "ARC-01", BEFORE)) == ()


def test_a_name_that_another_question_has_takes_nothing_from_it_when_it_goes() -> None:
    draft = rename(DRAFT, (0, 1, 0), "ARC-01", BEFORE)
    draft = rename(draft, (0, 1, 0), "ARC-03", BEFORE)
    assert draft.by_id["ARC-02"].needs == ("ARC-01",)
