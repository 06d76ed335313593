"""A draft is written back into its own text: nothing changes but what the edit is about."""

from dataclasses import replace
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from builders import a_question, a_questionnaire
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.questionnaire import (
    Combination,
    Condition,
    Lineage,
    LineageChange,
    Question,
    Questionnaire,
    Reference,
)
from readiness.exchange.questionnaires import write_questionnaire
from readiness.exchange.studio.drafts import Reading, problems_of, read_draft, written

SHIPPED = sorted((Path(__file__).parents[2] / "questionnaires").glob("*.yaml"))

COMMENTED = """\
# Ours; ask Mira before you change a weight.
format: readiness-questionnaire/1
id: shop   # short, as it stands in every file
version: '1.0'
title: The shop
pillars:
  # The parts that wake us up.
  - id: ARC
    name: Architecture
    topics:
      - id: MOD
        name: "Modules"
        weight: 5        # agreed in May

        questions:
          # First the easy one.
          - id: ARC-01
            prompt: How is it cut?
            why: >-
              Long lines are folded here, and they stay
              folded.   # this is text
            weight: 3   # was 2
            levels:
              - 'None'
              - "By hand"   # Mira's words
              - Some of it, every week
              - 'Most; it''s counted'
              - All, shown by a test
            needs: [ARC-02]
          # Then the hard one.
          - id: ARC-02
            levels: [ "a0", "a1", "a2", "a3", "a4" ]
            prompt: |-
              How is it
              held?
      - id: DAT
        name: Data
        questions:
        # This list is not indented.
        - id: DAT-01
          prompt: "Where is it?"
          levels: ["b0", "b1", "b2", "b3", "b4"]
          references:
          - {framework: AWS, id: REL10-BP03}   # check the edition
# The end.
"""


def read(text: str | bytes) -> tuple[Questionnaire, Reading]:
    reading = read_draft(text.encode() if isinstance(text, str) else text)
    assert reading.draft is not None, reading.faults
    return reading.draft, reading


