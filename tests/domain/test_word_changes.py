"""Two wordings beside each other: what was taken out and put in, word by word."""

from dataclasses import replace

from builders import ANCHORS, a_question
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.word_changes import Piece, word_changes, wordings


def test_words_that_differ_are_marked_on_their_side() -> None:
    old, new = word_changes("How often is it tested?", "How often is it really tested at peak?")
    assert old == (Piece("How often is it tested?"),)
    assert [piece.text for piece in new if piece.differs] == ["really ", " at peak"]


def test_words_in_a_row_are_one_change() -> None:
    old, new = word_changes("It hit its limit.", "It was slow.")
    assert [piece.text for piece in old if piece.differs] == ["hit its limit"]
    assert [piece.text for piece in new if piece.differs] == ["was slow"]


@given(st.text(), st.text())
def test_the_pieces_are_the_whole_texts(old: str, new: str) -> None:
    was, now = word_changes(old, new)
    assert ("".join(one.text for one in was), "".join(one.text for one in now)) == (old, new)
    assert any(one.differs for one in (*was, *now)) == (old != new)


def test_only_texts_that_differ_are_shown_and_a_level_says_which() -> None:
    old = a_question("A-1")
    new = replace(old, levels=("Nobody knows.", *ANCHORS[1:]), product_prompt="What do customers see?")
    assert [one.what for one in wordings(old, new)] == ["0 Absent", "For product"]
