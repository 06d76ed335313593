"""A report's words: the generated text stays, and new words take “ready to send” back."""

import pytest

from readiness.domain.report_words import NO_WORDS, Edit, ReportWords, key_of_decision
from readiness.exchange.report_words import words_from_json, words_to_json


def test_own_words_keep_the_generated_ones_behind_them() -> None:
    words = NO_WORDS.edited("plan.title", "Ready by Christmas", "10× is reached in 2026-Q4")

    assert words.edits == {
        "plan.title": Edit(text="Ready by Christmas", generated="10× is reached in 2026-Q4")
    }
    assert words.said == {"plan.title": "Ready by Christmas"}


@pytest.mark.parametrize("text", ["", "  ", "10× is reached in 2026-Q4"])
def test_no_words_or_the_generated_ones_take_an_edit_back(text: str) -> None:
    words = NO_WORDS.edited("plan.title", "Ours", "10× is reached in 2026-Q4")

    assert words.edited("plan.title", text, "10× is reached in 2026-Q4") == NO_WORDS


def test_both_sides_press_and_new_words_take_it_back() -> None:
    words = NO_WORDS.pressed("engineering")
    assert not words.is_ready
    words = words.pressed("product")
    assert words.is_ready
    assert words.pressed("product").ready == ("engineering",)
    assert words.edited("plan.title", "Ours", "Theirs").ready == ()
    assert words.edited("plan.title", "Theirs", "Theirs") is words


def test_they_are_kept_and_read_back() -> None:
    words = NO_WORDS.edited("ask.fund", "Give us four weeks", "Fund 4 person-weeks").pressed("product")

    assert words_from_json(words_to_json(words)) == words


def test_words_of_a_decision_stay_with_it_when_another_is_settled_before_it() -> None:
    first, second = key_of_decision("Hire one engineer"), key_of_decision("Date the campaign")
    words = NO_WORDS.edited(second, "Name the day", "Date the campaign")

    assert first != second
    assert words.said == {second: "Name the day"}


def test_words_kept_by_the_place_of_a_decision_are_read_as_words_of_what_it_was() -> None:
    old = ReportWords(
        edits={
            "ask.2": Edit(text="Name the day", generated="Date the campaign"),
            "ask.fund": Edit(text="Give us four", generated="Fund 4"),
        },
        ready=("product",),
    )
    read = words_from_json(words_to_json(old))

    assert read.said == {key_of_decision("Date the campaign"): "Name the day", "ask.fund": "Give us four"}
    assert read.ready == ("product",)


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"ready": ["everybody"]}', '{"edits": {"a": {"text": ""}}}']
)
def test_what_cannot_be_read_becomes_none(body: str) -> None:
    assert words_from_json(body) == ReportWords()
