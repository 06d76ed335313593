"""What a key does to an answer."""

import pytest
from builders import level, not_applicable, unknown

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.ui.pages.assess import answering


def test_note_and_evidence_survive_a_change_of_mind() -> None:
    before = level(3, "evidenced", note="see the chart")
    for after in (
        answering.with_unknown(before),
        answering.with_reason(before, "One region"),
        answering.without_answer(before),
    ):
        assert (after.note, after.evidence) == (before.note, before.evidence)
        assert after.confidence is None


def test_a_level_keeps_what_it_stands_on() -> None:
    assert answering.with_level(level(3, "evidenced"), 4).confidence == "evidenced"
    assert answering.with_level(level(3, "informed"), 4).confidence == "informed"


def test_a_plain_level_takes_a_guess_back() -> None:
    assert answering.with_level(level(3, "guess"), 3).confidence is None


@pytest.mark.parametrize("before", [level(2), unknown(), not_applicable(), NOT_ASKED])
def test_without_a_reason_nothing_changes(before: Answer) -> None:
    assert answering.with_reason(before, "  ") == before


def test_an_answer_that_says_nothing_is_not_asked() -> None:
    assert answering.without_answer(level(3)) == NOT_ASKED
    assert answering.with_note(Answer(note="x"), "") == NOT_ASKED


def test_blank_lines_are_no_evidence() -> None:
    assert answering.with_evidence(level(3), " a \n\n b\n").evidence == ("a", "b")


def test_only_a_level_has_a_confidence() -> None:
    assert answering.with_sureness(unknown(), "guess") == unknown()
    assert answering.with_sureness(level(2), "guess").confidence == "guess"