def save(reading: Reading, draft: Questionnaire) -> str:
    assert reading.source is not None
    content = written(reading.source, draft)
    assert read_draft(content).draft == draft
    return content.decode()


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went, and those that came."""
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    return [one[2:] for one in lines if one.startswith("- ")], [
        one[2:] for one in lines if one.startswith("+ ")
    ]


def with_question(draft: Questionnaire, id_: str, **changes: Any) -> Questionnaire:
    def swap(question: Question) -> Question:
        return replace(question, **changes) if question.id == id_ else question

    return replace(
        draft,
        pillars=tuple(
            replace(p, topics=tuple(replace(t, questions=tuple(map(swap, t.questions))) for t in p.topics))
            for p in draft.pillars
        ),
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_file_that_nobody_edited_is_saved_byte_for_byte(path: Path) -> None:
    draft, reading = read(path.read_bytes())
    assert reading.source is not None
    assert written(reading.source, draft) == path.read_bytes()


@pytest.mark.parametrize("text", [COMMENTED, COMMENTED.replace("\n", "\r\n"), "\ufeff" + COMMENTED])
def test_comments_breaks_and_marks_stay_where_nothing_is_edited(text: str) -> None:
    draft, reading = read(text)
    assert save(reading, draft) == text


def test_a_weight_changes_its_line_and_keeps_the_comment_behind_it() -> None:
    draft, reading = read(COMMENTED)
    gone, came = changed(COMMENTED, save(reading, with_question(draft, "ARC-01", weight=4.0)))
    assert gone == ["            weight: 3   # was 2"]
    assert came == ["            weight: 4   # was 2"]


@pytest.mark.parametrize(
    ("level", "text", "line"),
    [
        (0, "It's none", "              - 'It''s none'"),
        (1, 'Said "so"', '              - "Said \\"so\\""   # Mira\'s words'),
        (2, "Half: it is", '              - "Half: it is"'),
        (4, "All of it", "              - All of it"),
    ],
)
def test_an_anchor_keeps_the_quotes_it_had(level: int, text: str, line: str) -> None:
    draft, reading = read(COMMENTED)
    levels = list(draft.by_id["ARC-01"].levels)
    levels[level] = text
    gone, came = changed(COMMENTED, save(reading, with_question(draft, "ARC-01", levels=tuple(levels))))
    assert came == [line]
    assert len(gone) == 1


def test_a_folded_text_stays_folded() -> None:
    draft, reading = read(COMMENTED)
    after = save(reading, with_question(draft, "ARC-01", why="Another reason."))
    assert "            why: >-\n              Another reason.\n            weight: 3   # was 2\n" in after


def test_what_is_said_for_the_first_time_gets_a_line_of_its_own() -> None:
    draft, reading = read(COMMENTED)
    after = save(reading, with_question(draft, "DAT-01", gate=True, hint="Ask."))
    assert changed(COMMENTED, after) == ([], ["          gate: true", '          hint: "Ask."'])


def test_a_topic_weight_that_follows_its_questions_again_loses_its_line() -> None:
    draft, reading = read(COMMENTED)
    pillar = draft.pillars[0]
    topics = (replace(pillar.topics[0], weight=None), pillar.topics[1])
    after = save(reading, replace(draft, pillars=(replace(pillar, topics=topics),)))
    assert changed(COMMENTED, after) == (["        weight: 5        # agreed in May"], [])


def test_questions_that_change_places_take_their_comments_along() -> None:
    draft, reading = read(COMMENTED)
    pillar = draft.pillars[0]
    one, two = pillar.topics[0].questions
    topics = (replace(pillar.topics[0], questions=(two, one)), pillar.topics[1])
    after = save(reading, replace(draft, pillars=(replace(pillar, topics=topics),)))
    assert sorted(after.splitlines()) == sorted(COMMENTED.splitlines())
    assert (
        after.index("# Then the hard one.")
        < after.index("- id: ARC-02")
        < after.index("# First the easy one.")
    )


def test_a_question_moves_to_a_topic_that_is_indented_differently() -> None:
    draft, reading = read(COMMENTED)
    pillar = draft.pillars[0]
    one, two = pillar.topics[0].questions
    topics = (
        replace(pillar.topics[0], questions=(two,)),
        replace(pillar.topics[1], questions=(*pillar.topics[1].questions, one)),
    )
    after = save(reading, replace(draft, pillars=(replace(pillar, topics=topics),)))
    assert "        # First the easy one.\n        - id: ARC-01\n          prompt: How is it cut?\n" in after
    assert "            Long lines are folded here, and they stay\n" in after


def test_a_question_with_another_id_is_the_same_entry() -> None:
    draft, reading = read(COMMENTED)
    after = save(reading, with_question(draft, "ARC-02", id="ARC-20"))
    assert changed(COMMENTED, after) == (["          - id: ARC-02"], ["          - id: ARC-20"])


def test_new_and_deleted_questions_touch_no_others() -> None:
    draft, reading = read(COMMENTED)
    pillar = draft.pillars[0]
    one, _ = pillar.topics[0].questions
    fresh = a_question("ARC-03", why="Because.")
    topics = (replace(pillar.topics[0], questions=(one, fresh)), pillar.topics[1])
    gone, came = changed(COMMENTED, save(reading, replace(draft, pillars=(replace(pillar, topics=topics),))))
    assert gone[0] == "          # Then the hard one."
    assert all("ARC-01" not in line for line in gone)
    assert came[0] == "          - id: ARC-03"


def test_what_is_undone_is_as_it_was_to_the_byte() -> None:
    draft, reading = read(COMMENTED)
    pillar = draft.pillars[0]
    without = replace(draft, pillars=(replace(pillar, topics=pillar.topics[1:]),))
    assert "ARC-01" not in save(reading, without)
    assert save(reading, draft) == COMMENTED


def test_a_lineage_and_a_combination_are_added_at_the_end() -> None:
    draft, reading = read(COMMENTED)
    change = LineageChange(rename=("ARC-00", "ARC-01"))
    after = save(
        reading,
        replace(
            draft,
            version="1.1",
            lineage=Lineage(from_version="1.0", changes=(change,)),
            combinations=(
                Combination(
                    id="C1",
                    when=(Condition(question="ARC-01", at_most=1), Condition(question="DAT-01", at_least=3)),
                    says="Both hurt.",
                ),
            ),
        ),
    )
    assert "version: '1.1'\n" in after
    assert (
        "    when:\n      - {question: ARC-01, at_most: 1}\n      - {question: DAT-01, at_least: 3}\n"
        in after
    )
    assert 'lineage:\n  from: "1.0"\n  changes:\n    - {rename: [ARC-00, ARC-01]}\n' in after


def test_a_draft_without_any_pillar_can_be_read_again_with_its_comments() -> None:
    draft, reading = read(COMMENTED)
    text = save(reading, replace(draft, pillars=()))
    assert text.startswith("# Ours; ask Mira")
    again, kept = read(text)
    assert again.pillars == ()
    assert "name: Architecture" in save(kept, draft)
    assert [fault.code for _, fault in problems_of(again)] == ["too-few"]


def test_an_empty_topic_is_kept_and_can_be_read_again() -> None:
    draft, reading = read(COMMENTED)
    pillar = draft.pillars[0]
    topics = (pillar.topics[0], replace(pillar.topics[1], questions=()))
    after = save(reading, replace(draft, pillars=(replace(pillar, topics=topics),)))
    assert "        questions: []" in after
    again, second = read(after)
    asked = (a_question("DAT-02"),)
    topics = (topics[0], replace(topics[1], questions=asked))
    assert "- id: DAT-02" in save(second, replace(again, pillars=(replace(pillar, topics=topics),)))


def test_a_file_written_in_brackets_is_edited_too() -> None:
    text = (
        'format: readiness-questionnaire/1\nid: x\nversion: "1.0"\ntitle: X\n'
        "pillars: [{id: A, name: N, topics: [{id: T, name: M, questions: [{id: A-1, prompt: P, "
        "levels: [a, b, c, d, e]}]}]}]\n"
    )
    draft, reading = read(text)
    assert save(reading, draft) == text
    assert 'prompt: "Other"' in save(reading, with_question(draft, "A-1", prompt="Other"))


def test_a_problem_names_the_place_it_is_about() -> None:
    questions = (a_question("A"), a_question("B", levels=("a", "b", "c", "", "e")))
    draft = with_question(a_questionnaire(), "ARC-01")
    topic = replace(draft.pillars[0].topics[0], questions=questions)
    draft = replace(draft, pillars=(replace(draft.pillars[0], topics=(topic,)),))
    found = [(path, fault.code) for path, fault in problems_of(draft) if fault.severity == "error"]
    assert found == [(("pillars", 0, "topics", 0, "questions", 1, "levels", 3), "empty-anchor")]


def test_a_file_whose_form_is_wrong_says_why_and_gives_no_draft() -> None:
    reading = read_draft(COMMENTED.replace("needs: [ARC-02]", "colour: red").encode())
    assert reading.draft is None
    assert [(fault.code, fault.line) for fault in reading.faults] == [("unknown-key", 29)]


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=120)
WORDS = st.lists(st.sampled_from(("a", "null", "12", "#x", "b:", "- c", "“q”", "'", '"', "yes")), max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS | WORDS.map(" ".join), min_size=9, max_size=9), st.permutations(range(3)), st.data())
def test_whatever_is_written_is_read_back(texts: list[str], order: list[int], data: st.DataObject) -> None:
    draft, reading = read(COMMENTED)
    assert reading.source is not None
    draft = with_question(
        draft,
        "ARC-01",
        prompt=texts[0],
        why=texts[1],
        levels=tuple(texts[2:7]),
        hint=texts[7],
        action=texts[8],
    )
    draft = with_question(draft, "DAT-01", references=(Reference(framework=texts[1], id=texts[0]),))
    pillar = draft.pillars[0]
    asked = [draft.questions[place] for place in order]
    cut = data.draw(st.integers(0, 3))
    topics = tuple(
        replace(topic, questions=tuple(part))
        for topic, part in zip(pillar.topics, (asked[:cut], asked[cut:]), strict=True)
    )
    draft = replace(draft, pillars=(replace(pillar, topics=topics),))
    content = written(reading.source, draft)
    assert read_draft(content).draft == draft
    assert b"ask Mira" in content


def test_a_questionnaire_that_never_was_a_file_can_be_edited() -> None:
    text = write_questionnaire(a_questionnaire())
    draft, reading = read(text)
    assert save(reading, draft) == text
